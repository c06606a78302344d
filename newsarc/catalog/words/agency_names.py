"""News agencies, and the words that stand beside them in a credit.

Every name is spelled as its agency spells it, and found whatever its case. To add an agency,
add its name to `AGENCIES`, and other names that it goes by to `_ALSO`.
"""

from __future__ import annotations

# Agencies and their services: by case-folded name, as they spell themselves.
AGENCIES = {
    name.casefold(): name
    for name in (
        # of Germany, Austria and Switzerland
        *("dpa", "dpa-AFX", "dpa-tmn", "dpa-infocom", "dpa infocom", "dpa-Custom Content"),
        *("dpa-Video", "gms", "SID", "dts", "epd", "KNA", "dapd", "ddp", "ots", "ADN"),
        *("APA", "APA-OTS", "Kathpress", "sda", "ats", "Keystone-SDA", "awp", "kath.ch", "kipa"),
        *("AFX", "AWP/dpa-AFX", "teleschau", "spot on news"),
        # of the world
        *("AFP", "Relaxnews", "AP", "Reuters", "UPI", "Bloomberg", "Dow Jones Newswires"),
        # of other countries
        *("ANSA", "Adnkronos", "EFE", "Europa Press", "Lusa", "Belga", "ANP", "NTB"),
        *("Ritzau", "PAP", "ČTK", "TASR", "MTI", "Tanjug", "TASS", "ITAR-TASS"),
        *("Interfax", "RIA Novosti", "Ukrinform", "Unian", "BelTA", "Anadolu", "IRNA", "WAFA"),
        *("Xinhua", "Kyodo", "Jiji", "Yonhap", "PTI", "IANS", "Notimex"),
    )
}  # fmt: skip

# Agencies whose names may also be initials or abbreviations of something else. They count
# only as they are written here, and only in a dateline or beside another agency.
WEAK_AGENCIES = frozenset(("PA", "TT", "CP", "AAP", "STT", "BNS", "LETA", "STA", "BTA", "AA"))

# Other names of agencies, case-folded.
_ALSO = {
    "deutsche presse-agentur": "dpa",
    "agence france-presse": "AFP",
    "associated press": "AP",
    "the associated press": "AP",
    "thomson reuters": "Reuters",
    "austria presse agentur": "APA",
    "schweizerische depeschenagentur": "sda",
    "evangelischer pressedienst": "epd",
    "katholische nachrichten-agentur": "KNA",
    "sport-informations-dienst": "SID",
    "canadian press": "CP",
    "the canadian press": "CP",
    "press association": "PA",
    "keystone sda": "Keystone-SDA",
    "afp relaxnews": "AFP/Relaxnews",
    "ctk": "ČTK",
    "itar tass": "ITAR-TASS",
    "anadolu agency": "Anadolu",
    "dpa/infocom": "dpa-infocom",
    "dpa-afx-analyser": "dpa-AFX",
    "dpa-afx broker": "dpa-AFX",
    "dpa sport": "dpa",
    "rtr": "Reuters",
}
NAMED_AGENCIES = {**AGENCIES, **_ALSO}

# The services of dpa for regions; their customers print them alone, too: `(lno)`.
SERVICES = frozenset("lno lnw lsw lby lhe lrs lth lsa lsn lsc lbn lmv lni".split())

# Words beside the agencies of a credit that name nobody.
BESIDE_AGENCIES = frozenset(
    (
        "red red. redaktion onl onl. online eig eig. eigen ab pm mit from with material"
        " agenturmaterial agenturen agentur von"
    ).split()
)
# Houses that hand out pictures or figures and no texts.
PICTURE_HOUSES = (
    *("epa", "imago", "getty", "unsplash", "shutterstock", "pixabay", "pexels", "istock"),
    *("adobe stock", "picture alliance", "infografik", "statista", "grafik", "picturedesk"),
)
