"""The library against an independent scorer."""
