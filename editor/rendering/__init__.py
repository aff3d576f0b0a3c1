"""Markdown to the HTML that the blog makes of it."""
