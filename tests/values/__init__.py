"""Exact numbers, units and other values."""
