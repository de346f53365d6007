"""Plans for a better band."""
