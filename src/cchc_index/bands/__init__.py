"""How units are classed: what a classifier is, and thresholds. Points come in added up; nothing here adds them."""
