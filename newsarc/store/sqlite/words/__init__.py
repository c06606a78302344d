"""The vocabulary: the forms that the index holds, and which of them a pattern fits."""
