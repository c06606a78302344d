"""Captions, prompts, lists and genres in other words, and the traps among them."""

from tests.quality.articles.case import Case, flat

CASES = (
    Case(
        "caption_without_a_full_stop",
        """\
Seefurt bekommt ein Museum für Regenschirme
Die Gründerin Hedda Brook zwischen ihren Schirmen Foto: Jan Deichmann/imago
In Seefurt öffnet im Herbst ein Museum für Regenschirme.
Gezeigt werden 400 Stücke aus drei Jahrhunderten.
""",
        {"body_without": ("Hedda Brook",), "body_with": ("Gezeigt werden 400 Stücke",)},
    ),
    Case(
        "picture_credit_in_brackets_within_a_line",
        flat("""Fähre rammt Anleger Stand: 14.03.2022, 09:20 Uhr Im Hafen von Möwensand hat eine
        Fähre den Anleger gerammt. (Foto: Eva Musterholm/dpa) Verletzt wurde niemand, doch der
        Anleger bleibt gesperrt."""),
        {"body_without": ("Musterholm",), "body_with": ("Verletzt wurde niemand",)},
    ),
    Case(
        "picture_of_a_symbol",
        """\
Unbekannte stehlen 30 Bienenvölker

Ein Imker bei der Arbeit (Symbolbild)

Unbekannte haben bei Moorstett 30 Bienenvölker gestohlen.

Der Schaden liegt bei 9000 Euro.
""",
        {"body_without": ("Symbolbild",), "body_with": ("Der Schaden liegt",)},
    ),
    Case(
        "newspaper_that_is_called_like_a_picture",
        """\
Trainerin Ristau bleibt bis 2027

Nordhafens Trainerin Wiebke Ristau sagte der Bild: Nordhafen bleibt meine Heimat.

Der Verein bestätigte am Abend die Verlängerung.
""",
        {"body_with": ("Nordhafen bleibt meine Heimat",)},
    ),
    Case(
        "agency_in_brackets_behind_the_last_sentence",
        """\
Zoll findet 2000 Schildkröten

Der Zoll in Altweiler hat 2000 Schildkröten in einem Reisebus gefunden.

Der Fahrer schwieg zu den Vorwürfen. (dpa/afp)
""",
        {"agency": "dpa/AFP", "body_with": ("Der Fahrer schwieg",)},
    ),
    Case(
        "list_of_other_articles_above_a_crosshead",
        """\
Warum das Moor brennt
Unter der Wiese bei Moorstett glimmt seit zwei Wochen der Torf.
Lesen Sie auch
Feuerwehr sucht Freiwillige für den Sommer
So entsteht ein Brand in der Tiefe
Was die Forscher raten
Die Forscher raten, den Grundwasserstand so bald wie möglich wieder anzuheben.
""",
        {
            "body_without": ("sucht Freiwillige", "Brand in der Tiefe"),
            "body_with": ("Was die Forscher raten", "Die Forscher raten, den"),
        },
    ),
    Case(
        "sentence_that_speaks_of_reading_and_of_adverts",
        """\
Zeitung von 1820 im Dachstuhl gefunden

Lesen Sie das einmal laut vor, sagt die Restauratorin und lacht.

Die Anzeige eines Perückenmachers füllt die halbe Seite.
""",
        {"body_with": ("Lesen Sie das einmal laut vor", "Die Anzeige eines Perückenmachers")},
    ),
    Case(
        "notice_of_external_content_on_one_line",
        flat("""Chor singt auf Eisscholle 02.02.2021, 18:05 Uhr Ein Chor aus Seefurt hat auf
        einer Eisscholle gesungen. Empfohlener redaktioneller Inhalt An dieser Stelle finden Sie
        einen externen Inhalt, der den Artikel ergänzt. Das Eis war vierzig Zentimeter dick."""),
        {
            "body_without": ("externen Inhalt", "redaktioneller"),
            "body_with": ("Das Eis war",),
        },
    ),
    Case(
        "genre_column_below_the_headline",
        """\
Lob der Langsamkeit

Eine Kolumne von Ute Sommerfeld

Mein Zug hatte gestern drei Stunden Verspätung. Es war ein schöner Tag.

Ich habe ein Buch gelesen und zwei Freunde gefunden.
""",
        {"genre": "Kommentar"},
    ),
    Case(
        "genre_interview_in_the_headline",
        """\
Nebel über dem Watt: Interview mit dem Wattführer Knut Paulsen

Seit vierzig Jahren führt Knut Paulsen Gäste durch das Watt vor Möwensand.

Wir haben ihn gefragt, was er fürchtet.
""",
        {"genre": "Interview"},
    ),
    Case(
        "news_of_an_interview",
        """\
Interview mit Minister Tannhoff sorgt für Streit

Ein Interview mit Verkehrsminister Claas Tannhoff hat im Landtag Streit ausgelöst.

Die Opposition verlangt eine Entschuldigung.
""",
        {"genre": None},
    ),
    Case(
        "comments_counted_below_the_headline",
        """\
Stadtbad öffnet wieder
1 Kommentar
Kommentare
Das Stadtbad in Hollenbrück öffnet nach zwei Jahren Umbau am Samstag wieder seine Türen.
Der Eintritt ist am ersten Tag frei.
""",
        {"genre": None, "body_without": ("1 Kommentar",)},
    ),
    Case(
        "note_of_a_correction_at_the_end",
        """\
Deich bei Seefurt wird erhöht

Der Deich bei Seefurt wird um einen halben Meter erhöht.

Korrektur: In einer früheren Version stand, der Deich werde um einen Meter erhöht.
""",
        {"genre": None},
    ),
    Case(
        "opening_hours_are_no_ticker",
        """\
Das Programm der Langen Nacht

18.00 Uhr: Eröffnung auf dem Domplatz mit dem Posaunenchor

20.30 Uhr: Führung durch das Salzmuseum mit Laternen

Die Busse fahren bis zwei Uhr früh.
""",
        {"genre": None},
    ),
    Case(
        "genre_ticker_shown_by_its_entries_alone",
        """\
Sturm über der Küste: Was wir wissen

21.14 Uhr: Fähren bleiben im Hafen

Alle Fähren nach Möwensand sind bis Freitag gestrichen.

18.52 Uhr: Erste Keller laufen voll

In der Altstadt von Nordhafen pumpt die Feuerwehr Keller aus.
""",
        {"genre": "Liveticker"},
    ),
    Case(
        "paywall_that_speaks_of_subscribers",
        """\
Wer kauft das Schloss am See?
Seit zehn Jahren steht das Schloss bei Oberfluh leer. Nun gibt es drei Bieter.
Dieser Artikel ist nur für Abonnenten lesbar.
Zur Startseite
""",
        {"truncated": True, "body_without": ("Abonnenten",)},
    ),
    Case(
        "offer_of_a_subscription_below_a_whole_text",
        """\
Kirchturm steht wieder gerade

Nach acht Monaten Arbeit steht der Kirchturm von Sankt Ägid wieder gerade.

Am Sonntag läuten die Glocken.

Jetzt abonnieren
""",
        {"truncated": False, "body_without": ("abonnieren",)},
    ),
    Case(
        "english_paywall",
        """\
Lighthouse keeper wins the lottery

By Jane Roehampton

The keeper of the lighthouse at Gull Point has won the lottery. He said he would ...

Subscribe to continue reading
""",
        {"truncated": True, "body_without": ("Subscribe",)},
    ),
    Case(
        "english_opinion_with_photograph",
        """\
Opinion
The ferry should be free
Photograph: Jane Roehampton/Reuters
Every morning four hundred people take the ferry across the bay to work in Northhaven.
They should not have to pay for it.
""",
        {"genre": "Kommentar", "body_without": ("Roehampton",)},
    ),
)
