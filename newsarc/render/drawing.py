"""A trend as a figure of matplotlib: lines over time, or bars if there is only one period."""

from __future__ import annotations

from typing import TYPE_CHECKING

from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator

from newsarc.render.style import wrapped
from newsarc.render.ticks import ticks
from newsarc.render.trends import name, outside, total
from newsarc.text import printable

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from matplotlib.artist import Artist
    from matplotlib.axes import Axes

    from newsarc.render.trends import Measured

LOOK = {
    "font.size": 9, "text.parse_math": False, "axes.spines.top": False, "axes.spines.right": False,
    "axes.spines.left": False, "axes.axisbelow": True, "axes.edgecolor": "#444444",
    "grid.color": "#dddddd", "grid.linewidth": 0.5, "hatch.color": "white", "hatch.linewidth": 0.8,
    "lines.linewidth": 1.4, "lines.markersize": 4, "ytick.major.size": 0, "savefig.dpi": 200,
    "svg.fonttype": "none", "svg.hashsalt": "newsarc", "pdf.fonttype": 42,
    "figure.constrained_layout.w_pad": 0.11, "figure.constrained_layout.h_pad": 0.08,
}  # fmt: skip
# Colours of Okabe and Ito, which the colour-blind tell apart; in grey, dashes and markers do.
_LINES = (
    ("#000000", "-", "o"), ("#d55e00", "--", "s"), ("#0072b2", "-.", "^"), ("#e69f00", ":", "D"),
    ("#009e73", (0, (8, 3)), "v"), ("#cc79a7", (0, (1, 1)), "P"),
    ("#56b4e9", (0, (5, 1, 1, 1, 1, 1)), "X"), ("#7f7f7f", (0, (3, 1)), "*"),
)  # fmt: skip
_HATCHES = ("", "///", "...", "\\\\\\", "xxx", "---", "ooo", "+++")
# In inches, and the sizes of letters in points.
_WIDTH, _HEIGHT, _LINE = 7.2, 3.4, 0.17
_TITLE, _SMALL = 10.5, 7
_LEFT = 0.0153  # of the width: where the legend begins
# In characters: a query, a legend of two columns, a line below the plot, and all of it.
_QUERY, _COLUMN, _FOOT, _LONGEST_FOOT = 70, 44, 118, 600
_NO_FILTERS = "*"  # as a query
_MARKERS = 32  # at most, on each line


def figure(measured: Measured, archive: str, today: date) -> Figure:
    """Draw a trend, with what it is of and when it was drawn; at most as many queries as lines."""
    series = measured.trend.series
    labels = [f"{name(each.query, _QUERY)}: {total(each)}" for each in series]
    foot = _foot(measured, archive, today)
    columns = 2 if len(series) > 2 and max(map(len, labels)) <= _COLUMN else 1
    rows = -(-len(series) // columns) + len(foot)
    drawn = Figure(figsize=(_WIDTH, _HEIGHT + _LINE * rows), layout="constrained")
    axes = drawn.add_subplot()
    signs = [*(_lines if len(measured.trend.periods) > 1 else _bars)(axes, measured)]
    drawn.legend(
        signs, labels, loc="outside upper left", ncols=columns, frameon=False, handlelength=4,
        title=_title(measured), title_fontproperties={"weight": "bold", "size": _TITLE},
        alignment="left",
    )  # fmt: skip
    _scale(axes, measured)
    drawn.supxlabel("\n".join(foot), x=_LEFT, ha="left", fontsize=_SMALL, color="#555555")
    return drawn


def _lines(axes: Axes, measured: Measured) -> Iterator[Artist]:
    trend = measured.trend
    every = -(-len(trend.periods) // _MARKERS)
    for at, (each, (colour, dashes, marker)) in enumerate(zip(trend.series, _LINES, strict=False)):
        yield from axes.plot(
            measured.numbers(each), color=colour, linestyle=dashes, marker=marker,
            markevery=(at * every // len(trend.series), every), clip_on=False, zorder=3,
        )  # fmt: skip


def _bars(axes: Axes, measured: Measured) -> Iterator[Artist]:
    """Draw a bar for each query, side by side, for there is only one period."""
    series, width = measured.trend.series, 1 / len(_LINES)
    for at, (each, (colour, *_), hatch) in enumerate(zip(series, _LINES, _HATCHES, strict=False)):
        place = (at - (len(series) - 1) / 2) * width
        bar = axes.bar(place, measured.numbers(each), 0.8 * width, color=colour, hatch=hatch)
        axes.bar_label(bar, fmt="{:,.0f}" if measured.is_exact else "{:,.2f}", padding=2)
        yield bar.patches[0]
    axes.set_xlim(-0.55, 0.55)


def _scale(axes: Axes, measured: Measured) -> None:
    named = ticks(measured.trend.periods, measured.trend.by)
    axes.set_xticks([*named], [*named.values()])
    most = max(max(measured.numbers(each)) for each in measured.trend.series)
    round_ = MaxNLocator(6, steps=[1, 2, 5, 10], integer=measured.is_exact).tick_values(0, most)
    top = min((each for each in round_ if each >= most), default=most)
    axes.set_yticks([each for each in round_ if 0 <= each <= top])
    axes.set_ylim(0, top)
    axes.yaxis.set_major_formatter("{x:,.10g}")
    axes.grid(axis="y")


def _title(measured: Measured) -> str:
    periods = measured.trend.periods
    span = periods[0] if len(periods) == 1 else f"{periods[0]} to {periods[-1]}"
    unit = f"{measured.unit}, by {measured.trend.by}, {span}"
    return unit[0].upper() + unit[1:]


def _foot(measured: Measured, archive: str, today: date) -> list[str]:
    """Return what is not in the plot, and of what and when it was made."""
    not_here, filters = outside(measured.trend), printable(measured.trend.filters)
    made = [
        f"Archive: {printable(archive)}",
        *([f"filters: {filters}"] if filters != _NO_FILTERS else []),
    ]
    texts = [*([f"Not in the plot: {not_here}"] if not_here else []), "; ".join(made)]
    texts = [text if len(text) <= _LONGEST_FOOT else f"{text[:_LONGEST_FOOT]}…" for text in texts]
    lines = [line for text in texts for line in wrapped(text, _FOOT)]
    return [*lines, f"newsarc, {today.isoformat()}"]
