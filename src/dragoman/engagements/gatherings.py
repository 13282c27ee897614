"""Gatherings: meetings that are conferences, since a body holds them, or so many parties that none is the other's.

"NATO foreign ministers met", "an emergency session of the Arab League", "the presidents of A, B, C and D gathered"; and
conferences told as what opens, ends or is called off.
"""

from __future__ import annotations

from dragoman.engagements.candidates import Candidate, Part
from dragoman.engagements.clauses import Clause, noun_clause
from dragoman.engagements.engagement import Kind, Role
from dragoman.engagements.lexicon import Trigger
from dragoman.engagements.roles import actors_in
from dragoman.engagements.slots import slot_tokens
from dragoman.engagements.tree import Tree
from dragoman.language.document import NameLabel
from dragoman.mentions.finding import Mentions
from dragoman.mentions.mention import ConferenceMention, Mention, MentionKind

# From so many parties on a meeting is a conference (codebook, "conference").
_MANY = 4
_BODY_VERBS = frozenset(
    {"confer", "huddle", "deliberate", "meet", "gather", "convene", "assemble", "get", "come"}
)
_HOSTING = frozenset({"host", "gather", "convene", "assemble"})
_BODY_NOUNS = frozenset(
    {"talk", "meeting", "session", "summit", "round", "consultation", "consultations", "talks"}
)
_PRESIDING = frozenset(
    "attend chair co-chair join address host open lead participate take convene call hold".split()
)


def is_gathering(candidate: Candidate) -> bool:
    """Whether a meeting is one of a body or of many."""
    if candidate.clause.lemma == "see":
        return False  # "the Caribbean has seen the deepest slump"
    bodies = {part.side for part in candidate.parts if part.actor.kind is MentionKind.ORGANIZATION}
    if len(candidate.sides) >= _MANY and not candidate.of(Role.MEDIATOR):
        return len(_together(candidate)) >= _MANY - candidate.clause.noun
    if candidate.parts and _counts_many(candidate):
        return True
    if not bodies:
        return False
    if len(candidate.sides) == 1:
        if candidate.clause.noun and candidate.clause.light is None:
            return False  # merely mentioned
        if _is_imagined(candidate):
            return False
        return candidate.clause.lemma in (_BODY_NOUNS if candidate.clause.noun else _BODY_VERBS)
    hosted = candidate.clause.lemma in _HOSTING and any(part.mention.plural for part in candidate.parts)
    if candidate.clause.noun and candidate.clause.lemma in _BODY_NOUNS and _is_wide(candidate):
        return True  # "held a multilateral meeting with the bloc"
    return hosted or (candidate.clause.noun and _is_its_own(candidate, bodies))


def _is_imagined(candidate: Candidate) -> bool:
    """Whether a body merely would meet, which nobody says and no day is told of: "NATO would convene"."""
    tree, head = candidate.tree, candidate.clause.head
    return (
        candidate.clause.modal == "would"
        and tree.sentence.tokens[head].head < 0
        and not tree.of(head, "parataxis")
        and all(name.label is not NameLabel.DATE for name in tree.sentence.names)
    )


_DELEGATES = frozenset(
    "minister leader head chief delegate delegation representative official ambassador envoy country nation state "
    "government member president premier donor participant".split()
)
# "39 labor leaders": of no state's.
_OF_NO_STATE = frozenset(
    "union labor labour business industry company corporate bank university college student youth faith church religious "
    "community tribal civic care health tech party congressional".split()
)
_GATHERED = ("subj", "of", "with", "from", "between", "among", "obj", "poss", "mod")


def _counts_many(candidate: Candidate) -> bool:
    """ "ministers from 12 countries", "representatives of some 40 states"."""
    clause, tree = candidate.clause, candidate.tree
    tokens = tree.sentence.tokens
    inside = {
        index for slot in _GATHERED for token in slot_tokens(clause, slot) for index in tree.subtree(token)
    }
    for index in inside:
        counted = tokens[index].lemma.lower() in _DELEGATES and tokens[index].tag in {"NNS", "NNPS"}
        described = {tokens[child].lemma.lower() for child in tree.children[index]}
        counted = counted and described.isdisjoint(_OF_NO_STATE)
        numbers = [tokens[child].text.lower() for child in tree.of(index, "nummod")] if counted else []
        if any(_value_of(number) >= _MANY for number in numbers):
            return True
    return False


def _value_of(number: str) -> int:
    digits = number.replace(",", "")
    return int(digits) if digits.isdigit() else _NUMBERS.get(number, 0)


_NUMBERS = {
    word: value for value, word in enumerate("four five six seven eight nine ten eleven twelve".split(), 4)
}
_NUMBERS |= {"dozen": 12, "dozens": 24, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50}
_WIDE = frozenset({"ministerial", "international", "multilateral", "global"})
_ABROAD = frozenset("foreign european arab african asian american nordic baltic allied".split())
_STATES = frozenset({"country", "nation", "state"})
_HELD_BY = frozenset(
    "chair co-chair convene host co-host attend address open join organise organize call hold take".split()
)


def is_assembly(candidate: Candidate) -> bool:
    """A meeting of ministers or leaders of whom only who chairs, hosts or attends it is named."""
    clause, tokens = candidate.clause, candidate.tree.sentence.tokens
    if candidate.kind is not Kind.MEETING or not clause.noun or len(candidate.sides) != 1:
        return False
    if clause.lemma not in _BODY_NOUNS | {"conference", "gathering"} or clause.slots.get("with"):
        return False
    held = clause.light is not None and tokens[clause.light].lemma.lower() in _HELD_BY
    return held and (_is_of_delegates(candidate) or _is_wide(candidate))


def _is_wide(candidate: Candidate) -> bool:
    tokens = candidate.tree.sentence.tokens
    return any(tokens[token].text.lower() in _WIDE for token in candidate.clause.slots.get("mod", ()))


def _is_of_delegates(candidate: Candidate) -> bool:
    """ "a meeting of foreign ministers", "of 20 countries"; a state's own ministers and chiefs are none."""
    clause, tree = candidate.clause, candidate.tree
    tokens = tree.sentence.tokens
    international = any(
        part.actor.kind is MentionKind.PERSON and part.actor.country is None for part in candidate.parts
    )
    for index in (token for slot in ("of", "poss", "between") for token in clause.slots.get(slot, ())):
        token = tokens[index]
        if token.lemma.lower() not in _DELEGATES or token.tag not in {"NNS", "NNPS"}:
            continue
        described = {tokens[child].text.lower() for child in tree.of(index, "amod", "compound")}
        abroad = international or described & _ABROAD or token.lemma.lower() in _STATES
        if abroad and not _is_paired(tree, index):
            return True
    return False


def _is_paired(tree: Tree, index: int) -> bool:
    """ "the two presidents", "both ministers"."""
    words = {
        tree.sentence.tokens[child].text.lower() for child in tree.of(index, "nummod", "det", "nmod:poss")
    }
    return bool(words & {"two", "both", "three", "their"})


def _together(candidate: Candidate) -> set[str]:
    """The sides that are told as one party; those met with ("with A, B, C and D") may have been met one by one."""
    clause = candidate.clause
    inside = {
        index
        for slot in ("subj", "between", "among", "of", "mod", "poss")
        for token in slot_tokens(clause, slot)
        for index in candidate.tree.subtree(token)
    }
    return {
        part.side
        for part in candidate.parts
        if inside & set(range(part.mention.first, part.mention.last))
        and part.mention.rule != "plural pronoun"
    }


def _is_its_own(candidate: Candidate, bodies: set[str]) -> bool:
    """ "X chaired a meeting of the G20": the body stands behind the meeting, X beside it."""
    clause, tokens = candidate.clause, candidate.tree.sentence.tokens
    if (
        clause.light is None
        or tokens[clause.light].lemma.lower() not in _PRESIDING
        or clause.slots.get("with")
    ):
        return False
    inside = {
        index
        for slot in ("of", "mod", "poss")
        for token in clause.slots.get(slot, ())
        for index in candidate.tree.subtree(token)
    }
    return any(
        part.side in bodies and inside & set(range(part.mention.first, part.mention.last))
        for part in candidate.parts
    )


_DECIDING = frozenset(
    "decide agree discuss say declare announce vote approve adopt resolve condemn call urge".split()
)


def is_of_deciders(candidate: Candidate) -> bool:
    """ "Foreign ministers of the bloc decided at an emergency meeting": a body's members at their own meeting."""
    clause, tokens = candidate.clause, candidate.tree.sentence.tokens
    hosts = [tokens[token] for token in clause.slots.get("host", ())]
    bodies = {part.side for part in candidate.parts if part.actor.kind is MentionKind.ORGANIZATION}
    if not bodies or bodies != candidate.sides or clause.lemma not in _BODY_NOUNS:
        return False
    node = tokens[clause.head].head
    return (
        any(token.lemma.lower() in _DELEGATES for token in hosts)
        and node >= 0
        and tokens[node].lemma.lower() in _DECIDING
        and candidate.tree.case(clause.head) in {"at", "in", "during"}
    )


def make_gathering(candidate: Candidate, mentions: Mentions) -> None:
    """Turn a meeting into a conference, named where its noun is part of a conference's name."""
    candidate.kind = Kind.CONFERENCE
    candidate.conference = mentions.conference_at(candidate.sentence, candidate.clause.head)
    candidate.parts = [Part(Role.PARTICIPANT, part.actor, part.mention) for part in candidate.parts]
    add_body(candidate)


def conference_of(tree: Tree, clause: Clause, entry: Trigger, mentions: Mentions) -> ConferenceMention | None:
    """The gathering that stands in a slot in which the entry looks for one."""
    for slot in entry.conference:
        for token in slot_tokens(clause, slot):
            for node in (token, *_gathered(tree, token)):
                conference = mentions.conference_at(tree.sentence.index, node)
                if conference is not None:
                    return conference
    return None


def _gathered(tree: Tree, token: int) -> list[int]:
    """ "the opening of the summit": the summit; not for "a trip ahead of the summit", "the chairmanship of the Forum"."""
    if tree.sentence.tokens[token].lemma.lower() in _LASTING:
        return []
    return [node for node in tree.of(token, "nmod") if tree.case(node).split()[:1] not in _BESIDE_IT]


_BESIDE_IT = (["ahead"], ["before"], ["after"], ["following"])
_LASTING = frozenset("chairmanship chair presidency leadership membership secretariat".split())


def add_body(candidate: Candidate) -> None:
    """The organisation that convenes a conference takes part in it."""
    conference = candidate.conference
    if conference is None or conference.body is None:
        return
    if any(part.actor.entity_id == conference.body.entity_id for part in candidate.parts):
        return
    mention = Mention(
        conference.sentence,
        conference.first,
        conference.last,
        conference.span,
        (conference.body,),
        conference.rule,
    )
    candidate.parts.append(Part(Role.PARTICIPANT, conference.body, mention))


def add_owners(candidate: Candidate, mentions: Mentions) -> None:
    """Whose conference it is where its noun says so: "the bloc's summit", "a summit between A and B"."""
    conference, tree = candidate.conference, candidate.tree
    if conference is None or conference.body is not None:
        return
    head = conference.last - 1
    clause = noun_clause(tree, head, frozenset())
    tokens = [
        token for slot in ("of", "poss", "between", "mod", "among") for token in clause.slots.get(slot, ())
    ]
    found = actors_in(mentions, tree, tokens)
    bodies = [pair for pair in found if pair[0].kind is MentionKind.ORGANIZATION]
    states = [pair for pair in found if pair[0].country is not None and len(pair[1].actors) <= _MOST]
    several = len({actor.country for actor, _ in states}) >= _SIDES
    known = {part.actor.key for part in candidate.parts}
    for actor, mention in [*bodies, *(states if several else [])]:
        if actor.key not in known:
            known.add(actor.key)
            candidate.parts.append(Part(Role.PARTICIPANT, actor, mention))


_SIDES = 2
# Of a longer list ("the Africa summit") the text names those who came.
_MOST = 6


def has_attendant(candidate: Candidate) -> bool:
    """Whether somebody beside the convening body takes part."""
    body = candidate.conference.body if candidate.conference is not None else None
    return any(body is None or part.actor.entity_id != body.entity_id for part in candidate.parts)


def drop_doubled_gatherings(candidates: list[Candidate]) -> list[Candidate]:
    """The meeting that a sentence tells beside a conference of the same verb or the same parties is that conference."""
    gatherings: list[Candidate] = []
    kept: list[Candidate] = []
    for candidate in sorted(candidates, key=lambda c: c.kind is not Kind.CONFERENCE):
        home = next((g for g in gatherings if _is_doubled(candidate, g)), None)
        if home is None and candidate.kind is Kind.CONFERENCE and not candidate.rule.startswith("setting:"):
            gatherings.append(candidate)
        if home is None:
            kept.append(candidate)
            continue
        known = {part.actor.key for part in home.parts}
        home.parts.extend(
            Part(Role.PARTICIPANT, part.actor, part.mention)
            for part in candidate.parts
            if part.actor.key not in known
        )
    return kept


def _is_doubled(meeting: Candidate, gathering: Candidate) -> bool:
    if meeting.kind not in {Kind.MEETING, Kind.CONFERENCE} or meeting.conference is not None:
        return False
    verbs = {node for node in (meeting.clause.head, meeting.clause.light) if node is not None}
    others = {node for node in (gathering.clause.head, gathering.clause.light) if node is not None}
    told = {part.side for part in gathering.parts}
    shared = {part.side for part in meeting.parts if part.mention in {p.mention for p in gathering.parts}}
    return len(shared) > _SIDES or bool(
        verbs & others and meeting.sides & told and len(meeting.sides) > _SIDES
    )
