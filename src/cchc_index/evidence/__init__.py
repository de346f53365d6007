"""Raw records to reported values: what an office's own data say of a leaf. Nothing here scores or knows cycles."""
