"""Echoes: acts told only by being like one told before ("Kuwait did the same", "Latvia followed suit")."""

from __future__ import annotations

from dragoman.engagements.candidates import Candidate
from dragoman.engagements.engagement import Kind, Role
from dragoman.engagements.opposites import give

ECHO = "echo"
"""The mode of what repeats an act told before it."""
MIRROR = "mirror"
"""The mode of what answers an act told before it with the same ("Havana reciprocated")."""
_ECHO_REACH = 6  # sentences
_ECHOED = frozenset({Kind.SANCTION, Kind.EXPULSION, Kind.CONCESSION, Kind.AID, Kind.ACCUSATION, Kind.OTHER})


def without_told_echoes(candidates: list[Candidate]) -> list[Candidate]:
    """The candidates without echoes of what is told beside them."""
    return [c for c in candidates if c.mode not in {ECHO, MIRROR} or not _tells_itself(c, candidates)]


def _tells_itself(candidate: Candidate, told: list[Candidate]) -> bool:
    """ "followed suit and told the envoy to depart": what is repeated is told beside it."""
    own = {part.side for part in candidate.parts}
    return any(
        c.sentence == candidate.sentence
        and c.kind in _ECHOED
        and c.mode not in {ECHO, MIRROR}
        and own & {part.side for part in c.of(Role.ACTOR)}
        for c in told
    )


def echoes(candidate: Candidate, before: list[Candidate]) -> bool:
    """Give "Kuwait did the same" the kind and the target of the last act by others, of several the one told first."""
    own = {part.side for part in candidate.parts}
    fitting = [
        c
        for c in before
        if c.kind in _ECHOED
        and candidate.sentence - c.sentence <= _ECHO_REACH
        and not c.historical
        and c.of(Role.ACTOR)
        and not own & {part.side for part in c.of(Role.ACTOR)}
        and any(part.side not in own for part in c.of(Role.RECIPIENT))
    ]
    # What is done goes before what is said about it.
    fitting = [c for c in fitting if c.kind is not Kind.ACCUSATION] or fitting
    last = max((c.sentence for c in fitting), default=0)
    for earlier in fitting:
        if earlier.sentence == last:
            candidate.kind, candidate.mode = earlier.kind, earlier.mode
            aimed = [part for part in earlier.of(Role.RECIPIENT) if part.side not in own]
            return give(candidate, aimed, Role.RECIPIENT)
    return False


def mirrors(candidate: Candidate, before: list[Candidate]) -> bool:
    """Give "Havana reciprocated" the kind of what was last done to its side, aimed at who did it."""
    own = {part.side for part in candidate.parts}
    for earlier in reversed(before):
        if candidate.sentence - earlier.sentence > _ECHO_REACH:
            return False
        suffered = own & {part.side for part in earlier.of(Role.RECIPIENT)}
        doers = [part for part in earlier.of(Role.ACTOR) if part.side not in own]
        if earlier.kind in _MIRRORED and suffered and doers and not earlier.historical:
            candidate.kind, candidate.mode = earlier.kind, earlier.mode
            return give(candidate, doers, Role.RECIPIENT)
    return False


_MIRRORED = frozenset({Kind.SANCTION, Kind.EXPULSION})
