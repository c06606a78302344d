"""Reading files: each format its reader, from a path to a stream of documents and refusals."""

from newsarc.readers.base import Reader
from newsarc.readers.registry import READERS, find_files, read

__all__ = ["READERS", "Reader", "find_files", "read"]
