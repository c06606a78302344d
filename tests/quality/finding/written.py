"""Words that differ by an umlaut or a sharp s alone: both are found, the written one first.

Each two articles are alike in length and in how often the word stands in them; of each two,
either comes first once.
"""

from tests.quality.finding.case import News, Question

ARTICLES = (
    News(
        "already",
        "Rathaus wird zum Museum",
        """\
        Der Umbau hat schon begonnen, im Sommer soll die erste Schau zu sehen sein.""",
        {"date": "2020-03-01", "source": "Altweiler Zeitung"},
    ),
    News(
        "beautiful",
        "Turm wird zum Ausguck",
        """\
        Der Blick sei schön, heißt es, im Sommer soll die erste Gruppe hinauf dürfen.""",
        {"date": "2020-03-02", "source": "Altweiler Zeitung"},
    ),
    News(
        "mass",
        "Zu viele Gäste am Strand",
        """\
        Die Masse der Urlauber kommt im Juli, dann sind die Wege am Strand verstopft.""",
        {"date": "2020-03-03", "source": "Altweiler Zeitung"},
    ),
    News(
        "measures",
        "Zu kleine Betten im Heim",
        """\
        Die Maße der Betten stammen von früher, heute sind die Leute im Schnitt größer.""",
        {"date": "2020-03-04", "source": "Altweiler Zeitung"},
    ),
    News(
        "buses",
        "Linie 7 fährt öfter",
        """\
        Neue Busse sollen ab Mai den Takt halten, teilte der Verkehrsbetrieb am Abend mit.""",
        {"date": "2020-03-05", "source": "Altweiler Zeitung"},
    ),
    News(
        "penance",
        "Pfarrer hält eine Rede",
        """\
        Echte Buße brauche ihre Zeit und einen Ort, sagte der Geistliche am Abend dazu.""",
        {"date": "2020-03-06", "source": "Altweiler Zeitung"},
    ),
    News(
        "cake",
        "Landfrauen laden ein",
        """\
        Am Stand gibt es Kuchen und Tee, der Erlös geht an ein Heim dort.""",
        {"date": "2020-03-07", "source": "Altweiler Zeitung"},
    ),
    News(
        "kitchens",
        "Tischler stellen aus",
        """\
        In der Halle stehen Küchen und Truhen, der Eintritt ist an beiden Tagen frei.""",
        {"date": "2020-03-08", "source": "Altweiler Zeitung"},
    ),
    News(
        "printed",
        "Zeitung zieht um",
        """\
        Ab Herbst drucken die Maschinen in Seefurt, siebzig Leute wechseln dann wohl den Ort.""",
        {"date": "2020-03-09", "source": "Altweiler Zeitung"},
    ),
    News(
        "pressed",
        "Heizkosten steigen weiter",
        """\
        Vor allem drücken die Kosten für Gas, viele Leute können sie kaum noch tragen.""",
        {"date": "2020-03-10", "source": "Altweiler Zeitung"},
    ),
)

QUESTIONS = (
    Question("schon", found="already beautiful", ranked=("already beautiful",)),
    Question("schön", found="beautiful", missing="already"),
    Question("Masse", found="mass measures", ranked=("mass measures",)),
    Question("Maße", found="mass measures", ranked=("measures mass",)),
    Question("Busse", found="buses penance", ranked=("buses penance",)),
    Question("Buße", found="buses penance", ranked=("penance buses",)),
    Question("Kuchen", found="cake kitchens", ranked=("cake kitchens",)),
    Question("Küchen", found="kitchens", missing="cake"),
    Question("drucken", found="printed pressed", ranked=("printed pressed",)),
    Question("drücken", found="pressed", missing="printed"),
)
