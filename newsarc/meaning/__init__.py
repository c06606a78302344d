"""What a query means, on any engine: what its words stand for, and whether an article says it."""
