"""The words by which newspapers mark what is not their article's text, by language.

Each entry is a convention seen in the wild, written as a regular expression that is
matched without case. A new language is a new table in `TABLES`; no code knows more.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import lru_cache

from newsarc.text import WORD


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
    # Words by which a text of the language is known, shared with no other table.
    frequent: tuple[str, ...]
    # Whether all who write `1/2/2022` mean the first of February.
    day_first: bool = True
    # A whole line: a button, a share bar, a reading time.
    buttons: tuple[str, ...] = ()
    # Above or in front of other articles, as in `Lesen Sie auch: …`.
    elsewhere: tuple[str, ...] = ()
    # From the beginning of a sentence to its end: what a page says of itself.
    notices: tuple[str, ...] = ()
    # Before the name of who took a picture.
    picture: tuple[str, ...] = ()
    # A whole line: what an author is.
    roles: tuple[str, ...] = ()
    # At the end of a line: that only some may read the rest.
    withheld: tuple[str, ...] = ()
    # At the end of a line: that a subscription can be had.
    offers: tuple[str, ...] = ()
    # At the end of a line: that rights can be had.
    rights: tuple[str, ...] = ()
    # In small letters: a text with none of these has no notice, prompt or offer, either.
    telling: tuple[str, ...] = ()
    # The names that a genre has.
    commentary: tuple[str, ...] = ()
    analysis: tuple[str, ...] = ()
    interview: tuple[str, ...] = ()
    ticker: tuple[str, ...] = ()
    correction: tuple[str, ...] = ()
    # Words of a headline that follow such a name and are written small.
    joining: tuple[str, ...] = ()


GERMAN = Table(
    published=(
        r"stand(?: des artikels)?",
        r"(?:zuerst |erstmals |erst)?(?:veröffentlicht|veröffentlichung|erschienen|publiziert)",
        r"erstellt|online(?: seit)?|eingestellt|geschrieben|gepostet|verfasst|getaggt mit .{1,60}",
        r"(?:veröffentlichungs|erscheinungs|erstellungs)?datum|gespeichert|publikationsdatum",
        r"(?:^|(?<=\n))(?:(?:presse|kurz)?mitteilung|artikel|beitrag|nachricht)(?=\s+vom\s)",
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
        r"(?:^|\s)(?:heute|morgen|gestern), $",
    ),
    beside=("uhr", "von", "um", "lesezeit", "lesedauer", "in", "aktualisiert", "ca", "min"),
    frequent=("der", "die", "und", "das", "ist", "nicht", "mit", "den", "für", "auf"),
    day_first=False,
    buttons=(
        r"teilen|drucken|merken|vorlesen|kommentare?|kommentieren|anzeige|werbung|newsletter",
        r"e-?mail|zur startseite|startseite|zurück|suche|menü|anmelden|registrieren",
        r"artikel (?:anhören|teilen|drucken|merken|vorlesen)",
        r"(?:direkt )?(?:zum (?:haupt)?inhalt|zur (?:haupt)?navigation)(?: springen| wechseln)?",
        r"(?:seite|link|beitrag) (?:teilen|kopieren|drucken)",
        r"alle artikel der serie|gefällt mir|teilen (?:sie dies )?mit|wird geladen",
        r"(?:lesezeit|lesedauer)\W{0,3}(?:ca\.? )?\d+ min\w*\.?",
        r"(?:ca\.? )?\d+ min(?:uten|\.)?(?: lesezeit)?",
        r"\d+ (?:kommentare?|bewertungen|bilder)",
        r"lesen sie (?:auch|mehr (?:dazu|zu[mr]?|über|hier|auf)) .{1,80}",
        r"anzeige ?/ ?sponsorenhinweis|(?:ende der )?anzeige(?: ende)?",
        r"(?:symbol|archiv)(?:bild|foto)",
        r"(?:jetzt |hier |unseren |den |zum )*newsletter (?:abonnieren|anmelden|bestellen)",
        (
            r"(?:stand|erstellt|aktualisiert|veröffentlicht)\W{0,2}"
            r"(?:vor (?:\d+|einer|einem) \w+|\d?\d[:.]\d\d uhr)"
        ),
    ),
    elsewhere=(
        r"lesen sie (?:auch|mehr)|mehr zum thema|auch interessant|mehr dazu",
        r"das könnte (?:sie|dich|euch) auch interessieren",
        r"(?:weitere|ähnliche) (?:artikel|beiträge)",
    ),
    notices=(
        r"an dieser stelle (?:finden sie|finde[nt]|steht)[^.\n]{0,80}extern\w*[^.\n]{0,120}\.?",
        r"empfohlener (?:externer|redaktioneller) inhalt|externen inhalt (?:laden|anzeigen)",
        (
            r"ich bin (?:damit )?einverstanden, dass (?:mir )?(?:an dieser stelle )?extern"
            r"[^.\n]{0,120}\.?"
        ),
        r"damit können personenbezogene daten an dritt[^.\n]{0,120}\.?",
        r"diese[r]? (?:artikel|text|beitrag|seite) enthält[^.\n]{0,40}affiliate[^.\n]{0,80}\.?",
        r"(?:abonnieren sie|melden sie sich)[^.\n]{0,60}newsletter[^.\n]{0,40}[.!]?(?=\s*\n)",
        r"(?:lesezeit|lesedauer)[ :]{1,2}(?:ca\.? )?\d+ min(?:uten?|\.)?",
        r"mehr dazu in unserer datenschutzerklärung\.?",
    ),
    picture=(
        r"(?:symbol|archiv|agentur|datei)?(?:fotos?|bild(?:er|rechte|quelle|nachweis)?)",
        r"fotocredits?|fotograf(?:in)?|abb(?:ildung|\.)?|grafik",
    ),
    roles=(
        (
            r"(?:(?:leitende|stellvertretende|politische|freie)r? )*\w*(?:redakteur|korrespondent"
            r"|reporter|volontär)(?:in)?(?: (?:für|im|in|bei) [\w &-]{2,40}| \(\w{2,20}\))?"
        ),
    ),
    withheld=(
        r"(?:jetzt |gratis |kostenlos |gleich |hier )+weiterlesen mit [^.!?\n]{1,40}",
        r"mit \S{1,20}(?:\+|plus) weiterlesen|möchten sie weiterlesen\?",
        r"(?:jetzt |kostenlos )*(?:registrieren|anmelden|abonnieren) und weiterlesen",
        (
            r"(?:bitte )?melden sie sich (?:bitte )?an, um (?:den|diesen)"
            r" (?:\w+ )?(?:artikel|text|beitrag)[^.!?\n]{0,60} zu (?:lesen|drucken)"
        ),
        (
            r"um (?:den|diesen) (?:\w+ )?(?:artikel|text|beitrag) (?:\w+ ){0,3}(?:weiter)?lesen"
            r" zu können,[^.!?\n]{0,80}"
        ),
        (
            r"(?:dieser|der) (?:artikel|text|beitrag|inhalt) (?:ist|steht|gibt es)[^.!?\n]{0,30}"
            r" (?:nur|exklusiv|ausschließlich) für (?:\w+-)?(?:abonnent|mitglieder)[^.!?\n]{0,60}"
        ),
        r"(?:nur|exklusiv|ausschließlich) für (?:\w+-)?(?:abonnent(?:inn)?en|mitglieder)",
    ),
    offers=(
        r"schließen sie [^.!?\n]{0,60}(?:abo|monat|zugang)[^.!?\n]{0,20} ab",
        (
            r"(?:jetzt )?[^.!?\n]{0,30}(?:probemonat|probeabo)"
            r"[^.!?\n]{0,40}(?:abschließen|sichern|bestellen|testen|starten)"
        ),
        r"jetzt abonnieren|(?:sie sind )?bereits (?:digital-?)?abonnent(?:in)?\?[^.!?\n]{0,60}",
    ),
    rights=(r"artikelrechte|rechte am artikel",),
    telling=(
        *("externe", "affiliate", "newsletter", "lesezeit", "lesedauer", "artikelrechte"),
        *("rechte am", "abonn", "weiterlesen", "lesen zu können", "melden sie", "schliessen sie"),
        *("für mitglieder", "probemonat", "probeabo"),
    ),
    commentary=(r"(?:gast)?kommentar|leitartikel|glosse|kolumne|gastbeitrag|meinung|standpunkt",),
    analysis=(r"analyse",),
    interview=(r"interview",),
    ticker=(r"(?:live|news|nachrichten)[ -]?(?:ticker|blog)",),
    correction=(r"korrektur|berichtigung|richtigstellung",),
    joining=(
        r"an|am|auf|aus|bei|beim|das|dem|den|der|des|die|für|im|in|mit|nach|und|über|um|von|vom",
        r"vor|zu|zum|zur|dr|prof|ein|eine|einem|einer|eines",
    ),
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
    frequent=("the", "and", "to", "is", "that", "with", "for", "on", "was", "are"),
    day_first=False,
    buttons=(
        r"share|print|save|comments?|search|menu|log ?in|sign in|subscribe|advertisement",
        r"skip to (?:main )?(?:content|navigation)",
        r"\d+ min(?:ute)?s? read|sign up (?:for|to) (?:our|the) newsletters?",
    ),
    elsewhere=(r"(?:read|see) (?:also|more)|related (?:articles|stories|posts|content)",),
    notices=(
        r"this (?:article|post|page) contains affiliate links[^.\n]{0,80}\.?",
        r"view this post on instagram",
    ),
    picture=(r"(?:file )?photo(?:graph|s)?(?: by| credit)?|(?:image|picture)s?(?: credit)?",),
    roles=(r"(?:senior |chief |staff |political |foreign )*(?:correspondent|reporter|editor)",),
    withheld=(
        r"subscribe (?:now )?to (?:continue|keep) reading[^.!?\n]{0,60}",
        r"(?:log|sign) in (?:or subscribe )?to (?:continue|keep) reading[^.!?\n]{0,60}",
        r"to (?:continue|keep) reading, [^.!?\n]{3,80}",
        (
            r"this (?:content|article|story) is (?:reserved |available |only |exclusively ){1,3}"
            r"(?:for|to) subscribers(?: only)?"
        ),
    ),
    offers=(r"subscribe (?:now|today)|already a subscriber\?.{0,40}",),
    telling=("subscri", "continue reading", "keep reading", "this post on"),
    commentary=(r"opinion|commentary|editorial|op-ed|column",),
    analysis=(r"analysis",),
    interview=(r"interview|q ?& ?a",),
    ticker=(r"live[ -]?(?:blog|ticker|updates)",),
    correction=(r"corrections?",),
    joining=(r"a|an|and|at|by|for|from|in|of|on|the|to|with",),
)

FRENCH = Table(
    published=(r"publiée?|paru(?:e)?|mise? en ligne|posté|créé|parution|écrit",),
    updated=(r"mise? à jour|modifiée?|actualisée?",),
    on=("le", "du"),
    by=("par",),
    event=(r"le|du|au|en|depuis|dès|jusqu'au|et|ou|avant|après|entre",),
    trap=(r"diffusée?", r"consultée?", r"inscrit", r"née? ", r"depuis"),
    beside=("à", "par", "temps", "lecture", "modifié", "mis"),
    frequent=("les", "des", "et", "est", "dans", "pour", "une", "qui", "sur", "aux"),
)

SPANISH = Table(
    published=(r"publicad[oa]|publicación|fecha(?=\s*:)|creado|escrito",),
    updated=(r"actualizad[oa](?: a)?|actualización|modificado",),
    on=("el", "en"),
    by=("por",),
    event=(r"el|del|al|en|desde|hasta|y|o|antes|entre|este|pasado",),
    trap=(r"emitid[oa]", r"consultado", r"nacid[oa]", r"vigente"),
    beside=("a", "por", "en", "hs", "hrs", "actualizado", "h"),
    frequent=("el", "los", "las", "y", "del", "con", "para", "una", "su", "por"),
)

PORTUGUESE = Table(
    published=(r"publicad[oa]|postad[oa]|publicação|criado",),
    updated=(r"atualizad[oa]|atualização|modificado",),
    on=("em", "a"),
    by=("por",),
    event=(r"em|no|na|de|desde|até|dia|e|ou|entre",),
    trap=(r"exibido", r"acesso em", r"nascid[oa]", r"válido"),
    beside=("às", "por", "em", "atualizado"),
    frequent=("os", "do", "da", "em", "não", "uma", "dos", "na", "com", "ao"),
)

ITALIAN = Table(
    published=(r"pubblicat[oa]|pubblicazione|data(?=\s*:)|scritto|creato",),
    updated=(r"aggiornat[oa]|aggiornamento|modificat[oa]|ultima modifica",),
    on=("il", "in"),
    by=("di", "da"),
    event=(r"il|del|dal|al|nel|dell|fino|e|o|prima|dopo|tra|entro",),
    trap=(r"trasmess[oa]", r"consultato", r"valido"),
    beside=("alle", "ore", "di", "aggiornato"),
    frequent=("il", "di", "che", "della", "gli", "sono", "nel", "alla", "dei", "è"),
)

TABLES = (GERMAN, ENGLISH, FRENCH, SPANISH, PORTUGUESE, ITALIAN)


def table_of(text: str) -> Table:
    """Give the table whose frequent words stand in a text most often; of equals, the first."""
    words = Counter(WORD.findall(text.casefold()))
    return max(TABLES, key=lambda table: sum(words[word] for word in table.frequent))


def alternatives(field: str) -> str:
    """Join a field of all languages to one regular expression, in brackets."""
    return "(?:" + "|".join(entry for table in TABLES for entry in getattr(table, field)) + ")"


_TELLING = tuple(word for table in TABLES for word in table.telling)


@lru_cache(maxsize=1)  # two rooms ask of the same text
def tells_of_itself(text: str) -> bool:
    """Tell whether a text might hold a notice, a prompt or an offer."""
    small = text.casefold()
    return any(word in small for word in _TELLING)
