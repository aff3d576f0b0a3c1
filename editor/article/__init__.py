"""One article, one file: bytes, front matter, values, dates."""
