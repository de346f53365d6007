"""Any source into a grid of cells: text, place and what is odd about each. What a cell is for is not known here."""
