"""The language of a text, or none where it is uncertain; and the codes of languages."""

from newsarc.language.codes import language_code
from newsarc.language.detection import SAMPLE, Detected, detect

__all__ = ["SAMPLE", "Detected", "detect", "language_code"]
