"""Arms: whether a blow is one: struck with arms, by those who bear them, and not only when something else was done."""

from __future__ import annotations

from dragoman.engagements.candidates import Candidate
from dragoman.engagements.engagement import Role
from dragoman.engagements.tree import Tree
from dragoman.mentions.mention import MentionKind

# Verbs that hit, strike or target in peace as well; they attack only with arms in the clause.
_HARMLESS = frozenset(
    "hit strike target storm raid seize capture destroy pound hammer batter damage down sink ram blast kill "
    "wound injure shoot execute intercept snatch clash skirmish savage torch penetrate hijack commandeer "
    "besiege".split()
)
_ARMS = frozenset(
    "missile missiles rocket rockets drone drones warplane warplanes airstrike bomb bombs shell shells "
    "artillery jet jets force forces troop troops army military navy militant militants rebel rebels "
    "fighter fighters gunman gunmen soldier soldiers aircraft bomber tank tanks man men strike strikes airstrikes "
    "shelling police commando commandos guard guards warship warships submarine marine marines gunboat coastguard "
    "mortar mortars gunfire barrage embassy consulate base barracks attack attacks militia mercenary mercenaries "
    "hostage hostages warhead munition patrol convoy outpost typhoons raid ship vessel tanker frigate boat "
    "rocket-propelled gun guns grenade shrapnel".split()
)
_OFFICES = frozenset({"foreign", "treasury", "commerce"})


def is_peaceful(candidate: Candidate) -> bool:
    """Whether nobody strikes: "the storm hit P"; a foreign office that "targets" somebody sanctions them."""
    if any(
        _OFFICES & set(part.actor.label.lower().replace(",", " ").split())
        for part in candidate.of(Role.ACTOR)
    ):
        return True
    clause = candidate.clause
    carrier = clause.carrier if candidate.tree.sentence.tokens[clause.carrier].pos == "VERB" else clause.head
    if falls_into_sea(candidate.tree, carrier):
        return True
    return not clause.noun and clause.lemma in _HARMLESS and not _is_armed(candidate)


_FIRING = frozenset("fire launch lob shoot test-fire test".split())
_SEAS = frozenset("sea ocean water waters".split())
_TOWARD = frozenset({"into", "toward", "towards"})


def falls_into_sea(tree: Tree, verb: int) -> bool:
    """ "fired a missile into the sea": at nobody, whoever tells of it."""
    tokens = tree.sentence.tokens
    if tokens[verb].lemma.lower() not in _FIRING:
        return False
    behind = [node for child in (verb, *tree.of(verb, "obj")) for node in tree.of(child, "obl", "nmod")]
    aims = [node for node in behind if tree.case(node) in _TOWARD | {"at", "against"}]
    return bool(aims) and all(tokens[node].lemma.lower() in _SEAS for node in aims)


def _is_armed(candidate: Candidate) -> bool:
    if any(part.actor.kind is MentionKind.ARMED_GROUP for part in candidate.of(Role.ACTOR)):
        return True
    words = enumerate(candidate.tree.sentence.tokens)
    armed = any(token.lemma.lower() in _ARMS for index, token in words if index != candidate.clause.head)
    return armed or _hits_sites(candidate)


# Verbs of blows, and what only arms hit; a state or a city too if it is struck or pounded.
_BLOWS = frozenset({"strike", "hit", "pound", "hammer", "blast", "destroy"})
_STRUCK = frozenset(
    "site position depot hideout stronghold bunker launcher silo camp airfield airbase".split()
)
_NAMED = frozenset({"strike", "pound"})


def _hits_sites(candidate: Candidate) -> bool:
    """ "A and B strike the group's sites", "P strikes Q", not "P strikes Q with tariffs"."""
    clause, tree = candidate.clause, candidate.tree
    tokens = tree.sentence.tokens
    if clause.lemma not in _BLOWS or any(clause.slots.get(slot) for slot in ("with", "from", "off", "as")):
        return False
    if any(tokens[i].lemma.lower() in _STRUCK and not _is_a_view(tree, i) for i in clause.slot("obj")):
        return True
    named = {part.mention.last - 1 for part in candidate.of(Role.RECIPIENT)}
    return clause.lemma in _NAMED and any(index in named for index in clause.slot("obj"))


def _is_a_view(tree: Tree, index: int) -> bool:
    """ "hit P's position on the islands"."""
    return any(tree.case(child) == "on" for child in tree.of(index, "nmod"))


BEARERS = frozenset(
    "force forces troop troops army military navy soldier guard militant fighter rebel tank militia warship commando "
    "marine gunboat paramilitary unit battalion brigade convoy insurgent guerrilla jihadist separatist command "
    "coalition".split()
)
_AT_PEACE = frozenset(
    "exercise drill manoeuvre maneuver parade peacekeeping humanitarian withdraw withdrawal training".split()
)


def bears_arms(candidate: Candidate) -> bool:
    """Whether forces or an armed group do it, and not in an exercise: "troops pushed into P", "the M23 entered Q"."""
    tree, tokens = candidate.tree, candidate.tree.sentence.tokens
    subjects = list(candidate.clause.slots.get("subj", ()))
    for node in tree.ancestors(candidate.clause.head):  # "the army says it has retaken P"
        subjects.extend(tree.of(node, "nsubj"))
    acting = {tokens[token].lemma.lower() for token in subjects}
    armed = any(part.actor.kind is MentionKind.ARMED_GROUP for part in candidate.of(Role.ACTOR))
    if (not armed and BEARERS.isdisjoint(acting)) or _is_setting(candidate):
        return False
    return _AT_PEACE.isdisjoint(token.lemma.lower() for token in tokens)


_WHEN = frozenset({"after", "as", "while", "when", "since", "before", "once"})


def _is_setting(candidate: Candidate) -> bool:
    """ "the Council met as rebels closed in on P": when something else was done."""
    tree, head = candidate.tree, candidate.clause.head
    marks = {tree.sentence.tokens[mark].text.lower() for mark in tree.of(head, "mark", "advmod")}
    return tree.sentence.tokens[head].dep == "advcl" and bool(marks & _WHEN)
