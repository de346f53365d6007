"""YAML and what has its shape: texts, trees with places, and the way into classes. No file is opened here."""
