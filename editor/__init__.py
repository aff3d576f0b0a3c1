"""Article Editor: write a static blog's articles and see what the blog will show."""

__version__ = "0.1.0"
