"""Articles as rows: written, read and looked up."""
