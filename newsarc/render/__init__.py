"""From records to lines of text, JSON or CSV. Nothing here prints.

Texts of an archive are foreign: what could steer a terminal leaves as a blank or, in
JSON, as an escape.
"""
