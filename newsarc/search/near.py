"""Near misses: articles that say some of what was sought, or spell it another way."""

from __future__ import annotations

from itertools import accumulate, islice
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from newsarc.analysis import variants
from newsarc.passages import Finder, best_passage
from newsarc.query import nodes
from newsarc.search.ranking import text_of
from newsarc.text import fold, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from newsarc.records.kept import Article, Hit
    from newsarc.search.wanted import Wanted
    from newsarc.store import Store

# A word of fewer articles may be a slip, or be written otherwise elsewhere.
_FEW = 3
_MOST_SPELLINGS = 3


class Alike(Struct, frozen=True):
    """A word of a query, and what may stand for it in a near miss.

    `spellings` are words of the archive that are written nearly the same, `parts` those that a
    compound is put together from. `unknown` says that the word itself is found nowhere.
    """

    word: nodes.Sought
    spellings: tuple[nodes.Phrase, ...]
    parts: tuple[nodes.Term, ...]
    unknown: bool

    @property
    def others(self) -> tuple[nodes.Sought, ...]:
        """All that may stand for the word."""
        return (*self.spellings, *self.parts)


class Missing:
    """What articles may lack of a query and still be near misses."""

    def __init__(self, store: Store, exact: nodes.Node, wanted: Wanted) -> None:
        """Take a query with its words, and the archive that it is asked of."""
        self._store = store
        self._exact = exact
        self._frequencies = wanted.frequencies.by_word
        self._alike = tuple(_alike(store, word, wanted) for word in wanted.telling)
        self._leaves = tuple(leaf for one in self._alike for leaf in (one.word, *one.others))
        self._finder = Finder(self._leaves, wanted.languages, wanted.splitter)

    def query(self) -> nodes.Node:
        """Ask for articles that have at least one word of the query.

        What is no word (a date, a source, what is negated) must hold as it stands; words that
        should stand side by side, or near each other, may stand anywhere, in any form. In a large
        archive the rare words lead to them: what half of it holds tells nothing.
        """
        filters = tuple(part for part in nodes.conjuncts(self._exact) if not nodes.sought(part))
        leading = self._leading()
        some = nodes.Or(leading) if len(leading) > 1 else leading[0]
        return nodes.conjunction((some, *filters))

    def _leading(self) -> tuple[nodes.Sought, ...]:
        """Choose the rarest of the words, and of what may stand for them, in their order."""
        spelt = tuple(word for one in self._alike for word in one.spellings)
        most = self._store.limits.weighed
        frequencies = dict(self._frequencies)
        if spelt:
            frequencies |= self._store.document_frequencies(spelt, most=most).by_word
        rarest = sorted(self._leaves, key=lambda leaf: frequencies.get(leaf, 0))
        sums = accumulate(frequencies.get(leaf, 0) for leaf in rarest)
        led = sum(1 for led_to in sums if led_to <= most)
        leading = set(rarest[: max(1, led)])
        return tuple(leaf for leaf in self._leaves if leaf in leading)

    def notes(self) -> Iterator[str]:
        """Ask about words of no article."""
        for one in self._alike:
            if one.spellings and one.unknown:
                meant = (_written(self._store, form) for form in one.spellings[0].words)
                yield f"did you mean {' '.join(meant)} for {one.word}?"

    def told(self, hit: Hit, context: int) -> Hit:
        """Give a near miss with what it is without, what is similar, and its passage."""
        article = hit.article
        seen: dict[nodes.Node, str] = {}
        for text, field in self._texts(article):
            found = self._finder.matches(text, article.language, field)
            for match in found:  # at last those of the body
                seen.setdefault(self._leaves[match.sought], text[match.start : match.end])
        return replace(
            hit,
            without=tuple(str(one.word) for one in self._alike if not _has(seen, one)),
            similar=tuple(_similar(seen, self._alike)),
            passage=best_passage(article.body, found, context),
        )

    def _texts(self, article: Article) -> Iterator[tuple[str, nodes.Field]]:
        yield article.title or "", "title"
        yield article.kicker or "", "kicker"
        yield article.body, "body"


def _alike(store: Store, word: nodes.Sought, wanted: Wanted) -> Alike:
    """Give a word with its parts; one of no article, or of few, with what it may be a slip for.

    No other form of the word is a slip.
    """
    articles = wanted.frequencies.by_word[word]
    parts = wanted.parts(word)
    if not isinstance(word, nodes.Term) or articles >= _FEW:
        return Alike(word, (), parts, unknown=False)
    own = frozenset(variants(word.words, wanted.languages))
    found = store.similar(fold(word.words[0]), limit=_MOST_SPELLINGS + len(own))
    others = (one.form for one in found if own.isdisjoint(variants([one.form], wanted.languages)))
    spellings = tuple(nodes.Phrase((form,)) for form in islice(others, _MOST_SPELLINGS))
    return Alike(word, spellings, parts, unknown=not articles)


def _written(store: Store, form: str) -> str:
    """Give a folded form with its umlauts, as an article has it."""
    for hit in store.find(nodes.Phrase((form,)), sort="newest", limit=1).hits:
        text = words(text_of(hit.article))
        return next((word.lower() for _, _, word in text if fold(word) == form), form)
    return form


def _has(seen: dict[nodes.Node, str], one: Alike) -> bool:
    return any(leaf in seen for leaf in (one.word, *one.others))


def _similar(seen: dict[nodes.Node, str], alike: Iterable[Alike]) -> Iterator[str]:
    """Give what stands for the words that are missing; a part only where nothing better does."""
    for one in alike:
        if one.word not in seen:
            spelt = [seen[leaf] for leaf in one.spellings if leaf in seen]
            yield from dict.fromkeys(spelt or [seen[leaf] for leaf in one.parts if leaf in seen])
