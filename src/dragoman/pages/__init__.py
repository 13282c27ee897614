"""Bytes to Article: web pages, feed bodies and text dumps with their site furniture cut away.

Start with ``read_page`` for one page at hand, or ``iter_pages`` and ``to_article`` for paths.
"""

from dragoman.pages.article import Article, Block, BlockKind, Cut, Dateline, Published
from dragoman.pages.reading import read_page, to_article
from dragoman.pages.sources import RawPage, Refusal, iter_pages

__all__ = [
    "Article",
    "Block",
    "BlockKind",
    "Cut",
    "Dateline",
    "Published",
    "RawPage",
    "Refusal",
    "iter_pages",
    "read_page",
    "to_article",
]
