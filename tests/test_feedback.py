"""What the best articles of a page have in common says which of the others belong to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsarc import ingest, open_store, search
from newsarc.search.feedback import fed_back
from newsarc.search.weights import WEIGHTS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsarc import Store

# What the storm is about; said by the best, which say the sought word in their headlines.
STORM = "Umgestürzte Bäume sperrten Straßen, und die Feuerwehr sicherte lose Dachziegel."
# Two articles each that differ in one sentence alone: the one on the matter, the other not.
ALIKE = {
    "Moorstett": ("Die Feuerwehr räumte Bäume.", "Das Orchester probte Walzer."),
    "Altweiler": ("Lose Dachziegel fielen herab.", "Neue Briefmarken lagen bereit."),
    "Grünfurt": ("Mehrere Straßen waren gesperrt.", "Einige Schulen waren besucht."),
}


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    folder = tmp_path_factory.mktemp("feedback")
    for number, text in enumerate(_texts()):
        (folder / f"{number}.txt").write_text(text, encoding="utf-8")
    store = open_store(folder / "archive.db")
    for _ in ingest(store, [folder]):
        pass
    yield store
    store.close()


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
    shares = fed_back(scores, texts, (), WEIGHTS)

    assert len(shares) == len(texts)
    assert all(0 <= share <= 1 for share in shares)
    assert len(texts) >= WEIGHTS.fewest or not any(shares)


@given(SCORES_AND_TEXTS)
def test_words_that_are_sought_anyway_have_no_share(rows: list[tuple[float, str]]) -> None:
    scores, texts = zip(*rows, strict=True)

    assert not any(fed_back(scores, texts, STORM.split(), WEIGHTS))
