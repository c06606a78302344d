"""Near misses: articles that say some of what was sought, or spell it another way."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from newsarc.analysis import variants
from newsarc.passages import best_passage, matches
from newsarc.query import And, Node, Not, Or, Phrase, Sought, Term, conjunction, sought
from newsarc.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from newsarc.analysis import Splitter
    from newsarc.records.kept import Hit
    from newsarc.store import Store

# A word of fewer articles may be a slip, or be written otherwise elsewhere.
_FEW = 3
_MOST_SPELLINGS = 3


class Wanted(NamedTuple):
    """A word of a query and the words of the archive that are written nearly the same.

    `unknown` says that the word itself is found nowhere.
    """

    word: Sought
    spellings: tuple[Phrase, ...]
    unknown: bool


class Missed(NamedTuple):
    """The near misses of a query, and what there is to tell of them, a sentence each."""

    wanted: tuple[Wanted, ...]
    hits: tuple[Hit, ...]
    notes: tuple[str, ...]

    def with_passages(
        self, languages: Sequence[str], splitter: Splitter, context: int = 0
    ) -> Iterator[Hit]:
        """Give the hits with what they are without, what is similar, and their passages."""
        leaves = _leaves(self.wanted)
        for hit in self.hits:
            article = hit.article
            fields = (article.title or "", article.kicker or "", article.body)
            found = [
                list(matches(text, leaves, article.language, languages, splitter))
                for text in fields
            ]
            seen: dict[Node, str] = {
                leaves[match.sought]: text[match.start : match.end]
                for text, places in reversed(list(zip(fields, found, strict=True)))
                for match in reversed(places)
            }
            yield replace(
                hit,
                near=True,
                without=tuple(str(w.word) for w in self.wanted if not _has(seen, w)),
                similar=tuple(_similar(seen, self.wanted)),
                passage=best_passage(article.body, found[-1], context),
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
    wanted = tuple(_wanted(store, word, languages) for word in words)
    leaves = _leaves(wanted)
    if len(leaves) < len(("one", "another")):
        return NONE
    query = conjunction((Or(leaves), *filters, Not(exact)))
    found = store.find(query, sort="relevance", limit=limit, offset=offset)
    return Missed(wanted, found.hits, tuple(_suggestions(wanted)))


def _single(leaves: Iterable[Sought]) -> Iterator[Sought]:
    """Part the words that a term wants side by side."""
    for leaf in leaves:
        if isinstance(leaf, Term) and len(leaf.words) > 1:
            yield from (Term((word,)) for word in leaf.words)
        else:
            yield leaf


def _leaves(wanted: Iterable[Wanted]) -> tuple[Sought, ...]:
    return tuple(leaf for one in wanted for leaf in (one.word, *one.spellings))


def _wanted(store: Store, word: Sought, languages: Sequence[str]) -> Wanted:
    """Give a word; one of no article, or of few, with what it may be a slip for.

    No other form of the word is a slip.
    """
    if not isinstance(word, Term):
        return Wanted(word, (), unknown=False)
    articles = store.find(word, sort="added", limit=0).total
    if articles >= _FEW:
        return Wanted(word, (), unknown=False)
    own = frozenset(variants(word.words, languages))
    found = store.similar(fold(word.words[0]), limit=_MOST_SPELLINGS + len(own))
    others = (one.form for one in found if own.isdisjoint(variants([one.form], languages)))
    spellings = tuple(Phrase((form,)) for form in islice(others, _MOST_SPELLINGS))
    return Wanted(word, spellings, unknown=not articles)


def _suggestions(wanted: Iterable[Wanted]) -> Iterator[str]:
    for word, spellings, unknown in wanted:
        if spellings and unknown:
            yield f"did you mean {' '.join(spellings[0].words)} for {word}?"


def _has(seen: dict[Node, str], wanted: Wanted) -> bool:
    return any(leaf in seen for leaf in (wanted.word, *wanted.spellings))


def _similar(seen: dict[Node, str], wanted: Iterable[Wanted]) -> Iterator[str]:
    for word, spellings, _ in wanted:
        if word not in seen:
            yield from dict.fromkeys(seen[leaf] for leaf in spellings if leaf in seen)
