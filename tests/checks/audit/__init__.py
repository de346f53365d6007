"""Tests of the audit's parts: spans, sums, ranks, classes, years."""
