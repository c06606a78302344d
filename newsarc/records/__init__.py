"""All that flows through newsarc: frozen values that check themselves and know nothing else.

A `Document` is what a file claims, in its own words (`records.read`); an `Article` is what
the archive asserts (`records.kept`). The two are never mixed, and who only searches does
not load the first.
"""
