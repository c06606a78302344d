"""Numbers and contexts for programs: counts, tallies, trends and concordances."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsarc.render.cells import table_lines
from newsarc.render.concordance import fields
from newsarc.render.concordance import rows as occurrence_rows
from newsarc.render.machine import FORMAT_VERSION, TAB, indented, one_line
from newsarc.render.tallies import rows
from newsarc.render.trends import trend_rows

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newsarc.records.kept import Concordance, Count, Tally
    from newsarc.render.answers import View
    from newsarc.render.trends import Measured


def tallies_json(tallies: Sequence[Tally], _: View) -> Iterator[str]:
    """Tallies as one JSON object: for each facet, or pair of them, its values and numbers."""
    first = tallies[0]
    head = {"format_version": FORMAT_VERSION, "query": first.query, "total": first.articles}
    if len(first.by) == 1:
        named = {tally.by[0]: _named(("value", "articles"), tally) for tally in tallies}
        yield indented(head | named)
    else:
        numbers = _named((*first.by, "articles"), first)
        yield indented(head | {"by": list(first.by), "numbers": numbers})


def _named(names: Sequence[str], tally: Tally) -> list[dict[str, object]]:
    return [dict(zip(names, (*values, number), strict=True)) for values, number in rows(tally)]


def tallies_csv(tallies: Sequence[Tally], view: View) -> Iterator[str]:
    """Tallies as CSV: a line for each combination of values; of several tallies with the facet."""
    return table_lines(_tally_rows(tallies), view.cells)


def tallies_tsv(tallies: Sequence[Tally], view: View) -> Iterator[str]:
    """As CSV, with tabs between the values."""
    return table_lines(_tally_rows(tallies), view.cells, TAB)


def _tally_rows(tallies: Sequence[Tally]) -> Iterator[Sequence[object]]:
    if len(tallies) == 1:
        yield (*tallies[0].by, "articles")
        yield from ((*values, number) for values, number in rows(tallies[0]))
        return
    yield ("facet", "value", "articles")
    for tally in tallies:
        yield from ((*tally.by, *values, number) for values, number in rows(tally))


def trend_json(measured: Measured, _: View) -> Iterator[str]:
    """A trend as one JSON object: the periods, and the numbers of each query in their order."""
    trend = measured.trend
    yield indented(
        {
            "format_version": FORMAT_VERSION,
            "filters": trend.filters,
            "by": trend.by,
            "unit": measured.unit,
            "periods": list(trend.periods),
            "of": list(trend.whole.numbers),
            "queries": [
                {
                    "query": each.query,
                    "articles": list(each.numbers),
                    "values": [round(value, 4) for value in measured.numbers(each)],
                    "vague": each.vague,
                    "undated": each.undated,
                }
                for each in trend.series
            ],
        }
    )


def trend_csv(measured: Measured, view: View) -> Iterator[str]:
    """A trend as CSV: a line for each period and query, beside all articles of the period."""
    return table_lines(trend_rows(measured), view.cells)


def trend_tsv(measured: Measured, view: View) -> Iterator[str]:
    """As CSV, with tabs between the values."""
    return table_lines(trend_rows(measured), view.cells, TAB)


def concordance_json(found: Concordance, _: View) -> Iterator[str]:
    """Occurrences as one JSON object, an occurrence a line."""
    head = one_line({"format_version": FORMAT_VERSION, "query": found.query})
    yield f'{head[:-1]}, "occurrences": ['
    before = ""
    for line in concordance_jsonl(found, _):
        yield f"{before}{line}"
        before = ", "
    yield "]}"


def concordance_jsonl(found: Concordance, _: View) -> Iterator[str]:
    """Each occurrence as a JSON object on a line of its own."""
    return (one_line(fields(one)) for one in found.occurrences)


def concordance_csv(found: Concordance, view: View) -> Iterator[str]:
    """Occurrences as CSV."""
    return table_lines(occurrence_rows(found), view.cells)


def concordance_tsv(found: Concordance, view: View) -> Iterator[str]:
    """As CSV, with tabs between the values."""
    return table_lines(occurrence_rows(found), view.cells, TAB)


def count_json(found: Count, _: View) -> Iterator[str]:
    """The numbers of a query as one JSON object."""
    yield indented(
        {
            "format_version": FORMAT_VERSION,
            "query": found.query,
            "articles": found.articles,
            "occurrences": found.occurrences,
        }
    )
