"""The names of persons in bylines, as opposed to publishers, roles and places."""

from __future__ import annotations

import re
from itertools import takewhile

from newsarc.catalog.agencies import agency
from newsarc.catalog.words.first_names import FIRST_NAMES

# Words that are in no person's name: publishers, desks, agencies, roles.
_NO_PERSON = re.compile(
    r"^(?:der|die|das|the|our|unsere?[mnrs]?)\b|\b(?:redaktion\w*|redakteur\w*|online|zeitung|verlag|team|agentur\w*"
    r"|nachrichten\w*|news\w*|presse\w*|medien\w*|media|gmbh|ag|ev|dpa\w*|afp|ap"
    r"|reuters|epd|kna|sid|dts|apa|sda|ots|ard|zdf|ndr|mdr|wdr|swr|rbb|hr"
    r"|br|sr|orf|srf|dlf|ntv|rtl|dw|bild|spiegel|welt|focus|stern|taz|faz"
    r"|korrespondent\w*|volontär\w*|autor\w*|reporter\w*|chef\w*|leiter\w*"
    r"|mitarbeiter\w*|gast\w*|admin|webmaster|unbekannt|uhr|jahre?n?|januar"
    r"|februar|märz|april|juni|juli|august|september|oktober|november|dezember"
    r"|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|anfang|bis"
    r"|nach|die|das|ein|eine|wir|ihr|sie|mehr|alle|neue\w*|foto\w*|bild\w*"
    r"|video\w*|kommentar\w*|teilen|drucken|lesezeit|min|stand|group|press|staff"
    r"|editor\w*|kurier|tageblatt|anzeiger|bote|blatt|rundschau|allgemeine|journal|magazin"
    r"|post|times|gazette|courier|herald|tribune|radio|fernsehen|tv|polizei\w*|feuerwehr"
    r"|stadt\w*|landkreis|ministerium|universität|hochschule|verein|verband|stiftung)\b",
    re.IGNORECASE,
)

# Last names that are also words of publishers and of the calendar.
_SURNAMES = frozenset("April Bote Focus Gast Mai Post Stern Welt".split())
_LONGEST = 50
_LATEST_FIRST_NAME = 6  # words, with those of roles and titles
# Letters with a digit, an underscore or a capital among them, or a word all in lower case.
_PSEUDONYM = re.compile(
    r"(?=.{4,25}$)(?!(?:wegen|hinten|vorne?|außen|innen|oben|unten|neuem|weitem|allem|selbst)$)"
    r"(?:[^\W\d_]\w*?[\d_]\w*|[^\W\d_]+[a-zäöüß][A-ZÄÖÜ]\w*|[a-zäöüß]{5,})"
)
_SINGLE = re.compile(r"[^\W\d_][\w.-]{2,24}")
# A section of the newspaper, which some pages print behind a name.
_SECTION = re.compile(
    r"(?<=\w) (?:Kultur|Politik|Sport|Wirtschaft|Panorama|Lokales|Netzwerk|Allgemein|News|Blog"
    r"|Meinung|Wissen|Reise|Feuilleton|Kommentare?)\b.*$"
)
# What is no part of a name: words in brackets, a handle, and what a page prints behind a name
# without a blank, such as a role in `Eva MusterKorrespondentin`.
_BESIDE = re.compile(
    r"\s*\([^()]{1,40}\)|\s?@\w+"
    r"|(?<=[^\W\d_A-Z])(?:Leitende|Korrespondent|Redakteur|Volontär|Autor|Reporter|Chef|Staff"
    r"|Senior|Editor|Writer|Correspondent|Twitter|Kommentar|The [A-Z]"
    r"|[A-Z]\w{2,20} (?:[Ee]ditor|[Cc]orrespondent|[Rr]eporter|[Ww]riter)\b).*$"
)
# A role behind a name: `Jane Roe Education editor`.
_ROLE_BEHIND = re.compile(
    r" (?:[A-Z][\w-]+ ){0,2}(?:[Ee]ditor|[Cc]orrespondent|[Rr]eporter|[Ww]riter|[Cc]olumnist"
    r"|[Kk]orrespondent(?:in)?|[Rr]edakteur(?:in)?)(?: .*)?$"
)
_PARTICLE = r"(?:von|van|de|der|den|zu|vom|zum|al|el|la|du|di|da|ten|ter|dos|af|Ó|v\.|bin)"
# A letter that is neither in ASCII's lower case nor another frequent small one. `is_person` looks
# at the case of the others.
_CAPITAL = r"[^\W\d_a-zß-öø-ÿ]"
_PART = rf"(?:d['’])?{_CAPITAL}(?:[\w'’]*[\w’']|\.)(?:-{_CAPITAL}[\w'’]+)*"
_PERSON = re.compile(rf"{_PART}(?: {_PARTICLE}){{0,2}}(?: (?:{_PARTICLE} )?{_PART}){{1,3}}")
_TOWARDS = " zu "  # in a name, and in `Von Tor zu Tor`
_TITLE = re.compile(r"(?:(?:Dr|Prof|Mag|Dipl|Ing|med|phil|rer|nat|h\. ?c|PD)\.?(?:-\w+\.?)?\s+)+")
# A role before a name: `unserer Korrespondentin Eva Muster`.
_ROLE = re.compile(
    r"(?<![\w-])(?:unser(?:er|em|en)? )?(?:[\w-]{1,30}-)?"
    r"(?:Korrespondent|Redakteur|Reporter|Autor|Mitarbeiter|Volontär|Expert)(?:in|innen|en|e)? "
    r"(?=[A-ZÄÖÜ])"
)
_JOINED = re.compile(r", | (?i:und|and|sowie) | & | ?/ ?")
_BETWEEN = re.compile(
    r"\s*(?:[,;|/&+•·]|(?<!\w)(?:(?i:und|and|sowie|mit)|et|y|e|og|och|en)(?!\w))\s*"
)


def persons(text: str) -> tuple[str, ...]:
    """Return the persons in a byline, in order, without roles, places and publishers."""
    parts = (_bare(part) for part in _parts(text))
    return tuple(dict.fromkeys(part for part in parts if is_person(part)))


def _parts(text: str) -> list[str]:
    """Return what separators divide, without what is no part of a name."""
    bare = _SECTION.sub("", _BESIDE.sub("", text))
    return [part for part in _BETWEEN.split(bare) if part.strip()]


def _bare(part: str) -> str:
    """Return a name without the roles and titles around it."""
    return _TITLE.sub("", _ROLE_BEHIND.sub("", _ROLE.sub("", part.strip(" .:*-–—·•"))))


def is_person(text: str) -> bool:
    """Whether a text has the shape of a first name and a last name."""
    shaped = len(text) <= _LONGEST and _PERSON.fullmatch(text) is not None
    if not shaped or text[0].islower() or _NO_PERSON.search(_without_surname(text)):
        return False
    return _TOWARDS not in text or has_known_first_name(text)


def _without_surname(name: str) -> str:
    """Leave out a last name that is also a word of publishers, behind a frequent first name."""
    first, _, last = name.rpartition(" ")
    return first if last in _SURNAMES and has_known_first_name(name) else name


def known_persons(text: str) -> tuple[str, ...]:
    """Return the persons in a text of nothing but persons and agencies, else ().

    The first one must have a frequent first name.
    """
    if not any(map(has_known_first_name, text.split(" ", _LATEST_FIRST_NAME)[:-1])):
        return ()  # as most lines of a page, without looking closer
    found = only_persons(text)
    return found if found and has_known_first_name(found[0]) else ()


def only_persons(text: str) -> tuple[str, ...]:
    """Return the persons in a text of nothing but persons and agencies, else ()."""
    found = persons(text)
    others = [part for part in _parts(text) if agency(part) is None]
    return found if len(found) == len(others) else ()


def has_known_first_name(name: str) -> bool:
    """Whether a name begins with a frequent first name."""
    return _first_name(name) in FIRST_NAMES


def leading_persons(text: str, start: int) -> tuple[tuple[str, ...], int]:
    """Return the persons with frequent first names at `start`, and where the last one ends.

    Nothing marks the end of a name, so each is first names and a single last name.
    """
    names: list[str] = []
    end = start
    while (name := _leading_person(text, start)) is not None:
        names.append(name)
        end = start + len(name)
        joined = _JOINED.match(text, end)
        if joined is None:
            break
        start = joined.end()
    return tuple(names), end


def trailing_person(text: str) -> str | None:
    """Return the person with frequent first names at the end of a text, or None.

    Nothing marks where a name begins, so it is first names and a single last name.
    """
    *_, last = words = text[-_LONGEST:].split(" ")
    first = list(takewhile(FIRST_NAMES.__contains__, reversed(words[:-1])))
    name = " ".join([*reversed(first), last])
    return name if first and is_person(name) else None


def _leading_person(text: str, start: int) -> str | None:
    found = _PERSON.match(text, start)
    if found is None or _first_name(found[0]) not in FIRST_NAMES:
        return None
    words = found[0].split(" ")
    last = (
        n for n, word in enumerate(words) if n and word[0].isupper() and word not in FIRST_NAMES
    )
    name = _BESIDE.sub("", " ".join(words[: next(last, len(words) - 1) + 1]))
    return name if is_person(name) else None


def _first_name(name: str) -> str:
    return name.partition(" ")[0].partition("-")[0].title()


def single_name(text: str) -> tuple[str, ...]:
    """Return the text as a tuple of one if it is one word that may name a person, else ()."""
    may_name = _SINGLE.fullmatch(text) is not None and not _NO_PERSON.search(text)
    return (text,) if may_name else ()


def pseudonym(text: str) -> tuple[str, ...]:
    """Return the text as a tuple of one if it is a first name alone or a pseudonym, else ().

    As in `von Heiko` and `von hafen_hase7`. Sites, publishers and roles are neither.
    """
    shaped = _PSEUDONYM.fullmatch(text) is not None
    is_one = (shaped or text in FIRST_NAMES) and not _NO_PERSON.search(text)
    return (text,) if is_one else ()
