"""The preview pane: the article's page as the blog will show it."""
