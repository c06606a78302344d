"""Which words of an archive a pattern stands for, where very many fit it."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

from newsarc.meaning.expansion import MOST_ARTICLES, MOST_FORMS, expand
from newsarc.query import nodes
from newsarc.store.sqlite.store import SqliteStore
from tests.store.examples import add, entry, ids, note, query

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

ENDING = nodes.Wild("*ung")
LETTERS = "abcdefghijklmnopqrstuvwxyz"


class Listed:
    """A list of forms with the number of articles of each, all of which fit any pattern."""

    def __init__(self, forms: Mapping[str, int]) -> None:
        self._forms = forms

    def beginnings(self, word: nodes.Wild, /) -> list[str]:
        return [word.pattern.removesuffix("*")]

    def respelt(self, _: str, /) -> list[str]:
        return []

    def count(self, prefix: str, /) -> int:
        return sum(form.startswith(prefix) for form in self._forms)

    def fitting(self, _: nodes.Wild | nodes.Similar, /) -> Iterator[tuple[str, int]]:
        yield from self._forms.items()


def test_of_forms_in_very_many_articles_only_the_most_frequent_are_searched_for() -> None:
    forms = {"wohnung": MOST_ARTICLES - 1, "heizung": MOST_ARTICLES // 2, "lesung": 3, "zeitung": 2}
    found = expand(ENDING, Listed(forms))

    assert found.forms == frozenset({"wohnung", "heizung"})
    assert found.note == "*ung: 4 forms; the 2 in most articles were searched for"


def test_of_equally_frequent_forms_the_shortest_are_searched_for() -> None:
    forms = {f"{'x' * length}ung": 1 for length in range(MOST_FORMS + 9)}
    found = expand(ENDING, Listed(forms)).forms

    assert found == frozenset(sorted(forms, key=len)[:MOST_FORMS])


def test_a_beginning_stands_for_all_forms_it_fits() -> None:
    begun = nodes.Wild("woh*")
    found = expand(begun, Listed({"wohnung": MOST_ARTICLES, "wohnungen": MOST_ARTICLES}))

    assert found.forms == frozenset({"wohnung", "wohnungen"})
    assert found.note == "woh*: 2 forms"


def test_of_very_many_forms_those_in_most_articles_are_known(tmp_path: Path) -> None:
    rare = [f"{a}{b}{c}hausung" for a in LETTERS for b in LETTERS for c in LETTERS[:5]]
    texts = ["Behausung und Umhausung.", "Die Behausung.", "Umhausung!"]
    often = [note(text, f"/{number}.txt") for number, text in enumerate(texts)]
    with closing(SqliteStore(str(tmp_path / "archive.db"))) as store:
        add(store, [entry(note(" ".join(rare))), *map(entry, often)])
    with closing(SqliteStore(str(tmp_path / "archive.db"))) as store:
        found = store.find(query("*hausung"), sort="newest", limit=9)

    assert found.notes == ("*hausung: 3,382 forms; the 500 in most articles were searched for",)
    assert {hit.article.id for hit in found.hits} >= set(ids(often))
