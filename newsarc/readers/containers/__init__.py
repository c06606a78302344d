"""Containers: files that hold others. `entries` of each module yields their members."""
