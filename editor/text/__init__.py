"""Strings in, strings out: what a writer does to text."""
