"""How points are given: what a rule is, what it sees, one family a file. No set and no file is known here."""
