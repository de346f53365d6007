"""Figures, reasons and warnings."""
