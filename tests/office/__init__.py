"""Workbooks that the library writes: forms, worksheets, a new cycle's folder."""
