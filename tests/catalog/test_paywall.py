from __future__ import annotations

import pytest

from newsarc import catalog
from newsarc.catalog.paywall import PROMPTS, Prompt, truncated
from newsarc.records.kept import Article, Evidence, Origin
from newsarc.records.read import Document
from newsarc.text import clean

TITLE = "Der Streit der Wirte"
BODY = "In der Altstadt von Altweiler streiten zwei Wirte um einen Biergarten."
LONG = "Der eine will den Garten bis Mitternacht öffnen, der andere schon um zehn schließen. " * 2


def article(text: str) -> Article:
    return catalog.read(Document(Origin("/news/1.txt"), text=clean(text)), id="0" * 16)


def evidence(found: Article) -> Evidence | None:
    return next((item for item in found.evidence if item.field == "truncated"), None)


@pytest.mark.parametrize("prompt", PROMPTS, ids=lambda prompt: prompt.name)
def test_every_prompt_is_known_by_its_example(prompt: Prompt) -> None:
    found = truncated(prompt.example)

    assert found is not None
    assert found.rule == prompt.name


@pytest.mark.parametrize(
    "end",
    [
        "Was ...\n\nJetzt weiterlesen mit AZ+",
        "Was dahi... Schließen Sie jetzt den kostenfreien Probemonat ab",
        "Was dahinter steckt …\n\nJetzt abonnieren",
        "Bitte melden Sie sich an, um den Artikel in voller Länge zu drucken.",
        "Dieser Artikel ist nur für Abonnenten",
        "Exklusiv für Abonnenten\n\nZur Startseite\n\nImpressum",
        "Um diesen Artikel weiterlesen zu können, brauchen Sie ein Konto.",
        "Subscribe to continue reading",
        "This article is only available to subscribers",
    ],
)
def test_a_prompt_where_the_rest_would_be_says_that_a_text_was_cut(end: str) -> None:
    assert article(f"{TITLE}\n\n{BODY} {BODY}\n\n{end}").truncated


@pytest.mark.parametrize(
    "end",
    [
        "Man denkt noch lange daran ...",
        "Und dann kam die Flut…",
        "Er sagte: „Ich weiß nicht ...“",
        "Die Glocken läuten am Sonntag.\n\nJetzt abonnieren",
        "Nur für Abonnenten gibt es am Abend noch Karten.",
        "Das Angebot gilt nur für Abonnenten des Theaters.",
        f"Nur für Abonnenten\n\n{LONG}\n\n{LONG}",
        "Er will weiterlesen mit den Kindern der Schule.",
    ],
)
def test_dots_offers_and_sentences_do_not_cut_a_text(end: str) -> None:
    found = article(f"{TITLE}\n\n{BODY} {BODY}\n\n{end}")

    assert not found.truncated
    assert evidence(found) is None


def test_the_prompt_leaves_the_body() -> None:
    found = article(f"{TITLE}\n\n{BODY} Was ...\n\nJetzt weiterlesen mit AZ+")

    assert found.body == f"{BODY} Was ..."


def test_a_stated_cut_rests_on_the_prompt() -> None:
    found = article(f"{TITLE}\n\n{BODY} Was ...\n\nJetzt weiterlesen mit AZ+")

    assert evidence(found) == Evidence("truncated", "Jetzt weiterlesen mit AZ+", "paywall")


def test_a_cut_inferred_from_an_offer_shows_where_the_text_breaks_off() -> None:
    found = article(f"{TITLE}\n\n{BODY} Schon vor Jahren wurde er zum Verk...\n\nJetzt abonnieren")

    proof = evidence(found)
    assert proof is not None
    assert (proof.rule, proof.basis) == ("dots before an offer", "inferred")
    assert proof.words.endswith("wurde er zum Verk... Jetzt abonnieren")


def test_a_claimed_body_is_cut_too() -> None:
    body = f"{BODY} Was ...\n\nJetzt weiterlesen mit AZ+"

    assert catalog.read(Document(Origin("/news/1.jsonl", 1), body=body), id="0" * 16).truncated


@pytest.mark.parametrize(
    "end",
    [
        "WAS DAHINTER STECKT ... SCHLIEẞEN SIE JETZT DEN PROBEMONAT AB",
        "Dieſer Artikel iſt nur FÜR MITGLIEDER",
        "JETZT WEITERLESEN MIT AZ+",
    ],
)
def test_a_prompt_is_one_in_letters_of_any_case(end: str) -> None:
    assert article(f"{TITLE}\n\n{BODY}\n\n{end}").truncated


@pytest.mark.parametrize("foot", ["", "\n\nImpressum\n\nDatenschutz", f"\n\n{LONG}"])
def test_a_prompt_counts_where_at_most_one_long_line_follows(foot: str) -> None:
    prompt = "Jetzt weiterlesen mit AZ+"

    assert article(f"{TITLE}\n\n{LONG}\n\n{prompt}{foot}").truncated
    assert not article(f"{TITLE}\n\n{BODY}\n\n{prompt}\n\n{LONG}{foot}\n\n{LONG}").truncated
