"""Checking an archive's file: its structure, its articles, and the words of its index."""
