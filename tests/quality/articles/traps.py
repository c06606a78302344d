"""Dates that are not the article's own."""

from tests.quality.articles.case import Case, flat

CASES = (
    Case(
        "broadcast_line_dlf",
        """\
Inselrat stimmt über neue Satzung ab

Stand: 24.03.2023 11:02 Uhr

Der Inselrat von Möwensand stimmt heute über eine neue Satzung ab.

Eine Mehrheit gilt als sicher.

Dieses Thema im Programm: Über dieses Thema berichtete DLF am 25. März 2023 um 05:20 Uhr.
""",
        {"published": "2023-03-24T11:02+01:00", "title": "Inselrat stimmt über neue Satzung ab"},
    ),
    Case(
        "broadcast_line_as_the_only_date",
        """\
Neue Regeln für den Almabtrieb

Die Gemeinde Oberfluh schreibt vor, wann welche Herde durch den Ort ziehen darf.

Die Bauern halten das für unnötig.

Über dieses Thema berichtet: BR24 Radio am 14.04.2026 um 17:50 Uhr.
""",
        {"published": None, "title": "Neue Regeln für den Almabtrieb"},
    ),
    Case(
        "broadcast_line_sendung",
        flat("""Apfelernte so klein wie lange nicht Veröffentlicht am 24.04.24 um 16:20 Uhr
        Nach dem Frost im April rechnen die Obstbauern um Seefurt mit einer kleinen Ernte.
        Besonders alte Sorten haben gelitten. Sendung: hr-INFO, 25.04.2024, 10.45 Uhr"""),
        {"published": "2024-04-24T16:20+02:00", "body_with": ("Besonders alte Sorten",)},
    ),
    Case(
        "broadcast_line_with_bars",
        """\
Handschrift in Klosterbibliothek entdeckt

In der Bibliothek des Klosters Altweiler ist eine Handschrift des 12. Jahrhunderts aufgetaucht.

Sie lag in einem falschen Einband.

MDR THÜRINGEN - Das Radio | Nachrichten | 28. April 2023 | 10:00 Uhr
""",
        {"published": None, "title": "Handschrift in Klosterbibliothek entdeckt"},
    ),
    Case(
        "broadcast_line_on_one_line",
        flat("""Kleingärtner dürfen bleiben Die Kleingärtner am Osttor dürfen ihre Parzellen
        behalten. Die Stadt verlängert den Vertrag bis 2040. Dieses Thema im Programm:
        Küstenfunk | Der Tag | 12.06.2023 | 18:00 Uhr"""),
        {"published": None, "body_with": ("Die Stadt verlängert den Vertrag",)},
    ),
    Case(
        "page_clock_of_several_cities",
        flat("""Freitag, 28. April 2023 20:29 Uhr Frankfurt | 19:29 Uhr London | 14:29 Uhr New
        York Startseite Wirtschaft Pumpenbauer Ollmann streicht Dividende Der Pumpenbauer
        Ollmann zahlt seinen Aktionären in diesem Jahr nichts aus. Das Geld werde für den Bau
        des neuen Werks gebraucht, sagte der Vorstand."""),
        {"published": None},
    ),
    Case(
        "page_clock_above_a_stamp",
        flat("""Samstag, 29. April 2023 07:12 Uhr Frankfurt | 06:12 Uhr London | 01:12 Uhr New
        York Politik Tunnelbau Bürger stimmen gegen den Tunnel 28.04.2023, 21:40 Uhr Die
        Bürger von Hollenbrück haben den Tunnel unter der Altstadt abgelehnt. Dagegen stimmten
        58 Prozent."""),
        {
            "published": "2023-04-28T21:40+02:00",
        },
    ),
    Case(
        "stand_in_brackets_inside_a_sentence",
        """\
So viele Schulen haben keinen Hausmeister

An jeder fünften Schule im Kreis Seefurt fehlt ein Hausmeister (Stand Februar 2024).

Der Kreis will nun auch Quereinsteiger einstellen.
""",
        {"published": None, "title": "So viele Schulen haben keinen Hausmeister"},
    ),
    Case(
        "stand_with_a_full_date_inside_a_sentence",
        flat("""Impfbus kommt nach Moorstett Veröffentlicht: 18.01.2022, 08:30 Uhr Der Impfbus
        hält am Donnerstag auf dem Marktplatz von Moorstett. Im Kreis sind 71,4 Prozent der
        Bewohner geimpft (Stand 14. Januar 2022)."""),
        {"published": "2022-01-18T08:30+01:00", "body_with": ("Stand 14. Januar 2022",)},
    ),
    Case(
        "stand_of_a_game",
        flat("""Seefurt Baskets drehen Spiel im letzten Viertel Beim Stand von 95:80 nahm der
        Gästetrainer eine Auszeit, doch es half nichts mehr. Die Seefurt Baskets gewannen am
        Ende mit 104:88. Bester Werfer war Jamal Torrence mit 31 Punkten."""),
        {"published": None, "body_with": ("Beim Stand von 95:80",)},
    ),
    Case(
        "stand_of_a_championship_with_a_year",
        """\
Steuermann Rasmussen baut Führung aus
WM-Stand 2024
Steuermann Lasse Rasmussen hat auch die dritte Wettfahrt vor Nordhafen gewonnen.
In der Gesamtwertung liegt er nun acht Punkte vorn.
""",
        {"published": None, "title": "Steuermann Rasmussen baut Führung aus"},
    ),
    Case(
        "copyright_years",
        """\
Wanderweg am Hochgrat wieder frei

Der Wanderweg am Hochgrat ist nach dem Felssturz wieder begehbar.

Ein Geologe hat den Hang geprüft.

© 2001 - 2023 Bergbote Verlag GmbH
""",
        {"published": None, "title": "Wanderweg am Hochgrat wieder frei"},
    ),
    Case(
        "copyright_year_alone",
        """\
Schafe mähen jetzt den Friedhof
Auf dem Friedhof von Moorstett halten zwölf Schafe das Gras kurz.
Die Gemeinde spart damit im Jahr rund 4000 Euro.
© 2022 Moorstetter Zeitung. Alle Rechte vorbehalten.
""",
        {"published": None, "title": "Schafe mähen jetzt den Friedhof"},
    ),
    Case(
        "teaser_list_below",
        flat("""Hafenmeister warnt vor Niedrigwasser Erstellt: 10.08.2022, 12:00 Uhr Der
        Hafenmeister von Nordhafen rät Sportbooten, im Hafen zu bleiben. Der Pegel war am
        Morgen auf den tiefsten Stand seit 2003 gefallen. Mehr zum Thema Pegel der Brake sinkt
        weiter 09.08.2022 Fährbetrieb eingeschränkt 04.08.2022"""),
        {
            "published": "2022-08-10T12:00+02:00",
            "updated": None,
        },
    ),
    Case(
        "teaser_list_with_the_only_dates",
        """\
Glockenläuten vor Gericht

Ein Urlauber klagt gegen das Morgenläuten von Sankt Ägid.

Der Pfarrer bleibt gelassen: Die Glocke sei älter als das Hotel.

Lesen Sie auch

Streit um Kuhglocken beigelegt (12.05.2021)

Hotel in Oberfluh öffnet wieder (03.06.2021)
""",
        {"published": None, "body_without": ("Streit um Kuhglocken beigelegt",)},
    ),
    Case(
        "event_date_in_running_text",
        """\
Moorstett feiert tausend Jahre

Am 12. Mai 2024 feiert Moorstett sein tausendjähriges Bestehen mit einem Umzug.

Anmeldungen nimmt das Gemeindebüro bis zum 1. März 2024 entgegen.
""",
        {"published": None, "title": "Moorstett feiert tausend Jahre", "kicker": None},
    ),
    Case(
        "date_of_birth_in_running_text",
        flat("""Die Malerin des Watts Geboren wurde die Malerin Tomma Eilers am 3. April 1921
        in einem Fischerhaus auf Möwensand. Ihre Bilder hängen heute in vielen Museen. Eine
        Schau in Altweiler zeigt nun das Frühwerk."""),
        {"published": None},
    ),
    Case(
        "historic_date_as_first_words",
        """\
Als der Deich brach

Am 16. Februar 1962 um 23:40 Uhr gab der Deich bei Moorstett nach.

Wer die Nacht erlebt hat, spricht bis heute ungern davon.
""",
        {"published": None, "title": "Als der Deich brach"},
    ),
    Case(
        "range_of_days",
        """\
Messe für Modellboote in Altweiler

12.03.2023 - 15.03.2023

Auf der Messe in Altweiler zeigen 120 Aussteller ihre Modellboote.

Der Eintritt kostet neun Euro.
""",
        {"published": None, "title": "Messe für Modellboote in Altweiler"},
    ),
    Case(
        "range_of_days_with_bis",
        flat("""Straße nach Hollenbrück wird gesperrt Veröffentlicht am 28.02.2023 Die
        Landstraße nach Hollenbrück wird vom 06.03.2023 bis 17.03.2023 gesperrt. Die Umleitung
        führt über Moorstett."""),
        {"published": "2023-02-28", "title": "Straße nach Hollenbrück wird gesperrt"},
    ),
    Case(
        "date_in_a_caption",
        """\
Wer pflegt die alten Kutter?
Foto vom 14.09.2018: Der Kutter „Antje“ liegt im Museumshafen. Foto: Eva Musterholm/dpa
Den Museumshäfen an der Küste fehlen Freiwillige.
Viele Vereine haben ihre Arbeit in den vergangenen Jahren eingestellt.
""",
        {
            "published": None,
            "title": "Wer pflegt die alten Kutter?",
            "agency": None,
            "body_without": ("liegt im Museumshafen", "Musterholm"),
        },
    ),
    Case(
        "date_in_a_caption_beside_a_stamp",
        """\
Altkanzlerin des Bundes der Chöre gestorben

Stand: 05.11.2020, 14:10 Uhr

Hildburg Vesper (Archivbild vom 03.10.2015). Foto: Jan Deichmann/dpa

Die langjährige Vorsitzende des Bundes der Chöre ist mit 91 Jahren gestorben.

Das teilte ihre Familie mit.
""",
        {"published": "2020-11-05T14:10+01:00", "body_without": ("Archivbild",)},
    ),
    Case(
        "embedded_post",
        flat("""Bürgermeister verwechselt Städtepartner Bürgermeister Arno Kleve hat im Netz
        der falschen Stadt zum Jubiläum gratuliert. — Arno Kleve (@arnokleve) 3. Mai 2021 Die
        richtige Partnerstadt nahm es mit Humor."""),
        {"published": None},
    ),
    Case(
        "embedded_post_in_english_beside_a_stamp",
        """\
Rockband Gullwing spielt auf dem Deich
06.05.2021, 17:30 Uhr
Die Rockband Gullwing gibt im Sommer ein Konzert auf dem Deich von Nordhafen.
— Gullwing (@gullwingband) May 3, 2021
Karten gibt es von Montag an.
""",
        {"published": "2021-05-06T17:30+02:00", "updated": None},
    ),
    Case(
        "dates_of_comments",
        flat("""Radweg endet im Kornfeld Der neue Radweg von Seefurt nach Moorstett endet
        vorerst in einem Kornfeld. Für das letzte Stück fehlt die Zustimmung des Eigentümers.
        2 Kommentare moewe77 am 12.05.2021 um 18:03 Uhr Das war doch abzusehen. deichkind am
        13.05.2021 um 07:44 Uhr Ich fahre trotzdem."""),
        {"published": None, "authors": ()},
    ),
    Case(
        "registration_date_of_a_reader",
        """\
Gasthof Zur Linde schließt für immer

Der Gasthof Zur Linde in Hollenbrück schließt nach 180 Jahren.

Die Wirtsleute finden keine Nachfolger.

1 Kommentar

lindenfan, Mitglied seit 04.03.2012: Wie schade!
""",
        {"published": None, "title": "Gasthof Zur Linde schließt für immer"},
    ),
    Case(
        "register_entry_in_the_imprint",
        flat("""Neue Spielplätze für die Südstadt Veröffentlicht am 01.06.2021 In der Südstadt
        von Altweiler entstehen drei neue Spielplätze. Der erste soll noch vor den Ferien
        fertig sein. Stadtbote Altweiler, Amtsgericht Altweiler HRB 1207, eingetragen am
        03.02.1998"""),
        {"published": "2021-06-01", "updated": None},
    ),
    Case(
        "weather_forecast_dates",
        """\
Wetter in Nordhafen
Heute, 12.10.2019: 9 Grad
Morgen, 13.10.2019: 11 Grad
Fähranleger bekommt Wartehalle
Am Fähranleger von Nordhafen müssen Fahrgäste nicht mehr im Regen stehen.
Die neue Wartehalle bietet Platz für achtzig Menschen.
""",
        {"published": None},
    ),
    Case(
        "score_and_clock_that_look_like_dates",
        """\
Altweiler siegt nach Verlängerung

Nach 120 Minuten stand es 3:2, das Tor fiel um 22.12 Uhr. Die Tabelle führt Altweiler mit 21.10.

Am Samstag geht es nach Seefurt.
""",
        {"published": None, "title": "Altweiler siegt nach Verlängerung"},
    ),
    Case(
        "legal_reference_with_date",
        flat("""Gericht kippt Kurtaxe Das Verwaltungsgericht hat die Kurtaxe von Möwensand
        gekippt (Urteil vom 17.11.2021, Az. 4 K 112/20). Die Gemeinde muss 30.000 Gästen Geld
        zurückzahlen. Sie will Berufung einlegen."""),
        {"published": None},
    ),
    Case(
        "correction_note_with_a_date",
        flat("""Weniger Schwalben als früher Veröffentlicht am 04.07.2022 Im Kreis Seefurt
        brüten nur noch halb so viele Schwalben wie vor zehn Jahren. Das ergab eine Zählung
        des Naturschutzbundes. Korrektur: In einer früheren Version hieß es, die Zählung sei
        vom 12. Juni 2019."""),
        {"published": "2022-07-04", "title": "Weniger Schwalben als früher"},
    ),
)
