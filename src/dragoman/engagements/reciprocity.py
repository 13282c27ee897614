"""Exchanges of fire told in one breath: "an attack by A and subsequent B airstrikes in P".

Each side's target is then the other, unless the text names one; a strike in a place hits that place's country.
"""

from __future__ import annotations

from dragoman.engagements.candidates import Candidate, Part
from dragoman.engagements.engagement import Kind, Role
from dragoman.engagements.roles import actors_in, is_official
from dragoman.mentions.finding import Mentions
from dragoman.mentions.mention import Actor, Mention, MentionKind


def complete_exchanges(found: list[Candidate], mentions: Mentions) -> None:
    """Give attacks of one sentence that lack a target the opponent the sentence itself names; drop those without any."""
    attacks = [candidate for candidate in found if candidate.kind is Kind.ATTACK]
    for attack in attacks:
        if attack.of(Role.RECIPIENT) or len({part.side for part in attack.of(Role.PARTICIPANT)}) > 1:
            continue  # told, or each the other's
        target = _place_hit(attack, mentions) or _opponent(attack, attacks) or _who_reports(attack, mentions)
        if target is not None:
            attack.parts.append(target)
            attack.weight *= 0.8
            attack.reason = "target read from the place or from the other side of the exchange"
    whole = [c for c in attacks if len(c.sides) >= 2 or not c.of(Role.ACTOR)]
    outcomes = [c for c in whole if _is_outcome(c) and any(o is not c and not _is_outcome(o) for o in whole)]
    kept = [c for c in whole if not any(c is outcome for outcome in outcomes)]
    found[:] = [c for c in found if c.kind is not Kind.ATTACK or any(c is other for other in kept)]


_OUTCOMES = frozenset({"kill", "wound", "injure", "damage", "destroy"})


def _is_outcome(attack: Candidate) -> bool:
    """ "bombed the embassy, killing seven": what the attack led to is no further one."""
    token = attack.tree.sentence.tokens[attack.clause.head]
    return token.lemma.lower() in _OUTCOMES and token.tag == "VBG" and token.dep == "advcl"


def _place_hit(attack: Candidate, mentions: Mentions) -> Part | None:
    acting = {part.side for part in attack.of(Role.ACTOR)}
    for slot in ("in", "on", "at", "across", "near"):
        for token in (*attack.clause.slots.get(slot, ()), *attack.clause.slots.get(f"~{slot}", ())):
            place = mentions.place_at(attack.sentence, token)
            if place is not None and place.country is not None and place.country not in acting:
                actor = Actor(
                    MentionKind.GOVERNMENT, place.name, None, f"ctry:{place.country}", place.country, None,
                    named_at=(place.span,), country_at=(place.span,), confidence=0.7,
                )  # fmt: skip
                mention = Mention(attack.sentence, place.first, place.last, place.span, (actor,), "place hit")
                return Part(Role.RECIPIENT, actor, mention)
    return None


def _who_reports(attack: Candidate, mentions: Mentions) -> Part | None:
    """ "P's army said soldiers of Q had opened fire": on those who say so."""
    tree, acting = attack.tree, {part.side for part in attack.of(Role.ACTOR)}
    if attack.clause.lemma not in _FIRING:
        return None
    for node in tree.ancestors(attack.clause.carrier):
        if tree.sentence.tokens[node].lemma.lower() in _REPORTING:
            for actor, mention in actors_in(mentions, tree, tree.of(node, "nsubj")):
                if is_official(actor) and actor.country is not None and actor.country not in acting:
                    return Part(Role.RECIPIENT, actor, mention)
    return None


# With these somebody is hit even where the words do not say who.
_FIRING = frozenset(
    "fire shoot shell bomb bombard attack strike raid assault ambush storm invade pound kill wound injure hit".split()
)
_REPORTING = frozenset("say report state claim announce allege add tell declare insist confirm".split())


def _opponent(attack: Candidate, attacks: list[Candidate]) -> Part | None:
    acting = {part.side for part in attack.of(Role.ACTOR)}
    for other in attacks:
        if other is attack:
            continue
        opponents = [part for part in other.of(Role.ACTOR) if part.side not in acting]
        if opponents:
            return Part(Role.RECIPIENT, opponents[0].actor, opponents[0].mention)
    return None
