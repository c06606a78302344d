"""What is done to an archive's file, by name: reading, writing and asking what is known."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING

import pytest

from newsarc.ingest.identity import key
from newsarc.query import nodes
from newsarc.store.sqlite.articles.deflate import deflated
from tests.store.examples import DOCUMENTS, HARBOUR, add, entry, found, known, note, rebuild

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from newsarc.store import Store

    Action = Callable[[Store], object]


NEW = note("Danach gelesen.")

READING: dict[str, Action] = {
    "find": lambda store: found(store, nodes.All()),
    "find words": lambda store: found(store, "Hafen"),
    "get": lambda store: store.get(key(HARBOUR).id),
    "count": lambda store: store.count(nodes.Term(("hafen",))),
    "tally": lambda store: store.tally(nodes.All(), "year"),
    "languages": lambda store: store.languages(),
    "explain": lambda store: store.explain(nodes.All()),
    "documents": lambda store: list(store.documents()),
    "check": lambda store: store.check(),
}
WRITING: dict[str, Action] = {
    "add": lambda store: add(store, [entry(NEW)]),
    "remove": lambda store: store.remove(key(HARBOUR).id),
    "rebuild": lambda store: rebuild(store, map(entry, DOCUMENTS)),
}
KNOWN: dict[str, Action] = {"known": lambda store: known(store, key(HARBOUR))}


def each(actions: dict[str, Action]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("act", actions.values(), ids=actions.keys())


@contextmanager
def edited(path: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(path)) as connection:
        connection.create_function("deflated", 1, deflated)
        yield connection
        connection.commit()


def names(path: Path) -> list[str]:
    return sorted(os.listdir(path.parent))
