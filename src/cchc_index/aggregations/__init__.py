"""How the parts of a node are combined: the contract of aggregations, and the built-in ones."""
