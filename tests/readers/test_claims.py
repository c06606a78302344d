"""What a JSON object claims, in whatever form and under whatever key."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from newsarc import readers
from newsarc.readers import Piece, Reading
from newsarc.records.kept import Origin
from newsarc.records.read import Document, Refusal, Skipped
from tests import strategies
from tests.readers.golden import stream

if TYPE_CHECKING:
    from pathlib import Path

BODY = "Der Gemeinderat von Seefurt hat den Bau der neuen Brücke beschlossen."

NOTHING: list[object] = [
    "N/A", "n/a", "NA", "<NA>", "null", "NULL", "None", "nan", "NaN", "NaT", "undefined", "",
    " ", "-", "–", "--", "?", "…", "[]", "{}", '""', "''", "#N/A", "http://", "https://",
    "about:blank", None, [], {}, [None], [[]], [""], False, float("nan"), float("inf"),
]  # fmt: skip
# The field of a document by our own key.
FIELDS = {
    "id": "external_id", "url": "url", "title": "title", "kicker": "kicker", "date": "date",
    "updated": "updated", "source": "source", "agency": "agency", "place": "place",
    "language": "language", "genre": "genre", "authors": "authors", "author": "authors",
}  # fmt: skip


@pytest.fixture(name="folder")
def folder_fixture(tmp_path: Path) -> Path:
    return tmp_path


def read(folder: Path, *records: object) -> list[Document | Refusal | Skipped]:
    path = folder / "articles.jsonl"
    path.write_text("".join(f"{json.dumps(record)}\n" for record in records), encoding="utf-8")
    return stream(path)


def claimed(folder: Path, **record: object) -> Document:
    (found,) = read(folder, {"body": BODY, **record})
    assert isinstance(found, Document)
    return found


@pytest.mark.parametrize("value", NOTHING, ids=repr)
def test_a_placeholder_is_no_claim(folder: Path, value: object) -> None:
    empty = claimed(folder)

    for key, field in FIELDS.items():
        assert getattr(claimed(folder, **{key: value}), field) == getattr(empty, field)


@pytest.mark.parametrize(
    "url",
    [
        "https:///",
        "//",
        "http://None",
        "https://www.null/",
        "HTTP://undefined",
        "javascript:void(0)",
    ],
)
def test_an_address_that_leads_nowhere_is_no_claim(folder: Path, url: str) -> None:
    assert claimed(folder, url=url).url is None
    assert claimed(folder, url=url, link="https://bote.example/a").url == "https://bote.example/a"


@pytest.mark.parametrize(
    "url",
    ["mailto:eva@bote.example", "ftp://bote.example/a", "httpsw//bote.example/a", "https://a b"],
)
def test_what_is_no_address_of_the_web_is_told_and_ignored(folder: Path, url: str) -> None:
    found = claimed(folder, url=url, link="https://bote.example/a")

    assert found.url == "https://bote.example/a"
    assert found.notes == ("'url' is no address of the web, and was ignored",)


@pytest.mark.parametrize("url", ["bote.example/a", "bote.example:8080/a", "/a", "//bote.example/a"])
def test_an_address_without_a_scheme_is_a_claim(folder: Path, url: str) -> None:
    assert claimed(folder, url=url).url == url


@pytest.mark.parametrize("url", ["https://null.example/", "http://nan.example", "/none", "none-1"])
def test_an_address_with_a_word_for_nothing_in_it_is_a_claim(folder: Path, url: str) -> None:
    assert claimed(folder, url=url).url == url


@pytest.mark.parametrize("value", ["unknown", "Unknown", "unbekannt", "N.N.", "k.A.", "N.A."])
def test_what_people_write_for_nothing_is_no_claim_but_may_be_a_headline(
    folder: Path, value: str
) -> None:
    found = claimed(folder, author=value, source=value, place=value, title=value)

    assert (found.authors, found.source, found.place, found.title) == ((), None, None, value)


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("title", "Null"), ("title", "Nan"), ("title", "1984"), ("title", "Nichts"),
        ("author", "Nan"), ("title", "None of the above"), ("source", "N-ZZ"),
        ("place", "Nanterre"), ("id", "0"),
        ("url", "https://n/a"), ("title", "+++ Hafen gesperrt +++"),
    ],
)  # fmt: skip
def test_what_only_looks_like_a_placeholder_is_a_claim(folder: Path, key: str, value: str) -> None:
    found = getattr(claimed(folder, **{key: value}), FIELDS[key])

    assert found == ((value,) if key == "author" else value)


@pytest.mark.parametrize("key", ["body", "text", "content", "maintext"])
@pytest.mark.parametrize("value", ["N/A", "nan", None, [], "-", " "])
def test_a_placeholder_is_no_text(folder: Path, key: str, value: object) -> None:
    (found,) = read(folder, {key: value})

    assert isinstance(found, Refusal)
    assert found.error.reason == "has neither a text nor a headline"


@pytest.mark.parametrize("key", ["title", "headline", "Titel", "articleTitle"])
@pytest.mark.parametrize("rest", [{}, {"body": ""}, {"text": None}, {"content": "N/A"}])
def test_a_headline_without_a_text_is_an_article(
    folder: Path, key: str, rest: dict[str, object]
) -> None:
    (found,) = read(folder, {key: "Brücke über die Aue", **rest})

    assert isinstance(found, Document)
    assert (found.title, found.text, found.body) == ("Brücke über die Aue", None, "")
    assert found.content == "Brücke über die Aue"


@pytest.mark.parametrize("key", ["text", "content", "mainText", "plain_text", "full-text"])
def test_a_text_without_a_headline_is_read_as_a_whole(folder: Path, key: str) -> None:
    (found,) = read(folder, {key: BODY, "title": "None"})

    assert isinstance(found, Document)
    assert (found.title, found.text, found.body) == (None, BODY, None)


@pytest.mark.parametrize("key", ["body", "articleBody", "body_html"])
def test_a_body_without_a_headline_is_a_body(folder: Path, key: str) -> None:
    (found,) = read(folder, {key: BODY})

    assert isinstance(found, Document)
    assert (found.title, found.text, found.body) == (None, None, BODY)


# As trafilatura, news-please, newspaper4k, Fundus, NewsAPI, Media Cloud, feeds, schema.org and
# German tables name them.
KEYS = {
    "date": "date publish_date published published_at publishedAt date_publish pubDate"
    " datePublished publishing_date publication_date article:published_time Datum",
    "updated": "updated date_modify dateModified updated_at modified",
    "source": "source media_name outlet publisher sitename source-hostname publication"
    " source_domain hostname newspaper Quelle Medium",
    "title": "title headline og:title Titel",
    "kicker": "kicker topline Dachzeile",
    "language": "language lang inLanguage meta_lang Sprache",
    "url": "url link webUrl canonical_url",
    "agency": "agency Agentur",
    "place": "place Ort",
}


@pytest.mark.parametrize("field", KEYS)
def test_the_keys_of_common_tools_are_known(folder: Path, field: str) -> None:
    keys = KEYS[field].split()

    assert [getattr(claimed(folder, **{key: "de 1"}), field) for key in keys] == ["de 1"] * len(
        keys
    )


@pytest.mark.parametrize("key", ["authors", "author", "byline", "creator", "Autor", "Autoren"])
def test_the_keys_of_authors_are_known(folder: Path, key: str) -> None:
    assert claimed(folder, **{key: "Eva Muster"}).authors == ("Eva Muster",)


def test_no_control_character_of_a_written_list_reaches_an_author(folder: Path) -> None:
    found = claimed(folder, author=r"['Eva\x1b[31m Muster', 'Hans\nMaier']")

    assert found.authors == ("Eva[31m Muster", "Hans Maier")


@pytest.mark.parametrize("key", ["summary", "description", "teaser", "excerpt"])
def test_a_summary_is_the_text_where_there_is_no_other(folder: Path, key: str) -> None:
    (alone,) = read(folder, {"title": "Brücke", key: "Sie kommt."})
    (beside,) = read(folder, {"title": "Brücke", key: "Sie kommt.", "content": BODY})

    assert isinstance(alone, Document)
    assert isinstance(beside, Document)
    assert (alone.body, beside.body) == ("Sie kommt.", BODY)


@pytest.mark.parametrize(
    "source",
    [
        {"id": None, "name": "Nordhafener Kurier"},
        {"id": "nordkurier", "name": "Nordhafener Kurier"},
        {"title": "Nordhafener Kurier", "href": "https://kurier.example/feed"},
        {"@type": "Organization", "name": "Nordhafener Kurier"},
        {"displayName": "Nordhafener Kurier"},
        [{"name": "Nordhafener Kurier"}],
        [["Nordhafener Kurier"]],
        ["", "Nordhafener Kurier"],
        {"name": {"value": "Nordhafener Kurier"}},
    ],
    ids=str,
)
def test_an_object_or_a_list_stands_for_the_name_in_it(folder: Path, source: object) -> None:
    found = claimed(folder, source=source)

    assert (found.source, found.notes) == ("Nordhafener Kurier", ())


@pytest.mark.parametrize(
    ("record", "source"),
    [
        ({"source": {"uri": "kurier.example"}}, "kurier.example"),
        ({"source": {"id": "kurier-online", "name": None}}, "kurier-online"),
        ({"source": "https://kurier.example/a", "sitename": "Der Kurier"}, "Der Kurier"),
        ({"source": "https://kurier.example/a"}, "https://kurier.example/a"),
        ({"source": {}, "publisher": {"name": "Der Kurier"}}, "Der Kurier"),
    ],
)
def test_a_name_of_the_medium_is_better_than_its_address(
    folder: Path, record: dict[str, object], source: str
) -> None:
    assert claimed(folder, **record).source == source


def test_trafilatura_calls_the_address_of_an_article_its_source(folder: Path) -> None:
    address = "https://www.kurier.example/a/bruecke.html"
    found = claimed(folder, **{"source": address, "source-hostname": "Der Kurier"})

    assert (found.url, found.source) == (address, "Der Kurier")


@pytest.mark.parametrize(
    ("authors", "names"),
    [
        ("Eva Muster; Jan Deichmann", ["Eva Muster", "Jan Deichmann"]),
        ("Eva Muster;Jan Deichmann;", ["Eva Muster", "Jan Deichmann"]),
        ("Eva Muster und Jan Deichmann", ["Eva Muster", "Jan Deichmann"]),
        ("Eva Muster and Jan van der Deich", ["Eva Muster", "Jan van der Deich"]),
        ("Eva Muster & Jan Deichmann", ["Eva Muster", "Jan Deichmann"]),
        ("Eva Muster, Jan Deichmann", ["Eva Muster", "Jan Deichmann"]),
        ("Eva Muster, Jan Ó Deich und Łucja Čapek-D’Aue",
         ["Eva Muster", "Jan Ó Deich", "Łucja Čapek-D’Aue"]),
        ("Muster, Eva", ["Muster, Eva"]),
        ("Muster, Eva; Deichmann, Jan", ["Muster, Eva", "Deichmann, Jan"]),
        ("Eva Muster, Redakteurin", ["Eva Muster, Redakteurin"]),
        ("Hinz und Kunz", ["Hinz und Kunz"]),
        ("Redaktion und Agenturen", ["Redaktion und Agenturen"]),
        ("Von Eva Muster", ["Eva Muster"]),
        ("By Eva Muster and Jan Deichmann", ["Eva Muster", "Jan Deichmann"]),
        ("Eva von der Aue", ["Eva von der Aue"]),
        ("von Aue", ["von Aue"]),
        ("eva@kurier.example (Eva Muster)", ["Eva Muster"]),
        ("['Eva Muster', 'Jan Deichmann']", ["Eva Muster", "Jan Deichmann"]),
        ('["Eva Muster", "Jan Deichmann"]', ["Eva Muster", "Jan Deichmann"]),
        (["Eva Muster", ["Jan Deichmann"]], ["Eva Muster", "Jan Deichmann"]),
        ([{"name": "Eva Muster"}, {"full_name": "Jan Deichmann"}], ["Eva Muster", "Jan Deichmann"]),
        ({"first_name": "Eva", "last_name": "Muster", "title": "Dr."}, ["Eva Muster"]),
        ({"@type": "Person", "name": ["Eva Muster", "Ole Deich"]}, ["Eva Muster", "Ole Deich"]),
        (["Eva Muster", "Eva Muster", None, "N/A"], ["Eva Muster"]),
        ("M&uuml;ller, Eva", ["Müller, Eva"]),
        (17, ["17"]),
    ],
)  # fmt: skip
def test_authors_are_told_apart_where_it_is_certain(
    folder: Path, authors: object, names: list[str]
) -> None:
    assert list(claimed(folder, authors=authors).authors) == names


@pytest.mark.parametrize(
    "empty", [[], {}, "", "N/A", None, [{}], {"x": 1}, ["https://k.example/e"]]
)
def test_authors_that_name_nobody_do_not_hide_an_author(folder: Path, empty: object) -> None:
    assert claimed(folder, authors=empty, author="Eva Muster").authors == ("Eva Muster",)


@pytest.mark.parametrize(
    ("record", "field", "value"),
    [
        ({"date": {}, "published": "2022-03-05"}, "date", "2022-03-05"),
        ({"date": "gestern", "pubDate": "2022-03-05"}, "date", "2022-03-05"),
        ({"date": "gestern"}, "date", "gestern"),
        ({"date": {"$date": "2022-03-05T10:00:00Z"}}, "date", "2022-03-05T10:00:00Z"),
        ({"date": {"$date": {"$numberLong": "1646474400000"}}}, "date", "1646474400000"),
        ({"date": 1646474400}, "date", "1646474400"),
        ({"language": "?", "lang": "de"}, "language", "de"),
        ({"language": "Klingonisch", "lang": "de"}, "language", "de"),
        ({"language": ["de", "en"]}, "language", "de"),
        ({"title": {"x": 1}, "headline": "Brücke"}, "title", "Brücke"),
        ({"title": {"rendered": "Brücke"}}, "title", "Brücke"),
        ({"url": "N/A", "link": "https://k.example/1"}, "url", "https://k.example/1"),
        ({"_id": {"$oid": "5f1a"}}, "external_id", "5f1a"),
    ],
    ids=str,
)
def test_an_odd_claim_does_not_hide_a_good_one(
    folder: Path, record: dict[str, object], field: str, value: str
) -> None:
    assert getattr(claimed(folder, **record), field) == value


@pytest.mark.parametrize(
    ("record", "note"),
    [
        ({"authors": {"x": 1}}, "'authors' is an object without a name, and was ignored"),
        ({"authors": [{"role": 2}]}, "'authors' is an object without a name, and was ignored"),
        ({"published_at": True}, "'published_at' is true, and was ignored"),
        ({"title": True}, "'title' is true, and was ignored"),
        ({"source": [[[[[[["k"]]]]]]]}, "'source' is nested too deeply, and was ignored"),
        ({"author": "https://k.example/eva"}, "'author' is an address, and was ignored"),
    ],
)
def test_what_cannot_be_used_is_told(folder: Path, record: dict[str, object], note: str) -> None:
    found = claimed(folder, **record)

    assert found.notes == (note,)
    assert (found.title, found.date, found.source, found.authors) == (None, None, None, ())


@pytest.mark.parametrize("digits", [20, 310, 4000])
def test_a_number_of_any_length_is_a_claim(folder: Path, digits: int) -> None:
    assert claimed(folder, id=10**digits).external_id == "1" + "0" * digits


@pytest.mark.parametrize("key", [*FIELDS, "body", "text", "link", "publisher", "pubDate"])
@pytest.mark.parametrize(
    "value", [True, {}, {"a": {"b": [{}]}}, [[], [{}]], 1e400, [[[[[[[[1]]]]]]]], 9**400],
    ids=str,
)  # fmt: skip
def test_no_odd_claim_refuses_an_article(folder: Path, key: str, value: object) -> None:
    (found,) = read(folder, {"title": "Brücke", "content": BODY, key: value})

    assert isinstance(found, Document)


@pytest.mark.parametrize(
    ("value", "body"),
    [
        (["Eins.", "Zwei."], "Eins.\n\nZwei."),
        ([{"value": "<p>Eins.</p>", "type": "text"}, {"value": "Zwei."}], "Eins.\n\nZwei."),
        (
            {
                "summary": ["Eins."],
                "sections": [{"headline": ["Zwei"], "paragraphs": ["Drei.", "Vier."]}],
            },
            "Eins.\n\nZwei\n\nDrei.\n\nVier.",
        ),
        ({"rendered": "<p>Eins.</p>\n<p>Zwei.</p>\n"}, "Eins.\n\nZwei."),
    ],
    ids=str,
)
def test_the_parts_of_a_text_are_its_paragraphs(folder: Path, value: object, body: str) -> None:
    (found,) = read(folder, {"title": "Brücke", "body": value})

    assert isinstance(found, Document)
    assert found.body == body


def test_of_two_keys_that_differ_in_their_case_the_plain_one_counts(folder: Path) -> None:
    first = claimed(folder, Title="Deich", title="Brücke")
    second = claimed(folder, title="Brücke", TITLE="Deich")

    assert (first.title, second.title) == ("Brücke", "Brücke")


def test_an_address_and_an_id_stay_as_they_are_written(folder: Path) -> None:
    found = claimed(folder, url="https://k.example/?a=1&amp;b=2", id="&lt;7&gt;")

    assert (found.url, found.external_id) == ("https://k.example/?a=1&amp;b=2", "&lt;7&gt;")


@pytest.mark.parametrize("claim", ["['Eva', {[]: 1}, 'Ole']", r"['\d Eva', 3]", "[1, 2]"])
def test_what_is_no_list_of_names_stays_as_it_is_written(folder: Path, claim: str) -> None:
    assert claimed(folder, title="A", body="B", authors=claim).authors == (claim,)


def _values() -> st.SearchStrategy[object]:
    numbers = st.integers() | st.floats() | st.just(10**400)
    leaves = st.none() | st.booleans() | numbers | strategies.texts(12)
    return st.recursive(
        leaves,
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(_KEYS), inner),
        max_leaves=5,
    )


_KEYS = ("name", "text", "title", "url", "id", "x")


@given(
    st.dictionaries(st.sampled_from([*FIELDS, "text", "summary"]), _values()),
    st.booleans(),
    st.sampled_from([None, 0, 1]),
)
def test_a_line_says_the_same_beside_what_only_the_lenient_parser_reads(
    record: dict[str, object], escaped: bool, indent: int | None
) -> None:
    line = json.dumps({"body": BODY, **record}, ensure_ascii=escaped, indent=indent)
    twice = f'{{"title": "Erst", "body": "Erst", {line[1:]}'
    strict, lenient = _read(line), _read(f'{{"other": NaN, {line[1:]}')

    assert strict == lenient
    assert _read(twice) == _read(f'{{"other": -Infinity, {twice[1:]}')


def _read(line: str) -> Document | Refusal:
    data = line.encode("utf-8", "surrogatepass")
    piece = Piece(Origin("/a.jsonl", 1), "a.jsonl", "a.jsonl", "jsonl", data)
    (found,) = readers.read_piece(piece, Reading(10**6))
    assert not isinstance(found, Skipped)
    return replace(found, notes=()) if isinstance(found, Document) else found
