"""Zip archives that are one document: of which kind one is, and its members in memory."""
