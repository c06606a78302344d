from __future__ import annotations

import pytest

from newsarc import catalog
from newsarc.catalog.names import persons
from newsarc.records.kept import Article, Origin
from newsarc.records.read import Document
from newsarc.text import clean

TITLE = "Brücke über die Aue kommt früher als geplant"
OWN = "5. März 2022"
BODY = (
    "Der Rat von Seefurt gibt Geld für die neue Brücke frei, die schon im Herbst gebaut wird.",
    "Die alte Brücke trägt seit dem Winter keine Lastwagen mehr, und die Umleitung ist lang.",
    "Ein Gutachten hatte Risse in zwei Pfeilern gefunden, die das Hochwasser vergrößert hat.",
)
LAYOUTS = pytest.mark.parametrize("end", ["\n", "\n\n"], ids=["lines", "blocks"])

# A byline, and its authors.
LETTERS = [
    ("Von Karel Čapek", "Karel Čapek"),
    ("Von Łukasz Żak", "Łukasz Żak"),
    ("VON ŁUKASZ ŻAK", "ŁUKASZ ŻAK"),
    ("Von Elif Şahin", "Elif Şahin"),
    ("Von Jan Øvergård", "Jan Øvergård"),
    ("Von Đorđe Đorđević", "Đorđe Đorđević"),
    ("Von Seán Ó Briain", "Seán Ó Briain"),
    ("Von Ruairí O’Brien", "Ruairí O’Brien"),
    ("Von Šárka Ďurišová", "Šárka Ďurišová"),
    ("Von İpek Çalışkan", "İpek Çalışkan"),
    ("Von Jean d’Aubert", "Jean d’Aubert"),
    ("Von Eva-Łucja Żak-Muster", "Eva-Łucja Żak-Muster"),
    ("Von J. K. Żak", "J. K. Żak"),
    ("Autor: Łukasz Żak", "Łukasz Żak"),
]
CAPITALS = [
    ("VON EVA MUSTER UND OLE BEISPIEL", "EVA MUSTER; OLE BEISPIEL"),
    ("VON EVA VON DER AUE", "EVA VON DER AUE"),
    ("VON EVA MUSTER, SEEFURT", "EVA MUSTER"),
    ("BY JANE ROE AND JOHN DOE", "JANE ROE; JOHN DOE"),
]
JOINED = [
    ("Von Eva Muster & Ole Beispiel", "Eva Muster; Ole Beispiel"),
    ("Von Eva Muster / Ole Beispiel", "Eva Muster; Ole Beispiel"),
    ("Von Eva Muster/Ole Beispiel", "Eva Muster; Ole Beispiel"),
    ("Von Eva Muster sowie Ole Beispiel", "Eva Muster; Ole Beispiel"),
    ("Von Eva Muster, Ole Beispiel sowie Elif Şahin", "Eva Muster; Ole Beispiel; Elif Şahin"),
    ("Von Eva Muster und dpa", "Eva Muster"),
    ("Von dpa und Eva Muster", "Eva Muster"),
    ("Von Eva Muster/dpa", "Eva Muster"),
    ("Von Eva Muster und Ole Beispiel, dpa", "Eva Muster; Ole Beispiel"),
]
ROLES = [
    ("Von Eva MusterKorrespondentin", "Eva Muster"),
    ("Von Eva MusterLeitende Redakteurin", "Eva Muster"),
    ("Von Eva MusterReporterin", "Eva Muster"),
    ("By Jane RoeEducation editor", "Jane Roe"),
    ("By Jane RoePolitical correspondent", "Jane Roe"),
    ("Von unserer Korrespondentin Eva Muster", "Eva Muster"),
]
BYLINES = [*LETTERS, *CAPITALS, *JOINED, *ROLES]


def article(*parts: str, end: str = "\n") -> Article:
    text = clean(end.join(parts))
    return catalog.read(Document(Origin("/news/1.txt"), text=text), id="0" * 16)


@LAYOUTS
@pytest.mark.parametrize(("line", "authors"), BYLINES)
def test_a_byline_names_persons_in_all_letters_and_with_all_joins(
    line: str, authors: str, end: str
) -> None:
    for below in ((), (OWN,)):
        found = article(TITLE, line, *below, *BODY, end=end)

        assert ("; ".join(found.authors), found.title) == (authors, TITLE)


@pytest.mark.parametrize(("line", "authors"), BYLINES)
def test_on_one_line_whoever_stands_between_label_and_stamp_has_written(
    line: str, authors: str
) -> None:
    found = article(TITLE, line, OWN, *BODY, end=" ")

    assert ("; ".join(found.authors), found.title) == (authors, TITLE)


@LAYOUTS
@pytest.mark.parametrize(
    "lines",
    [
        ["Von Eva Muster", "und Łukasz Żak"],
        ["Von", "Eva Muster", "und", "Łukasz Żak"],
        ["Von Eva Muster sowie", "Łukasz Żak"],
        ["Von Eva Muster", "sowie Łukasz Żak"],
        ["Von Eva Muster /", "Łukasz Żak"],
        ["Von Eva Muster", "/ Łukasz Żak"],
        ["Von Eva Muster &", "Łukasz Żak"],
    ],
)
def test_names_may_be_joined_over_lines(lines: list[str], end: str) -> None:
    assert article(TITLE, *lines, *BODY, end=end).authors == ("Eva Muster", "Łukasz Żak")


NOBODY = [
    "Autor verhaftet",
    "Autorin klagt",
    "Autoren streiken",
    "Text gefunden",
    "Author arrested",
    "Par Avion",
    "Par Excellence",
    "Por Favor",
    "Von Tor zu Tor",
    "Von Mann zu Mann",
    "By our man in Seefurt",
    "Von unserem Mann in Seefurt",
]


@LAYOUTS
@pytest.mark.parametrize("line", NOBODY)
def test_a_word_behind_what_is_no_label_names_nobody(line: str, end: str) -> None:
    for head in ([TITLE, line], [TITLE, line, OWN], [line, OWN], [TITLE, f"{OWN} {line}"]):
        assert article(*head, *BODY, end=end).authors == ()


@LAYOUTS
@pytest.mark.parametrize("line", ["Von wegen", "Von unten", "Von neuem", "Von innen"])
def test_an_adverb_behind_a_label_is_no_pseudonym(line: str, end: str) -> None:
    assert article(TITLE, line, OWN, *BODY, end=end).authors == ()


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("Autor: hafen_hase7", ("hafen_hase7",)),
        ("von hafenhase", ("hafenhase",)),
        ("Von Heiko", ("Heiko",)),
        ("Von Karl-Theodor zu Seefurt", ("Karl-Theodor zu Seefurt",)),
        ("Von Eva zu Seefurt", ("Eva zu Seefurt",)),
    ],
)
def test_a_label_still_takes_a_pseudonym_and_a_name_of_nobility(
    line: str, authors: tuple[str, ...]
) -> None:
    assert article(TITLE, line, OWN, *BODY).authors == authors


@pytest.mark.parametrize(
    "head",
    [
        f"{TITLE} Von Seefurt {OWN}",
        f"{TITLE} Von allen geliebt {OWN}",
        f"{TITLE} By Bus {OWN}",
        f"{TITLE} Von Eva Muster kommt die Idee {OWN}",
    ],
)
def test_other_words_between_label_and_stamp_are_no_byline_on_one_line(head: str) -> None:
    assert article(head, *BODY, end=" ").authors == ()


@pytest.mark.parametrize("behind", [" am", " on", ", Nordhafen", " | Published", " –"])
def test_words_of_the_date_may_stand_between_names_and_stamp(behind: str) -> None:
    found = article(f"{TITLE} Von Łukasz Żak{behind} {OWN}", *BODY, end=" ")

    assert (found.authors, str(found.published)) == (("Łukasz Żak",), "2022-03-05")


@pytest.mark.parametrize("line", [f"{OWN}, par loldf", f"{OWN} | par anneb", f"{OWN}, por juanma7"])
def test_a_small_label_beside_a_stamp_takes_a_pseudonym(line: str) -> None:
    assert len(article(TITLE, line, *BODY).authors) == 1


@pytest.mark.parametrize("name", ["Horst Stern", "Markus Post", "Peter April"])
def test_a_known_first_name_makes_a_name_of_a_publisher_s_word(name: str) -> None:
    assert persons(name) == (name,)


@pytest.mark.parametrize("house", ["Nordhafener Post", "Der Stern", "Redaktion Stern", "Die Welt"])
def test_the_word_of_a_publisher_alone_names_no_person(house: str) -> None:
    assert persons(house) == ()
