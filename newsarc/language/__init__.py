"""Language detection: the language of a text, or none where it is uncertain."""

from newsarc.language.detection import SAMPLE, Detected, detect

__all__ = ["SAMPLE", "Detected", "detect"]
