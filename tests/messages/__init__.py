"""The expected reports of faulty files, and the catalogue they come from."""
