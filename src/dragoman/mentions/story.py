"""Story: who an article has told of so far, for pronouns and "the two leaders" to point back to."""

from __future__ import annotations

from dataclasses import dataclass, field

from dragoman.mentions.mention import Actor, Mention, MentionKind
from dragoman.mentions.phrases import Sight


@dataclass(slots=True)
class Story:
    """Who has been met so far."""

    people: list[Actor] = field(default_factory=list)
    subject: Actor | None = None
    state: Actor | None = None
    group: tuple[Actor, ...] = ()
    listed: tuple[Actor, ...] = ()
    states: list[Actor] = field(default_factory=list)
    bodies: list[Actor] = field(default_factory=list)
    acting: list[Actor] = field(default_factory=list)

    def meet(self, mentions: list[Mention], subject: Actor | None, together: list[Actor]) -> None:
        """Take in the actors of a finished sentence; ``together`` are those its main clause brings together."""
        actors = list(dict.fromkeys(actor for mention in mentions for actor in mention.actors))
        self.people.extend(actor for actor in actors if actor.kind is MentionKind.PERSON)
        if subject is not None and subject.kind is MentionKind.PERSON:
            self.subject = subject
        elif subject is not None:
            self.state = subject
            self.acting.append(subject)
        sides = sides_of(together)
        if len(sides) >= 2:
            self.group = sides
        states = tuple(actor for actor in actors if actor.kind is MentionKind.GOVERNMENT)
        self.states.extend(states)
        self.bodies.extend(actor for actor in actors if actor.kind is MentionKind.ORGANIZATION)
        if len(states) >= 2:
            self.listed = states


def sides_of(actors: list[Actor]) -> tuple[Actor, ...]:
    """One actor per country, people before governments."""
    chosen: dict[str, Actor] = {}
    for actor in sorted(actors, key=lambda actor: actor.kind is not MentionKind.PERSON):
        side = actor.country or actor.entity_id or actor.label
        chosen.setdefault(side, actor)
    return tuple(chosen.values())


def head_of(sight: Sight, mention: Mention) -> int:
    """The token that joins a mention to the rest of its sentence; an argument's before a misread modifier's."""
    tokens = sight.sentence.tokens
    inside = range(mention.first, mention.last)
    outward = [index for index in inside if tokens[index].head not in inside]
    arguments = [
        index
        for index in outward
        if tokens[index].dep.split(":")[0] in {"nsubj", "obj", "obl", "conj", "root"}
    ]
    return next(iter(arguments or outward), mention.first)


def stands_as_subject(sight: Sight, mention: Mention) -> bool:
    """Whether a mention is a clause's subject."""
    return sight.sentence.tokens[head_of(sight, mention)].dep.startswith("nsubj")


def subject_of(sight: Sight, mentions: list[Mention]) -> Actor | None:
    tokens = sight.sentence.tokens
    for mention in mentions:
        head = tokens[head_of(sight, mention)]
        if head.dep.startswith("nsubj") and len(mention.actors) == 1:
            return mention.actors[0]
    people = [m.actors[0] for m in mentions if len(m.actors) == 1 and m.actors[0].kind is MentionKind.PERSON]
    return people[0] if people else None


def brought_together(sight: Sight, mentions: list[Mention]) -> list[Actor]:
    """The actors that one verb brings together: its subjects, and who stands with or facing them."""
    tokens = sight.sentence.tokens
    by_verb: dict[int, list[Actor]] = {}
    for mention in mentions:
        index = head_of(sight, mention)
        hops = 0
        while tokens[index].dep in {"conj", "appos", "flat"} and hops < 6:
            index, hops = tokens[index].head, hops + 1
        token = tokens[index]
        case = {
            sight.word(i) for i, other in enumerate(tokens) if other.head == index and other.dep == "case"
        }
        faces = token.dep in {"nsubj", "nsubj:pass", "obj", "obl:agent"} or case & {"with", "between", "by"}
        if faces and mention.rule != "demonym":
            by_verb.setdefault(token.head, []).extend(mention.actors)
    return max(by_verb.values(), key=lambda actors: (len(sides_of(actors)) >= 2, len(actors)), default=[])
