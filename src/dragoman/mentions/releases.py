"""Releases: whose page it is by the form of release that its headline says it is.

"Readout of President A's Call with B" is put out by A's government, "Remarks by Minister C" by C's, a paper by that of
who signs it; a press secretary's briefing that is held aboard Air Force One by that of the United States. There
"the President" and "we" need no country.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from dragoman.mentions.mention import Actor
from dragoman.mentions.people import PersonRead
from dragoman.pages.article import Article

# What stands in a headline before the official whose words or deeds the release gives.
_FORM = re.compile(
    r"""(?ix) (?: excerpts\ (?:from|of)\ )? (?: readout | statement | remarks | speech | address
    | press\ (?:statement|conference|briefing) )
    (?: \ as\ prepared\ for\ delivery )? (?: \ (?:by|of|from) )? (?: \ the )? \s*"""
)
# Those of a head of state's or government's spokespeople, who name neither state nor office in full.
_SPOKEN_FOR = re.compile(
    r"""(?x) (?: Press\ (?:Briefing|Gaggle|Conference) | (?:Background|On-the-Record)\ Press\ (?:Call|Briefing|Gaggle)
    | (?:Readout|Statement|Remarks)\ (?:by|from|of)\ (?:the\ )? (?:[\w’']+\ ){0,4}? (?:Press\ Secretary|Spokesperson) )\b"""
)
# Where its government speaks, not what it speaks of: many a visitor names the White House.
_WASHINGTON = re.compile(
    r"\b(?:(?:Aboard|aboard|ABOARD) Air Force (?:One|Two)|Brady Press Briefing Room|SENIOR ADMINISTRATION OFFICIAL"
    r"|NSC Spokesperson)\b|^(?:The |THE )?(?:White House|WHITE HOUSE),?$",
    re.MULTILINE,
)
_OPENING = 1500  # characters in which such a page names its house


def releasing_country(
    article: Article, actors: Mapping[PersonRead, Actor], signatory: Actor | None
) -> str | None:
    """The country whose government puts a page out, by its headline or who signs it; ``None`` if they do not say."""
    headline = article.headline or ""
    for read, actor in actors.items():
        start = read.title.span.start if read.title is not None else read.name_span.start
        if read.sentence == 0 and start < len(headline) and _FORM.fullmatch(article.text, 0, start):
            return None if actor.serves_body else actor.country or _of_washington(article)
    if _SPOKEN_FOR.match(headline) and (told := _of_washington(article)) is not None:
        return told
    return signatory.country if signatory is not None else None


def _of_washington(article: Article) -> str | None:
    return "USA" if _WASHINGTON.search(article.text, 0, _OPENING) else None
