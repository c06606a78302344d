"""The scanner: from a text to the columns of its words, and to its sentences and paragraphs.

It is the part of an ingestion that looks at each character. A native module does that where one
was built with newsarc; elsewhere its Python twin does it, which also says what both do. They give
the same bytes for every text. The native module also cuts compounds, and makes the tokens of
compounds and of chains, as `newsarc.analysis` does.
"""

from newsarc.scanner.twin import MODULUS, MORE, SIEVE, tokens_checksum

try:
    from newsarc.scanner.native import Buckets, Scanner, units

    NATIVE = True
except ImportError:
    from newsarc.scanner.twin import Buckets, Scanner, units

    NATIVE = False

__all__ = ["MODULUS", "MORE", "NATIVE", "SIEVE", "Buckets", "Scanner", "tokens_checksum", "units"]
