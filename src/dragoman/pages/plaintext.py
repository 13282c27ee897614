"""A text dump with site furniture to a Draft.

>>> draft = read_dump("HomeWorldTalks open in Oslo today\\n\\nTalks open in Oslo today\\n\\n"
...                   "Oslo, 2 April 2024 (XYZ): The ministers of Ruritania and Freedonia met on Monday.\\n\\n"
...                   "Also Read: Minister visits Albania")
>>> draft.headline, [cut.reason for cut in draft.cut]
('Talks open in Oslo today', ['breadcrumb', 'teaser'])
"""

from __future__ import annotations

from dragoman.pages.draft import Draft
from dragoman.pages.lines import split_lines
from dragoman.pages.sorting import sort_lines


def read_dump(text: str, *, headline: str | None = None) -> Draft:
    """The draft of a text dump; ``headline`` if it is known from elsewhere."""
    return sort_lines(split_lines(text), headline=headline, has_markup=False)
