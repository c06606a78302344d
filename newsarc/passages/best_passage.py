"""Passages: the stretch of an article that best shows what was found, and the marks in it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from operator import attrgetter, itemgetter
from typing import TYPE_CHECKING

from newsarc.passages.lookout import Match
from newsarc.records.kept import Passage
from newsarc.text import sentences

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from newsarc.passages.finder import Finder
    from newsarc.records.kept import Article

# Most characters of a passage: about three lines of a terminal.
LONGEST = 240
# Signs that may join two marks to one.
_JOINTS = {"-", "/"}


def passage(article: Article, finder: Finder, context: int = 0) -> Passage:
    """Return the best passage of an article for what is sought, and `context` sentences around."""
    found = finder.matches(article.body, article.language)
    return best_passage(article.body, found, context)


def best_passage(body: str, found: Sequence[Match], context: int = 0) -> Passage:
    """Return the sentence that shows most of what was found, cut between words to 240 characters.

    It is two neighbouring sentences of a paragraph if each has something that the other lacks and
    both fit. Without a match it is the beginning of the body, unmarked. `context` adds this number
    of sentences before and after; a long one counts as one for each 240 characters.
    """
    start, end = _best_stretch(body, found)
    start, end = _window(body, start, end, _between(found, start, end))
    if context:
        start, end = _widened(body, start, end, context)
    return _passage(body, start, end, _between(found, start, end))


def marked(text: str, found: Iterable[Match]) -> Passage:
    """Return a whole text with a mark on each match."""
    return _passage(text, 0, len(text), found)


def _best_stretch(text: str, found: Sequence[Match]) -> tuple[int, int]:
    """Choose the stretch with matches of the most different things.

    Among equals a single sentence wins, then the one with more matches, then the first.
    """
    best, most = (0, len(text)), (-1, False, 0)
    places = [match.start for match in found]
    for stretch, is_single in _stretches(text, found):
        inside = found[bisect_left(places, stretch[0]) : bisect_left(places, stretch[1])]
        worth = (len({match.sought for match in inside}), is_single, len(inside))
        if worth > most:
            best, most = stretch, worth
    return best


def _stretches(text: str, found: Sequence[Match]) -> Iterator[tuple[tuple[int, int], bool]]:
    """Find each sentence, and each two neighbours in a paragraph that are short enough together.

    The flag says whether it is a single sentence.
    """
    for first, last in _paragraphs(text, found):
        before = None
        for start, end in sentences(text, first, last):
            if before is not None and end - before <= LONGEST:
                yield (before, end), False
            yield (start, end), True
            before = start


def _paragraphs(text: str, found: Sequence[Match]) -> Iterator[tuple[int, int]]:
    """Find each paragraph with a match; the first paragraph if there is no match."""
    end = -1
    for match in found or (Match(0, 0, 0),):
        if match.start > end:
            gap = text.rfind("\n\n", 0, match.start)
            end = text.find("\n\n", match.start)
            end = len(text) if end < 0 else end
            yield (0 if gap < 0 else gap + len("\n\n")), end


def _between(found: Sequence[Match], start: int, end: int) -> Sequence[Match]:
    """Return the matches that begin between two places; `found` is in order."""
    first = bisect_left(found, start, key=attrgetter("start"))
    return found[first : bisect_left(found, end, key=attrgetter("start"))]


def _window(text: str, start: int, end: int, inside: Sequence[Match]) -> tuple[int, int]:
    """Cut a long stretch to 240 characters of whole words, from shortly before its first match."""
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
    """Widen a stretch by a number of lines before and after, as far as there are any."""
    bounds = list(sentences(text))
    for _ in range(lines):
        wider = _sentence_before(text, start, bounds), _sentence_after(text, end, bounds)
        if wider == (start, end):
            break
        start, end = wider
    return start, end


def _sentence_before(text: str, start: int, bounds: Sequence[tuple[int, int]]) -> int:
    """Return where the line before a place begins."""
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


def _sentence_after(text: str, end: int, bounds: Sequence[tuple[int, int]]) -> int:
    """Return where the line after a place ends."""
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
    """Cut a passage out of a text, with its marks; marks that touch become one."""
    shown = text[start:end]
    marks: list[tuple[int, int]] = []
    for match in sorted(found):
        first, last = _mark(shown, match, start)
        if first >= last:
            continue
        if marks and (first <= marks[-1][1] or shown[marks[-1][1] : first] in _JOINTS):
            begun, ended = marks.pop()
            first, last = begun, max(ended, last)
        marks.append((first, last))
    return Passage(shown, tuple(marks))


def _mark(shown: str, match: Match, start: int) -> tuple[int, int]:
    """Return where a match stands in a passage that begins at `start`; empty if outside.

    A match that goes on behind the passage ends with the passage's last letter.
    """
    first, last = max(match.start - start, 0), match.end - start
    if last > len(shown):
        last = len(shown)
        while first < last and not shown[last - 1].isalnum():
            last -= 1
    return first, last
