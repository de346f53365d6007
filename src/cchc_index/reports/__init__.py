"""The facts of a year's report, computed from results, years and evidence: no words, no layout, nothing assumed."""
