from __future__ import annotations

import pytest

from newsarc.query import parse
from newsarc.query.nodes import And, Loose, Near, Node, Or, Phrase, Similar, Term, Wild, fits
from tests.query.reading import TODAY, read

NEBENSTRASSE = Term(("nebenstraße",))
GIPFEL, USA = Phrase(("gipfel",)), Phrase(("usa",))


@pytest.mark.parametrize(
    ("text", "node"),
    [
        ("=Wort", Phrase(("wort",))),
        ("+Wort", Phrase(("wort",))),
        ('="Ein Wort"', Phrase(("ein", "wort"))),
        ("=Nato-Ost", Phrase(("nato", "ost"))),
        ("Osterw*", Wild("osterw*")),
        ("*erweiterung", Wild("*erweiterung")),
        ("*erweit*", Wild("*erweit*")),
        ("Ma?er", Wild("ma?er")),
        ("Mä?er", Wild("mä?er")),
        ("Stra?e*", Wild("stra?e*")),
        ("Größ*", Wild("gröss*")),
        ("=Osterw*", Wild("osterw*")),
        ("Nato-Ost*", Near(Term(("nato",)), Wild("ost*"), 1, ordered=True)),
        ('"nato ost*"', Near(Phrase(("nato",)), Wild("ost*"), 1, ordered=True)),
        ('"joh* doe"~2', Near(Wild("joh*"), Phrase(("doe",)), 3)),
        ('"a b"~5', Loose(("a", "b"), 5)),
        ('"a b c"~5', Loose(("a", "b", "c"), 5)),
        ('"a b"~0', Phrase(("a", "b"))),
        ("„a b“~5", Loose(("a", "b"), 5)),
        ("Selenskyj~", Similar("selenskyj", 1)),
        ("Selenskyj~1", Similar("selenskyj", 1)),
        ("Müller~2", Similar("müller", 2)),
        ("Wahl?", Term(("wahl",))),
        ("¿Wahl?!", Term(("wahl",))),
        ("**Nato**", Term(("nato",))),
        ("Lehrer*innen", Term(("lehrer",))),
        ("Lehrer:innen", Term(("lehrer",))),
        ("Lehrer_innen", Term(("lehrer",))),
        ("Lehrer:in", Term(("lehrer",))),
        ("Rät:innen", Term(("rät",))),
        ("Haupt- und Nebenstraße", And((Term(("haupt",)), Term(("und",)), NEBENSTRASSE))),
        ("Lehrer/-innen", Term(("lehrer",))),
        ("LehrerInnen", Term(("lehrer",))),
        ("LehrerIn", Term(("lehrer",))),
        ("LinkedIn", Term(("linkedin",))),
        ("Lehrerinnen", Term(("lehrerinnen",))),
        ('"Lehrer*innen"', Phrase(("lehrer", "innen"))),
        ("Mu\u0308hle", Term(("mühle",))),
        ("Mu\u0308hl*", Wild("mühl*")),
        ("STRAß?nbahn", Wild("strass?nbahn")),
        ("Ge\u00adsamt\u200bkonzept", Term(("gesamtkonzept",))),
        ('"\ufeffMu\u0308hle"', Phrase(("mühle",))),
        ("10\u202f000", Term(("10", "000"))),
        ("1\u2009250\u2009000", Term(("1", "250", "000"))),
        ("10'000", Term(("10", "000"))),
        ("12\u202fMenschen", And((Term(("12",)), Term(("menschen",))))),
        ('"(Nato* Kreml) Gipfel"~5', Near(Or((Wild("nato*"), Phrase(("kreml",)))), GIPFEL, 6)),
        ('"(Nato OR USA) (Gipfel)"~5', Near(Or((Phrase(("nato",)), USA)), GIPFEL, 6)),
        ('"(Nato | USA) *gipfel"~5', Near(Or((Phrase(("nato",)), USA)), Wild("*gipfel"), 6)),
        ('"(Nato) (Gipfel)"~5', Loose(("nato", "gipfel"), 5)),
        ('"(Nato ODER USA) Gipfel"', Phrase(("nato", "oder", "usa", "gipfel"))),
        ('"joh* doe"~999', Near(Wild("joh*"), Phrase(("doe",)), 255)),
    ],
)
def test_a_word_is_read_as_it_stands(text: str, node: Node) -> None:
    assert read(text) == (node, ())


@pytest.mark.parametrize(
    ("text", "canonical", "note"),
    [
        ("Nato~9", "nato~2", "Nato~9 was read as ~2"),
        ("Nato~0", "nato~1", "Nato~0 was read as ~1"),
        ("ab~1", "ab", "ab~: the word is too short for ~; it was left out"),
        (
            "nato-ost~1",
            "nato-ost",
            "nato-ost~: ~ works only after a single word; it was left out",
        ),
        ("a*", "a", "a*: a wildcard needs at least 3 letters; it was left out"),
        ("*ab* c", "ab c", "*ab*: a wildcard needs at least 3 letters; it was left out"),
        ("wort^2", "wort", "wort^2: weights are not supported; ^2 was left out"),
        ('"a"~5', '"a"', "~5 after a single word in quotes was left out"),
    ],
)
def test_a_word_that_was_read_otherwise_is_told(text: str, canonical: str, note: str) -> None:
    node, notes = read(text)

    assert str(node) == canonical
    assert notes == (note,)


def test_a_row_of_very_many_pieces_is_cut_and_told() -> None:
    node, notes = read('"' + " ".join(f"({n} x{n})" for n in range(40)) + '"~5')

    assert str(node).count("w/6") == 16
    assert any("only the first 17 pieces were searched for" in note for note in notes)
    assert parse(str(node), TODAY).node == node


def test_wildcards_are_bounded() -> None:
    node, notes = read(" OR ".join(f"wort{number}*" for number in range(30)))

    assert isinstance(node, Or)
    assert len(node.nodes) == 16
    assert "only the first 16 wildcards were searched for" in notes


@pytest.mark.parametrize(
    ("pattern", "form", "does"),
    [
        ("osterw*", "osterweiterung", True),
        ("osterw*", "osterw", True),
        ("osterw*", "xosterw", False),
        ("*erweiterung", "osterweiterung", True),
        ("*erweiterung", "erweiterungen", False),
        ("*weit*", "erweiterung", True),
        ("ma?er", "maler", True),
        ("ma?er", "maer", False),
        ("ma?er", "maller", False),
        ("a*b*c", "axbybzc", True),
        ("a*b*c", "axcyb", False),
        ("*aab", "aaab", True),
        ("a?c*", "abc", True),
        ("mull*", "müller", True),
        ("mull*", "muller", True),
        ("mull*", "mueller", False),
        ("müll*", "müller", True),
        ("müll*", "mueller", True),
        ("müll*", "muller", False),
        ("gröss*", "grösse", True),
        ("*gruss", "abschiedsgruss", True),
        ("*förderung", "strassenforderung", False),
        ("*förderung", "nachwuchsfoerderung", True),
        ("*forder*", "nachwuchsförderung", True),
        ("caf?s", "cafés", True),
        ("erdoğ*", "erdogan", False),
        ("erdog*", "erdoğan", True),
        ("h?us*", "häuser", True),
        ("москв*", "москвы", True),
        ("российск*", "российская", True),
    ],
)
def test_a_form_fits_a_pattern_or_not(pattern: str, form: str, *, does: bool) -> None:
    assert fits(form, Wild(pattern)) == does


@pytest.mark.parametrize(
    ("form", "edits", "does"),
    [
        ("osterweiterung", 0, True),
        ("osterweiterug", 1, True),
        ("osterweiiterung", 1, True),
        ("osterweiterumg", 1, True),
        ("osterwieterung", 1, True),
        ("ostererweiterung", 1, False),
        ("ostererweiterung", 2, True),
        ("westerweiterung", 2, True),
        ("erweiterung", 2, False),
    ],
)
def test_a_similar_word_is_so_many_letters_away(form: str, edits: int, *, does: bool) -> None:
    assert fits(form, Similar("osterweiterung", edits)) == does


@pytest.mark.parametrize(
    ("typed", "form", "does"),
    [
        ("söder", "söhder", True),
        ("söder", "soehder", True),
        ("söder", "sondern", False),
        ("soder", "söhder", True),
        ("soder", "söder", True),
        ("muller", "müllner", True),
        ("müller", "mueler", True),
    ],
)
def test_diacritics_count_in_a_similar_word_where_they_are_typed(
    typed: str, form: str, *, does: bool
) -> None:
    assert fits(form, Similar(typed, 1)) == does
