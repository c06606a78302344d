"""The keys of a JSON object that hold a claim, as common tools and exports write them.

Keys are compared without case and without `_`, `-`, `.` and `:`, so `publishedAt`, `published_at`
and `article:published_time` need one entry each. A new tool is a few more words in these tables.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

# Fields of a document, each with the keys that hold it.
Mapping = tuple[tuple[str, tuple[str, ...]], ...]

# Field of a document → the keys that hold it, best first. Written here in the order of: our own
# keys; trafilatura, news-please, newspaper4k, Fundus; NewsAPI, Media Cloud, tagesschau; feeds,
# schema.org, Open Graph, ninjs; German words.
_KEYS = {
    "external_id": "id externalid articleid storiesid guid uuid sophoraid recordid",
    "url": "url link weburl articleurl articlelink shareurl permalink canonicalurl",
    "title": (
        "title headline articletitle webtitle ogtitle head"
        " titel artikeltitel überschrift ueberschrift schlagzeile"
    ),
    "kicker": "kicker topline overline dachzeile",
    "date": (
        "date published datepublished datepublish publishdate publishingdate publisheddate"
        " publishedat publicationdate pubdate publishedtime articlepublishedtime publishtime"
        " firstpublished firstpublicationdate webpublicationdate dateissued issued firstcreated"
        " pubtime datetime datum erscheinungsdatum erscheinungstag publikationsdatum"
        " veröffentlichungsdatum veröffentlicht veröffentlichtam"
    ),
    "updated": (
        "updated datemodified datemodify modified updatedat updateddate dateupdated modifieddate"
        " modifiedat lastmodified lastupdated articlemodifiedtime versioncreated aktualisiert"
    ),
    "source": (
        "source sourcename medianame outlet medium newspaper publisher publication sitename"
        " sourcehostname ogsitename mediumname provider quelle zeitung medienname publikation"
        " sourcedomain hostname domain sourceurl mediaurl website site"
    ),
    "agency": "agency newsagency agentur",
    "place": "place ort",
    "language": "language lang inlanguage languagecode metalang sprache",
    "genre": "genre textsorte",
    "authors": "authors author byline creator creators autor autoren autorin journalist writer",
}
# A text without a headline beside it holds the headline; a body does not.
_BODIES = "body articlebody bodytext bodyhtml bodyxhtml"
_TEXTS = (
    "text content maintext plaintext fulltext articletext textcontent cleantext article story"
    " inhalt volltext artikeltext artikel"
)
# What there is of a text, where it is not given.
_SUMMARIES = "summary description teaser excerpt abstract lead"
KEYS = {field: tuple(keys.split()) for field, keys in _KEYS.items()}
BODY_KEYS, TEXT_KEYS, SUMMARY_KEYS = (tuple(keys.split()) for keys in (_BODIES, _TEXTS, _SUMMARIES))
# Of an object or a table with none of these, nothing is an article.
CONTENT_KEYS = frozenset((*BODY_KEYS, *TEXT_KEYS, *SUMMARY_KEYS, *KEYS["title"]))
ALL_KEYS = CONTENT_KEYS.union(*KEYS.values())
_IGNORED = str.maketrans("", "", "_-.: ")


@lru_cache(maxsize=200)  # the records of a file have the same keys
def fold_key(key: str) -> str:
    """Return a key as the tables here write it."""
    return key.lower().translate(_IGNORED)


class Record:
    """A JSON object, asked by the folded names of its keys."""

    def __init__(self, record: dict[str, Any]) -> None:
        """Fold the keys. Of two keys that are folded alike, the one written so counts."""
        self._values: dict[str, tuple[str, Any]] = {}
        for key, value in record.items():
            folded = fold_key(key)
            if folded == key or folded not in self._values:
                self._values[folded] = key, value

    def values(self, keys: tuple[str, ...]) -> Iterator[tuple[str, Any]]:
        """Yield what is set of some folded keys, each as it is written in the record."""
        known = self._values
        for key in keys:
            if key in known and known[key][1] is not None:
                yield known[key]

    def has(self, key: str) -> bool:
        """Return whether a folded key is there."""
        return key in self._values


def has_mapped(record: dict[str, Any], mapping: Mapping) -> bool:
    """Whether a record has any of the keys of a mapping."""
    return any(_at(record, key) is not None for _, keys in mapping for key in keys)


def mapped(record: dict[str, Any], mapping: Mapping) -> dict[str, Any]:
    """Return a record with each field of a mapping under our own key, its first one.

    A field that several keys hold is a list. A key may lead into an object: `meta.date`. A mapped
    text counts more than a body.
    """
    found = {field: [_at(record, key) for key in keys] for field, keys in mapping}
    known = {
        field: [value for value in values if value is not None] for field, values in found.items()
    }
    named = {KEYS.get(field, (field,))[0]: values for field, values in known.items() if values}
    if "text" in named and "body" not in named:
        record = {key: value for key, value in record.items() if fold_key(key) not in BODY_KEYS}
    return record | {
        key: values[0] if len(values) == 1 else values for key, values in named.items()
    }


def _at(record: Any, key: str) -> Any:  # noqa: ANN401 (whatever stands in JSON)
    """Return what a key holds, or None."""
    if not isinstance(record, dict) or key in record:
        return record.get(key) if isinstance(record, dict) else None
    first, dot, rest = key.partition(".")
    return _at(record.get(first), rest) if dot else None
