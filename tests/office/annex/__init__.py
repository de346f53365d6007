"""Annexes of decisions into drafts."""
