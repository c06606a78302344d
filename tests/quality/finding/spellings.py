"""Umlauts, sharp s and accents, written in one way and sought in another."""

from tests.quality.finding.case import News, Question

ARTICLES = (
    News(
        "names_umlaut",
        "Müller übernimmt den Vorsitz",
        """\
        Gesche Müller leitet künftig den Hafenbeirat. Sie löst Onno Söder ab, der nach Köln zieht.
        Vor der Tür warteten Fußgänger im Regen.""",
        {"date": "2022-04-04", "source": "Küstenbote", "author": "Wiebke Groß"},
    ),
    News(
        "names_digraph",
        "MUELLER GIBT AMT AUF",
        """\
        Der Kassenwart Tjark Mueller hört auf. Im Telegrammstil meldete der Verein aus Koeln auch
        den Abschied von Hinnerk Soeder. Ueber die Nachfolge wird spaeter entschieden.""",
        {"date": "2022-04-05", "source": "Seefurter Anzeiger"},
    ),
    News(
        "names_bare",
        "Torhüter Muller verlängert",
        """\
        Der Elsässer Yann Muller bleibt bis zum Sommer. In der Kabine sei er der ruhige Pol, lobt
        der Trainer, ein Freund von Goethe und Kaffee.""",
        {"date": "2022-04-06", "source": "Altweiler Zeitung"},
    ),
    News(
        "swiss",
        "Grossbank schliesst ihre Filiale",
        """\
        An der langen Strasse zum Bahnhof bleibt es dunkel. Die Grossbank schliesst, weil die
        Kundschaft ausbleibt, mutmasslich auch wegen der Fussgängerzone.""",
        {"date": "2022-04-07", "source": "Bergblatt"},
        "wirtschaft",
    ),
    News(
        "sharp_s",
        "Neue Straße, alte Großbaustelle",
        """\
        Die Straße wird gesperrt, die Fußgängerampel schaltet ab. Wer zur Großbank am Markt will,
        muss außen herum.""",
        {"date": "2022-04-08", "source": "Küstenbote"},
    ),
    News(
        "accents",
        "Erdoğan besucht Café am Hafen",
        """\
        Ohne Leibwächter kam Erdoğan nicht: Vor dem Café parkten drei Wagen von Citroën. Señor
        Núñez, der Wirt, nahm es gelassen.""",
        {"date": "2022-04-09", "source": "Seefurter Anzeiger"},
        "ausland",
    ),
)

QUESTIONS = (
    Question(
        "Müller",
        found="names_umlaut names_digraph names_bare",
        ranked=("names_umlaut names_bare",),
    ),
    Question("Mueller", found="names_umlaut names_digraph names_bare"),
    Question("Muller", found="names_umlaut names_digraph names_bare"),
    Question("MÜLLER Vorsitz", found="names_umlaut", missing="names_digraph names_bare"),
    Question("Söder", found="names_umlaut names_digraph"),
    Question("Soeder", found="names_umlaut names_digraph"),
    Question("Soder", found="names_umlaut"),
    Question("Köln", found="names_umlaut names_digraph"),
    Question("Koeln", found="names_umlaut names_digraph"),
    Question("über", found="names_digraph", missing="names_bare"),
    Question("später", found="names_digraph"),
    Question("haeuser", found="forms_plural forms_singular"),
    Question("Goethe", found="names_bare"),
    Question("Straße", found="sharp_s swiss"),
    Question("Strasse", found="sharp_s swiss"),
    Question("STRASSE", found="sharp_s swiss"),
    Question("Großbank", found="sharp_s swiss"),
    Question("Grossbank", found="sharp_s swiss"),
    Question("schließt", found="swiss"),
    Question("mutmaßlich", found="swiss"),
    Question("Fußgänger", found="names_umlaut sharp_s swiss"),
    Question("Fussgaenger", found="names_umlaut sharp_s swiss"),
    Question('"lange Straße"', missing="swiss sharp_s"),
    Question('"langen Straße"', found="swiss"),
    Question("Erdogan", found="accents"),
    Question("Erdoğan", found="accents"),
    Question("Cafe Citroen", found="accents"),
    Question("Nunez", found="accents", missing="names_bare"),
    Question("Gross", missing="forms_plural"),
    Question("author:Gross", found="names_umlaut"),
)
