"""Dates without a label."""

from tests.quality.articles.case import Case, flat

CASES = (
    Case(
        "month_name_then_reading_time",
        """\
Theater
Das Haus am Kai spielt weiter
28. April 2023, 19:50 Uhr
Lesezeit: 2 min
Das Theater am Kai in Nordhafen muss doch nicht schließen.
Der Freundeskreis hat in sechs Wochen 90.000 Euro gesammelt.
""",
        {
            "published": "2023-04-28T19:50+02:00",
            "title": "Das Haus am Kai spielt weiter",
            "kicker": "Theater",
            "body_without": ("Lesezeit",),
        },
    ),
    Case(
        "dot_time",
        """\
Minister Tannhoff tritt nach Gutachtenaffäre zurück
Der Druck war am Ende zu groß: Verkehrsminister Tannhoff gibt sein Amt auf.
28.04.2023, 20.15 Uhr
Verkehrsminister Claas Tannhoff hat am Freitagabend seinen Rücktritt erklärt.
Er zog damit die Konsequenz aus der Affäre um bestellte Gutachten.
""",
        {
            "published": "2023-04-28T20:15+02:00",
            "title": "Minister Tannhoff tritt nach Gutachtenaffäre zurück",
            "body_without": ("20.15",),
        },
    ),
    Case(
        "time_on_the_line_below_the_date",
        """\
Klage gegen Küstenautobahn
Der Teer muss warten
28.4.2023
18:41 Uhr
Das Gericht in Altweiler hat den Bau der Küstenautobahn vorläufig gestoppt.
Geklagt hatten zwei Umweltverbände und ein Landwirt.
""",
        {
            "published": "2023-04-28T18:41+02:00",
            "title": "Der Teer muss warten",
            "kicker": "Klage gegen Küstenautobahn",
            "body_without": ("18:41",),
        },
    ),
    Case(
        "short_weekday_two_digit_year_bar_byline",
        """\
Schöffen dringend gesucht
Do 25.04.24 | 14:07 Uhr | Von Katja Wendrich
Am Landgericht Seefurt fehlen mehr als hundert Schöffinnen und Schöffen.
Die Frist für Bewerbungen wird deshalb bis Juni verlängert.
""",
        {
            "published": "2024-04-25T14:07+02:00",
            "authors": ("Katja Wendrich",),
            "title": "Schöffen dringend gesucht",
        },
    ),
    Case(
        "um_and_author_behind_a_slash",
        """\
Quelloffene Kasse rechnet in Muscheln
9. September 2025 um 15:46 Uhr / Frank Deichmann
Ein Marktstand auf Möwensand rechnet mit einer selbst geschriebenen Kasse ab.
Der Quelltext steht unter einer freien Lizenz.
""",
        {
            "published": "2025-09-09T15:46+02:00",
            "authors": ("Frank Deichmann",),
            "title": "Quelloffene Kasse rechnet in Muscheln",
        },
    ),
    Case(
        "dash_between_day_and_time",
        flat("""Hund rettet Rentnerin aus dem Watt 15.05.2023 - 13:52 Uhr Schäferhund Bosse
        hat eine Rentnerin vor der Flut gerettet. Er bellte so lange, bis ein Fischer
        aufmerksam wurde."""),
        {"published": "2023-05-15T13:52+02:00", "title": "Hund rettet Rentnerin aus dem Watt"},
    ),
    Case(
        "bar_between_day_and_time",
        flat("""Kiez am Osttor verliert sein letztes Kino 28.04.2023 | 17:52 Uhr Das Kino
        Kolibri am Osttor zeigt an diesem Sonntag seinen letzten Film. Der Mietvertrag läuft
        aus, und der Eigentümer will umbauen."""),
        {
            "published": "2023-04-28T17:52+02:00",
            "title": "Kiez am Osttor verliert sein letztes Kino",
        },
    ),
    Case(
        "bullet_between_day_and_time",
        """\
Nordhafen gewinnt das Derby in letzter Minute

24.04.2024 • 11:31 Uhr

Ein Kopfball in der Nachspielzeit hat das Küstenderby entschieden.

Trainer Ole Ristau sprach von einem verdienten Sieg.
""",
        {
            "published": "2024-04-24T11:31+02:00",
            "title": "Nordhafen gewinnt das Derby in letzter Minute",
        },
    ),
    Case(
        "time_without_uhr_then_reading_time",
        """\
Notenbank
Der Zins bleibt, die Sorge auch
Von Ruth Espenlaub
17.04.2024, 12:24
Lesezeit: 5 Min.
Die Notenbank lässt ihren Leitzins zum vierten Mal in Folge unverändert.
Ökonomen hatten damit gerechnet, doch die Begründung überraschte viele.
""",
        {
            "published": "2024-04-17T12:24+02:00",
            "authors": ("Ruth Espenlaub",),
            "title": "Der Zins bleibt, die Sorge auch",
            "kicker": "Notenbank",
        },
    ),
    Case(
        "place_and_english_month_before_the_time",
        flat("""Fondshaus Kroll & Tann wächst im Ausland Seefurt, December 16, 2024, 12:30 Uhr
        Das Fondshaus Kroll & Tann eröffnet zwei Büros in Übersee. Das verwaltete Vermögen
        stieg um neun Prozent."""),
        {
            "published": "2024-12-16T12:30+01:00",
        },
    ),
    Case(
        "glued_weekday_date_and_kicker",
        """\
Samstag, 03. April 2021Der Tag
Ostereier aus Versehen versteigert
Ein Auktionshaus in Altweiler hat die bemalten Eier einer Schulklasse versteigert.
Der Käufer gab sie lachend zurück.
""",
        {"published": "2021-04-03", "title": "Ostereier aus Versehen versteigert"},
    ),
    Case(
        "glued_time_and_reading_time",
        """\
Imker Hansen zählt seine Völker
14.06.2022, 12:53 UhrLesedauer: 4 Min.Der Imker Boje Hansen hat den Winter gut überstanden.
Von seinen sechzig Völkern leben noch achtundfünfzig.
""",
        {
            "published": "2022-06-14T12:53+02:00",
            "title": "Imker Hansen zählt seine Völker",
            "body_with": ("Der Imker Boje Hansen hat",),
        },
    ),
    Case(
        "jaenner",
        """\
Rodelbahn in Sankt Ägid öffnet wieder
17. Jänner 2022, 08:15 Uhr
Die Rodelbahn in Sankt Ägid ist nach zwei Jahren Pause wieder offen.
Leihrodeln gibt es bei der Talstation.
""",
        {"published": "2022-01-17T08:15+01:00", "title": "Rodelbahn in Sankt Ägid öffnet wieder"},
    ),
    Case(
        "feber",
        """\
Ball der Winzer ausverkauft

5. Feber 2020

Der Ball der Winzer in Oberfluh ist heuer schon drei Wochen vorher ausverkauft.

Restkarten werde es keine geben, sagte der Obmann.
""",
        {"published": "2020-02-05", "title": "Ball der Winzer ausverkauft"},
    ),
    Case(
        "mrz",
        flat("""Drei Störche über Moorstett gesichtet 12. Mrz. 2019, 16:40 Uhr Über Moorstett
        kreisen die ersten drei Störche des Jahres. Das Nest auf der Kirche war schon am Abend
        besetzt."""),
        {"published": "2019-03-12T16:40+01:00", "title": "Drei Störche über Moorstett gesichtet"},
    ),
    Case(
        "weekday_sonnabend",
        """\
Markt zieht auf den Domplatz um

Sonnabend, 22. Mai 2021, 10:00 Uhr

Der Wochenmarkt von Hollenbrück zieht für den Sommer auf den Domplatz um.

Die Händler hatten sich mehr Platz gewünscht.
""",
        {"published": "2021-05-22T10:00+02:00", "title": "Markt zieht auf den Domplatz um"},
    ),
    Case(
        "last_hour_of_winter_time",
        """\
Lange Nacht der Museen zählt 9000 Gäste
26.03.2023, 01:30 Uhr
Zur Langen Nacht der Museen sind in Nordhafen 9000 Gäste gekommen.
Am längsten war die Schlange vor dem Schifffahrtsmuseum.
""",
        {
            "published": "2023-03-26T01:30+01:00",
            "title": "Lange Nacht der Museen zählt 9000 Gäste",
        },
    ),
    Case(
        "first_hour_of_summer_time",
        flat("""Uhren in Seefurt gehen falsch 26.03.2023, 03:30 Uhr Die Kirchturmuhr von
        Seefurt hat die Umstellung auf die Sommerzeit verpasst. Der Küster will sie am Morgen
        von Hand stellen."""),
        {"published": "2023-03-26T03:30+02:00", "title": "Uhren in Seefurt gehen falsch"},
    ),
    Case(
        "iso_date",
        """\
Gemeinde verkauft das alte Spritzenhaus

2020-10-25 18:00

Die Gemeinde Moorstett verkauft ihr altes Spritzenhaus an einen Töpfer.

Der Rat stimmte ohne Gegenstimme zu.
""",
        {
            "published": "2020-10-25T18:00+01:00",
            "title": "Gemeinde verkauft das alte Spritzenhaus",
        },
    ),
    Case(
        "unlabelled_stamp_on_one_line",
        flat("""Orgel der Marienkirche klingt wieder 28.04.2023, 20.15 Uhr Nach zwei Jahren
        Arbeit ist die Orgel der Marienkirche in Altweiler wieder zu hören. Die Pfeifen wurden
        einzeln gereinigt. Das erste Konzert ist am Sonntag."""),
        {
            "published": "2023-04-28T20:15+02:00",
            "title": "Orgel der Marienkirche klingt wieder",
            "body_with": ("Das erste Konzert ist am Sonntag",),
        },
    ),
)
