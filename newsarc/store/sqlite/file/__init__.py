"""The file and its connections: how it is opened, laid out and told what it remembers."""
