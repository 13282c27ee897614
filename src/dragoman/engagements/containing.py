"""Containing: nouns that stand for those they contain.

"the leaders of P and Q" are P and Q, "officials in Tehran" are Iran's, "a missile fired by P" is P's.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dragoman.engagements.tree import Tree
from dragoman.mentions.finding import Mentions
from dragoman.mentions.governments import SIDE_RULE
from dragoman.mentions.mention import Actor, Mention, MentionKind

# Nouns that stand for those they contain: "leaders of A and B", "key players, including C".
_CONTAINERS = frozenset(
    "leader leaders minister ministers official officials representative representatives delegation "
    "delegations head heads government governments side sides player players partner partners ally allies "
    "country countries member members group state states party parties counterpart counterparts envoy "
    "envoys diplomat diplomats people nation nations authority authorities team president presidents "
    "force forces militant militants fighter fighters ambassador ambassadors civilian civilians citizen "
    "citizens national nationals target targets position positions troops army territory number dozen "
    "person leadership ministry embassy soldier soldiers city cities village town refugee refugees "
    "individual individuals entity entities persons company companies firm firms bank banks victim "
    "victims one objective objectives goal goals aim aims purpose organization organizations militia "
    "militias department office agency council commission jet jets aircraft drone drones warplane "
    "warplanes navy tank tanks missile missiles bomber bombers plane planes ship ships general generals "
    "commander commanders worker workers rebel rebels villages area areas junta junta rulers ruler regime military "
    "parliament strike strikes airstrike airstrikes shelling bombardment barrage rocket rockets gunman gunmen commando "
    "commandos police guard guards peacekeepers peacekeeper submarine warship warships vessel ships mission consulate "
    "settler settlers spy spies agent agents prisoner prisoners hostage hostages detainee detainees "
    "service services negotiator negotiators dignitary dignitaries participant participants "
    "convoy contingent contingents patrol delegate delegates observer observers lawmaker lawmakers senator deputies "
    "committee treasury assembly directorate command headquarters unit units battalion brigade helicopter "
    "helicopters spokesman spokeswoman spokesperson adviser consul premier resident residents "
    "inhabitant inhabitants villager villagers advisers advisor advisors faction factions wing branch affiliate boat "
    "boats ministries collegium collegiums parliaments chiefs speakers directors secretaries kings monarchs chairs "
    "chairmen bosses coastguard coastguards navies".split()
)
# The relations of those whose something is.
OWNERS = ("nmod:poss", "compound", "amod", "nmod:desc", "flat", "appos", "nmod:unmarked")


def is_container(tree: Tree, index: int) -> bool:
    """Whether a noun stands for those it contains."""
    token = tree.sentence.tokens[index]
    return token.lemma.lower() in _CONTAINERS or token.text.lower() in _CONTAINERS


def contained(mentions: Mentions, tree: Tree, index: int) -> Iterator[tuple[Actor, Mention]]:
    """Those whom a noun that stands for others contains, nobody for any other noun."""
    if not is_container(tree, index):
        return
    found = [*_led_by(mentions, tree, index), *inside(mentions, tree, index)]
    bodies = [pair for pair in found if pair[0].kind in {MentionKind.ARMED_GROUP, MentionKind.ORGANIZATION}]
    # "Palestinian Hamas militants": the group acts, the adjective only says where it is from.
    kept = [pair for pair in found if not bodies or pair[1].rule != "demonym"]
    # "Biden administration officials": his government's, and not Biden.
    led = {at for _, m in kept if m.rule == _LED_GOVERNMENT for at in range(m.first, m.last)}
    kept = [pair for pair in kept if pair[0].kind is not MentionKind.PERSON or pair[1].first not in led]
    token = tree.sentence.tokens[index]
    sent = token.lemma.lower() in _SENT or token.text.lower() in _SENT
    yield from ((actor, as_people(mention)) for actor, mention in kept) if sent else kept


# People who go and speak for whom they are told to be of: "delegations from A and B", "officials of C".
_SENT = frozenset(
    "delegation delegate official negotiator representative envoy diplomat leader minister mission team president".split()
)


def as_people(mention: Mention) -> Mention:
    """A state's name as the people told to be of it."""
    return replace(mention, rule=SIDE_RULE) if mention.rule in _NAMES_OF_STATES else mention


_BEHIND = 4  # tokens


def are_people_of(tree: Tree, region: Mention) -> bool:
    """ "the Baltic states foreign ministers", "Nordic leaders": a region's name stands for its people."""
    tokens = tree.sentence.tokens[region.last : region.last + _BEHIND]
    return region.rule == "region members" and any(token.lemma.lower() in _SENT for token in tokens)


_LED_GOVERNMENT = "government by its leader"
_NAMES_OF_STATES = frozenset({"government name", "organization name", "armed_group name", _LED_GOVERNMENT})


_TIED = frozenset("link affiliate ally tie".split())  # "gunmen linked to G": G
_LED = frozenset("lead head chair fire launch shoot fly operate own command".split())


def _led_by(mentions: Mentions, tree: Tree, index: int) -> Iterator[tuple[Actor, Mention]]:
    """ "a delegation led by X", "a missile fired by X": X."""
    for child in tree.of(index, "acl"):
        if tree.sentence.tokens[child].lemma.lower() in _LED:
            for agent in tree.of(child, "obl"):
                mention = mentions.actor_at(tree.sentence.index, agent)
                if mention is not None and tree.case(agent) == "by":
                    yield from ((actor, mention) for actor in mention.actors)
        elif tree.sentence.tokens[child].lemma.lower() in _TIED:
            for other in tree.of(child, "obl"):
                mention = mentions.actor_at(tree.sentence.index, other)
                group = mention is not None and mention.actors[0].kind is MentionKind.ARMED_GROUP
                if mention is not None and group and tree.case(other) in {"to", "with"}:
                    yield from ((actor, mention) for actor in mention.actors)


def inside(mentions: Mentions, tree: Tree, index: int) -> Iterator[tuple[Actor, Mention]]:
    """The actors that a noun's own modifiers name: whose it is, whom it is of, in whose capital it sits."""
    tokens = tree.sentence.tokens
    for child in (*tree.children[index], *_lost_owner(tree, index)):
        between = tokens[child + 1 : index] or tokens[index + 1 : child]
        modifier = child < index or tokens[child].dep.startswith(("amod", "compound"))
        if modifier and any(token.pos == "VERB" for token in between):
            continue  # a subject the parser hung on the object, or the other way round
        dep = tree.sentence.tokens[child].dep
        case = tree.case(child)
        if (
            (dep.startswith("nmod") and case in {"of", "from", "including", "such as", "like"})
            or dep in OWNERS
            or (case == "for" and tokens[index].lemma.lower() in _SPEAKING_FOR)
            or (case == "in" and _is_seat(mentions, tree, index, child))
        ):
            for token in tree.conjuncts(child):
                mention = mentions.actor_at(tree.sentence.index, token)
                if mention is not None:
                    yield from ((actor, mention) for actor in mention.actors)
                elif dep.startswith("nmod") or dep == "appos":
                    yield from contained(mentions, tree, token)


_SPEAKING_FOR = frozenset({"spokesman", "spokeswoman", "spokesperson"})


def _lost_owner(tree: Tree, index: int) -> tuple[int, ...]:
    """The P of "P's military claims to have …", hung on a verb that was read as a noun."""
    tokens = tree.sentence.tokens
    verb = tokens[index].head
    if index < 2 or verb < 0 or tokens[index - 1].text not in {"'s", "’s"}:
        return ()
    owner = tokens[index - 1].head
    return (owner,) if tokens[owner].head == verb and tokens[owner].dep == "nmod:poss" else ()


_SEATED = frozenset(
    "ministry official authority government leadership presidency junta parliament lawmaker".split()
)


def _is_seat(mentions: Mentions, tree: Tree, index: int, child: int) -> bool:
    """ "the Foreign Ministry in Berlin", "officials in Tehran": of the state whose capital it is."""
    named = (mentions.actor_at(tree.sentence.index, own) for own in tree.of(index, "amod", "compound"))
    if tree.sentence.tokens[index].lemma.lower() not in _SEATED or any(named):
        return False  # "Russian officials in Tehran"
    mention = mentions.actor_at(tree.sentence.index, child)
    place = mentions.place_at(tree.sentence.index, child)
    return (
        mention is not None and mention.rule == "government name" and place is not None and bool(place.city)
    )
