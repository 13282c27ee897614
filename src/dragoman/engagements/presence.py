"""Presence: officials told to be in another country: "X is in P for talks", "X, in P, presses …", "due in P on Friday"."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.citation import hull
from dragoman.engagements.candidates import Candidate, Part
from dragoman.engagements.clauses import Clause, Tense, noun_clause, verb_clause
from dragoman.engagements.engagement import Kind, Role
from dragoman.engagements.roles import actors_in, is_official, is_person
from dragoman.engagements.tree import Tree
from dragoman.mentions.finding import Mentions
from dragoman.mentions.governments import SIDE_RULE
from dragoman.mentions.mention import Actor, Mention, PlaceMention
from dragoman.pages.article import BlockKind

# How much "X is in P" alone proves an official visit.
_WEIGHT = 0.6
# "is due in P", "was back in P", "is expected in P": what is said of the traveller beside the place.
_STATES = frozenset(
    {"due", "back", "present", "currently", "now", "already", "bound", "expected", "here", "home"}
)
_AHEAD = frozenset({"due", "bound", "expected"})


def find_presence(tree: Tree, mentions: Mentions) -> Iterator[Candidate]:
    """Visits told by where an official is."""
    for place in mentions.places:
        if place.sentence != tree.sentence.index or place.country is None:
            continue
        head = _head(tree, place)
        if head is None:
            continue
        told = _told_of(tree, mentions, place, head)
        found = told or _opened_by(tree, mentions, place, head)
        if found is None:
            continue
        clause, subjects, stage = found
        parts = [
            Part(Role.ACTOR, actor, mention)
            for actor, mention in subjects
            if (is_person(actor) or mention.rule == SIDE_RULE)
            and is_official(actor)
            and actor.country not in {None, place.country}
        ]
        if parts:
            candidate = _candidate(tree, clause, place, parts, stage)
            candidate.dependent = told is None
            yield candidate


def _head(tree: Tree, place: PlaceMention) -> int | None:
    tokens = tree.sentence.tokens
    inside = range(place.first, place.last)
    return next((index for index in inside if tokens[index].head not in inside), None)


Telling = tuple[Clause, list[tuple[Actor, Mention]], str | None]


def _told_of(tree: Tree, mentions: Mentions, place: PlaceMention, head: int) -> Telling | None:
    """The clause that puts somebody in a place, whom, and whether the stay is planned or under way."""
    tokens = tree.sentence.tokens
    cases = {tokens[child].text.lower() for child in tree.of(head, "case")}
    if not cases & {"in", "at", "for"}:
        return None
    if "for" in cases and tokens[tokens[head].head].lemma.lower() != "bound":
        return None
    clause = noun_clause(tree, head, frozenset())
    if tree.of(head, "cop"):
        subjects = clause.slots.get("subj", ()) or _first_subject(tree, head)
        return clause, actors_in(mentions, tree, subjects), _stage(clause, cases)
    beside = _beside(tree, mentions, place)
    if beside is not None:
        return clause, [(actor, beside) for actor in beside.actors], "begun"
    above = tokens[head].head
    if above >= 0 and tokens[above].text.lower() in _STATES and tree.of(above, "cop", "nsubj"):
        state = noun_clause(tree, above, frozenset())
        subjects = state.slots.get("subj", ())
        if not subjects and tokens[above].dep == "conj":  # "handed it over and was due in P"
            subjects = tuple(tree.of(tokens[above].head, "nsubj", "nsubj:pass"))
        return state, actors_in(mentions, tree, subjects), _stage(state, {tokens[above].text.lower()})
    if tree.sentence.block is BlockKind.HEADLINE and (first := _headed(tree, mentions, place)) is not None:
        between = {token.text.lower() for token in tokens[first.last : place.first]}
        stage = "planned" if between & _AHEAD else "begun"
        return clause, [(actor, first) for actor in first.actors], stage
    return None


def _first_subject(tree: Tree, head: int) -> tuple[int, ...]:
    """ "A will be in P, B said": the parser may hang both subjects on "said"."""
    token = tree.sentence.tokens[head]
    subjects = tree.of(token.head, "nsubj") if token.dep == "ccomp" and token.head > head else []
    return tree.conjuncts(subjects[0]) if len(subjects) > 1 and subjects[0] < head else ()


def _stage(clause: Clause, words: set[str]) -> str | None:
    """ "due in P" lies ahead, "is in P" lasts, "was in P" is over."""
    if words & _AHEAD:
        return "planned"
    return "begun" if clause.tense is not Tense.PAST else None


def _opened_by(tree: Tree, mentions: Mentions, place: PlaceMention, head: int) -> Telling | None:
    """ "In P the minister met …": where a traveller of whom a journey is told stopped too."""
    verb = tree.sentence.tokens[head].head
    if place.first != 1 or verb < 0 or tree.sentence.tokens[verb].pos != "VERB" or place.city is None:
        return None
    clause = verb_clause(tree, verb)
    subjects = clause.slots.get("obj" if clause.passive else "subj", ())
    return clause, actors_in(mentions, tree, subjects), None


def _beside(tree: Tree, mentions: Mentions, place: PlaceMention) -> Mention | None:
    """Who stands before ", in P," or ", currently in P,"."""
    tokens = tree.sentence.tokens
    position = place.first - 2
    while position > 0 and tokens[position].pos in {"ADV", "ADJ"}:
        position -= 1
    if (
        position <= 0
        or tokens[position].text != ","
        or tokens[place.first - 1].text.lower() not in {"in", "at"}
    ):
        return None
    beside = mentions.actor_at(tree.sentence.index, position - 1)
    apposed = beside is not None and any(token.text == "," for token in tokens[beside.first : beside.last])
    closing = {","} if apposed else {",", "for", "on", "to"}  # "received the minister, NAME, in P on Tuesday"
    return beside if place.last < len(tokens) and tokens[place.last].text in closing else None


# What stays in a country for good.
_LASTING = frozenset("embassy consulate mission ambassador envoy troops forces".split())


def _headed(tree: Tree, mentions: Mentions, place: PlaceMention) -> Mention | None:
    """Who opens a headline without a verb: "Pope in Bethlehem", "Kyrgyz leader due in Moscow"."""
    tokens = tree.sentence.tokens
    if any(token.pos in {"VERB", "AUX"} for token in tokens[: place.first]):
        return None
    first = mentions.actor_at(tree.sentence.index, 0)
    if first is not None and any(t.lemma.lower() in _LASTING for t in tokens[first.first : first.last + 1]):
        return None
    between = tokens[first.last : place.first] if first is not None else []
    adjacent = all(token.text.lower() in _STATES | {"in", "at", "for"} for token in between)
    return first if adjacent and between else None


def _candidate(
    tree: Tree, clause: Clause, place: PlaceMention, parts: list[Part], stage: str | None
) -> Candidate:
    reach = hull([place.span, *(part.mention.span for part in parts)])
    candidate = Candidate(
        Kind.VISIT,
        None,
        "setting:presence",
        tree.sentence.index,
        place.span,
        reach,
        clause,
        tree,
        _WEIGHT,
        parts,
    )
    candidate.goals = [place]
    candidate.stage = stage
    return candidate
