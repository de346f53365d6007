"""Tests of the reports for a council."""
