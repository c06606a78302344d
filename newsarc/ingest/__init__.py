"""Ingestion: from paths to articles in a store."""

from newsarc.ingest.api import DEFAULT_LIMIT, ingest, reindex

__all__ = ["DEFAULT_LIMIT", "ingest", "reindex"]
