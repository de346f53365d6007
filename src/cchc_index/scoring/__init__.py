"""The whole method: leaves, sums, ranks, in one sitting. No file, no text and no float comes in."""
