"""Answers to surveys, one row an answer, into figures for each unit. Nothing of a respondent leaves these modules."""
