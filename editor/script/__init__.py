"""JavaScript and TypeScript as text: what a script says, read without running it."""
