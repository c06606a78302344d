"""From the keys of a record to the claims of a document."""
