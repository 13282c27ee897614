"""Goals: the places a trip goes to, of its clause and of what the parser hung elsewhere ("then to B and finally to C")."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.engagements.clauses import Clause
from dragoman.engagements.lexicon import Trigger
from dragoman.engagements.slots import slot_tokens
from dragoman.engagements.tree import Tree
from dragoman.mentions.finding import Mentions
from dragoman.mentions.mention import MentionKind, PlaceMention


def find_goals(tree: Tree, clause: Clause, entry: Trigger, mentions: Mentions) -> Iterator[PlaceMention]:
    """The places a trip goes to, in text order."""
    if _is_turning(tree, clause):
        return
    seen: set[int] = set()
    slots = [*entry.goal, "from"] if clause.lemma in {"tour", "trip", "swing"} else list(entry.goal)
    tokens = [
        token
        for slot in slots
        for token in slot_tokens(clause, slot)
        if not _is_of_another(tree, clause, token)
    ]
    if tokens and "to" in slots:
        tokens.extend(_onward(tree, clause, mentions))
    if mentions.dateline is not None and _is_here(tree, clause):
        yield mentions.dateline
    if not any(mentions.place_at(tree.sentence.index, i) for t in tokens for i in _place_tokens(tree, t)):
        tokens.extend(_lost_goal(tree, clause, entry, mentions))
        tokens.extend(_goal_of_purpose(tree, clause, mentions))
    for token in sorted(set(tokens)):
        mention = mentions.actor_at(tree.sentence.index, token)
        if mention is not None and mention.actors and mention.actors[0].kind is MentionKind.PERSON:
            continue
        for index in sorted(_place_tokens(tree, token)):
            place = mentions.place_at(tree.sentence.index, index)
            if place is not None and place.first not in seen and not mentions.is_in_title(place):
                seen.add(place.first)
                yield place
                break


def _is_turning(tree: Tree, clause: Clause) -> bool:
    """ "Coming back to P, I would add that …": to P as a subject."""
    words = [token.text.lower() for token in tree.sentence.tokens]
    head = clause.head
    turn = max(
        (at + 1 for at in range(head) if words[at] == ":"), default=0
    )  # "MINISTER VELL: Coming back …"
    opening = all(word in _OPENERS for word in words[turn:head])
    return opening and words[head + 1 : head + 2] == ["back"] and words[head] in _COMING


_COMING = frozenset({"coming", "going", "getting", "circling"})
_OPENERS = frozenset({"and", "so", "but", "now", "just", "then", "well", ",", "yes", "okay"})


def _is_here(tree: Tree, clause: Clause) -> bool:
    """ "arrived here on Friday", "flew in for the ceremony": in the city of the dateline."""
    words = {tree.sentence.tokens[token].text.lower() for token in clause.slots.get("adverb", ())}
    return "here" in words or (clause.lemma in {"fly", "jet"} and (clause.particle == "in" or "in" in words))


_OTHER_EVENTS = frozenset({"visit", "trip", "tour", "stop", "talk", "talks", "meeting", "journey"})


def _is_of_another(tree: Tree, clause: Clause, token: int) -> bool:
    """ "arrived in P after visits to Q": Q belongs to the visits."""
    while tree.sentence.tokens[token].dep == "conj":
        token = tree.sentence.tokens[token].head
    head = tree.sentence.tokens[token].head
    return head >= 0 and head != clause.head and tree.sentence.tokens[head].lemma.lower() in _OTHER_EVENTS


def _lost_goal(tree: Tree, clause: Clause, entry: Trigger, mentions: Mentions) -> Iterator[int]:
    """A place right behind the trigger and its preposition, or before "where", that the parser hung elsewhere."""
    tokens = tree.sentence.tokens
    head = clause.head
    if any(tokens[token].text.lower() == "where" for token in clause.slots.get("adverb", ())):
        where = next(token for token in clause.slots["adverb"] if tokens[token].text.lower() == "where")
        behind = where - 2 if tokens[where - 1].text == "," else where - 1
        if behind >= 0 and mentions.place_at(tree.sentence.index, behind) is not None:
            yield behind
    elif "obj" in entry.goal and not clause.noun and not clause.passive and head + 1 < len(tokens):
        place = mentions.place_at(tree.sentence.index, head + 1)
        if place is not None and place.first == head + 1:
            yield place.first
    elif head + 2 < len(tokens) and tokens[head + 1].text.lower() in entry.goal:
        place = mentions.place_at(tree.sentence.index, head + 2)
        if place is not None and place.first == head + 2:
            yield place.first
    if clause.noun and "to" in entry.goal:
        yield from _behind_traveller(tree, clause, mentions)


_PURPOSES = frozenset(
    "attend participate take join represent address meet hold chair lead witness deliver sign speak".split()
)
_HOMES = frozenset({"country", "capital", "home", "city", "nation"})


def _goal_of_purpose(tree: Tree, clause: Clause, mentions: Mentions) -> Iterator[int]:
    """ "left P to attend the summit in Q": Q, where what somebody leaves for is held."""
    tokens, index = tree.sentence.tokens, tree.sentence.index
    left = clause.slots.get("obj", ())
    if clause.lemma not in {"leave", "depart"} or any(
        tokens[token].lemma.lower() not in _HOMES and mentions.place_at(index, token) is None
        for token in left
    ):
        return
    for wanted in (*clause.slots.get("xcomp", ()), *clause.slots.get("advcl", ())):
        if wanted > clause.head and tokens[wanted].lemma.lower() in _PURPOSES:
            yield from (
                token
                for token in tree.subtree(wanted)
                if tree.case(token) in {"in", "at"} and mentions.place_at(index, token) is not None
            )


def _behind_traveller(tree: Tree, clause: Clause, mentions: Mentions) -> Iterator[int]:
    """ "the visit of the President of P NAME to Q": Q, which the parser hung on the name."""
    tokens = tree.sentence.tokens
    for token in slot_tokens(clause, "of") + slot_tokens(clause, "by"):
        traveller = mentions.actor_at(tree.sentence.index, token)
        behind = traveller.last if traveller is not None else len(tokens)
        if behind + 1 < len(tokens) and tokens[behind].text.lower() == "to":
            yield behind + 1 + (tokens[behind + 1].text.lower() == "the")


_ORDER_WORDS = frozenset(
    {"then", "finally", "on", "later", "onward", "onwards", "afterwards", "lastly", "before", "and"}
)


def _onward(tree: Tree, clause: Clause, mentions: Mentions) -> list[int]:
    """Further stops told in order ("then to B and C, and finally to D"), wherever the parser hung them."""
    tokens = tree.sentence.tokens
    found: list[int] = []
    for place in mentions.places:
        if place.sentence != tree.sentence.index or place.first <= clause.head:
            continue
        before = [tokens[place.first - hop].text.lower() if place.first >= hop else "" for hop in (1, 2)]
        ordered = before[0] == "to" and before[1] in _ORDER_WORDS
        listed = bool(found) and before[0] == "and" and found[-1] == place.first - 2
        if ordered or listed:
            found.append(place.last - 1)
    return found


def _place_tokens(tree: Tree, token: int) -> list[int]:
    """A goal's own token first, then what it contains ("the capital of France")."""
    inner = [
        child
        for child in tree.of(token, "nmod", "appos", "flat", "compound", "amod")
        if tree.case(child) not in {"for", "with", "about"}
    ]
    return [token, *inner]
