"""Points, index, rank and band, and why: what writers read. Nothing is scored here."""
