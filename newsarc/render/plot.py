"""A trend as a picture that may be printed, drawn by matplotlib: the same trend, the same bytes."""

from __future__ import annotations

import os
import warnings
from io import BytesIO
from typing import TYPE_CHECKING

from newsarc.errors import NotWritten
from newsarc.render.trends import outside

if TYPE_CHECKING:
    from datetime import date

    from matplotlib.figure import Figure

    from newsarc.render.trends import Measured

# What would differ from run to run is left out.
_METADATA = {".svg": {"Date": None}, ".png": {}, ".pdf": {"CreationDate": None}}
ENDINGS = tuple(_METADATA)
MOST = 8  # queries, as many as there are lines to tell apart


def write_plot(path: str, measured: Measured, archive: str, today: date) -> tuple[str, ...]:
    """Draw a trend into a file, whole or not at all; return notes on it. Raises NotWritten.

    `archive` and `today` are told in the plot.
    """
    trend = measured.trend
    if not trend.periods:
        not_here, vague = outside(trend), any(each.vague for each in trend.series)
        reason = f"no article with a {trend.by} to plot" + (f" ({not_here})" if not_here else "")
        raise NotWritten(path, reason, "try a longer period: --by year" if vague else None)
    try:
        from matplotlib import style

        from newsarc.render.drawing import LOOK, figure
    except ImportError as error:
        remedy = "to install it: pip install 'newsarc[plot]'"
        raise NotWritten(path, "matplotlib, which draws it, is not installed", remedy) from error
    with style.context(["default", LOOK]), warnings.catch_warnings(record=True) as seen:
        warnings.simplefilter("always")
        _write(path, _drawn(figure(measured, archive, today), ending(path)))
    unknown = ending(path) != ".svg" and any("Glyph" in str(each.message) for each in seen)
    return ("the plot's font lacks some letters; that of an .svg may have them",) * unknown


def ending(path: str) -> str:
    """Return the ending of a file's name, which tells what is drawn."""
    return os.path.splitext(path)[1].lower()


def _drawn(plot: Figure, kind: str) -> bytes:
    file = BytesIO()
    plot.savefig(file, format=kind[1:], metadata=_METADATA[kind])
    return file.getvalue()


def _write(path: str, data: bytes) -> None:
    folder, base = os.path.split(path)
    part = os.path.join(folder, f".{base}.{os.getpid()}.part")
    try:
        with open(part, "xb") as file:
            file.write(data)
        os.replace(part, path)
    except OSError as error:
        raise NotWritten(path, f"cannot be written ({error.strerror})") from error
    finally:
        if os.path.exists(part):
            os.remove(part)
