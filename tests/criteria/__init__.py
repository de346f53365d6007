"""The tree of a criteria set, and what must hold in it."""
