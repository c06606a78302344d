"""Measure how often newsarc recognises a language, beside langdetect itself.

    python -m tests.benchmarks.languages FILE [--every 1]

Each line of FILE holds a language and a sentence, separated by a tab. Judged are single
sentences, and pairs of neighbouring ones in the same language, up to 200 characters. Printed
are the share of texts whose most probable language is `right`; the share `answered`, because
they have enough letters and the language is probable enough; and the share of right answers
among all texts and among those answered. langdetect has a fixed seed, gets the whole text and
makes its usual seven trials.
"""

from __future__ import annotations

from itertools import pairwise
from time import process_time
from typing import TYPE_CHECKING

import click
from langdetect import DetectorFactory, LangDetectException, detect_langs

from newsarc.language import detect
from newsarc.language.detection import _FEWEST_LETTERS, _LEAST_PROBABILITY
from newsarc.language.profiles import most_probable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    Asked = Callable[[str], str | None]

# langdetect does not distinguish the two written forms of Norwegian.
SAME = {"nb": "no", "nn": "no"}
LONGEST = 200


def ours(text: str) -> str | None:
    """Return the most probable language according to newsarc."""
    likeliest = most_probable(text)
    return None if likeliest is None else likeliest.name.partition("-")[0]


def our_answer(text: str) -> str | None:
    """Return the language that newsarc answers, or None."""
    named = detect(text)
    return None if named is None else named.code


def theirs(text: str) -> str | None:
    """Return the most probable language according to langdetect."""
    return _by_langdetect(text, 0.0)


def their_answer(text: str) -> str | None:
    """Return the language that langdetect would answer under newsarc's rules, or None."""
    enough = sum(map(str.isalpha, text)) >= _FEWEST_LETTERS
    return _by_langdetect(text, _LEAST_PROBABILITY) if enough else None


def _by_langdetect(text: str, least: float) -> str | None:
    try:
        best = detect_langs(text)[0]
    except (LangDetectException, IndexError):
        return None
    return best.lang.partition("-")[0] if best.prob >= least else None


def pairs(sentences: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    """Join neighbours of one language."""
    return [
        (code, f"{one} {two}"[:LONGEST])
        for (code, one), (other, two) in pairwise(sentences)
        if code == other
    ]


def show(name: str, texts: Sequence[tuple[str, str]], likeliest: Asked, named: Asked) -> None:
    """Print how often a language is recognised, and the time of an answer."""
    right = sum(likeliest(text) == code for code, text in texts)
    begin = process_time()
    told = [(code, named(text)) for code, text in texts]
    micros = 1e6 * (process_time() - begin) / len(texts)
    answered = sum(answer is not None for _, answer in told)
    agreed = sum(answer == code for code, answer in told)
    click.echo(
        f"{name:22} right {right / len(told):.4f}   answered {answered / len(told):.4f}"
        f" right of all {agreed / len(told):.4f} right of answered {agreed / max(answered, 1):.4f}"
        f"   {micros:.0f} µs"
    )


@click.command()
@click.argument("file", type=click.File(encoding="utf-8"))
@click.option(
    "--every", type=click.IntRange(1), default=1, show_default=True, help="Use every Nth text."
)
def main(file: Iterable[str], every: int) -> None:
    """Measure how often the languages of the sentences in FILE are recognised."""
    DetectorFactory.seed = 0
    lines = (line.rstrip("\n").split("\t", 1) for line in file)
    sentences = [(SAME.get(code, code), text) for code, text in lines]
    for name, texts in (("sentences", sentences), ("pairs", pairs(sentences))):
        show(f"{name}, langdetect", texts[::every], theirs, their_answer)
        show(f"{name}, newsarc", texts[::every], ours, our_answer)


if __name__ == "__main__":
    main()
