"""Operators, brackets, phrases and wildcards."""

from tests.quality.finding.case import News, Question

ARTICLES = (
    News(
        "rail_strike",
        "Streik legt Bahnhöfe lahm",
        """\
        Seit Mitternacht fährt im Norden kaum eine Bahn. Die Lokführer verlangen kürzere Schichten,
        ihr Streik soll bis Freitag dauern.""",
        {"date": "2023-12-07", "source": "Küstenbote"},
        "wirtschaft",
    ),
    News(
        "rail_bridge",
        "Bahn erneuert Klappbrücke",
        """\
        Die Bahn ersetzt die Brücke über den Kanal. Während der Arbeiten pendeln Busse, die
        Reisezeit verlängert sich.""",
        {"date": "2023-12-08", "source": "Seefurter Anzeiger"},
        "wirtschaft",
    ),
    News(
        "air_strike",
        "Kein Abflug ab Seefurt",
        """\
        Ein Streik der Bodenkräfte trifft den Flughafen. Wer nicht fliegt, bekommt sein Geld zurück
        oder einen Gutschein.""",
        {"date": "2023-12-09", "source": "Küstenbote"},
        "wirtschaft",
    ),
    News(
        "river_train",
        "Sonderzug an die Oder",
        """\
        Mit der Bahn zum Angeln: Ein Sonderzug bringt Ausflügler an die Oder. Karten gibt es am
        Schalter.""",
        {"date": "2023-12-10", "source": "Altweiler Zeitung"},
    ),
    News(
        "troops_plural",
        "Manöver an der Grenze",
        """\
        Es seien massive Truppen zu sehen, berichten Bauern. Der Herr Maier vom Hof am Wald zählte
        zwölf Lastwagen.""",
        {"date": "2022-01-20", "source": "Küstenbote"},
        "ausland",
    ),
    News(
        "troops_dative",
        "Beobachter in Sorge",
        """\
        Mit massiven Truppen rücke die Gegenseite vor, heißt es im Bericht. Für Frau Meier vom
        Stab ist das kein Zufall.""",
        {"date": "2022-01-21", "source": "Altweiler Zeitung"},
        "ausland",
    ),
    News(
        "troops_single",
        "Truppe spielt im Zelt",
        """\
        Die Truppe aus Altweiler zeigt ein Märchen. Ein Herr Mayer schlägt die Trommel, massive
        Bänke stehen bereit.""",
        {"date": "2022-01-22", "source": "Seefurter Anzeiger"},
    ),
)

_TROOPS = "troops_plural"
_OTHERS = "troops_dative troops_single"

BOOLEANS = (
    Question("Bahn Streik", found="rail_strike", missing="rail_bridge air_strike river_train"),
    Question("Bahn AND Streik", found="rail_strike", missing="rail_bridge air_strike"),
    Question("Bahn UND Streik", found="rail_strike", missing="rail_bridge air_strike"),
    Question("Bahn & Streik", found="rail_strike", missing="air_strike"),
    Question("Bahn OR Streik", found="rail_strike rail_bridge air_strike", absent="troops_plural"),
    Question("Brücke ODER Flughafen", found="rail_bridge air_strike", missing="rail_strike"),
    Question("Brücke | Flughafen", found="rail_bridge air_strike", missing="rail_strike"),
    Question("Streik NOT Bahn", found="air_strike", absent="rail_strike"),
    Question("Streik NICHT Bahn", found="air_strike", absent="rail_strike"),
    Question("Streik -Bahn", found="air_strike", absent="rail_strike"),
    Question("Streik UND NICHT Bahn", found="air_strike", absent="rail_strike"),
    Question("-Streik Bahn", found="rail_bridge river_train", absent="rail_strike air_strike"),
    Question("NOT Streik", found="rail_bridge troops_single", absent="rail_strike"),
    Question("Streik (Bahn OR Flughafen)", found="rail_strike air_strike", missing="rail_bridge"),
    Question("Brücke OR Streik Flughafen", found="rail_bridge air_strike", missing="rail_strike"),
    Question("(Brücke OR Streik) Bahn", found="rail_bridge rail_strike", missing="air_strike"),
    Question("Bahn -(Streik OR Brücke)", found="river_train", absent="rail_strike rail_bridge"),
    Question("Bahn oder Streik", missing="rail_strike rail_bridge air_strike"),
    Question("Geld oder Gutschein", found="air_strike"),
    Question("Bahn und Oder", missing="river_train"),
    Question("Bahn Oder", found="river_train", missing="rail_strike"),
    Question("nicht fliegt", found="air_strike", missing="rail_strike"),
    Question("*", found="rail_strike troops_single east_easter forms_unknown"),
)

PHRASES = (
    Question('"massive Truppen"', found=_TROOPS, missing=_OTHERS),
    Question("„massive Truppen“", found=_TROOPS, missing=_OTHERS),
    Question("“massive Truppen”", found=_TROOPS, missing=_OTHERS),
    Question("»massive Truppen«", found=_TROOPS, missing=_OTHERS),
    Question("«massive Truppen»", found=_TROOPS, missing=_OTHERS),
    Question("massive Truppen", found="troops_plural troops_dative troops_single"),
    Question('"MASSIVE TRUPPEN"', found=_TROOPS, missing=_OTHERS),
    Question('"Truppen massive"', missing="troops_plural troops_dative"),
    Question('"Truppe"', found="troops_single", missing="troops_plural troops_dative"),
    Question("=Truppe", found="troops_single", missing="troops_plural troops_dative"),
    Question("=Truppen", found="troops_plural troops_dative", missing="troops_single"),
    Question("+Truppe", found="troops_single", missing="troops_plural"),
    Question('"Bahnhof"', missing="rail_strike"),
    Question('"Klapp"', missing="rail_bridge"),
    Question('-"massive Truppen" Truppen', found="troops_dative", absent="troops_plural"),
    Question('"massive Truppen" OR "Märchen"', found="troops_plural troops_single"),
    Question('"massive Truppen', found=_TROOPS, missing="troops_dative"),
)

WILDCARDS = (
    Question("Trupp*", found="troops_plural troops_dative troops_single", absent="rail_bridge"),
    Question("Ma?er", found="troops_plural troops_single", missing="troops_dative"),
    Question("M?ier", found="troops_plural troops_dative"),
    Question("*brücke", found="rail_bridge", missing="rail_strike"),
    Question("Lok*rer", found="rail_strike", missing="air_strike"),
    Question("*zug", found="river_train", missing="rail_strike"),
    Question("Sonderz*", found="river_train"),
    Question("Bahnh*", found="rail_strike", missing="rail_bridge"),
    Question("Lasten*", missing="troops_plural"),
    Question("Maier~1", found="troops_plural troops_dative troops_single"),
    Question("Strik~1", found="rail_strike air_strike", missing="rail_bridge"),
    Question("Lokfürer~1", found="rail_strike"),
    Question("Lockfürer~1", missing="rail_strike"),
    Question("Lockfürer~2", found="rail_strike"),
)
