"""Attendance: conferences told as the setting of something else ("at the summit he raised …", "on the sidelines of …").

Who acts at a conference takes part in it; so does whoever travels "for" one.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from dragoman.citation import Span, hull
from dragoman.engagements.candidates import Candidate, Part
from dragoman.engagements.clauses import Clause, Tense, verb_clause
from dragoman.engagements.engagement import Kind, Role
from dragoman.engagements.gatherings import add_body, add_owners
from dragoman.engagements.roles import actors_in, is_official
from dragoman.engagements.tree import Tree
from dragoman.mentions.finding import Mentions
from dragoman.mentions.mention import ConferenceMention

_SETTINGS = frozenset({"at", "during", "in", "on", "for"})
_TRAVEL = frozenset(
    "travel go fly arrive head leave come be gather convene depart visit expect return land".split()
)
# Whoever asks others to a conference takes part in it too.
_ASKING = frozenset({"invite", "welcome", "host"})
_EDGES = frozenset(
    "sideline sidelines margin margins close end opening start eve day session dinner meeting".split()
)
# Who serves in a council is its member, at no gathering.
_LASTING = frozenset({"serve", "belong", "remain", "represent"})
# How much a setting alone proves that the subject took part.
_WEIGHT = 0.55


def find_attendance(
    tree: Tree, mentions: Mentions, known: Collection[ConferenceMention]
) -> Iterator[Candidate]:
    """Conferences that a sentence names as a setting, with the subjects of the verb they hang on."""
    for conference in mentions.conferences:
        if conference.sentence != tree.sentence.index or conference in known:
            continue
        head = _head(tree, conference)
        verb = _verb_at(tree, head)
        if verb is None or tree.sentence.tokens[verb].lemma.lower() in _LASTING:
            continue
        clause = verb_clause(tree, verb)
        if _is_part_in_history(tree, clause):
            continue
        if clause.passive and clause.lemma == "invite":
            continue  # who is asked to come does not yet attend
        going = clause.slots.get("subj", ()) or (clause.slot("obj") if clause.passive else ())
        if clause.lemma in _ASKING:
            going = (*going, *clause.slots.get("obj", ()))
        told = actors_in(mentions, tree, going)
        parts = [Part(Role.PARTICIPANT, actor, mention) for actor, mention in told if is_official(actor)]
        if not parts and (told or not _has_met(conference, clause)):
            continue
        tokens = tree.sentence.tokens
        span = Span(tokens[verb].span.start, tokens[verb].span.end)
        reach = hull([conference.span, span, *(part.mention.span for part in parts)])
        candidate = Candidate(
            Kind.CONFERENCE,
            None,
            "setting:conference",
            tree.sentence.index,
            span,
            reach,
            clause,
            tree,
            _WEIGHT,
            parts,
        )
        candidate.conference = conference
        if clause.lemma == "invite":
            candidate.stage = "planned"
        add_body(candidate)
        add_owners(candidate, mentions)
        yield candidate


def _is_part_in_history(tree: Tree, clause: Clause) -> bool:
    """ "has played a role in the conference": a part in its making, on no day."""
    things = {tree.sentence.tokens[token].lemma.lower() for token in clause.slots.get("obj", ())}
    return clause.lemma in {"play", "have"} and bool(things & {"role", "part", "hand"})


def _has_met(conference: ConferenceMention, clause: Clause) -> bool:
    """Whether a body's conference that nobody is told to attend has taken place all the same ("came during the summit")."""
    return conference.body is not None and clause.tense is Tense.PAST and clause.modal is None


def _head(tree: Tree, conference: ConferenceMention) -> int:
    inside = range(conference.first, conference.last)
    return next((i for i in inside if tree.sentence.tokens[i].head not in inside), conference.last - 1)


def _is_predicate(tree: Tree, index: int) -> bool:
    """A verb, or what a subject is said to be ("is due at", "was among those at")."""
    return tree.sentence.tokens[index].pos == "VERB" or bool(tree.of(index, "cop"))


def _verb_at(tree: Tree, head: int) -> int | None:
    """The verb a conference is the setting of: directly, or by its margins, its close, its opening dinner."""
    tokens = tree.sentence.tokens
    node = head
    for _ in range(3):
        token = tokens[node]
        if token.head < 0:
            return None
        case = tree.case(node)
        if token.dep.startswith("obl") and case in _SETTINGS and _is_predicate(tree, token.head):
            travels = tokens[token.head].lemma.lower() in _TRAVEL | _ASKING or tree.of(token.head, "cop")
            return token.head if case != "for" or travels else None
        if case == "to" and token.dep.startswith("obl") and tokens[token.head].lemma.lower() in _ASKING:
            return token.head
        if case == "for" and token.dep.startswith("nmod") and tree.of(token.head, "cop"):
            return token.head  # "is in P for the summit"
        if not (token.dep.startswith("nmod") and tokens[token.head].lemma.lower() in _EDGES):
            return None
        node = token.head
    return None
