"""Raw records counted into figures: builders run, and each kind of records."""
