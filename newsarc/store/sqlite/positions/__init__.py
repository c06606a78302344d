"""Where words stand in many articles at once: what FTS5 alone cannot say."""
