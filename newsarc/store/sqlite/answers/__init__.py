"""From a plan to what was asked for: hits, pages, counts."""
