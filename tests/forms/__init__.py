"""Forms: made by the library, filled in by a program, sent back, and merged."""
