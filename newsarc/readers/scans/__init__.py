"""Scanned newspapers: METS and ALTO."""
