"""Everything that a query finds, with whole texts, in files; and a manifest that says how."""
