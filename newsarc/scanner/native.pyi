# See `newsarc.scanner.twin`.
from newsarc.scanner.twin import Scanner, units

__all__ = ["Scanner", "units"]
