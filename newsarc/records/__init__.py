"""The values that pass between the parts of newsarc. All are frozen.

A `Document` (in `records.read`) is what a file says, in the file's own words. An `Article` (in
`records.kept`) is what the archive has made of it. They are separate modules because a search
needs only the second.
"""
