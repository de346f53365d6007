"""Word documents of results: read back, held against the figures, and made from templates of others."""
