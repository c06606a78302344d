from __future__ import annotations

import pytest

from newsarc import catalog
from newsarc.records.kept import Article, Evidence, Origin
from newsarc.records.read import Document
from newsarc.text import clean

TITLE = "Möwen zurück in Nordhafen"
BODY = (
    "Die Möwen kamen am Abend zurück, und der Hafen war wieder so laut wie in jedem Frühjahr.",
    "Der Rat von Nordhafen hatte im Winter beschlossen, die alten Speicher nicht abzureißen.",
)
LAYOUTS = pytest.mark.parametrize("end", ["\n", "\n\n"], ids=["lines", "blocks"])


def article(text: str) -> Article:
    return catalog.read(Document(Origin("/news/1.txt"), text=clean(text)), id="0" * 16)


def under(*lines: str, end: str = "\n") -> Article:
    """Read a page with lines between its headline and its paragraphs."""
    return article(end.join((TITLE, *lines, *BODY)))


def above(*lines: str, paragraphs: int = 1, end: str = "\n") -> Article:
    """Read a page with lines below its paragraphs."""
    return article(end.join((TITLE, *BODY * paragraphs, *lines)))


def on_one_line(head: str) -> Article:
    return article(" ".join((head, *BODY)))


def evidence(found: Article) -> Evidence | None:
    return next((item for item in found.evidence if item.field == "authors"), None)


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("Von Eva Muster", "Eva Muster"),
        ("VON EVA MUSTER", "EVA MUSTER"),
        ("Autor: Eva Muster", "Eva Muster"),
        ("Autorin: Eva Muster", "Eva Muster"),
        ("Geschrieben von: Eva Muster", "Eva Muster"),
        ("Ein Kommentar von Eva Muster", "Eva Muster"),
        ("Interview: Eva Muster", "Eva Muster"),
        ("Text: Eva Muster, Fotos: Ole Beispiel", "Eva Muster"),
        ("Von Eva Muster und Ole Beispiel", "Eva Muster; Ole Beispiel"),
        ("Von Eva Muster, Ole Beispiel und Jan Deichmann",
         "Eva Muster; Ole Beispiel; Jan Deichmann"),
        ("Autoren: Eva Muster, Ole Beispiel", "Eva Muster; Ole Beispiel"),
        ("By Jane Roe and John Doe", "Jane Roe; John Doe"),
        ("Par Anne Dupont", "Anne Dupont"),
        ("Par Anne Dupont et Luc Moreau", "Anne Dupont; Luc Moreau"),
        ("Por María García y Juan Pérez", "María García; Juan Pérez"),
        ("Por João Silva e Ana Souza", "João Silva; Ana Souza"),
        ("Di Marco Bianchi", "Marco Bianchi"),
        ("Von Karl von der Heide", "Karl von der Heide"),
        ("Von Eva-Maria Muster-Holm", "Eva-Maria Muster-Holm"),
        ("Von Seán O’Brien", "Seán O’Brien"),
        ("Von J. R. Wolters", "J. R. Wolters"),
    ],
)  # fmt: skip
@LAYOUTS
def test_a_byline_names_the_authors_in_its_order(line: str, authors: str, end: str) -> None:
    assert under(line, end=end).authors == tuple(authors.split("; "))


@pytest.mark.parametrize(
    "lines",
    [
        ("Von Eva Muster,", "Ole Beispiel", "und Jan Deichmann"),
        ("Von Eva Muster,", "Ole Beispiel,", "Jan Deichmann"),
        ("Von", "Eva Muster", ",", "Ole Beispiel", "und", "Jan Deichmann"),
        ("Von Eva Muster", "& Ole Beispiel", "& Jan Deichmann"),
        ("Von:", "Eva Muster, Ole Beispiel", "und Jan Deichmann"),
    ],
    ids=["und", "commas", "each on its own", "ampersands", "below the label"],
)
def test_a_byline_may_take_several_lines(lines: tuple[str, ...]) -> None:
    found = under(*lines)

    assert found.authors == ("Eva Muster", "Ole Beispiel", "Jan Deichmann")
    assert found.title == TITLE
    assert found.body == "\n".join(BODY)


def test_a_line_that_nothing_joins_to_a_byline_is_no_part_of_it() -> None:
    assert under("Von Eva Muster", "Ole Beispiel", "3. Mai 2024").authors == ("Eva Muster",)


@pytest.mark.parametrize(
    "line",
    [
        "Von Eva Muster, Nordhafen",
        "Von Eva Muster, Korrespondentin in Brüssel",
        "Von Eva Muster, ARD-Studio Nordhafen",
        "Von Eva Muster, Küstenradio",
        "Von Eva Muster (Text) und Ole Beispiel (Fotos)",
        "Von Dr. Eva Muster",
        "Von Prof. Dr. med. Eva Muster",
        "Von unserer Korrespondentin Eva Muster",
        "Von unserer Redakteurin Eva Muster",
        "Von Eva Muster am 3. Mai 2024",
        "Von Eva Muster | Stand: 3. Mai 2024",
        "Von Eva Muster - 3. Mai 2024, 20:15 Uhr",
        "Autorin: Eva Muster / Küstenpost",
        "Von Eva Muster und dpa",
        "Von Eva Muster, dpa/lno",
        "By Eva Muster, Political Editor",
    ],
)
def test_roles_seats_and_agencies_are_no_part_of_a_name(line: str) -> None:
    assert under(line).authors == ("Eva Muster",)


@pytest.mark.parametrize(
    "house",
    [
        *("dpa", "dpa und AFP", "AFP, Reuters", "dpa/lno", "Reuters Staff", "Associated Press"),
        *("Deutsche Presse-Agentur", "Agence France-Presse", "Evangelischer Pressedienst"),
        *("der Redaktion", "Redaktion Küstenpost", "Küstenpost-Redaktion", "Team Küstenpost"),
        *("Nordhafener Nachrichten", "Küstenpost Verlag GmbH", "Admin", "Staff Reporter"),
        *("Nordhafener Kurier", "Nordhafener Tageblatt", "Nordhafener Anzeiger"),
        *("Neue Rundschau", "Northhaven Gazette", "Polizei Nordhafen", "Stadt Nordhafen"),
    ],
)
def test_houses_and_agencies_are_never_persons(house: str) -> None:
    named = under(f"Von {house}", "3. Mai 2024").authors, under(f"Autor: {house}").authors

    assert named == ((), ())


@pytest.mark.parametrize("name", ["hafen_hase7", "NordWind", "nordwind", "Heiko"])
@pytest.mark.parametrize(
    "lines",
    [("von {}", "3. Mai 2024, 20:15 Uhr"), ("3. Mai 2024", "von {}"), ("3. Mai 2024 von {}",)],
    ids=["above", "below", "beside"],
)
def test_next_to_a_stamp_one_may_sign_with_a_pseudonym(name: str, lines: tuple[str, ...]) -> None:
    assert under(*(line.format(name) for line in lines)).authors == (name,)


@pytest.mark.parametrize("name", ["hafen_hase7", "nordwind", "Heiko", "Nordhafen"])
def test_without_a_stamp_one_word_is_no_name(name: str) -> None:
    assert under(f"von {name}").authors == ()


@pytest.mark.parametrize("word", ["Nordhafen", "admin", "redaktion", "Küstenpost", "dpa"])
def test_next_to_a_stamp_not_every_word_is_a_pseudonym(word: str) -> None:
    assert under(f"von {word}", "3. Mai 2024, 20:15 Uhr").authors == ()


@pytest.mark.parametrize(
    "line",
    [
        "3. Mai 2024 | Von Lena Köhler",
        "Lena Köhler | 3.5.2024",
        "Lena Köhler, 3. Mai 2024",
        "Lena Köhler 03.05.2024, 20:15 Uhr",
        "3. Mai 2024, 20:15 Uhr Lena Köhler",
        "3. Mai 2024 | Lena Köhler | Küstenpost",
        "3. Mai 2024 von Lena Köhler",
        "Lena Köhler\n3. Mai 2024",
        "3. Mai 2024\nLena Köhler",
        "Lena Köhler",
    ],
)
def test_a_name_beside_the_stamp_or_below_the_headline_needs_no_label(line: str) -> None:
    found = under(*line.split("\n"))

    assert found.authors == ("Lena Köhler",)
    assert found.title == TITLE


@pytest.mark.parametrize(
    "line", ["Nordhafen | 3. Mai 2024", "3. Mai 2024 | Küstenpost", "Neues Leben | 3.5.2024"]
)
def test_what_else_stands_beside_a_stamp_is_no_name(line: str) -> None:
    assert under(line).authors == ()


@LAYOUTS
@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("Lena Köhler", ("Lena Köhler",)),
        ("Lena Köhler und Martin Weber", ("Lena Köhler", "Martin Weber")),
        ("Von Lena Köhler", ("Lena Köhler",)),
        ("Autorin: Lena Köhler", ("Lena Köhler",)),
        ("Text: Lena Köhler", ("Lena Köhler",)),
        ("Nordhafener Kurier", ()),
        ("Küstenpost", ()),
        ("Foto: Lena Köhler", ()),
    ],
)
def test_a_text_may_be_signed_at_its_end(line: str, authors: tuple[str, ...], end: str) -> None:
    assert above(line, end=end).authors == authors


def test_a_name_at_the_end_leaves_the_body() -> None:
    assert above("Lena Köhler").body == "\n".join(BODY)


def test_the_names_of_teasers_below_a_text_are_none_of_its_authors() -> None:
    teasers = ["Ein Titel daneben", "Von Lena Köhler", "Noch ein Titel", "Von Martin Weber"]

    assert above(*teasers, paragraphs=2).authors == ()
    assert above(*teasers, paragraphs=8).authors == ()


@pytest.mark.parametrize(
    ("head", "authors"),
    [
        (f"{TITLE} Von Lena Köhler", "Lena Köhler"),
        (f"{TITLE} Von Lena Köhler und Martin Weber", "Lena Köhler; Martin Weber"),
        (f"{TITLE} Autorin: Lena Köhler", "Lena Köhler"),
        (f"{TITLE} Ein Kommentar von Lena Köhler", "Lena Köhler"),
        (f"{TITLE} 3. Mai 2024 Von Lena Köhler", "Lena Köhler"),
        (f"{TITLE} Von Lena Köhler 3. Mai 2024", "Lena Köhler"),
        (f"{TITLE} Stand: 03.05.2024 10:12 Uhr Von Lena Köhler", "Lena Köhler"),
        (f"{TITLE} By John Miller and Mary Jones", "John Miller; Mary Jones"),
        (f"{TITLE} Lena Köhler 03.05.2024, 20:15 Uhr", "Lena Köhler"),
        (f"{TITLE} Anna Lena Köhler | 3. Mai 2024", "Anna Lena Köhler"),
        (f"{TITLE} 3. Mai 2024 | Lena Köhler und Martin Weber", "Lena Köhler; Martin Weber"),
    ],
)
def test_a_text_on_one_line_may_have_a_byline(head: str, authors: str) -> None:
    found = on_one_line(head)

    assert found.authors == tuple(authors.split("; "))
    assert found.title == TITLE
    assert found.body == " ".join(BODY)


@pytest.mark.parametrize("seat", ["Nordhafen", "ARD-Studio Kiel"])
def test_the_seat_of_an_author_on_one_line_begins_no_body(seat: str) -> None:
    assert not on_one_line(f"{TITLE} Von Lena Köhler, {seat}").body.startswith(",")


@pytest.mark.parametrize(
    "text",
    [
        "Das Bild von Lena Köhler hängt jetzt im Museum.",
        f"{TITLE} Von Lena Köhler lernten die Kinder schwimmen.",
        f"{TITLE} Die Rede von Lena Köhler war lang.",
        f"{TITLE} Stand: 03.05.2024 10:12 Uhr Von Nordhafen aus fuhren sie los.",
    ],
)
def test_a_von_within_a_sentence_is_no_byline(text: str) -> None:
    assert on_one_line(text).authors == ()


@pytest.mark.parametrize(
    "title",
    [
        "Von Kiel nach Nordhafen",
        "Von Menschen und Möwen",
        "Von Rostock bis Nordhafen: Wo die Möwen brüten",
        "Von Nord nach Süd",
        "Von Lena Köhler lernen",
        "Von Boris Tannhoff enttäuscht: Die Wähler in Nordhafen",
        "By land and by sea",
    ],
)
def test_a_headline_may_begin_as_a_byline(title: str) -> None:
    texts = (
        "\n".join((title, "3. Mai 2024", *BODY)),
        "\n\n".join((title, *BODY)),
        " ".join((title, "Stand: 03.05.2024 10:12 Uhr", *BODY)),
    )
    found = [article(text) for text in texts]

    assert [(one.title, one.authors) for one in found] == [(title, ())] * 3


@pytest.mark.parametrize(
    "line",
    [
        "„Wir freuen uns“, sagte Lena Köhler.",
        "Lena Köhler: „Wir freuen uns alle sehr“",
        "„Wir freuen uns alle“ – Lena Köhler",
        "Lena Köhler, Bürgermeisterin",
        "„Wir freuen uns alle.“\nLena Köhler\nBürgermeisterin",
        "Im Gespräch mit Lena Köhler",
        "Foto: Lena Köhler",
        "Ein Video von Lena Köhler",
    ],
)
def test_one_who_is_quoted_or_shown_is_no_author(line: str) -> None:
    text = "\n".join((TITLE, "Stand: 03.05.2024 10:12 Uhr", BODY[0], line, *BODY))

    assert article(text).authors == ()
    assert under(*line.split("\n")).authors == ()


@pytest.mark.parametrize(
    ("lines", "words", "rule"),
    [
        (("Von Eva Muster",), "Von Eva Muster", "byline"),
        (("Von", "Eva Muster"), "Eva Muster", "byline beneath its label"),
        (("Lena Köhler | 3.5.2024",), "Lena Köhler | 3.5.2024", "name beside the stamp"),
        (("Lena Köhler",), "Lena Köhler", "name on a line of its own"),
    ],
)
def test_authors_rest_on_the_words_of_their_line(
    lines: tuple[str, ...], words: str, rule: str
) -> None:
    found = evidence(under(*lines))

    assert found is not None
    assert (found.words, found.rule, found.basis) == (words, rule, "stated")
    assert found.reasons


def test_a_sentence_below_a_byline_names_no_authors_and_stays_in_the_body() -> None:
    sentence = "Und Imke Petersen, Olaf Harms und Gesa Lührmann sprachen am Abend darüber."
    text = f"{TITLE}\nVon Eva Muster\n\n{sentence}\n\n{BODY[0]}"

    assert article(text).authors == ("Eva Muster",)
    assert article(text).body.startswith(sentence)
