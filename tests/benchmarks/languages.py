"""Measure how often languages are told rightly, beside langdetect as it comes.

    python tests/benchmarks/languages.py FILE [--every 1]

Each line of FILE holds a language and a sentence in it, parted by a tab. Judged are single
sentences, and pairs of neighbours of one language up to 200 characters. `right` counts the
likeliest language, whatever it is; of what is `answered` under our rules (letters enough, and
probability enough) the share that is right of all texts and of the answered ones is printed.
langdetect is seeded, and asked for the whole text with its own seven trials.
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

# The two written Norwegians are one to langdetect.
SAME = {"nb": "no", "nn": "no"}
LONGEST = 200


def ours(text: str) -> str | None:
    """Give the likeliest language by newsarc."""
    likeliest = most_probable(text)
    return None if likeliest is None else likeliest.name.partition("-")[0]


def our_answer(text: str) -> str | None:
    """Give the language that newsarc names."""
    named = detect(text)
    return None if named is None else named.code


def theirs(text: str) -> str | None:
    """Give the likeliest language by langdetect."""
    return _by_langdetect(text, 0.0)


def their_answer(text: str) -> str | None:
    """Give the language that langdetect would name under our rules."""
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
    """Print how often a language is told, and how long an answer takes."""
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
@click.option("--every", type=click.IntRange(1), default=1, show_default=True)
def main(file: Iterable[str], every: int) -> None:
    """Measure how often the languages of FILE are told rightly."""
    DetectorFactory.seed = 0
    lines = (line.rstrip("\n").split("\t", 1) for line in file)
    sentences = [(SAME.get(code, code), text) for code, text in lines]
    for name, texts in (("sentences", sentences), ("pairs", pairs(sentences))):
        show(f"{name}, langdetect", texts[::every], theirs, their_answer)
        show(f"{name}, newsarc", texts[::every], ours, our_answer)


if __name__ == "__main__":
    main()
