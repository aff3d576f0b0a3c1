"""The form of the front matter, and its text."""
