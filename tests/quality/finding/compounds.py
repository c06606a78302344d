"""German compounds and their parts."""

from tests.quality.finding.case import News, Question

ARTICLES = (
    News(
        "guarantee_compound",
        "Präsident trifft Botschafter",
        """\
        Im Gespräch ging es um Sicherheitsgarantien für die kleinen Nachbarn. Beide Seiten nannten
        den Austausch offen.""",
        {"date": "2022-02-14", "source": "Küstenbote"},
        "ausland",
    ),
    News(
        "guarantee_plain",
        "Werft verlangt Zusagen vom Land",
        """\
        Ohne Garantien will der Investor die Werft nicht übernehmen. Das Land prüft nun, wie weit
        es gehen kann.""",
        {"date": "2022-02-15", "source": "Küstenbote"},
        "wirtschaft",
    ),
    News(
        "guarantee_apart",
        "Kleine Staaten wollen Klarheit",
        """\
        Garantien für die Sicherheit der Inselstaaten standen im Mittelpunkt der Konferenz. Ein
        Ergebnis gab es nicht.""",
        {"date": "2022-02-16", "source": "Altweiler Zeitung"},
        "ausland",
    ),
    News(
        "guarantee_far",
        "Waschmaschinen im Test",
        """\
        Fünf Jahre Garantie versprechen inzwischen fast alle Hersteller, doch im Kleingedruckten
        stehen viele Ausnahmen, die kaum jemand kennt.

        Beim Kindersitz zählt dagegen vor allem die Sicherheit.""",
        {"date": "2022-02-17", "source": "Altweiler Zeitung"},
        "wirtschaft",
    ),
    News(
        "rule_federal",
        "Bundesregierung stoppt Förderung",
        """\
        Die Bundesregierung zahlt vorerst keine Prämien mehr für Wärmepumpen. Handwerker sprechen
        von einem Schock.""",
        {"date": "2024-01-11", "source": "Küstenbote"},
        "inland",
    ),
    News(
        "rule_plain",
        "Opposition wirft Regierung Untätigkeit vor",
        """\
        Die Regierung habe den Sommer verschlafen, sagte die Fraktionschefin. Die Wälder bräuchten
        Wasser, keine Arbeitsgruppen.""",
        {"date": "2023-09-19", "source": "Seefurter Anzeiger"},
        "inland",
    ),
    News(
        "rule_english",
        "Berlin halts heating grants",
        """\
        The Bundesregierung, as the cabinet is known at home, will pay no more grants for heat
        pumps until the court has ruled.""",
        {"date": "2024-01-12", "source": "Harbour Gazette", "lang": "en"},
        "ausland",
    ),
    News(
        "false_friends",
        "Verbraucher zahlen weniger für Gemüse",
        """\
        Am Montag sanken die Preise erneut. Arbeiter im Urlaub merken davon wenig, mahnt die
        Zentrale und fordert Transparenz. Die Gestalt der neuen Etiketten sei Nebensache, ein
        Urteil stehe aus.""",
        {"date": "2023-07-03", "source": "Küstenbote"},
        "wirtschaft",
    ),
    News(
        "parts_fire",
        "Feuerwehrleute retten Storch",
        """\
        Mit einer Drehleiter holten die Feuerwehrleute den Jungvogel vom Kirchturm. Er kam in die
        Wildtierstation.""",
        {"date": "2023-06-20", "source": "Seefurter Anzeiger"},
    ),
    News(
        "parts_price",
        "Strom wird billiger",
        """\
        Der Preis für Strom fällt zum dritten Mal. Die Stadtwerke geben den Vorteil an ihre Kunden
        weiter.""",
        {"date": "2023-10-30", "source": "Altweiler Zeitung"},
        "wirtschaft",
    ),
    News(
        "parts_prices",
        "Strompreise im Vergleich",
        """\
        Die Strompreise unterscheiden sich von Ort zu Ort. Wer wechselt, spart oft mehr als hundert
        Euro im Jahr.""",
        {"date": "2023-10-31", "source": "Küstenbote"},
        "wirtschaft",
    ),
)

QUESTIONS = (
    Question(
        "Garantien",
        found="guarantee_plain guarantee_apart guarantee_compound guarantee_far",
        ranked=("guarantee_plain guarantee_compound", "guarantee_apart guarantee_compound"),
    ),
    Question(
        "Sicherheitsgarantien",
        found="guarantee_compound guarantee_apart",
        missing="guarantee_plain guarantee_far",
        ranked=("guarantee_compound guarantee_apart",),
    ),
    Question("Sicherheitsgarantie", found="guarantee_compound guarantee_apart"),
    Question("Sicherheit Garantie", found="guarantee_compound guarantee_apart guarantee_far"),
    Question("Sicherheit", found="guarantee_compound guarantee_far", missing="guarantee_plain"),
    Question('"Garantien"', found="guarantee_plain", missing="guarantee_compound guarantee_far"),
    Question('"Sicherheitsgarantien"', found="guarantee_compound", missing="guarantee_apart"),
    Question("=Garantien", found="guarantee_apart", missing="guarantee_compound guarantee_far"),
    Question(
        "Regierung",
        found="rule_federal rule_plain",
        missing="rule_english",
        ranked=("rule_plain rule_federal",),
    ),
    Question("Bundesregierung", found="rule_federal rule_english", missing="rule_plain"),
    Question('"Regierung"', found="rule_plain", missing="rule_federal"),
    Question("Regierung Förderung", found="rule_federal", missing="rule_plain"),
    Question("Bund", found="rule_federal", missing="rule_english rule_plain"),
    Question("Raucher", absent="false_friends"),
    Question("Laub", absent="false_friends"),
    Question("Eiter", absent="false_friends"),
    Question("Tag", absent="false_friends"),
    Question("Stalt", absent="false_friends"),
    Question("Teil", absent="false_friends"),
    Question("Montag", found="false_friends", missing="east_easter guarantee_far"),
    Question("Feuerwehr", found="parts_fire", missing="east_easter"),
    Question("Leiter", found="parts_fire"),
    Question("Turm", found="parts_fire"),
    Question("Vogel", found="parts_fire", missing="parts_price"),
    Question(
        "Strompreis",
        found="parts_prices parts_price",
        ranked=("parts_prices parts_price",),
    ),
    Question("Preis", found="parts_prices parts_price", ranked=("parts_price parts_prices",)),
    Question("Gipfel", found="east_summit joined_president", missing="guarantee_apart"),
    Question("Treffen Soldaten", found="east_summit", missing="troops_plural"),
    Question("Kosten", found="pressed east_plans known_cut", missing="parts_price"),
    Question("Strom w/5 Preis", found="parts_price"),
    Question('"Strom Preis"', missing="parts_price parts_prices"),
    Question("Wärmepumpe", found="rule_federal", missing="rule_english"),
    Question("Inselstaat", found="guarantee_apart", missing="guarantee_compound"),
)
