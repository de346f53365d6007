"""Forms, worksheets of criteria, a new cycle's folder: what offices fill in. Results are written in `writing`."""
