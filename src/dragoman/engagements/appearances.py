"""Appearances: what the headline of remarks tells: "A and B before their meeting", "A and B at a joint press availability".

Who speak to the press together have met. Remarks are made on the day of their release, at the place they are headed
with; so that is when and where the two meet.
"""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.citation import hull
from dragoman.dates import DateSpan
from dragoman.engagements.candidates import Candidate, Part, When
from dragoman.engagements.clauses import noun_clause
from dragoman.engagements.engagement import Kind, Role
from dragoman.engagements.roles import is_official, is_person
from dragoman.engagements.tree import Tree
from dragoman.mentions.finding import Mentions
from dragoman.pages.article import BlockKind

_APPEARANCES = frozenset(
    {"availability", "conference", "statement", "statements", "remarks", "appearance", "avail", "point"}
)
# What two give together and are told behind it: "joint press point with A and B".
_SHARED = frozenset({"availability", "conference", "appearance", "avail", "point"})
_PRESS = frozenset({"press", "news", "joint", "media"})
# "X and Y Before Bilateral Meeting", "X and Y During Greeting": what those named before it come together for.
_TALKS = frozenset({"meeting", "talks", "lunch", "dinner", "breakfast", "greeting", "session"})
_BETWEEN = frozenset({"bilateral", "trilateral", "expanded", "during", "before"})
_BESIDE = frozenset({"before", "after", "at", "following", "ahead"})
# How much a joint appearance alone proves a meeting.
_WEIGHT = 0.65


def find_appearances(tree: Tree, mentions: Mentions) -> Iterator[Candidate]:
    """The meeting behind a joint appearance that a headline names."""
    if tree.sentence.block is not BlockKind.HEADLINE:
        return
    tokens = tree.sentence.tokens
    for index, token in enumerate(tokens):
        before = {tokens[at].text.lower() for at in range(max(0, index - 2), index)}
        word = token.text.lower()
        if not (word in _APPEARANCES and before & _PRESS) and not (word in _TALKS and before & _BETWEEN):
            continue
        parts = _people_beside(tree, mentions, index)
        if len({part.side for part in parts}) > 1:
            span = hull([token.span, *(part.mention.span for part in parts)])
            yield Candidate(
                Kind.MEETING,
                None,
                "headline:joint appearance",
                tree.sentence.index,
                token.span,
                span,
                noun_clause(tree, index, frozenset()),
                tree,
                _WEIGHT,
                parts,
            )
            return


def _people_beside(tree: Tree, mentions: Mentions, index: int) -> list[Part]:
    """The officials named before an appearance, or behind "joint press conference with"."""
    tokens = tree.sentence.tokens
    behind = tokens[index].text.lower() in _SHARED and index + 1 < len(tokens)
    behind = behind and tokens[index + 1].text.lower() in {"with", "by", "of"}
    behind = behind and any(token.text.lower() == "joint" for token in tokens[:index])
    return [
        Part(Role.PARTICIPANT, actor, mention)
        for mention in mentions.actors
        if mention.sentence == tree.sentence.index and (mention.last <= index or behind)
        for actor in mention.actors
        if is_person(actor) and is_official(actor)
    ]


def settle_appearances(candidates: list[Candidate], mentions: Mentions) -> None:
    """Give the meetings that a headline of remarks tells the day and the place of the remarks."""
    for candidate in candidates:
        if candidate.kind is not Kind.MEETING or not _is_of_remarks(candidate):
            continue
        if candidate.when is None and mentions.day is not None:
            candidate.when = When(DateSpan.of_day(mentions.day), candidate.span, "day of the remarks")
        candidate.where = candidate.where or mentions.dateline


def _is_of_remarks(candidate: Candidate) -> bool:
    tree = candidate.tree
    if tree.sentence.block is not BlockKind.HEADLINE or not candidate.clause.noun:
        return False
    if candidate.rule.startswith("headline:"):
        return True
    owners = {
        tree.sentence.tokens[child].text.lower() for child in tree.of(candidate.clause.head, "nmod:poss")
    }
    return "their" in owners and tree.case(candidate.clause.head) in _BESIDE
