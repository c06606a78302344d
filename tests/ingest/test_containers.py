"""What a container holds is ingested as if it were unpacked, and goes on where it stopped."""

from __future__ import annotations

import json
import os
import tarfile
import zipfile
from collections import Counter
from typing import TYPE_CHECKING

import newsarc
from tests.ingest.folders import kept

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from newsarc import Store

# Longer ago than a file must be unchanged to be known by its time.
LONG_AGO = 1_700_000_000


def zipped(path: Path, files: Mapping[str, str]) -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        for name, text in files.items():
            archive.writestr(zipfile.ZipInfo(name), text)
    return aged(path)


def aged(path: Path) -> Path:
    os.utime(path, (LONG_AGO, LONG_AGO))
    return path


def texts(number: int) -> dict[str, str]:
    return {f"{n:05}.txt": f"Meldung {n} aus Nordhafen am Tag {n * n}." for n in range(number)}


def numbers(outcomes: Iterable[newsarc.Outcome]) -> Counter[str]:
    return Counter(outcome.status for outcome in outcomes)


def ingest(store: Store, path: Path) -> list[newsarc.Outcome]:
    return list(newsarc.ingest(store, path, workers=1))


def test_articles_of_a_container_have_the_ids_and_digests_of_the_files(
    store: Store, news: Path
) -> None:
    for name, text in texts(20).items():
        (news / name).write_text(text, encoding="utf-8")
    packed = zipped(news.parent / "a.zip", texts(20))
    loose = {(article.id, article.digest) for article in _ingested(store, news)}

    outcomes = ingest(store, packed)

    assert numbers(outcomes) == {"duplicate": 20}
    assert {(article.id, article.digest) for article in kept(store)} == loose


def _ingested(store: Store, path: Path) -> list[newsarc.Article]:
    ingest(store, path)
    return kept(store)


def test_a_container_that_was_read_to_its_end_is_not_read_again(store: Store, news: Path) -> None:
    path = zipped(news / "a.zip", texts(20))
    ingest(store, path)
    damaged = bytearray(path.read_bytes())
    damaged[40] ^= 1  # a letter of the first text; neither size nor time tell
    path.write_bytes(damaged)
    aged(path)

    outcomes = ingest(store, path)

    assert numbers(outcomes) == {"unchanged": 20}
    assert sum(outcome.size for outcome in outcomes) == path.stat().st_size


def test_what_was_refused_in_a_known_container_is_told_in_one_sentence(
    store: Store, news: Path
) -> None:
    path = zipped(news / "a.zip", texts(3) | {"leer.txt": "", "x.bin": "x"})
    assert numbers(ingest(store, path)) == {"added": 3, "refused": 2}

    *known, last = ingest(store, path)

    assert numbers(known) == {"unchanged": 3}
    assert str(last.error) == (
        f"{path}: 2 documents were refused when it was read; --verify reads it again, and tells why"
    )
    again = newsarc.ingest(store, path, verify=True, workers=1)
    assert numbers(again) == {"unchanged": 3, "refused": 2}


def test_an_interrupted_container_goes_on_with_what_is_missing(store: Store, news: Path) -> None:
    path = zipped(news / "a.zip", texts(2200))
    run = newsarc.ingest(store, path, workers=1)
    for _ in range(1050):
        next(run)
    run.close()
    written = len(kept(store))
    damaged = bytearray(path.read_bytes())
    damaged[40] ^= 1
    path.write_bytes(damaged)
    aged(path)

    outcomes = ingest(store, path)

    assert 0 < written < 2200
    assert numbers(outcomes) == {"unchanged": written, "added": 2200 - written}
    assert numbers(ingest(store, path)) == {"unchanged": 2200}
    assert store.check() == ()


def test_members_that_are_gone_are_told_and_their_articles_stay(store: Store, news: Path) -> None:
    path = zipped(news / "a.zip", texts(5) | {"b.jsonl": lines(6)})
    ingest(store, path)
    zipped(path, dict(list(texts(5).items())[1:]) | {"b.jsonl": lines(4)})
    os.utime(path, (LONG_AGO + 9, LONG_AGO + 9))

    outcomes = ingest(store, path)

    assert numbers(outcomes) == {"unchanged": 8}
    assert outcomes[-1].notes == (
        "3 articles of this file are no longer in it; they stay in the archive",
    )
    assert len(kept(store)) == 11
    assert sum(1 for article in kept(store) if not article.origins) == 3


def lines(number: int) -> str:
    records = ({"body": f"Zeile {n} am Kai {n * n}."} for n in range(number))
    return "\n".join(json.dumps(record) for record in records)


def test_a_member_that_was_edited_is_the_same_article(store: Store, news: Path) -> None:
    path = zipped(news / "a.zip", texts(3))
    before = {article.id for article in _ingested(store, path)}
    zipped(path, texts(3) | {"00001.txt": "Meldung 1 aus Nordhafen, berichtigt."})
    os.utime(path, (LONG_AGO + 9, LONG_AGO + 9))

    assert numbers(ingest(store, path)) == {"unchanged": 2, "changed": 1}
    assert {article.id for article in kept(store)} == before


def test_an_archive_by_tar_in_parallel_is_the_same_archive(store: Store, news: Path) -> None:
    path = news / "a.tar.gz"
    with tarfile.open(path, "w:gz") as archive:
        for name, text in texts(300).items():
            (news / name).write_text(text, encoding="utf-8")
            archive.add(news / name, name)

    outcomes = list(newsarc.ingest(store, path, workers=2))

    assert numbers(outcomes) == {"added": 300}
    assert {outcome.origin.member for outcome in outcomes} == set(texts(300))


def item(version: int, text: str) -> str:
    return json.dumps(
        {
            "uri": "urn:newsml:hafen.example:20220202:1",
            "type": "text",
            "version": str(version),
            "headline": "Der Deich hielt",
            "versioncreated": f"2022-02-02T1{version}:00:00+01:00",
            "body_text": f"{text}\n\nDer Kai von Nordhafen ist wieder frei.",
            "provider": "Hafendienst",
        }
    )


def test_the_newest_version_of_an_item_wins_whatever_the_order(store: Store, news: Path) -> None:
    for order in ((1, 3, 2), (3, 1, 2), (2, 3, 1)):
        for version in order:
            path = news / f"{version}.json"
            path.write_text(item(version, f"Fassung {version}."), encoding="utf-8")
            ingest(store, aged(path))

        (article,) = kept(store)

        assert article.body.startswith("Fassung 3.")
        assert len(article.origins) == 3
        store.remove(article.id)


def test_versions_of_an_item_in_one_container_are_one_article(store: Store, news: Path) -> None:
    versions = (10, 9, 2)
    path = zipped(news / "a.zip", {f"{n}.json": item(n, f"Fassung {n}.") for n in versions})

    outcomes = ingest(store, path)

    assert numbers(outcomes) == {"added": 1, "unchanged": 2}
    (article,) = kept(store)
    assert article.body.startswith("Fassung 10.")
