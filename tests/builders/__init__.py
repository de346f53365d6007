"""The contract of builders of evidence."""
