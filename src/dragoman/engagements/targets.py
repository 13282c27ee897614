"""Targets: whom an act is aimed at where no slot of its clause names an actor.

First who stands behind an argument ("condemned the attack by X"), then the state of a place that was hit, then, for
triggers that always have one, the nearest actor of another side.
"""

from __future__ import annotations

from dragoman.engagements.candidates import Part, side_of
from dragoman.engagements.clauses import Clause, clause_words
from dragoman.engagements.companies import describes_stranger, is_firm
from dragoman.engagements.engagement import Kind, Role
from dragoman.engagements.lexicon import Trigger
from dragoman.engagements.owners import places_as_actors
from dragoman.engagements.roles import actors_in, done_to, is_blow, is_official, struck_by, targets_below
from dragoman.engagements.slots import slot_tokens
from dragoman.engagements.tree import Tree
from dragoman.mentions.finding import Mentions
from dragoman.mentions.mention import Actor, Mention


def own_people(tree: Tree, mentions: Mentions, entry: Trigger, parts: list[Part]) -> set[str]:
    """Those of the parts, and who else is of the side that acts: "the President threatens that the United States …"."""
    sides = {part.side for part in parts if part.role is Role.ACTOR and entry.kind is Kind.THREAT}
    return {part.actor.key for part in parts} | {
        actor.key
        for index in range(len(tree.sentence.tokens))
        if (mention := mentions.actor_at(tree.sentence.index, index)) is not None
        for actor in mention.actors
        if side_of(actor) in sides
    }


_TARGET_SLOTS = (
    "obj",
    "with",
    "to",
    "for",
    "on",
    "against",
    "over",
    "of",
    "ccomp",
    "xcomp",
    "as",
    "iobj",
    "from",
    "in",
    "at",
    "about",
    "subj",
)
_HEARING = frozenset({"obj", "iobj", "to", "with"})
_PROTESTING = frozenset({"protest", "complain", "object"})


_VOICED = frozenset({Kind.STATEMENT, Kind.ACCUSATION})


def named_targets(
    tree: Tree, clause: Clause, entry: Trigger, mentions: Mentions, acting: set[str]
) -> list[tuple[Actor, Mention]]:
    """Who stands behind one of the arguments, the likeliest slot first."""
    if clause.noun:
        own = targets_below(mentions, tree, clause.head, deep=entry.deep, other_than=acting)
        own = [pair for pair in own if not _is_of_firm(tree, entry, pair[1])]
        voiced = entry.kind in _VOICED and bool(own) and own[0][1].first in clause.slots.get("poss", ())
        if own and not voiced:  # "voiced their rejection": not of themselves
            return own
    suffering = _suffering(tree, clause, entry.kind)
    if entry.judges or entry.mode == "comment":  # "called it a provocation": a deed, and nobody
        suffering |= {t for t in clause.slots.get("obj", ()) if tree.sentence.tokens[t].pos == "PRON"}
    occasion = ("subordinate",) if clause.lemma in _PROTESTING else ()
    for slot in (*_TARGET_SLOTS, *occasion):
        if slot == "with" and entry.kind in {Kind.THREAT, Kind.ATTACK}:
            continue  # whom one acts with is not whom one acts against
        if slot in {"in", "at"} and entry.kind is Kind.ACCUSATION and slot not in entry.roles:
            continue  # where blood was shed is not who shed it
        if slot in _HEARING and entry.kind is Kind.ACCUSATION and entry.xcomps:
            continue  # "told the court that P was …": the court is told, and P charged
        for token in slot_tokens(clause, slot):
            if token in suffering or (slot == "subj" and is_firm(tree, token)):
                continue
            if _is_go_between(tree, token):
                continue
            if slot == "at" and tree.sentence.tokens[token].lemma.lower() in _TALKS:
                continue  # "ruled out force at Q talks": where
            accused = entry.kind is Kind.ATTACK and _is_accused(tree, token)
            deep = entry.deep and slot != "subj" and not accused  # "X, who helped Y, threatened …": not Y
            found = targets_below(mentions, tree, token, deep=deep, other_than=acting)
            found = [pair for pair in found if not _is_of_firm(tree, entry, pair[1])]
            if found:
                return found
    return _told_of(tree, clause, mentions, acting) if entry.kind is Kind.SANCTION else []


_TALKS = frozenset({"talk", "talks", "negotiation", "negotiations", "meeting", "summit"})
_LISTED = frozenset(
    "individual person people official general businessman businessmen businesswoman leader judge commander entity "
    "company firm group network politician officer prosecutor lawmaker minister man woman member organisation "
    "organization militia gang".split()
)


def _told_of(tree: Tree, clause: Clause, mentions: Mentions, acting: set[str]) -> list[tuple[Actor, Mention]]:
    """The state that those listed did it in: "sanctions on three generals involved in the violence in P"."""
    for slot in ("obj", "on", "against", "of"):
        told = slot_tokens(clause, slot)
        owners = (child for token in told for child in tree.of(token, "nmod") if tree.case(child) == "of")
        for token in (*told, *owners):  # "blocked the property of persons who …"
            if tree.sentence.tokens[token].lemma.lower() not in _LISTED:
                continue
            for node in tree.subtree(token):
                found = places_as_actors(mentions, tree, node) if tree.case(node) == "in" else []
                if found and found[0][0].key not in acting:
                    return found
    return []


def _is_of_firm(tree: Tree, entry: Trigger, mention: Mention) -> bool:
    """ "an agreement with the Q engineering company X", "sued a Q mining company": Q is no side; of sanctions it is."""
    return entry.kind in _WITH_FIRMS and describes_stranger(tree, mention)


_WITH_FIRMS = frozenset({Kind.AGREEMENT, Kind.MEDIATION, Kind.ACCUSATION, Kind.STATEMENT, Kind.DEMAND})


_GO_BETWEEN = frozenset({"mediation", "brokering", "intercession", "facilitation"})


def _is_go_between(tree: Tree, token: int) -> bool:
    """ "freed after mediation by P": P brought it about, and it is not aimed at them."""
    tokens = tree.sentence.tokens
    above = tokens[token].head
    told = tokens[token].lemma.lower() in _GO_BETWEEN
    return told or (above >= 0 and tokens[above].lemma.lower() in _GO_BETWEEN)


def _suffering(tree: Tree, clause: Clause, kind: Kind) -> set[int]:
    """Who is no target of an accusation: the B of "the invasion of B", those of "over the war
    between A and B", and of what is said along with it.
    """
    if kind is not Kind.ACCUSATION:
        return set()
    told = {index for slot in clause.slots.values() for index in slot}
    found = {token for index in told for token in done_to(tree, index) | struck_by(tree, index)}
    matters = [token for slot in ("over", "about") for token in slot_tokens(clause, slot)]
    shed = any(is_blow(tree, index) for index in clause.slots.get("obj", ()))
    named = {token for index in clause.slots.get("obj", ()) for token in tree.subtree(index)}
    beside = [*(matters if named else ()), *clause.slots.get("advcl", ())]
    beside.extend(token for slot in ("in", "at") if shed for token in clause.slots.get(slot, ()))
    if clause.lemma not in _PROTESTING:  # "protested after P had closed the border": against P
        beside.extend(clause.slots.get("subordinate", ()))
    return found | {token for index in beside for token in tree.subtree(index)}


def _is_accused(tree: Tree, token: int) -> bool:
    """ "executed eight men accused of spying for P": P is not whom it hits."""
    charged = {tree.sentence.tokens[child].lemma.lower() for child in tree.of(token, "acl")}
    return bool(charged & {"accuse", "suspect", "convict", "charge"})


def senders_of(mentions: Mentions, tree: Tree, clause: Clause, token: int) -> list[tuple[Actor, Mention]]:
    """Whose a missile is that somebody intercepts: "rockets fired from P"."""
    defending = [mentions.actor_at(tree.sentence.index, index) for index in slot_tokens(clause, "subj")]
    own = {mention.actors[0].key for mention in defending if mention is not None}
    return targets_below(mentions, tree, token, deep=True, other_than=own)


def places_hit(tree: Tree, clause: Clause, mentions: Mentions, parts: list[Part]) -> list[Part]:
    """The state of a place below the object or behind "in", "on", "at", "of" ("killed six people in Kherson")."""
    acting = {part.side for part in parts}
    for slot in "obj of on against in at near across inside from into for toward towards onto".split():
        for token in slot_tokens(clause, slot):
            beside = tree.of(token, "acl") if slot == "obj" and _is_accused(tree, token) else []
            aside = {below for child in beside for below in tree.subtree(child)}
            for node in tree.subtree(token):
                found = places_as_actors(mentions, tree, node) if node not in aside else []
                if found and side_of(found[0][0]) not in acting:
                    return [Part(Role.RECIPIENT, *found[0])]
    named = tree.of(clause.head, "compound") if clause.noun else []  # "the Moscow concert hall attack"
    for node in (below for token in named for below in tree.subtree(token)):
        found = places_as_actors(mentions, tree, node)
        if found and side_of(found[0][0]) not in acting:
            return [Part(Role.RECIPIENT, *found[0])]
    return []


_HARMED = frozenset(
    "kill wound injure hit strike damage destroy die shoot burn sink perish maim devastate".split()
)


def harmed_in(tree: Tree, clause: Clause, mentions: Mentions, parts: list[Part]) -> list[Part]:
    """Who suffers an attack that stands beside: "two P soldiers were killed in a Q airstrike"."""
    tokens = tree.sentence.tokens
    verb = tokens[clause.head].head
    if not clause.noun or verb < 0 or tokens[verb].lemma.lower() not in _HARMED:
        return []
    acting = {part.actor.key for part in parts}
    sides = {part.side for part in parts}
    for token in tree.of(verb, "nsubj:pass", "nsubj"):
        found = targets_below(mentions, tree, token, deep=False, other_than=acting)
        found = found or [
            pair for node in tree.subtree(token) for pair in places_as_actors(mentions, tree, node)
        ]
        if others := [(actor, mention) for actor, mention in found if side_of(actor) not in sides]:
            return [Part(Role.RECIPIENT, *pair) for pair in others[:1]]
    return []


_FIGHTING = frozenset("warring conflict war fighting hostilities feuding rival belligerent".split())
_FACTIONS = frozenset(
    "party parties side sides faction factions belligerent belligerents actor actors authority authorities general "
    "generals ruler rulers junta army group groups leader leaders".split()
)


def factions_of(tree: Tree, clause: Clause, entry: Trigger, mentions: Mentions) -> list[Part]:
    """The state whose parties are called on: "called upon the parties to the conflict in X to …"."""
    if entry.kind is not Kind.DEMAND:
        return []
    asked = [token for slot in ("on", "upon", "obj") for token in clause.slots.get(slot, ())]
    for token in asked:
        words = {tree.sentence.tokens[node].text.lower() for node in tree.subtree(token)}
        if tree.sentence.tokens[token].lemma.lower() not in _FACTIONS or not words & _FIGHTING:
            continue
        for node in tree.subtree(token):
            if tree.case(node) in {"in", "of"} and (found := places_as_actors(mentions, tree, node)):
                return [Part(Role.RECIPIENT, *found[0])]
    return []


_OF_A_STATE = frozenset(
    "arrest detention imprisonment sentence sentencing conviction verdict trial execution crackdown jailing ruling "
    "raid expulsion closure law treatment persecution discrimination repression oppression burning desecration "
    "demolition prosecution torture deportation mistreatment".split()
)


def whose_courts(
    tree: Tree, clause: Clause, entry: Trigger, mentions: Mentions, parts: list[Part]
) -> list[Part]:
    """The state in whose country somebody was arrested or sentenced: "protested the arrest of X in Tehran"."""
    accused = any(part.role is Role.RECIPIENT and is_official(part.actor) for part in parts)
    if entry.kind is not Kind.ACCUSATION or accused:
        return []
    acting = {part.side for part in parts}
    for slot in ("obj", "subj", "by", "at", "over", "against"):
        for token in slot_tokens(clause, slot):
            if tree.sentence.tokens[token].lemma.lower() not in _OF_A_STATE:
                continue
            for node in tree.subtree(token):
                found = places_as_actors(mentions, tree, node) if tree.case(node) == "in" else []
                if found and side_of(found[0][0]) not in acting:
                    return [Part(Role.RECIPIENT, *found[0])]
    return []


def nearest(tree: Tree, clause: Clause, entry: Trigger, mentions: Mentions, parts: list[Part]) -> list[Part]:
    """The first actor of another side behind the trigger in its own clause; who is reported to speak is none."""
    acting = {part.side for part in parts}
    role = Role.PARTICIPANT if entry.kind is Kind.AGREEMENT else Role.RECIPIENT
    head = clause.carrier
    shed = entry.kind is Kind.ACCUSATION and any(is_blow(tree, i) for i in clause.slots.get("obj", ()))
    apart = shed or entry.kind is Kind.STATEMENT  # "and offered condolences to P": not P
    own = clause_words(tree, head) if apart else tree.subtree(head)
    below = set(own) - _suffering(tree, clause, entry.kind) - _meanwhile(tree, head)
    for mention in mentions.actors:
        if mention.sentence != tree.sentence.index or "pronoun" in mention.rule:
            continue
        said = any(mention.first in tree.subtree(token) for token in clause.slots.get("ccomp", ()))
        if mention.first <= min(head, clause.head) and not said:
            continue
        inside = below & set(range(mention.first, mention.last))
        beside = _BESIDE - {"with"} if role is Role.PARTICIPANT else _BESIDE
        if not inside or any(_is_speaker(tree, index) or tree.case(index) in beside for index in inside):
            continue
        others = [actor for actor in mention.actors if side_of(actor) not in acting and is_official(actor)]
        if others and not _is_of_firm(tree, entry, mention):
            further = _listed_with(tree, mention, mentions, acting)
            return [Part(role, actor, m) for actor, m in (*((a, mention) for a in others), *further)]
    return []


def _meanwhile(tree: Tree, head: int) -> set[int]:
    """What else goes on: "…, while P votes"."""
    clauses = (c for c in tree.of(head, "advcl") if any(_is_while(tree, mark) for mark in tree.of(c, "mark")))
    return {node for clause in clauses for node in tree.subtree(clause)}


def _is_while(tree: Tree, index: int) -> bool:
    return tree.sentence.tokens[index].text.lower() in {"while", "whereas", "whilst"}


def _listed_with(
    tree: Tree, mention: Mention, mentions: Mentions, acting: set[str]
) -> list[tuple[Actor, Mention]]:
    """Who else of another side is listed with somebody: "wipe out P and Q"."""
    heads = (index for index in range(mention.first, mention.last) if tree.of(index, "conj"))
    found = [pair for index in heads for pair in actors_in(mentions, tree, tree.of(index, "conj"))]
    known = {actor.key for actor in mention.actors}
    return [(a, m) for a, m in found if is_official(a) and side_of(a) not in acting and a.key not in known]


_BESIDE = frozenset(
    {"in", "at", "near", "inside", "with", "alongside", "after", "before", "during", "since", "like"}
)


def _is_speaker(tree: Tree, index: int) -> bool:
    """Whether a token is the subject of a verb of reporting ("…, the French ministry said")."""
    token = tree.sentence.tokens[index]
    return token.dep == "nsubj" and tree.sentence.tokens[token.head].lemma.lower() in {
        "say",
        "tell",
        "add",
        "report",
    }


def is_concerned(part: Part, entry: Trigger) -> bool:
    """Whether a recipient is whom the act is aimed at: of "expelled X, a diplomat at B's embassy" B is still to be found."""
    return entry.kind is not Kind.EXPULSION or is_official(part.actor)


_QUARRELS = frozenset(
    {"peace", "truce", "ceasefire", "cease-fire", "fire", "hostage", "hostages", "war", "crisis", "conflict"}
)


def is_topic(tree: Tree, clause: Clause, mention: Mention) -> bool:
    """Whether a place before a noun is what is talked about, or where: "Ukraine peace summit", "at Oman talks"."""
    between = {token.text.lower() for token in tree.sentence.tokens[mention.last : clause.head]}
    named = mention.rule in {"government name", "demonym"} and mention.last <= clause.head
    scene = clause.noun and tree.case(clause.head) == "at" and mention.last == clause.head
    return named and ((mention.rule != "demonym" and bool(between & _QUARRELS)) or scene)
