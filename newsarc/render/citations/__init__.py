"""Citations of newspaper articles, for bibliographies and for footnotes.

`styles` has the table of all styles, and a module for each of them.
"""
