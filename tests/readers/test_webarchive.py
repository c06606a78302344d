from __future__ import annotations

import json
from typing import TYPE_CHECKING

from newsarc.records.read import Document
from tests.readers.golden import cases, stream
from tests.readers.samples import webarchive

if TYPE_CHECKING:
    from pathlib import Path

(PAGE,) = (path for path in cases("html") if path.name == "stated_in_meta_tags.html")


def test_a_page_that_safari_saved_is_read_as_the_page(tmp_path: Path) -> None:
    path = tmp_path / "a.webarchive"
    path.write_bytes(webarchive(PAGE.read_bytes()))
    case = json.loads(PAGE.with_suffix(".json").read_text("utf-8"))

    (found,) = stream(path)

    assert isinstance(found, Document)
    assert (found.title, found.body, found.url) == (case["title"], case["body"], case["url"])
