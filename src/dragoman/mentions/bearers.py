"""Bearers: which of the people told of an office without a name can mean.

"The Deputy Secretary" is the Deputy Secretary of State, and "the Deputy Foreign Minister" the one called so, though the
tables give both the same role.
"""

from __future__ import annotations

from collections.abc import Iterable

from dragoman.citation import Span
from dragoman.mentions.belonging import Belonging
from dragoman.mentions.mention import Actor, MentionKind, TitleRead
from dragoman.mentions.phrases import Phrase, Sight, halves_of

_ROLE_WORDS = {
    "diplomat": "foreign-minister",
}
# Whom nobody calls so for short: a prime minister is not "the minister".
_ABOVE = {"minister": "head-of-government", "president": "vice-president"}
_GENERIC_TITLES = frozenset(
    "minister president secretary chancellor premier king queen emir sultan ambassador envoy spokesperson "
    "diplomat prince chief leader director chairman chairperson commissioner representative pm fm eam "
    "taoiseach pope".split()
)


def fits_title(actor: Actor, title: TitleRead, belonging: Belonging | None) -> bool:
    """Whether somebody can be meant by an office told without a name."""
    if actor.kind is not MentionKind.PERSON:
        return False
    if belonging is not None and belonging.country is not None and actor.country != belonging.country:
        return False
    if belonging is not None and belonging.country is None and actor.country is not None:
        return False  # "the European Council president" is no state's
    roles = {actor.office_role, actor.title.role if actor.title else None} - {None}
    words = title.text.casefold().split()
    known = f"{actor.title.text if actor.title else ''} {actor.office_title or ''}".casefold().split()
    if title.role is not None and title.role in roles and (belonging is not None or set(words) & set(known)):
        return True
    if len(words) > 1:
        return title.text[:1].isupper() and is_called(actor, title)
    if words[0] not in _GENERIC_TITLES or _ABOVE.get(words[0]) in roles:
        return False
    role = _ROLE_WORDS.get(words[0])
    if role is not None:
        return role in roles
    return words[0] in known


def is_called(actor: Actor, title: TitleRead) -> bool:
    """Whether a title begins somebody's own as the text words it: "Deputy Secretary" that of a Deputy Secretary of State."""
    words = title.text.casefold().split()
    return actor.title is not None and actor.title.text.casefold().split()[: len(words)] == words


def is_president(actor: Actor) -> bool:
    """Whether somebody's office is called President, whoever the head of state is."""
    return (actor.office_title or (actor.title.text if actor.title else "")).casefold() == "president"


def best_titled(fitting: list[Actor], title: TitleRead) -> list[Actor]:
    """Those called by the very words; everybody that fits where nobody is, or where the words are one's own alone."""
    if len(title.text.split()) == 1:
        return fitting
    return [actor for actor in fitting if is_called(actor, title)] or fitting


def part_offices(sight: Sight, phrase: Phrase, source: str, people: Iterable[Actor]) -> list[Phrase]:
    """ "The Deputy Secretary and Foreign Minister": the offices of two people, where they are not both one's own."""
    halves = halves_of(phrase, sight.words)
    if not halves:
        return [phrase]
    titles = [TitleRead(sight.text(half.first, half.last, source), None, Span(0, 0)) for half in halves]
    called = [{actor.key for actor in people if is_called(actor, title)} for title in titles]
    return halves if all(called) and not called[0] & called[1] else [phrase]


def has_initials(actor: Actor, initials: str) -> bool:
    """Whether somebody's office is shortened so: "EAM"."""
    titles = [actor.title.text if actor.title else "", actor.office_title or ""]
    return any(
        "".join(word[0] for word in title.split() if word[0].isupper()) == initials for title in titles
    )
