"""Tests of the pages that stand alone: what is in them, and what a browser makes of it."""
