"""The worksheet of a criteria set: how one is written, read, and told of in its own words."""
