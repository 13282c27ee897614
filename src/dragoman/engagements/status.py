"""Status: planned, ongoing, completed, cancelled, postponed, proposed; negated, hypothetical, historical.

Wording decides first, the dates correct it (codebook, decision 4): future wording about days already past is not
planned, and a visit whose days include the publication day is under way.
"""

from __future__ import annotations

import datetime as dt

from dragoman.engagements.calling_off import called_off, is_perfect, is_put_off
from dragoman.engagements.candidates import Candidate
from dragoman.engagements.clauses import Tense
from dragoman.engagements.emergencies import RULE as EMERGENCY
from dragoman.engagements.engagement import ENCOUNTERS, Kind, Status
from dragoman.engagements.marks import REPORTING, governor_of, is_on_the_way, is_said_after, mark
from dragoman.engagements.neighbours import is_pleasure_to_come, pleasure_above
from dragoman.engagements.reach import hangs_on_ahead, is_setting_out
from dragoman.engagements.timeliness import correct_by_date
from dragoman.engagements.tree import Tree, first_listed_infinitive
from dragoman.engagements.triggering import is_aimed_at
from dragoman.engagements.voiced import VOICED
from dragoman.pages.article import BlockKind

_INTENT = frozenset(
    "plan expect schedule intend hope want set due slate prepare vow wish aim anticipate ready look poise "
    "arrange promise agree decide accept confirm bind seek".split()
)
_PROPOSAL = frozenset(
    "propose suggest offer invite consider mull discuss explore urge call ask request contemplate float".split()
)
_SOUGHT = _PROPOSAL | {"seek", "want"}
_WEIGHED = frozenset("discuss consider mull weigh explore contemplate propose suggest float".split())
_RESOLVES = frozenset(
    "decide decision agree vow promise pledge announce resolve vote order instruct direct authorise authorize approve "
    "clear delegate".split()
)
_SET = frozenset({"planned", "scheduled", "expected", "slated"})
_OPENERS = frozenset({"open", "begin", "start", "kick", "launch", "embark"})
_CLOSERS = frozenset({"wind", "wound", "end", "close", "conclude", "wrap", "finish", "complete", "cap"})
_PREPARING = frozenset({"prepare", "plan", "arrange"})
_ORDER_WORDS = frozenset({"then", "next", "finally", "later", "afterwards", "onward", "onwards"})
_CONCRETE = frozenset({Kind.AID, Kind.SANCTION, Kind.EXPULSION, Kind.CONCESSION})
_PLANNED_ADJECTIVES = frozenset(
    "upcoming planned scheduled forthcoming expected next impending future proposed possible potential".split()
)
_BEFORE = ("ahead of", "before", "prior to", "in advance of")


def judge(candidate: Candidate, published: dt.date | None) -> None:
    """Set status and flags of a candidate from its clause, its governors and its days."""
    if candidate.rule.startswith(VOICED) or candidate.rule == EMERGENCY:
        candidate.status = Status.COMPLETED  # "P must not …", "is to continue": it has been said
        return
    candidate.status = _worded(candidate)
    mark(candidate)
    correct_by_date(candidate, published)


def _worded(candidate: Candidate) -> Status:
    clause, tokens = candidate.clause, candidate.tree.sentence.tokens
    head = clause.carrier
    own = tokens[head].lemma.lower()
    if candidate.stage == "planned":
        return Status.PLANNED  # "was due in P on Friday" too; the days correct it
    if candidate.stage == "proposed":
        return Status.PROPOSED
    opened = candidate.kind is Kind.CONFERENCE and own in _OPENERS and clause.tense is Tense.PAST
    if opened or (candidate.kind is Kind.VISIT and clause.light is not None and own in _OPENERS):
        candidate.stage = "begun"
    if candidate.kind is Kind.VISIT and clause.light is not None and own in _CLOSERS:
        candidate.stage = "over" if clause.tense is Tense.PAST else None
    if candidate.kind is Kind.VISIT and clause.noun and is_on_the_way(candidate):
        candidate.stage = candidate.stage or "begun"
    if candidate.kind in ENCOUNTERS and (off := called_off(candidate, head)) is not None:
        return off
    adjectives = _described_as(candidate)
    if adjectives & {"cancelled", "canceled"}:
        return Status.CANCELLED
    if "postponed" in adjectives:
        return Status.POSTPONED
    speaks = candidate.mode == "apologise" or candidate.kind in {Kind.STATEMENT, Kind.ACCUSATION, Kind.DEMAND}
    if clause.noun and own in _SOUGHT and clause.light is not None and not speaks:
        return Status.PROPOSED
    if clause.noun and clause.light is None and (stage := _above(candidate)) is not None:
        return stage
    if "proposed" in adjectives and candidate.kind is Kind.AGREEMENT:
        return Status.PROPOSED
    behind = {tokens[child].text.lower() for child in candidate.tree.of(clause.head, "acl")}
    if candidate.kind is Kind.AID and own in {"approve", "clear", "authorise", "authorize"}:
        adjectives -= {"potential", "possible", "proposed"}  # "approved the potential sale of missiles to P"
    if adjectives & _PLANNED_ADJECTIVES or behind & _SET:
        return Status.PLANNED
    if (
        clause.noun
        and clause.light is not None
        and own
        in {"accept", "plan", "schedule", "expect", "confirm", "announce", "agree", "prepare", "arrange"}
    ):
        ahead = candidate.kind in ENCOUNTERS or own in _PREPARING
        return Status.PLANNED if ahead else Status.COMPLETED
    if clause.noun and _follows(candidate, _BEFORE):
        return Status.PLANNED
    if clause.noun and clause.light is None and is_said_after(candidate):
        return Status.COMPLETED
    if candidate.kind is Kind.AGREEMENT and is_aimed_at(candidate.tree, candidate.clause):
        return Status.PROPOSED
    return _by_tense(candidate, head)


def _above(candidate: Candidate) -> Status | None:
    """What the word says that a bare noun hangs on: "preparations for her visit", "are discussing a meeting of A and B"."""
    tree, head = candidate.tree, candidate.clause.head
    tokens, above = tree.sentence.tokens, tree.sentence.tokens[head].head
    if above < 0 or candidate.kind not in ENCOUNTERS:
        return None
    lemma = tokens[above].lemma.lower()
    objects = {tokens[child].lemma.lower() for child in tree.of(above, "obj")}
    if (lemma in _PREPARATIONS or not _PREPARED.isdisjoint(objects)) and tree.case(head) in {"for", "of"}:
        return Status.PLANNED
    articles = {tokens[child].text.lower() for child in tree.of(head, "det")}
    wanted = lemma in _SOUGHT - _WEIGHED and tokens[head].lemma == "talk" and not articles
    any_of_them = lemma in _SOUGHT | _WEIGHED and bool(articles & {"a", "an", "another"})
    if tokens[head].dep == "obj" and (wanted or any_of_them):
        return Status.PROPOSED
    if any(tokens[child].text.lower() == "off" for child in tree.children[head]) and tree.of(head, "cop"):
        return Status.CANCELLED
    return None


_PREPARATIONS = frozenset("preparation plan date arrangement groundwork timetable".split())
_PREPARED = _PREPARATIONS | {"ground", "grounds", "way"}


def _described_as(candidate: Candidate) -> set[str]:
    """The adjectives of the event: of its noun, of the gathering named, of what it is a round of."""
    tree, tokens = candidate.tree, candidate.tree.sentence.tokens
    found = {tokens[child].text.lower() for child in tree.of(candidate.clause.head, "amod")}
    gathering = candidate.conference
    if gathering is not None and gathering.sentence == candidate.sentence:
        words = tokens[max(0, gathering.first - 1) : gathering.last]
        found |= {token.text.lower() for token in words} & _PLANNED_ADJECTIVES
    above = tokens[candidate.clause.head].head
    if above >= 0 and tokens[above].lemma.lower() in _ROUNDS and candidate.clause.noun:
        found |= {tokens[child].text.lower() for child in tree.of(above, "amod")} & _PLANNED_ADJECTIVES
    return found


_ROUNDS = frozenset({"round", "meeting", "session", "edition", "series"})


def _is_perfect(tree: Tree, head: int) -> bool:
    """ "to have met": over, whatever governs it."""
    tokens = tree.sentence.tokens
    marked = any(tokens[child].text.lower() == "to" for child in tree.of(head, "mark"))
    return marked and any(tokens[child].text.lower() == "have" for child in tree.of(head, "aux"))


def _by_tense(candidate: Candidate, head: int) -> Status:
    clause, tree = candidate.clause, candidate.tree
    tokens = tree.sentence.tokens
    if candidate.kind in _CONCRETE and _is_announced(candidate, head):
        return Status.COMPLETED  # the announcement is the act (codebook, decision 15)
    if clause.tense is Tense.FUTURE:
        return Status.POSTPONED if is_put_off(candidate, head) else Status.PLANNED
    body = tree.sentence.block not in {BlockKind.HEADLINE, BlockKind.CAPTION}
    words = {tokens[child].text.lower() for child in tree.of(head, "advmod")}
    if body and _is_scheduled(candidate, head, words):
        return Status.PLANNED
    if (host := _told_with(candidate, head)) is not None:
        return host
    head = first_listed_infinitive(candidate.tree, head)
    infinitive = tokens[head].tag == "VB" and any(
        tokens[child].text.lower() == "to" for child in tree.of(head, "mark")
    )
    if tree.sentence.block is BlockKind.CAPTION:
        return Status.COMPLETED  # "arrives to attend a summit": what the picture shows has been
    governor = governor_of(candidate, head)
    if infinitive and clause.tense is Tense.PAST and not _is_arranged(candidate, governor):
        return Status.COMPLETED  # "was the first minister to visit P"
    if _is_perfect(tree, head):
        return Status.COMPLETED  # "is said to have shot down"
    if infinitive and governor is None:
        pleasure = pleasure_above(tree, head)
        done = pleasure is not None and not is_pleasure_to_come(tree, pleasure)
        return Status.COMPLETED if done else Status.PLANNED  # "it was a pleasure to meet X"
    if governor is not None and _is_offered(candidate, governor):
        return Status.PROPOSED
    if governor is not None and (governed := _as_governed(candidate, head, governor, infinitive)):
        return governed
    if clause.modal in {"would", "could", "might", "may", "can", "should", "must"}:
        return Status.PROPOSED if clause.modal != "would" else Status.PLANNED
    if clause.noun and clause.light is None and governor is not None and _is_intended(candidate, governor):
        return Status.PLANNED
    stands = clause.noun and clause.light is None and not clause.negated
    if stands and tree.of(head, "cop") and _is_lasting(candidate, head):
        return Status.ONGOING
    if candidate.kind is Kind.VISIT and _is_under_way_there(candidate, head):
        return Status.PLANNED
    if clause.tense is Tense.PRESENT and _is_progressive(candidate, head):
        done = candidate.kind in _SPEECH | _CONCRETE and candidate.mode != "discuss"
        if done and not _has_future_time(candidate):
            return Status.COMPLETED  # "is calling on X", "is imposing sanctions": said, it is done
        return Status.PLANNED if _has_future_time(candidate) else Status.ONGOING
    if candidate.kind is Kind.VISIT and tokens[head].tag == "VBG":
        loose = tokens[head].dep in {"acl", "amod", "advcl"}
        above = tokens[head].head
        if tokens[head].dep == "advcl" and _is_intended(candidate, above):
            return Status.PLANNED  # "is expected to speak before heading to P"
        if any(tokens[child].text.lower() == "after" for child in tree.of(head, "mark")):
            return Status.COMPLETED  # "after spending two days in P"
        if loose or (clause.tense is Tense.PAST and not clause.noun):
            return Status.ONGOING  # "was visiting P"; old days make it past
    return Status.COMPLETED


def _as_governed(candidate: Candidate, head: int, governor: int, infinitive: bool) -> Status | None:
    """What the verb above says of the act below it: "agreed to meet", "proposed to visit", "said X would go"."""
    tokens = candidate.tree.sentence.tokens
    if not infinitive and tokens[head].dep not in {"xcomp", "ccomp"}:
        return None
    lemma = tokens[governor].lemma.lower()
    if lemma in _WISHED and candidate.clause.modal in {"would", "will", "can", "could", None}:
        return Status.PROPOSED  # "hoped that X would visit", "would like to visit"
    if candidate.clause.modal == "would" and lemma in _SAYS:
        return Status.PLANNED
    if lemma in _WEIGHED:
        return Status.PROPOSED
    if not infinitive:
        return None
    if candidate.kind is Kind.ATTACK and lemma in {"try", "attempt"}:
        return Status.COMPLETED  # an attempt on somebody is an attack
    if lemma in _RESOLVES and candidate.kind not in ENCOUNTERS:
        return Status.COMPLETED  # the decision is the act
    if (lemma in _GLAD or _was_able(candidate, governor)) and candidate.clause.modal is None:
        return Status.COMPLETED  # "were pleased to welcome him", "at being able to meet"
    if lemma == "invitation" and tokens[governor].head >= 0:
        accepted = tokens[tokens[governor].head].lemma.lower() == "accept"
        return Status.PLANNED if accepted else Status.PROPOSED
    if lemma in _PROPOSAL | _OFFERING:
        return Status.PROPOSED
    if lemma in _INTENT:
        return Status.PLANNED
    acted = lemma in {"take", "act", "move"} and candidate.kind in _CONCRETE  # "took action to impose bans"
    if acted or (lemma in _CAUSING and _is_past(candidate, governor)):
        return Status.COMPLETED
    return None if lemma in _CARRIED_OUT else Status.PLANNED


# "triggered P to break off relations": it did.
_CAUSING = frozenset(
    "trigger prompt lead cause force push drive compel persuade convince provoke spur oblige".split()
)


def _is_past(candidate: Candidate, verb: int) -> bool:
    return candidate.tree.sentence.tokens[verb].tag == "VBD" or is_perfect(candidate.tree, verb)


def _is_arranged(candidate: Candidate, governor: int | None) -> bool:
    """ "were due to confer", "left to visit": whether it came to that the sentence does not say."""
    tree = candidate.tree
    lemma = "" if governor is None else tree.sentence.tokens[governor].lemma.lower()
    return lemma in _ARRANGED or (governor is not None and is_setting_out(tree, governor))


_ARRANGED = frozenset("due set slate schedule expect plan".split())


_WISHED = frozenset({"hope", "like", "wish", "love"})
# "is ready to meet X", "is willing to help begin talks": offered, not arranged.
_OFFERING = frozenset({"ready", "willing"})


def _is_offered(candidate: Candidate, governor: int) -> bool:
    """ "is ready to help begin talks": what one is ready to help with is not done."""
    tokens = candidate.tree.sentence.tokens
    above = governor_of(candidate, governor)
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
    if modal not in {None, "will", "would", "shall"} or (modal and _is_to_be_announced(candidate)):
        return False
    if candidate.kind is Kind.AID:
        return modal is not None or candidate.clause.tense is Tense.PAST
    governor = governor_of(candidate, head)
    said = governor is not None and candidate.tree.sentence.tokens[governor].lemma.lower() in REPORTING
    return said and modal is not None


def _is_to_be_announced(candidate: Candidate) -> bool:
    """ "will unveil a package", "said it would expel the envoy": the word or the deed is still ahead."""
    light = candidate.clause.light
    verb = (
        candidate.clause.sentence.tokens[light].lemma.lower() if light is not None else candidate.clause.lemma
    )
    return verb in {"announce", "unveil", "propose"} or candidate.kind is Kind.EXPULSION


def _has_future_time(candidate: Candidate) -> bool:
    words = {token.text.lower() for token in candidate.tree.sentence.tokens}
    return bool(words & {"tomorrow", "next", "upcoming", "soon", "later", "coming"})


_MOVING = frozenset("come travel fly head go leave depart arrive journey jet return".split())


def _is_under_way_there(candidate: Candidate, head: int) -> bool:
    """ "is coming to P", "was flying to P": the visit itself is still ahead."""
    tokens = candidate.tree.sentence.tokens
    helped = any(tokens[child].lemma.lower() == "be" for child in candidate.tree.of(head, "aux"))
    return helped and tokens[head].tag == "VBG" and tokens[head].lemma.lower() in _MOVING


def _is_progressive(candidate: Candidate, head: int) -> bool:
    tokens, light = candidate.tree.sentence.tokens, candidate.clause.light
    nodes = [head, *candidate.tree.of(head, "aux:pass"), *([light] if light is not None else [])]
    return any(tokens[node].tag == "VBG" for node in nodes)  # "is being held" too


def _follows(candidate: Candidate, words: tuple[str, ...]) -> bool:
    """Whether the event noun stands behind one of some prepositions ("ahead of the visit")."""
    tree, head = candidate.tree, candidate.clause.head
    case, first = tree.case(head), min(tree.subtree(head))
    before = [token.text.lower() for token in tree.sentence.tokens[max(0, first - 2) : first]]
    is_ahead = hangs_on_ahead(tree, head) or before == ["ahead", "of"]  # hung on the verb
    return is_ahead or any(case.startswith(word) for word in words)
