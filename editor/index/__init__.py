"""A whole blog as a database: what the list of its articles shows, and every word of them."""
