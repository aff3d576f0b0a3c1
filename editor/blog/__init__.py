"""A folder of articles: which blog it is, what is in it, where its images are."""
