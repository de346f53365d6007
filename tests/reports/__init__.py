"""What a year's report says is computed from results, years and evidence."""
