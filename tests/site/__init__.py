"""The documentation: what its pages hold, and the site that is built of them."""
