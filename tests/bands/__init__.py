"""Classes: cut-offs and who reaches them."""
