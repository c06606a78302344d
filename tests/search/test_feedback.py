"""What the best articles of a page have in common says which of the others belong to them."""

from __future__ import annotations

import os
import subprocess
from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsarc import open_store, search
from newsarc.search.feedback import feedback_shares
from newsarc.search.weights import WEIGHTS
from tests.cli.conftest import NEWSARC
from tests.search.archives import fill, titles

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from newsarc import Store
    from tests.search.conftest import Filled

# What the storm is about; said by the best, which say the sought word in their headlines.
STORM = "Umgestürzte Bäume sperrten Straßen, und die Feuerwehr sicherte lose Dachziegel."
# Two articles each that differ in one sentence alone: the one on the matter, the other not.
ALIKE = {
    "Moorstett": ("Die Feuerwehr räumte Bäume.", "Das Orchester probte Walzer."),
    "Altweiler": ("Lose Dachziegel fielen herab.", "Neue Briefmarken lagen bereit."),
    "Grünfurt": ("Mehrere Straßen waren gesperrt.", "Einige Schulen waren besucht."),
}


@pytest.fixture(scope="module")
def store(filled: Filled) -> Store:
    return filled(_texts())


def _texts() -> Iterator[str]:
    for number in range(8):
        yield f"Sturm über Dorf {number}\n\nDer Sturm kam nachts. {STORM}"
    for place, sentences in ALIKE.items():
        for sentence in sentences:
            yield f"Tag in {place}\n\nAlle redeten vom Sturm. {sentence}"


@pytest.mark.parametrize("place", ALIKE)
def test_of_two_alike_the_one_that_speaks_of_what_the_best_speak_of_is_first(
    store: Store, place: str
) -> None:
    found = [hit.article.body for hit in search(store, "Sturm", limit=20).hits]

    first, second = (body for body in found if any(said in body for said in ALIKE[place]))
    assert ALIKE[place][0] in first
    assert ALIKE[place][1] in second


SCORES_AND_TEXTS = st.lists(
    st.tuples(st.floats(-5, 50), st.lists(st.sampled_from(STORM.split())).map(" ".join)), min_size=1
)


@given(SCORES_AND_TEXTS)
def test_what_a_text_has_of_the_best_is_a_share(rows: list[tuple[float, str]]) -> None:
    scores, texts = zip(*rows, strict=True)
    shares = feedback_shares(scores, texts, (), WEIGHTS)

    assert len(shares) == len(texts)
    assert all(0 <= share <= 1 for share in shares)
    assert len(texts) >= WEIGHTS.feedback_least or not any(shares)


@given(SCORES_AND_TEXTS)
def test_words_that_are_sought_anyway_have_no_share(rows: list[tuple[float, str]]) -> None:
    scores, texts = zip(*rows, strict=True)

    assert not any(feedback_shares(scores, texts, STORM.split(), WEIGHTS))


def shares(texts: list[str], own: str = "", scores: list[float] | None = None) -> list[float]:
    """Give the shares of texts; the first eight are the best, where no scores are given."""
    falling = [float(max(20 - number, 10)) for number in range(len(texts))]
    return feedback_shares(scores or falling, texts, own.split(), WEIGHTS)


BEST = ["pumpen liefen nachts"] * 8
REST = ["walzer klangen nachts"] * 8


def test_words_that_the_best_have_and_the_rest_have_not_tell_them_apart() -> None:
    first, *_, last = shares([*BEST, *REST])

    assert first > 0.9
    assert last == 0


@pytest.mark.parametrize("written", ["pumpen", "„pumpen“", "»pumpen«", "(pumpen,"])
def test_marks_are_no_part_of_a_word(written: str) -> None:
    texts = [f"{written} nachts"] * 8 + ["walzer nachts"] * 8

    assert shares(texts)[0] > 0.9
    assert not any(shares(texts, own="pumpen"))


def test_what_one_text_alone_has_tells_nothing_of_others() -> None:
    texts = ["pumpen liefen", *BEST[1:], *["walzer klangen pumpen liefen"] * 8]
    alone = ["strandburgen pumpen liefen", *texts[1:]]

    assert shares(alone)[1:] == shares(texts)[1:]


def test_a_long_text_has_less_of_the_same_words() -> None:
    long = " und" * 1000  # and so 4,000 characters more than a short one
    short_text, long_text = BEST[0], BEST[0] + long

    found = shares([*BEST, *REST, short_text, long_text])
    by_length = (4000 + len(long_text)) / (4000 + len(short_text))

    assert found[-2] / found[-1] == pytest.approx(by_length)


def test_the_better_a_text_the_more_it_says_of_the_others() -> None:
    best = ["pumpen"] * 4 + ["walzer"] * 4
    scores = [20.0] * 4 + [15.0] * 4 + [10.0] * 16
    texts = [*best, *["pumpen"] * 2, *["walzer"] * 2, *["regen"] * 12]

    found = shares(texts, scores=scores)

    assert found[8] > found[10] > found[12] == 0


def test_what_stands_far_behind_the_opening_is_not_read() -> None:
    far = "und " * 600
    texts = [f"{far}pumpen"] * 8 + [f"{far}walzer"] * 8

    assert not any(shares(texts))


def test_an_article_about_the_sought_stays_before_one_that_speaks_of_the_same_matter(
    filled: Filled,
) -> None:
    of_storms = f"Tag in Neudorf\n\nAlle redeten. {STORM * 3} Es war kein Sturm."
    of_a_quarrel = "Sturm im Wasserglas\n\nDer Sturm war ein Streit um einen Posten im Verein."
    page = search(filled([*_texts(), of_storms, of_a_quarrel]), "Sturm", limit=20)

    assert titles(page).index("Sturm im Wasserglas") < titles(page).index("Tag in Neudorf")


def test_scores_are_the_same_in_each_process(tmp_path: Path) -> None:
    archive = tmp_path / "archive.db"
    with closing(open_store(archive)) as store:
        fill(store, tmp_path, _texts())
    answers = {
        subprocess.run(
            [*NEWSARC, "search", "Sturm", "--archive", str(archive), "--format", "json"],
            env=os.environ | {"PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2", "3", "4")
    }

    assert len(answers) == 1
