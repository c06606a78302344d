"""Nouns that name women and men: with a star, a colon, a gap, a capital I, a slash."""

from tests.quality.finding.case import News, Question

ARTICLES = (
    News(
        "teachers_star",
        "Schulen suchen Personal",
        """\
        Dem Land fehlen Lehrer*innen für Mathematik. Zum neuen Schuljahr bleiben viele Stellen
        unbesetzt.""",
        {"date": "2023-08-21", "source": "Küstenbote"},
        "inland",
    ),
    News(
        "teachers_colon",
        "Protest vor dem Landtag",
        """\
        Rund hundert Lehrer:innen standen mit Schildern vor dem Tor. Einige Bürger:innen brachten
        Tee.""",
        {"date": "2023-08-22", "source": "Seefurter Anzeiger"},
        "inland",
    ),
    News(
        "teachers_gap",
        "Chor probt für das Jubiläum",
        """\
        Im Chor singen Lehrer_innen neben Eltern. Geprobt wird im neuen Besucher:innenzentrum am
        Deich.""",
        {"date": "2023-08-23", "source": "Altweiler Zeitung"},
    ),
    News(
        "teachers_capital",
        "Ferienlager braucht Hilfe",
        """\
        Gesucht werden LehrerInnen, die zwei Wochen im Zelt schlafen mögen. Verpflegung ist frei,
        BürgerInnen aus dem Ort kochen.""",
        {"date": "2023-08-24", "source": "Küstenbote"},
    ),
    News(
        "teachers_slash",
        "Kreis wirbt um Nachwuchs",
        """\
        Für die Inselschule sucht der Kreis zwei Lehrer/innen mit Sinn für Ebbe und Flut. Eine
        Wohnung gibt es dazu.""",
        {"date": "2023-08-25", "source": "Seefurter Anzeiger"},
    ),
    News(
        "teachers_plain",
        "Abschied nach vierzig Jahren",
        """\
        Als er anfing, waren die Lehrer noch mit Kreide bewaffnet. Nun räumt der Rektor sein
        Büro.""",
        {"date": "2023-08-26", "source": "Altweiler Zeitung"},
    ),
    News(
        "apprentices",
        "Handwerk meldet Zulauf",
        """\
        Mehr Lehrlinge als im Vorjahr beginnen eine Lehre. Besonders Dachdecker freuen sich über
        die Bewerbungen.""",
        {"date": "2023-08-27", "source": "Küstenbote"},
        "wirtschaft",
    ),
)

_ALL = "teachers_star teachers_colon teachers_gap teachers_capital teachers_slash teachers_plain"

QUESTIONS = (
    Question("Lehrer", found=_ALL, missing="apprentices"),
    Question("Lehrer*innen", found=_ALL),
    Question("Lehrer:innen", found=_ALL),
    Question("Lehrer_innen", found=_ALL),
    Question("LehrerInnen", found=_ALL),
    Question("Lehrer/innen", found=_ALL),
    Question("Bürger", found="teachers_colon teachers_capital"),
    Question("Bürger*innen", found="teachers_colon teachers_capital", missing="teachers_gap"),
    Question("Besucherzentrum", found="teachers_gap"),
    Question("Lehrer Mathematik", found="teachers_star", missing="teachers_capital"),
    Question("Lehrlinge", found="apprentices", missing="teachers_plain teachers_star"),
    Question("Lehr*", found="apprentices teachers_plain teachers_star teachers_capital"),
)
