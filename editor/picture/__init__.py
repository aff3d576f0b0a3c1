"""A picture as bytes: what it is, what it tells of its maker, and how it becomes fit for a page."""
