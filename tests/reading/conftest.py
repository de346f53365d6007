"""Thirty forms, sound and to be changed."""

from tests.thirty_forms import folder, sound  # noqa: F401  # fixtures
