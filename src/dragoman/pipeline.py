"""read(article, kb): an article to coded engagements, the project's one path in a dozen lines."""
