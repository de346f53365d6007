"""Values that know nothing of sets: exact numbers, texts, areas, units, statuses. No rule and no file comes in."""
