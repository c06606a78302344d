"""Datelines, sign-offs, agencies and stated sources."""

from tests.quality.articles.case import Case, flat

CASES = (
    Case(
        "dateline_with_slash_and_dash",
        """\
Zahl der Pendler steigt wieder

Seefurt/Brake (dpa) - Die Zahl der Pendler ist im vergangenen Jahr wieder gestiegen.

Das geht aus einer Statistik der Arbeitsagentur hervor.
""",
        {
            "place": "Seefurt/Brake",
            "agency": "dpa",
            "body_with": ("Die Zahl der Pendler ist",),
            "body_without": ("(dpa)",),
        },
    ),
    Case(
        "dateline_with_two_places",
        flat("""Bund und Land streiten über Deichgeld Berlin/Nordhafen (dpa) - Bund und Land
        streiten weiter über das Geld für neue Deiche. Eine Einigung soll es bis zum Herbst
        geben."""),
        {"agency": "dpa"},
    ),
    Case(
        "dateline_with_regional_service",
        """\
Segelschulschiff kehrt heim

Nordhafen (dpa/lno) – Das Segelschulschiff „Albatros“ ist nach sieben Monaten heimgekehrt.

Am Kai warteten mehr als 2000 Menschen.
""",
        {"place": "Nordhafen", "agency": "dpa/lno"},
    ),
    Case(
        "dateline_with_a_place_of_several_words",
        """\
Zwölf Urlauber nach Muschelessen krank
Palma de Velmaria (dpa) - Nach einem Muschelessen sind zwölf Urlauber erkrankt.
Alle konnten das Krankenhaus wieder verlassen.
""",
        {"place": "Palma de Velmaria", "agency": "dpa"},
    ),
    Case(
        "dateline_sid",
        """\
Läuferin Torvik gewinnt Küstenmarathon

Campolara (SID) – Die Läuferin Solveig Torvik hat den Küstenmarathon gewonnen.

Sie blieb drei Minuten unter dem Streckenrekord.
""",
        {"place": "Campolara", "agency": "SID"},
    ),
    Case(
        "dateline_kna_with_initials_and_dot",
        """\
Bischof weiht Fischkutter
Nordhafen (KNA/iz). Der Bischof hat in Nordhafen einen Fischkutter geweiht.
Er soll als schwimmende Kapelle dienen.
""",
        {"place": "Nordhafen", "agency": "KNA"},
    ),
    Case(
        "dateline_epd_with_dot",
        """\
Kirche öffnet Türme für Mauersegler

Altweiler (epd). Die Kirche in Altweiler öffnet ihre Türme für Mauersegler.

Das Projekt läuft zunächst zwei Jahre.
""",
        {"place": "Altweiler", "agency": "epd", "body_without": ("(epd)",)},
    ),
    Case(
        "dateline_of_the_parliament",
        """\
Ausschuss berät über Almen

Wien (PK) - Der Landwirtschaftsausschuss hat über die Zukunft der Almen beraten.

Die Anträge der Opposition wurden vertagt.
""",
        {"place": "Wien"},
    ),
    Case(
        "dateline_ots",
        """\
POL-MO: Traktor aus Scheune gestohlen
Moorstett (ots) - In der Nacht zu Dienstag wurde aus einer Scheune ein Traktor gestohlen.
Hinweise nimmt die Wache in Seefurt entgegen.
""",
        {"place": "Moorstett", "agency": "ots"},
    ),
    Case(
        "dateline_upper_case_dpa_afx",
        """\
AKTIE IM FOKUS: Harmsen nach Zahlen gefragt

SEEFURT (dpa-AFX) - Die Aktien der Reederei Harmsen haben am Freitag deutlich zugelegt.

Ein Händler lobte den Ausblick. /ee/DP/jha
""",
        {"place": "Seefurt", "agency": "dpa-AFX", "authors": ()},
    ),
    Case(
        "dateline_afp_without_separator",
        """\
Rüstungsfirma baut Werk an der Brake
Altweiler/Berlin (AFP) Der Hersteller Kornfeld will an der Brake ein neues Werk bauen.
Dort sollen 500 Stellen entstehen.
""",
        {"place": "Altweiler/Berlin", "agency": "AFP", "body_with": ("Der Hersteller Kornfeld",)},
    ),
    Case(
        "dateline_of_a_satire_is_no_agency",
        """\
Mann mit drei Uhren kommt trotzdem zu spät

Seefurt (dpo) - Er trägt drei Uhren und kommt doch nie pünktlich: Holger P. aus Seefurt.

Nun will er eine vierte kaufen.
""",
        {"agency": None, "place": "Seefurt"},
    ),
    Case(
        "dateline_without_agency_and_dash",
        flat("""Freibad öffnet früher Stand: 03.05.2022, 11:20 Uhr Hollenbrück - Das Freibad
        in Hollenbrück öffnet schon an diesem Samstag. Das Wasser ist 22 Grad warm. Der
        Eintritt kostet vier Euro."""),
        {
            "place": "Hollenbrück",
            "agency": None,
            "published": "2022-05-03T11:20+02:00",
            "title": "Freibad öffnet früher",
        },
    ),
    Case(
        "dateline_with_dot_alone",
        """\
Straßenfest mit 3000 Gästen

Moorstett. Zum Straßenfest an der Mühle sind am Sonntag 3000 Gäste gekommen.

Der Erlös geht an die Jugendfeuerwehr.
""",
        {"place": "Moorstett", "agency": None, "body_with": ("Zum Straßenfest an der Mühle",)},
    ),
    Case(
        "dateline_upper_case_with_dot",
        """\
Neue Glasfaser für die Altstadt
ALTWEILER. In der Altstadt werden von Montag an Glasfaserkabel verlegt.
Mehrere Straßen sind deshalb gesperrt.
""",
        {"place": "Altweiler", "agency": None},
    ),
    Case(
        "dateline_on_its_own_line",
        """\
Feuerwehr befreit Kalb aus Brunnen
Hollenbrück.
Die Feuerwehr hat am Morgen ein Kalb aus einem alten Brunnen befreit.
Es steht schon wieder auf der Weide.
""",
        {"place": "Hollenbrück", "title": "Feuerwehr befreit Kalb aus Brunnen"},
    ),
    Case(
        "first_word_with_dot_is_no_dateline",
        """\
Endspiel in Nordhafen

Endlich. Nach neun Jahren steht Nordhafen wieder in einem Endspiel.

Gegner ist am Samstag Altweiler.
""",
        {"place": None, "body_with": ("Endlich.",)},
    ),
    Case(
        "dash_within_the_first_sentence_is_no_dateline",
        """\
Deichschafe bekommen Verstärkung

Schafe - sie sind das Wahrzeichen der Küste - sollen künftig auch bei Seefurt grasen.

Der Deichverband kauft dafür 200 Tiere.
""",
        {"place": None, "body_with": ("Schafe",)},
    ),
    Case(
        "mention_of_an_agency_is_no_credit",
        """\
Ministerin schließt Rücktritt aus

Die Ministerin will im Amt bleiben. Das sagte sie der dpa in Seefurt.

Die Nachrichtenagentur AFP hatte zuvor anderes berichtet.
""",
        {"agency": None, "place": None, "source": None},
    ),
    Case(
        "picture_credit_is_no_agency_credit",
        """\
Schnee legt Seefurt lahm
Räumfahrzeuge in der Innenstadt von Seefurt. Foto: Christoph Södermann/dpa
Von Rike Hollander
Starker Schneefall hat den Verkehr in Seefurt zum Erliegen gebracht.
Erst am Abend fuhren wieder Busse.
""",
        {"agency": None, "authors": ("Rike Hollander",), "body_without": ("Södermann",)},
    ),
    Case(
        "sign_off_initials",
        """\
Posaunenchor spielt im Altenheim

Der Posaunenchor aus Moorstett hat im Altenheim ein Ständchen gegeben.

Viele Bewohner sangen mit. (kas)
""",
        {"authors": (), "agency": None, "title": "Posaunenchor spielt im Altenheim"},
    ),
    Case(
        "sign_off_glued_to_a_quote",
        """\
Schüler bauen ein Windrad
Schüler aus Altweiler haben ein Windrad gebaut, das den Schulteich belüftet.
Die Rektorin sagt: „Das Projekt ist noch lange nicht vorbei.“(phy)
""",
        {"authors": (), "agency": None},
    ),
    Case(
        "sign_off_agency_and_initials",
        """\
Taucher bergen Anker aus der Hansezeit

Taucher haben vor Nordhafen einen 600 Jahre alten Anker geborgen.

Er wird nun im Museum entsalzt. (dpa/gem)
""",
        {"agency": "dpa", "authors": ()},
    ),
    Case(
        "sign_off_swiss_agency",
        """\
Bergrutsch begräbt Scheune

Ein Bergrutsch hat bei Oberfluh eine Scheune begraben. Menschen waren nicht in Gefahr.

Die Strasse bleibt bis auf Weiteres geschlossen. (ats/nxp)
""",
        {"agency": "ats", "authors": ()},
    ),
    Case(
        "abbreviation_in_brackets_is_no_sign_off",
        """\
Verband warnt vor Billigkraut

Der Verband der Kräuterhändler (vfa) warnt vor gefälschtem Thymian.

Das Merkblatt gibt es zum Herunterladen (pdf)
""",
        {"agency": None, "authors": (), "body_with": ("(vfa)", "Das Merkblatt")},
    ),
    Case(
        "source_with_agency_behind_a_site",
        flat("""Lotto: Moorstetter gewinnt zwei Millionen Ein Mann aus Moorstett hat im Lotto
        zwei Millionen Euro gewonnen. Er will sich eine neue Angel kaufen. Quelle:
        kuestenpost.de, ino/dpa"""),
        {"source": "kuestenpost.de", "agency": "dpa", "authors": ()},
    ),
    Case(
        "source_is_agencies_only",
        """\
Pokal: Altweiler im Halbfinale

Altweiler hat nach einem 3:1 in Seefurt das Halbfinale erreicht.

Die Auslosung ist am Sonntag.

Quelle: sid/dpa
""",
        {"agency": "SID/dpa", "authors": ()},
    ),
    Case(
        "source_in_brackets_with_three_agencies",
        """\
Lawinenwarnung im Hochgratgebiet

Im Hochgratgebiet gilt die zweithöchste Lawinenwarnstufe.

Von Touren wird dringend abgeraten. (Quelle: APA/sda/dpa)
""",
        {"agency": "APA/sda/dpa"},
    ),
    Case(
        "source_dpa_sport",
        """\
Torjäger Lindqvist fehlt wochenlang
Torjäger Nils Lindqvist fehlt Nordhafen bis zum Saisonende.
Er zog sich im Training einen Muskelriss zu.
Quelle: dpa Sport
""",
        {"agency": "dpa"},
    ),
    Case(
        "source_station_with_initials",
        flat("""Gedenkstein an der Schleuse enthüllt Stand: 09.11.2021 18:30 Uhr An der alten
        Schleuse erinnert ein Stein an die Ertrunkenen von 1911. Zur Feier kamen auch
        Nachfahren. Quelle: KÜSTENRADIO NORD/ls"""),
        {"source": "KÜSTENRADIO NORD", "published": "2021-11-09T18:30+01:00", "agency": None},
    ),
    Case(
        "source_with_offer_of_rights",
        """\
Die Leere nach dem Fest

Das Schützenfest ist vorbei, und Seefurt weiß nicht wohin mit sich.

Bis zum nächsten sind es 361 Tage.

Quelle: N.A.Z. Artikelrechte erwerben
""",
        {"source": "N.A.Z.", "body_without": ("Artikelrechte",)},
    ),
    Case(
        "copyright_with_initials_and_offer_of_rights",
        """\
Konzertsaal bekommt neue Stühle

Im Konzertsaal von Altweiler sitzt man bald weicher.

Die alten Stühle werden versteigert.

© NK/stga/sab - Rechte am Artikel können Sie hier erwerben.
""",
        {"source": "NK", "authors": (), "body_without": ("Rechte am Artikel",)},
    ),
    Case(
        "copyright_of_a_paper",
        flat("""Badeverbot am Moorsee aufgehoben 12.07.2021, 10:30 Uhr Im Moorsee darf wieder
        gebadet werden. Die Blaualgen sind verschwunden, teilte das Gesundheitsamt mit. ©
        Seefurter Tageblatt"""),
        {"source": "Seefurter Tageblatt", "published": "2021-07-12T10:30+02:00"},
    ),
    Case(
        "source_of_a_picture_is_no_source_of_the_text",
        """\
Elch schwimmt durch den Hafen
Der Elch im Hafenbecken. (Quelle: IMAGO/Lasse Bergström)
Ein Elch ist am Morgen durch den Hafen von Nordhafen geschwommen.
Er verschwand danach im Wald.
""",
        {"source": None, "agency": None, "title": "Elch schwimmt durch den Hafen"},
    ),
    Case(
        "sign_off_station_and_initials",
        """\
Skisprungschanze wird abgebaut

Die alte Skisprungschanze bei Hollenbrück wird abgebaut.

Das Holz geht an den Dorfverein. MDR (dst)
""",
        {"authors": (), "agency": None},
    ),
    Case(
        "sign_off_bare_initials",
        """\
Maibaum gestohlen
Unbekannte haben in Sankt Ägid den Maibaum gestohlen.
Die Auslöse soll aus zwei Fässern Bier bestehen.
Fib/Eß
""",
        {"authors": (), "agency": None, "title": "Maibaum gestohlen"},
    ),
    Case(
        "dpa_note_with_a_date_beside_an_item_id",
        """\
Regatta wegen Flaute abgebrochen

Die Regatta vor Nordhafen ist wegen Flaute abgebrochen worden.

Sie wird im Sommer nachgeholt.

dpa:220124-99-835563/5
""",
        {
            "published": "2022-01-24",
            "external_id": "dpa:220124-99-835563/5",
            "agency": "dpa",
        },
    ),
)
