"""Which of two articles comes first.

The one that should comes last by all else: it is not shorter, and has the word no more often.
"""

from tests.quality.finding.case import News, Question

ARTICLES = (
    News(
        "seals_title",
        "Seehunde kehren zurück",
        """\
        Nach Jahren der Leere zählen Ranger auf der Sandbank wieder Jungtiere. Das Wasser sei
        sauberer, sagen sie, und die Ruhe tue ihr Übriges. Noch im Herbst soll es Führungen
        geben.""",
        {"date": "2019-05-01", "source": "Küstenbote"},
    ),
    News(
        "seals_early",
        "Ruhe auf der Sandbank",
        """\
        Seehunde haben das Watt für sich. Seit Boote Abstand halten müssen, wächst der Bestand, wie
        eine Zählung der Ranger zeigt. Die Kreisverwaltung verlängert deshalb die strengen
        Vorschriften bis zum Frühjahr.""",
        {"date": "2019-05-02", "source": "Küstenbote"},
    ),
    News(
        "seals_late",
        "Neue Regeln im Norden",
        """\
        Boote müssen im Watt künftig Abstand halten. Die Verwaltung verlängert ihre Regeln bis zum
        Frühjahr, wie eine Sprecherin sagt. Davon haben vor allem die Ranger etwas, aber auch
        Seehunde.""",
        {"date": "2019-05-03", "source": "Küstenbote"},
    ),
    News(
        "wind_near",
        "Gericht prüft Einspruch",
        """\
        Die Klage gegen den Windpark liegt nun beim Verwaltungsgericht in der Kreisstadt. Der Bauer,
        der sie eingereicht hat, fürchtet um seine Kühe und ihren Schlaf. Ein Urteil fällt nicht vor
        dem nächsten Sommer.""",
        {"date": "2019-06-01", "source": "Altweiler Zeitung"},
    ),
    News(
        "wind_far",
        "Gemeinde zieht Bilanz",
        """\
        Der Windpark am Nordhang liefert seit einem Jahr Strom für die Kreisstadt. Der Rat ist
        zufrieden, die Kasse ist voll. Sorgen macht der Streit um das Freibad, denn dort droht eine
        Klage.""",
        {"date": "2019-06-02", "source": "Altweiler Zeitung"},
    ),
    News(
        "wind_some",
        "Windpark feiert Geburtstag",
        """\
        Mit Bratwurst und Blasmusik begeht der Windpark sein erstes Jahr. Der Windpark hat sich
        gerechnet.""",
        {"date": "2019-06-03", "source": "Altweiler Zeitung"},
    ),
    News(
        "mayor_near",
        "Überraschung im Rathaus",
        """\
        Der Bürgermeister kündigt seinen Rücktritt an. Gründe nannte er vor dem Stadtrat keine, doch
        in der Stadt gilt die Kasse als leer. Die Neuwahl ist im März, bis dahin führt
        seine Stellvertreterin die Geschäfte.""",
        {"date": "2019-07-01", "source": "Seefurter Anzeiger"},
    ),
    News(
        "mayor_far",
        "Trainer wirft hin",
        """\
        Der Rücktritt des Trainers kam nach dem Abpfiff. Gründe nannte er keine, doch gilt die Kasse
        als leer. Zur Feier im März hatte sich der Verein schon Gäste geladen, darunter den
        Bürgermeister.""",
        {"date": "2019-07-02", "source": "Seefurter Anzeiger"},
    ),
    News(
        "mayor_title",
        "Rücktritt: Bürgermeister geht",
        """\
        Nach elf Jahren ist Schluss. Die Stadt sucht eine Nachfolge und findet wohl so schnell
        keine, denn die Kasse gilt als leer. Die Neuwahl ist für den März geplant, bis dahin führt
        eine Stellvertreterin die Geschäfte.""",
        {"date": "2019-07-03", "source": "Seefurter Anzeiger"},
    ),
)

QUESTIONS = (
    Question("Seehunde", ranked=("seals_title seals_early", "seals_title seals_late")),
    Question("Seehund", ranked=("seals_early seals_late",)),
    Question("Watt Seehunde", ranked=("seals_early seals_late", "seals_early seals_title")),
    Question("Seehunde Ranger", ranked=("seals_title seals_early",)),
    Question("Windpark Klage", ranked=("wind_near wind_far", "wind_far wind_some")),
    Question("Klage Windpark", ranked=("wind_near wind_far", "wind_near wind_some")),
    Question(
        "Windpark OR Klage",
        found="wind_some",
        ranked=("wind_near wind_some", "wind_far wind_some"),
    ),
    Question("Windpark OR Freibad", ranked=("wind_far wind_near",)),
    Question("Schlaf OR Klage", ranked=("wind_near wind_far",)),
    Question("Rücktritt OR Stadtrat OR Neuwahl", ranked=("mayor_near mayor_far",)),
    Question("Windpark", ranked=("wind_some wind_far", "wind_some wind_near")),
    Question(
        "Bürgermeister Rücktritt",
        ranked=("mayor_title mayor_near", "mayor_near mayor_far", "mayor_title mayor_far"),
    ),
    Question("Rücktritt des Bürgermeisters", ranked=("mayor_far mayor_near",)),
    Question("Bürgermeister OR Rücktritt", ranked=("mayor_title mayor_far",)),
    Question("Bürgermeister", ranked=("mayor_title mayor_far", "mayor_near mayor_far")),
)
