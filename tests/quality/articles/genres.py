"""Genres where they are stated, tickers, and texts that a paywall cut."""

from tests.quality.articles.case import Case, flat

CASES = (
    Case(
        "genre_commentary",
        flat("""Der Hafen gehört allen Ein Kommentar von Gesa Lührmann Die Stadt will den
        Hafen einzäunen. Das ist falsch, denn er ist ihr Herz. Wer am Kai sitzt, stört
        niemanden."""),
        {
            "genre": "Kommentar",
            "title": "Der Hafen gehört allen",
        },
    ),
    Case(
        "genre_commentary_as_kicker",
        """\
Kommentar
Freiheit auf zwei Rädern
Von Tobias Reents
Die Stadt entdeckt das Fahrrad. Es wurde Zeit.
Nun müssen den Worten Wege folgen.
""",
        {
            "genre": "Kommentar",
            "authors": ("Tobias Reents",),
            "title": "Freiheit auf zwei Rädern",
        },
    ),
    Case(
        "genre_analysis",
        """\
Warum der Kanzler schweigt

Eine Analyse von Miriam Hellwege

18. Juni 2024, 17:20 Uhr

Seit zwei Wochen sagt der Kanzler nichts zum Streit um die Häfen. Das hat Methode.

Er wartet auf die Wahl in Velmarien.
""",
        {
            "genre": "Analyse",
            "authors": ("Miriam Hellwege",),
            "published": "2024-06-18T17:20+02:00",
        },
    ),
    Case(
        "genre_interview",
        """\
Interview
„Das Watt verzeiht keinen Fehler“
Interview: Wencke Dorn
Wattführer Knut Paulsen geht seit vierzig Jahren hinaus. Wir sprachen mit ihm über Nebel.
Herr Paulsen, hatten Sie einmal Angst? - Jeden Tag.
""",
        {
            "genre": "Interview",
            "title": "„Das Watt verzeiht keinen Fehler“",
            "authors": ("Wencke Dorn",),
        },
    ),
    Case(
        "genre_live_ticker",
        flat("""Liveticker zur Sturmflut: Pegel in Nordhafen steigt weiter Stand: 30.01.2022
        22:46 Uhr 22:46 Uhr | Fähren bleiben im Hafen Alle Fähren nach Möwensand sind
        gestrichen. 21:14 Uhr | Erste Keller laufen voll In der Altstadt pumpt die Feuerwehr
        Keller aus."""),
        {
            "genre": "Liveticker",
            "published": "2022-01-30T22:46+01:00",
        },
    ),
    Case(
        "genre_news_blog_with_plus_signs",
        """\
Newsblog zur Wahl in Velmarien

+++ 19.26 Uhr: Opposition erklärt sich zur Siegerin +++

Die Opposition in Velmarien hat sich am Abend zur Siegerin erklärt.

+++ 18.52 Uhr: Wahllokale sind geschlossen +++

Die Wahllokale haben geschlossen. Ausgezählt wird von Hand.
""",
        {"genre": "Liveticker", "published": None},
    ),
    Case(
        "genre_live_ticker_that_ends_with_a_date",
        """\
Impfen und Testen im Liveblog
21:18 Uhr: ➤ Kreis Seefurt öffnet Schwimmbäder
Im Kreis Seefurt dürfen die Schwimmbäder wieder öffnen.
19:02 Uhr: ➤ Theater planen Neustart
Die Theater wollen im Juni wieder spielen.
Unser Ticker am Sonnabend, 22. Mai 2021, endet hier.
""",
        {"genre": "Liveticker", "title": "Impfen und Testen im Liveblog"},
    ),
    Case(
        "genre_correction",
        """\
Korrektur: Fähre legt schon um neun Uhr ab

Nordhafen (dpa) - In der Meldung über den neuen Fahrplan war die Abfahrt falsch angegeben.

Richtig ist: Die Fähre legt um neun Uhr ab.
""",
        {"genre": "Korrektur", "agency": "dpa", "place": "Nordhafen"},
    ),
    Case(
        "word_of_a_genre_in_running_text",
        """\
Bürgermeisterin lehnt Kommentar ab

Die Bürgermeisterin wollte zu den Vorwürfen keinen Kommentar abgeben.

In einem Interview hatte sie zuvor alles bestritten.
""",
        {"genre": None, "title": "Bürgermeisterin lehnt Kommentar ab"},
    ),
    Case(
        "paywall_cut_within_a_word",
        flat("""Wird der Leuchtturm doch verkauft? Stand: 12.01.2022, 17:30 Uhr Der Leuchtturm
        von Möwensand soll nach Angaben der Gemeinde zum Verk... Schließen Sie jetzt den
        kostenfreien Probemonat ab"""),
        {
            "truncated": True,
            "published": "2022-01-12T17:30+01:00",
        },
    ),
    Case(
        "paywall_weiterlesen",
        """\
Der Streit der Wirte

In der Altstadt von Altweiler streiten zwei Wirte um einen Biergarten. Was ...

Jetzt weiterlesen mit AZ+
""",
        {"truncated": True, "body_without": ("weiterlesen",), "title": "Der Streit der Wirte"},
    ),
    Case(
        "paywall_log_in_to_print",
        flat("""Land kürzt Geld für Bergschulen 04.02.2021, 16:00 Uhr Das Land kürzt den
        Bergschulen die Mittel. Bitte melden Sie sich an, um den Artikel in voller Länge zu
        drucken."""),
        {"truncated": True, "published": "2021-02-04T16:00+01:00"},
    ),
    Case(
        "full_text_that_ends_with_dots",
        """\
Und dann kam die Flut

Der Roman von Elske Thaden erzählt von drei Schwestern auf einer Hallig.

Man liest ihn in einer Nacht und denkt noch lange daran ...
""",
        {"truncated": False, "title": "Und dann kam die Flut"},
    ),
    Case(
        "guest_contribution",
        """\
Gebt den Flüssen Raum
Ein Gastbeitrag von Ludger Ohmstede
Wer Flüsse in Beton zwingt, darf sich über Hochwasser nicht wundern.
An der Brake ließe sich zeigen, wie es anders geht.
""",
        {"authors": ("Ludger Ohmstede",), "title": "Gebt den Flüssen Raum"},
    ),
    Case(
        "column",
        """\
Mein Leben als Beifahrer
Eine Kolumne von Ute Sommerfeld
Ich habe keinen Führerschein, und das ist gut so.
Man sieht vom rechten Sitz aus einfach mehr.
""",
        {"authors": ("Ute Sommerfeld",), "title": "Mein Leben als Beifahrer"},
    ),
    Case(
        "ticker_with_bare_times",
        """\
Samstag, 03. April 2021
Der Tag im Liveticker
22:46 Uhr
Leuchtturm wieder am Netz
Der Leuchtturm von Möwensand leuchtet nach dem Stromausfall wieder.
21:58 Uhr
Fähre sitzt auf Sandbank fest
Vor Nordhafen sitzt eine Fähre fest. Die Fahrgäste sind wohlauf.
""",
        {"genre": "Liveticker"},
    ),
    Case(
        "breaking_news",
        """\
Eilmeldung
Regierung von Velmarien tritt zurück
19.09.2022, 13:05 Uhr
Die Regierung von Velmarien ist geschlossen zurückgetreten.
In Kürze mehr.
""",
        {
            "published": "2022-09-19T13:05+02:00",
            "title": "Regierung von Velmarien tritt zurück",
            "truncated": False,
        },
    ),
    Case(
        "note_on_the_original_language",
        """\
Die Schmuggler vom Campolara-Pass

Von Renzo Albanetti

Über den Pass von Campolara kommt seit Jahrhunderten Salz ins Tal.

Heute sind es Zigaretten.

Dieser Artikel wurde im Original veröffentlicht auf Englisch
""",
        {"published": None, "authors": ("Renzo Albanetti",)},
    ),
    Case(
        "kicker_glued_to_the_headline_of_a_commentary",
        """\
Kommentar zum RatsentscheidFreiheit – in Sichtweite!
Der Rat von Oberfluh öffnet die Gaststuben. Das ist mutig und richtig.
Nun müssen die Gäste zeigen, dass sie es verdienen.
""",
        {"genre": "Kommentar"},
    ),
)
