"""Who parses the Markdown: one module a dialect."""
