"""How right the answers are: a verdict on each, and the counts of all."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Literal

from tests.quality.metadata.samples import fold, occurs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsarc.dates import PartialDate
    from tests.quality.metadata.answers import Answers
    from tests.quality.metadata.samples import Sample

Verdict = Literal["right", "wrong", "missed", "rightly unknown"]

VERDICTS: tuple[Verdict, ...] = ("right", "wrong", "missed", "rightly unknown")


def verdict(sample: Sample, found: PartialDate | None) -> Verdict | None:
    """Judge a date by its day. Return None where the right answer is not known.

    A coarser date is missed if the right day lies in its span, else wrong. No date is rightly
    unknown if the text does not contain it.
    """
    if sample.day is None:
        return None
    if found is None:
        return "missed" if sample.date_in_text else "rightly unknown"
    span = found.span
    if not span.first.date() <= sample.day <= span.last.date():
        return "wrong"
    return "missed" if found.day is None else "right"


def title_verdict(sample: Sample, found: str | None) -> Verdict | None:
    """Judge a headline. Return None where it is not known, or where the text lacks it."""
    if not (sample.title_in_text and fold(sample.title)):
        return None
    if not found:
        return "missed"
    return "right" if fold(found) == fold(sample.title) else "wrong"


def date_row(samples: Sequence[Sample], language: str, given: Answers) -> tuple[str, ...]:
    """Count the verdicts on the dates of a language.

    Accuracy is the share of right and rightly unknown ones among all; precision that of right
    ones among right and wrong ones.
    """
    count = Counter(
        verdict(sample, found)
        for sample, found in zip(samples, given.answers, strict=True)
        if sample.is_in(language)
    )
    right, wrong = count["right"], count["wrong"]
    whole = sum(count[name] for name in VERDICTS)
    accuracy = share(right + count["rightly unknown"], whole)
    numbers = [str(count[name]) for name in VERDICTS]
    return (str(whole), *numbers, accuracy, share(right, right + wrong), _milli(given.seconds))


def title_row(samples: Sequence[Sample], language: str, given: Answers) -> tuple[str, ...]:
    """Count the verdicts on the headlines of a language."""
    count = Counter(
        title_verdict(sample, found)
        for sample, found in zip(samples, given.answers, strict=True)
        if sample.is_in(language)
    )
    right, wrong, missed = count["right"], count["wrong"], count["missed"]
    whole = right + wrong + missed
    return (str(whole), str(right), str(wrong), str(missed), share(right, whole))


def author_row(
    samples: Sequence[Sample], language: str, given: Answers, form: str
) -> tuple[str, ...]:
    """Count the authors in a language, as far as the right ones are known.

    The second recall is that of names that occur in the text: no others can be read.
    """
    gold = in_text = named = right = 0
    for sample, found in zip(samples, given.answers, strict=True):
        if sample.authors and sample.is_in(language):
            known, said = set(map(fold, sample.authors)), set(map(fold, found))
            occurring = {fold(name) for name in sample.authors if occurs(name, sample.texts[form])}
            gold, named, right = gold + len(known), named + len(said), right + len(known & said)
            in_text += len(known & (occurring | said))
    shares = share(right, named), share(right, gold), share(right, in_text)
    return (str(gold), str(in_text), str(named), str(right), *shares)


def share(part: int, whole: int) -> str:
    """Return a share in percent, or a dash where the whole is zero."""
    return f"{part / whole:.1%}" if whole else "-"


def _milli(seconds: float | None) -> str:
    return "-" if seconds is None else f"{1000 * seconds:.2f}"
