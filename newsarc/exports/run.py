"""From a query to its files and their manifest, whole or not at all."""

from __future__ import annotations

import os
import shutil
from contextlib import contextmanager
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

from msgspec import Struct
from msgspec.structs import replace

from newsarc.analysis.analyser import version as analysis_version
from newsarc.errors import NotWritten
from newsarc.exports import manifest as manifests
from newsarc.exports.kinds import Layout, write_as
from newsarc.render.cells import Cells
from newsarc.search.request import parse_within

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from datetime import date

    from newsarc.exports.manifest import Manifest
    from newsarc.query import nodes
    from newsarc.records.kept import Article, Sort
    from newsarc.store import Store


class Repeated(Struct, frozen=True):
    """An export that was made again: its manifest, and what differs from the first one."""

    manifest: Manifest
    changes: tuple[str, ...]


def export(  # noqa: PLR0913 (what is asked, and how it is written)
    store: Store,
    text: str,
    to: str | Path,
    *,
    where: tuple[nodes.Node, ...] = (),
    fields: Sequence[str] = (),
    sort: Sort = "newest",
    cells: Cells = Cells(),  # noqa: B008 (it is frozen)
    today: date | None = None,
    progress: Callable[[int], object] = lambda _: None,
) -> Manifest:
    """Write every article that a query finds into a file or folder, and a manifest beside it.

    The ending of `to` says as what: `.jsonl`, `.csv`, `.tsv`, `.parquet`, or without one a folder
    of text files. Without a text, all articles that match `where` are written. In a table, a cell
    that a spreadsheet would take for a formula begins with an apostrophe, unless `cells` are exact.
    Memory does not grow with the number of articles, and nothing that looks whole is left behind
    if it is interrupted. Raises NotWritten, also if there is something at `to`; StoreError.
    """
    query, _ = parse_within(store, text, where, today)
    place = Path(to)
    plan = _Plan(query, text, sort, Layout(tuple(fields), cells))
    with _whole(place) as part:
        found = _written(store, plan, part, place, progress)
        os.rename(part, place)
    manifests.write(found, manifests.path_of(place))
    return found


def again(store: Store, path: str | Path, to: str | Path | None = None) -> Repeated:
    """Make an export again, by its manifest, and say what differs from the first one.

    It is written to `to`, else where it stood if nothing is there any more; else it is only
    compared. Raises NotWritten, StoreError.
    """
    old = manifests.read(Path(path))
    first = Path(path).with_name(Path(path).name.removesuffix(manifests.ENDING))
    place = first if to is None else Path(to)
    is_compared = to is None and first.exists()
    query, _ = parse_within(store, old.query, (), None)
    plan = _Plan(query, old.asked, old.sort, Layout(old.fields, Cells(old.exact, old.bom)))  # type: ignore[arg-type]
    with _whole(place, is_free=to is None) as part:
        new = _written(store, plan, part, place, lambda _: None)
        if not is_compared:
            os.rename(part, place)
            manifests.write(new, manifests.path_of(place))
    return Repeated(new, tuple(manifests.changes(old, new)))


class _Plan(Struct, frozen=True):
    """What is exported, and how."""

    query: nodes.Node
    asked: str
    sort: Sort
    layout: Layout


def _written(
    store: Store, plan: _Plan, part: Path, place: Path, progress: Callable[[int], object]
) -> Manifest:
    """Write articles into a part of its own, and return the manifest of it."""
    number = 0

    def counted(articles: Iterable[Article]) -> Iterator[Article]:
        nonlocal number
        for number, article in enumerate(articles, 1):
            yield article
            progress(number)

    write = write_as(place, plan.layout)
    with store.snapshot():
        digest = store.digest()
        write(counted(store.stream(plan.query, sort=plan.sort)), part, plan.layout)
    files = manifests.listed(part)
    if not part.is_dir():
        files = tuple(replace(file, name=place.name) for file in files)
    archive = os.path.basename(store.files[0]) if store.files else ""
    return _manifest(plan, articles=number, archive=archive, archive_digest=digest, files=files)


def _manifest(plan: _Plan, **written: Any) -> Manifest:  # noqa: ANN401 (fields of a manifest)
    cells = plan.layout.cells
    return manifests.Manifest(
        query=str(plan.query),
        asked=plan.asked,
        sort=plan.sort,
        fields=plan.layout.fields,
        exact=cells.exact,
        bom=cells.bom,
        newsarc=version("newsarc"),
        analysis=analysis_version(),
        made=datetime.now(UTC).isoformat(timespec="seconds"),
        **written,
    )


@contextmanager
def _whole(place: Path, *, is_free: bool = False) -> Iterator[Path]:
    """Give a place beside another one to write into; what is left there at the end is removed."""
    taken = [] if is_free else [place, manifests.path_of(place)]
    if found := next((path for path in taken if path.exists()), None):
        raise NotWritten(found, "is there already", "name another place, or remove it")
    part = place.with_name(f".{place.name}.{os.getpid()}.part")
    try:
        yield part
    except OSError as error:
        raise NotWritten(place, f"cannot be written ({error.strerror or error})") from error
    finally:
        if part.is_dir():
            shutil.rmtree(part)
        part.unlink(missing_ok=True)
