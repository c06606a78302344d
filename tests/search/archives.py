"""Archives of invented texts, and what is on a page of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsarc import ingest

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from newsarc import Page, Store


# Three of ARD, the others of no medium; one of no German.
TEXTS = (
    (
        "Hafen wird geräumt Stand: 02.02.2022 14:54 Uhr\n\nIm Hafen liegt seit gestern ein Wrack."
        " Der Hafen ruht, und die Schiffe müssen draußen auf der Reede warten."
    ),
    (
        "Hafen öffnet wieder Stand: 05.03.2022 08:00 Uhr\n\nDas Wrack ist gehoben worden."
        " Die ersten Schiffe sind am Morgen eingelaufen, und die Arbeit geht wieder weiter."
    ),
    (
        "Neue Brücke Stand: 03.05.2024 10:15 Uhr\n\nIm Hafen wird eine neue Brücke gebaut."
        " Sie ist breiter als die alte und soll schon im Herbst eröffnet werden."
    ),
    (
        "Rat tagt\n\nDer Rat hat am Abend über den Haushalt der Stadt beraten und sich vertagt."
        " Eine Mehrheit für die Pläne des Bürgermeisters ist noch nicht in Sicht."
    ),
    (
        "The old mill reopens\n\nThe old mill at the harbour has reopened after a year of repairs."
        " Visitors came from all over the county to see how it grinds flour."
    ),
)


def fill(store: Store, folder: Path, texts: Iterable[str]) -> None:
    """Write each text to a file of its own, in a new folder, and ingest them all."""
    news = folder / "news"
    news.mkdir()
    for number, text in enumerate(texts):
        (news / f"{number:04}.txt").write_text(text, encoding="utf-8")
    assert {outcome.status for outcome in ingest(store, news, workers=1)} == {"added"}


def ids(page: Page) -> list[str]:
    return [hit.article.id for hit in page.hits]


def titles(page: Page) -> list[str | None]:
    return [hit.article.title for hit in page.hits]


def matching(page: Page) -> list[str]:
    """The ids of the hits that are no near misses."""
    return [hit.article.id for hit in page.hits if not hit.near]


def scores(page: Page) -> list[tuple[str, float | None, bool]]:
    return [(hit.article.id, hit.score, hit.near) for hit in page.hits]
