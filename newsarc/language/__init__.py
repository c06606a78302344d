"""Which language a text is in, or none where it does not say enough."""

from newsarc.language.detection import SAMPLE, Detected, detect

__all__ = ["SAMPLE", "Detected", "detect"]
