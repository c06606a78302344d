"""From a document to an article: what its claims and its text say, field by field.

Claims win over the text. What neither says stays unknown.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from newsarc import language
from newsarc.catalog.credit import dateline, item_id, sign_off
from newsarc.catalog.evidence import Reading, first
from newsarc.catalog.head import Anatomy, dissect
from newsarc.catalog.stamps import published, updated
from newsarc.dates import DEFAULT_ZONE, PartialDate, read_date
from newsarc.records.kept import Article
from newsarc.text import digest

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsarc.catalog.byline import Byline
    from newsarc.catalog.credit import Credit, Dateline, Picture
    from newsarc.catalog.stamps import Stamp
    from newsarc.records.read import Document


def read(document: Document, *, id: str, added: str | None = None) -> Article:  # noqa: A002
    """Read a document as the article of an id. Pure: equal calls give equal articles.

    Local times are of the document's zone, or of Europe/Berlin. Raises ZoneError.
    """
    parts = _parts(document)
    line = dateline(parts.body)
    body = parts.body[line.end :] if line else parts.body
    credit = sign_off(body)
    zone = document.zone or DEFAULT_ZONE
    readings: dict[str, Reading[Any] | None] = {
        "title": first([_claim(document.title), _headline(parts)]),
        "kicker": first([_claim(document.kicker), _kicker(parts)]),
        "published": _zoned([_claimed_date(document.date), _stated(published(parts.stamps))], zone),
        "updated": _zoned([_claimed_date(document.updated), _stated(updated(parts.stamps))], zone),
        "source": first(
            [
                _claim(document.source),
                _credited_source(credit),
                _house_style(parts.stamps),
                _pictured(parts.pictures),
            ]
        ),
        "agency": first([_claim(document.agency), _agency(line), _credited_agency(credit)]),
        "authors": first([_claimed_authors(document), _signed(parts.bylines)]),
        "place": first([_claim(document.place), _place(line)]),
        "language": _language(document.language, body),
        "url": _claim(document.url),
        "external_id": first([_claim(document.external_id), _item(body)]),
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


def _parts(document: Document) -> Anatomy:
    if document.body is not None:
        return Anatomy(None, None, [], [], [], document.body)
    return dissect(document.content)


def _claim(words: str | None) -> Reading[str] | None:
    return Reading(words, words, "claim") if words else None


def _claimed_authors(document: Document) -> Reading[tuple[str, ...]] | None:
    names = document.authors
    return Reading(names, ", ".join(names), "claim") if names else None


def _signed(found: Sequence[Byline]) -> Reading[tuple[str, ...]] | None:
    """Take the first byline of a text."""
    return Reading(found[0].authors, found[0].words, found[0].rule) if found else None


def _headline(parts: Anatomy) -> Reading[str] | None:
    return Reading(parts.title, parts.title, "headline") if parts.title else None


def _kicker(parts: Anatomy) -> Reading[str] | None:
    return Reading(parts.kicker, parts.kicker, "line above the headline") if parts.kicker else None


def _zoned(
    readings: Sequence[Reading[PartialDate] | None], zone: str
) -> Reading[PartialDate] | None:
    chosen = first(readings)
    if chosen is None or chosen.value is None:
        return chosen
    return Reading(chosen.value.in_zone(zone), chosen.words, chosen.rule)


def _stated(stamp: Stamp | None) -> Reading[PartialDate] | None:
    return None if stamp is None else Reading(stamp.date, stamp.words, stamp.rule)


def _claimed_date(claim: str | None) -> Reading[PartialDate] | None:
    if claim is None:
        return None
    date = read_date(claim)
    return Reading(date, claim, "claim" if date else "claim that is no date")


def _credited_source(credit: Credit | None) -> Reading[str] | None:
    return Reading(credit.source, credit.words, credit.rule) if credit and credit.source else None


def _credited_agency(credit: Credit | None) -> Reading[str] | None:
    return Reading(credit.agency, credit.words, credit.rule) if credit and credit.agency else None


def _item(body: str) -> Reading[str] | None:
    found = item_id(body)
    return Reading(found, found, "item id") if found else None


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


def _language(claim: str | None, body: str) -> Reading[str] | None:
    """Take the claim; only without one is the text asked, which is the dearest step of all."""
    claimed = _language_claim(claim)
    return claimed if claimed and claimed.value else first([claimed, _detected(body)])


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
