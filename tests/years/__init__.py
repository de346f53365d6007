"""Years side by side."""
