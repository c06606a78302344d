"""JSON: lines, arrays and objects of articles."""
