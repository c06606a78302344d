"""The vocabulary: the forms in the index, and which of them a pattern fits."""
