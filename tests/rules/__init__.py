"""The built-in rules, a file for each family."""
