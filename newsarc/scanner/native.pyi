# See `newsarc.scanner.twin`.
from newsarc.scanner.twin import Buckets, Scanner, units

__all__ = ["Buckets", "Scanner", "units"]
