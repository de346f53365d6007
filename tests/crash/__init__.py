"""Killing the commands that write. Nothing else is tested here."""
