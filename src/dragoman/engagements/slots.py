"""Slots: the tokens that fill a clause's slots, with what the parser hung elsewhere."""

from __future__ import annotations

from dragoman.engagements.clauses import Clause
from dragoman.engagements.tree import Tree
from dragoman.mentions.finding import Mentions


def slot_tokens(clause: Clause, slot: str) -> tuple[int, ...]:
    """The tokens of a slot; a preposition may also hang on an argument (``~with``)."""
    own, nested = clause.slots.get(slot, ()), clause.slots.get(f"~{slot}", ())
    if slot == "with":  # "displeased with A's ties with B": B has ties
        tokens = clause.sentence.tokens
        nested = tuple(token for token in nested if token not in own and tokens[token].head not in own)
    elif slot == "from":  # "a strike on a boat from P": the boat's
        aims = {*clause.slots.get("on", ()), *clause.slots.get("against", ()), *clause.slots.get("at", ())}
        nested = tuple(token for token in nested if clause.sentence.tokens[token].head not in aims)
    elif slot == "to":  # "a protest over references to A": to nobody
        matters = {*clause.slots.get("over", ()), *clause.slots.get("about", ())}
        tokens = clause.sentence.tokens
        nested = tuple(
            token
            for token in nested
            if tokens[token].head not in matters and tokens[tokens[token].head].lemma not in _JOURNEYS
        )
    return own + nested


_JOURNEYS = frozenset({"visit", "trip", "journey", "tour"})  # "spoke during a visit to P": not to P


_BEHIND_NOUNS = frozenset({"with", "from", "between"})
_BEHIND_VERBS = frozenset({"with", "to", "from", "for", "on", "against"})
# "a meeting is planned between A and B": what may stand between the noun and the preposition.
_ARRANGED = frozenset({"be", "plan", "schedule", "expect", "arrange", "hold", "due", "set"})


# How many tokens behind its verb or noun a lost argument may stand.
_NEAR = 6
_FAR = 10


def stray_tokens(mentions: Mentions, tree: Tree, clause: Clause, slot: str) -> tuple[int, ...]:
    """Arguments behind a preposition in the text but not in the tree ("spoke today with X" read as an object).

    The preposition has to stand behind the verb with nothing but adverbs, days and names between.
    """
    if slot not in (_BEHIND_NOUNS if clause.noun else _BEHIND_VERBS):
        return ()
    tokens = tree.sentence.tokens
    if slot == "between" and tokens[clause.head].dep == "compound":
        return ()  # "telephone conversation between A and B": the conversation's
    reach = _FAR if slot == "between" else _NEAR
    for index in range(clause.head + 1, min(clause.head + reach, len(tokens))):
        word = tokens[index].text.lower()
        if slot == "between" and word == ",":
            continue  # "talks held in P, Q, between A and B"
        if index == clause.light or (slot == "between" and tokens[index].lemma.lower() in _ARRANGED):
            continue
        if word == slot:
            start = index + 1
            while start < len(tokens) and tokens[start].pos == "DET":
                start += 1
            mention = mentions.actor_at(tree.sentence.index, start)
            return (start,) if mention is not None and mention.first >= index else ()
        if tokens[index].pos not in {"ADV", "NOUN", "PROPN", "PRON", "ADP"} or word in {"to", "and"}:
            return ()
    return ()
