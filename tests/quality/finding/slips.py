"""Slips of the pen, in queries and in articles."""

from tests.quality.finding.case import Near, News, Question

ARTICLES = (
    News(
        "slip_hospital",
        "Krankenhaus Grenzhausen bleibt erhalten",
        """\
        Das Krankenhaus behält seine Kinderstation. Landrätin Birte Wesselburen sprach von einem
        guten Tag.""",
        {"date": "2021-02-01", "source": "Küstenbote"},
    ),
    News(
        "slip_clinic",
        "Kreis kauft Geräte",
        """\
        Für das Krankenhaus und zwei Praxen schafft der Kreis Beatmungsgeräte an. Sie stammen aus
        einer Werkstatt in Seefurt.""",
        {"date": "2021-02-02", "source": "Altweiler Zeitung"},
    ),
    News(
        "slip_president",
        "Selenskyj dankt Helfern",
        """\
        In einer Videobotschaft hat Selenskyj den Freiwilligen gedankt. Viele seien seit Tagen ohne
        Schlaf.""",
        {"date": "2022-03-09", "source": "Küstenbote"},
        "ausland",
    ),
    News(
        "slip_election",
        "Wahllokale länger offen",
        """\
        Bei der Bundestagswahl bilden sich Schlangen. Der Wahlleiter bittet um Geduld und lässt
        Wasser verteilen.""",
        {"date": "2021-09-26", "source": "Seefurter Anzeiger"},
        "inland",
    ),
    News(
        "slip_printed",
        "Orkan deckt Dächer ab",
        """\
        Die Meterologen hatten gewarnt, doch kaum jemand hörte hin. Nun liegen Ziegel auf den
        Wegen.""",
        {"date": "2021-10-21", "source": "Küstenbote"},
    ),
)

QUESTIONS = (
    Question(
        "Krankenhuas",
        missing="slip_hospital slip_clinic",
        near={
            "slip_hospital": Near(similar="Krankenhaus"),
            "slip_clinic": Near(similar="Krankenhaus"),
        },
        note="did you mean krankenhaus for krankenhuas?",
    ),
    Question(
        "Krankenhuas Kinderstation",
        near={"slip_hospital": Near(similar="Krankenhaus")},
        note="did you mean krankenhaus for krankenhuas?",
        ranked=("slip_hospital slip_clinic",),
    ),
    Question(
        "Selenski",
        near={"slip_president": Near(similar="Selenskyj")},
        note="did you mean selenskyj for selenski?",
    ),
    Question(
        "Zelenskyj Videobotschaft",
        near={"slip_president": Near(similar="Selenskyj")},
        note="did you mean selenskyj for zelenskyj?",
    ),
    Question(
        "Bundestgaswahl",
        near={"slip_election": Near(similar="Bundestagswahl")},
        note="did you mean bundestagswahl for bundestgaswahl?",
    ),
    Question(
        "Wesselburn Kinderstation",
        near={"slip_hospital": Near(similar="Wesselburen")},
        note="did you mean wesselburen for wesselburn?",
    ),
    Question(
        "Meteorologen",
        missing="slip_printed",
        near={"slip_printed": Near(similar="Meterologen")},
        note="did you mean meterologen for meteorologen?",
    ),
    Question(
        "Osterweiterug",
        near={"east_hyphen": Near(similar="Osterweiterung")},
        note="did you mean osterweiterung for osterweiterug?",
    ),
    Question(
        "Sicherheitsgarantein",
        near={"guarantee_compound": Near(similar="Sicherheitsgarantien")},
        note="did you mean sicherheitsgarantien for sicherheitsgarantein?",
    ),
    Question(
        "Regirung Förderung",
        near={"rule_federal": Near("regirung")},
        note="did you mean regierung for regirung?",
    ),
    Question(
        "Universtät Sternwarte",
        near={"forms_campus": Near(similar="Universität Universitäten")},
        note="did you mean universität for universtät?",
    ),
    Question(
        "Buergermiester Neuwahl",
        near={"mayor_near": Near(similar="Bürgermeister")},
        note="did you mean bürgermeister for buergermiester?",
    ),
    Question(
        "Muesum Schau",
        near={"already": Near(similar="Museum")},
        note="did you mean museum for muesum?",
    ),
    Question("Krankenhaus", found="slip_hospital slip_clinic", absent="slip_president"),
    Question("Selenskyj", found="slip_president", absent="slip_hospital"),
    Question("Xylophonquartett", absent="slip_hospital slip_president slip_election"),
)
