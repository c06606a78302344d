"""What a program may rely on when it imports newsarc."""

from __future__ import annotations

import inspect
from typing import TYPE_CHECKING

import pytest

import newsarc

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("name", newsarc.__all__)
def test_every_public_name_is_there_and_explained(name: str) -> None:
    value = getattr(newsarc, name)

    assert name == "__version__" or inspect.getdoc(value)


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no_such_name"):
        newsarc.no_such_name  # noqa: B018


def test_what_newsarc_refuses_is_caught_by_one_family() -> None:
    errors = [
        value
        for name in newsarc.__all__
        if isinstance(value := getattr(newsarc, name), type) and issubclass(value, Exception)
    ]

    assert len(errors) > 10
    assert all(issubclass(error, newsarc.NewsarcError) for error in errors)


def test_an_archive_can_be_filled_searched_and_read_from_python(
    tmp_path: Path,
) -> None:
    article = tmp_path / "brücke.txt"
    article.write_text(
        "Neue Brücke über die Alster Stand: 03.05.2024 10:15 Uhr\n\n"
        "Der Hafen bekommt eine Brücke. Sie soll im Herbst eröffnet werden.",
        encoding="utf-8",
    )

    store = newsarc.open_store(tmp_path / "archive.db")
    outcomes = list(newsarc.ingest(store, [article]))
    page = newsarc.search(store, "brücken", limit=10)
    kept = store.get(page.hits[0].article.id)
    store.close()

    assert [outcome.status for outcome in outcomes] == ["added"]
    assert page.total == 1
    assert kept.title == "Neue Brücke über die Alster"
    assert str(kept.published) == "2024-05-03T10:15+02:00"


@pytest.mark.parametrize("page", [{"limit": -1}, {"offset": -1}])
def test_a_page_of_less_than_nothing_is_an_error(page: dict[str, int]) -> None:
    store = newsarc.open_store("memory:")

    with pytest.raises(ValueError, match="must not be negative"):
        newsarc.search(store, "Hafen", **page)  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="must not be negative"):
        newsarc.listing(store, **page)  # type: ignore[arg-type]
