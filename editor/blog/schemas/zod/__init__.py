"""Zod's schemas read from their text: which values each takes in."""
