"""How dates are written: names of months and weekdays by language, and the order of parts.

A new language is a new entry in `_MONTH_NAMES` and `_WEEKDAYS`; a new way to write a date
is a new entry in `_CONVENTIONS`.
"""

from __future__ import annotations

import re
from functools import cache

from newsarc.dates.zones import NAMES as ZONES

# Twelve entries per language, January first; names of the same month are separated by blanks.
_MONTH_NAMES = {
    "de": (
        "januar jänner jan jän", "februar feber feb", "märz maerz mär mrz", "april apr", "mai",
        "juni jun", "juli jul", "august aug", "september sept sep", "oktober okt",
        "november nov", "dezember dez",
    ),
    "en": (
        "january", "february", "march mar", "april", "may", "june", "july", "august",
        "september", "october oct", "november", "december dec",
    ),
    "fr": (
        "janvier janv", "février fevrier févr fév", "mars", "avril avr", "mai", "juin",
        "juillet juil", "août aout", "septembre", "octobre", "novembre", "décembre déc",
    ),
    "es": (
        "enero ene", "febrero", "marzo", "abril abr", "mayo", "junio", "julio", "agosto ago",
        "septiembre setiembre", "octubre", "noviembre", "diciembre dic",
    ),
    "pt": (
        "janeiro", "fevereiro fev", "março marco", "abril", "maio", "junho", "julho", "agosto",
        "setembro set", "outubro out", "novembro", "dezembro",
    ),
    "it": (
        "gennaio gen", "febbraio", "marzo", "aprile", "maggio mag", "giugno giu", "luglio lug",
        "agosto", "settembre", "ottobre ott", "novembre", "dicembre",
    ),
}  # fmt: skip
MONTHS = {
    name: number
    for months in _MONTH_NAMES.values()
    for number, names in enumerate(months, start=1)
    for name in names.split()
}
_WEEKDAYS = (
    r"(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|sonnabend|mo|di|mi|do|fr|sa|so",
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tues?|wed|thu(?:rs)?|fri|sat|sun",
    r"lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche",
    r"lunes|martes|mi[ée]rcoles|jueves|viernes|s[áa]bado|domingo",
    r"(?:segunda|terça|quarta|quinta|sexta)(?:-feira)?|sábado",
    r"luned[iì]|marted[iì]|mercoled[iì]|gioved[iì]|venerd[iì]|sabato|domenica",
)
WEEKDAY = "(?:" + "|".join(_WEEKDAYS) + ")"
_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
# What may come between the parts, as in `4 de mayo de 2022`.
_OF = r"(?:(?:de|del|of)[ ])?"

# Each way to write a date, with named groups for its parts. The number at the end of a name is
# only there because names of groups must be unique.
_CONVENTIONS = (
    # 2022-02-02, 2022-01, 2022-2-2, 2024/12/03, 2020.10.26
    (
        r"(?P<year1>\d{4})(?:-(?P<month1>\d\d?)-(?P<day1>\d\d?)|-(?P<month8>\d\d)"
        r"|(?P<mark>[/.])(?P<month6>\d\d?)(?P=mark)(?P<day6>\d\d?))(?!\d)"
    ),
    r"(?P<day2>\d{1,2})\.[ ]?(?P<month2>\d{1,2})\.[ ]?(?P<year2>\d{4}|\d\d)(?!\d)",  # 2.2.2022
    # 2. Februar 2022, 3rd May, 2024, 1er mars 2022, 4 de mayo de 2022, Februar 2022; a page
    # may put day, month and year on separate lines
    (
        rf"(?:(?P<day3>\d{{1,2}})(?:(?:\.|st|nd|rd|th|er|º|°)?[ ]?|\.\n){_OF})?(?<!\w)"
        rf"(?P<name3>{_MONTH})\b(?:\.?,?[ ]|\n){_OF}(?P<year3>\d{{4}})(?!\d(?!\d?:\d\d))"
    ),
    # May 3, 2024
    rf"(?P<name4>{_MONTH})\b\.?[ ](?P<day4>\d{{1,2}})(?:st|nd|rd|th)?,?[ ](?P<year4>\d{{4}})",
    r"(?P<month5>\d\d?)\.(?P<year5>\d{4})(?!\d)",  # 02.2022
    # 17/11/2019, 11/17/2019, 17-11-2019, 17/11/19
    r"(?P<one>\d\d?)(?P<dash>[/-])(?P<other>\d\d?)(?P=dash)(?P<year>\d{4}|(?<=/)\d\d)(?!\d)",
    r"(?P<year7>\d{4})年[ ]?(?P<month7>\d\d?)月[ ]?(?P<day7>\d\d?)日",  # 2024年12月3日
)
# 14:54, 14:54 Uhr, 20.15 Uhr, 14h52, 9:49 am, after a comma, a bar, a dash, a dot or a word
_HOUR = (
    r"(?:T|\s*[,|•·/–-]?\s*(?:(?:um|at|à|a[ ]las|às|alle|ore)[ ])?)(?P<hour>[01]?\d|2[0-3])"
    r"(?:(?::|[ ]?h[ ]?)(?P<minute>[0-5]\d)(?!\d)(?::\d\d(?:\.\d+)?)?"
    r"|\.(?P<minute2>[0-5]\d)(?:(?=[ ]?Uhr)|(?<=ore[ ]\d\d\.\d\d)))"
    r"(?:[ ]?Uhr|[ ]?(?P<half>[ap])\.?[ ]?m\b\.?)?"
)
# An offset after the time. A negative one needs seconds or a `T`: `18:00-22:00` has none.
_OFFSET = (
    r"(?:[ ]?(?-i:(?P<zone>(?:GMT|UTC)[+-]\d\d?(?::?\d\d)?(?!\d)|"
    rf"(?:{'|'.join(ZONES)})\b|\+\d\d:?\d\d"
    r"|(?:(?<=T\d\d:\d\d)|(?<=:\d\d:\d\d)|(?<=:\d\d\.\d\d\d))-\d\d:?\d\d)))?"
)
_TIME = rf"(?:{_HOUR}{_OFFSET})?"
# No letter comes before a date, except in scripts that do not separate words.
_START = r"(?<![^\W\u3040-\u30ff\u4e00-\u9fff])(?<![.,/-])(?<![0-9]:)"


@cache
def date_pattern() -> re.Pattern[str]:
    """Return one pattern for all conventions. Compiling it takes longer than most searches."""
    date = "|".join(_CONVENTIONS)
    return re.compile(
        rf"{_START}(?:{WEEKDAY}\.?,?[ ](?:den[ ])?)?(?:{date}){_TIME}(?-i:(?![0-9a-zäöüß]))",
        re.IGNORECASE,
    )


@cache
def time_before_pattern() -> re.Pattern[str]:
    """Return the pattern of a time that stands before its date: `3:15 PM EST, `, `15:31 Uhr | `.

    Without a half of the day, a zone or `Uhr` it may be anything.
    """
    return re.compile(
        rf"(?<![\d.:,])(?P<hour>[01]?\d|2[0-3]):(?P<minute>[0-5]\d)"
        r"(?:[ ]?(?i:(?P<half>[ap])\.?[ ]?m\b\.?)"
        rf"(?:[ ](?P<zone>{'|'.join(ZONES)})\b)?(?:[ ]?[,|•·–-])?"
        rf"|[ ](?:Uhr|(?P<zone2>{'|'.join(ZONES)}))\b[ ]?[,|•·–-])[ ]$"
    )


@cache
def yearless_pattern() -> re.Pattern[str]:
    """Return the pattern of dates without a year: `28. April`, `28. März, 14.08 Uhr`."""
    return re.compile(
        rf"{_START}(?P<day>\d{{1,2}})\. (?P<name>{_MONTH})\b(?!\.? \d{{4}}){_TIME}", re.IGNORECASE
    )
