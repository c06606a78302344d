"""The words of page furniture: buttons, links, notices, paywall prompts, by language.

Furniture (also called boilerplate) is what a page prints around its article. Every entry was
seen on real pages. It is a regular expression and is matched without case. To add a language,
add it to `FURNITURE_WORDS`. The rules that use these words are in `furniture`, `caption` and
`paywall`.
"""

from __future__ import annotations

from functools import lru_cache

from msgspec import Struct


class FurnitureWords(Struct, frozen=True):
    """The furniture of pages in one language."""

    # A whole line: a button, a share bar, a reading time.
    buttons: tuple[str, ...] = ()
    # Introduces other articles, as in `Lesen Sie auch: …`.
    elsewhere: tuple[str, ...] = ()
    # A whole sentence: a notice of the page about itself.
    notices: tuple[str, ...] = ()
    # Before the name of a photographer.
    picture: tuple[str, ...] = ()
    # A whole line: the job of an author.
    roles: tuple[str, ...] = ()
    # A whole line: a byline that names no person.
    nameless: tuple[str, ...] = ()
    # At the end of a line: a paywall prompt; only subscribers may read the rest.
    withheld: tuple[str, ...] = ()
    # At the end of a line: an offer of a subscription.
    offers: tuple[str, ...] = ()
    # At the end of a line: an offer of reprint rights.
    rights: tuple[str, ...] = ()
    # Not regular expressions but plain words, in small letters, of which only ß may be beyond
    # ASCII. Every notice, prompt and offer above contains one of them; see `may_have_notices`.
    telling: tuple[str, ...] = ()


GERMAN = FurnitureWords(
    buttons=(
        r"teilen|drucken|merken|vorlesen|kommentare?|kommentieren|anzeige|werbung|newsletter",
        r"e-?mail|zur startseite|startseite|zurück|suche|menü|anmelden|registrieren",
        r"artikel (?:anhören|hören|teilen|drucken|merken|vorlesen)(?: lassen)?",
        (
            r"(?:(?:teilen|merken|drucken|vorlesen|kommentieren|anhören|hören|mailen|twittern)"
            r"(?:[ |·•/]{1,3}|$)){2,6}+"
        ),
        (
            r"(?:auf|bei|über|via|per|mit) (?:facebook|twitter|x|whatsapp|telegram|linkedin|xing"
            r"|mastodon|bluesky|threads|e-?mail|mail) (?:teilen|senden|empfehlen|verschicken)"
        ),
        r"(?:nächste|vorherige)r? (?:artikel|beitrag|seite)|zur merkliste(?: hinzufügen)?",
        r"(?:direkt )?(?:zum (?:haupt)?inhalt|zur (?:haupt)?navigation)(?: springen| wechseln)?",
        r"(?:seite|link|beitrag) (?:teilen|kopieren|drucken)",
        r"alle artikel der serie|gefällt mir|teilen (?:sie dies )?mit|wird geladen",
        r"(?:lesezeit|lesedauer)\W{0,3}(?:ca\.? )?\d+ min\w*\.?",
        r"(?:ca\.? )?\d+ min(?:uten|\.)?(?: lesezeit)?",
        r"\d+ (?:kommentare?|bewertungen|bilder)|kommentare?:? ?\(?\d+\)?",
        r"lesen sie (?:auch|mehr (?:dazu|zu[mr]?|über|hier|auf)) .{1,80}",
        r"anzeige ?/ ?sponsorenhinweis|(?:ende der )?anzeige(?: ende)?",
        r"(?:symbol|archiv)(?:bild|foto)",
        r"(?:jetzt |hier |unseren |den |zum )*newsletter (?:abonnieren|anmelden|bestellen)",
        (
            r"(?:stand|erstellt|aktualisiert|veröffentlicht)\W{0,2}"
            r"(?:vor (?:\d+|einer|einem) \w+|\d?\d[:.]\d\d uhr)"
        ),
        r"vor (?:\d+|einer|einem|wenigen) \w+ (?:aktualisiert|geändert|veröffentlicht|erstellt)",
        r"vor (?:\d+|einer|einem|wenigen) (?:sek|min|stunde|std|tag)\w*\.?",
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
    nameless=(
        (
            r"(?:ein(?:e)? [\w-]{1,20} )?(?:von|aus|vom) (?:(?:unser|ein|d|uns)\w{1,3} )?"
            r"(?:[\w-]{1,20} ){0,2}[\w-]{0,20}(?:korrespondent|mitarbeiter|reporter|redakteur"
            r"|redaktionsmitglied|redaktionsteam|volontär|autor|berichterstatter|redaktion)"
            r"(?:in)?(?:nen|en|ern|s|n)?(?: (?:in|aus|für|bei) [\w-]{1,20}(?: [\w-]{1,20})?)?"
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
        *("rechte am", "abonn", "weiterlesen", "lesen zu k", "melden sie", "schließen sie"),
        *("r mitglieder", "probemonat", "probeabo"),
    ),
)

ENGLISH = FurnitureWords(
    buttons=(
        r"share|print|save|comments?|search|menu|log ?in|sign in|subscribe|advertisement",
        r"skip to (?:main )?(?:content|navigation)|\d+ comments?|comments?:? ?\(?\d+\)?",
        (
            r"(?:(?:last )?(?:updated|published|posted)\W{0,2})?"
            r"(?:\d+|an?) (?:min|minute|hour|hr|day|week)s? ago"
        ),
        r"\d+ min(?:ute)?s? read|sign up (?:for|to) (?:our|the) newsletters?",
    ),
    elsewhere=(r"(?:read|see) (?:also|more)|related (?:articles|stories|posts|content)",),
    notices=(
        r"this (?:article|post|page) contains affiliate links[^.\n]{0,80}\.?",
        r"view this post on instagram",
    ),
    picture=(r"(?:file )?photo(?:graph|s)?(?: by| credit)?|(?:image|picture)s?(?: credit)?",),
    roles=(r"(?:senior |chief |staff |political |foreign )*(?:correspondent|reporter|editor)",),
    nameless=(
        (
            r"(?:by|from) (?:(?:our|an?|the) )?(?:[\w-]{1,20} ){0,2}(?:correspondent|reporter"
            r"|writer|editor|contributor|newsroom|team|staff|desk)s?"
            r"(?: (?:in|at|for) [\w-]{1,20}(?: [\w-]{1,20})?)?"
        ),
        r"(?:by|from) our (?:own )?(?:man|woman|people) (?:in|at) [\w-]{1,20}",
    ),
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
)

FURNITURE_WORDS = (GERMAN, ENGLISH)

_TELLING = tuple(word.encode() for words in FURNITURE_WORDS for word in words.telling)
# Letters beyond ASCII that patterns take for others where case does not count.
_ALIKE = (("\u017f", "s"), ("\u212a", "k"), ("ẞ", "ß"))


@lru_cache(maxsize=1)  # `furniture` and `article` mostly ask about the same text in turn
def may_have_notices(text: str) -> bool:
    """Whether a text may contain a notice, a prompt or an offer.

    A quick test that spares most texts the patterns. It never misses one. Bytes are searched, as
    they lose their case in a quarter of the time.
    """
    for letter, other in _ALIKE:
        text = text.replace(letter, other)
    small = text.encode("utf-8", "surrogatepass").lower()
    return any(map(small.__contains__, _TELLING))
