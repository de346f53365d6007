"""Files, frames and rows into sets, registers and assessments. No rule is applied and nothing is written here."""
