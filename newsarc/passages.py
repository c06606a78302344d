"""The words of an article that best show why a query found it, and the marks in them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from operator import attrgetter, itemgetter
from typing import TYPE_CHECKING, NamedTuple, assert_never

from newsarc.analysis import COMPOUNDING, analyse, variants
from newsarc.query import In, Loose, Node, Phrase, Similar, Sought, Term, Wild, fits, sought
from newsarc.records.kept import Highlights, Passage
from newsarc.text import sentences, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from newsarc.analysis import Splitter
    from newsarc.query import Field
    from newsarc.records.kept import Article

# About three lines of a terminal.
LONGEST = 240
# What may stand between two marks that are shown as one.
_JOINTS = {"-", "/"}


class Match(NamedTuple):
    """A place where something sought stands; `sought` is its number in the query."""

    start: int
    end: int
    sought: int


def passage(
    article: Article,
    query: Node,
    languages: Sequence[str],
    splitter: Splitter,
    context: int = 0,
) -> Passage:
    """Give the best passage of an article for a query, and so many lines around it."""
    found = matches(article.body, sought(query), article.language, languages, splitter)
    return best_passage(article.body, list(found), context)


def best_passage(body: str, found: Sequence[Match], context: int = 0) -> Passage:
    """Give the sentence that shows most of what was found, cut at words to 240 characters.

    Two neighbours of one paragraph are shown where each has something sought that the other
    lacks, and both fit. Without a match in the body it is the beginning of the body, unmarked.
    `context` adds so many lines before and after it: a line is a sentence, or a piece of a
    long one cut at words.
    """
    start, end = _best_stretch(body, found)
    start, end = _window(body, start, end, _between(found, start, end))
    if context:
        start, end = _widened(body, start, end, context)
    return _passage(body, start, end, _between(found, start, end))


def highlights(
    article: Article, query: Node, languages: Sequence[str], splitter: Splitter
) -> Highlights:
    """Mark all places of an article where something sought stands."""
    wanted = sought(query)

    def marked(text: str | None, field: Field) -> Passage:
        text = text or ""
        found = matches(text, wanted, article.language, languages, splitter, field=field)
        return _passage(text, 0, len(text), found)

    return Highlights(
        marked(article.title, "title"),
        marked(article.kicker, "kicker"),
        marked(article.body, "body"),
    )


def matches(  # noqa: PLR0913 (a text, a query, and how both are read)
    text: str,
    wanted: Sequence[Sought],
    language: str | None,
    languages: Sequence[str],
    splitter: Splitter,
    *,
    field: Field = "body",
) -> Iterator[Match]:
    """Give each place of a text in a language where something sought stands, in order.

    What is sought in another field than that of the text does not stand in it; what is sought
    at the start of an article stands in the first paragraph of its body.
    """
    found = _matches(text, wanted, language, languages, splitter, field)
    start = text.find("\n\n") if field == "body" else -1
    if start == -1:
        return found
    return (match for match in found if match.end <= start or not _at_start(wanted[match.sought]))


def _at_start(item: Sought) -> bool:
    return isinstance(item, In) and item.field == "start"


def _matches(  # noqa: PLR0913, PLR0917 (as `matches`)
    text: str,
    wanted: Sequence[Sought],
    language: str | None,
    languages: Sequence[str],
    splitter: Splitter,
    field: Field,
) -> Iterator[Match]:
    placed = list(words(text))
    analyses = [analyse(word, language) for _, _, word in placed]
    columns = ([analysis.stem for analysis in analyses], [analysis.form for analysis in analyses])
    shown = (_shown(item, field) for item in wanted)
    numbered = [(number, word) for number, words in enumerate(shown) for word in words]
    rows = _rows(numbered, languages)
    open_words = [(number, word) for number, word in numbered if isinstance(word, (Wild, Similar))]
    fitting = _Fitting(open_words)
    within = _lone_stems(numbered) if language == COMPOUNDING else ()
    for at in range(len(placed)):
        for number in fitting[columns[1][at]] if open_words else ():
            yield Match(*placed[at][:2], number)
        for number, stem in within:
            if stem in columns[1][at] and stem != columns[0][at]:
                yield from _part(placed[at], stem, number, splitter)
        for exact in (False, True):
            column = columns[exact]
            for number, row in rows.get((exact, column[at]), ()):
                if tuple(column[at : at + len(row)]) == row:
                    yield Match(placed[at][0], placed[at + len(row) - 1][1], number)


def _lone_stems(numbered: Iterable[tuple[int, Single]]) -> list[tuple[int, str]]:
    """Give the stems of lone words, which may stand within a compound, by their numbers."""
    return [
        (number, analyse(word.words[0], COMPOUNDING).stem)
        for number, word in numbered
        if isinstance(word, Term) and len(word.words) == 1
    ]


def _part(
    placed: tuple[int, int, str], stem: str, number: int, splitter: Splitter
) -> Iterator[Match]:
    """Give each place of a stem within a compound."""
    start, end, word = placed
    for piece in splitter.pieces(word):
        if piece.stem == stem:
            first, last = _unfolded(word, piece.start), _unfolded(word, piece.end)
            yield Match(start + first, min(start + last, end), number)


def _unfolded(word: str, at: int) -> int:
    """Give the place in a word of a place in the casefolded one, where `ß` is `ss`."""
    return next((n for n in range(len(word)) if len(word[:n].casefold()) >= at), len(word))


Single = Term | Phrase | Wild | Similar


def _shown(item: Sought, field: Field) -> Iterator[Single]:
    """Give what is to be marked in a field of something sought."""
    match item:
        case In(own, word):
            if own in {field, "start"}:
                yield from _shown(word, field)
        case Loose(several):
            yield from (Phrase((word,)) for word in several)
        case Term() | Phrase() | Wild() | Similar():
            yield item
        case _:
            assert_never(item)


class _Fitting(dict[str, tuple[int, ...]]):
    """For each form the numbers of the patterns and similar words that it fits."""

    def __init__(self, wanted: Sequence[tuple[int, Wild | Similar]]) -> None:
        super().__init__()
        self._wanted = wanted

    def __missing__(self, form: str) -> tuple[int, ...]:
        found = tuple(number for number, word in self._wanted if fits(form, word))
        self[form] = found
        return found


def _rows(
    wanted: Iterable[tuple[int, Single]], languages: Sequence[str]
) -> dict[tuple[bool, str], list[tuple[int, tuple[str, ...]]]]:
    """Give the rows of stems (of forms, where exact) that are sought, by their first word."""
    rows: dict[tuple[bool, str], list[tuple[int, tuple[str, ...]]]] = {}
    for number, item in wanted:
        if isinstance(item, (Term, Phrase)):
            exact = isinstance(item, Phrase)
            for row in variants(item.words, () if exact else languages):
                if row:
                    rows.setdefault((exact, row[0]), []).append((number, row))
    return rows


def _best_stretch(text: str, found: Sequence[Match]) -> tuple[int, int]:
    """Choose the stretch in which most different things are sought.

    Of equals one sentence is better than two, more matches are better, then it is the first.
    """
    best, most = (0, len(text)), (-1, False, 0)
    for stretch, is_single in _stretches(text):
        inside = _between(found, *stretch)
        worth = (len({match.sought for match in inside}), is_single, len(inside))
        if worth > most:
            best, most = stretch, worth
    return best


def _stretches(text: str) -> Iterator[tuple[tuple[int, int], bool]]:
    """Give each sentence, and each two of one paragraph that are short enough together."""
    before, last = 0, -1
    for start, end in sentences(text):
        if last >= 0 and end - before <= LONGEST and "\n\n" not in text[last:start]:
            yield (before, end), False
        yield (start, end), True
        before, last = start, end


def _between(found: Sequence[Match], start: int, end: int) -> Sequence[Match]:
    """Give the matches that begin between two places; they are in order."""
    first = bisect_left(found, start, key=attrgetter("start"))
    return found[first : bisect_left(found, end, key=attrgetter("start"))]


def _window(text: str, start: int, end: int, inside: Sequence[Match]) -> tuple[int, int]:
    """Cut a long sentence down to whole words, beginning shortly before its first match."""
    if end - start <= LONGEST:
        return start, end
    first = inside[0] if inside else Match(start, start, 0)
    begin = max(start, min(first.start - LONGEST // 4, end - LONGEST))
    if begin > start:
        blank = text.find(" ", begin - 1, first.start)
        begin = first.start if blank == -1 else blank + 1
    stop = min(end, begin + LONGEST)
    if stop < end:
        blank = text.rfind(" ", first.end, stop + 1)
        stop = max(stop, first.end) if blank == -1 else blank
    return begin, stop


def _widened(text: str, start: int, end: int, lines: int) -> tuple[int, int]:
    """Take in so many lines before and after a stretch, as far as there are any."""
    bounds = list(sentences(text))
    for _ in range(lines):
        wider = _line_before(text, start, bounds), _line_after(text, end, bounds)
        if wider == (start, end):
            break
        start, end = wider
    return start, end


def _line_before(text: str, start: int, bounds: Sequence[tuple[int, int]]) -> int:
    """Give where the line before a place begins."""
    at = bisect_left(bounds, (start,)) - 1
    if at < 0:
        return start
    first, last = bounds[at][0], min(bounds[at][1], start)
    if last - first <= LONGEST:
        return first
    blank = text.find(" ", last - LONGEST - 1, last - 1)
    if blank == -1:
        blank = text.rfind(" ", first, last - LONGEST)
    return max(first, blank + 1)


def _line_after(text: str, end: int, bounds: Sequence[tuple[int, int]]) -> int:
    """Give where the line after a place ends."""
    at = bisect_right(bounds, end, key=itemgetter(1))
    if at == len(bounds):
        return end
    first, last = max(bounds[at][0], end), bounds[at][1]
    if last - first <= LONGEST:
        return last
    blank = text.rfind(" ", first + 1, first + LONGEST + 1)
    if blank == -1:
        blank = text.find(" ", first + LONGEST, last)
    return last if blank == -1 else blank


def _passage(text: str, start: int, end: int, found: Iterable[Match]) -> Passage:
    """Cut a passage out, with its marks; marks that touch become one."""
    marks: list[tuple[int, int]] = []
    for match in sorted(found):
        first, last = max(match.start, start) - start, min(match.end, end) - start
        while match.end > end and first < last and not text[start + last - 1].isalnum():
            last -= 1  # the end of the sentence is no part of a word
        if first >= last:
            continue
        if marks and (
            first <= marks[-1][1] or text[start + marks[-1][1] : start + first] in _JOINTS
        ):
            first, last = marks[-1][0], max(marks.pop()[1], last)
        marks.append((first, last))
    return Passage(text[start:end], tuple(marks))
