"""Status: planned, ongoing, completed, cancelled, postponed, proposed; negated, hypothetical, historical.

Wording decides first, the dates correct it (codebook, decision 4): future wording about days already past is not
planned, and a visit whose days include the publication day is under way.
"""

from __future__ import annotations

import datetime as dt

from dragoman.dates import Precision
from dragoman.engagements.candidates import Candidate
from dragoman.engagements.clauses import Tense
from dragoman.engagements.engagement import ENCOUNTERS, Kind, Status
from dragoman.engagements.tree import Tree
from dragoman.engagements.triggering import is_aimed_at
from dragoman.pages.article import BlockKind

_INTENT = frozenset(
    "plan expect schedule intend hope want set due slate prepare vow wish aim anticipate ready look poise "
    "arrange promise agree decide accept confirm bind seek".split()
)
_PROPOSAL = frozenset(
    "propose suggest offer invite consider mull discuss explore urge call ask request contemplate float".split()
)
_WEIGHED = frozenset("discuss consider mull weigh explore contemplate propose suggest float".split())
_RESOLVES = frozenset(
    "decide agree vow promise pledge announce resolve order instruct direct authorise authorize".split()
)
_OPENERS = frozenset({"open", "begin", "start", "kick", "launch", "embark"})
_CLOSERS = frozenset({"end", "close", "conclude", "wrap", "finish", "complete", "cap"})
_ORDER_WORDS = frozenset({"then", "next", "finally", "later", "afterwards", "onward", "onwards"})
_CONCRETE = frozenset({Kind.AID, Kind.SANCTION, Kind.EXPULSION, Kind.CONCESSION})
_REPORTING = frozenset(
    "say announce declare tell state confirm report add claim reveal inform note disclose learn show".split()
)
_CANCEL = frozenset(["cancel", "scrap", "abandon", "axe", "abort"])
POSTPONING = frozenset(["postpone", "delay", "reschedule", "defer"])
CALLING_OFF = _CANCEL | POSTPONING
_REFUSAL = frozenset("refuse decline reject deny rule".split())
_OFF = {"call": Status.CANCELLED, "put": Status.POSTPONED, "push": Status.POSTPONED}
_LATER = frozenset({"push", "put", "move", "set"})
_PLANNED_ADJECTIVES = frozenset(
    "upcoming planned scheduled forthcoming expected next impending future proposed possible potential".split()
)
_PAST_ADJECTIVES = frozenset("previous last earlier past prior".split())
_BEFORE = ("ahead of", "before", "prior to", "in advance of")
_BACKGROUND_WORDS = frozenset(["previously", "formerly", "earlier", "last", "once", "ago", "since"])
# How old, in days, a dated event has to be before it counts as background rather than news (codebook, decision 11).
BACKGROUND_DAYS = 12
# What "was under way" this many days before publication is over.
_STILL = 3


def judge(candidate: Candidate, published: dt.date | None) -> None:
    """Set status and flags of a candidate from its clause, its governors and its days."""
    candidate.status = _worded(candidate)
    _flags(candidate)
    _correct_by_date(candidate, published)


def _worded(candidate: Candidate) -> Status:
    clause, tokens = candidate.clause, candidate.tree.sentence.tokens
    head = clause.carrier
    own = tokens[head].lemma.lower()
    if candidate.stage == "planned":
        return Status.PLANNED  # "was due in P on Friday" too; the days correct it
    if candidate.stage == "proposed":
        return Status.PROPOSED
    if candidate.kind is Kind.VISIT and clause.light is not None and own in _OPENERS:
        candidate.stage = "begun"
    if candidate.kind is Kind.VISIT and clause.light is not None and own in _CLOSERS:
        candidate.stage = "over" if clause.tense is Tense.PAST else None
    if candidate.kind is Kind.VISIT and clause.noun and candidate.tree.case(clause.head) == "on":
        candidate.stage = candidate.stage or "begun"
    if candidate.kind in ENCOUNTERS and (called_off := _called_off(candidate, head)) is not None:
        return called_off
    adjectives = {tokens[child].text.lower() for child in candidate.tree.of(clause.head, "amod")}
    if adjectives & {"cancelled", "canceled"}:
        return Status.CANCELLED
    if "postponed" in adjectives:
        return Status.POSTPONED
    speaks = candidate.kind in {Kind.STATEMENT, Kind.ACCUSATION, Kind.DEMAND}
    if clause.noun and own in _PROPOSAL and clause.light is not None and not speaks:
        return Status.PROPOSED
    if "proposed" in adjectives and candidate.kind is Kind.AGREEMENT:
        return Status.PROPOSED
    behind = {tokens[child].text.lower() for child in candidate.tree.of(clause.head, "acl")}
    if adjectives & _PLANNED_ADJECTIVES or behind & {"planned", "scheduled", "expected", "slated"}:
        return Status.PLANNED
    if (
        clause.noun
        and clause.light is not None
        and own
        in {"accept", "plan", "schedule", "expect", "confirm", "announce", "agree", "prepare", "arrange"}
    ):
        return Status.PLANNED if candidate.kind in ENCOUNTERS else Status.COMPLETED
    if clause.noun and _follows(candidate, _BEFORE):
        return Status.PLANNED
    if candidate.kind is Kind.AGREEMENT and is_aimed_at(candidate.tree, candidate.clause):
        return Status.PROPOSED
    return _by_tense(candidate, head)


def _by_tense(candidate: Candidate, head: int) -> Status:
    clause, tree = candidate.clause, candidate.tree
    tokens = tree.sentence.tokens
    if candidate.kind in _CONCRETE and _is_announced(candidate, head):
        return Status.COMPLETED  # the announcement is the act (codebook, decision 15)
    if clause.tense is Tense.FUTURE:
        return Status.PLANNED
    body = tree.sentence.block is not BlockKind.HEADLINE
    words = {tokens[child].text.lower() for child in tree.of(head, "advmod")}
    if body and _is_scheduled(candidate, head, words):
        return Status.PLANNED
    if (host := _told_with(candidate, head)) is not None:
        return host
    infinitive = tokens[head].tag == "VB" and any(
        tokens[child].text.lower() == "to" for child in tree.of(head, "mark")
    )
    if tree.sentence.block is BlockKind.CAPTION:
        return Status.COMPLETED  # "arrives to attend a summit": what the picture shows has been
    if infinitive and clause.tense is Tense.PAST:
        return Status.COMPLETED  # "was the first minister to visit P"
    governor = _governor(candidate, head)
    if infinitive and governor is None:
        return Status.PLANNED
    if governor is not None and _is_offered(candidate, governor):
        return Status.PROPOSED
    if governor is not None and (governed := _as_governed(candidate, head, governor, infinitive)):
        return governed
    if clause.modal in {"would", "could", "might", "may", "can", "should", "must"}:
        return Status.PROPOSED if clause.modal != "would" else Status.PLANNED
    if clause.noun and clause.light is None and governor is not None and _is_intended(candidate, governor):
        return Status.PLANNED
    if clause.noun and clause.light is None and tree.of(head, "cop") and _is_lasting(candidate, head):
        return Status.ONGOING
    if clause.tense is Tense.PRESENT and _is_progressive(candidate, head):
        done = candidate.kind in _SPEECH | _CONCRETE and candidate.mode != "discuss"
        if done and not _has_future_time(candidate):
            return Status.COMPLETED  # "is calling on X", "is imposing sanctions": said, it is done
        return Status.PLANNED if _has_future_time(candidate) else Status.ONGOING
    if (
        candidate.kind is Kind.VISIT
        and tokens[head].tag == "VBG"
        and tokens[head].dep in {"acl", "amod", "advcl"}
    ):
        return Status.ONGOING
    return Status.COMPLETED


def _as_governed(candidate: Candidate, head: int, governor: int, infinitive: bool) -> Status | None:
    """What the verb above says of the act below it: "agreed to meet", "proposed to visit", "said X would go"."""
    tokens = candidate.tree.sentence.tokens
    if not infinitive and tokens[head].dep not in {"xcomp", "ccomp"}:
        return None
    lemma = tokens[governor].lemma.lower()
    if candidate.clause.modal == "would" and lemma in _SAYS:
        return Status.PLANNED
    if lemma in _WEIGHED:
        return Status.PROPOSED
    if not infinitive:
        return None
    if lemma in _RESOLVES and candidate.kind not in ENCOUNTERS:
        return Status.COMPLETED  # the decision is the act
    if (lemma in _GLAD or _was_able(candidate, governor)) and candidate.clause.modal is None:
        return Status.COMPLETED  # "were pleased to welcome him", "at being able to meet"
    if lemma in _PROPOSAL | _OFFERING:
        return Status.PROPOSED
    if lemma in _INTENT:
        return Status.PLANNED
    return None if lemma in _CARRIED_OUT else Status.PLANNED


# "is ready to meet X", "is willing to help begin talks": offered, not arranged.
_OFFERING = frozenset({"ready", "willing"})


def _is_offered(candidate: Candidate, governor: int) -> bool:
    """ "is ready to help begin talks": what one is ready to help with is not done."""
    tokens = candidate.tree.sentence.tokens
    above = _governor(candidate, governor)
    helps = tokens[governor].lemma.lower() in _CARRIED_OUT and tokens[governor].dep == "xcomp"
    return helps and above is not None and tokens[above].lemma.lower() in _OFFERING


def _was_able(candidate: Candidate, governor: int) -> bool:
    tokens = candidate.tree.sentence.tokens
    if tokens[governor].lemma.lower() != "able":
        return False
    return any(tokens[child].tag in {"VBD", "VBG"} for child in candidate.tree.of(governor, "cop"))


_SAYS = frozenset({"say", "tell", "announce", "add", "confirm", "state"})
# "came to meet", "managed to visit": the infinitive is told as done.
_CARRIED_OUT = frozenset("come manage begin start continue help proceed go return".split())


def _is_scheduled(candidate: Candidate, head: int, adverbs: set[str]) -> bool:
    """The present tense of running text tells a programme: "On Friday he flies to P", "where she meets X today"."""
    token = candidate.tree.sentence.tokens[head]
    if candidate.kind not in {Kind.VISIT, Kind.MEETING, Kind.CONFERENCE} or token.tag not in {"VBZ", "VBP"}:
        return False
    if candidate.clause.tense is not Tense.PRESENT or candidate.tree.of(head, "aux", "aux:pass"):
        return False
    dated = candidate.when is not None and not candidate.when.window
    leaves = candidate.kind is Kind.VISIT and candidate.stage is None and not candidate.clause.noun
    timed = "when" in adverbs and token.dep == "advcl"
    return bool(adverbs & _ORDER_WORDS) or dated or leaves or timed or token.dep == "acl:relcl"


def _is_intended(candidate: Candidate, governor: int) -> bool:
    """ "In addition to talks with X he is scheduled to meet Y": the talks are planned too."""
    tokens = candidate.tree.sentence.tokens
    above = tokens[governor].head
    infinitive = tokens[governor].tag == "VB" and tokens[governor].dep == "xcomp" and above >= 0
    if infinitive and tokens[above].lemma.lower() in _RESOLVES and not _has_future_time(candidate):
        return False  # "agreed to upgrade relations during a meeting": they met and agreed
    return candidate.kind in ENCOUNTERS and infinitive and tokens[above].lemma.lower() in _INTENT


def _is_lasting(candidate: Candidate, head: int) -> bool:
    """ "is in talks", "has been in contact": a state that lasts."""
    helpers = {
        candidate.tree.sentence.tokens[child].text.lower() for child in candidate.tree.of(head, "aux", "cop")
    }
    return bool(helpers & {"is", "are", "has", "have", "'s", "'re", "'ve"})


_GLAD = frozenset(["pleased", "glad", "delighted", "honoured", "honored", "proud"])
_FEELING = frozenset(
    "pleasure honor honour pleased glad delighted happy want like wish proud privilege".split()
)
_SPEECH = frozenset({Kind.STATEMENT, Kind.ACCUSATION, Kind.DEMAND})


def _told_with(candidate: Candidate, head: int) -> Status | None:
    """Speech told as a purpose or a feeling is done: "spoke with X to thank him", "I want to thank X"."""
    if candidate.kind not in _SPEECH:
        return None
    tree, tokens = candidate.tree, candidate.tree.sentence.tokens
    governor = tokens[head].head
    if governor < 0 or tokens[head].tag != "VB" or tokens[head].dep not in {"advcl", "xcomp", "csubj", "acl"}:
        return None
    if tokens[governor].lemma.lower() in _FEELING:
        return Status.COMPLETED
    past = tokens[governor].tag == "VBD" or any(tokens[c].tag == "VBD" for c in tree.of(governor, "aux"))
    return Status.COMPLETED if tokens[head].dep == "advcl" and past else None


def _is_announced(candidate: Candidate, head: int) -> bool:
    """Money or measures told as an announcement: always for money, for the rest where somebody is said to say so."""
    modal = candidate.clause.modal
    if modal not in {None, "will", "would", "shall"}:
        return False
    if candidate.kind is Kind.AID:
        return modal is not None or candidate.clause.tense is Tense.PAST
    governor = _governor(candidate, head)
    said = governor is not None and candidate.tree.sentence.tokens[governor].lemma.lower() in _REPORTING
    return said and modal is not None


def _has_future_time(candidate: Candidate) -> bool:
    words = {token.text.lower() for token in candidate.tree.sentence.tokens}
    return bool(words & {"tomorrow", "next", "upcoming", "soon", "later", "coming"})


def _is_progressive(candidate: Candidate, head: int) -> bool:
    tokens = candidate.tree.sentence.tokens
    return tokens[head].tag == "VBG" or (
        candidate.clause.light is not None and tokens[candidate.clause.light].tag == "VBG"
    )


def _governor(candidate: Candidate, head: int) -> int | None:
    tokens = candidate.tree.sentence.tokens
    for node in candidate.tree.ancestors(head):
        if tokens[node].pos in {"VERB", "AUX", "ADJ"} or tokens[node].tag.startswith("VB"):
            return node
        if tokens[node].lemma.lower() in {
            "plan",
            "intention",
            "desire",
            "readiness",
            "decision",
            "invitation",
        }:
            return node
    return None


def _called_off(candidate: Candidate, head: int) -> Status | None:
    """ "called off the visit", "cancelled a trip", "the meeting was postponed"."""
    tree = candidate.tree
    tokens = tree.sentence.tokens
    nodes = [head, *([candidate.clause.head] if candidate.clause.noun else [])]
    for node in [*nodes, *tree.ancestors(head)]:
        lemma = tokens[node].lemma.lower()
        if lemma in _CANCEL:
            return Status.CANCELLED
        if lemma in POSTPONING:
            return Status.POSTPONED
        particles = {tokens[child].text.lower() for child in tree.of(node, "compound:prt", "advmod")}
        if lemma in _OFF and "off" in particles:
            return _OFF[lemma]
        if lemma in _LATER and "back" in particles:
            return Status.POSTPONED
        if tokens[node].pos == "VERB" and node not in nodes:
            break
    return None


def _follows(candidate: Candidate, words: tuple[str, ...]) -> bool:
    """Whether the event noun stands behind one of some prepositions ("ahead of the visit")."""
    case = candidate.tree.case(candidate.clause.head)
    return any(case.startswith(word) for word in words)


def _flags(candidate: Candidate) -> None:
    clause, tree = candidate.clause, candidate.tree
    tokens = tree.sentence.tokens
    head = clause.carrier
    governor = _governor(candidate, head)
    lemma = tokens[governor].lemma.lower() if governor is not None else ""
    candidate.negated = (
        clause.negated
        or (lemma in _REFUSAL and tokens[head].dep in {"xcomp", "obj", "ccomp"})
        or (
            governor is not None
            and tokens[head].dep == "xcomp"
            and lemma in _ATTAINED
            and _is_denied(tree, governor)
        )
    )
    marks = {tokens[child].text.lower() for child in tree.of(head, "mark")}
    candidate.hypothetical = clause.modal in {"could", "might", "may"} or bool(marks & {"if", "unless"})
    adjectives = {tokens[child].text.lower() for child in tree.of(clause.head, "amod")}
    pluperfect = any(tokens[child].text.lower() in {"had", "'d"} for child in tree.of(head, "aux"))
    reported = (
        tokens[head].dep == "ccomp" and tokens[tokens[head].head].lemma.lower() in _REPORTING | _REFUSAL
    )
    pluperfect = pluperfect and not reported  # "said X had expelled …" reports news
    adverbs = {tokens[child].text.lower() for child in tree.of(head, "advmod", "obl")}
    if candidate.kind is Kind.ATTACK and not clause.noun and tokens[head].dep == "acl":
        candidate.historical = True  # "citizens abducted by X": what is told of them besides
    if clause.noun and adjectives & _PAST_ADJECTIVES and clause.light is None:
        candidate.historical = True
    if pluperfect or (adverbs & _BACKGROUND_WORDS and clause.tense is Tense.PAST):
        candidate.historical = (
            candidate.historical or pluperfect or "previously" in adverbs or "last" in adverbs
        )


# "did not get to meet", "was not able to visit", "does not plan to meet".
_ATTAINED = frozenset("get manage come go able plan intend want expect agree".split())


def _is_denied(tree: Tree, governor: int) -> bool:
    words = {tree.sentence.tokens[child].text.lower() for child in tree.of(governor, "advmod")}
    return bool(words & {"not", "n't", "n’t", "never"})


def _correct_by_date(candidate: Candidate, published: dt.date | None) -> None:
    if candidate.stage == "begun" and candidate.status is Status.COMPLETED and not candidate.historical:
        fresh = candidate.when is None or published is None or (published - candidate.when.days.end).days <= 1
        candidate.status = Status.ONGOING if fresh else candidate.status
    if candidate.when is None or published is None or candidate.kind is Kind.AID:
        return
    days = candidate.when.days
    if candidate.status is Status.PLANNED and days.end < published:
        candidate.status = Status.COMPLETED
        candidate.reason = "told as future, but its days lie before the publication day"
    if candidate.status in {Status.COMPLETED, Status.ONGOING} and days.start > published:
        candidate.status = Status.PLANNED
    if (
        candidate.status is Status.ONGOING
        and candidate.clause.tense is Tense.PAST
        and candidate.stage is None
        and (published - days.end).days > _STILL
    ):
        candidate.status = Status.COMPLETED
    vague = "unit" in candidate.when.rule and candidate.clause.tense is Tense.PAST  # "travelled this week"
    if (
        candidate.kind is Kind.VISIT
        and not vague
        and candidate.status in {Status.COMPLETED, Status.PLANNED}
        and days.start < published < days.end
        and days.precision is Precision.DAY
    ):
        candidate.status = Status.ONGOING
    if candidate.status in {Status.CANCELLED, Status.POSTPONED}:
        return
    if candidate.status is Status.COMPLETED and (published - days.end).days > BACKGROUND_DAYS:
        candidate.historical = True
    elif candidate.historical and (published - days.end).days <= 3:
        candidate.historical = False
