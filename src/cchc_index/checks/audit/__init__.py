"""A published table held against itself and against what was reported: only intervals, and no file is read here."""
