"""What a builder of evidence is: the contract that built-in builders and those of plugins keep."""
