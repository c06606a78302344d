"""The names of fields, in German and English."""

from __future__ import annotations

from newsarc.distance import are_similar
from newsarc.query.nodes import FIELDS, Field

# The fields that are no text, in the order of the help.
FILTERS = (
    *("source", "lang", "agency", "author", "place", "genre", "url", "path", "id", "words"),
    *("has", "is", "date", "updated", "added", "since", "before", "until"),
)
DATES = {"date", "updated", "added", "since", "before", "until"}

_ALIASES = {
    "title": "titel headline schlagzeile intitle",
    "kicker": "dachzeile",
    "body": "text intext",
    "start": "anfang hlead lead vorspann",
    "source": "quelle medium publication",
    "lang": "language sprache",
    "agency": "agentur",
    "author": "autor von byline",
    "place": "ort dateline",
    "words": "wörter length",
    "url": "site inurl",
    "path": "pfad",
    "has": "_exists_",
    "date": "datum",
    "updated": "stand",
    "since": "seit ab after",
    "before": "vor",
    "until": "bis",
}
# Every name and alias, with the field that it means.
NAMES: dict[str, str] = {
    name: field
    for field in (*FIELDS, *FILTERS)
    for name in (field, *_ALIASES.get(field, "").split())
}
# Shorter names are too much like other words to be a misspelt field.
_SHORTEST_NAME = 4
TEXT_FIELDS: dict[str, Field] = {field: field for field in FIELDS}


def field_named(name: str) -> str | None:
    """Return the field with this name or alias, or None."""
    return NAMES.get(name.casefold())


def field_like(name: str) -> str | None:
    """Return the field that a misspelt name may mean, or None.

    Names of six letters and more may have two wrong ones, shorter names only one.
    """
    name = name.casefold()
    most_edits = 2 if len(name) >= 6 else 1
    for edits in range(1, most_edits + 1):
        for known, field in NAMES.items():
            if min(len(known), len(name)) >= _SHORTEST_NAME and are_similar(name, known, edits):
                return field
    return None
