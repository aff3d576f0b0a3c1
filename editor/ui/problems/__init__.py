"""The list of what is to be looked at before publishing."""
