"""From a document to an article: what its claims and its text say, field by field.

Claims win over the text. What neither says stays unknown.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from newsarc import language
from newsarc.catalog.credit import dateline, picture_credits
from newsarc.catalog.evidence import Reading, first
from newsarc.catalog.head import Parted, head_lines, part
from newsarc.catalog.stamps import stamps
from newsarc.dates import DEFAULT_ZONE, PartialDate, read_date
from newsarc.records.kept import Article
from newsarc.text import digest

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsarc.catalog.credit import Dateline, Picture
    from newsarc.catalog.stamps import Stamp
    from newsarc.records.read import Document


def read(document: Document, *, id: str, added: str | None = None) -> Article:  # noqa: A002
    """Read a document as the article of an id. Pure: equal calls give equal articles.

    Local times are of the document's zone, or of Europe/Berlin. Raises ZoneError.
    """
    parted = _parted(document)
    found = list(stamps(parted.head))
    pictures = list(picture_credits(parted.head))
    taken = [(s.start, s.end) for s in found] + [(p.start, p.end) for p in pictures]
    title, *lead = head_lines(parted.head, taken) or [""]
    line = dateline(parted.body)
    body = parted.body[line.end :] if line else parted.body
    body = "\n\n".join(filter(None, [*lead, body]))
    zone = document.zone or DEFAULT_ZONE
    readings: dict[str, Reading[Any] | None] = {
        "title": first([_claim(document.title), _headline(title)]),
        "kicker": _claim(document.kicker),
        "published": _date(document.date, found, "published", zone),
        "updated": _date(document.updated, found, "updated", zone),
        "source": first([_claim(document.source), _house_style(found), _pictured(pictures)]),
        "agency": first([_claim(document.agency), _agency(line)]),
        "authors": _authors(document),
        "place": first([_claim(document.place), _place(line)]),
        "language": first([_language_claim(document.language), _detected(body)]),
        "url": _claim(document.url),
        "external_id": _claim(document.external_id),
    }
    values = {field: reading.value for field, reading in readings.items() if reading}
    return Article(
        id=id,
        digest=digest(document.content),
        body=body,
        origins=(document.origin,),
        added=added,
        evidence=tuple(r.evidence(field) for field, r in readings.items() if r),
        **{field: value for field, value in values.items() if value is not None},
    )


def _parted(document: Document) -> Parted:
    if document.body is not None:
        return Parted("", document.body)
    text = document.content
    return part(text, (stamp.end for stamp in stamps(text[:1000])))


def _claim(words: str | None) -> Reading[str] | None:
    return Reading(words, words, "claim") if words else None


def _authors(document: Document) -> Reading[tuple[str, ...]] | None:
    names = document.authors
    return Reading(names, ", ".join(names), "claim") if names else None


def _headline(title: str) -> Reading[str] | None:
    return Reading(title, title, "first line of the head") if title else None


def _date(
    claim: str | None, found: Sequence[Stamp], field: str, zone: str
) -> Reading[PartialDate] | None:
    stamped = [Reading(s.date, s.words, s.rule) for s in found if s.field == field]
    exact_last = sorted(stamped, key=lambda reading: reading.rule == "crawler stamp")
    chosen = first([_claimed_date(claim), *exact_last])
    if chosen is None or chosen.value is None:
        return chosen
    return Reading(chosen.value.in_zone(zone), chosen.words, chosen.rule)


def _claimed_date(claim: str | None) -> Reading[PartialDate] | None:
    if claim is None:
        return None
    date = read_date(claim)
    return Reading(date, claim, "claim" if date else "claim that is no date")


def _house_style(found: Sequence[Stamp]) -> Reading[str] | None:
    """Know the houses of ARD by their stamp: they alone put no comma between day and time."""
    for stamp in found:
        timed = stamp.date.precision == "minute"
        if stamp.rule == "Stand stamp" and timed and "," not in stamp.words:
            return Reading("ARD", stamp.words, "house style of the stamp", "inferred")
    return None


def _pictured(pictures: Sequence[Picture]) -> Reading[str] | None:
    for picture in pictures:
        if picture.agency:
            return Reading(picture.agency, picture.words, "picture credit", "inferred")
    return None


def _agency(line: Dateline | None) -> Reading[str] | None:
    return Reading(line.agency, line.words, "dateline") if line and line.agency else None


def _place(line: Dateline | None) -> Reading[str] | None:
    return Reading(line.place, line.words, "dateline") if line else None


def _language_claim(claim: str | None) -> Reading[str] | None:
    if claim is None:
        return None
    code = claim.lower().replace("_", "-").partition("-")[0]
    if len(code) in {2, 3} and code.isascii() and code.isalpha():
        return Reading(code, claim, "claim")
    return Reading(None, claim, "claim that is no language code")


def _detected(body: str) -> Reading[str] | None:
    detected = language.detect(body)
    if detected is None:
        return None
    return Reading(detected.code, detected.sample, "langdetect", "inferred")
