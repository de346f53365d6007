"""Audits and self-tests."""
