"""Read many broken files of each format, and print what readers did that they may not.

Usage: python -m tests.quality.formats.mutations [--number 10000] [--seed 1] [--only KIND ...]
       [--samples DIR ...] [--keep DIR]
"""

from __future__ import annotations

import argparse
import faulthandler
import multiprocessing
import resource
import sys
import traceback
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import TYPE_CHECKING, Any

from newsarc.readers import FORMATS
from tests.readers.faults import faults
from tests.readers.mutations import Sample, mutated
from tests.readers.samples import samples
from tests.readers.test_mutations import TooLongError, alarm

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# In seconds: after the first a file is given up, after the second its process.
_LONG, _DEAD = 20, 60
_MOST_DEATHS = 20
_FEW = 10
# In kilobytes: how much more memory one file may take.
_MUCH = 200_000


def main(arguments: Sequence[str]) -> None:
    """Print a line for each format and one for each kind of fault, with the first such file."""
    chosen = _parsed(arguments)
    folders = [None, *chosen.samples]
    found: dict[str, list[Sample]] = {}
    for folder in folders:
        for kind, many in samples(folder).items():
            known = found.setdefault(kind, [])
            known += [each for each in many if each not in known]
    for kind in chosen.only or sorted(found):
        started = perf_counter()
        counted = Counter[str]()
        firsts: dict[str, int] = {}
        for number, fault in _run(kind, found[kind], chosen):
            counted[fault] += 1
            firsts.setdefault(fault, number)
        seconds = perf_counter() - started
        print(f"{kind:<12} {chosen.number:>7,} files, {seconds:>5.0f} s, {counted.total()} faults")  # noqa: T201
        for fault, times in counted.most_common():
            print(f"    {times:>6} x {fault}  (first: {firsts[fault]})", flush=True)  # noqa: T201
            if chosen.keep:
                _keep(
                    chosen.keep,
                    kind,
                    mutated(found[kind], chosen.seed, firsts[fault]),
                    firsts[fault],
                )


def _parsed(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    parser.add_argument("--number", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", nargs="*", default=[])
    parser.add_argument("--samples", nargs="*", type=Path, default=[])
    parser.add_argument("--keep", type=Path)
    return parser.parse_args(arguments)


def _keep(folder: Path, kind: str, sample: Sample, number: int) -> None:
    place = folder / kind / str(number)
    place.mkdir(parents=True, exist_ok=True)
    (place / sample.name).write_bytes(sample.data)


def _run(kind: str, many: list[Sample], chosen: argparse.Namespace) -> Iterator[tuple[int, str]]:
    """Yield faults with the numbers of their files. A process that dies is begun again behind."""
    begin = deaths = 0
    while begin < chosen.number and deaths < _MOST_DEATHS:
        receiver, sender = multiprocessing.Pipe(duplex=False)
        task = (kind, many, chosen.seed, range(begin, chosen.number), sender)
        process = multiprocessing.get_context("fork").Process(target=_work, args=task)
        process.start()
        sender.close()
        at = begin
        try:
            while True:
                at, fault = receiver.recv()
                if fault:
                    yield at, fault
        except EOFError:
            process.join()
        if process.exitcode == 0:
            return
        yield at, f"the process died ({process.exitcode})"
        begin, deaths = at + 1, deaths + 1


def _work(kind: str, many: list[Sample], seed: int, numbers: range, sender: Any) -> None:
    with TemporaryDirectory() as name:
        for sample in many[:_FEW]:  # libraries are loaded before the first measurement
            path = Path(name) / sample.name
            path.write_bytes(sample.data)
            list(_faults(path, None))
        for number in numbers:
            sender.send((number, ""))
            sample = mutated(many, seed, number)
            path = Path(name) / sample.name
            path.write_bytes(sample.data)
            faulthandler.dump_traceback_later(_DEAD, exit=True)
            for fault in _faults(path, kind if number % 2 and kind in FORMATS else None):
                sender.send((number, fault))
            faulthandler.cancel_dump_traceback_later()
            path.unlink()


def _faults(path: Path, kind: str | None) -> Iterator[str]:
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    try:
        with alarm(_LONG):
            yield from faults(path, kind)
    except TooLongError:
        yield f"gave up after {_LONG} s at {_place()}"
    except Exception as error:  # noqa: BLE001 (this is what is sought)
        yield f"{type(error).__name__}: {str(error)[:80]!r} at {_place()}"
    if resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before > _MUCH:
        yield "took more than 200 MB"


def _place() -> str:
    """Return the last lines of newsarc in the traceback at hand."""
    frames = traceback.extract_tb(sys.exc_info()[2])
    ours = [
        each
        for each in frames
        if "/newsarc/" in each.filename and "site-packages" not in each.filename
    ]
    return " < ".join(f"{Path(each.filename).name}:{each.lineno}" for each in reversed(ours[-3:]))


if __name__ == "__main__":
    main(sys.argv[1:])
