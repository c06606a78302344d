"""Articles and documents in the database: packed, read and looked up."""
