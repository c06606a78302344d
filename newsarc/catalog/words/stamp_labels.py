"""The labels of stamps: `Stand:`, `Veröffentlicht am`, `Aktualisiert:`, by language.

A stamp is the date that an article states for itself. This file holds the words around it:
the labels that make a date a stamp, and the words that show that it dates something else.
Every entry was seen on real pages. It is a regular expression and is matched without case.

To add a label, add an entry to a language below. To add a language, add it to `STAMP_LABELS`.
The rules that use these words are in `stamp_rules`.
"""

from __future__ import annotations

from collections import Counter

from msgspec import Struct

from newsarc.text import WORD


class StampLabels(Struct, frozen=True):
    """The words around dates in one language."""

    # Labels directly before a date of publication or of an update.
    published: tuple[str, ...]
    updated: tuple[str, ...]
    # Words between a label and its date, such as `am` in `veröffentlicht am`.
    on: tuple[str, ...]
    # Words that begin a byline.
    by: tuple[str, ...]
    # Directly before a date: it is the date of an event.
    event: tuple[str, ...]
    # Shortly before a date: it is the date of a broadcast, an edition, a deadline.
    trap: tuple[str, ...]
    # Directly before a date: it dates a life, a printout, an archive's copy, another version.
    other: tuple[str, ...]
    # Lower-case words that may follow a stamp directly; any other such word makes it a
    # date within a sentence.
    beside: tuple[str, ...]
    # Frequent words by which the language is recognised, each in one language only.
    frequent: tuple[str, ...]
    # Whether `1/2/2022` always means 1 February in this language.
    day_first: bool = True


GERMAN = StampLabels(
    published=(
        r"stand(?: des artikels)?",
        r"(?:zuerst |erstmals |erst)?(?:veröffentlicht|veröffentlichung|erschienen|publiziert)",
        r"erstellt|online(?: seit)?|eingestellt|geschrieben|gepostet|verfasst|getaggt mit .{1,60}",
        r"(?:veröffentlichungs|erscheinungs|erstellungs)?datum|gespeichert|publikationsdatum",
        (
            r"(?:^|(?<=\n)|(?<=[.!?] ))"
            r"(?:(?:presse|kurz)?mitteilung|artikel|beitrag|nachricht)(?=\s+vom\s)"
        ),
        r"(?:^|(?<=\n))(?:eil|erst)?meldung(?: der .{2,40})?(?=\s+vom\s)",
        r"diese[r ]? ?(?:artikel|beitrag|eintrag|text|nachricht|meldung) (?:wurde|erschien|ist)",
    ),
    updated=(
        (
            r"(?:zuletzt |letztes? |letztmals )?(?:aktualisiert|aktualisierung|geändert|änderung"
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
        r"\b(?:radio|fernsehen|hörfunk)\b.*\|",
        r"sendung(?:en)?:",
        r"gesendet",
        r"gültig",
        r"abgerufen",
        r"verfügbar",
        r"sendetermin",
        r"termine?:",
        r"\w*schluss:? ",
        r"nächste\w* (?:ausgabe|sitzung|sendung):?",
        r"erscheint am",
        r"beginn:",
        r"\btickets?:",
        r"wann:",
        r"registriert",
        r"mitglied seit",
        r"geteilt von",
        r"\(@\w+\)",
        r"zugriff",
        r"(?:^|\s)(?:heute|morgen|gestern), $",
    ),
    other=(
        r"(?<!\*)\*|†|✝|geboren|gestorben|verstorben|(?:geb|gest|verst)\.|getauft",
        r"archiviert(?: vom original)?|archivversion|archivkopie|(?:aus)?gedruckt|ausdruck",
        r"abgerufen|aufgerufen|besucht|heruntergeladen|gespiegelt|abruf|zugriff|besuch|download",
        r"(?:druck|ausdrucks?|abruf|zugriffs)-?datum|gültig (?:bis|ab)",
        (
            r"(?:pdf|pdf-datei|druckansicht|druckversion|ausdruck|screenshot) "
            r"(?:erstellt|erzeugt|generiert|gespeichert)"
        ),
        (
            r"(?:software|programm|daten|karten|tabellen|preis|fahrplan|rechts|gebiets|server)"
            r"-?stand"
        ),
        r"(?:software-?|app-|programm-?)?version [\w.]{1,8},?|(?:druck|software|alte )-?version",
    ),
    beside=("uhr", "von", "um", "lesezeit", "lesedauer", "in", "aktualisiert", "ca", "min"),
    frequent=("der", "die", "und", "das", "ist", "nicht", "mit", "den", "für", "auf"),
    day_first=False,
)

ENGLISH = StampLabels(
    published=(
        (
            r"(?:first |originally )?(?:published|posted|created|released|issued)"
            r"(?: \d+ \w+ ago)?(?: in [\w, ]{1,60})?"
        ),
        r"(?:publication |pub\.? )?date(?=\s*:)|written",
    ),
    updated=(r"(?:last )?(?:updated|modified|edited|update|reviewed|changed)",),
    on=("on", "at", "by"),
    by=("by", "author"),
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
        r"deadline",
    ),
    other=(
        r"born|died|baptised|baptized|archived(?: from the original)?|printed|retrieved|accessed",
        r"visited|downloaded|snapshot(?: taken)?|valid (?:until|from)|(?:print|access) date",
        r"(?:pdf|page|printout|print version|copy) (?:generated|created|printed|saved)",
        r"(?:software |app )?version [\w.]{1,8},?(?: released| of)?",
    ),
    beside=("at", "by", "am", "pm", "in", "min", "updated", "gmt", "est", "bst"),
    frequent=("the", "and", "to", "is", "that", "with", "for", "on", "was", "are"),
    day_first=False,
)

FRENCH = StampLabels(
    published=(r"publiée?|paru(?:e)?|mise? en ligne|posté|créé|parution|écrit",),
    updated=(r"mise? à jour|modifiée?|actualisée?",),
    on=("le", "du"),
    by=("par",),
    event=(r"le|du|au|en|depuis|dès|jusqu'au|et|ou|avant|après|entre",),
    trap=(r"diffusée?", r"consultée?", r"inscrit", r"née? ", r"depuis"),
    other=(r"née?|décédée?|archivée?|imprimée?|consultée?|téléchargée?",),
    beside=("à", "par", "temps", "lecture", "modifié", "mis"),
    frequent=("les", "des", "et", "est", "dans", "pour", "une", "qui", "sur", "aux"),
)

SPANISH = StampLabels(
    published=(r"publicad[oa]|publicación|fecha(?=\s*:)|creado|escrito",),
    updated=(r"actualizad[oa](?: a)?|actualización|modificado",),
    on=("el", "en"),
    by=("por",),
    event=(r"el|del|al|en|desde|hasta|y|o|antes|entre|este|pasado",),
    trap=(r"emitid[oa]", r"consultado", r"nacid[oa]", r"vigente"),
    other=(r"nacid[oa]|fallecid[oa]|archivad[oa]|impres[oa]|consultad[oa]|descargad[oa]",),
    beside=("a", "por", "en", "hs", "hrs", "actualizado", "h"),
    frequent=("el", "los", "las", "y", "del", "con", "para", "una", "su", "por"),
)

PORTUGUESE = StampLabels(
    published=(r"publicad[oa]|postad[oa]|publicação|criado",),
    updated=(r"atualizad[oa]|atualização|modificado",),
    on=("em", "a"),
    by=("por",),
    event=(r"em|no|na|de|desde|até|dia|e|ou|entre",),
    trap=(r"exibido", r"acesso em", r"nascid[oa]", r"válido"),
    other=(r"nascid[oa]|falecid[oa]|arquivad[oa]|impress[oa]|acessad[oa]|consultad[oa]",),
    beside=("às", "por", "em", "atualizado"),
    frequent=("os", "do", "da", "em", "não", "uma", "dos", "na", "com", "ao"),
)

ITALIAN = StampLabels(
    published=(r"pubblicat[oa]|pubblicazione|data(?=\s*:)|scritto|creato",),
    updated=(r"aggiornat[oa]|aggiornamento|modificat[oa]|ultima modifica",),
    on=("il", "in"),
    by=("di", "da"),
    event=(r"il|del|dal|al|nel|dell|fino|e|o|prima|dopo|tra|entro",),
    trap=(r"trasmess[oa]", r"consultato", r"valido"),
    other=(r"nat[oa]|mort[oa]|archiviat[oa]|stampat[oa]|consultat[oa]|scaricat[oa]",),
    beside=("alle", "ore", "di", "aggiornato"),
    frequent=("il", "di", "che", "della", "gli", "sono", "nel", "alla", "dei", "è"),
)

STAMP_LABELS = (GERMAN, ENGLISH, FRENCH, SPANISH, PORTUGUESE, ITALIAN)


def labels_for(text: str) -> StampLabels:
    """Return the labels of the language whose frequent words the text uses most.

    On a tie, and in a text without any of these words, the first language wins.
    """
    count = Counter(WORD.findall(text.casefold()))
    return max(STAMP_LABELS, key=lambda labels: sum(count[word] for word in labels.frequent))
