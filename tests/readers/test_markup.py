"""HTML in claims and texts is resolved; what is no markup stays as it is."""

from __future__ import annotations

import json
import time
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from newsarc.readers.markup import without_markup
from newsarc.records.read import Document
from newsarc.text import clean
from tests.readers.golden import stream

if TYPE_CHECKING:
    from pathlib import Path

RESOLVED = [
    ("Br&uuml;cke &#8222;kommt&#8220;", "Brücke „kommt“"),
    ("&#x201E;Aue&#x201c; &ndash; f&#252;r alle", "„Aue“ – für alle"),
    ("beginnen&nbsp;im Herbst", "beginnen im Herbst"),
    ("Br&amp;uuml;cke &amp;#8211; neu", "Brücke – neu"),
    ("AT&amp;T, R&amp;D", "AT&T, R&D"),
    ("1 &lt; 2 &gt; 0", "1 < 2 > 0"),
    ("<p>Eins.</p><p>Zwei.</p>", "Eins.\n\nZwei."),
    ("<P CLASS='lead'>Eins.</P>\n<p>Zwei.\nDrei.</p>", "Eins.\n\nZwei. Drei."),
    ("Eins<br>zwei<br/><br />drei", "Eins\nzwei\n\ndrei"),
    ("Der <b>neue</b> <a href=\"/a\" title='a > b'>Steg</a>", "Der neue Steg"),
    ("<h2>Wo</h2>Hier.<ul><li>Aue</li><li>See</li></ul>", "Wo\n\nHier.\n\nAue\nSee"),
    ("<table><tr><td>Aue</td><td>3</td></tr><tr><td>See</td></tr></table>", "Aue 3\nSee"),
    ("<p>Da.</p><script>if (a<b) x='</p>';</script><style>p{}</style>", "Da."),
    ("<!-- <p>weg</p> --><p>da</p>", "da"),
    ("<p>Da.<img src='a.jpg' alt='Bild'></p><o:p></o:p>", "Da."),
    ("&lt;p&gt;Eins.&lt;/p&gt;&lt;p&gt;Br&amp;uuml;cke.&lt;/p&gt;", "Eins.\n\nBrücke."),
    ("<p>Das Tag &lt;b&gt; und List&lt;String&gt;</p>", "Das Tag <b> und List<String>"),
    ("Erster <i>Absatz</i>\n\nZweiter\nAbsatz", "Erster Absatz\n\nZweiter\nAbsatz"),
    ("<![CDATA[<p>Eins.</p>]]>", "Eins."),
]
UNCHANGED = [
    "a < b und c > d", "Ich <3 Nordhafen", "AT&T und R&D", "&c. und so weiter", "x &unbekannt; y",
    "if (a<b && b>c) { return a&b; }", "Das Element <b> macht fett", "List<String> namen",
    "https://k.example/?a=1&copy=2&lang=de", "<max-muster@k.example> schrieb", "<<< weiter >>>",
    "1 <!- kein Kommentar", "5 &lt 6", "&#; &#x;", "</a", "<", "&", "<Name der Redaktion geändert>",
]  # fmt: skip


@pytest.mark.parametrize(("text", "plain"), RESOLVED)
def test_tags_and_entities_are_resolved(text: str, plain: str) -> None:
    assert clean(without_markup(text)) == plain


@pytest.mark.parametrize("text", UNCHANGED)
def test_what_is_no_markup_stays_as_it_is(text: str) -> None:
    assert without_markup(text) == text


@given(st.text(st.characters(exclude_characters="<&")))
def test_a_text_without_its_signs_is_unchanged(text: str) -> None:
    assert without_markup(text) == text


PARTS = (
    "<p> </p> <br> <script> </script> <!-- --> < > & ; &amp; &uuml; &#0; &#1114112; &#55296; <h1>"
    " </h1> <title> \" ' a <![CDATA[ ]]> &lt; p&gt;".split()
)


@given(st.lists(st.sampled_from([*PARTS, " ", "\n"])).map("".join))
@example("&#1114112;")
def test_any_text_is_read(text: str) -> None:
    assert isinstance(clean(without_markup(text)), str)


@pytest.mark.parametrize("part", [*PARTS, "<a ", '<a "', "<a '\"", "<p", "<p>\n \n", "&#1"])
def test_time_grows_with_the_length_alone(part: str) -> None:
    def seconds(size: int) -> float:
        text = "<p></p>" + part * (size // len(part))
        begun = time.process_time()
        without_markup(text)
        return time.process_time() - begun

    seconds(1_000)
    assert seconds(400_000) < 5  # 0.3 on a slow machine; a quadratic one needs minutes


def test_claims_and_texts_of_a_json_object_are_resolved(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    record = {
        "title": "Br&uuml;cke <i>kommt</i>",
        "source": "K&uuml;stenblatt",
        "author": "J&ouml;rn Aue",
        "body": "<p>Der Rat.</p><p>Die Br&uuml;cke.</p>",
    }
    path.write_text(json.dumps(record), encoding="utf-8")

    (found,) = stream(path)

    assert isinstance(found, Document)
    assert (found.title, found.source, found.authors, found.body) == (
        "Brücke kommt",
        "Küstenblatt",
        ("Jörn Aue",),
        "Der Rat.\n\nDie Brücke.",
    )


def test_a_whole_page_in_a_text_file_has_no_tags_and_no_script(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(
        "<!DOCTYPE html>\n<html><head><meta property='og:type' content='article'>"
        "<title>Steg | Kurier</title><script>var steg = 1;</script>"
        "<style>p { color: red }</style></head>\n<body><h1>Neuer Steg</h1>\n<p>Der Rat\nbaut.</p>"
        "</body></html>\n",
        encoding="utf-8",
    )

    (found,) = stream(path)

    assert isinstance(found, Document)
    assert (found.title, found.body) == ("Neuer Steg", "Der Rat baut.")
