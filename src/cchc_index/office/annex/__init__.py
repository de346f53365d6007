"""A decision's annex into a draft of a set: what is certain is filled in, everything else is marked and never guessed."""
