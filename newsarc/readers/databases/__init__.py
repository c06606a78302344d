"""Readers of what press databases export: many articles a file, each with its labels."""
