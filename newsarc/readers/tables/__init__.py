"""Tables: CSV, TSV and Parquet, one article a row."""
