"""Years side by side: two cycles, two editions of a set, many years; nothing here reads files or writes them."""
