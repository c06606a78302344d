"""Who wrote it, who did not, and headlines that only look like bylines."""

from tests.quality.articles.case import Case, flat

CASES = (
    Case(
        "two_names_and_an_agency",
        """\
Minister besucht Deichbaustelle
Von Silke Ahrenholt und Tim Borgward, dpa
Der Umweltminister hat die Deichbaustelle bei Moorstett besucht.
Er sagte weitere Mittel zu.
""",
        {"authors": ("Silke Ahrenholt", "Tim Borgward"), "agency": "dpa"},
    ),
    Case(
        "four_names_with_blanks_before_commas",
        """\
Das Netz der falschen Ärzte
Von Nora Filbrandt , Karl Juhnke , Mette Osterloh und Ibrahim Yalcin
Eine Gruppe falscher Ärzte hat jahrelang Atteste verkauft.
Unsere Recherche zeigt, wie das Netz entstand.
""",
        {
            "authors": ("Nora Filbrandt", "Karl Juhnke", "Mette Osterloh", "Ibrahim Yalcin"),
            "title": "Das Netz der falschen Ärzte",
        },
    ),
    Case(
        "role_behind_the_name",
        """\
Wann sich Tagesgeld lohnt
Von Paula Reinhardt , Redakteurin für Finanzen
Die Zinsen für Tagesgeld steigen wieder, aber nicht überall.
Wir haben zwanzig Banken verglichen.
""",
        {"authors": ("Paula Reinhardt",), "title": "Wann sich Tagesgeld lohnt"},
    ),
    Case(
        "trainee_behind_the_name",
        """\
Turnerinnen vor dem Aufstieg

Von Mats Kerner, Volontär (Sport)

Die Turnerinnen des SV Hollenbrück stehen vor dem Aufstieg in die Landesliga.

Am Sonntag reicht ihnen ein dritter Platz.
""",
        {"authors": ("Mats Kerner",), "title": "Turnerinnen vor dem Aufstieg"},
    ),
    Case(
        "role_on_the_next_line",
        """\
Die Werft und das liebe Geld
Von Bernd Oelrich
Leitender Wirtschaftsredakteur
Die Werft in Nordhafen braucht zum dritten Mal in zehn Jahren Hilfe vom Land.
Diesmal regt sich Widerstand.
""",
        {"authors": ("Bernd Oelrich",), "body_without": ("Leitender Wirtschaftsredakteur",)},
    ),
    Case(
        "seat_behind_the_name",
        """\
Die stille Macht der Gouverneurin
Von Inga Zöllner, Washington
Kaum jemand kennt die Gouverneurin, doch ohne sie geht im Senat nichts mehr.
Ein Besuch in ihrem Büro.
""",
        {"authors": ("Inga Zöllner",), "title": "Die stille Macht der Gouverneurin"},
    ),
    Case(
        "studio_behind_the_name",
        """\
Wahl in Velmarien: Alte Männer, neue Parteien
Stand: 03.10.2022 04:11 Uhr
Von Xenia Brandl, ARD-Studio Madrid
In Velmarien zeichnet sich nach der Wahl eine schwierige Regierungsbildung ab.
Die Auszählung dauert an.
""",
        {"authors": ("Xenia Brandl",), "published": "2022-10-03T04:11+02:00"},
    ),
    Case(
        "station_behind_the_name_and_lower_case_von",
        """\
Ein Dorf kauft seinen Laden
von Enno Haupt , MDR SACHSEN-ANHALT
Die Bewohner von Hollenbrück haben ihren Dorfladen selbst gekauft.
Jeder Anteil kostete 200 Euro.
""",
        {"authors": ("Enno Haupt",), "title": "Ein Dorf kauft seinen Laden"},
    ),
    Case(
        "upper_case_name_with_date",
        """\
Der letzte Köhler

VON MORTEN GATHMEIER am 21. April 2020

Im Wald bei Hollenbrück brennt noch ein Meiler. Ihn hütet Alois Kranzl.

Der 74-Jährige schläft in diesen Tagen im Bauwagen.
""",
        {"authors": ("Morten Gathmeier",), "published": "2020-04-21"},
    ),
    Case(
        "von_with_colon",
        """\
Katze fährt 300 Kilometer im Motorraum mit
Von: Nadja Ziegelmann
Eine Katze ist im Motorraum eines Lieferwagens von Seefurt bis Altweiler gefahren.
Sie blieb unverletzt.
""",
        {"authors": ("Nadja Ziegelmann",)},
    ),
    Case(
        "von_with_colon_on_its_own_line",
        """\
Erster Spargel kostet 19 Euro
Von:
Carla Dierks
Veröffentlicht am 02.04.2023
Der erste Spargel aus Moorstett kostet 19 Euro je Kilo.
Die Bauern rechnen mit sinkenden Preisen.
""",
        {
            "authors": ("Carla Dierks",),
            "published": "2023-04-02",
            "title": "Erster Spargel kostet 19 Euro",
        },
    ),
    Case(
        "von_alone_on_a_line",
        """\
Im Schatten der Fabrik
Von
Lorenz Tiedemann
und
Ayla Demirkan
Die Zuckerfabrik prägte Seefurt hundert Jahre lang. Nun wird sie abgerissen.
Viele im Ort haben dort gearbeitet.
""",
        {"authors": ("Lorenz Tiedemann", "Ayla Demirkan")},
    ),
    Case(
        "academic_title",
        """\
Mietrecht: Was der Vermieter darf
von Dr. Malte Kollwig
Darf der Vermieter die Waschmaschine verbieten? Das Gericht in Altweiler sagt nein.
Das Urteil ist noch nicht rechtskräftig.
""",
        {"authors": ("Malte Kollwig",), "title": "Mietrecht: Was der Vermieter darf"},
    ),
    Case(
        "name_with_nobiliary_particle",
        """\
Das Schloss und seine Schulden
Von Friederike von der Aue
Schloss Altweiler gehört seit 1740 derselben Familie. Nun soll es verkauft werden.
Ein Käufer ist noch nicht gefunden.
""",
        {"authors": ("Friederike von der Aue",), "title": "Das Schloss und seine Schulden"},
    ),
    Case(
        "double_names_and_initials",
        """\
Ein Garten für alle
Von Anne-Kathrin Möller-Brandt und Jens P. Westphal
In Nordhafen gärtnern Nachbarn auf dem Dach eines Parkhauses.
Die Warteliste ist lang.
""",
        {"authors": ("Anne-Kathrin Möller-Brandt", "Jens P. Westphal")},
    ),
    Case(
        "autor_label",
        """\
Sternschnuppen über der Küste
Autor: Lars Petermann
In der Nacht zum Samstag sind besonders viele Sternschnuppen zu sehen.
Am besten ist die Sicht auf Möwensand.
""",
        {"authors": ("Lars Petermann",), "title": "Sternschnuppen über der Küste"},
    ),
    Case(
        "names_with_semicolon_and_ampersand",
        """\
Die Spur der Steine

Autoren: Rieke Voss; Jonas Thorwald & Hanna Liebig

Aus dem alten Hafen verschwinden Pflastersteine. Zurück bleibt Sand.

Die Polizei ermittelt.
""",
        {"authors": ("Rieke Voss", "Jonas Thorwald", "Hanna Liebig")},
    ),
    Case(
        "byline_on_one_line_with_stamp",
        flat("""Dem Moor geht das Wasser aus Von Greta Nissen Stand: 12.08.2022, 16:45 Uhr
        Im Moor bei Moorstett ist der Wasserstand um vierzig Zentimeter gesunken. Fachleute
        fürchten Brände. Der Kreis verbietet deshalb das Rauchen."""),
        {
            "authors": ("Greta Nissen",),
            "published": "2022-08-12T16:45+02:00",
            "title": "Dem Moor geht das Wasser aus",
        },
    ),
    Case(
        "author_between_bars_on_one_line",
        flat("""Schleuse klemmt schon wieder 03.07.2023 | 09:15 Uhr | Von Hauke Jessen | Die
        Schleuse in Nordhafen lässt sich seit dem Morgen nicht öffnen. Vierzig Boote warten.
        Taucher suchen nach der Ursache."""),
        {"authors": ("Hauke Jessen",), "published": "2023-07-03T09:15+02:00"},
    ),
    Case(
        "no_person_redaktion",
        """\
Verkehrsunfall auf der Küstenstraße
Von der Redaktion
Auf der Küstenstraße sind am Morgen zwei Lastwagen zusammengestoßen.
Die Fahrbahn war bis zum Mittag gesperrt.
""",
        {"authors": (), "title": "Verkehrsunfall auf der Küstenstraße"},
    ),
    Case(
        "no_person_house_in_upper_case",
        """\
Präsident begnadigt zwei Gänse
Von DER BEOBACHTER
Der Präsident von Velmarien hat vor dem Fest zwei Gänse begnadigt.
Sie dürfen nun im Schlosspark leben.
""",
        {"authors": ()},
    ),
    Case(
        "no_person_site_name",
        """\
Seefurt verlängert mit Trainerin
Autor: kuestensport.de
Trainerin Birte Molander bleibt bis 2026 in Seefurt.
Das teilte der Verein am Montag mit.
""",
        {"authors": (), "title": "Seefurt verlängert mit Trainerin"},
    ),
    Case(
        "no_person_editorial_team",
        """\
So wird das Wochenende
Von BR24 Redaktion
Am Wochenende ziehen von Westen her Schauer über das Land.
Am Sonntag zeigt sich öfter die Sonne.
""",
        {"authors": ()},
    ),
    Case(
        "no_person_red",
        """\
Vortrag über Fledermäuse fällt aus

Von red

Der für Donnerstag geplante Vortrag über Fledermäuse in Hollenbrück fällt aus.

Ein Ersatztermin wird noch gesucht.
""",
        {"authors": (), "title": "Vortrag über Fledermäuse fällt aus"},
    ),
    Case(
        "no_person_agency_with_service",
        flat("""Drei Verletzte bei Brand in Scheune Von: dpa/lno Beim Brand einer Scheune in
        Moorstett sind drei Menschen verletzt worden. Die Ursache ist noch unklar."""),
        {"authors": (), "agency": "dpa/lno", "title": "Drei Verletzte bei Brand in Scheune"},
    ),
    Case(
        "no_person_publishing_group",
        """\
Bergbahnen erhöhen die Preise
Von Bergbote Mediengruppe
Die Bergbahnen in Oberfluh erhöhen im Winter ihre Preise um sechs Prozent.
Grund sind die Kosten für den Strom.
""",
        {"authors": ()},
    ),
    Case(
        "headline_von_zu",
        """\
Von Harpune zu Handnetz: Wie sich der Fischfang wandelt
Auf Möwensand fischen junge Leute wieder wie ihre Urgroßeltern.
Sie verkaufen den Fang direkt am Kai.
""",
        {"title": "Von Harpune zu Handnetz: Wie sich der Fischfang wandelt", "authors": ()},
    ),
    Case(
        "headline_von_bis_with_a_colon",
        """\
Von Altweiler bis Nordhafen: Die schönsten Radwege

Entlang der Brake führen neun neue Radwege zum Meer.

Wir sind sie alle gefahren.
""",
        {
            "title": "Von Altweiler bis Nordhafen: Die schönsten Radwege",
            "kicker": None,
            "authors": (),
        },
    ),
    Case(
        "headline_von_anfang_an",
        """\
Prozess
Von Anfang an war alles erfunden
Veröffentlicht am 09.12.2021 um 15:30 Uhr
Der Mann, der sich als Prinz von Velmarien ausgab, hat vor Gericht gestanden.
Das Urteil fällt im Januar.
""",
        {
            "title": "Von Anfang an war alles erfunden",
            "kicker": "Prozess",
            "authors": (),
            "published": "2021-12-09T15:30+01:00",
        },
    ),
    Case(
        "headline_with_von_and_a_person_then_a_byline",
        """\
Von Otto Brehmer lernen heißt schweigen lernen
Von Sabine Kröger
Der Schachmeister Otto Brehmer spricht während einer Partie kein Wort.
Seine Schüler halten es ebenso.
""",
        {
            "title": "Von Otto Brehmer lernen heißt schweigen lernen",
            "authors": ("Sabine Kröger",),
        },
    ),
    Case(
        "quoted_person_is_no_author",
        flat("""„Wir schaffen das nicht allein“ Von Montag an fehlen in der Klinik Altweiler
        zwölf Pflegekräfte. Von Susanne Harder, der Pflegedirektorin, kommt deutliche Kritik
        an der Planung. Der Träger weist das zurück."""),
        {"authors": ()},
    ),
    Case(
        "credits_of_a_research",
        """\
Die Akte Brakewasser

Von Elin Haffner

Jahrelang floss Abwasser in die Brake, und die Behörde wusste es.

Das belegen Dokumente, die uns vorliegen.

Redigatur: Timo Wulff
Faktencheck: Mara Lindt
Grafik: Sven Oster
""",
        {"authors": ("Elin Haffner",)},
    ),
)
