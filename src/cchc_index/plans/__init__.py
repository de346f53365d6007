"""What would lift a unit to a better band: found by bounds, checked by scoring anew."""
