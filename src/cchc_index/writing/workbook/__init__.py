"""A result as a workbook that can be checked by hand: live formulas, with the library's figures as their results."""
