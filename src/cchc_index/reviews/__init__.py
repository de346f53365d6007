"""Reports for a council: what changed between stages, what is missing, what is contested."""
