"""Neighbours: who stands beside a contact's words in the text, where the tree lost them.

"X on Monday received in audience the minister Y": X before the verb, Y behind it, whatever hangs on what.
"""

from __future__ import annotations

from dragoman.engagements.candidates import Part, side_of
from dragoman.engagements.clauses import Clause
from dragoman.engagements.engagement import Role
from dragoman.engagements.owners import owners_of
from dragoman.engagements.roles import actors_in, is_official, is_person
from dragoman.engagements.slots import slot_tokens
from dragoman.engagements.tree import Tree, first_listed_infinitive
from dragoman.mentions.finding import Mentions
from dragoman.mentions.mention import Actor, Mention
from dragoman.mentions.phrases import POSSESSIVE

RECEIVING = frozenset({"receive", "meet", "host", "greet"})
_FACING = frozenset("meet receive host see welcome greet phone telephone call".split())


def actor_behind(tree: Tree, clause: Clause, mentions: Mentions) -> tuple[int, ...]:
    """The actor right behind an active verb, where the parser hung it on what stands before ("met X" as one name)."""
    start = clause.head + 1
    if clause.noun or clause.passive or clause.lemma not in _FACING or start >= len(tree.sentence.tokens):
        return ()
    mention = mentions.actor_at(tree.sentence.index, start)
    return (mention.first,) if mention is not None and mention.first == start else ()


def first_person_behind(tree: Tree, clause: Clause, mentions: Mentions, parts: list[Part]) -> list[Part]:
    """Whom "received at his office the minister …" is about, where the parser lost the object."""
    sides = {part.side for part in parts}
    faced = bool(slot_tokens(clause, "obj")) or len(sides) > 1
    if clause.lemma not in RECEIVING or clause.noun or faced:
        return []
    for mention in mentions.actors:
        if mention.sentence != tree.sentence.index or mention.first <= clause.head:
            continue
        actor = mention.actors[0]
        if _is_aside(tree, clause, mention):
            continue
        if is_person(actor) and mention.rule == "titled name" and side_of(actor) not in sides:
            before = tree.sentence.tokens[max(mention.first - 1, 0)].text.lower()
            return [] if before in {"by", "of", "for"} else [Part(Role.PARTICIPANT, actor, mention)]
    return []


def _is_aside(tree: Tree, clause: Clause, mention: Mention) -> bool:
    """ "met for talks that include a call with X": told of in a relative clause."""
    tokens, node = tree.sentence.tokens, mention.first
    while node >= 0 and node != clause.head:
        relative = tokens[node].dep.startswith("acl") and any(
            tokens[i].tag == "WDT" for i in tree.children[node]
        )
        if relative and node > clause.head:
            return True
        node = tokens[node].head
    return False


_VEHICLES = frozenset(
    "plane aircraft jet train motorcade convoy helicopter airliner flight entourage yacht".split()
)
_CARRYING = frozenset({"carry", "bring", "transport", "fly", "take"})


def aboard(tree: Tree, mentions: Mentions, token: int) -> list[tuple[Actor, Mention]]:
    """Who travels in what arrives: "X's train crossed into P", "a plane carrying X landed"."""
    if tree.sentence.tokens[token].lemma.lower() not in _VEHICLES:
        return []
    found = owners_of(mentions, tree, token)
    for clause in tree.of(token, "acl", "acl:relcl"):
        if tree.sentence.tokens[clause].lemma.lower() in _CARRYING:
            found.extend(actors_in(mentions, tree, tree.of(clause, "obj")))
    return [(actor, mention) for actor, mention in found if is_person(actor)]


def actor_before(tree: Tree, clause: Clause, mentions: Mentions) -> Mention | None:
    """The actor right before an active verb, or the verb that carries the noun, where the parser missed the subject."""
    tokens, verb = tree.sentence.tokens, clause.carrier
    finite = tokens[verb].tag in {"VBD", "VBZ", "VBP"} or bool(tree.of(verb, "aux"))
    if clause.passive or not finite or tokens[verb].pos not in {"VERB", "AUX"} or clause.head < verb:
        return None
    if clause.noun and tree.of(verb, "nsubj", "nsubj:pass"):
        return None  # "talks brokered by X ended": the talks did
    position = verb - 1
    while position >= 0 and tokens[position].pos in {"AUX", "ADV", "PART"}:
        position -= 1
    if position > 0 and tokens[position].text == ",":
        named = mentions.actor_at(tree.sentence.index, position - 1)
        apposed = named is not None and any(token.text == "," for token in tokens[named.first : named.last])
        return named if apposed else None  # "the Emir of P, NAME, received"
    named = mentions.actor_at(tree.sentence.index, position) if position >= 0 else None
    governed = named is not None and named.first > 0 and tokens[named.first - 1].pos == "ADP"
    return None if governed else named  # "talks brokered by P ended"


def line_owner(tree: Tree, clause: Clause, mentions: Mentions) -> Mention | None:
    """Whose doing a diary's subjectless line tells, if the clause is what the line tells."""
    owner = mentions.diary.get(tree.sentence.index)
    if owner is None:
        return None
    above = tree.ancestors(clause.carrier)
    governed = any(tree.sentence.tokens[node].pos == "VERB" and tree.of(node, "nsubj") for node in above)
    return None if governed else owner


def owner_before(tree: Tree, clause: Clause, mentions: Mentions) -> tuple[int, ...]:
    """Whose an event is by the words right before it, wherever the parser hung them: "on Adviser A's call with B"."""
    tokens = tree.sentence.tokens
    at = clause.head - 1
    while at > 0 and tokens[at].pos in {"ADJ", "NOUN"} and tokens[at].text not in POSSESSIVE:
        at -= 1
    if not clause.noun or at < 1 or tokens[at].text not in POSSESSIVE:
        return ()
    return (at - 1,) if mentions.actor_at(tree.sentence.index, at - 1) is not None else ()


_INSIDE = frozenset({"ADJ", "NOUN", "PROPN", "NUM", "PUNCT"})
_DASHES = frozenset({"-", "–", "—", "/"})


def pair_before(tree: Tree, clause: Clause, mentions: Mentions) -> tuple[int, ...]:
    """The sides joined by a dash before an event's noun, wherever the parser hung them: "the 28th A-B consultations"."""
    tokens, index = tree.sentence.tokens, tree.sentence.index
    at = clause.head - 1
    while at > 0 and tokens[at].pos in _INSIDE and mentions.actor_at(index, at) is None:
        at -= 1
    found: list[int] = []
    while at >= 0 and (mention := mentions.actor_at(index, at)) is not None:
        found.append(mention.first)
        if mention.first < 2 or tokens[mention.first - 1].text not in _DASHES:
            break
        at = mention.first - 2
    return tuple(found) if len(found) > 1 else ()


_PLEASURES = frozenset("pleasure honor honour privilege delight joy".split())


def whose_pleasure(tree: Tree, clause: Clause, mentions: Mentions) -> Mention | None:
    """Whose pleasure it is in "It was an honor to host A": the speaker's."""
    above = pleasure_above(tree, clause.carrier)
    if above is None:
        return None
    tokens = tree.sentence.tokens
    told = {tokens[child].text.lower() for child in tree.of(above, "expl", "nsubj", "nmod:poss")}
    speakers = tuple(a for a in mentions.voices.get(tree.sentence.index, ()) if is_official(a))
    if len(speakers) != 1 or not told <= {"it", "this", "my", "our"}:
        return None
    return Mention(tree.sentence.index, above, above + 1, tokens[above].span, speakers, "speaker")


# What a speaker thanks for by way of courtesy: "thank you for being here", "for your question".
_COURTESIES = frozenset(
    "be here come join have ask question time attention patience welcome moment remark word opportunity".split()
)


def whose_thanks(tree: Tree, clause: Clause, mentions: Mentions) -> Mention | None:
    """Who thanks in "Thank you for taking in refugees": the speaker; a bare "thank you" is courtesy."""
    tokens, head = tree.sentence.tokens, clause.head
    if clause.noun or tokens[head].lemma.lower() != "thank" or tokens[head].tag not in {"VB", "VBP"}:
        return None
    told = [
        below
        for below in tree.of(head, "obl", "advcl")
        if any(tokens[mark].text.lower() == "for" for mark in tree.of(below, "case", "mark"))
    ]
    speakers = tuple(a for a in mentions.voices.get(tree.sentence.index, ()) if is_official(a))
    words = [{tokens[at].lemma.lower() for at in (below, *tree.of(below, "obj"))} for below in told]
    if len(speakers) != 1 or not any(_COURTESIES.isdisjoint(named) for named in words):
        return None
    return Mention(tree.sentence.index, head, head + 1, tokens[head].span, speakers, "speaker")


def pleasure_above(tree: Tree, verb: int) -> int | None:
    """The honour or pleasure that an infinitive tells: "a pleasure to meet A"."""
    tokens = tree.sentence.tokens
    head = first_listed_infinitive(tree, verb)
    above = tokens[head].head
    fits = tokens[head].tag == "VB" and above >= 0 and tokens[above].lemma.lower() in _PLEASURES
    return above if fits else None


def is_pleasure_to_come(tree: Tree, pleasure: int) -> bool:
    """ "it will be an honour to meet X"; not "it has been an honour"."""
    return any(tree.sentence.tokens[aux].tag == "MD" for aux in tree.of(pleasure, "aux"))


_BETWEEN = frozenset({"PROPN", "CCONJ", "DET", "ADP", "PUNCT", "ADJ", "NUM"})
_LISTED = 30  # tokens


def agent_behind(tree: Tree, clause: Clause, mentions: Mentions) -> tuple[int, ...]:
    """Who makes a journey, behind the places it goes to: "a trip to P, Q and R by Envoy A", hung on the last place."""
    tokens = tree.sentence.tokens
    for index in range(clause.head + 1, min(clause.head + _LISTED, len(tokens) - 1)):
        if tokens[index].text.lower() == "by":
            mention = mentions.actor_at(tree.sentence.index, index + 1) or mentions.actor_at(
                tree.sentence.index, index + 2
            )
            return (mention.last - 1,) if mention is not None and mention.first > index else ()
        if tokens[index].pos not in _BETWEEN:
            return ()
    return ()
