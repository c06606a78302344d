"""The archive's file: its connections, its schema and its settings."""
