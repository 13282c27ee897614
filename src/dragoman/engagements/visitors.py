"""Visitors: who is called visiting is on a visit ("held talks with the visiting Dutch premier").

The country is that of whoever is told to deal with the visitor in the same sentence.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.citation import hull
from dragoman.engagements.candidates import Candidate, Part
from dragoman.engagements.clauses import noun_clause
from dragoman.engagements.engagement import CONTACTS, Kind, Role
from dragoman.engagements.invitations import home_of
from dragoman.engagements.roles import actors_in, is_official, is_person
from dragoman.engagements.tree import Tree
from dragoman.engagements.utterances import is_discussion
from dragoman.mentions.finding import Mentions

# How much the word alone proves.
_WEIGHT = 0.6


def find_visitors(tree: Tree, found: Sequence[Candidate]) -> Iterator[Candidate]:
    """Visits of those whom a contact of the sentence calls visiting."""
    if all(token.text.lower() != "visiting" for token in tree.sentence.tokens):
        return
    for contact in found:
        if contact.kind not in CONTACTS and not is_discussion(contact):
            continue
        guests = [part for part in contact.parts if is_official(part.actor) and _is_visiting(tree, part)]
        hosts = [
            part for part in contact.parts if part.actor.country is not None and not _is_visiting(tree, part)
        ]
        countries = {part.actor.country for part in hosts} - {part.actor.country for part in guests}
        if len(guests) == 1 and is_person(guests[0].actor) and len(countries) == 1:
            host = next(part for part in hosts if part.actor.country in countries)
            yield _visit(tree, guests[0], host)
            return


_HOSTING = frozenset({"host", "welcome", "receive", "greet"})
_GUESTS = ("by", "of", "from", "poss")


def read_hosted(tree: Tree, candidate: Candidate, mentions: Mentions) -> None:
    """Of "A will host a visit by B" A is the host, and the visit goes to A's country."""
    clause, tokens = candidate.clause, tree.sentence.tokens
    if not clause.noun or clause.light is None or tokens[clause.light].lemma.lower() not in _HOSTING:
        return
    guests = {
        a.key for a, _ in actors_in(mentions, tree, [t for s in _GUESTS for t in clause.slots.get(s, ())])
    }
    hosts = [part for part in candidate.of(Role.ACTOR) if part.actor.key not in guests]
    if not guests or not hosts or hosts[0].actor.country is None:
        return
    coming = [part for part in candidate.parts if part not in hosts]
    candidate.parts = [*coming, *(Part(Role.RECIPIENT, part.actor, part.mention) for part in hosts)]
    candidate.goals = candidate.goals or [home_of(hosts[0])]


def _is_visiting(tree: Tree, part: Part) -> bool:
    """Whether "visiting" stands in the words for somebody, or right before them."""
    words = tree.sentence.tokens[max(part.mention.first - 1, 0) : part.mention.last]
    return part.mention.sentence == tree.sentence.index and any(
        word.text.lower() == "visiting" for word in words
    )


def _visit(tree: Tree, guest: Part, host: Part) -> Candidate:
    candidate = Candidate(
        Kind.VISIT,
        None,
        "setting:visiting",
        tree.sentence.index,
        guest.mention.span,
        hull([guest.mention.span, host.mention.span]),
        noun_clause(tree, guest.mention.last - 1, frozenset()),
        tree,
        _WEIGHT,
        [Part(Role.ACTOR, guest.actor, guest.mention)],
    )
    candidate.goals = [home_of(host)]
    candidate.stage = "begun"
    return candidate
