"""Text, JSON, CSV and whole files."""
