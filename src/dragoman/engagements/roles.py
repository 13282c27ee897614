"""Roles: which actors stand in the slots of a clause."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dragoman.engagements.companies import without_owners
from dragoman.engagements.containing import OWNERS, as_people, contained, is_container
from dragoman.engagements.listing import listed, listed_before
from dragoman.engagements.tree import Tree
from dragoman.mentions.finding import Mentions
from dragoman.mentions.governments import SIDE_RULE
from dragoman.mentions.mention import Actor, Mention, MentionKind

# "the embargo imposed on X", "people held by X": the participle's oblique is who is concerned.
_AIMED = frozenset(
    "associate link tie connect affiliate impose place levy slap hold direct target commit detain jail carry launch "
    "share cooperate trade issue".split()
)
# "measures that target P", "the right to answer P's pressure", "rules that ban P's goods"
_REACHING = frozenset(
    "target hit aim cover affect admit resettle issue grant ban bar import export buy sell answer counter punish repel "
    "avenge aid assist support finance fund ship smuggle transport procure launder facilitate".split()
)
# "a diplomat working at B's embassy": whose he is.
_POSTED = frozenset("operate locate work serve post base station accredit assign employ".split())
_COMING = frozenset("fire launch shoot deport expel import originate come arrive return remove".split())
_ANSWERS = frozenset("respond retaliate reply react impose attack strike fire".split())
# In "the annexation of part of B's territory" B is who suffered; who did it, the noun does not say.
_DONE_TO = frozenset(
    "annexation invasion occupation bombing shelling bombardment siege killing murder abduction kidnapping arrest "
    "detention poisoning execution seizure destruction massacre blockade imprisonment persecution starvation capture "
    "beheading assassination displacement expropriation harassment jailing violation infringement breach sovereignty "
    "integrity downing ouster overthrow removal toppling".split()
)
# In "the attack by A on B" A is who acted; B is who suffered.
_SUFFERERS = frozenset({"on", "against", "in", "at", "into", "over", "near", "from", "to", "with"})

# Whoever is named so is meant, not whose "envoy" or "minister" they are.
_NAMING = frozenset({"counterpart", "name", "titled name"})


def actors_in(mentions: Mentions, tree: Tree, tokens: Iterable[int]) -> list[tuple[Actor, Mention]]:
    """The actors at some argument tokens: named there, listed beside, or contained ("the leaders of A and B")."""
    found: list[tuple[Actor, Mention]] = []
    for index in without_owners(mentions, tree, tokens):
        mention = mentions.actor_at(tree.sentence.index, index)
        if mention is not None:
            for earlier in listed_before(mentions, tree, mention):
                alike = as_people(earlier) if mention.rule == SIDE_RULE else earlier
                found.extend((actor, alike) for actor in earlier.actors)
            for other in listed(mentions, tree, mention):
                found.extend((actor, other) for actor in other.actors)
            found.extend(_spoken_for(mentions, mention))
        if mention is None:
            found.extend(_apposed(mentions, tree, index))
        if mention is None or (mention.rule not in _NAMING and is_container(tree, index)):
            found.extend(contained(mentions, tree, index))
    found = [
        pair for pair in found if not any(_names_part(pair, o) or _is_person_named(pair, o) for o in found)
    ]
    return list({actor.key: (actor, mention) for actor, mention in reversed(found)}.values())[::-1]


def _spoken_for(mentions: Mentions, mention: Mention) -> list[tuple[Actor, Mention]]:
    """The group of "Houthi leader X", where X is known for nothing else."""
    before = mentions.actor_at(mention.sentence, mention.first - 1)
    if before is None or before.rule != SIDE_RULE or is_official(mention.actors[0]):
        return []
    return [(actor, before) for actor in before.actors]


def _apposed(mentions: Mentions, tree: Tree, index: int) -> Iterator[tuple[Actor, Mention]]:
    """ "the bloc's mediator, X": the person named in apposition."""
    for child in tree.of(index, "appos", "flat", "nmod:desc"):
        mention = mentions.actor_at(tree.sentence.index, child)
        if mention is not None and mention.actors[0].kind is MentionKind.PERSON:
            yield from ((actor, mention) for actor in mention.actors)


def _names_part(whole: tuple[Actor, Mention], part: tuple[Actor, Mention]) -> bool:
    """ "the UN Security Council", "the UN mission MONUSCO": the body right behind another's name acts itself."""
    bodies = whole[0].kind is part[0].kind is MentionKind.ORGANIZATION
    return bodies and whole[1].sentence == part[1].sentence and whole[1].last == part[1].first


def _is_person_named(side: tuple[Actor, Mention], person: tuple[Actor, Mention]) -> bool:
    """ "Cuban leader X": X, named right behind, and not the side besides."""
    beside = side[1].sentence == person[1].sentence and side[1].last == person[1].first
    return beside and side[1].rule == SIDE_RULE and is_person(person[0]) and side[0].side == person[0].side


def targets_below(
    mentions: Mentions, tree: Tree, index: int, *, deep: bool, other_than: set[str]
) -> list[tuple[Actor, Mention]]:
    """Who stands behind an object that is no actor itself: "condemned the attack by X", "praised X's efforts"."""
    sentence = tree.sentence.index
    for token in _owners_first(tree, index, deep):
        mention = mentions.actor_at(sentence, token)
        if mention is None or is_of_a_plan(tree, token) or stands_behind(tree, mention):
            continue
        fitting = [(actor, mention) for actor in mention.actors if actor.key not in other_than]
        if fitting:
            for conjunct in tree.conjuncts(token)[1:]:
                more = mentions.actor_at(sentence, conjunct)
                if more is not None:
                    fitting.extend((actor, more) for actor in more.actors if actor.key not in other_than)
            return fitting
    return []


def is_of_a_plan(tree: Tree, token: int) -> bool:
    """ "his Rwanda plan", "the President's Iran policy": what it is about, and not whose it is."""
    above = tree.sentence.tokens[token].head
    return tree.sentence.tokens[token].dep == "compound" and bool(tree.of(above, "nmod:poss"))


_BACKING = frozenset(
    "back support sponsor fund finance train arm align ally broker mediate facilitate".split()
)


def stands_behind(tree: Tree, mention: Mention) -> bool:
    """ "the Iran-backed group", "US-Saudi-brokered talks": who backs somebody or brokers something is not whom it hits."""
    tokens, at = tree.sentence.tokens, mention.last
    while at + 1 < len(tokens) and tokens[at].tag == "HYPH":
        if tokens[at + 1].lemma.lower() in _BACKING:
            return True
        at += 2
    return False


def _owners_first(tree: Tree, index: int, deep: bool) -> Iterator[int]:
    """Tokens below an object in the order in which they may own it: possessor, agent, modifiers, then "of"."""
    yield index
    ranked: list[tuple[int, int]] = []
    lemma = tree.sentence.tokens[index].lemma.lower()
    for child in tree.children[index]:
        dep = tree.sentence.tokens[child].dep
        case = tree.case(child)
        if case == "of" and lemma in _DONE_TO and dep.startswith("nmod"):
            # "the arrest of a journalist by P": hung on who suffers
            ranked.extend((0, agent) for agent in tree.of(child, "nmod") if tree.case(agent) == "by")
            continue
        if dep == "conj" and _says_more(tree, index, child):
            continue
        if case in LEFT_OUT or (lemma in _HELD and case in {"in", "at"}):
            continue  # where talks are held is not who holds them
        if dep == "nmod:poss" or case == "by":
            ranked.append((0, child))
        elif dep in OWNERS or (deep and dep == "obj" and lemma in _REACHING):
            ranked.append((1, child))
        elif dep.startswith("nmod") and case in {"of", "from", "between", "among"}:
            ranked.append((2, child))
        elif deep and dep.startswith("nmod") and case not in _SUFFERERS | {"before", "under"}:
            ranked.append((3, child))
        elif deep and dep in {"acl", "acl:relcl", "conj", "nsubj", "nsubj:pass", "ccomp", "xcomp", "advcl"}:
            ranked.append((4, child))
        elif (
            deep
            and dep.startswith("obl")
            and (
                (case in {"on", "against", "by", "to", "with"} and lemma in _AIMED)
                or (case in {"at", "in", "to"} and lemma in _POSTED)
                or (case in {"between", "by"} and dep != "obl:unmarked" and _is_of_event(tree, index))
                or (case == "from" and lemma in _COMING)
            )
        ):
            ranked.append((1, child))
        elif (
            deep
            and dep.startswith("obl")
            and (case == "against" or (case in {"to", "on"} and lemma in _ANSWERS))
        ):
            ranked.append((2, child))
    for _, child in sorted(ranked):
        yield from _owners_first(tree, child, deep) if deep else (child,)


LEFT_OUT = frozenset({"except", "except for", "excluding", "besides", "other than", "apart from"})
_HELD = frozenset(
    "talk talks meeting summit conference negotiation round session visit signing dialogue hold deal agreement accord "
    "pact treaty memorandum protocol".split()
)


def _is_of_event(tree: Tree, index: int) -> bool:
    """ "the talks held between A and B", "the deal reached by A and B": a participle below what happened."""
    token = tree.sentence.tokens[index]
    return token.tag == "VBN" and token.dep == "acl"


def _says_more(tree: Tree, index: int, child: int) -> bool:
    """ "called it a declaration of war and asked the Council …": a further statement hung on the noun."""
    tokens = tree.sentence.tokens
    return tokens[child].tag in {"VBD", "VBZ", "VBP"} and tokens[index].pos in {
        "NOUN",
        "PROPN",
        "ADJ",
        "PRON",
    }


def done_to(tree: Tree, index: int) -> set[int]:
    """The tokens that name who suffers what a noun tells: the B of "the invasion of B"."""
    if tree.sentence.tokens[index].lemma.lower() not in _DONE_TO:
        return set()
    sufferers = (child for child in tree.of(index, "nmod") if tree.case(child) == "of")
    return {token for child in sufferers for token in tree.subtree(child)}


BLOODSHED = frozenset(
    "attack attacks strike airstrike bombing shelling killing killings assault assaults massacre murder raid coup "
    "abduction kidnapping violence assassination explosion blast hostage-taking hijacking shooting stabbing targeting "
    "sabotage vandalism storming arson ransacking".split()
)
"""What is condemned without a word of who did it."""
_AIMING = frozenset("target attack strike hit bomb storm kill assassinate abduct kidnap".split())
_HITTING = _AIMING | frozenset("injure wound claim rock shake leave occur take".split())


def is_blow(tree: Tree, index: int) -> bool:
    """Whether a noun tells of bloodshed: "the raid", "the shooting incident", "the attempt to target a city"."""
    tokens = tree.sentence.tokens
    lemma = tokens[index].lemma.lower()
    if lemma == "incident":
        return any(tokens[child].lemma.lower() in BLOODSHED for child in tree.of(index, "compound", "amod"))
    if lemma == "attempt":
        return any(tokens[child].lemma.lower() in _AIMING for child in tree.of(index, "acl", "xcomp"))
    return lemma in BLOODSHED


def struck_by(tree: Tree, index: int) -> set[int]:
    """The tokens that tell where a bloody deed was done, and to whom: "the bombing of a mosque in P", "that hit P"."""
    tokens = tree.sentence.tokens
    if not is_blow(tree, index):
        return set()
    places = [child for child in tree.of(index, "nmod") if tree.case(child) in _SUFFERERS - {"from", "with"}]
    telling = [
        child
        for child in tree.of(index, "acl", "acl:relcl", "xcomp")
        if tokens[child].lemma.lower() in _HITTING
    ]
    below = {token for child in (*places, *telling) for token in tree.subtree(child)}
    agents = (token for token in below if tree.case(token) in {"by", "from"})
    return below - {token for agent in agents for token in tree.subtree(agent)}


_NATIONAL = frozenset(
    "head-of-state head-of-government ambassador special-envoy secretary-general director-general vice-president "
    "high-representative deputy-head-of-government national-security-adviser permanent-representative".split()
)
# Clubs, universities and firms have them too: in small letters, the text or the tables have to know whose they are.
_ANYBODYS = ("president", "chancellor", "secretary general", "secretary-general", "director general")


def is_official(actor: Actor) -> bool:
    """Whether an actor can act between states: not a private person of whom the text and the tables tell no office."""
    if actor.title is not None and actor.title.qualifier == "late":
        return False
    office = actor.office_id is not None or actor.serves_body or actor.leads_rebels
    if actor.kind is not MentionKind.PERSON or office:
        return True
    role = actor.role
    if actor.country is None:  # a governor of nowhere is no side; a foreign minister of an unnamed state is
        if actor.entity_id is None and actor.title is not None and actor.title.text.endswith(_ANYBODYS):
            return False
        return role is not None and (
            role in _NATIONAL or role.endswith(("-minister", "-secretary", "secretary-of-state"))
        )
    return actor.title is not None or actor.entity_id is not None


def is_person(actor: Actor) -> bool:
    """Whether an actor is one person (named, or an office that one person holds)."""
    return actor.kind is MentionKind.PERSON or actor.title is not None
