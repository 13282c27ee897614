"""Leads: what an article is about: what its headline and first sentences tell, and what several say together."""

from __future__ import annotations

from itertools import islice

from dragoman.engagements.candidates import Candidate
from dragoman.engagements.engagement import Kind, Role
from dragoman.language.document import Document
from dragoman.mentions.joint import hands_over
from dragoman.mentions.mention import Actor
from dragoman.pages.article import BlockKind

# An engagement told in the headline or in this many first sentences of the body is what the article is about.
_LEAD_SENTENCES = 3
_MOST = 2 / 3
"""The share of a text's issuers who have to say a thing for it to be what the text is put out for."""
# What a joint text says to others is what it is put out for, wherever it stands in it.
_WORDS = frozenset({Kind.DEMAND, Kind.ACCUSATION, Kind.THREAT, Kind.SANCTION})


def lead_sentences(doc: Document) -> frozenset[int]:
    """The sentences of the headline and the first ones of the body that tell something."""
    source, dateline = doc.article.text, doc.article.dateline
    headlines = [s.index for s in doc.sentences if s.block is BlockKind.HEADLINE]
    told = (
        s.index
        for s in doc.sentences
        if s.block not in {BlockKind.HEADLINE, BlockKind.CAPTION}
        and not (dateline is not None and dateline.span.covers(s.span))
        and not hands_over(s.span.of(source))
    )
    return frozenset([*headlines, *islice(told, _LEAD_SENTENCES)])


def is_joint_word(candidate: Candidate, issuers: tuple[Actor, ...]) -> bool:
    """Whether most of several issuers of a text together demand something of others in it, charge or threaten them."""
    if candidate.kind not in _WORDS or len(issuers) < 2:
        return False
    acting = {actor.country or actor.key for actor in (part.actor for part in candidate.of(Role.ACTOR))}
    own = {actor.country or actor.key for actor in issuers}
    return len(own & acting) >= _MOST * len(own)
