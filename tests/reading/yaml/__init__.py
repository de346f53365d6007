"""Criteria files and their schema."""
