"""Crawler stamps, and dates that are usable when nothing is better."""

from tests.quality.articles.case import Case, flat

CASES = (
    Case(
        "crawler_stamp_alone",
        """ date 2022-02 Zollstreit um Fischkonserven verschärft sich

Im Streit um Fischkonserven hat die Inselregierung neue Zölle angekündigt.

Die Hersteller warnen vor steigenden Preisen.
""",
        {
            "published": "2022-02",
            "updated": None,
            "title": "Zollstreit um Fischkonserven verschärft sich",
        },
    ),
    Case(
        "crawler_stamp_with_exact_date_inside",
        """ date 2022-02 Seilbahn steht still Stand: 17.02.2022 10:12 Uhr

Die Seilbahn auf den Hochgrat steht seit dem Morgen still.

Zwanzig Gäste mussten abgeseilt werden.
""",
        {"published": "2022-02-17T10:12+01:00", "title": "Seilbahn steht still"},
    ),
    Case(
        "crawler_stamp_with_exact_date_outside",
        """ date 2022-01 Brennholz wird knapp Stand: 17.03.2022 10:12 Uhr

In den Wäldern um Hollenbrück wird das Brennholz knapp.

Die Försterei gibt nur noch zehn Raummeter je Haushalt ab.
""",
        {"published": "2022-01", "title": "Brennholz wird knapp"},
    ),
    Case(
        "crawler_stamp_with_exact_date_inside_on_one_line",
        flat(""" date 2019-05 Kurdirektor geht in den Ruhestand Veröffentlicht am 17.05.2019 um
        13:06 Uhr Nach zwanzig Jahren gibt Kurdirektor Egon Palmblad sein Amt ab. Nachfolgerin
        wird Dörte Niehoff. Die Übergabe ist am 1. Juli."""),
        {
            "published": "2019-05-17T13:06+02:00",
            "title": "Kurdirektor geht in den Ruhestand",
        },
    ),
    Case(
        "crawler_stamp_before_an_update",
        """ date 2022-01 Aktualisiert am 28.01.2022 - 19:20

Ein Prozess ohne Angeklagten

Vor dem Amtsgericht Seefurt hat ein Prozess begonnen, zu dem der Angeklagte nicht erschien.

Die Richterin erließ einen Haftbefehl.
""",
        {"updated": "2022-01-28T19:20+01:00"},
    ),
    Case(
        "crawler_stamp_and_dateline_without_year",
        """ date 2017-08 Seefurt, 14. Aug (Reuters) - Der Pumpenbauer Ollmann hat seinen Gewinn \
im zweiten Quartal verdoppelt.

Das Unternehmen profitierte von Aufträgen aus dem Wasserbau.

(Reporterin: Paula Uhlenhorst, redigiert von Rolf Brinkum. Bei Rückfragen wenden Sie sich bitte \
an die Redaktionsleitung unter den Telefonnummern 030-0000 oder 030-0001)
""",
        {
            "published": "2017-08-14",
            "place": "Seefurt",
            "agency": "Reuters",
            "body_with": ("Das Unternehmen profitierte",),
        },
    ),
    Case(
        "day_without_year_when_no_date_fixes_it",
        flat("""Bienenmarkt in Hollenbrück 28. April, 10 Uhr Auf dem Bienenmarkt in
        Hollenbrück bieten wieder vierzig Imker ihren Honig an. Der Eintritt ist frei, wie der
        Verein mitteilte."""),
        {"published": None},
    ),
    Case(
        "day_without_year_fixed_by_another_date",
        """\
Virus im Kreis Seefurt: Was jetzt gilt
Erstellt: 27.03.2020, 09:12 Uhr
Update vom 28. März, 14.08 Uhr: Der Kreis schließt nun auch die Wertstoffhöfe.
Im Kreis Seefurt gelten von Montag an strengere Regeln.
""",
        {"published": "2020-03-27T09:12+01:00", "updated": "2020-03-28T14:08+01:00"},
    ),
    Case(
        "broadcast_note_of_the_item_itself",
        """\
Gewerkschaft beendet Streik der Lotsen

Die Lotsen an der Brakemündung haben ihren Streik nach neun Tagen beendet.

Beide Seiten einigten sich auf eine Schlichtung.

Diese Nachricht wurde am 01.02.2022 im Programm Deutschlandfunk gesendet.
""",
        {
            "published": "2022-02-01",
            "title": "Gewerkschaft beendet Streik der Lotsen",
            "source": "Deutschlandfunk",
        },
    ),
    Case(
        "dts_note",
        """\
Umfrage: Jeder Dritte sammelt Pfandbons

Altweiler (dts Nachrichtenagentur) - Jeder dritte Bürger hebt Pfandbons länger als eine Woche auf.

Das geht aus einer Umfrage im Auftrag eines Händlers hervor.

Meldung der dts Nachrichtenagentur vom 29.12.2015
""",
        {"published": "2015-12-29", "agency": "dts", "place": "Altweiler"},
    ),
    Case(
        "dpa_item_id_dates_what_nothing_else_dates",
        """\
Hafenkran stürzt in Nordhafen um

Im Hafen von Nordhafen ist ein Kran umgestürzt. Verletzt wurde niemand.

Die Ursache ist noch unklar, sagte ein Sprecher der Hafenbehörde.

dpa:230428-99-483045/5
""",
        {
            "published": "2023-04-28",
            "external_id": "dpa:230428-99-483045/5",
            "agency": "dpa",
            "title": "Hafenkran stürzt in Nordhafen um",
        },
    ),
    Case(
        "dpa_item_id_beside_a_stamp",
        flat("""Segler treibt zwei Tage auf der Brake 16.05.2024, 21:10 Uhr Ein Segler ist
        nach zwei Tagen auf der Brake gerettet worden. Er hatte sich von Regenwasser und
        Zwieback ernährt. © dpa-infocom, dpa:240516-99-53606/3 (dpa)"""),
        {
            "published": "2024-05-16T21:10+02:00",
            "external_id": "dpa:240516-99-53606/3",
            "title": "Segler treibt zwei Tage auf der Brake",
        },
    ),
    Case(
        "update_entries_newest_first",
        flat("""Explosion in Lagerhalle: Polizei gibt Entwarnung Erstellt: 02.05.2020, 22:40
        Uhr Update vom 03. Mai 2020, 16:05 Uhr: Die Polizei hat die Sperrungen aufgehoben.
        Update vom 03. Mai 2020, 08:20 Uhr: Am Morgen stieg noch immer Rauch auf. Erstmeldung:
        In einer Lagerhalle in Seefurt hat es am Samstagabend eine Explosion gegeben."""),
        {
            "published": "2020-05-02T22:40+02:00",
            "updated": "2020-05-03T16:05+02:00",
            "title": "Explosion in Lagerhalle: Polizei gibt Entwarnung",
        },
    ),
    Case(
        "first_publication_noted_at_the_end",
        """\
Mann hält Wecker für Hahn

Ein Mann aus Moorstett hat drei Jahre lang seinen Wecker gefüttert.

Erst beim Batteriewechsel fiel ihm der Irrtum auf.

Erstveröffentlichung: 4.4.18
""",
        {"published": "2018-04-04", "title": "Mann hält Wecker für Hahn"},
    ),
    Case(
        "update_with_day_in_front_of_the_text",
        flat("""Freibad: Kommt jetzt die Rutsche? Veröffentlicht am 02.04.2019 Update
        16.04.2019: Jetzt ist es amtlich, die Rutsche wird gebaut. Das Freibad in Altweiler
        soll eine neue Rutsche bekommen."""),
        {
            "published": "2019-04-02",
            "updated": "2019-04-16",
            "title": "Freibad: Kommt jetzt die Rutsche?",
        },
    ),
    Case(
        "print_edition_note",
        """\
Wer erbt den Hof?

Auf dem Hof der Familie Brinkhoff wird seit 1803 vererbt. Nun fehlt der Nachfolger.

„Ich kann doch nicht ewig melken“, sagt Bauer Alwin Brinkhoff.

Nordhafener Kurier vom 19.02.2022, Nr. 42
""",
        {"published": "2022-02-19", "title": "Wer erbt den Hof?"},
    ),
)
