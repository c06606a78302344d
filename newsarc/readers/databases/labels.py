"""The labels of Nexis exports, in the languages of its users, and what they stand for."""

from __future__ import annotations

import re

_HEADS = {
    "title": "headline überschrift titel schlagzeile kop titre título titolo",
    "authors": "byline by-line autor autorin author auteur auteurs autore autores verfasser door",
    "section": "section rubrik rubrique sectie rubriek sección seccion sezione seção ressort",
    "length": (
        "length länge laenge longueur lengte longitud extensión extension lunghezza comprimento"
        " umfang"
    ),
    "place": "dateline datumszeile ortsmarke origine datering",
    "lead": "highlight highlights zusammenfassung",
    "body": "body text textkörper haupttext corps tekst texto testo cuerpo",
    "ignored": "guests bio name series serie show anchors",
}
_TAILS = {
    "language": "language sprache langue taal idioma lingua",
    "url": "url",
    "ignored": (
        "load-date update date-chargement laad-datum ladedatum aktualisierung"
        " fecha-carga publication-type pub-type publikationstyp publikationsart zeitungstyp"
        " type-publication tipo-publicación type-de-publication publicatietype zeitungs-code"
        " journal-code code-revue tijdschrift-code zeitschriften-code subject sujet thema themen"
        " betreff onderwerp tema company firma unternehmen société bedrijf organization"
        " organisation organisatie person personne persoon personen personenname city stadt ville"
        " stad state bundesland état country land pays geographic geographie geografie"
        " localisation-geo geographisch industry branche industrie secteur ticker börsenkürzel"
        " graphic grafik graphique graphisme grafiek abbildung photo foto transcript document-type"
        " dokumenttyp type-document notes anmerkung anmerkungen acc-no isbn issn correction"
        " correction-date classification klassifizierung loaded-date"
    ),
}


def _table(labels: dict[str, str]) -> dict[str, str]:
    return {label: field for field, names in labels.items() for label in names.split()}


# Label in lower case → field. Heads stand before the body or, in older exports, behind it; all
# behind a tail is no body.
HEADS, TAILS = _table(_HEADS), _table(_TAILS) | {"view original page": "ignored"}
_LABEL = re.compile(r"(VIEW ORIGINAL PAGE|[A-ZÄÖÜÉÈÀÇÑ][A-ZÄÖÜÉÈÀÇÑ-]{2,29}):(?:\s|$)")
_MIXED = re.compile(r"([A-ZÄÖÜÉÈÀÇÑ][\wäöüéèàçñ-]{2,29})[\u00a0 ]?:(?:[\s\u00a0]|$)")
# `Dokument 1 von 5`, `1 of 100 DOCUMENTS`, `1 van 5 DOCUMENTEN`.
_COUNT = (
    r"(?:(?:Dokument|Document|Documento|Documentt?)[ \u00a0]{1,3}(?P<one>[0-9]{1,6})"
    r" (?:von|of|de|van|di|af|sur) (?P<all>[0-9]{1,6})"
    r"|(?P<first>[0-9]{1,6}) (?:of|von|de|van|di|af|sur) (?P<total>[0-9]{1,6})"
    r" (?:DOCUMENTS?|DOKUMENTE?N?|DOCUMENTEN|DOCUMENTOS?|DOCUMENTI|DOKUMENTER))"
)
MARK = re.compile(
    rf"^[ \t\u00a0]{{0,80}}{_COUNT}[ \t\u00a0\r]{{0,80}}$", re.MULTILINE | re.IGNORECASE
)

# The reason for refusing a file without such a mark.
NO_MARK = "is no Nexis export: no line says which of how many documents it is"


def label(text: str, *, is_mixed: bool = False) -> tuple[str, str] | None:
    """Return the label in capital letters that a text begins with, in lower case, and the rest.

    A mixed one may have small letters: `Length: 355 words`.
    """
    found = (_MIXED if is_mixed else _LABEL).match(text)
    return (found[1].lower(), text[found.end() :].strip()) if found else None


def numbers(mark: re.Match[str]) -> tuple[int, int]:
    """Return which of how many documents a mark begins."""
    return int(mark["one"] or mark["first"]), int(mark["all"] or mark["total"])
