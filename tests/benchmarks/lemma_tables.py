"""Make the tables of lemmas that newsarc ships, out of the dictionaries of simplemma.

    python -m tests.benchmarks.lemma_tables [de en ...]

A table holds what stemmer and rules alone do not know; `newsarc.analysis.lemmas` says how. Rules
are learnt from all forms of a dictionary, and forms that they get wrong are kept if they are in
wordfreq's list of words in use. Prints for each language how many of its forms in use have the
stem of their lemma, by the stemmer alone and by the table.
"""

from __future__ import annotations

import os
from collections import defaultdict
from importlib.metadata import version
from typing import TYPE_CHECKING

import click
from simplemma.strategies.dictionaries.dictionary_factory import DEFAULT_DICTIONARY_FACTORY

import newsarc.analysis.languages
from newsarc.analysis.languages import language
from newsarc.analysis.lemmas import BEGINNING, LEVELS, VERSION, ZERO, by_ending
from newsarc.analysis.stems import plain_stemmer
from newsarc.analysis.tables import packed
from newsarc.text import fold
from tests.benchmarks.endings import SAME, change, learnt, shared
from tests.benchmarks.readings import Readings, key
from tests.benchmarks.wordlists import zipf

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

FOLDER = os.path.join(os.path.dirname(newsarc.analysis.languages.__file__), "lemmas")
CODES = "de en fr es it nl pt da sv no pl ru cs ca fi hu ro".split()
# The names of simplemma for what newsarc calls otherwise.
NAMES = {"no": "nb", "sr": "hbs"}
NOTE = (
    "Lemmas of {code}, table version {table}: made of the dictionaries of simplemma {simplemma}, "
    "copyright (c) 2021 Adrien Barbaresi and contributors, MIT License, "
    "https://github.com/adbar/simplemma"
)


class Maker:
    """Makes the table of one language."""

    def __init__(self, code: str) -> None:
        self.code = code
        self._own = language(code)
        self._plain = plain_stemmer(code)
        self._zipf = zipf(NAMES.get(code, code))
        factory = DEFAULT_DICTIONARY_FACTORY
        lemmas = dict(factory.get_dictionary(NAMES.get(code, code)).items())
        self._readings = Readings(lemmas, self._zipf, german=code == "de")
        self.forms = self._readings.forms
        self.stems = {form: self._stem(form) for form in self.forms}
        self._rules = learnt({form: self._change(form) for form in self.forms})

    def in_use(self) -> list[str]:
        """Return the forms that are in use."""
        return [form for form in self.forms if form in self._zipf]

    def plain(self, form: str) -> str:
        """Return what the stemmer alone makes of a form."""
        return self._plain(form)

    def entries(self) -> dict[str, str]:
        """Return all that the table holds."""
        words = {form: self._value(form) for form in self.in_use() if self._is_needed(form)}
        rules: defaultdict[str, list[str]] = defaultdict(list)
        for ending, rule in sorted(self._rules.items()):
            rules["*" + ending[-LEVELS[0] :]].append(f"{ending}={rule}")
        grouped = {ending: " ".join(group) for ending, group in rules.items()}
        begin = {"<" + stem: " ".join(sorted(each)) for stem, each in self._beginnings().items()}
        own = {"!" + word: "" for word in self._own_words()}
        return {**words, **grouped, **own, **begin, "*": " ".join(ending[1:] for ending in grouped)}

    def _stem(self, form: str) -> str:
        reading = self._readings.get(form)
        if reading is None or form in self._own.stop_words:
            return self._plain(form)
        return self._of_lemma(key(reading.lemma))

    def _of_lemma(self, lemma: str) -> str:
        """Return the stem of a lemma, with the vowels that stand side by side in it: "duell"."""
        stem, respell = self._plain(lemma), self._own.respell
        if respell is None or respell(lemma) == lemma or respell(lemma) in self._readings.forms:
            return stem
        ends = (end for end in range(len(lemma) + 1) if respell(lemma[:end]) == stem)
        return lemma[: next(ends, 0)] or stem

    def _others(self, form: str) -> dict[str, str]:
        """Return the stems of other lemmas that other words have as theirs, and their signs."""
        reading = self._readings.get(form)
        found: dict[str, str] = {}
        for lemma in reading.others if reading else ():
            stem = self._of_lemma(key(lemma))
            if stem != self.stems[form] and self.stems.get(key(lemma)) == stem:
                found.setdefault(stem, self._sign(lemma))
        return found

    def _sign(self, lemma: str) -> str:
        if self.code != "de":
            return "="
        return "^" if lemma[0].isupper() else "_"

    def _change(self, form: str) -> str:
        stem = self.stems[form]
        return SAME if stem == self._plain(form) else change(form, stem)

    def _by_rules(self, form: str) -> str:
        return by_ending(form, self._rules) or self._plain(form)

    def _is_needed(self, form: str) -> bool:
        return self.stems[form] != self._by_rules(form) or bool(self._others(form))

    def _value(self, form: str) -> str:
        stem = self.stems[form]
        same = shared(form, stem)
        others = [f" {sign}{other}" for other, sign in self._others(form).items()]
        return chr(ZERO + same) + stem[same:] + "".join(others)

    def _beginnings(self) -> Mapping[str, set[str]]:
        """Return how forms begin that do not contain the first letters of their stem."""
        found: defaultdict[str, set[str]] = defaultdict(set)
        for form in self.in_use():
            folded = fold(form)
            for stem in (self.stems[form], *self._others(form)):
                if fold(stem)[:BEGINNING] not in folded:
                    found[stem].add(folded[:BEGINNING])
        return found

    def _own_words(self) -> Iterator[str]:
        marked = {fold(form) for form in self.forms if fold(form) != form}
        return (word for word in marked if word in self.forms and word in self._zipf)


def share(maker: Maker, stems: Mapping[str, str]) -> float:
    """Return how many of the forms in use have the stem that they should have."""
    forms = maker.in_use()
    return sum(stems[form] == maker.stems[form] for form in forms) / max(1, len(forms))


@click.command()
@click.argument("codes", nargs=-1)
def main(codes: Iterable[str]) -> None:
    """Make the tables of lemmas of some languages, or of all."""
    os.makedirs(FOLDER, exist_ok=True)
    for code in codes or CODES:
        maker = Maker(code)
        note = NOTE.format(code=code, table=VERSION, simplemma=version("simplemma"))
        data = packed(maker.entries(), note)
        with open(os.path.join(FOLDER, f"{code}.table"), "wb") as file:
            file.write(data)
        before = share(maker, {form: maker.plain(form) for form in maker.in_use()})
        click.echo(f"{code}  {len(maker.in_use())} forms in use, {before:.3f} plain, {len(data)} B")


if __name__ == "__main__":
    main()
