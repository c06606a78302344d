from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Newsarc


def ids(newsarc: Newsarc, *args: str) -> list[str]:
    return newsarc("list", *args, "--format", "ids").stdout.split()


def test_a_removed_article_is_gone_from_list_and_index(newsarc: Newsarc) -> None:
    (name,) = ids(newsarc, "--source", "dpa")
    result = newsarc("remove", name[:6], "--yes")

    assert result.exit_code == 0
    assert result.stdout.endswith("removed 1\n")
    assert name not in ids(newsarc)
    assert newsarc("search", "Eiszeit", "--format", "ids").stdout == ""
    assert newsarc("show", name).exit_code == 1
    assert newsarc("check").exit_code == 0


def test_it_shows_what_it_is_about_and_asks_first(newsarc: Newsarc) -> None:
    (name,) = ids(newsarc, "--source", "dpa")
    result = newsarc("remove", name, typed="y\n")

    assert f"{name} Eiszeit zwischen Russland und der Nato" in result.stdout
    assert len(ids(newsarc)) == 5


@pytest.mark.parametrize("typed", ["n\n", "\n", ""], ids=["no", "enter", "end of input"])
def test_without_a_yes_nothing_is_removed(newsarc: Newsarc, typed: str) -> None:
    result = newsarc("remove", ids(newsarc)[0], typed=typed)

    assert result.exit_code == 1
    assert len(ids(newsarc)) == 6


def test_where_one_id_is_unknown_nothing_is_removed(newsarc: Newsarc) -> None:
    result = newsarc("remove", ids(newsarc)[0], "ffffffff", "--yes")

    assert result.exit_code == 1
    assert "no article 'ffffffff'" in result.stderr
    assert len(ids(newsarc)) == 6


def test_an_article_named_twice_is_removed_once(newsarc: Newsarc) -> None:
    name = ids(newsarc)[0]

    assert newsarc("remove", name, name[:5], "--yes").stdout.endswith("removed 1\n")
    assert len(ids(newsarc)) == 5


def test_ingesting_again_brings_an_article_back_under_its_id(
    newsarc: Newsarc, library: Path
) -> None:
    before = ids(newsarc)
    newsarc("remove", *before, "--yes")
    newsarc("ingest", str(library / "seeds"), str(library / "articles.jsonl"))

    assert ids(newsarc) == before
