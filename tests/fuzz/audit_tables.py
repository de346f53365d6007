"""Random published tables: correct ones, printed at 0 to 4 decimals, and the same with one misprint beyond rounding."""

from __future__ import annotations
