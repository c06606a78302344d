from __future__ import annotations

import json
from typing import TYPE_CHECKING

import bibtexparser
import pytest
import rispy

if TYPE_CHECKING:
    from tests.cli.conftest import Newsarc

BRIDGE = "https://bote.example/bruecke"


def test_an_article_with_an_address_is_online(newsarc: Newsarc) -> None:
    result = newsarc("cite", BRIDGE)
    parser = bibtexparser.bparser.BibTexParser(ignore_nonstandard_types=False)
    (entry,) = bibtexparser.loads(result.stdout, parser).entries

    assert result.exit_code == 0, result.output
    assert entry.pop("urldate")
    assert entry == {
        "ENTRYTYPE": "online",
        "ID": "brandt2021stadtrat",
        "author": "Brandt, Ilse and Köhler, Jan",
        "title": "Stadtrat beschließt neue Brücke",
        "organization": "Neudorfer Bote",
        "date": "2021-03-05",
        "url": BRIDGE,
        "langid": "german",
    }


def test_several_articles_are_one_file_that_parses(newsarc: Newsarc) -> None:
    names = (BRIDGE, "b-2", "m-1", "g-1", "b-2")

    bibtex = newsarc("cite", *names).stdout
    records = rispy.loads(newsarc("cite", *names, "--style", "ris").stdout)
    items = json.loads(newsarc("cite", *names, "--style", "csl").stdout)
    texts = newsarc("cite", *names, "--style", "text").stdout.splitlines()

    assert bibtex.count("\n@") + 1 == len(records) == len(items) == len(texts) == 4
    assert [record["id"] for record in records] == [item["id"] for item in items]
    assert texts[1] == "Hafen wird geräumt. In: Neudorfer Bote, 2021."


@pytest.mark.parametrize("style", ["bibtex", "ris", "csl", "text"])
def test_an_unknown_id_cites_nothing(newsarc: Newsarc, style: str) -> None:
    result = newsarc("cite", BRIDGE, "ffffffff", "--style", style)

    assert result.exit_code == 1
    assert result.stdout == ""
    assert result.stderr == "Error: no article 'ffffffff'\nsee what there is: newsarc list\n"


def test_an_unknown_style_names_the_known_ones(newsarc: Newsarc) -> None:
    result = newsarc("cite", BRIDGE, "--style", "apa")

    assert result.exit_code == 2
    assert "'bibtex', 'ris', 'csl', 'text'" in result.stderr


def test_without_an_id_it_says_how_it_is_used(newsarc: Newsarc) -> None:
    result = newsarc("cite")

    assert result.exit_code == 2
    assert "cite [OPTIONS] ID..." in result.stderr
