"""What stands about an article on its page: captions, bars and lists."""

from tests.quality.articles.case import Case

CASES = (
    Case(
        "caption_with_agency_photo_and_bar",
        """\
Feuer im Reetdachhaus
Das Haus brannte völlig aus. Foto: picture alliance/dpa/PR-Video | Rene Priebus
In Moorstett ist in der Nacht ein Reetdachhaus abgebrannt.
Die Bewohner konnten sich retten.
""",
        {
            "title": "Feuer im Reetdachhaus",
            "agency": None,
            "body_without": ("Priebus",),
            "body_with": ("Die Bewohner konnten sich retten",),
        },
    ),
    Case(
        "caption_in_brackets",
        """\
Astronautin Velten kehrt zur Erde zurück
Astronautin Mira Velten nach der Landung. (Foto: Uncredited/dpa)
Nach 200 Tagen im All ist die Astronautin Mira Velten wieder auf der Erde.
Sie freute sich vor allem auf Regen.
""",
        {"agency": None, "body_without": ("Uncredited",)},
    ),
    Case(
        "caption_printed_twice",
        """\
Storchenpaar brütet auf Kran
Das Nest in 40 Metern Höhe. Bildrechte: dpa-Bildfunk/Thomas Freyberg
Das Nest in 40 Metern Höhe. Bildrechte: dpa-Bildfunk/Thomas Freyberg
Ein Storchenpaar brütet in Altweiler auf einem Baukran.
Die Arbeiten ruhen bis August.
""",
        {
            "title": "Storchenpaar brütet auf Kran",
            "agency": None,
            "body_without": ("Freyberg", "Das Nest in 40 Metern Höhe"),
        },
    ),
    Case(
        "picture_credit_at_the_very_start",
        """\
(picture alliance / dpa / Niko Armbrecht)
Senat vertagt Entscheidung über Brücke
Der Senat von Altweiler hat die Entscheidung über die neue Brücke vertagt.
Es fehlen noch Gutachten.
""",
        {"title": "Senat vertagt Entscheidung über Brücke", "agency": None},
    ),
    Case(
        "picture_credit_with_copyright_sign",
        """\
Fischbrötchen werden teurer

© DPA Images | Christof Södermann

Ein Fischbrötchen kostet an der Küste jetzt im Schnitt 5,20 Euro.

Vor allem der Hering ist knapp.
""",
        {"agency": None, "body_without": ("Södermann",), "title": "Fischbrötchen werden teurer"},
    ),
    Case(
        "picture_credit_of_an_ai_image",
        """\
Wenn Roboter Schafe hüten
(Bild: Küstenpost, erstellt mit KI)
Auf dem Deich bei Seefurt hütet ein Roboter hundert Schafe.
Die Hündin Lotte schaut ihm misstrauisch zu.
""",
        {"title": "Wenn Roboter Schafe hüten", "body_without": ("erstellt mit KI",)},
    ),
    Case(
        "headline_and_caption_in_the_first_block",
        """\
Kutterregatta mit Rekordbeteiligung (Foto: Eva Musterholm/dpa)

An der Kutterregatta vor Nordhafen nehmen in diesem Jahr 84 Schiffe teil.

So viele waren es noch nie.
""",
        {"title": "Kutterregatta mit Rekordbeteiligung", "agency": None},
    ),
    Case(
        "headline_that_speaks_of_pictures",
        """\
Bilder: So schön leuchtet der Hafen bei Nacht
Zum Lichterfest hat Nordhafen seine Kräne angestrahlt.
Bis Mitternacht kamen 20.000 Besucher.
""",
        {"title": "Bilder: So schön leuchtet der Hafen bei Nacht"},
    ),
    Case(
        "share_bar_and_reading_time",
        """\
Wirtschaft
Teilen
Merken
Drucken
Artikel anhören
Reisebüros melden volle Kassen
Lesezeit: 5 Minuten
Die Reisebüros in Seefurt verkaufen so viele Reisen wie seit Jahren nicht.
Gefragt sind vor allem Fahrten nach Velmarien.
""",
        {
            "title": "Reisebüros melden volle Kassen",
            "body_without": ("Artikel anhören", "Merken", "Lesezeit"),
        },
    ),
    Case(
        "reading_time_behind_a_number",
        """\
Wie aus Tang Papier wird
3 Min Lesezeit
Eine Firma auf Möwensand macht Papier aus Tang.
Noch riecht es ein wenig nach Meer.
""",
        {"title": "Wie aus Tang Papier wird", "body_without": ("Min Lesezeit",)},
    ),
    Case(
        "read_also_within_the_text",
        """\
Bauern ernten erste Kiwis
Bauern an der Brake haben die ersten Kiwis geerntet.
Lesen Sie auch: Diese Früchte wachsen nun im Norden
Im nächsten Jahr wollen sie die Fläche verdoppeln.
""",
        {
            "body_without": ("Diese Früchte wachsen",),
            "body_with": ("Im nächsten Jahr wollen sie",),
        },
    ),
    Case(
        "advertisement_marks",
        """\
Brücke bekommt Fledermausleuchten
Anzeige
Die Brücke in Hollenbrück wird mit Leuchten ausgestattet, die Fledermäuse nicht stören.
=== Anzeige / Sponsorenhinweis ===
Die Umrüstung kostet 60.000 Euro.
""",
        {
            "title": "Brücke bekommt Fledermausleuchten",
            "body_without": ("Anzeige", "Sponsorenhinweis"),
            "body_with": ("Die Umrüstung kostet",),
        },
    ),
    Case(
        "notice_of_external_content",
        """\
Walgesang im Wohnzimmer

Eine Forscherin aus Nordhafen überträgt Walgesang live ins Netz.

An dieser Stelle finden Sie externen Inhalt, der den Artikel ergänzt.

Die Mikrofone hängen an einer Boje vor Möwensand.
""",
        {
            "body_without": ("externen Inhalt",),
            "body_with": ("Die Mikrofone hängen an einer Boje",),
        },
    ),
    Case(
        "newsletter_and_also_interesting_at_the_end",
        """\
Erdbeben war bis Altweiler zu spüren
Ein leichtes Erdbeben hat am Abend in Altweiler Gläser klirren lassen.
Schäden wurden nicht gemeldet.
Das könnte Sie auch interessieren
Vulkanforscherin im Porträt
Newsletter abonnieren
Zur Startseite
""",
        {
            "body_with": ("Schäden wurden nicht gemeldet",),
            "body_without": ("Vulkanforscherin", "Newsletter", "Zur Startseite"),
        },
    ),
    Case(
        "breadcrumb_and_site_name",
        """\
Küstenpost
Startseite > Regional > Möwensand
Möwensand bekommt einen Supermarkt
Auf Möwensand eröffnet im Juni der erste Supermarkt.
Bisher kamen die Waren nur auf Bestellung mit der Fähre.
""",
        {"title": "Möwensand bekommt einen Supermarkt", "body_without": ("Startseite",)},
    ),
    Case(
        "site_name_behind_the_headline",
        """\
Seehundbaby am Strand gefunden | Küstenpost
Spaziergänger haben am Strand von Möwensand ein Seehundbaby gefunden.
Es wird nun in der Station aufgepäppelt.
""",
        {"title": "Seehundbaby am Strand gefunden"},
    ),
    Case(
        "hyphens_and_numbers_belong_to_the_headline",
        """\
Vom 24-Stunden-Lauf bis zur 3-Tage-Wanderung - was Seefurt bietet

Der Sportkalender von Seefurt ist im Herbst gut gefüllt.

Für den 24-Stunden-Lauf sind noch Plätze frei.
""",
        {
            "title": "Vom 24-Stunden-Lauf bis zur 3-Tage-Wanderung - was Seefurt bietet",
            "authors": (),
            "published": None,
        },
    ),
    Case(
        "affiliate_notice",
        """\
Die besten Ferngläser für Vogelfreunde
Dieser Artikel enthält sogenannte Affiliate-Links.
Wir haben acht Ferngläser auf dem Deich von Nordhafen getestet.
Das leichteste wiegt nur 480 Gramm.
""",
        {
            "title": "Die besten Ferngläser für Vogelfreunde",
            "body_without": ("Affiliate",),
            "body_with": ("Das leichteste wiegt",),
        },
    ),
    Case(
        "caption_of_agency_and_photographer_in_upper_case",
        """\
Fluten schneiden Bergdörfer ab
Ein Hubschrauber versorgt das Dorf Campolara. (AFP / JORGE GUARDIOLA)
Nach den Fluten sind in Velmarien zwölf Dörfer von der Außenwelt abgeschnitten.
Hubschrauber bringen Wasser und Brot.
""",
        {"agency": None, "authors": (), "body_without": ("GUARDIOLA",)},
    ),
    Case(
        "caption_of_person_and_agency",
        """\
Der Präsident und sein Hund

Viktor Marenko / dpa

Der Präsident von Velmarien lässt sich am liebsten mit seinem Hund fotografieren.

Das hat einen Grund.
""",
        {
            "agency": None,
            "authors": (),
            "title": "Der Präsident und sein Hund",
            "body_without": ("Viktor Marenko",),
        },
    ),
    Case(
        "picture_credit_of_a_station",
        """\
Radler findet Mammutzahn
Veröffentlicht am 09.05.23 um 18:12 Uhr
Bild © Roman Wartenberg (hr)
Ein Radler hat bei Hollenbrück den Backenzahn eines Mammuts gefunden.
Er lag am Rand einer Kiesgrube.
""",
        {
            "published": "2023-05-09T18:12+02:00",
            "title": "Radler findet Mammutzahn",
            "authors": (),
            "body_without": ("Wartenberg",),
        },
    ),
    Case(
        "symbol_picture",
        """\
Einbrecher vergisst Ausweis am Tatort

Ein Streifenwagen im Einsatz (Symbolbild). Foto: Jan Deichmann/Archiv

Ein Einbrecher hat in Seefurt seinen Ausweis am Tatort liegen lassen.

Die Polizei brachte ihn ihm persönlich vorbei.
""",
        {
            "title": "Einbrecher vergisst Ausweis am Tatort",
            "body_without": ("Streifenwagen", "Deichmann"),
        },
    ),
    Case(
        "date_on_three_lines",
        """\
28.
April
2023
Ein Chor singt gegen die Flut
Der Chor von Seefurt singt jeden Abend auf dem Deich, bis das Wasser wieder fällt.
Zuletzt kamen 80 Sänger und ein Akkordeon.
""",
        {"published": "2023-04-28", "title": "Ein Chor singt gegen die Flut"},
    ),
    Case(
        "cookie_notice_and_menu_above_a_quoting_headline",
        """\
Wir verwenden Cookies, um unsere Seite zu verbessern.
Alle akzeptieren
Ablehnen
Start
Lokales
Sport
Kultur
»Das Moor verzeiht nichts«
Stand: 02.11.2021 09:30 Uhr
Seit dreißig Jahren führt Wencke Dorn Besucher durch das Moor bei Moorstett.
Verloren hat sie dort nur einen Stiefel, sagt sie.
""",
        {
            "published": "2021-11-02T09:30+01:00",
            "title": "»Das Moor verzeiht nichts«",
            "kicker": None,
            "authors": (),
        },
    ),
    Case(
        "byline_of_three_over_several_lines",
        """\
Gericht
Bürgermeister wegen Untreue vor Gericht
Von
Martin Weber
,
Lena Köhler
und
Julia Sommer
14.09.2022, 17.05 Uhr
Der frühere Bürgermeister von Altweiler steht wegen Untreue vor Gericht.
Er soll den Dienstwagen an seinen Bruder verliehen haben.
""",
        {
            "published": "2022-09-14T17:05+02:00",
            "title": "Bürgermeister wegen Untreue vor Gericht",
            "kicker": "Gericht",
            "authors": ("Martin Weber", "Lena Köhler", "Julia Sommer"),
        },
    ),
    Case(
        "pseudonym_beside_a_stamp",
        """\
Warum ich jetzt mit dem Kutter zur Arbeit fahre
von deich_gaenger7 am 11.03.2020
Seit die Brücke gesperrt ist, fahre ich jeden Morgen mit dem Kutter zur Arbeit.
Es dauert länger, aber der Kaffee an Bord ist gut.
""",
        {
            "published": "2020-03-11",
            "title": "Warum ich jetzt mit dem Kutter zur Arbeit fahre",
            "authors": ("deich_gaenger7",),
        },
    ),
    Case(
        "first_report_below_an_update",
        """\
Moorbrand bei Moorstett: Feuerwehr gibt Entwarnung
Update vom 28. März, 14.08 Uhr: Die Feuerwehr hat den Brand im Moor gelöscht.
Die Straße nach Hollenbrück ist wieder frei.
Erstmeldung vom 26. März 2022, 10.00 Uhr: Im Moor bei Moorstett brennt ein Hektar Torf.
Die Feuerwehr ist mit hundert Leuten vor Ort.
""",
        {
            "published": "2022-03-26T10:00+01:00",
            "updated": "2022-03-28T14:08+02:00",
            "title": "Moorbrand bei Moorstett: Feuerwehr gibt Entwarnung",
        },
    ),
    Case(
        "name_at_the_end_and_edition_note",
        """\
Der Fährmann und seine Katze
Auf der Brake fährt seit Ostern eine Katze mit, die keiner kennt.
Der Fährmann nennt sie Lotsin und füttert sie mit Stint.
Martin Weber
Nordhafener Kurier vom 19.02.2022, S. 7
""",
        {
            "published": "2022-02-19",
            "title": "Der Fährmann und seine Katze",
            "authors": ("Martin Weber",),
        },
    ),
)
