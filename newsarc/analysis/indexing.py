"""From the text of an article to its tokens for an index."""

from __future__ import annotations

from functools import partial
from itertools import chain
from typing import TYPE_CHECKING

from newsarc.analysis.analyser import analyst
from newsarc.analysis.checksum import BY_KIND, fields_checksum, parts_checksum
from newsarc.analysis.fields import Indexed
from newsarc.analysis.suspended import suspended_ways
from newsarc.analysis.ways import linked_ways, other_tokens, word_ways
from newsarc.scanner import Scanner

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newsarc.analysis.splitter import Splitter, Way
    from newsarc.analysis.words import Words
    from newsarc.scanner import native


def index(  # noqa: PLR0913 (what is searched of an article)
    title: str | None,
    kicker: str | None,
    place: str | None,
    body: str,
    language: str | None,
    *,
    splitter: Splitter,
) -> Indexed:
    """Analyse everything that is searched of an article; its place becomes part of its body.

    `language` is its ISO 639-1 code, or None. A splitter caches the words it has seen: use one for
    many articles.
    """
    text = f"{place}\n{body}" if place else body
    scanner = _scanner(splitter, language)
    fields = (title or "", kicker or "", text)
    found = [_field(each, scanner, language, splitter) for each in fields]
    *columns, checksums = zip(*found, strict=True)
    return Indexed(
        *chain.from_iterable(columns),
        checksum=fields_checksum(checksums),
        fresh=" ".join(scanner.fresh()),
    )


def _field(
    text: str, scanner: Scanner, language: str | None, splitter: Splitter
) -> tuple[str, str, str, int]:
    """Return the forms, the stems and the other tokens of a field, and their checksum."""
    try:
        forms, stems, parts, checksum = scanner.scan(text)
    except UnicodeEncodeError:  # half a character, which no cleaned text has
        text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        forms, stems, parts, checksum = scanner.scan(text)
    hanging = _tokens(suspended_ways(text, language, splitter))
    if hanging:
        parts = f"{parts} {hanging}" if parts else hanging
        checksum += parts_checksum(hanging)
    return forms, stems, parts, checksum


def _scanner(splitter: Splitter, language: str | None) -> Scanner:
    """Return the scanner of a language, which lives as long as its splitter."""
    found = splitter.scanners.get(language)
    if found is None:
        found = splitter.scanners[language] = _new_scanner(splitter, language)
    return found


def _new_scanner(splitter: Splitter, language: str | None) -> Scanner:
    known = splitter.words(language)
    word = partial(_word, language, splitter, known)
    linked = partial(_linked, language, splitter)
    table = None if known is None else known.table.buckets
    return Scanner(word, linked, BY_KIND, table, _native_splitter(splitter, language))


def _native_splitter(splitter: Splitter, language: str | None) -> native.Splitter | None:
    cutter = splitter.native_cutter(language)
    if cutter is None:
        return None
    from newsarc.scanner import native

    return native.Splitter(cutter, partial(_whole, language), partial(_stem, language))


def _word(
    language: str | None, splitter: Splitter, known: Words | None, word: str
) -> tuple[str, str, str]:
    """Return the form and the stem of a word, and the tokens of all other ways to it."""
    if known is not None and (found := known.get(word)):
        return found
    return *analyst(language)(word), _tokens(word_ways(word, language, splitter))


def _whole(language: str | None, word: str) -> tuple[str, str, str]:
    """Return the form and the stem of a word, and the other tokens of the word as a whole."""
    return *analyst(language)(word), " ".join(other_tokens(word, language))


def _stem(language: str | None, word: str) -> str:
    return analyst(language)(word)[1]


def _linked(language: str | None, splitter: Splitter, stretch: str) -> str:
    """Return the tokens of what the words of a stretch are together."""
    return _tokens(linked_ways(stretch, language, splitter))


def _tokens(ways: Iterable[Way]) -> str:
    return " ".join([way.token for way in ways])
