"""Context: what a candidate takes from the sentences around it.

"During this visit he will join the meeting" takes the place of the visit told before; "And prevent …" goes on with the
topics of the sentence before; what is only discussed is no act yet.
"""

from __future__ import annotations

from dragoman.citation import Span
from dragoman.engagements.candidates import Candidate
from dragoman.engagements.clauses import Tense
from dragoman.engagements.engagement import AHEAD, CONTACTS, ENCOUNTERS, Kind, Role, Status
from dragoman.engagements.itinerary import Trip
from dragoman.engagements.tree import Tree
from dragoman.mentions.mention import PlaceMention

_STAYS = frozenset({"visit", "trip", "stay", "stop", "tour"})
_LATER_ACTS = frozenset({Kind.SANCTION, Kind.AID, Kind.EXPULSION, Kind.AGREEMENT, Kind.CONCESSION})
_TALKING = frozenset({"discuss", "talk", "debate", "consider", "weigh", "mull", "explore"})


def place_by_stay(candidates: list[Candidate]) -> None:
    """Give meetings and conferences "during this visit" the last place that visit was told with."""
    last: PlaceMention | None = None
    for candidate in sorted(candidates, key=lambda c: c.span.start):
        if (
            candidate.kind in {Kind.MEETING, Kind.CONFERENCE}
            and candidate.where is None
            and _is_during_stay(candidate)
        ):
            candidate.where = last
        if candidate.kind is Kind.VISIT and candidate.goals:
            last = candidate.goals[-1]


def _is_during_stay(candidate: Candidate) -> bool:
    tokens = candidate.tree.sentence.tokens
    return any(tokens[token].lemma.lower() in _STAYS for token in candidate.clause.slots.get("during", ()))


_UNMADE = frozenset({Status.PLANNED, Status.POSTPONED, Status.CANCELLED})


def follow_journeys(candidates: list[Candidate]) -> None:
    """A contact told by its bare noun below a journey stands as that does ("flies to P on Friday for a lunch with X")."""
    journeys = {
        node: c for c in candidates if c.kind is Kind.VISIT for node in (c.clause.head, c.clause.carrier)
    }
    for candidate in candidates:
        clause = candidate.clause
        bare = clause.noun and clause.light is None and candidate.kind in CONTACTS | {Kind.VISIT}
        case = candidate.tree.case(clause.head)
        if not bare or candidate.status is not Status.COMPLETED or case == "after":
            continue
        above = (journeys[node] for node in candidate.tree.ancestors(clause.head) if node in journeys)
        journey = next(above, None)
        if journey is None:
            continue
        if journey.status in _UNMADE or (candidate.kind is Kind.VISIT and case == "for"):
            candidate.status = journey.status
        elif case == "for" and journey.status is Status.ONGOING and journey.clause.tense is not Tense.PAST:
            candidate.status = Status.PLANNED  # "is in P for talks with X"


def follow_contacts(candidates: list[Candidate]) -> None:
    """What is told below a contact stands as that does.

    What two sides meet in order to discuss ("hold a summit to discuss trade"), what they meet for ("are to meet on Friday
    for the first dialogue"), and who mediates it ("start talks on Friday mediated by X").
    """
    told = [c for c in candidates if c.kind in ENCOUNTERS - {Kind.VISIT}]
    contacts = {node: c for c in told for node in (c.clause.head, c.clause.carrier)}
    for candidate in candidates:
        contact = contacts.get(candidate.tree.sentence.tokens[candidate.clause.head].head)
        if contact is None or contact is candidate or not candidate.sides >= contact.sides:
            continue
        if _is_to_discuss(candidate) and candidate.status is Status.PLANNED:
            candidate.status = contact.status
        elif _is_occasion(candidate) or _is_mediated(candidate):
            candidate.status, candidate.when = contact.status, contact.when
            candidate.historical = contact.historical


def _is_to_discuss(candidate: Candidate) -> bool:
    token = candidate.tree.sentence.tokens[candidate.clause.head]
    return candidate.mode == "discuss" and token.tag == "VB" and token.dep in {"advcl", "acl", "xcomp"}


def _is_occasion(candidate: Candidate) -> bool:
    clause = candidate.clause
    bare = clause.noun and clause.light is None and candidate.kind in CONTACTS
    return bare and candidate.tree.case(clause.head) == "for"


def _is_mediated(candidate: Candidate) -> bool:
    token = candidate.tree.sentence.tokens[candidate.clause.head]
    return candidate.kind is Kind.MEDIATION and token.tag == "VBN" and token.dep in {"acl", "advcl"}


def drop_told_invitations(candidates: list[Candidate]) -> list[Candidate]:
    """An invitation to a visit told in the same sentence is that visit, proposed (codebook, decision 12)."""
    visits = {c.sentence for c in candidates if c.kind is Kind.VISIT}
    return [c for c in candidates if c.mode != "invite" or c.sentence not in visits]


def without_denied_attacks(candidates: list[Candidate]) -> list[Candidate]:
    """Leave out an attack told as one that will not come ("P will never invade Q"): neither deed nor threat (codebook)."""
    return [c for c in candidates if not (c.kind is Kind.ATTACK and c.negated and c.status in AHEAD)]


def talk_of_acts(candidates: list[Candidate]) -> None:
    """Turn acts that two sides only discuss ("discussed imposing sanctions on X") into a proposing statement.

    An attack to come is a threat.
    """
    for candidate in candidates:
        if candidate.kind in _LATER_ACTS and candidate.status is Status.PROPOSED and _is_talked_of(candidate):
            candidate.kind, candidate.mode = Kind.STATEMENT, "express"
        elif candidate.kind is Kind.ATTACK and candidate.status in AHEAD:
            candidate.kind, candidate.mode, candidate.status = Kind.THREAT, "force", Status.COMPLETED


def _is_talked_of(candidate: Candidate) -> bool:
    tokens = candidate.tree.sentence.tokens
    head = candidate.clause.carrier
    governor = tokens[head].head
    return governor >= 0 and tokens[governor].lemma.lower() in _TALKING


_ASKING = frozenset(
    "urge ask call press persuade demand convince want request encourage appeal implore push expect hope prevent deter "
    "dissuade".split()
)
_CHARGING = frozenset(
    {"accuse", "suspect", "blame", "condemn", "criticise", "criticize", "denounce", "charge"}
)
_DENIED = frozenset({"allege", "deny", "accusation", "allegation", "claim", "accuse", "rumour", "rumor"})


def is_only_asked(candidate: Candidate) -> bool:
    """Whether an act is what somebody is asked or accused to do ("urged X to lift the sanctions"): the asking is the act."""
    tokens = candidate.tree.sentence.tokens
    head = candidate.clause.carrier
    if _is_questioned(candidate.tree, head):
        return True
    if candidate.mode == "discuss":
        return _is_urged(candidate)
    if candidate.kind in ENCOUNTERS:
        return _is_only_spoken_of(candidate.tree, head)
    if any(tokens[child].text.lower() == "whether" for child in candidate.tree.of(head, "mark")):
        return True
    if candidate.kind is Kind.STATEMENT and candidate.mode == "support" and _is_help(candidate.tree, head):
        return True
    node = head
    for _ in range(4):  # "accused X of letting Y ship arms"
        if tokens[node].head < 0 or tokens[node].dep not in _DEPENDING:
            return False
        if _wants_to_say(candidate, node) or _claims_itself(candidate, node):
            return False
        if any(fits(candidate.tree, node) for fits in (_is_asked_here, _is_aimed_at, _is_barred)):
            return True
        if tokens[node].tag in {"VBD", "VBZ", "VBP"} and not _is_listed_infinitive(candidate.tree, node):
            return False
        node = tokens[node].head
    return False


_SPEAKING_OF = frozenset(
    "discuss underscore underline emphasise emphasize stress highlight note address".split()
)
_WISHES = frozenset("readiness willingness need desire importance interest openness commitment".split())


def _is_only_spoken_of(tree: Tree, head: int) -> bool:
    """ "discussed their readiness to continue the dialogue with P": no such dialogue is told."""
    tokens, node = tree.sentence.tokens, head
    for _ in range(4):
        token = tokens[node]
        if token.head < 0 or token.dep not in {"xcomp", "advcl", "acl"}:
            return False
        above = tokens[token.head]
        infinitive = any(tokens[mark].text.lower() == "to" for mark in tree.of(node, "mark"))
        if infinitive and token.dep == "acl" and above.lemma.lower() in _WISHES:
            return above.head >= 0 and tokens[above.head].lemma.lower() in _SPEAKING_OF
        if infinitive and above.lemma.lower() in _SPEAKING_OF:
            return any(tokens[child].lemma.lower() in _WISHES for child in tree.of(token.head, "obj"))
        node = token.head
    return False


def _is_listed_infinitive(tree: Tree, node: int) -> bool:
    """ "to end the crackdown, immediately release the prisoners": tagged as a present, and still asked for."""
    tokens = tree.sentence.tokens
    token = tokens[node]
    listed = (token.tag, token.dep) == ("VBP", "conj") and tokens[token.head].tag == "VB"
    return listed and not tree.of(node, "nsubj", "aux")


def _claims_itself(candidate: Candidate, node: int) -> bool:
    """ "the army of P claims that it killed a commander of Q": by who claims it."""
    tree = candidate.tree
    verb = tree.sentence.tokens[node].head
    if tree.sentence.tokens[verb].lemma.lower() != "claim":
        return False
    claiming = {below for subject in tree.of(verb, "nsubj") for below in tree.subtree(subject)}
    return any(
        claiming & set(range(part.mention.first, part.mention.last))
        for part in candidate.of(Role.ACTOR)
        if part.mention.sentence == candidate.sentence
    )


def _is_questioned(tree: Tree, node: int) -> bool:
    """ "Did he ask the Palestinians to …?" says nothing; what a question takes for granted beside it stays."""
    tokens = tree.sentence.tokens
    if "?" not in {token.text for token in tokens[-3:]}:
        return False
    while tokens[node].head >= 0:
        if tokens[node].dep in {"advcl", "acl", "acl:relcl"} and tokens[node].tag == "VBD":
            return False
        node = tokens[node].head
    return True


_URGING = frozenset({"encourage", "urge", "call", "press", "persuade", "appeal", "implore", "ask"})


def _is_urged(candidate: Candidate) -> bool:
    """ "called on the government to talk with the rebels": nobody has talked."""
    tokens = candidate.tree.sentence.tokens
    token = tokens[candidate.clause.head]
    governed = token.head >= 0 and token.dep in {"xcomp", "advcl", "ccomp", "acl"} and token.tag == "VB"
    return governed and tokens[token.head].lemma.lower() in _URGING


_PROMISING = frozenset("pledge vow promise continue commit reaffirm determine stand".split())


def _is_help(tree: Tree, head: int) -> bool:
    """ "how to support X", "takes action to support X": help that is spoken of, and no word of support."""
    tokens = tree.sentence.tokens
    helpers = {tokens[child].text.lower() for child in tree.of(head, "aux", "mark")}
    if tokens[head].tag != "VB" or not helpers & {"to", "can", "could", "may", "might"}:
        return False
    governor = tokens[tokens[head].head].lemma.lower() if tokens[head].head >= 0 else ""
    return governor not in _PROMISING


_DEPENDING = frozenset({"xcomp", "ccomp", "advcl", "acl", "conj"})


def _wants_to_say(candidate: Candidate, node: int) -> bool:
    """ "I also want to thank X": who wants to say it says it."""
    tree, tokens = candidate.tree, candidate.tree.sentence.tokens
    head = tokens[node].head
    wanting = tokens[head].lemma.lower() == "want" and not tree.of(head, "obj", "iobj")
    return candidate.kind is Kind.STATEMENT and tokens[node].dep == "xcomp" and wanting


def _is_asked_here(tree: Tree, node: int) -> bool:
    token = tree.sentence.tokens[node]
    governor = tree.sentence.tokens[token.head].lemma.lower()
    if governor == "expect" and tree.of(token.head, "aux:pass"):
        return False  # "is expected to": nobody asks
    finite = token.tag in {"VBD", "VBZ", "VBP"}  # "asked for it after X had …" tells the act itself
    if token.dep in {"xcomp", "ccomp", "advcl"} and governor in _ASKING:
        return not (finite and token.dep == "advcl")
    if token.tag == "VBG" and token.dep in {"advcl", "acl"} and governor in _CHARGING:
        return True
    return token.dep in {"acl", "ccomp", "xcomp"} and governor in _DENIED


_BARRING = frozenset("prevent stop block bar keep deter discourage prohibit forbid".split())
_LETTING = frozenset({"allow", "permit", "let", "enable"})


def _is_barred(tree: Tree, node: int) -> bool:
    """ "will not allow X to receive oil from Y", "kept Y from sending troops": it has not been done."""
    tokens = tree.sentence.tokens
    if tokens[node].dep not in {"xcomp", "ccomp", "advcl", "acl"}:
        return False
    governor = tokens[node].head
    if tokens[node].dep == "acl" and tokens[governor].head >= 0:
        governor = tokens[governor].head  # "allow the envoy to enter", the infinitive hung on the noun
    lemma = tokens[governor].lemma.lower()
    if lemma in _BARRING:
        marks = {tokens[child].text.lower() for child in tree.of(node, "mark", "case")}
        return "from" in marks
    words = {tokens[child].text.lower() for child in tree.of(governor, "advmod")}
    return lemma in _LETTING and bool(words & {"not", "n't", "n’t", "never"})


def _is_aimed_at(tree: Tree, node: int) -> bool:
    """ "talks aimed at normalising relations": what is hoped for has not been done."""
    tokens = tree.sentence.tokens
    marks = [
        mark for mark in tree.of(node, "mark") if tokens[mark].text.lower() in {"at", "toward", "towards"}
    ]
    return any(mark > 0 and tokens[mark - 1].lemma.lower() == "aim" for mark in marks)


_MEASURES = frozenset({Kind.SANCTION, Kind.EXPULSION, Kind.AID})


def drop_agreed_measures(candidates: list[Candidate]) -> list[Candidate]:
    """The candidates without "agreed" where a measure is what was agreed on ("agreed to impose sanctions").

    And without what those told to go have to do ("ordered A to withdraw its diplomats" is the expulsion).
    """
    told = {
        node
        for c in candidates
        if c.kind is Kind.EXPULSION
        for slot in ("xcomp", "advcl", "ccomp")
        for node in c.clause.slots.get(slot, ())
    }
    candidates = [
        c
        for c in candidates
        if c.kind not in {Kind.SANCTION, Kind.VISIT} or not told & {c.clause.head, c.clause.light}
    ]
    swaps = {c.clause.head for c in candidates if c.kind is Kind.AGREEMENT and c.mode == "exchange"}
    candidates = [
        c
        for c in candidates
        if c.mode != "release" or not swaps & set(c.clause.slots.get("in", ()))  # "freed in a prisoner swap"
    ]
    fought = {node for c in candidates if c.kind is Kind.ATTACK for node in c.clause.slots.get("in", ())}
    candidates = [
        c for c in candidates if c.kind is not Kind.ATTACK or not c.clause.noun or c.clause.head not in fought
    ]
    measures = {
        node
        for c in candidates
        if c.kind in _MEASURES
        for node in (c.clause.head, c.clause.light)
        if node is not None
    }
    return [
        c
        for c in candidates
        if c.kind is not Kind.AGREEMENT
        or c.clause.noun
        or not measures & set(c.clause.slots.get("xcomp", ()))
    ]


def continue_topic(span: Span, candidates: list[Candidate]) -> None:
    """Add a fragment's topic to the talks told just before it."""
    before = [
        c
        for c in candidates
        if c.kind in {Kind.MEETING, Kind.CALL, Kind.STATEMENT} and c.span.end <= span.start
    ]
    if before:
        max(before, key=lambda c: c.span.start).topics.append(span)


def add_aims(aims: list[tuple[str, Span]], trips: list[Trip]) -> None:
    """Add what a traveller sets out to do to the traveller's trip, if the article tells only one."""
    for key, span in aims:
        own = [
            trip
            for trip in trips
            if any(part.actor.key == key for c in trip.tellings for part in c.of(Role.ACTOR))
            and not all(c.historical for c in trip.tellings)
        ]
        if len(own) == 1:
            own[0].aims.append(span)
