"""What a blog says of its articles' front matter: collections, their fields, and how articles use them."""
