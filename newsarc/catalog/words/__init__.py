"""The words that the rules of the catalogue look for, by language."""
