"""One matter in many wordings: the enlargement of an alliance to the east."""

from tests.quality.finding.case import Near, News, Question

ARTICLES = (
    News(
        "east_hyphen",
        "Moskau verlangt Ende der Nato-Osterweiterung",
        """\
        Russland besteht auf einem schriftlichen Verzicht. Die Nato-Osterweiterung sei eine rote
        Linie, sagte ein Sprecher des Außenamts vor Journalisten.

        In Brüssel stieß das auf Ablehnung.""",
        {"date": "2022-01-27", "source": "Küstenbote", "agency": "dpa", "place": "Moskau"},
        "ausland",
    ),
    News(
        "east_genitive",
        "Was 1990 wirklich versprochen wurde",
        """\
        Historiker ringen seit langem um ein paar Sätze in alten Protokollen. Die Osterweiterung
        der NATO war damals kaum ein Thema, schreibt die Forscherin Ilka Brandes in ihrem neuen
        Buch.

        Sie hat dafür Akten aus vier Ländern ausgewertet.""",
        {"date": "2022-02", "source": "Altweiler Zeitung", "author": "Jonte Quast"},
        "ausland",
    ),
    News(
        "east_plans",
        "Gutachten warnt vor hohen Kosten",
        """\
        Die NATO-Osterweiterungspläne könnten teurer werden als gedacht. Zu diesem Schluss kommt
        ein Gutachten, das der Verteidigungsausschuss am Abend beraten hat.

        Vor allem Häfen und Gleise müssten verstärkt werden.""",
        {"date": "2022-03-04", "source": "Küstenbote"},
        "ausland",
    ),
    News(
        "east_apart",
        "Ministerin wirbt in Riga um Vertrauen",
        """\
        Die Erweiterung der Nato nach Osten habe dem Kontinent Ruhe gebracht, sagte die Ministerin
        bei ihrem Besuch in Riga.

        Am Nachmittag trifft sie Studenten der Universität.""",
        {"date": "2022-02-10", "source": "Seefurter Anzeiger", "place": "Riga"},
        "ausland",
    ),
    News(
        "east_slip",
        "Westen weist Forderungen zurück",
        """\
        Die Antwort fiel knapp aus. Auf eine weitere Ostererweiterung werde die NATO nicht
        verzichten, heißt es in dem Papier, das der Redaktion vorliegt.""",
        {"date": "2022-02-03", "source": "Küstenbote"},
        "ausland",
    ),
    News(
        "east_union",
        "Zwanzig Jahre nach der EU-Osterweiterung",
        """\
        Als die Schlagbäume fielen, feierten auf der Brücke von Grenzhausen Tausende. Die
        Osterweiterung der Europäischen Union hat die Stadt verändert.""",
        {"date": "2024-05-01", "source": "Seefurter Anzeiger"},
        "ausland",
    ),
    News(
        "east_summit",
        "Bündnis berät über mehr Soldaten",
        """\
        Beim Gipfeltreffen der Nato in Madrid stehen neue Verbände auf der Tagesordnung. Die
        Gastgeber rechnen mit langen Nächten.""",
        {"date": "2022-06-28", "source": "Küstenbote", "place": "Madrid"},
        "ausland",
    ),
    News(
        "east_scattered",
        "Flughafen Seefurt hofft auf Aufträge",
        """\
        Die Nato nutzt den Platz seit drei Jahren für Transporte. Nun wünscht sich der Betreiber
        eine Erweiterung der beiden Hallen, für die das Land bürgen soll.

        Anwohner klagen über Lärm. Besonders betroffen sind die Dörfer im Osten der Stadt, wo die
        Maschinen tief über die Dächer kommen.""",
        {"date": "2023-08-15", "source": "Seefurter Anzeiger"},
    ),
    News(
        "east_easter",
        "Ostern am Deich",
        """\
        Am Samstag brennen wieder die Osterfeuer. Die Gemeinde bittet, das Holz erst am Tag selbst
        zu schichten, damit kein Igel darin schläft.""",
        {"date": "2023-04-05", "source": "Küstenbote"},
    ),
)

QUESTIONS = (
    Question(
        "Nato Osterweiterung",
        found="east_hyphen east_genitive east_plans east_apart",
        missing="east_slip east_union east_summit east_scattered",
        absent="east_easter",
        ranked=(
            "east_hyphen east_genitive east_apart",
            "east_plans east_apart",
            "east_apart east_slip",
            "east_apart east_union",
            "east_apart east_summit",
        ),
        near={
            "east_slip": Near(similar="Ostererweiterung"),
            "east_union": Near(without="nato"),
            "east_summit": Near(without="osterweiterung"),
            "east_scattered": Near(without="osterweiterung"),
        },
    ),
    Question(
        "Osterweiterung",
        found="east_hyphen east_genitive east_plans east_apart east_union",
        missing="east_slip east_scattered",
        absent="east_easter east_summit",
        near={"east_slip": Near(similar="Ostererweiterung")},
        ranked=("east_hyphen east_plans", "east_union east_plans", "east_plans east_apart"),
    ),
    Question("Nato-Osterweiterung", found="east_hyphen", missing="east_union east_scattered"),
    Question(
        '"Nato-Osterweiterung"',
        found="east_hyphen",
        missing="east_genitive east_plans east_apart east_slip east_union",
    ),
    Question("Osterweiterung der Nato", found="east_genitive", missing="east_summit"),
    Question("Osterweiterungspläne", found="east_plans", missing="east_hyphen east_union"),
    Question("Osterweiterungsplan Kosten", found="east_plans", missing="east_apart"),
    Question(
        "Erweiterung Nato Osten",
        found="east_apart east_scattered east_hyphen",
        missing="east_union",
        ranked=("east_apart east_scattered",),
    ),
    Question("Osterw*", found="east_hyphen east_genitive east_plans east_union"),
    Question("Osterw* Nato", missing="east_slip east_apart east_union"),
    Question(
        "*erweiterung", found="east_hyphen east_slip east_union east_apart", missing="east_plans"
    ),
    Question(
        "Ostererweiterung",
        found="east_slip",
        missing="east_easter",
        near={"east_genitive": Near(similar="Osterweiterung")},
    ),
    Question("Osterweiterung -EU", found="east_genitive", absent="east_union"),
    Question("Nato w/5 Osterweiterung", found="east_hyphen east_genitive", missing="east_summit"),
    Question("Nato Osterweiterung Moskau", found="east_hyphen", missing="east_genitive"),
    Question("Ostern", found="east_easter", missing="east_hyphen east_scattered east_apart"),
)
