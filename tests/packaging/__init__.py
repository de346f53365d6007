"""What is built, and what it does in a fresh environment."""
