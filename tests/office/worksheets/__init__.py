"""Worksheets of criteria sets, both ways."""
