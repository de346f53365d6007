"""Which plugins there are, and calls into them."""
