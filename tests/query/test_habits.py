from __future__ import annotations

import pytest

from newsarc.query import parse
from tests.query.reading import TODAY, read


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("Rat !Brücke", "rat -brücke"),
        ('Rat !"alte Brücke"', 'rat -"alte brücke"'),
        ("Rat !(Brücke OR Schule)", "rat -(brücke OR schule)"),
        ("!title:Rat", "-title:rat"),
        ("(!Rat)", "-rat"),
        ("Rat \u2212Brücke", "rat -brücke"),
        ("Rat \u2010Brücke", "rat -brücke"),
        ("Rat\u2013Brücke", "rat-brücke"),
        ("Rat BUT NOT Brücke", "rat -brücke"),
        ("Rat ABER NICHT Brücke", "rat -brücke"),
        ("Rat ANDNOT Brücke", "rat -brücke"),
        ("Rat && Brücke", "rat brücke"),
        ("Rat || Brücke", "rat OR brücke"),
        ("Rat||Brücke", "rat OR brücke"),
        ("Rat near5 Brücke", "rat w/5 brücke"),
        ("Rat NEAR12 Brücke", "rat w/12 brücke"),
        ("Rat n/5 Brücke", "rat w/5 brücke"),
        ("Rat within/5 Brücke", "rat w/5 brücke"),
        ("Rat WITHIN 5 Brücke", "rat w/5 brücke"),
        ("Rat adj3 Brücke", "rat pre/3 brücke"),
        ("Rat onear/3 Brücke", "rat pre/3 brücke"),
        ("Rat P/3 Brücke", "rat pre/3 brücke"),
        ("Rat NOT near5 Brücke", "rat NOT w/5 brücke"),
        ("Hafen$", "hafen*"),
        ("title:Hafen$", "title:hafen*"),
        ("Hafen$ w/5 Kran$", "hafen* w/5 kran*"),
        ("100$ US$ A$AP", "100 us a-ap"),
        ("TITLE(Rat)", "title:rat"),
        ("TITEL(Rat)", "title:rat"),
        ("HEADLINE(Rat OR Tor)", "title:rat OR title:tor"),
        ("hlead(Rat)", "start:rat"),
        ("Rat -title(Tor)", "rat -title:tor"),
        ("byline(Quast)", 'author:"quast"'),
        ("DATE(>2022)", "date:2023-01-01.."),
        ("Autor(in) Quelle(n)", "autor in quelle n"),
        ("hd=Rat", "title:rat"),
        ("hd=(Rat OR Tor)", "title:rat OR title:tor"),
        ('hlp="alter Rat"', 'start:"alter rat"'),
        ("la=de", "lang:de"),
        ("wc>500", "words:501.."),
        ("source=dpa,afp", 'source:"dpa" OR source:"afp"'),
        ("a=b E=mc", "a-b e-mc"),
        ("date>2022-01-01", "date:2022-01-02.."),
        ("date>=2022-01-01", "date:2022-01-01.."),
        ("date<2022", "date:..2021-12-31"),
        ("datum=2022", "date:2022-01-01..2022-12-31"),
        ('date>="1. Januar 2022"', "date:2022-01-01.."),
        ("date >= 2022", "date:2022-01-01.."),
        ("words>500", "words:501.."),
        ("words > 500 Rat", "words:501.. rat"),
        ("-words>500", "-words:501.."),
        ("_exists_:author", "has:author"),
        ("-_exists_:autor", "-has:author"),
        ("+title:Rat -title:Tor", "title:rat -title:tor"),
        ("date>20220131", "date:2022-02-01.."),
        ("date:2022/01/31", "date:2022-01-31..2022-01-31"),
        ("since:2022/01/31", "date:2022-01-31.."),
        ("date:[20220101 TO 20220131]", "date:2022-01-01..2022-01-31"),
        ("intitle:Rat", "title:rat"),
        ("site:bote.example Rat", 'url:"bote.example" rat'),
    ],
)  # fmt: skip
def test_a_habit_has_its_meaning(text: str, canonical: str) -> None:
    node, notes = read(text)

    assert str(node) == canonical
    assert notes == ()


WORD_TITLE = "Titel: was searched as a word; for the field write Titel:Bayern"


@pytest.mark.parametrize(
    ("text", "canonical", "note"),
    [
        ("Rat –Tor", "rat -tor", "– before a word excludes it, as - does: Rat ▲–Tor"),
        ("Rat —Tor", "rat -tor", "— before a word excludes it, as - does: Rat ▲—Tor"),
        ("Rat – Tor", "rat tor", "'–' has no letter or digit and was left out"),
        ("Rat ! Tor", "rat tor", "'!' has no letter or digit and was left out"),
        ("Hafen!", "hafen*", "Hafen! was read as Hafen*"),
        ("bank! w/25 disch!", "bank* w/25 disch*", "disch! was read as disch*"),
        ("Hafen$3", "hafen*", "Hafen$3 was read as Hafen*"),
        ("Wir sind Meister!", "wir sind meister",
         "Meister!: ! was left out; for other endings write *"),
        ("Rat w5 Tor", "rat w5 tor",
         "w5 was searched as a word; for nearness write w/5: Rat ▲w5 Tor"),
        ("Rat within 5 Tor", "rat within 5 tor",
         "within 5 was searched as words; for nearness write w/5: Rat ▲within 5 Tor"),
        ("Rat SAME Tor", "rat same tor",
         "SAME was searched as a word; for one paragraph write w/p: Rat ▲SAME Tor"),
        ("title: Rat", "title:rat", "title: Rat was read as title:Rat"),
        ("TITLE: (Rat OR Tor)", "title:rat OR title:tor", "TITLE: (…) was read as TITLE:(…)"),
        ("seit: Februar 2022", "date:2022-02-01..", "seit: Februar was read as seit:Februar"),
        ("Kampf um den Titel: Bayern", "kampf um den titel bayern",
         f"{WORD_TITLE}: Kampf um den ▲Titel: Bayern"),
        ("publish_date:2022", "publish-date-2022",
         "publish_date: is no field; publish_date:2022 was searched as words"),
        ("pub_date:2022 Rat", "pub-date-2022 rat",
         "pub_date: is no field; pub_date:2022 was searched as words"),
        ("_missing_:author", "missing-author",
         "_missing_: is no field; _missing_:author was searched as words"),
        ("created>2022", "created-2022",
         "created: is no field; created:>2022 was searched as words"),
        ("_exists_:geist", "exists-geist",
         "_exists_:geist was not understood; searched as words"),
        ("near5", "near5.", "nothing but operators; searched as words: near5"),
        ("Rat near5", "rat", "w/5 with nothing to join was left out: Rat ▲near5"),
        ("BUT NOT Rat", "-rat", "AND with nothing to join was left out: ▲BUT NOT Rat"),
        ("Rat near999 Tor", "rat w/255 tor", "w/999 was read as w/255"),
    ],
)  # fmt: skip
def test_a_habit_that_may_mislead_is_told(text: str, canonical: str, note: str) -> None:
    node, notes = read(text)

    assert str(node) == canonical
    assert note in notes


ADDRESS = "bote.example/rat/bruecke-17.html?id=5"


@pytest.mark.parametrize(
    "text",
    [
        f"https://www.{ADDRESS}",
        f"http://{ADDRESS}",
        f"www.{ADDRESS}",
        f"HTTPS://WWW.{ADDRESS}#kommentare",
        f"https://{ADDRESS}&utm_source=brief&utm_medium=mail",
        f"https://www.{ADDRESS}.",
        "https://bote.example/rat/bruecke-17.html/?fbclid=x&id=5",
    ],
)
def test_a_pasted_address_finds_the_article_in_any_spelling_of_it(text: str) -> None:
    node, (note,) = read(text)

    assert str(node) == f'url:"{ADDRESS}"'
    assert note.endswith(f'was read as url:"{ADDRESS}"')


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("https://bote.example/", 'url:"bote.example"'),
        ("www.bote.example", 'url:"bote.example"'),
        ("Rat -https://bote.example/a", 'rat -url:"bote.example/a"'),
        ("(https://bote.example/a_(b) OR Rat)", 'url:"bote.example/a_(b)" OR rat'),
        ("https://bote.example/a?b=1|2", 'url:"bote.example/a?b=1" OR 2'),
        ("https://bote.example/%C3%BC?q=a%20b:c", 'url:"bote.example/%c3%bc?q=a%20b:c"'),
        ('"https://bote.example/a"', '"https bote example a"'),
        ("title:https://bote.example/a", "title:https-bote-example-a"),
        ("url:https://www.bote.example/a", 'url:"https://www.bote.example/a"'),
        ("https://", "https"),
        ("www.", "www"),
    ],
)
def test_only_a_pasted_address_by_itself_is_a_filter(text: str, canonical: str) -> None:
    assert str(parse(text, TODAY).node) == canonical
