"""A folder of files to results."""
