"""Reads files into criteria sets, registers, assessments and cycles. Nothing else in the library opens a file."""
