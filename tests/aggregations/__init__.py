"""How the parts of a node are combined."""
