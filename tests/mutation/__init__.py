"""Mutants of what makes a point, a rank or a class. Nothing else is tested here."""
