"""What comes in, and what of it is refused."""
