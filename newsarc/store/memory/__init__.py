"""The engine that keeps articles in memory: the contract in its plainest form."""
