"""Emergencies: national emergencies with respect to a state, the frame of a government's sanctions, kept up or ended.

"I am continuing for one year the national emergency declared in Executive Order 1 with respect to P", "Notice on the
Continuation of the National Emergency with Respect to the Actions of the Government of P". Such papers word it in so many
ways that the words are asked for and not the grammar: that it goes on or ends, behind it with respect to whom, and who
speaks. Where they name nobody, they mean whom the headline names there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from dragoman.citation import hull
from dragoman.dates import DateSpan
from dragoman.engagements.candidates import Candidate, Part, When
from dragoman.engagements.clauses import verb_clause
from dragoman.engagements.engagement import Kind, Role
from dragoman.engagements.roles import is_official
from dragoman.engagements.tree import Tree, is_negated
from dragoman.mentions.finding import Mentions
from dragoman.mentions.mention import Mention, MentionKind
from dragoman.pages.article import BlockKind

RULE = "emergency"
"""The rule by which these are found."""
_KEEPING = frozenset("continue continuation extend extension renew renewal prolong expand broaden".split())
_ENDING = frozenset("terminate termination revoke revocation".split())
_TOWARD = (" respect to ", " relation to ", " regarding ", " concerning ")
_ASIDE = re.compile(r"\([^()]*\)?")  # the titles of orders cited: "(Emergencies With Respect to P)"
_WEIGHT = 0.7
_HEADLINE = 0
_OPENING = 2  # words before "emergency": "the national"


def find_emergencies(tree: Tree, mentions: Mentions) -> Iterator[Candidate]:
    """The emergencies that a sentence says are kept up or ended, and with respect to whom."""
    tokens = tree.sentence.tokens
    words = [token.text.lower() for token in tokens]
    at = next((i for i in range(_OPENING, len(words)) if words[i - _OPENING : i + 1] == _NAMED), None)
    verb = None if at is None else _kept_or_ended(tree)
    if at is None or verb is None or not mentions.issuers or not _is_decided(tree, verb):
        return
    ends = tokens[verb].lemma.lower() in _ENDING
    acting = _declaring(tree, mentions, verb)
    own = {part.side for part in acting}
    facing = [part for part in _concerned(tree, mentions, at) if part.side not in own]
    if not acting or not facing:
        return
    here = [part.mention.span for part in facing if part.mention.sentence == tree.sentence.index]
    span = tokens[verb].span
    yield Candidate(
        Kind.CONCESSION if ends else Kind.SANCTION, "lift" if ends else "impose", RULE, tree.sentence.index,
        span, hull([tokens[at].span, span, *here]), verb_clause(tree, verb), tree, _WEIGHT, [*acting, *facing],
        when=None if mentions.day is None else When(DateSpan.of_day(mentions.day), span, "day of the statement"),
    )  # fmt: skip


_NAMED = ["the", "national", "emergency"]


def _kept_or_ended(tree: Tree) -> int | None:
    """The word that says that an emergency goes on or ends; not that it was continued once."""
    for index, token in enumerate(tree.sentence.tokens):
        if token.lemma.lower() in _KEEPING | _ENDING and token.tag not in {"VBD", "VBN"}:
            return index
    return None


_DECIDING = frozenset(
    "determine decide find conclude believe deem declare announce give issue send transmit state notify inform advise "
    "report direct order continue extend".split()
)


def _is_decided(tree: Tree, verb: int) -> bool:
    """Whether what is said to go on or end is so: neither denied, nor asked for, offered or refused."""
    tokens = tree.sentence.tokens
    node = verb
    while not is_negated(tree, node):
        token = tokens[node]
        if token.dep not in _CLAUSAL or token.head < 0:
            return not any(tokens[mark].text.lower() == "if" for mark in tree.of(node, "mark"))
        node = token.head
        if tokens[node].tag.startswith("VB") and tokens[node].lemma.lower() not in _DECIDING:
            return False
    return False


_CLAUSAL = frozenset({"ccomp", "xcomp", "csubj", "acl"})


def _declaring(tree: Tree, mentions: Mentions, verb: int) -> list[Part]:
    """Who keeps it up: "I" before the verb, in a paper's headline who signs it."""
    here, tokens = tree.sentence.index, tree.sentence.tokens
    first = next((i for i in range(verb) if tokens[i].text in {"I", "We", "we"}), None)
    if first is None and tree.sentence.block is not BlockKind.HEADLINE:
        return []
    at = verb if first is None else first
    where = Mention(here, at, at + 1, tokens[at].span, mentions.issuers, "speaker")
    return [Part(Role.ACTOR, actor, where) for actor in mentions.issuers if is_official(actor)]


def _concerned(tree: Tree, mentions: Mentions, at: int) -> list[Part]:
    """The state, or the body, named first behind "with respect to" in the sentence, else in the headline."""
    emergency = tree.sentence.tokens[at].span.end
    for sentence, start in ((tree.sentence.index, emergency), (_HEADLINE, 0)):
        for mention in sorted(mentions.actors, key=lambda m: m.first):
            between = _ASIDE.sub("", mentions.text[start : mention.span.start].casefold())
            if mention.sentence != sentence or not any(words in between for words in _TOWARD):
                continue
            if mention.actors[0].kind is not MentionKind.PERSON:
                return [Part(Role.RECIPIENT, actor, mention) for actor in mention.actors]
    return []
