"""From a document to an article: what its claims and its text say, field by field.

Claims win over the text. What neither says stays unknown.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from newsarc import language
from newsarc.catalog.credit import agency_within, dateline, item_id, sign_off, signed_agency
from newsarc.catalog.cut import truncated
from newsarc.catalog.evidence import Reading, first
from newsarc.catalog.genre import genre
from newsarc.catalog.head import Anatomy, dissect
from newsarc.catalog.stamps import published, updated
from newsarc.dates import DEFAULT_ZONE, PartialDate
from newsarc.dates.written import read_date
from newsarc.records.kept import Article
from newsarc.text import digest

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsarc.catalog.belief import Stamp
    from newsarc.catalog.byline import Byline
    from newsarc.catalog.credit import Credit, Dateline, Picture
    from newsarc.records.read import Document

Readings = dict[str, Reading[Any] | None]

# A file's day is in UTC and its text's is not, and some pages bear the day of the next edition.
_AHEAD = timedelta(days=2)


def read(document: Document, *, id: str, added: str | None = None) -> Article:  # noqa: A002
    """Read a document as the article of an id. Pure: equal calls give equal articles.

    Local times are of the document's zone, or of Europe/Berlin. Raises ZoneError.
    """
    parts = _parts(document)
    line = dateline(parts.body)
    body = parts.body[line.end :] if line else parts.body
    readings: Readings = {
        **_heads(document, parts),
        **_dates(document, parts.stamps),
        **_credits(document, parts, line, body),
        "language": _language(document.language, body),
        "genre": first([_claim(document.genre), _genre(document, parts)]),
        "truncated": truncated(document.content),
        "url": _claim(document.url),
        "external_id": first([_claim(document.external_id), _item(document.content)]),
    }
    values: dict[str, Any] = {name: found.value for name, found in readings.items() if found}
    return Article(
        id=id,
        digest=digest(document.content),
        body=body,
        origins=(document.origin,),
        added=added,
        evidence=tuple(found.evidence(name) for name, found in readings.items() if found),
        **{name: value for name, value in values.items() if value is not None},
    )


def _heads(document: Document, parts: Anatomy) -> Readings:
    return {
        "title": first([_claim(document.title), _headline(parts)]),
        "kicker": first([_claim(document.kicker), _kicker(parts)]),
    }


def _dates(document: Document, found: list[Stamp]) -> Readings:
    zone = document.zone or DEFAULT_ZONE
    last = updated(found)
    published_ = [_claimed_date(document.date), _stated(published(found)), _no_later(last)]
    updated_ = [_claimed_date(document.updated), _stated(last)]
    return {"published": _zoned(published_, zone), "updated": _zoned(updated_, zone)}


def _credits(document: Document, parts: Anatomy, line: Dateline | None, body: str) -> Readings:
    credit = sign_off(body)
    text = document.content
    sources = [_credited_source(credit), _house_style(parts.stamps), _pictured(parts.pictures)]
    agencies = [_agency(line), _credited_agency(credit), _credited_agency(signed_agency(text))]
    if "\n" not in text:
        agencies.append(_credited_agency(agency_within(text)))
    return {
        "source": first([_claim(document.source), *sources]),
        "agency": first([_claim(document.agency), *agencies]),
        "authors": first([_claimed_authors(document), _signed(parts.bylines)]),
        "place": first([_claim(document.place), _place(line)]),
    }


def _parts(document: Document) -> Anatomy:
    if document.body is not None:
        return Anatomy(None, None, [], [], [], document.body)
    parts = dissect(document.content)
    return parts._replace(stamps=_not_after(document.modified, parts.stamps))


def _not_after(modified: str | None, found: list[Stamp]) -> list[Stamp]:
    """Disbelieve the dates that a text cannot have known on the day its file was written."""
    if modified is None:
        return found
    day = date.fromisoformat(modified)
    return [stamp for stamp in found if stamp.date.span.first.date() - _AHEAD <= day]


def _genre(document: Document, parts: Anatomy) -> Reading[str] | None:
    title, kicker = document.title or parts.title, document.kicker or parts.kicker
    return genre(document.content, title, kicker)


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
    return replace(chosen, value=chosen.value.in_zone(zone))


def _stated(stamp: Stamp | None) -> Reading[PartialDate] | None:
    return None if stamp is None else Reading(stamp.date, stamp.words, stamp.rule)


def _no_later(stamp: Stamp | None) -> Reading[PartialDate] | None:
    """Take the day of an update where a text states no other: most are made on the same day."""
    if stamp is None:
        return None
    day = PartialDate(stamp.date.year, stamp.date.month, stamp.date.day)
    return Reading(day, stamp.words, "update stamp, for want of another", "inferred")


def _claimed_date(claim: str | None) -> Reading[PartialDate] | None:
    if claim is None:
        return None
    date = read_date(claim)
    return Reading(date, claim, "claim" if date else "claim that is no date")


def _credited_source(credit: Credit | None) -> Reading[str] | None:
    return Reading(credit.source, credit.words, credit.rule) if credit and credit.source else None


def _credited_agency(credit: Credit | None) -> Reading[str] | None:
    return Reading(credit.agency, credit.words, credit.rule) if credit and credit.agency else None


def _item(text: str) -> Reading[str] | None:
    found = item_id(text)
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
