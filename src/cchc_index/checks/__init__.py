"""Held against what is known: published tables, self-tests. Nothing here changes a result."""
