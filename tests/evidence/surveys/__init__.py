"""Surveys: from one row an answer to figures, and nothing of a respondent in any output."""
