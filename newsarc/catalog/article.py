"""Turn a document into an article: fill each field from its claims, or else from its text.

What neither says stays unknown.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from msgspec.structs import replace

from newsarc import language
from newsarc.catalog.claims import (
    as_claimed,
    claim,
    claimed_authors,
    claimed_date,
    claimed_language,
    claimed_source,
)
from newsarc.catalog.credit import item_id, sign_offs, signed_agency, without_signed_agency
from newsarc.catalog.dateline import dateline, dateline_behind_headline, dateline_below
from newsarc.catalog.evidence import Finding, first_known
from newsarc.catalog.genre import genre
from newsarc.catalog.head import HeadAndBody, split_head
from newsarc.catalog.medium import SiteName, site_name, without_site_name
from newsarc.catalog.paywall import truncated
from newsarc.catalog.stamp_rules import STAND
from newsarc.catalog.stamps import Stamps
from newsarc.catalog.words.furniture_words import may_have_notices
from newsarc.dates import DEFAULT_ZONE, PartialDate
from newsarc.records.kept import Article
from newsarc.text import digest as digest_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsarc.catalog.byline import Byline
    from newsarc.catalog.credit import TextCredit
    from newsarc.catalog.dateline import Dateline
    from newsarc.catalog.stamp_rules import Stamp
    from newsarc.records.read import Document

Findings = dict[str, Finding[Any] | None]  # by the field of the article


def read(
    document: Document,
    *,
    id: str,  # noqa: A002 (what an article calls it)
    added: str | None = None,
    digest: str | None = None,
) -> Article:
    """Return the article in a document, with the given id and moment of first ingestion.

    `digest` is that of the document's content, where it is known already.
    The same arguments always give the same article. Times without a zone, and claims in UTC, are
    told in the document's zone, or else in Europe/Berlin. Raises ZoneError for a zone that does
    not exist.

    A copied page of 4,000 characters takes about 4 ms. Where no language is claimed, detecting
    it comes on top.
    """
    content = document.content
    site = site_name(content) if document.body is None else None
    parts = _split(document, site)
    line = dateline(parts.body)
    body = parts.body[line.end :] if line else parts.body
    findings: Findings = {
        **_headings(document, parts),
        **_dates(document, parts.stamps),
        **_credits(document, parts, line, site, content),
        "language": _language(document, body or content),
        "genre": first_known([claim(document, "genre"), _genre(document, parts, content)]),
        "truncated": _truncated(document, content),
        "status": claim(document, "status"),
        "url": claim(document, "url"),
        "external_id": first_known([claim(document, "external_id"), _item(content)]),
    }
    found = {name: finding for name, finding in findings.items() if finding}
    values: dict[str, Any] = {name: finding.value for name, finding in found.items()}
    return Article(
        id=id,
        digest=digest or digest_of(content),
        body=body,
        origins=(document.origin,),
        added=added,
        evidence=tuple(finding.evidence(name) for name, finding in found.items()),
        **{name: value for name, value in values.items() if value is not None},
    )


def _headings(document: Document, parts: HeadAndBody) -> Findings:
    return {
        "title": first_known([claim(document, "title"), _headline(parts)]),
        "kicker": first_known([claim(document, "kicker"), _kicker(parts)]),
    }


def _dates(document: Document, found: Stamps) -> Findings:
    zone = document.zone or DEFAULT_ZONE
    last = found.updated
    first_dates = [claimed_date(document, "date", zone), _believed(found), _day_of(last)]
    last_dates = [claimed_date(document, "updated", zone), _stated(last)]
    return {"published": _zoned(first_dates, zone), "updated": _zoned(last_dates, zone)}


def _credits(
    document: Document,
    parts: HeadAndBody,
    line: Dateline | None,
    site: SiteName | None,
    content: str,
) -> Findings:
    body = parts.body[line.end :] if line else parts.body
    second = None if line and line.agency else _second(content, body)
    signed = [*sign_offs(body), signed_agency(content)]
    agency = first_known([_agency(line), *map(_credited_agency, signed), _agency(second)])
    sources = [_medium(line), _sited(site), *map(_credited_source, signed)]
    inferred = [_house_style(parts.stamps.found), _pictured(parts, agency)]
    return {
        "source": first_known([claimed_source(document), *sources, *inferred]),
        "agency": first_known([claim(document, "agency"), agency]),
        "authors": first_known([claimed_authors(document), _signed(parts.byline)]),
        "place": first_known([claim(document, "place"), _place(line), _place(second)]),
    }


def _second(content: str, body: str) -> Dateline | None:
    """Return a dateline that is not at the beginning of the body, and is left there."""
    return dateline_below(body) if "\n" in content else dateline_behind_headline(body)


def _split(document: Document, site: SiteName | None) -> HeadAndBody:
    """Split the text of a document; a body that is claimed as such has no head."""
    if document.body is not None:
        return HeadAndBody(None, None, Stamps(), None, (), document.body)
    text = without_signed_agency(without_site_name(document.content, site))
    modified = document.modified
    return split_head(text, date.fromisoformat(modified) if modified else None)


def _genre(document: Document, parts: HeadAndBody, content: str) -> Finding[str] | None:
    title, kicker = document.title or parts.title, document.kicker or parts.kicker
    return genre(content, title, kicker)


def _truncated(document: Document, content: str) -> Finding[bool] | None:
    """Return whether the text was cut off; a whole text without notices need not be searched.

    Its furniture was mostly removed right before: then the answer is at hand.
    """
    if document.truncated:
        return as_claimed(document, "truncated", True, "true")  # noqa: FBT003 (the value)
    is_searched = document.body is not None or may_have_notices(content)
    return truncated(content) if is_searched else None


def _signed(found: Byline | None) -> Finding[tuple[str, ...]] | None:
    if found is None:
        return None
    return Finding(found.authors, found.words, found.rule, reasons=found.reasons)


def _headline(parts: HeadAndBody) -> Finding[str] | None:
    return Finding(parts.title, parts.title, "headline") if parts.title else None


def _kicker(parts: HeadAndBody) -> Finding[str] | None:
    return Finding(parts.kicker, parts.kicker, "line above the headline") if parts.kicker else None


def _zoned(
    findings: Sequence[Finding[PartialDate] | None], zone: str
) -> Finding[PartialDate] | None:
    """Return the first known date, in its zone."""
    chosen = first_known(findings)
    if chosen is None or chosen.value is None:
        return chosen
    return replace(chosen, value=chosen.value.in_zone(zone))


def _believed(found: Stamps) -> Finding[PartialDate] | None:
    """Return the date of publication, with the features that spoke for it."""
    stamp = found.published
    if stamp is None:
        return None
    return Finding(stamp.date, stamp.words, stamp.rule, reasons=found.reasons)


def _stated(stamp: Stamp | None) -> Finding[PartialDate] | None:
    return None if stamp is None else Finding(stamp.date, stamp.words, stamp.rule)


def _day_of(stamp: Stamp | None) -> Finding[PartialDate] | None:
    """Infer the day of publication from an update: most updates are made on the same day."""
    if stamp is None:
        return None
    day = PartialDate(stamp.date.year, stamp.date.month, stamp.date.day)
    return Finding(day, stamp.words, "update stamp, for want of another", "inferred")


def _credited_source(credit: TextCredit | None) -> Finding[str] | None:
    return Finding(credit.source, credit.words, credit.rule) if credit and credit.source else None


def _credited_agency(credit: TextCredit | None) -> Finding[str] | None:
    return Finding(credit.agency, credit.words, credit.rule) if credit and credit.agency else None


def _item(text: str) -> Finding[str] | None:
    found = item_id(text)
    return Finding(found, found, "item id") if found else None


def _house_style(found: Sequence[Stamp]) -> Finding[str] | None:
    """Infer ARD from its stamp: only ARD's sites put no comma between day and time."""
    for stamp in found:
        timed = stamp.date.precision == "minute"
        if stamp.rule == STAND and timed and "," not in stamp.words:
            return Finding("ARD", stamp.words, "house style of the stamp", "inferred")
    return None


def _pictured(parts: HeadAndBody, agency: Finding[str] | None) -> Finding[str] | None:
    """Infer the source from a picture credit, unless the text has another author or agency."""
    for picture in () if parts.byline else parts.pictures:
        if picture.agency and (agency is None or picture.agency in str(agency.value).split("/")):
            return Finding(picture.agency, picture.words, "picture credit", "inferred")
    return None


def _agency(line: Dateline | None) -> Finding[str] | None:
    return Finding(line.agency, line.words, "dateline") if line and line.agency else None


def _place(line: Dateline | None) -> Finding[str] | None:
    return Finding(line.place, line.words, "dateline") if line and line.place else None


def _medium(line: Dateline | None) -> Finding[str] | None:
    return Finding(line.source, line.words, "dateline") if line and line.source else None


def _sited(site: SiteName | None) -> Finding[str] | None:
    return Finding(site.name, site.name, site.rule) if site else None


def _language(document: Document, body: str) -> Finding[str] | None:
    """Return the claimed language; detect it only if none is claimed, which is slow."""
    claimed = claimed_language(document)
    return claimed if claimed and claimed.value else first_known([claimed, _detected(body)])


def _detected(body: str) -> Finding[str] | None:
    detected = language.detect(body)
    if detected is None:
        return None
    return Finding(detected.code, detected.sample, "langdetect", "inferred")
