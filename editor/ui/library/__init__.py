"""The articles of the folder."""
