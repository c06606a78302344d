"""Standard output and standard error, where nobody reads them any more."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import TextIO


def discard(stream: TextIO) -> None:
    """Send all further output of a stream nowhere; else Python reports an error when it ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
