"""The source by the name of a well-known medium at the head of a page."""

from __future__ import annotations

import pytest

from newsarc import catalog
from newsarc.records.kept import Article, Evidence, Origin
from newsarc.records.read import Document

TITLE = "Brücke über die Aue kommt früher"
BODY = "Der Rat hat am Abend den Bau der neuen Brücke beschlossen. Die Arbeiten beginnen im Herbst."


def under(head: str) -> Article:
    text = f"{head}\n\n{BODY}\n\n{BODY}"
    return catalog.read(Document(Origin("/news/1.txt"), text=text, language="de"), id="0" * 16)


@pytest.mark.parametrize(
    ("head", "source"),
    [
        (f"Süddeutsche Zeitung\n{TITLE}", "Süddeutsche Zeitung"),
        (f"SPIEGEL ONLINE\n\n{TITLE}", "SPIEGEL ONLINE"),
        (f"taz\n{TITLE}", "taz"),
        (f"{TITLE} | SZ.de", "SZ.de"),
        (f"{TITLE} - DER SPIEGEL", "DER SPIEGEL"),
        (f"{TITLE} – derStandard.at", "derStandard.at"),
        (f"{TITLE} | WELT", "WELT"),
        (f"ZEIT ONLINE | {TITLE}", "ZEIT ONLINE"),
        (f"Neue Zürcher Zeitung, 5. März 2022\n{TITLE}", "Neue Zürcher Zeitung"),
        (f"{TITLE}\nSüddeutsche Zeitung\n5. März 2022", "Süddeutsche Zeitung"),
        (f"{TITLE}\n05.03.2022, 10:00 Uhr\nFAZ.NET", "FAZ.NET"),
    ],
)
def test_a_known_name_at_the_head_is_the_source_and_no_headline(head: str, source: str) -> None:
    found = under(head)

    assert (found.title, found.kicker, found.source) == (TITLE, None, source)
    assert found.body == f"{BODY}\n\n{BODY}"


def test_the_source_rests_on_its_name() -> None:
    found = under(f"Süddeutsche Zeitung\n{TITLE}")

    told = Evidence("source", "Süddeutsche Zeitung", "site name above the headline")
    assert told in found.evidence


@pytest.mark.parametrize(
    "head",
    [
        *("Die Süddeutsche Zeitung wird 80", "Seefurter Bote | Brücke gebaut", "Streit - Welt"),
        *(f"{TITLE}\nDas sagte er der Süddeutschen Zeitung", f"{TITLE}\nWelt\n5. März 2022"),
        *(f"{TITLE}, berichtet SPIEGEL ONLINE", f"Bild\n{TITLE}", f"WELT\n{TITLE}"),
    ],
)
def test_other_names_and_mentions_are_no_source(head: str) -> None:
    assert under(head).source is None


def test_a_claimed_source_wins() -> None:
    text = f"Süddeutsche Zeitung\n{TITLE}\n\n{BODY}"
    document = Document(Origin("/1.txt"), text=text, language="de", source="Uferkurier")

    assert catalog.read(document, id="0" * 16).source == "Uferkurier"
