"""Principals: whom an envoy, aide or adviser serves, and so whose country is theirs.

"Macron's envoy NAME" and "NAME, an aide to Putin" act for France and Russia; Macron and Putin themselves do not.
"""

from __future__ import annotations

from dataclasses import replace

from dragoman.mentions.mention import Actor, TitleRead
from dragoman.mentions.name_ends import KIN
from dragoman.mentions.people import PersonRead
from dragoman.mentions.phrases import POSSESSIVE, Sight

_SERVING = frozenset(
    "aide adviser advisor envoy representative assistant emissary spokesman spokeswoman spokesperson deputy counsellor "
    "secretary confidant ally chief".split()
)
_OF = frozenset({"to", "of", "for"})
_WITH = frozenset({"with", "and", "from", "by", "against", "before", "after"})
_LONGEST = 6  # tokens between a name and that of whom they serve
_SURE = 0.7


def find_principals(sight: Sight, reads: list[PersonRead], source: str) -> list[PersonRead]:
    """The people of a sentence, those who serve another of them with whom they serve."""
    return [_serving(sight, read, reads, source) for read in reads]


def _serving(sight: Sight, read: PersonRead, reads: list[PersonRead], source: str) -> PersonRead:
    for other in reads:
        if other is read or read.belonging is not None:
            continue
        if other.name_last < read.name_first and _owns(sight, other, read):
            return replace(read, serves=other.name_span)
        if read.name_last < other.first and (office := _apposed(sight, read, other)) is not None:
            span = sight.span(*office)
            title = read.title or TitleRead(" ".join(span.of(source).split()), None, span)
            last = max(read.last, other.last, office[1])
            return replace(read, title=title, serves=other.name_span, last=last)
    return read


def _owns(sight: Sight, owner: PersonRead, read: PersonRead) -> bool:
    """ "Macron's special envoy for Lebanon, NAME", "Museveni's son, General NAME": a title stands between them."""
    start = owner.name_last
    if sight.word(start) not in POSSESSIVE or read.name_first - start > _LONGEST:
        return False
    if any(sight.word(index) in _WITH for index in range(start + 1, read.name_first)):
        return False  # "Blinken's call with NATO Secretary General NAME"
    between = [sight.word(index) for index in range(start + 1, read.name_first)]
    serving = _SERVING | KIN if read.title is not None else _SERVING
    return bool(serving & set(between)) and not _has_verb(sight, start, read.name_first)


def _apposed(sight: Sight, read: PersonRead, principal: PersonRead) -> tuple[int, int] | None:
    """ "NAME, an aide to President Putin": where the office stands."""
    start, stop = read.name_last, principal.first
    if sight.word(start) == "," and stop == start + 1 and sight.word(principal.name_last) in POSSESSIVE:
        return _owned(sight, principal.name_last + 1)
    if sight.word(start) != "," or stop - start > _LONGEST or sight.word(stop - 1) not in _OF:
        return None
    first = start + 1 + (sight.word(start + 1) in {"a", "an", "the"})
    words = [sight.word(index) for index in range(first, stop - 1)]
    if not words or words[-1] not in _SERVING or "," in words or _has_verb(sight, start, stop):
        return None
    return first, stop - 1


def _owned(sight: Sight, first: int) -> tuple[int, int] | None:
    """ "NAME, Trump's special envoy,": where the office behind the possessive stands."""
    last = first
    while last - first < _LONGEST and sight.sentence.tokens[last : last + 1] and sight.word(last) != ",":
        last += 1
    serves = last > first and sight.word(last - 1) in _SERVING and sight.word(last) == ","
    return (first, last) if serves else None


def _has_verb(sight: Sight, start: int, stop: int) -> bool:
    return any(token.pos in {"VERB", "AUX"} for token in sight.sentence.tokens[start:stop])


def settle_principals(actors: dict[PersonRead, Actor]) -> dict[PersonRead, Actor]:
    """The actors, those without any country with that of whom they serve."""
    named = {read.name_span: actor for read, actor in actors.items()}
    changed: dict[Actor, Actor] = {}
    for read, actor in actors.items():
        principal = named.get(read.serves) if read.serves is not None else None
        if principal is None or principal.country is None or actor.country is not None:
            continue
        if actor.serves_body:
            continue  # who holds an office of a body serves that body
        changed[actor] = replace(
            actor,
            country=principal.country,
            country_at=(principal.named_at or actor.named_at)[:1],
            confidence=min(actor.confidence, _SURE),
            reason=f"serves {principal.label}",
        )
    return {read: changed.get(actor, actor) for read, actor in actors.items()}
