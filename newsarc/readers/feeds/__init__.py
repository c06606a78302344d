"""Feeds: an article an entry."""
