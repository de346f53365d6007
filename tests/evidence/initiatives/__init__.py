"""Initiatives: their register, contests, commendations."""
