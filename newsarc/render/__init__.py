"""From records to lines of text, JSON or CSV. Nothing here prints.

Texts of an archive are foreign. Characters that could steer a terminal become blanks or, in JSON,
escapes.
"""
