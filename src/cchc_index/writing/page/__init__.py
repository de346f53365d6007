"""Pages that stand alone: one file of HTML with its style, its script and its data, which asks for nothing outside."""
