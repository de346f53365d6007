"""Tests of what makes reported values of raw records."""
