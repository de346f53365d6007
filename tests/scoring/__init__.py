"""Sums up the tree, ranks, extras."""
