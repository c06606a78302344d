"""The words by which newspapers mark what is not their article's text, by language.

Each entry is a convention seen in the wild, written as a regular expression that is
matched without case. A new language is a new table in `TABLES`; no code knows more.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Table:
    """The conventions of one language."""

    # Directly before a date: what it dates.
    published: tuple[str, ...]
    updated: tuple[str, ...]
    # Words of a label that a date may follow, as in `veröffentlicht am`.
    on: tuple[str, ...]
    # Words that begin a byline.
    by: tuple[str, ...]
    # Directly before a date: it dates an event.
    event: tuple[str, ...]
    # Shortly before a date: it dates a broadcast, an edition, a deadline.
    trap: tuple[str, ...]
    # Directly behind a date, in lower case, although the date is a stamp.
    beside: tuple[str, ...]


GERMAN = Table(
    published=(
        r"stand(?: des artikels)?",
        r"(?:zuerst |erstmals |erst)?(?:veröffentlicht|veröffentlichung|erschienen|publiziert)",
        r"erstellt|online(?: seit)?|eingestellt|geschrieben|gepostet|verfasst|getaggt mit .{1,60}",
        r"(?:veröffentlichungs|erscheinungs|erstellungs)?datum|gespeichert|publikationsdatum",
    ),
    updated=(
        (
            r"(?:zuletzt |letzte |letztmals )?(?:aktualisiert|aktualisierung|geändert|änderung"
            r"|bearbeitet|editiert|überarbeitet|modifiziert|update(?: vom)?)"
        ),
    ),
    on=("am", "vom", "von", "seit"),
    by=("von", "vom", "autor(?:in)?"),
    event=(
        (
            r"am|vom|bis|seit|ab|im|zum|zur|der|den|dem|von|und|nach|vor|anfang|mitte|ende|oder|für"
            r"|auf|in|seite|nr\.?|zwischen|etwa|schon|bereits|wurde|ist|war|sind|noch|erst"
            r"|spätestens"
        ),
    ),
    trap=(
        r"über dieses thema bericht\w+",
        r"im programm",
        r"sendung(?:en)?:",
        r"gesendet",
        r"gültig",
        r"abgerufen",
        r"verfügbar",
        r"sendetermin",
        r"geboren",
        r"geb\.",
        r"termin:",
        r"beginn:",
        r"\btickets?:",
        r"wann:",
        r"registriert",
        r"mitglied seit",
        r"geteilt von",
        r"\(@\w+\)",
        r"zugriff",
    ),
    beside=("uhr", "von", "um", "lesezeit", "lesedauer", "in", "aktualisiert", "ca", "min"),
)

ENGLISH = Table(
    published=(
        r"(?:first |originally )?(?:published|posted|created|released|issued)(?: in [\w, ]{1,60})?",
        r"(?:publication |pub\.? )?date(?=\s*:)|written",
    ),
    updated=(r"(?:last )?(?:updated|modified|edited|update|reviewed|changed)",),
    on=("on", "at", "by"),
    by=("by",),
    event=(
        r"on|in|since|until|from|to|by|of|the|and|or|before|after|between|at|for|was|is|early|late|mid",
    ),
    trap=(
        r"aired",
        r"broadcast",
        r"shared by",
        r"joined",
        r"copyright",
        r"retrieved",
        r"accessed",
        r"valid",
        r"born",
        r"deadline",
    ),
    beside=("at", "by", "am", "pm", "in", "min", "updated", "gmt", "est", "bst"),
)

TABLES = (GERMAN, ENGLISH)


def alternatives(field: str) -> str:
    """Join a field of all languages to one regular expression, in brackets."""
    return "(?:" + "|".join(entry for table in TABLES for entry in getattr(table, field)) + ")"
