"""Reads queries on a fixed day."""

from __future__ import annotations

from datetime import date

from newsarc.query import nodes, parse

TODAY = date(2024, 3, 1)  # a Friday


def read(text: str) -> tuple[nodes.Node, tuple[str, ...]]:
    """Return what a query says, and the notes on it."""
    parsed = parse(text, TODAY)
    return parsed.node, parsed.notes
