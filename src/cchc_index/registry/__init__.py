"""Who delivers names, and calls into plugins. No criteria file is read here."""
