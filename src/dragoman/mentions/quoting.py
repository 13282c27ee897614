"""Quoting: whose words stand in quotation marks, for "we" and "I" and for what is said there in plain statements.

"We regret this," minister X wrote: X. A sentence that is quoted whole goes on with who spoke before it, unless the
sentence that ends its paragraph's quotation names the speaker.
"""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.mentions.mention import Actor, Mention
from dragoman.mentions.phrases import Sight

_MARKS = '"“”'
OPENING_MARKS = frozenset({'"', "“", "``"})
"""What opens a quotation."""
_REPORTING = frozenset(
    "say tell add write announce state declare post tweet reply warn insist note stress continue remark explain "
    "argue respond conclude ask complain claim comment".split()
)


PRIVATE = frozenset(
    "coach striker goalkeeper defender player athlete fan trader analyst economist professor lecturer author "
    "curator resident tourist farmer shopkeeper driver student teacher doctor lawyer".split()
)
"""Nouns for those who speak for no government, whatever country stands before them: "the P coach"."""


def is_strangers(sight: Sight, mentions: Sequence[Mention]) -> bool:
    """Whether the sentence says that somebody speaks of whom nothing is known ("said His Majesty", "the P coach said")."""
    tokens = sight.sentence.tokens
    known = {index for mention in mentions for index in range(mention.first, mention.last)}
    return any(
        token.dep == "nsubj"
        and (token.pos == "PROPN" or token.lemma.lower() in PRIVATE)
        and token.head >= 0
        and tokens[token.head].lemma.lower() in _REPORTING
        and index not in known
        for index, token in enumerate(tokens)
    )


FIRMS = frozenset(
    "firm company corporation conglomerate airline manufacturer startup maker miner refiner shipbuilder producer carrier "
    "club university newspaper broadcaster".split()
)
"""Nouns for those who do business on their own account, whatever country stands before them."""
_SPEAKING_FOR_THEMSELVES = (
    PRIVATE | FIRMS | frozenset("bank group union chain retailer carmaker operator".split())
)


def is_strangers_own(sight: Sight, index: int, mentions: Sequence[Mention]) -> bool:
    """Whether "it" is who says so, and nobody known: "the airline said it regretted the dispute"."""
    tokens = sight.sentence.tokens
    verb = tokens[index].head
    if verb < 0 or tokens[verb].dep != "ccomp" or tokens[tokens[verb].head].lemma.lower() not in _REPORTING:
        return False
    known = {place for mention in mentions for place in range(mention.first, mention.last)}
    return any(
        token.dep == "nsubj"
        and token.head == tokens[verb].head
        and place not in known
        and token.lemma.lower() in _SPEAKING_FOR_THEMSELVES
        for place, token in enumerate(tokens)
    )


def is_quoted(source: str, position: int) -> bool:
    """Whether a position stands inside quotation marks that were opened in its paragraph."""
    start = source.rfind("\n", 0, position) + 1
    paragraph = source[start:position]
    return sum(paragraph.count(mark) for mark in _MARKS) % 2 == 1


def reporters_ahead(
    source: str, sights: Sequence[Sight], direct: Sequence[Sequence[Mention]]
) -> dict[int, tuple[Actor, ...]]:
    """Whose words the sentences are that a quotation goes through before the one that says who speaks."""
    found: dict[int, tuple[Actor, ...]] = {}
    waiting: list[int] = []
    for sight, mentions in zip(sights, direct, strict=True):
        span = sight.sentence.span
        inside = is_quoted(source, span.start)
        if not inside:
            waiting = []
        speaking = reporter(sight, mentions)
        if speaking and inside:
            found.update(dict.fromkeys(waiting, speaking))
        opened = inside or source[span.start : span.start + 1] in OPENING_MARKS
        if speaking or not opened or not is_quoted(source, span.end):
            waiting = []
        else:
            waiting.append(sight.sentence.index)
    return found


def reporter(sight: Sight, mentions: Sequence[Mention]) -> tuple[Actor, ...]:
    """Who a sentence says speaks: the subject of its verb of reporting, the outermost first."""
    tokens = sight.sentence.tokens
    verbs = [i for i, token in enumerate(tokens) if token.pos == "VERB" and token.lemma.lower() in _REPORTING]
    for verb in sorted(verbs, key=lambda i: (tokens[i].dep != "root", i)):
        subjects = {i for i, token in enumerate(tokens) if token.head == verb and token.dep == "nsubj"}
        for mention in mentions:
            if subjects & set(range(mention.first, mention.last)):
                return mention.actors
    return ()
