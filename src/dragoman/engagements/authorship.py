"""Authorship: who did what a noun of the text tells, "Israel's recognition of P", "the decision by Canberra".

Later sentences speak of "the move" and "the recognition" without saying whose it was.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.engagements.candidates import Part
from dragoman.engagements.engagement import Role
from dragoman.engagements.roles import actors_in, is_of_a_plan, is_official
from dragoman.engagements.tree import Tree
from dragoman.mentions.finding import Mentions
from dragoman.mentions.mention import MentionKind

DEEDS = frozenset(
    "discharge burning threat sabotage poisoning manoeuvre maneuver attack strike airstrike raid bombing "
    "launch assault invasion offensive shelling killing decision move measure step expulsion ban sanction "
    "action recognition tariff announcement law resolution closure restriction deployment withdrawal "
    "incursion violation detention arrest sentence sentencing execution blockade coup annexation seizure "
    "downing destruction test drill exercise provocation aggression plan remark statement comment claim "
    "accusation allegation charge vote ruling act conduct incident escalation intervention interference "
    "crackdown veto".split()
)
"""What somebody does and others speak of by its noun alone."""


@dataclass(frozen=True, slots=True)
class Authored:
    """A deed that a sentence names together with who did it."""

    sentence: int
    lemma: str
    parts: tuple[Part, ...]


def find_authored(tree: Tree, mentions: Mentions) -> Iterator[Authored]:
    """The deeds of one sentence whose author stands beside their noun."""
    for index, token in enumerate(tree.sentence.tokens):
        if token.pos != "NOUN" or token.lemma.lower() not in DEEDS:
            continue
        owners = [
            child
            for child in tree.children[index]
            if not is_of_a_plan(tree, child)
            and (
                tree.sentence.tokens[child].dep == "nmod:poss"
                or tree.case(child) == "by"
                or tree.sentence.tokens[child].dep in {"amod", "compound"}
            )
        ]
        parts = tuple(
            Part(Role.ACTOR, actor, mention)
            for actor, mention in actors_in(mentions, tree, owners)
            if is_official(actor) and actor.kind is not MentionKind.PERSON
        )
        if parts:
            yield Authored(tree.sentence.index, token.lemma.lower(), parts)
