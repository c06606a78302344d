from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from newsarc.readers import Piece, Reading, split_file
from newsarc.records.read import Document, Refusal
from tests.readers.golden import LIMIT, as_case, name, stream
from tests.readers.reading import documents

_CASES = Path(__file__).parent / "cases" / "json"
GOOD = {"title": "Deich hält", "text": "Der Deich hielt."}
REST = "; the rest of the file could not be read"


def written(path: Path, value: object) -> Path:
    path.write_text(json.dumps(value, ensure_ascii=False), encoding="utf-8")
    return path


def titles(path: Path, **options: Any) -> list[str | None]:
    found = documents(path, Reading(LIMIT, **options))
    return [item.title for item in found if isinstance(item, Document)]


def reasons(path: Path, limit: int = LIMIT) -> list[str]:
    return [item.error.reason for item in stream(path, limit=limit) if isinstance(item, Refusal)]


@pytest.mark.parametrize("path", sorted(_CASES.glob("*.json")), ids=name)
def test_a_json_file_is_read_as_the_case_below_it_says(path: Path) -> None:
    beside = path.parent / "expected" / path.name
    assert as_case(stream(path)) == json.loads(beside.read_text(encoding="utf-8"))


def test_the_offset_of_an_article_is_where_it_begins_in_the_file(tmp_path: Path) -> None:
    path = written(tmp_path / "a.json", [GOOD, {"title": "Über den Deich"}, GOOD])

    for item in stream(path):
        assert item.origin.offset is not None
        assert path.read_bytes()[item.origin.offset :].startswith(b'{"title"')


def test_offsets_count_bytes_in_utf_16_too(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text(
        json.dumps([GOOD, {"title": "😀"}, GOOD], ensure_ascii=False), encoding="utf-16"
    )

    for item in stream(path):
        assert item.origin.offset is not None
        assert path.read_bytes()[item.origin.offset :].decode("utf-16-le").startswith('{"title"')


def test_an_array_longer_than_what_is_read_at_once_is_read(tmp_path: Path) -> None:
    path = written(tmp_path / "long.json", [GOOD | {"text": "Wort ü " * 5000}] * 100)

    assert titles(path) == ["Deich hält"] * 100


def test_articles_under_a_key_are_read_from_an_object_above_the_limit(tmp_path: Path) -> None:
    long = GOOD | {"text": "Wort " * 20_000}
    path = written(tmp_path / "long.json", {"status": "ok", "treffer": [long] * 30, "n": 30})

    assert titles(path) == ["Deich hält"] * 30


def test_an_article_above_the_limit_is_refused_and_the_next_line_is_read(tmp_path: Path) -> None:
    path = tmp_path / "large.json"
    large = json.dumps({"text": "a" * 3 * LIMIT})
    path.write_text(f"[{large},\n{json.dumps(GOOD)}]", encoding="utf-8")

    assert titles(path) == ["Deich hält"]
    assert reasons(path) == ["is larger than 1 MB; to read it: --max-size MB"]


def test_what_follows_an_article_above_the_limit_on_its_line_is_refused(tmp_path: Path) -> None:
    path = written(tmp_path / "large.json", [{"text": "a" * 3 * LIMIT}, GOOD])

    assert reasons(path) == ["is larger than 1 MB; to read it: --max-size MB" + REST]


def test_a_small_limit_holds_for_small_articles(tmp_path: Path) -> None:
    path = written(tmp_path / "a.json", [GOOD, {"title": "x" * 300}])

    assert reasons(path, 200) == ["is larger than 0.0002 MB; to read it: --max-size MB"]


def test_a_mapping_names_the_keys_of_an_unknown_export(tmp_path: Path) -> None:
    path = written(
        tmp_path / "a.json", {"hits": {"x": [{"h": {"t": "Deich hält"}, "b": "Er hielt."}]}}
    )

    mapping = (("title", ("h.t",)), ("text", ("b",)))
    assert titles(path, mapping=mapping) == ["Deich hält"]


def test_an_item_of_an_agency_is_one_piece_whatever_it_holds(tmp_path: Path) -> None:
    item: dict[str, object] = {"uri": "urn:1", "type": "composite", "headline": "Deich"}
    item["associations"] = [GOOD, GOOD]
    path = written(tmp_path / "a.json", item)

    (piece,) = split_file(path, Reading(LIMIT))

    assert isinstance(piece, Piece)
    assert json.loads(piece.data or b"") == item


def test_a_feed_in_json_is_one_piece(tmp_path: Path) -> None:
    feed = {"version": "https://jsonfeed.org/version/1.1", "items": [GOOD, GOOD]}
    path = written(tmp_path / "a.json", feed)

    assert len(list(split_file(path, Reading(LIMIT)))) == 1


@pytest.mark.parametrize("size", range(0, 200, 7))
def test_a_file_cut_off_anywhere_has_an_answer(tmp_path: Path, size: int) -> None:
    path = tmp_path / "cut.json"
    path.write_bytes(json.dumps({"n": 1, "articles": [GOOD, GOOD, GOOD]}).encode()[:size])

    assert stream(path)


def test_many_brackets_are_refused_in_no_time(tmp_path: Path) -> None:
    path = tmp_path / "deep.json"
    path.write_text("[" * 500_000, encoding="utf-8")

    assert reasons(path) == ["is nested too deeply, or a number in it is too long" + REST]


def test_an_item_of_an_agency_is_read_by_its_shape_in_lines_too(tmp_path: Path) -> None:
    item: dict[str, object] = {
        "uri": "urn:1",
        "type": "text",
        "headline": "Deich hält",
        "body_text": "Er hielt.",
    }
    found = []
    for file in ("a.json", "a.jsonl"):
        (document,) = stream(written(tmp_path / file, item))
        assert isinstance(document, Document)
        found.append((document.title, document.content, document.external_id))

    assert found == [("Deich hält", "Deich hält\n\nEr hielt.", "urn:1")] * 2
