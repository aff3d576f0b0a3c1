"""What is wrong with an article, before its blog is built."""
