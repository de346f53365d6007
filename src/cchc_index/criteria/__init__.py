"""The tree of a set with its rules bound, and its checks. YAML stays outside."""
