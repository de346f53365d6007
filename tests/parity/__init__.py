"""Published indices made anew from what they were made of. Nothing else is tested here."""
