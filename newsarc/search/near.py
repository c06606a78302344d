"""Near misses: articles that say some of what was sought, or spell it another way."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from newsarc.analysis import variants
from newsarc.passages import matches, passage
from newsarc.query import And, Node, Not, Or, Phrase, Sought, Term, conjunction, sought
from newsarc.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from newsarc.analysis import Splitter
    from newsarc.records.kept import Article, Hit
    from newsarc.store import Store

# A word of fewer articles may be a slip, or be written otherwise elsewhere.
_FEW = 3
_MOST_SPELLINGS = 3


class Wanted(NamedTuple):
    """A word of a query and the words of the archive that are written nearly the same."""

    word: Sought
    spellings: tuple[Phrase, ...]


class Missed(NamedTuple):
    """The near misses of a query, and what there is to tell of them, a sentence each."""

    wanted: tuple[Wanted, ...]
    hits: tuple[Hit, ...]
    notes: tuple[str, ...]

    def with_passages(self, languages: Sequence[str], splitter: Splitter) -> Iterator[Hit]:
        """Give the hits with what they are without, what is similar, and their passages."""
        leaves = tuple(leaf for word, spellings in self.wanted for leaf in (word, *spellings))
        query = Or(leaves) if len(leaves) > 1 else conjunction(leaves)
        for hit in self.hits:
            seen = _seen(hit.article, leaves, languages, splitter)
            yield replace(
                hit,
                near=True,
                without=tuple(str(w.word) for w in self.wanted if not _has(seen, w)),
                similar=tuple(_similar(seen, self.wanted)),
                passage=passage(hit.article, query, languages, splitter),
            )


NONE = Missed((), (), ())


def near_misses(store: Store, exact: Node, limit: int, offset: int) -> Missed:
    """Find articles that have at least one word of a query but do not match it.

    What is no word (a date, a source, what is negated) must hold as it stands; words that
    should stand side by side, or near each other, may stand anywhere. Raises StoreError.
    """
    parts = exact.nodes if isinstance(exact, And) else (exact,)
    filters = tuple(part for part in parts if not sought(part))
    words = dict.fromkeys(word for part in parts for word in _single(sought(part)))
    languages = store.languages()
    wanted = tuple(Wanted(word, _spellings(store, word, languages)) for word in words)
    leaves = tuple(leaf for word, spellings in wanted for leaf in (word, *spellings))
    if len(leaves) < len(("one", "another")):
        return NONE
    query = conjunction((Or(leaves), *filters, Not(exact)))
    found = store.find(query, sort="relevance", limit=limit, offset=offset)
    return Missed(wanted, found.hits, tuple(_suggestions(store, wanted)))


def _single(leaves: Iterable[Sought]) -> Iterator[Sought]:
    """Part the words that a term wants side by side."""
    for leaf in leaves:
        if isinstance(leaf, Term) and len(leaf.words) > 1:
            yield from (Term((word,)) for word in leaf.words)
        else:
            yield leaf


def _spellings(store: Store, word: Sought, languages: Sequence[str]) -> tuple[Phrase, ...]:
    """Give what a word of no article, or of few, may be a slip for; no other form of it is."""
    if not isinstance(word, Term) or _articles(store, word) >= _FEW:
        return ()
    own = frozenset(variants(word.words, languages))
    found = store.similar(fold(word.words[0]), limit=_MOST_SPELLINGS + len(own))
    others = (one.form for one in found if own.isdisjoint(variants([one.form], languages)))
    return tuple(Phrase((form,)) for form in islice(others, _MOST_SPELLINGS))


def _articles(store: Store, word: Sought) -> int:
    return store.find(word, sort="added", limit=0).total


def _suggestions(store: Store, wanted: Iterable[Wanted]) -> Iterator[str]:
    for word, spellings in wanted:
        if spellings and not _articles(store, word):
            yield f"did you mean {' '.join(spellings[0].words)} for {word}?"


def _seen(
    article: Article, leaves: Sequence[Sought], languages: Sequence[str], splitter: Splitter
) -> dict[Node, str]:
    """Give for each leaf that an article has how it is first written there."""
    seen: dict[Node, str] = {}
    for text in filter(None, (article.title, article.kicker, article.body)):
        for match in matches(text, leaves, article.language, languages, splitter):
            seen.setdefault(leaves[match.sought], text[match.start : match.end])
    return seen


def _has(seen: dict[Node, str], wanted: Wanted) -> bool:
    return any(leaf in seen for leaf in (wanted.word, *wanted.spellings))


def _similar(seen: dict[Node, str], wanted: Iterable[Wanted]) -> Iterator[str]:
    for word, spellings in wanted:
        if word not in seen:
            yield from dict.fromkeys(seen[leaf] for leaf in spellings if leaf in seen)
