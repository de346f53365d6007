"""A decision's annex into a draft of a set: what is certain is filled in, the rest is marked and never guessed."""
