"""The codes of languages: from any ISO 639 code, locale or common name to one code."""

from __future__ import annotations

from functools import cache

from newsarc.patterns import pattern

# Each code of ISO 639-1 with those of ISO 639-2 for the same language.
_CODES = """
aa:aar ab:abk ae:ave af:afr ak:aka am:amh an:arg ar:ara as:asm av:ava ay:aym az:aze ba:bak
be:bel bg:bul bi:bis bm:bam bn:ben bo:bod:tib br:bre bs:bos ca:cat ce:che ch:cha co:cos
cr:cre cs:ces:cze cu:chu cv:chv cy:cym:wel da:dan de:deu:ger dv:div dz:dzo ee:ewe el:ell:gre
en:eng eo:epo es:spa et:est eu:eus:baq fa:fas:per ff:ful fi:fin fj:fij fo:fao fr:fra:fre
fy:fry ga:gle gd:gla gl:glg gn:grn gu:guj gv:glv ha:hau he:heb hi:hin ho:hmo hr:hrv ht:hat
hu:hun hy:hye:arm hz:her ia:ina id:ind ie:ile ig:ibo ii:iii ik:ipk io:ido is:isl:ice it:ita
iu:iku ja:jpn jv:jav ka:kat:geo kg:kon ki:kik kj:kua kk:kaz kl:kal km:khm kn:kan ko:kor
kr:kau ks:kas ku:kur kv:kom kw:cor ky:kir la:lat lb:ltz lg:lug li:lim ln:lin lo:lao lt:lit
lu:lub lv:lav mg:mlg mh:mah mi:mri:mao mk:mkd:mac ml:mal mn:mon mr:mar ms:msa:may mt:mlt
my:mya:bur na:nau nb:nob nd:nde ne:nep ng:ndo nl:nld:dut nn:nno no:nor nr:nbl nv:nav ny:nya
oc:oci oj:oji om:orm or:ori os:oss pa:pan pi:pli pl:pol ps:pus pt:por qu:que rm:roh rn:run
ro:ron:rum ru:rus rw:kin sa:san sc:srd sd:snd se:sme sg:sag si:sin sk:slk:slo sl:slv sm:smo
sn:sna so:som sq:sqi:alb sr:srp ss:ssw st:sot su:sun sv:swe sw:swa ta:tam te:tel tg:tgk
th:tha ti:tir tk:tuk tl:tgl tn:tsn to:ton tr:tur ts:tso tt:tat tw:twi ty:tah ug:uig uk:ukr
ur:urd uz:uzb ve:ven vi:vie vo:vol wa:wln wo:wol xh:xho yi:yid yo:yor za:zha zh:zho:chi
zu:zul
"""
# Names in English, in German and of its own, and other codes in use.
_NAMES = {
    "af": "afrikaans",
    "ar": "arabic arabisch العربية arb",
    "az": "azerbaijani aserbaidschanisch",
    "be": "belarusian belarussisch weißrussisch беларуская",
    "bg": "bulgarian bulgarisch български",
    "bn": "bengali bengalisch বাংলা",
    "bs": "bosnian bosnisch bosanski",
    "ca": "catalan katalanisch català",
    "cs": "czech tschechisch čeština",
    "cy": "welsh walisisch cymraeg",
    "da": "danish dänisch dansk",
    "de": "german deutsch allemand tedesco alemán alemão",
    "el": "greek griechisch ελληνικά",
    "en": "english englisch anglais inglese inglés inglês",
    "eo": "esperanto",
    "es": "spanish spanisch español castellano espagnol spagnolo espanhol",
    "et": "estonian estnisch eesti ekk",
    "eu": "basque baskisch euskara",
    "fa": "persian persisch farsi فارسی pes",
    "fi": "finnish finnisch suomi",
    "fr": "french französisch français francese francés francês",
    "ga": "irish irisch gaeilge",
    "gl": "galician galicisch galego",
    "gu": "gujarati",
    "he": "hebrew hebräisch עברית iw",
    "hi": "hindi हिन्दी",
    "hr": "croatian kroatisch hrvatski",
    "hu": "hungarian ungarisch magyar",
    "hy": "armenian armenisch հայերեն",
    "id": "indonesian indonesisch in",
    "is": "icelandic isländisch íslenska",
    "it": "italian italienisch italiano italien",
    "ja": "japanese japanisch 日本語",
    "ka": "georgian georgisch ქართული",
    "kk": "kazakh kasachisch",
    "km": "khmer",
    "kn": "kannada",
    "ko": "korean koreanisch 한국어",
    "ku": "kurdish kurdisch kurdî",
    "la": "latin latein",
    "lb": "luxembourgish luxemburgisch lëtzebuergesch",
    "lt": "lithuanian litauisch lietuvių",
    "lv": "latvian lettisch latviešu lvs",
    "mk": "macedonian mazedonisch македонски",
    "ml": "malayalam",
    "mn": "mongolian mongolisch",
    "mr": "marathi",
    "ms": "malay malaiisch zsm",
    "mt": "maltese maltesisch malti",
    "nb": "bokmål",
    "ne": "nepali nepalesisch",
    "nl": "dutch niederländisch nederlands flemish flämisch holländisch",
    "nn": "nynorsk",
    "no": "norwegian norwegisch norsk",
    "pa": "punjabi panjabi",
    "pl": "polish polnisch polski",
    "ps": "pashto paschtu",
    "pt": "portuguese portugiesisch português",
    "rm": "romansh rätoromanisch rumantsch",
    "ro": "romanian rumänisch română moldavian mo",
    "ru": "russian russisch русский",
    "sk": "slovak slowakisch slovenčina",
    "sl": "slovenian slovene slowenisch slovenščina",
    "so": "somali",
    "sq": "albanian albanisch shqip als",
    "sr": "serbian serbisch srpski српски",
    "sv": "swedish schwedisch svenska",
    "sw": "swahili suaheli kiswahili swh",
    "ta": "tamil",
    "te": "telugu",
    "th": "thai thailändisch ไทย",
    "tl": "tagalog filipino fil",
    "tr": "turkish türkisch türkçe",
    "uk": "ukrainian ukrainisch українська",
    "ur": "urdu",
    "uz": "uzbek usbekisch",
    "vi": "vietnamese vietnamesisch",
    "yi": "yiddish jiddisch ji",
    "zh": "chinese chinesisch 中文 mandarin cmn",
}
# Codes for no language, for many and for an unknown one.
_NO_LANGUAGE = frozenset({"und", "mul", "mis", "zxx"})
# A language's code or name, perhaps with a country or a script: `de-AT`, `de_DE.UTF-8`, `zh-Hans`.
_TAG = pattern(r"([a-z]{2,3})(?:[-_.@][a-z0-9_.@-]{1,40})?")
_NAME = pattern(r"([^\W\d_]+)(?: ?[(,;/|-].{0,60})?")


def language_code(name: str) -> str | None:
    """Return the ISO 639-1 code of a language, by any ISO 639 code, a locale or a common name.

    A language without a code of two letters keeps its code of three (`nds`); no list says which
    three letters are a code. None for anything else.
    """
    name = " ".join(name.split()).casefold()
    if tag := _TAG.fullmatch(name):
        return _by_code(tag[1])
    named = _NAME.fullmatch(name)
    return _known().get(named[1]) if named else None


def _by_code(code: str) -> str | None:
    is_rare = len(code) == 3 and code not in _NO_LANGUAGE
    return _known().get(code, code if is_rare else None)


@cache
def _known() -> dict[str, str]:
    """Return the ISO 639-1 code of each code and each name, in lower case."""
    known = {
        code: codes[0] for each in _CODES.split() for codes in [each.split(":")] for code in codes
    }
    return known | {name: code for code, names in _NAMES.items() for name in names.split()}
