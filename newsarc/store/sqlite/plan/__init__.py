"""From what a query means to SQL and the language of FTS5."""
