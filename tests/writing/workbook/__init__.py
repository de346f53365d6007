"""The workbook of a result: what it says, and that a spreadsheet that computes it anew finds the same."""
