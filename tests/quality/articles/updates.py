"""Dates of updates, empty placeholders, and dates that cannot be."""

from tests.quality.articles.case import Case, flat

CASES = (
    Case(
        "update_alone_does_not_tell_the_publication",
        """\
Rentner findet Weltkriegsbombe beim Umgraben
Aktualisiert am 28. April 2023, 20:22 Uhr
Ein Rentner hat in Hollenbrück beim Umgraben eine Weltkriegsbombe gefunden.
Sie wurde am Abend entschärft, sagte ein Sprecher der Polizei.
""",
        {
            "updated": "2023-04-28T20:22+02:00",
            "title": "Rentner findet Weltkriegsbombe beim Umgraben",
        },
    ),
    Case(
        "aktualisiert_with_dash_and_reading_time",
        """\
Warnstreik legt Busse in Nordhafen lahm
Von dpa
Aktualisiert am 07.01.2026 - 18:50 Uhr
Lesedauer: 4 Min.
In Nordhafen sind am Mittwoch fast alle Busse in den Depots geblieben.
Die Gewerkschaft verlangt acht Prozent mehr Lohn.
""",
        {
            "updated": "2026-01-07T18:50+01:00",
            "authors": (),
            "agency": "dpa",
            "title": "Warnstreik legt Busse in Nordhafen lahm",
            "body_without": ("Lesedauer",),
        },
    ),
    Case(
        "aktualisiert_am_with_its_date_on_the_next_line",
        """\
Leuchtturm
Das Licht von Möwensand geht aus
Von Sönke Abendroth
- Aktualisiert am
28.04.2023 - 19:20
Nach 142 Jahren wird das Leuchtfeuer auf Möwensand abgeschaltet.
Schiffe richten sich längst nach Satelliten, sagt der letzte Wärter.
""",
        {
            "updated": "2023-04-28T19:20+02:00",
            "title": "Das Licht von Möwensand geht aus",
            "kicker": "Leuchtturm",
            "authors": ("Sönke Abendroth",),
            "body_without": ("19:20",),
        },
    ),
    Case(
        "aktualisiert_with_weekday",
        flat("""Kurzarbeit in der Keksfabrik Aktualisiert am Donnerstag, 07.05.2020, 15:56 Die
        Keksfabrik Brömmel in Seefurt schickt 220 Beschäftigte in Kurzarbeit. Vor allem das
        Geschäft an Bahnhöfen sei weggebrochen, teilte das Unternehmen mit."""),
        {"updated": "2020-05-07T15:56+02:00", "title": "Kurzarbeit in der Keksfabrik"},
    ),
    Case(
        "aktualisiert_with_two_digit_year",
        """\
Reederei Harmsen hebt Prognose an

aktualisiert 27.02.13 21:49 Uhr

Die Reederei Harmsen rechnet für das laufende Jahr mit mehr Gewinn als bisher.

Die Aktie stieg im späten Handel um drei Prozent.
""",
        {"updated": "2013-02-27T21:49+01:00", "title": "Reederei Harmsen hebt Prognose an"},
    ),
    Case(
        "aktualisiert_with_time_only",
        """\
Kreistag wählt neuen Landrat
Veröffentlicht am 11.09.2021 um 09:15 Uhr
Aktualisiert: 12:13
Der Kreistag hat am Morgen Wiebke Sandkuhl zur Landrätin gewählt.
Sie erhielt 31 von 52 Stimmen.
""",
        {"published": "2021-09-11T09:15+02:00", "title": "Kreistag wählt neuen Landrat"},
    ),
    Case(
        "relative_times",
        """\
Lawine verschüttet Zufahrt nach Oberfluh
Veröffentlicht vor 9 Stunden
Aktualisiert vor 2 Stunden
Die Zufahrt nach Oberfluh ist nach einem Lawinenniedergang gesperrt.
Verschüttet wurde nach ersten Erkenntnissen niemand.
""",
        {
            "published": None,
            "updated": None,
            "title": "Lawine verschüttet Zufahrt nach Oberfluh",
            "body_without": ("vor 9 Stunden",),
        },
    ),
    Case(
        "zuletzt_geaendert_with_english_month",
        flat("""Nordhafen verpflichtet Torwart Milan Krastev Zuletzt geändert: Nov 7, 2023 Der
        FC Nordhafen hat den Torwart Milan Krastev bis zum Sommer ausgeliehen. Der 24-Jährige
        soll schon am Samstag im Kader stehen."""),
        {"updated": "2023-11-07", "title": "Nordhafen verpflichtet Torwart Milan Krastev"},
    ),
    Case(
        "letztes_update_in_brackets",
        flat("""Alle Termine des Kneipenfestes (Letztes Update: 06.10.2023) In Seefurt spielen
        wieder vierzig Bands in zwanzig Kneipen. Karten gibt es nur an der Abendkasse, wie die
        Veranstalter mitteilten."""),
        {"updated": "2023-10-06", "title": "Alle Termine des Kneipenfestes"},
    ),
    Case(
        "empty_placeholder_erstellt_von",
        """\
Schlagerstar sagt Auftritt in Altweiler ab
Erstellt von - Uhr
Der Schlagersänger Rico Valdorf hat seinen Auftritt in Altweiler abgesagt.
Karten können bis Monatsende zurückgegeben werden.
""",
        {
            "published": None,
            "authors": (),
            "title": "Schlagerstar sagt Auftritt in Altweiler ab",
        },
    ),
    Case(
        "empty_placeholder_veroeffentlicht_am",
        """\
Funkmast für das Moor genehmigt
veröffentlicht am
Der Kreis hat den umstrittenen Funkmast bei Moorstett genehmigt.
Anwohner wollen dagegen klagen.
""",
        {"published": None, "title": "Funkmast für das Moor genehmigt"},
    ),
    Case(
        "datum_label",
        """\
Datum: 5. März 2020
Chor sagt Frühjahrskonzert ab

Der Chor der Kantorei Seefurt singt in diesem Frühjahr nicht.

Ein neuer Termin stehe noch nicht fest, sagte die Kantorin.
""",
        {"published": "2020-03-05", "title": "Chor sagt Frühjahrskonzert ab"},
    ),
    Case(
        "dot_time_after_aktualisiert",
        flat("""Zoo tauft Eisbärin auf den Namen Flöckje Aktualisiert: 12.07.2018, 9.05 Uhr
        Das Eisbärenkind im Zoo Altweiler heißt Flöckje. Mehr als 3000 Besucher hatten
        Vorschläge eingereicht. Die Taufe übernahm die Oberbürgermeisterin."""),
        {
            "updated": "2018-07-12T09:05+02:00",
            "title": "Zoo tauft Eisbärin auf den Namen Flöckje",
        },
    ),
    Case(
        "date_from_before_there_were_newspapers",
        flat("""Mühle in Hollenbrück wird Museum Erstellt: 01.01.0001 00:00 Uhr Die
        Wassermühle in Hollenbrück wird ein Museum für Handwerk. Das Land gibt dafür 400.000
        Euro."""),
        {"published": None, "title": "Mühle in Hollenbrück wird Museum"},
    ),
    Case(
        "stamp_that_no_calendar_holds",
        flat("""Kiosk am Bahnhof schließt Stand: 31.02.2022 14:54 Uhr Der Kiosk am Bahnhof
        von Seefurt schließt nach vierzig Jahren. Ein Nachfolger ist nicht in Sicht, sagte
        Besitzerin Gerda Pohlmann."""),
        {"published": None},
    ),
)
