"""Fuzzing with atheris: random bytes where files are read; nothing but the library's own errors may come of it."""
