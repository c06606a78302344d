"""Words written with a hyphen, with a slash, apart, or as one."""

from tests.quality.finding.case import News, Question

ARTICLES = (
    News(
        "joined_president",
        "US-Präsident sagt Reise ab",
        """\
        Der US-Präsident bleibt in Washington. Wegen des Sturms sei ein Flug zum G7-Gipfel zu
        gefährlich, teilte sein Stab mit.""",
        {"date": "2021-06-10", "source": "Küstenbote"},
        "ausland",
    ),
    News(
        "joined_senate",
        "Abstimmung verschoben",
        """\
        Im Senat der USA fehlte die Mehrheit. Ein US-Senator war erkrankt, und der Präsident der
        Kammer vertagte die Sitzung.""",
        {"date": "2021-06-11", "source": "Küstenbote"},
        "ausland",
    ),
    News(
        "joined_group",
        "Sieben an einem Tisch",
        """\
        Der Gipfel der G-7 beginnt mit einem Essen. Der USPräsident (so steht es auf der Tischkarte)
        reist mit kleinem Gefolge an.""",
        {"date": "2021-06-12", "source": "Seefurter Anzeiger"},
        "ausland",
    ),
    News(
        "electric_hyphen",
        "E-Auto brennt auf Fähre",
        """\
        Das Feuer brach am Heck aus. Ob ein E-Auto oder ein Kühlgerät die Ursache war, ist offen.
        3500 Passagiere warten an Land.""",
        {"date": "2023-07-27", "source": "Küstenbote"},
    ),
    News(
        "electric_joined",
        "Mehr Ladesäulen für Eautos",
        """\
        Wer ein Eauto fährt, findet in Altweiler nun 3.500 Stellplätze. Der Onlinehandel hilft mit
        Kabeln aus.""",
        {"date": "2023-07-28", "source": "Altweiler Zeitung"},
        "wirtschaft",
    ),
    News(
        "plain_car",
        "Auto landet im Hafenbecken",
        """\
        Das Auto rollte über die Kaimauer. Die Fahrerin rettete sich ans Ufer, 3 Boote und 500
        Schaulustige sahen zu.""",
        {"date": "2023-07-29", "source": "Küstenbote"},
    ),
    News(
        "telephone",
        "Funkstille im Westen",
        """\
        Beim Konzern AT&T fiel am Morgen das Netz aus. Der Online-Handel brach für Stunden ein,
        die CDU/CSU sah sich in ihrer Warnung bestätigt.""",
        {"date": "2023-02-22", "source": "Küstenbote"},
        "wirtschaft",
    ),
    News(
        "fever_hyphen",
        "Praxen gegen Covid-19 gerüstet",
        """\
        Die Impfung gegen Covid-19 gibt es wieder beim Hausarzt. Das Corona-Virus sei nicht
        verschwunden, warnt die Kammer. Ein 20-Jähriger ist in Behandlung.""",
        {"date": "2022-10-19", "source": "Seefurter Anzeiger"},
        "inland",
    ),
    News(
        "fever_joined",
        "Covid19: Klinik lockert Regeln",
        """\
        Auf den Stationen für Covid19 sind Besuche wieder erlaubt. Das Coronavirus verlaufe milder,
        sagte die Chefin der Klinik.""",
        {"date": "2022-10-20", "source": "Altweiler Zeitung"},
        "inland",
    ),
    News(
        "fever_none",
        "19 Fälle von Masern",
        """\
        Im Kreis sind 19 Kinder an Masern erkrankt. Ein Virus dieser Art verbreite sich rasch, so
        das Gesundheitsamt.""",
        {"date": "2022-10-21", "source": "Küstenbote"},
        "inland",
    ),
)

QUESTIONS = (
    Question("US-Präsident", found="joined_president", missing="joined_senate"),
    Question("US Präsident", found="joined_president joined_senate"),
    Question("USPräsident", found="joined_president joined_group", missing="joined_senate"),
    Question("US-Präsident Tischkarte", found="joined_group"),
    Question("G7", found="joined_president joined_group", missing="joined_senate"),
    Question("G-7", found="joined_president joined_group"),
    Question("G7-Gipfel", found="joined_president"),
    Question('"US-Präsident"', found="joined_president", missing="joined_senate"),
    Question("E-Auto", found="electric_hyphen electric_joined", missing="plain_car"),
    Question("Eauto", found="electric_hyphen electric_joined", missing="plain_car"),
    Question("EAuto", found="electric_hyphen electric_joined"),
    Question("e-autos", found="electric_hyphen electric_joined", missing="plain_car"),
    Question("AT&T", found="telephone", missing="fever_none"),
    Question("CDU/CSU", found="telephone"),
    Question("CSU", found="telephone"),
    Question("3.500", found="electric_hyphen electric_joined", missing="plain_car"),
    Question("3500", found="electric_hyphen electric_joined", missing="plain_car"),
    Question("Covid-19", found="fever_hyphen fever_joined", missing="fever_none"),
    Question("Covid19", found="fever_hyphen fever_joined", missing="fever_none"),
    Question("Covid 19", found="fever_hyphen"),
    Question("Covid", found="fever_hyphen"),
    Question("Corona-Virus", found="fever_hyphen fever_joined", missing="fever_none"),
    Question("Coronavirus", found="fever_hyphen fever_joined", missing="fever_none"),
    Question("Onlinehandel", found="telephone electric_joined"),
    Question("Online-Handel", found="telephone electric_joined"),
    Question("20-jähriger", found="fever_hyphen"),
    Question("20jähriger", found="fever_hyphen"),
    Question("Natoosterweiterung", found="east_hyphen", missing="east_union"),
)
