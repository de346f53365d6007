"""Evidence: raw records counted into the figures that leaves read. One folder or module for each kind of records."""
