"""The engine that keeps articles in one SQLite file and searches them through FTS5."""
