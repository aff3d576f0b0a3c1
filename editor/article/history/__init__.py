"""Earlier versions of each article, kept outside the blog, for this user alone."""
