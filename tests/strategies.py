"""Hypothesis strategies for the tests: texts, words, dates, queries and invented articles.

Queries and articles share a small vocabulary, so that queries often match.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from functools import cache
from typing import TYPE_CHECKING, Any, get_args

from hypothesis import strategies as st

from newsarc.dates import BEGINNING, END, DateSpan, PartialDate
from newsarc.query.nodes import (
    Added,
    Address,
    All,
    And,
    Apart,
    AtLeast,
    Fact,
    Has,
    Id,
    In,
    Label,
    Language,
    Length,
    Loose,
    Near,
    Node,
    Not,
    Or,
    Phrase,
    Published,
    Similar,
    Source,
    Term,
    Truncated,
    Updated,
    Wild,
)
from newsarc.records.kept import Evidence, Origin
from newsarc.records.read import Document
from newsarc.text import fold, fold_label, form

if TYPE_CHECKING:
    from collections.abc import Sequence

# Inflections with the same German or English stem, spellings with the same folded form,
# operators and field names as words, other scripts, digits.
VOCABULARY = (
    "Haus", "Häuser", "Hauses", "HAUS", "Haeuser", "Straße", "Strasse", "Straßen", "Hafen",
    "Häfen", "Brücke", "Brücken", "house", "houses", "run", "running", "runs", "bridge",
    "die", "und", "and", "or", "not", "date", "source", "Wahl", "wählen", "Wahlen",
    "2022", "02", "x1", "Москва", "москвы", "東京", "Ελλάς", "ﬁn", "été", "ete", "Öl", "Oel",
    "Hafenhaus", "Haushafen", "Brückenhäuser", "StudentInnen", "Student", "innen", "Müller",
    "Mueller", "Muller", "3", "500", "3500", "Covid", "19", "Covid19", "Wrocław", "Wroclaw", "Bär",
    "Bar", "schön", "schon", "Nordhafen", "Nord",
)  # fmt: skip
SOURCES = ("Möwenbote", "Der Uferkurier", "DER UFERKURIER", "Hügel-Post", "dpa")
LANGUAGES = ("de", "en", "fr", "ru", "xx")
# The years of articles and of queries for dates.
_YEARS = (2020, 2023)

# Characters that often cause trouble, drawn more often than chance would.
_TELLING = st.sampled_from(
    "aAäÄßſẞéıİK19٣½ﬁ東ก"
    " \t\n\r\v\f\x85\u2028\u00a0\u3000"
    "-\u2010\u00ad.,:;|*&()[]{}\"'„“”»«’/\\_+#@"
    "\u0300\u0308\u0345\u034f\u200b\u200d\u200e\u202e\u2066\ufeff\ufffd\x00\x1b\x7f\x9b😀🏳"
    "\u1100\u1161\u11a8\u0928\u093f\ud800\udc00"
)


def texts(max_size: int = 60) -> st.SearchStrategy[str]:
    """Any text at all, lone surrogates included."""
    anything = st.text(st.one_of(_TELLING, st.characters(exclude_categories=())), max_size=max_size)
    pieces = st.sampled_from([*VOCABULARY, " ", " ", "\n", "\n\n", "-\n", "- ", "\u00ad\n"])
    return st.one_of(anything, st.lists(pieces, max_size=max_size // 4).map("".join))


def encodable_texts(max_size: int = 60) -> st.SearchStrategy[str]:
    """Any text that UTF-8 can encode."""
    return texts(max_size).map(lambda text: text.encode("utf-8", "replace").decode("utf-8"))


def query_texts(max_size: int = 12) -> st.SearchStrategy[str]:
    """Texts that look like queries, well formed or not."""
    marks = (
        "AND", "UND", "&", "OR", "ODER", "|", "NOT", "NICHT", "-", "(", ")", '"', "„", "“", "”",
        "»", "«", "*", ":", "..", "date:", "since:2022", "bis:", "source:", "lang:", "lang:de", "'",
        "w/5", "/3", "NEAR", "NEAR/2", "pre/1", "ADJ/0", "w/s", "w/p", "w/9999", "NOT w/2",
        "atleast2(", "mindestens3(", "title:", "kicker:", "body:", "start:", "titel:(", "autor:",
        "url:", "path:", "id:", "words:", ">=5", "1..3", "has:", "has:url,ort", "is:live",
        "tittel:",
        "[", "]", "date:[", " TO ", "2022-Q1", "=", "+", "~", "~1", "~9", "^2", "?", "**", ",",
        "oder", "Haus*", "*aus", "H?us", "Br*en", "in", ":in", "*innen",
        "!", "!Haus", "–", "\u2212Haus", "—", "BUT NOT", "&&", "||", "near5", "adj3", "WITHIN 5",
        "within 5", "w5", "SAME", "$", "Haus$", "Haus!", "TITLE(", "hlead(", "date>", "words > 5",
        ">=", "=", "hd=", "title: ", "Titel: ", "_exists_:author", "publish_date:2022", '=""',
        "https://example.org/1?a=b#c", "www.", "http://", "(a* OR", '"(Haus Hafen) Br*"~5', "not",
        "nicht", "date: 2. Februar 2022", "1\u202f000", "Häu*", "Mülle~1", "Lehrer*innenrat",
    )  # fmt: skip
    piece = st.one_of(st.sampled_from(marks), st.sampled_from(VOCABULARY), texts(4))
    pairs = st.tuples(piece, st.sampled_from(("", " ", " "))).map("".join)
    return st.lists(pairs, max_size=max_size).map("".join)


def words() -> st.SearchStrategy[str]:
    """Single words: letters and digits of any script."""
    alphabet = st.one_of(
        st.sampled_from("aeinrstäöüßÄſıİK1٣東ﬁ½ª"),
        st.characters(categories=("L", "Nd", "Nl", "No")),
    )
    return st.one_of(
        st.sampled_from(VOCABULARY),
        german_words(),
        st.text(alphabet, min_size=1, max_size=12).filter(lambda word: word.isalnum()),
    )


def german_words() -> st.SearchStrategy[str]:
    """Words that look German, compounds and inflections among them."""
    syllables = ("ha", "fen", "brü", "cken", "wahl", "kampf", "straß", "schnee", "grün", "ung",
                 "lich", "keit", "ver", "ge", "öl", "zug", "über", "stadt", "rat")  # fmt: skip
    endings = ("", "", "e", "en", "er", "ern", "es", "s", "n", "te", "ten")
    parts = st.lists(st.sampled_from(syllables), min_size=1, max_size=5).map("".join)
    whole = st.tuples(parts, st.sampled_from(endings)).map("".join)
    return st.one_of(whole, whole.map(str.capitalize), whole.map(str.upper))


@cache
def partial_dates(years: tuple[int, int] = (1, 9999)) -> st.SearchStrategy[PartialDate]:
    """Dates of every precision, with and without an offset."""
    first, last = years
    days = st.dates(date(first, 1, 1), date(last, 12, 31))
    offsets = st.none() | st.integers(-24 * 60 + 1, 24 * 60 - 1)
    minutes = st.tuples(days, st.integers(0, 23), st.integers(0, 59), offsets)
    return st.one_of(
        days.map(lambda day: PartialDate(day.year)),
        days.map(lambda day: PartialDate(day.year, day.month)),
        days.map(lambda day: PartialDate(day.year, day.month, day.day)),
        minutes.map(lambda m: PartialDate(m[0].year, m[0].month, m[0].day, *m[1:])),
    )


@cache
def date_spans(years: tuple[int, int] = _YEARS) -> st.SearchStrategy[DateSpan]:
    """Spans between two moments, of two dates, or open at an end."""
    first, last = years
    moments = st.datetimes(datetime(first, 1, 1), datetime(last, 12, 31, 23, 59)).map(  # noqa: DTZ001
        lambda moment: moment.replace(second=0, microsecond=0)
    )
    spans = partial_dates(years).map(lambda when: when.span)
    beginnings = st.one_of(st.just(BEGINNING), moments, spans.map(lambda span: span.first))
    ends = st.one_of(st.just(END), moments, spans.map(lambda span: span.last))
    between = st.tuples(beginnings, ends).map(lambda ends: DateSpan(min(ends), max(ends)))
    return st.one_of(spans, between)


def _one_of(words: Sequence[str]) -> st.SearchStrategy[str]:
    """One of some words. Unlike `sampled_from` it does not list them all in its name."""
    return st.integers(0, len(words) - 1).map(words.__getitem__)


_LOWER_WORDS = (*(word.lower() for word in VOCABULARY), "hausbrücke", "covidhafen", "haus19")
_LOWER = _one_of(_LOWER_WORDS)
_FORMS = tuple(sorted({spell(word) for word in VOCABULARY for spell in (fold, form)}))
_LONG_FORMS = _one_of(tuple(known for known in _FORMS if len(known) > 3))
# Authors first, then places, agencies and a genre; `documents` takes slices.
_AGENCIES = ("dpa", "dpa/lno", "AFP/dpa/Reuters")
_NAMES = (
    "Ilse Quast", "Tom Rehbein", "Seebrück", "Bad Lindenau", "Kommentar", "AFP/dpa", "Reuters",
    *_AGENCIES,
)  # fmt: skip
_PATTERNS = (
    "/invented/*.txt", "invented", "*1*.txt", "example.org", "org/*", "e?ample", "https",
    "**/*2", "nvented", ".txt", "example.org/1?a=b&c=%20d", "https://example.org/1",
)  # fmt: skip


@cache
def _patterns() -> st.SearchStrategy[Wild]:
    """Patterns that fit some word of the vocabulary: its beginning, middle or end."""
    cuts = st.tuples(_LONG_FORMS, st.integers(0, 3), st.sampled_from(("{}*", "*{}", "*{}*")))
    cut = cuts.map(lambda drawn: drawn[2].format(drawn[0][: len(drawn[0]) - drawn[1]][-9:]))
    holes = _LONG_FORMS.map(lambda known: f"{known[:2]}?{known[3:]}").filter(
        lambda pattern: not pattern.endswith("?")
    )
    letters = 3
    fit = st.one_of(cut, holes).filter(lambda text: sum(map(str.isalnum, text)) >= letters)
    return fit.map(Wild)


@cache
def _single_words() -> st.SearchStrategy[Node]:
    """Words that may be in a field: any but the empty phrase."""
    one = st.lists(_LOWER, min_size=1, max_size=2).map(tuple)
    two = st.lists(_LOWER, min_size=2, max_size=3).map(tuple)
    return st.one_of(
        one.map(Term),
        one.map(Term),
        one.map(Phrase),
        st.builds(Loose, two, st.integers(1, 5)),
        _patterns(),
        st.builds(Similar, _LONG_FORMS, st.integers(1, 2)),
    )


@cache
def placed(max_leaves: int = 4) -> st.SearchStrategy[Node]:
    """Nodes that match places in a text."""
    fields = st.sampled_from(("title", "kicker", "body", "start"))
    alone = st.one_of(_single_words(), _single_words(), st.builds(In, fields, _single_words()))

    def joined(inner: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
        reach = st.one_of(st.integers(1, 12), st.sampled_from(("s", "p")))
        either = st.lists(inner, min_size=2, max_size=3).map(tuple).map(Or)
        return st.one_of(
            st.builds(Near, inner, inner, reach),
            st.builds(Near, inner, inner, st.integers(1, 5), st.just(value=True)),
            st.builds(Apart, inner, inner, reach),
            either,
        )

    return st.recursive(alone, joined, max_leaves=max_leaves)


@cache
def filters() -> st.SearchStrategy[Node]:
    """Filters of every kind."""
    numbers = st.integers(0, 20)
    facts = st.sampled_from(get_args(Fact))
    labels = st.sampled_from(("agency", "author", "place", "genre"))
    names = st.sampled_from([part for name in _NAMES for part in (name, *name.split())])
    return st.one_of(
        st.sampled_from(SOURCES).map(fold_label).map(Source),
        st.sampled_from(LANGUAGES).map(Language),
        st.builds(Label, labels, names.map(fold_label)),
        st.builds(Address, st.sampled_from(("url", "path")), st.sampled_from(_PATTERNS)),
        st.text("0123456789abcdef", min_size=1, max_size=3).map(Id),
        numbers.map(Length),
        st.tuples(numbers, numbers).map(lambda pair: Length(min(pair), max(pair))),
        st.builds(Has, facts),
        st.just(Truncated()),
        date_spans().map(Published),
        date_spans().map(Updated),
        date_spans((2024, 2024)).map(Added),
    )


@cache
def leaves() -> st.SearchStrategy[Node]:
    """Nodes without others below them."""
    row = st.lists(_LOWER, max_size=3).map(tuple)
    return st.one_of(_single_words(), row.map(Phrase), st.just(All()), filters())


@cache
def nodes(max_leaves: int = 8) -> st.SearchStrategy[Node]:
    """Queries with every kind of node, with words of the vocabulary."""

    def joined(inner: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
        several = st.lists(inner, min_size=2, max_size=4).map(tuple)
        return st.one_of(inner.map(Not), several.map(And), several.map(Or))

    counted = st.builds(AtLeast, st.integers(2, 3), placed())
    return st.recursive(st.one_of(leaves(), placed(), counted), joined, max_leaves=max_leaves)


def days() -> st.SearchStrategy[date]:
    """Days that may be today, with a week of the calendar on either side."""
    week = timedelta(days=7)
    return st.dates(date.min + week, date.max - week)


_PUNCTUATION = ("", "", "", ",", ".", ". ", "! ", ":", "-", "/", " –", "!", "“", "_")
_JOINTS = ("-", "-", "/", "&", ".", "*", "/-", ":", "- und ", "-, ", "\u202f")


def _sentences(max_size: int) -> st.SearchStrategy[str]:
    word = st.tuples(st.sampled_from(VOCABULARY), st.sampled_from(_PUNCTUATION)).map("".join)
    gap = st.sampled_from((" ", " ", " ", "\n", "\n\n"))
    joint = st.sampled_from(_JOINTS)
    linked = st.tuples(st.sampled_from(VOCABULARY), joint).map("".join)
    pair = st.one_of(*[st.tuples(word, gap).map("".join)] * 4, linked)
    pairs = st.lists(pair, min_size=1, max_size=max_size)
    return pairs.map(lambda pieces: "".join(pieces).strip())


# Made once: what a strategy knows of itself it would have to find out anew for each document.
_LINES = _sentences(2).map(lambda text: " ".join(text.split()))
_BODIES = {False: _sentences(4), True: _sentences(14)}
_DATES = st.none() | partial_dates(_YEARS).map(str)
_CLAIMS: st.SearchStrategy[dict[str, Any]] = st.fixed_dictionaries(
    {
        "title": st.none() | _LINES,
        "kicker": st.none() | _LINES,
        "date": _DATES,
        "source": st.none() | st.sampled_from(SOURCES),
        "genre": st.none() | st.sampled_from(("Kommentar", "Interview")),
        "updated": _DATES,
        "authors": st.lists(st.sampled_from(_NAMES[:4]), max_size=2).map(tuple),
        "agency": st.none() | st.sampled_from(_AGENCIES),
        "place": st.none() | st.sampled_from(_NAMES[2:4]),
        "modified": st.none() | days().map(date.isoformat),
    }
)
_CLAIMED = st.none() | st.sampled_from(("de", "de", "en", "fr", "ru"))
_NUMBERS = st.integers(1, 10**6)
_PLACES: st.SearchStrategy[dict[str, Any]] = st.fixed_dictionaries(
    {},
    optional={
        "line": st.integers(1, 9),
        "offset": st.integers(0, 9),
        "member": st.sampled_from(["a.html", "b.zip!c.html"]),
    },
)
_STATEMENTS = st.lists(
    st.builds(
        Evidence,
        st.just("date"),
        _LINES,
        st.just("JSON-LD datePublished"),
        reasons=st.lists(_LINES, max_size=2).map(tuple),
        others=st.lists(st.tuples(_LINES, _LINES), max_size=2).map(tuple),
    ),
    max_size=1,
).map(tuple)


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """Small invented articles, with and without a headline, date, source, language and URL.

    An article without a claimed language is too short for language detection.
    """
    language, number = draw(_CLAIMED), draw(_NUMBERS)
    return Document(
        Origin(f"/invented/{number}.txt", **draw(_PLACES)),
        body=draw(_BODIES[language is not None]),
        language=language,
        url=f"https://example.org/{number}" if draw(st.booleans()) else None,
        external_id=str(number) if draw(st.booleans()) else None,
        truncated=draw(st.booleans()),
        status=draw(st.sampled_from([None, "canceled", "withheld", "corrected"])),
        version=draw(st.sampled_from([None, "1", "2"])),
        evidence=draw(_STATEMENTS),
        **draw(_CLAIMS),
    )


def corpora(max_size: int = 6) -> st.SearchStrategy[list[Document]]:
    """Several documents, each from a different file."""
    return st.lists(documents(), max_size=max_size, unique_by=lambda document: document.origin.path)
