"""The positions of words in many articles at once, for what FTS5 alone cannot answer."""
