"""Words near each other: within words, sentences, paragraphs; in order, or often."""

from tests.quality.finding.case import News, Question

ARTICLES = (
    News(
        "near_side",
        "Reeder und Lotsen streiten",
        """\
        Reeder und Lotsen haben sich überworfen. Es geht um Gebühren, die seit Jahren steigen.""",
        {"date": "2021-03-01", "source": "Küstenbote"},
        "wirtschaft",
    ),
    News(
        "near_four",
        "Neue Töne am Kai",
        """\
        Die Lotsen warfen gestern Abend jedem Reeder Geiz vor. Das Hafenamt will vermitteln.""",
        {"date": "2021-03-02", "source": "Küstenbote"},
        "wirtschaft",
    ),
    News(
        "near_five",
        "Runder Tisch vertagt",
        """\
        Die Lotsen warfen gestern Abend im Hafen jedem Reeder Geiz vor. Nun ist Pause.""",
        {"date": "2021-03-03", "source": "Küstenbote"},
        "wirtschaft",
    ),
    News(
        "near_sentence",
        "Ein Kapitän erzählt",
        """\
        Früher, so sagt er, kamen die Lotsen mit dem Ruderboot, und an der Pier stand, ganz gleich
        wie das Wetter war, der alte Reeder. Das ist lange her.""",
        {"date": "2021-03-04", "source": "Altweiler Zeitung"},
    ),
    News(
        "near_paragraph",
        "Schiff liegt fest",
        """\
        Auf dem Frachter warten zwei Lotsen auf das nächste Hochwasser. Der Schlepper kommt erst am
        Abend. Der Reeder schweigt.

        Die Fracht besteht aus Rüben.""",
        {"date": "2021-03-05", "source": "Seefurter Anzeiger"},
    ),
    News(
        "near_document",
        "Stipendien für junge Leute",
        """\
        Wer zur See fahren will, kann sich bei den Lotsen bewerben. Vorkenntnisse sind nicht nötig.

        Das Geld stiftet ein Reeder aus Seefurt.""",
        {"date": "2021-03-06", "source": "Küstenbote"},
    ),
    News(
        "near_often",
        "Tag der Lotsen",
        """\
        Die Lotsen feiern. Einmal im Jahr öffnen die Lotsen ihr Haus, und Kinder dürfen mit den
        Lotsen ans Ruder.""",
        {"date": "2021-03-07", "source": "Altweiler Zeitung"},
    ),
    News(
        "near_owners",
        "Eigner melden sich zu Wort",
        """\
        Mehrere Schiffseigner loben die Lotsen für ihre Umsicht bei Nebel.""",
        {"date": "2021-03-08", "source": "Seefurter Anzeiger"},
        "wirtschaft",
    ),
)

_CLOSE = "near_side near_four"
_AWAY = "near_five near_sentence near_paragraph near_document"

QUESTIONS = (
    Question("Lotsen w/5 Reeder", found=_CLOSE, missing=_AWAY),
    Question("Lotse w/5 Reedern", found=_CLOSE, missing=_AWAY),
    Question("Lotsen /5 Reeder", found=_CLOSE, missing=_AWAY),
    Question("Lotsen NEAR/5 Reeder", found=_CLOSE, missing=_AWAY),
    Question("Lotsen w/7 Reeder", found="near_side near_four near_five", missing="near_sentence"),
    Question("Lotsen NEAR Reeder", found="near_side near_document", missing="near_paragraph"),
    Question("Lotsen pre/5 Reeder", found="near_four", missing="near_side near_five"),
    Question("Reeder pre/5 Lotsen", found="near_side", missing="near_four near_five"),
    Question("Reeder ADJ/5 Lotsen", found="near_side", missing="near_four"),
    Question('"Lotsen Reeder"~5', found="near_side near_four", missing="near_sentence"),
    Question('"Lotse Reeder"~5', missing="near_side near_four"),
    Question(
        "Lotsen w/s Reeder",
        found="near_side near_four near_five near_sentence",
        missing="near_paragraph near_document",
    ),
    Question(
        "Lotsen w/p Reeder",
        found="near_side near_sentence near_paragraph",
        missing="near_document",
    ),
    Question(
        "Lotsen NOT w/5 Reeder",
        found="near_five near_sentence near_document near_often",
        missing="near_four",
    ),
    Question("atleast3(Lotsen)", found="near_often", missing="near_four near_side near_document"),
    Question("mindestens3(Lotse)", found="near_often", missing="near_side"),
    Question("atleast5(Lotsen)", missing="near_often"),
    Question(
        "(Reeder OR Schiffseigner) w/5 Lotsen",
        found="near_side near_four near_owners",
        missing="near_five near_often",
    ),
    Question("Lots* w/5 Reed*", found=_CLOSE, missing="near_five near_document"),
    Question("*eigner w/3 Lotsen", found="near_owners", missing="near_side"),
    Question('"die Lotsen" w/5 Reeder', found="near_four", missing="near_side near_five"),
    Question("Reeder w/5 Lotsen w/s Gebühren", missing="near_side near_four"),
    Question("Reeder w/5 Lotsen w/p Gebühren", found="near_side", missing="near_four"),
    Question("title:(Reeder w/3 Lotsen)", found="near_side", missing="near_four"),
)
