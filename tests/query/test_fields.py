from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsarc.query import parse
from newsarc.query.globs import Glob
from newsarc.query.nodes import In, Published, Term
from tests.query.reading import TODAY, read


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("title:Eis", "title:eis"),
        ("titel:Eis", "title:eis"),
        ('TITLE:"Kaltes Eis"', 'title:"kaltes eis"'),
        ("title:=Eis", 'title:"eis"'),
        ("title:Nato-Ost", "title:nato-ost"),
        ("title:Oster*", "title:oster*"),
        ("title:Selenskyj~1", "title:selenskyj~1"),
        ('title:"a b"~5', 'title:"a b"~5'),
        ("-title:Eis", "-title:eis"),
        ("title:(a b)", "title:a title:b"),
        ("title:(a OR -b)", "title:a OR -title:b"),
        ("title:(a body:b c)", "title:a body:b title:c"),
        ("kicker:a dachzeile:b", "kicker:a kicker:b"),
        ("body:a text:b", "body:a body:b"),
        ("start:a", "start:a"),
        ("title:3,5", "title:3-5"),
        ("author:Quast", 'author:"quast"'),
        ('autor:"Ilse Quast"', 'author:"ilse quast"'),
        ("von:Quast", 'author:"quast"'),
        ("agency:dpa", 'agency:"dpa"'),
        ("agentur:dpa/lno", 'agency:"dpa lno"'),
        ("ort:Seebrück", 'place:"seebruck"'),
        ("genre:Kommentar", 'genre:"kommentar"'),
        ("source:dpa,afp", 'source:"dpa" OR source:"afp"'),
        ("-source:dpa,afp", '-(source:"dpa" OR source:"afp")'),
        ("source:dpa,", 'source:"dpa"'),
        ('source:"dpa,afp"', 'source:"dpa afp"'),
        ("quelle:(dpa OR afp)", 'source:"dpa" OR source:"afp"'),
        ("lang:de,en", "lang:de OR lang:en"),
        ("lang:deu", "lang:de"),
        ("lang:ger,eng", "lang:de OR lang:en"),
        ("sprache:Deutsch", "lang:de"),
        ("lang:nds", "lang:nds"),
        ("url:tagesschau.de", 'url:"tagesschau.de"'),
        ("url:https://Example.org/a?b=1", 'url:"https://example.org/a?b=1"'),
        ("path:seeds/**/*.TXT", 'path:"seeds/**/*.txt"'),
        ('pfad:"ein Ordner/*"', 'path:"ein ordner/*"'),
        ("url:a,b", 'url:"a,b"'),
        ("id:FE5F", "id:fe5f"),
        ("words:>500", "words:501.."),
        ("words:>=500", "words:500.."),
        ("words:<500", "words:0..499"),
        ("wörter:<=500", "words:0..500"),
        ("words:500", "words:500..500"),
        ("words:100..200", "words:100..200"),
        ("words:200..100", "words:100..200"),
        ("words:100..", "words:100.."),
        ("words:..200", "words:0..200"),
        ("has:author", "has:author"),
        ("has:Autor", "has:author"),
        ("has:datum,ort", "has:date OR has:place"),
        ("-has:url", "-has:url"),
        ("is:truncated", "is:truncated"),
        ("is:gekürzt", "is:truncated"),
        ("is:undated", "-has:date"),
        ("is:live", 'genre:"liveticker"'),
        ("is:Korrektur", 'genre:"korrektur"'),
    ],
)  # fmt: skip
def test_a_field_is_read_in_both_languages(text: str, canonical: str) -> None:
    node, notes = read(text)

    assert str(node) == canonical
    assert notes == ()


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("date:2022-Q1", "date:2022-01-01..2022-03-31"),
        ('datum:"4. Quartal 2022"', "date:2022-10-01..2022-12-31"),
        ("date:2022-W05", "date:2022-01-31..2022-02-06"),
        ('date:"KW 5 2022"', "date:2022-01-31..2022-02-06"),
        ("date:2.2.2022", "date:2022-02-02..2022-02-02"),
        ("date:02.02.22", "date:2022-02-02..2022-02-02"),
        ("date:02.2022", "date:2022-02-01..2022-02-28"),
        ('date:"Jänner 2022"', "date:2022-01-01..2022-01-31"),
        ("date:7d", "date:2024-02-23..2024-02-23"),
        ("date:vorgestern", "date:2024-02-28..2024-02-28"),
        ('date:"letzte Woche"', "date:2024-02-19..2024-02-25"),
        ('date:"this month"', "date:2024-03-01..2024-03-31"),
        ('date:"voriges Jahr"', "date:2023-01-01..2023-12-31"),
        ("date:2022-01/2022-02", "date:2022-01-01..2022-02-28"),
        ("date:[2022-01 TO 2022-02]", "date:2022-01-01..2022-02-28"),
        ("date:[* TO 2022-02]", "date:..2022-02-28"),
        ("date:[2022-01 TO *]", "date:2022-01-01.."),
        ("date:2022-02..2022-01", "date:2022-01-01..2022-02-28"),
        ("date:>=2022-02", "date:2022-02-01.."),
        ("date:>2022-02", "date:2022-03-01.."),
        ("date:<2022-02", "date:..2022-01-31"),
        ("date:<=2022-02", "date:..2022-02-28"),
        ("date:2021,2022", "date:2021-01-01..2021-12-31 OR date:2022-01-01..2022-12-31"),
        ("after:2022-02", "date:2022-02-01.."),
        ("seit:2022-02", "date:2022-02-01.."),
        ("ab:2022-Q2", "date:2022-04-01.."),
        ("before:2022-02", "date:..2022-01-31"),
        ("vor:2022-02", "date:..2022-01-31"),
        ("until:2022-02", "date:..2022-02-28"),
        ("bis:2022-02", "date:..2022-02-28"),
        ("updated:2022", "updated:2022-01-01..2022-12-31"),
        ("stand:2022-02..", "updated:2022-02-01.."),
        ("added:heute", "added:2024-03-01..2024-03-01"),
        ("date:2. Februar 2022", "date:2022-02-02..2022-02-02"),
        ("seit:Februar 2022", "date:2022-02-01.."),
        ("bis:letzte Woche", "date:..2024-02-25"),
        ("date:(2021 OR 2022)", "date:2021-01-01..2021-12-31 OR date:2022-01-01..2022-12-31"),
    ],
)
def test_a_date_is_read_as_people_write_it(text: str, canonical: str) -> None:
    node, notes = read(text)

    assert str(node) == canonical
    assert notes == ()


NO_DATE = "is no date; write 2022, 2022-02, 1.2.2022 or 2022-01..2022-03; searched as words"


@pytest.mark.parametrize(
    ("text", "canonical", "note"),
    [
        ("tittel:Eis", "tittel-eis",
         "tittel: is no field; did you mean title:? It was searched as words"),
        ("authr:Quast", "authr-quast",
         "authr: is no field; did you mean author:? It was searched as words"),
        ("Zitat:Eis", "zitat-eis", "Zitat: is no field; Zitat:Eis was searched as words"),
        ("date:1/2/2022", "date-1-2-2022",
         "date:1/2/2022 has no certain order; write 1.2.2022 or 2022-02-01; searched as words"),
        ("date:2022-13", "date-2022-13", f"date:2022-13 {NO_DATE}"),
        ("datum:Nato Gipfel", "datum-nato gipfel", f"datum:Nato {NO_DATE}"),
        ("before:0001", "before-0001", f"before:0001 {NO_DATE}"),
        ("words:viele", "words-viele", "words:viele was not understood; searched as words"),
        ("words:<0", "words-0", "words:<0 was not understood; searched as words"),
        ("has:geist", "has-geist", "has:geist was not understood; searched as words"),
        ("is:schön", "is-schön", "is:schön was not understood; searched as words"),
        ("id:xyz", "id-xyz", "id:xyz was not understood; searched as words"),
        ("source:dpa,!", "source-dpa", "source:dpa,! was not understood; searched as words"),
        ("source:dpa*", 'source:"dpa"', "source: does not support wildcards; they were left out"),
        ("date:[2022 TO", "date-2022 to", f"date:[2022 {NO_DATE}"),
        ("title:OR a", "title OR a", "title: takes a word or a phrase; searched as a word"),
    ],
)  # fmt: skip
def test_a_field_that_was_not_understood_is_told(text: str, canonical: str, note: str) -> None:
    node, notes = read(text)

    assert str(node) == canonical
    assert note in notes


@pytest.mark.parametrize(
    ("text", "words"), [("14:30", "14-30"), ("ftp://example.org", "ftp-example-org")]
)
def test_a_time_and_the_address_of_a_file_are_words(text: str, words: str) -> None:
    node, notes = read(text)

    assert (str(node), notes) == (words, ())


@pytest.mark.parametrize("text", ["source:(a OR foo:b)", "date:(foo OR 2022)", "lang:(title:a 1)"])
def test_what_is_no_value_inside_brackets_of_a_field_is_read_as_words(text: str) -> None:
    node, notes = read(text)

    assert notes
    assert parse(str(node), TODAY).node == node


def test_a_list_counts_as_so_many_words() -> None:
    node, notes = read("source:" + ",".join(f"x{number}" for number in range(300)))

    assert str(node).count("source:") == 256
    assert notes == ("only the first 256 words were searched for",)


@pytest.mark.parametrize(
    ("pattern", "address", "does"),
    [
        ("tagesschau.de", "https://www.tagesschau.de/ausland", True),
        ("schau.de", "https://www.tagesschau.de/ausland", False),
        ("tagesschau", "https://www.tagesschau.de/ausland", True),
        ("seeds/*.txt", "/home/seeds/a.txt", True),
        ("seeds/*.txt", "/home/seeds/deep/a.txt", False),
        ("seeds/**.txt", "/home/seeds/deep/a.txt", True),
        ("seeds/**/*.txt", "/home/seeds/deep/er/a.txt", True),
        ("se?ds", "/home/seeds/a.txt", True),
        ("*.txt", "/home/seeds/a.txt", True),
        ("*.txt", "/home/seeds/a.txt.gz", True),
        ("seed", "/home/seeds/a.txt", False),
        ("home/**/b", "/home/seeds/a", False),
        ("a[1]", "/home/a[1].txt", True),
    ],
)
def test_a_pattern_stands_between_the_edges_of_words(
    pattern: str, address: str, *, does: bool
) -> None:
    assert Glob(pattern, address=True).stands_in(address) == does


@given(st.text("ab/*?", max_size=8), st.text("ab/", max_size=12))
def test_a_glob_fits_what_a_slow_one_fits(pattern: str, text: str) -> None:
    assert Glob(pattern, address=True).fits(text) == _slowly_fits(pattern, text)


def _slowly_fits(pattern: str, text: str) -> bool:
    if not pattern:
        return not text
    sign, rest = pattern[0], pattern[1:]
    if sign == "*":
        anything = rest.startswith("*")
        rest = rest.lstrip("*") if anything else rest
        ends = [n for n in range(len(text) + 1) if anything or "/" not in text[:n]]
        return any(_slowly_fits(rest, text[end:]) for end in ends)
    return bool(text) and (sign in {"?", text[0]}) and _slowly_fits(rest, text[1:])


def test_a_pattern_of_many_stars_takes_no_longer_than_its_text() -> None:
    assert not Glob("a*" * 200 + "b", address=True).fits("a" * 20_000 + "c" + "b" * 3 + "x")
    assert not Glob("**a" * 200 + "b").stands_in("a" * 20_000)


def test_the_span_of_a_field_is_the_word_in_it() -> None:
    text = "x title:(Eis) date:2022"
    nodes = getattr(parse(text, TODAY).node, "nodes", ())
    spans = [text[slice(*n.span)] for n in nodes if isinstance(n, (In, Published, Term))]

    assert spans == ["x", "Eis", "date:2022"]
