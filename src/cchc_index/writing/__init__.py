"""Results as text, CSV and JSON, and files written whole. No rule and no value is judged here."""
