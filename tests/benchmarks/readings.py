"""Which lemmas a form may have, by the dictionaries of simplemma, and which is the likeliest.

simplemma has one lemma for a form as it is written: "Gebeten" is of "Gebet", "gebeten" of
"bitten". An archive does not tell them apart, so the lemma in wider use wins, and the others are
kept beside it.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING

from msgspec import Struct

from newsarc.text import WORD

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

# How much more frequent an adjective must be than the verb that it was made of to be a word of
# its own: "bekannt" is, "gewählt" is not. On the Zipf scale, as all of these.
_OWN_ADJECTIVE = 0.7
# … and a form than its lemma: "Daten" than "Datum".
_OWN_FORM = 1.0
# What a lemma is worth more than others of which it may be a form: "Druck" is no form of "drucken".
_ITSELF = 1.0
_ITSELF_NOUN = 2.0
# Lemmas that a lemma may have itself: "gewählteren", "gewählt", "wählen".
_LONGEST = 4
_PREFIXES = (
    "ab an auf aus be bei durch ein ent er fort ge her heran heraus hin hinaus los miss mit nach "
    "nieder über um unter ver voll vor vorbei weg weiter wider wieder zer zu zurück zusammen"
).split()
# Verbs with one of the prefixes that must have a form for it to be one of all verbs of the kind.
_WITNESSES = 2


class Reading(Struct, frozen=True):
    """The likeliest lemma of a form, and the others that it may be a form of."""

    lemma: str
    others: tuple[str, ...]


def key(word: str) -> str:
    """Return a word as a table has it."""
    return word.lower().replace("ß", "ss")


class Readings:
    """The lemmas of the forms of a language."""

    def __init__(
        self, lemmas: Mapping[str, str], zipf: Mapping[str, float], *, german: bool = False
    ) -> None:
        self._lemmas = lemmas
        self._zipf = zipf
        self._german = german

    @cached_property
    def forms(self) -> dict[str, list[str]]:
        """All forms as tables have them, and how simplemma writes each."""
        forms: dict[str, list[str]] = {}
        for form in sorted(self._lemmas):
            if WORD.fullmatch(form) and not any(map(str.isdigit, form)):
                forms.setdefault(key(form), []).append(form)
        return forms

    def get(self, form: str) -> Reading | None:
        """Return the lemmas of a form as a table has it; None for a form without any."""
        chains = [self._chain(written) for written in self.forms.get(form, ())]
        if self._german:
            chains = self._with_verbs(form, chains)
        if not chains:
            return None
        best = max(
            map(self._likeliest, chains), key=lambda lemma: (self._weight(form, lemma), lemma)
        )
        found = dict.fromkeys(lemma for chain in chains for lemma in chain)
        if key(best) != form and self._frequency(form) > self._frequency(best) + _OWN_FORM:
            return Reading(form, tuple(found))
        return Reading(best, tuple(lemma for lemma in found if lemma != best))

    def _frequency(self, word: str) -> float:
        return self._zipf.get(word.casefold(), 0.0)

    def _weight(self, form: str, lemma: str) -> float:
        itself = _ITSELF_NOUN if self._german and lemma[0].isupper() else _ITSELF
        return self._frequency(lemma) + (itself if key(lemma) == form else 0.0)

    def _likeliest(self, chain: list[str]) -> str:
        best = chain[-1]
        for lemma in reversed(chain[:-1]):
            if self._frequency(lemma) > self._frequency(best) + _OWN_ADJECTIVE:
                best = lemma
        return best

    def _chain(self, form: str) -> list[str]:
        """Return the lemma of a form, the lemma of that, and so on."""
        chain: list[str] = []
        while len(chain) < (_LONGEST if self._german else 1) and (lemma := self._lemmas.get(form)):
            if lemma in chain:
                lemma = self._of_adjective(lemma)
                if lemma is None or lemma in chain:
                    break
            chain.append(lemma)
            form = lemma
        return chain

    def _of_adjective(self, lemma: str) -> str | None:
        """Return the lemma of the adjective that a noun is: of "Reisende"."""
        is_one = self._german and lemma[0].isupper() and lemma.endswith(("e", "er"))
        return self._lemmas.get(lemma.lower()) if is_one else None

    def _with_verbs(self, form: str, chains: list[list[str]]) -> list[list[str]]:
        """Add the verbs whose forms simplemma has as adjectives or nouns alone."""
        for chain in chains:
            for lemma in [lemma for lemma in chain if lemma[0].islower()]:
                chain += [verb for verb in self._verbs[key(lemma)] if verb not in chain]
        known = {lemma for chain in chains for lemma in chain}
        return [*chains, *([verb] for verb in self._verbs[form] if verb not in known)]

    @cached_property
    def _verbs(self) -> Mapping[str, list[str]]:
        verbs: defaultdict[str, list[str]] = defaultdict(list)
        for form, verb in sorted({*self._by_prefixes(), *self._participles()}):
            verbs[form].append(verb)
        return verbs

    @cached_property
    def _infinitives(self) -> frozenset[str]:
        is_one = (
            word for word, lemma in self._lemmas.items() if word == lemma and word[0].islower()
        )
        return frozenset(key(word) for word in is_one if word.endswith(("en", "ln", "rn")))

    def _by_prefixes(self) -> Iterator[tuple[str, str]]:
        """What is a form of several verbs with prefixes is one without: "stand", "bestand"."""
        witnesses: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
        for form, lemma in self._lemmas.items():
            if form != lemma and form[0].islower() and lemma in self._infinitives:
                for prefix in _PREFIXES:
                    if form.startswith(prefix) and lemma.startswith(prefix):
                        end, verb = key(form[len(prefix) :]), lemma[len(prefix) :]
                        witnesses[end, verb].add(prefix)
        for (end, verb), prefixes in witnesses.items():
            if len(prefixes) >= _WITNESSES and verb in self._infinitives:
                for prefix in ("", *_PREFIXES):
                    if prefix + verb in self._infinitives:
                        yield prefix + end, prefix + verb

    def _participles(self) -> Iterator[tuple[str, str]]:
        """Regular participles that simplemma has as adjectives: "erkrankt", "basierend"."""
        for written, lemma in self._lemmas.items():
            form = key(written)
            if written == lemma and written[0].islower() and form.endswith(("t", "end")):
                for verb in {form[:-1], form[:-1] + "n", form[:-1] + "en", form[:-2] + "en"}:
                    if verb in self._infinitives:
                        yield form, verb
