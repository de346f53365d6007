"""Files, frames and rows, from cell to answer."""
