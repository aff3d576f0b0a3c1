"""All that knows Qt."""
