"""Writes results: tables for a terminal, CSV, JSON. It knows scorecard nodes and no rule."""
