"""What was reported for units and leaves at one stage. Where it was read from is known by its places alone."""
