"""Belonging: the state or organisation an office belongs to, and which office a title names.

"French" beside "foreign minister" is France; "foreign minister" is the role ``foreign-minister``.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from dragoman.citation import Span
from dragoman.knowledge.entity import OrgKind
from dragoman.knowledge.lookup import KnowledgeBase
from dragoman.mentions.mention import TitleRead
from dragoman.mentions.phrases import Sight


@dataclass(frozen=True, slots=True)
class Belonging:
    """The state or organisation an office or person belongs to, and where that is read."""

    country: str | None
    org_id: str | None
    span: Span


def belonging_of(text: str, span: Span, kb: KnowledgeBase) -> Belonging | None:
    """The state or organisation that ``text`` names as the one an office belongs to."""
    country = kb.find_country(text)
    if country is not None:
        return Belonging(country.iso3, None, span)
    nations = kb.demonym_countries(text)
    if len(nations) == 1:
        return Belonging(nations[0].iso3, None, span)
    organization = kb.find_organization(text)
    if organization is not None:
        armed = organization.kind is OrgKind.ARMED_GROUP  # whose leaders act for it, not for the state
        return Belonging(None if armed else organization.country, organization.org_id, span)
    metonym = kb.metonym_country(text)
    return Belonging(metonym.iso3, None, span) if metonym is not None else None


def read_title(
    sight: Sight, first: int, last: int, source: str, kb: KnowledgeBase, qualifier: str | None
) -> TitleRead:
    """The office in tokens ``first`` to ``last``, with its normalised role where the tables know it."""
    span = sight.span(first, last)
    text = " ".join(sight.text(first, last, source).split())
    known = kb.find_office_title(text)
    if known is None:
        return TitleRead(text, None, span, qualifier)
    return TitleRead(text, known.role, span, qualifier or known.qualifier)


_RANKS = frozenset({"deputy", "vice", "assistant", "junior"})


def with_rank(sight: Sight, first: int, title: TitleRead, kb: KnowledgeBase) -> TitleRead:
    """The office under a rank told before whose it is: "the deputy Russian foreign minister" is not the minister."""
    rank = sight.word(first - 1)
    if rank not in _RANKS:
        return title
    text = f"{rank} {title.text}"
    known = kb.find_office_title(text)
    return replace(title, text=text, role=known.role if known is not None else None)
