"""What stands in a workbook and what is odd about it."""
