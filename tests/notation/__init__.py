"""Trees, texts and dicts in the shape of YAML."""
