"""Publication dates with a label: Stand, Erstellt, Veröffentlicht."""

from tests.quality.articles.case import Case, flat

CASES = (
    Case(
        "stand_without_comma",
        """\
Startseite
Regional
Hafenausbau
Nordhafen bekommt eine zweite Schleuse
Stand: 28.04.2023 17:23 Uhr
Die Stadt Nordhafen baut eine zweite Schleuse. Das hat der Rat am Abend beschlossen.
Die Arbeiten sollen im Herbst beginnen und rund vier Jahre dauern, sagte Baurätin Imke Torwald.
""",
        {
            "published": "2023-04-28T17:23+02:00",
            "updated": None,
            "title": "Nordhafen bekommt eine zweite Schleuse",
            "kicker": "Hafenausbau",
            "body_with": ("Die Arbeiten sollen im Herbst beginnen",),
            "body_without": ("Startseite", "17:23"),
        },
    ),
    Case(
        "stand_with_comma",
        flat("""Fähre nach Möwensand fällt bis Ostern aus Stand: 22.02.2024, 06:00 Uhr Von
        Jule Brandhorst Wer auf die Insel Möwensand will, muss bis Ostern den Umweg über
        Altweiler nehmen. Grund ist ein Schaden am Bugstrahlruder, wie die Reederei am
        Mittwoch mitteilte."""),
        {
            "published": "2024-02-22T06:00+01:00",
            "title": "Fähre nach Möwensand fällt bis Ostern aus",
        },
    ),
    Case(
        "stand_in_brackets",
        """\
Rathaus am Freitag geschlossen

[Stand: 08.05.2019, 05:02 Uhr]

Das Rathaus von Seefurt bleibt am Freitag wegen einer Personalversammlung geschlossen.

Dringende Fälle nimmt das Bürgertelefon entgegen, teilte die Stadt mit.
""",
        {
            "published": "2019-05-08T05:02+02:00",
            "title": "Rathaus am Freitag geschlossen",
            "body_with": ("Dringende Fälle",),
        },
    ),
    Case(
        "stand_des_artikels",
        """\
Der Wasserfloh aus dem Moor

Forscherinnen der Hochschule Altweiler haben eine unbekannte Art beschrieben.

Das Tier misst kaum einen Millimeter und lebt nur in zwei Gräben bei Moorstett.

Stand des Artikels: 26. Februar 2020, 12:30 Uhr.
""",
        {"published": "2020-02-26T12:30+01:00", "title": "Der Wasserfloh aus dem Moor"},
    ),
    Case(
        "stand_with_time_only",
        """\
Politik
Koalition in Seefurt ringt um den Haushalt
Stand: 20:03 Uhr | Lesedauer: 4 Minuten
Von Henrik Lohbeck
Im Streit um den Haushalt haben sich die Fraktionen in Seefurt noch nicht geeinigt.
Die Sitzung wurde nach sechs Stunden ohne Ergebnis unterbrochen.
""",
        {
            "published": None,
            "updated": None,
            "title": "Koalition in Seefurt ringt um den Haushalt",
            "authors": ("Henrik Lohbeck",),
            "body_without": ("Lesedauer",),
        },
    ),
    Case(
        "stand_with_ambiguous_slashes",
        """\
Neuer Elektrobus fährt ohne Fahrer durch Altweiler
Stand: 05/08/2019, 5:30
Ein Bus ohne Lenkrad pendelt seit dieser Woche zwischen Bahnhof und Messe.
Bisher musste der Begleiter nur zweimal eingreifen, sagt der Betreiber.
""",
        {
            "title": "Neuer Elektrobus fährt ohne Fahrer durch Altweiler",
            "body_without": ("5:30",),
        },
    ),
    Case(
        "stand_with_day_only",
        flat("""Deichschau ohne Mängel beendet Stand: 3.11.2021 Die Deichschau an der Brake
        ist ohne größere Beanstandungen zu Ende gegangen. Drei Stellen müssen nachgesät
        werden, sagte Deichgraf Onno Harms."""),
        {"published": "2021-11-03", "title": "Deichschau ohne Mängel beendet"},
    ),
    Case(
        "stand_on_one_line_after_kicker_and_headline",
        flat("""Streit um Fischfangquoten Ministerin reist zu Gesprächen nach Nordhafen
        Stand: 14.12.2022 09:41 Uhr Vor den Verhandlungen über die Quoten hat die Ministerin
        Zuversicht geäußert. Die Fischer verlangen eine Zusage für drei Jahre. Am Abend
        soll es ein Ergebnis geben."""),
        {
            "published": "2022-12-14T09:41+01:00",
            "title": "Streit um Fischfangquoten Ministerin reist zu Gesprächen nach Nordhafen",
            "body_with": ("Vor den Verhandlungen", "ein Ergebnis geben"),
        },
    ),
    Case(
        "erstellt_with_comma",
        """\
Startseite
Lokales
Seefurt
Bäckerei in Seefurt backt nur noch nachts
Erstellt: 28.04.2023, 18:16 Uhr
Von: Nele Quistorp
Kommentare
Drucken
Teilen
Weil der Strom am Tag zu teuer ist, backt Familie Ohlrogge nur noch nach Mitternacht.
„Die Kunden merken davon nichts“, sagt Juniorchef Piet Ohlrogge.
""",
        {
            "published": "2023-04-28T18:16+02:00",
            "title": "Bäckerei in Seefurt backt nur noch nachts",
            "authors": ("Nele Quistorp",),
            "body_without": ("Drucken", "Teilen", "Startseite"),
            "body_with": ("Juniorchef Piet Ohlrogge",),
        },
    ),
    Case(
        "erstellt_and_aktualisiert",
        """\
Sturm deckt Turnhalle in Altweiler ab
Erstellt: 17.02.2022, 07:50 Uhr
Aktualisiert: 17.02.2022, 21:05 Uhr
Ein Sturm hat in der Nacht das Dach der Turnhalle in Altweiler abgedeckt.
Verletzt wurde nach Angaben der Feuerwehr niemand.
""",
        {
            "published": "2022-02-17T07:50+01:00",
            "updated": "2022-02-17T21:05+01:00",
            "title": "Sturm deckt Turnhalle in Altweiler ab",
        },
    ),
    Case(
        "veroeffentlicht_am_two_digit_year_um",
        """\
Wölfin bei Moorstett überfahren
Veröffentlicht am 27.04.24 um 07:39 Uhr
Auf der Landstraße bei Moorstett ist in der Nacht eine Wölfin überfahren worden.
Das Tier werde nun untersucht, teilte das Landesamt mit.
""",
        {
            "published": "2024-04-27T07:39+02:00",
            "title": "Wölfin bei Moorstett überfahren",
            "kicker": None,
        },
    ),
    Case(
        "veroeffentlicht_am_with_month_name_and_no_uhr",
        """\
Nein, dieses Foto zeigt nicht den Deichbruch von Nordhafen

Veröffentlicht am 13. Mai 2021 um 15:44

Ein Bild, das tausendfach geteilt wurde, soll einen Deichbruch zeigen. Es ist viel älter.

Das Foto entstand bei einer Übung, wie eine Rückwärtssuche zeigt.
""",
        {
            "published": "2021-05-13T15:44+02:00",
            "title": "Nein, dieses Foto zeigt nicht den Deichbruch von Nordhafen",
        },
    ),
    Case(
        "veroeffentlicht_in_lower_case",
        flat("""Bürgerbus sucht Fahrer veröffentlicht am 17.05.2019 um 13:06 Uhr Der Bürgerbus
        in Hollenbrück sucht ehrenamtliche Fahrerinnen und Fahrer. Zurzeit fallen an zwei
        Nachmittagen alle Fahrten aus."""),
        {"published": "2019-05-17T13:06+02:00", "title": "Bürgerbus sucht Fahrer"},
    ),
    Case(
        "veroeffentlicht_und_aktualisiert_with_bar",
        flat("""Klinik in Altweiler schließt die Geburtshilfe Veröffentlicht: 07.11.2023,
        10:37 Uhr | aktualisiert: 07.11.2023, 11:01 Uhr Die Klinik in Altweiler nimmt vom
        Jahresende an keine Gebärenden mehr auf. Als Grund nannte der Träger fehlende
        Hebammen."""),
        {
            "published": "2023-11-07T10:37+01:00",
            "updated": "2023-11-07T11:01+01:00",
            "title": "Klinik in Altweiler schließt die Geburtshilfe",
            "body_without": ("11:01",),
        },
    ),
    Case(
        "first_stamp_unlabelled_then_aktualisiert",
        """\
Hechte beißen wieder im Moorsee
11.01.2022, 09:50 Uhr / Aktualisiert am 21.01.2022, 11:39 Uhr
Nach drei schwachen Jahren melden Angler am Moorsee wieder gute Fänge.
Der Verein führt das auf den Besatz mit Jungfischen zurück.
""",
        {
            "published": "2022-01-11T09:50+01:00",
            "updated": "2022-01-21T11:39+01:00",
            "title": "Hechte beißen wieder im Moorsee",
        },
    ),
    Case(
        "zuerst_veroeffentlicht_and_zuletzt_aktualisiert",
        """\
Parlament lehnt Inselsteuer ab

Von Ada Rosenkamp
Zuerst veröffentlicht am 02/10/2023 - 16:20 Zuletzt aktualisiert 02/10/2023 - 18:45

Das Parlament hat die geplante Abgabe auf Inselreisen mit knapper Mehrheit abgelehnt.

Die Regierung will nun einen neuen Entwurf vorlegen, hieß es am Abend.
""",
        {"title": "Parlament lehnt Inselsteuer ab", "authors": ("Ada Rosenkamp",)},
    ),
    Case(
        "zuerst_veroeffentlicht_with_unambiguous_slashes",
        flat("""Bergdorf verkauft Häuser für einen Euro Zuerst veröffentlicht am 17/11/2019
        Das Bergdorf Campolara verkauft leer stehende Häuser für einen Euro. Die Käufer müssen
        binnen drei Jahren renovieren. Bisher gingen vierzig Anträge ein."""),
        {"published": "2019-11-17", "title": "Bergdorf verkauft Häuser für einen Euro"},
    ),
)
