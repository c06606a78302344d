"""Citations, as the parsers of others read them."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

import bibtexparser
import rispy
from pylatexenc.latex2text import (
    LatexNodes2Text,
    MacroTextSpec,
    get_default_latex_context_db,
)

import newsarc
from newsarc import Article

ADDED = "2026-11-23T09:00:00Z"
# What LaTeX knows and this reader of it does not.
SIGNS = {"textbraceleft": "{", "textbraceright": "}", "textasciicircum": "^"}


def article(number: int = 1, **known: Any) -> Article:
    return Article(f"{number:016x}", "digest", "Der Text.", **known)


def bibtex(*cited: Article) -> list[dict[str, str]]:
    parser = bibtexparser.bparser.BibTexParser(ignore_nonstandard_types=False)
    entries: list[dict[str, str]]
    entries = bibtexparser.loads(newsarc.cite(cited), parser).entries
    return entries


def csl(*cited: Article) -> list[dict[str, Any]]:
    items: list[dict[str, Any]] = json.loads(newsarc.cite(cited, "csl"))
    return items


def ris(*cited: Article) -> list[dict[str, Any]]:
    return list(rispy.loads(newsarc.cite(cited, "ris")))


def text(**known: Any) -> str:
    return newsarc.cite([article(**known)], "text").rstrip("\n")


def plain(latex: str) -> str:
    text: str = reader().latex_to_text(latex)
    return text


@cache
def reader() -> Any:
    known = get_default_latex_context_db()
    signs = [MacroTextSpec(name, sign) for name, sign in SIGNS.items()]
    known.add_context_category("signs", macros=signs, prepend=True)
    return LatexNodes2Text(latex_context=known, math_mode="verbatim")


def names(one: dict[str, Any]) -> list[str]:
    """The names of a CSL item, each as it is written."""
    parts = ("given", "non-dropping-particle", "family", "suffix", "literal")
    return [
        " ".join(name[part] for part in parts if part in name) for name in one.get("author", [])
    ]
