"""Forces told without their state: "the security forces killed nine rebels near Kismayo", "said that the armed forces …".

They are those of the official or government that tells of them in the sentence, else of the one country in which the
sentence says that it happened.
"""

from __future__ import annotations

from dragoman.knowledge.lookup import KnowledgeBase
from dragoman.mentions.governments import SIDE_RULE, government
from dragoman.mentions.mention import Mention, MentionKind
from dragoman.mentions.offices import mention_of
from dragoman.mentions.phrases import Phrase, Sight, is_of_something
from dragoman.mentions.story import head_of, stands_as_subject

_BANDS = frozenset({"forces", "troops"})
_OF_STATES = frozenset({"security", "armed", "military", "government"})
_THE = frozenset({"the", "our", "its", "their"})
_TELLING = frozenset("say report announce state claim confirm declare tell add note".split())
_WHERE = frozenset({"in", "near", "outside", "at", "around"})


def read_forces(
    sight: Sight, index: int, source: str, before: list[Mention], kb: KnowledgeBase
) -> Mention | None:
    """The state whose forces are told of at token ``index`` without its name."""
    if sight.word(index) not in _BANDS or sight.word(index - 1) not in _OF_STATES or index == 0:
        return None
    first = index - 1 - (index > 1 and sight.word(index - 2) in _THE)
    token = sight.sentence.tokens[first - 1] if first > 0 else None
    described = token is not None and (token.pos in {"ADJ", "PROPN"} or token.tag == "POS")
    if described or is_of_something(sight, index):
        return None  # "Kurdish security forces", "the armed forces of P"
    country = _teller(sight, index, before) or _land(sight, source, kb)
    if country is None:
        return None
    state = government(kb, country, sight.span(first, index + 1))
    return mention_of(sight, first, index + 1, (state,), SIDE_RULE)


def _teller(sight: Sight, index: int, before: list[Mention]) -> str | None:
    """The country of whoever tells what the forces did."""
    tokens = sight.sentence.tokens
    above, node = set(), tokens[index].head
    while node >= 0:
        if tokens[node].lemma.lower() in _TELLING:
            above.add(node)
        node = tokens[node].head
    for mention in before:
        if mention.last <= index and stands_as_subject(sight, mention) and len(mention.actors) == 1:
            actor = mention.actors[0]
            if tokens[head_of(sight, mention)].head in above and actor.kind is not MentionKind.ARMED_GROUP:
                return actor.country
    return None


def _land(sight: Sight, source: str, kb: KnowledgeBase) -> str | None:
    """The one country in which the sentence says that something happened."""
    lands: set[str] = set()
    for phrase in sight.of("country", "LOC"):
        if _is_where(sight, phrase):
            name = sight.text(phrase.first, phrase.last, source)
            country, place = kb.find_country(name), kb.resolve_place(name)
            land = country.iso3 if country is not None else place.country if place is not None else None
            lands |= {land} if land is not None else set()
    return lands.pop() if len(lands) == 1 else None


def _is_where(sight: Sight, phrase: Phrase) -> bool:
    """Whether a name tells where: "in Dilling, South Kordofan, P", "to Dilling, P"; not "in answer to P", "…, P said"."""
    tokens, at = sight.sentence.tokens, phrase.first - 1
    behind_comma = sight.word(at) == ","
    if behind_comma and tokens[phrase.last - 1].dep.startswith("nsubj"):
        return False
    at -= sight.word(at) == "the"
    while at >= 0 and (tokens[at].text == "," or tokens[at].pos == "PROPN"):
        at -= 1
    return sight.word(at) in _WHERE or (behind_comma and sight.ending(phrase.first - 1, "LOC") is not None)
