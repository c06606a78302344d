"""The house stands: imports point down, and each library has one room that knows it."""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path

import pytest

import newsarc

PACKAGE = Path(newsarc.__file__).parent
ROOT = "newsarc"

FLOORS = {
    "patterns": 0,
    "later": 0,
    "text": 1,
    "distance": 1,
    "language": 1,
    "errors": 1,
    "scanner": 1.5,
    "analysis": 2,
    "dates": 2,
    "records": 3,
    "query": 3,
    "meaning": 4,
    "passages": 4,
    "catalog": 4,
    "readers": 5,
    "store": 5,
    "search": 6,
    "ingest": 6,
    "render": 7,
    "exports": 7.2,
    ROOT: 7.5,
    "cli": 8,
    "__main__": 9,
}
# Wings do not know each other, and the way out does not know the way in.
STRANGERS = {
    ("readers", "store"),
    ("catalog", "store"),
    ("passages", "store"),
    ("passages", "meaning"),
    ("search", "ingest"),
    ("search", "readers"),
    ("search", "catalog"),
    ("store", "catalog"),
    ("store", "readers"),
    ("store", "language"),
    ("store", "passages"),
    ("render", "store"),
}
# Inside the SQLite engine. The writer and the audit stand side by side.
SQLITE = f"{ROOT}.store.sqlite"
SQLITE_FLOORS = {
    "file": 0,
    "articles": 1,
    "words": 2,
    "plan": 3,
    "positions": 4,
    "answers": 5,
    "writer": 6,
    "audit": 6,
    "archive": 7,
    "upkeep": 7.5,
    "store": 8,
}
# Inside the readers. Word documents may be exports of a database, and exports may be in Word.
READERS = f"{ROOT}.readers"
READERS_FLOORS = {
    "base": 0,
    "looks": 0,
    "addresses": 0,
    "encoding": 0,
    "markup": 0,
    "mojibake": 0,
    "unwrapping": 0,
    "again": 1,
    "fields": 1,
    "files": 1,
    "formats": 1,
    "plain": 1,
    "trees": 1,
    "unpacked": 1,
    "feeds": 2,
    "html": 2,
    "other_xml": 2,
    "wires": 2,
    "zips": 2,
    "objects": 3,
    "pieces": 3,
    "scans": 3,
    "documents": 3,
    "databases": 3,
    "containers": 4,
    "mail": 4,
    "tables": 4,
}
NEIGHBOURS = {("documents", "databases"), ("databases", "documents")}
SOLE_IMPORTERS = {
    "click": "cli",
    "langdetect": "language",
    "dateutil": "dates",
    "sqlite_utils": "store",
    "sqlite3": "store",
    "pysqlite3": "store",
    "Stemmer": "analysis",
}


def modules() -> dict[str, Path]:
    """Return the path of every module of the package, by its dotted name."""
    found = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
        found[".".join(parts).removesuffix(".__init__")] = path
    return found


MODULES = modules()


@cache
def imports(name: str) -> set[str]:
    """Return the dotted names that a module imports, at its top or in a function."""
    found = set()
    for node in ast.walk(ast.parse(MODULES[name].read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            inner = {f"{node.module}.{alias.name}" for alias in node.names}
            found |= (inner & MODULES.keys()) or {node.module}
    return found


def room(name: str) -> str:
    """Return the room that a module of the package belongs to."""
    _, _, inside = name.partition(".")
    return inside.split(".")[0] or ROOT


def part(name: str, whole: str = SQLITE) -> str:
    """Return the part of the SQLite engine, or of another whole, that a module belongs to."""
    return name.removeprefix(f"{whole}.").split(".")[0]


def arrows() -> set[tuple[str, str]]:
    """Return each import within the package as a pair: importer, imported."""
    return {
        (name, other)
        for name in MODULES
        for other in imports(name)
        if other.split(".")[0] == ROOT and other != name
    }


def test_every_room_has_a_floor() -> None:
    assert {room(name) for name in MODULES} == FLOORS.keys()


def test_imports_between_rooms_point_down() -> None:
    upward = {
        (name, other)
        for name, other in arrows()
        if room(name) != room(other) and FLOORS[room(name)] <= FLOORS[room(other)]
    }

    assert upward == set()


def test_every_part_of_the_sqlite_engine_has_a_floor() -> None:
    parts = {part(name) for name in MODULES if name.startswith(f"{SQLITE}.")}

    assert parts == SQLITE_FLOORS.keys()


def test_imports_inside_the_sqlite_engine_point_down() -> None:
    inside = {
        (name, other)
        for name, other in arrows()
        if name.startswith(f"{SQLITE}.") and other.startswith(SQLITE)
    }
    upward = {
        (name, other)
        for name, other in inside
        if other == SQLITE
        or (part(name) != part(other) and SQLITE_FLOORS[part(name)] <= SQLITE_FLOORS[part(other)])
    }

    assert inside
    assert upward == set()


def test_every_part_of_the_readers_has_a_floor() -> None:
    parts = {part(name, READERS) for name in MODULES if name.startswith(f"{READERS}.")}

    assert parts == READERS_FLOORS.keys()


def test_imports_inside_the_readers_point_down() -> None:
    pairs = {
        (part(name, READERS), part(other, READERS))
        for name, other in arrows()
        if name.startswith(f"{READERS}.") and other.startswith(f"{READERS}.")
    }
    upward = {
        (one, other)
        for one, other in pairs
        if one != other and READERS_FLOORS[one] <= READERS_FLOORS[other]
    }

    assert pairs
    assert upward <= NEIGHBOURS


def test_rooms_that_need_not_know_each_other_do_not() -> None:
    assert {(room(name), room(other)) for name, other in arrows()} & STRANGERS == set()


def test_no_imports_go_round() -> None:
    remaining = {name: {o for n, o in arrows() if n == name} for name in MODULES}
    while leaves := {name for name, others in remaining.items() if not others & remaining.keys()}:
        remaining = {name: o for name, o in remaining.items() if name not in leaves}

    # A package and its modules name each other: the package hands their names on.
    assert remaining == {}


@pytest.mark.parametrize(("library", "owner"), SOLE_IMPORTERS.items())
def test_a_library_is_known_to_one_room_only(library: str, owner: str) -> None:
    importers = {room(n) for n in MODULES if any(i.split(".")[0] == library for i in imports(n))}

    assert importers == {owner}


def test_every_value_is_a_frozen_struct() -> None:
    # One kind of value in the house: `class Key(Struct, frozen=True)`.
    classes = [
        (name, node)
        for name, path in MODULES.items()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ClassDef)
    ]
    bases = {
        (name, node.name): {ast.unparse(base) for base in node.bases} for name, node in classes
    }
    loose = {
        (name, node.name)
        for name, node in classes
        if "Struct" in bases[name, node.name]
        and "frozen=True" not in {ast.unparse(word) for word in node.keywords}
    }

    assert not any("NamedTuple" in found for found in bases.values())
    assert not any("dataclasses" in imports(name) for name in MODULES)
    assert loose == set()
