"""What comes in, settled into columns of answers."""
