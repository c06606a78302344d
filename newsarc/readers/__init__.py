"""Readers of file formats: from a path to documents and refusals."""

from newsarc.readers.again import is_read_again
from newsarc.readers.base import Piece, Reader, origin_path
from newsarc.readers.registry import READERS, File, ending, find_files, read_piece, split_file

__all__ = [
    "READERS",
    "File",
    "Piece",
    "Reader",
    "ending",
    "find_files",
    "is_read_again",
    "origin_path",
    "read_piece",
    "split_file",
]
