"""The occurrences of a query in one article, as stretches of its texts.

This defines what `count` counts and what marks a whole article. An engine may count by its index,
where that gives the same number.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsarc.analysis import analyse, beginnings, linked_ways, stop_words, suspended_ways, word_ways
from newsarc.meaning.places import lookup_of, places, wide_places
from newsarc.meaning.text import Text, column
from newsarc.patterns import any_of, with_digraphs
from newsarc.query import nodes
from newsarc.text import WORD, fold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from newsarc.analysis import Lookup, Splitter, Way
    from newsarc.meaning.meaning import Meaning

    # Start and end, in characters.
    Stretch = tuple[int, int]


_BEGINNING = 3


def counted_nodes(query: nodes.Node, languages: Sequence[str]) -> tuple[nodes.Node, ...]:
    """Return the nodes of a query whose places are its occurrences.

    Words near each other occur as a whole; what is negated does not occur, nor do stop words of
    the languages, unless the query has no other words.
    """
    found = tuple(dict.fromkeys(_placed(query)))
    stop = stop_words(languages)
    return tuple(node for node in found if not _serves(node, stop)) or found


def _placed(query: nodes.Node) -> Iterator[nodes.Node]:
    if isinstance(query, nodes.And | nodes.Or):
        yield from (node for part in query.nodes for node in _placed(part))
    elif nodes.placed(query) or isinstance(query, nodes.AtLeast):
        yield query


def _serves(node: nodes.Node, stop: frozenset[str]) -> bool:
    """Return whether a node is nothing but stop words."""
    word = node.word if isinstance(node, nodes.In) else node
    return isinstance(word, nodes.Term) and all(fold(each) in stop for each in word.words)


def _letters(node: nodes.Node, meaning: Meaning) -> set[str] | None:
    """Return the folded words that a node finds, alone or joined; None if they may be any."""
    match node:
        case nodes.Term(words):
            found = meaning.terms[words]
            return {fold(each) for row in (*found.rows, found.tokens) for each in row}
        case nodes.Phrase(words):
            return {
                fold(analyse(w, code).stem) for w in words for code in (None, *meaning.languages)
            }
        case nodes.In(_, inner) | nodes.AtLeast(_, inner):
            return _letters(inner, meaning)
        case _:
            return None


class Marker:
    """Marks some nodes in any number of articles; it remembers the words it has seen."""

    def __init__(
        self, counting: Sequence[nodes.Node], meaning: Meaning, splitter: Splitter
    ) -> None:
        """Mark `counting`, whose words mean what `meaning` says."""
        self._counting = counting
        self._meaning = meaning
        self._splitter = splitter
        found = (lookup_of(node, meaning)[0] for node in counting)
        known = [one for one in found if one is not None]
        self._tokens = {token for one in known for token in (*one.tokens, *one.bounded)}
        self._is_promising = _any_beginning(self._tokens, meaning.languages)
        self._ways: dict[tuple[str, str | None], list[Way]] = {}

    def may_overlap(self, one: nodes.Node, other: nodes.Node) -> bool:
        """Return whether a word of one node may stand within a place of another node.

        False only where that cannot be. Words within each other share their letters: "Rat" stands
        in "Stadtrat". Patterns, and words near each other, may have any word in their places.
        """
        ones, others = _letters(one, self._meaning), _letters(other, self._meaning)
        if ones is None or others is None:
            return True
        return any(a in b or b in a for a in ones for b in others)

    def marks(self, fields: Sequence[str], language: str | None) -> list[list[Stretch]]:
        """Return the stretches of each field in which a node stands, in order.

        Stretches that overlap are one.
        """
        words = [list(WORD.finditer(field)) for field in fields]
        analyses = [[analyse(word[0], language) for word in row] for row in words]
        forms = [column(one.form for one in row) for row in analyses]
        text = Text(fields, forms, [column(one.stem for one in row) for row in analyses])
        found: list[list[Stretch]] = [[] for _ in fields]
        for node in self._counting:
            if isinstance(node, nodes.AtLeast):
                stands = iter(places(node.node, text, self._meaning))
            else:
                stands = wide_places(node, text, self._meaning)
            for place in stands:
                row = words[place.field]
                found[place.field].append((row[place.start].start(), row[place.end - 1].end()))
        for number, field in enumerate(fields if self._tokens else ()):
            found[number] += self._within(number, field, language)
        return [_merged(each) for each in found]

    def _within(self, number: int, field: str, language: str | None) -> Iterator[Stretch]:
        """Yield the stretches of a field in which a node stands within a word or a chain."""
        groups = list(self._groups(field, language))
        for node in self._counting:
            found, fields = lookup_of(node, self._meaning)
            if found is not None and number in fields:
                for start, ways in groups:
                    yield from ((start + w.start, start + w.end) for w in _finding(ways, found))

    def _groups(self, field: str, language: str | None) -> Iterator[tuple[int, list[Way]]]:
        """Yield the ways to the words of a field, alone and together, and the offset of each."""
        for word in WORD.finditer(field):
            if ways := self._of_word(word[0], language):
                yield word.start(), ways
        # All of them: neighbours belong together.
        together = linked_ways(field, language, self._splitter, self._is_promising)
        yield 0, list(together)
        hanging = suspended_ways(field, language, self._splitter, self._is_promising)
        yield 0, list(hanging)

    def _of_word(self, word: str, language: str | None) -> list[Way]:
        known = self._ways.get((word, language))
        if known is None:
            promises = self._is_promising(fold(word))
            ways = word_ways(word, language, self._splitter) if promises else ()
            known = [way for way in ways if way.token in self._tokens]
            self._ways[word, language] = known
        return known


def _any_beginning(tokens: Iterable[str], languages: Iterable[str]) -> Callable[[str], object]:
    """Return a quick test of folded words: whether some token may be a way to a word.

    A form holds the first three letters of its stem, or what `beginnings` says.
    """
    begun = {fold(token)[:_BEGINNING] for token in tokens}
    begun |= {each for token in tokens for code in languages for each in beginnings(token, code)}
    return any_of(map(with_digraphs, begun)).search


def _finding(ways: Sequence[Way], found: Lookup) -> Iterator[Way]:
    """Yield the ways by which a term is found, without those of chains that have a place."""
    behind = (way.token for way in ways[1:])
    for way, following in zip(ways, [*behind, ""], strict=False):
        is_chain = way.token in found.chained and following not in found.bounded
        if is_chain or way.token in found.within:
            yield way


def _merged(stretches: Iterable[Stretch]) -> list[Stretch]:
    groups: list[Stretch] = []
    for start, end in sorted(stretches):
        if groups and start < groups[-1][1]:
            groups[-1] = (groups[-1][0], max(groups[-1][1], end))
        else:
            groups.append((start, end))
    return groups
