"""Criteria files: marked tree, structure, set, schema. No table comes in."""
