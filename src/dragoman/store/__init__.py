"""The archive: articles, what each reports, and the records merged from it, in SQLite or PostgreSQL.

``archive.Archive`` is the only door; ``query.Query`` says what is looked for.
"""
