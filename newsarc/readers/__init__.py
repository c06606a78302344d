"""Readers of file formats: from a path to documents and refusals."""

from newsarc.readers.again import is_read_again
from newsarc.readers.base import Piece, Reading, origin_path, refusal
from newsarc.readers.files import File, find_files
from newsarc.readers.formats import FORMATS, ending
from newsarc.readers.pieces import read_piece, split_file, split_stream

__all__ = [
    "FORMATS",
    "File",
    "Piece",
    "Reading",
    "ending",
    "find_files",
    "is_read_again",
    "origin_path",
    "read_piece",
    "refusal",
    "split_file",
    "split_stream",
]
