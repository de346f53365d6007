"""Word documents of results: the decision's annex and the yearly review, from templates that may be replaced."""
