"""Departed: what somebody did of whose death the article tells is background, whenever it was.

An obituary tells a life: "Kim sent her to Belgrade", "he negotiated the accord". Who is told as dead in the headline or
in the first sentences does nothing that is news.
"""

from __future__ import annotations

from collections.abc import Iterable

from dragoman.engagements.candidates import Candidate
from dragoman.engagements.engagement import Role
from dragoman.engagements.tree import Tree
from dragoman.language.document import Document
from dragoman.mentions.finding import Mentions
from dragoman.mentions.mention import MentionKind
from dragoman.pages.article import BlockKind

_OPENING = 3  # sentences in which an obituary says who has died
_DYING = frozenset({"die", "perish"})


def find_departed(doc: Document, mentions: Mentions) -> frozenset[str]:
    """The keys of those whose death the headline or the opening tells."""
    found: set[str] = set()
    opening = 0
    for sentence in doc.sentences:
        if not sentence.tokens or not sentence.tokens[0].dep:
            continue
        opening += sentence.block is not BlockKind.HEADLINE
        if opening > _OPENING:
            break
        tree = Tree(sentence)
        for index, token in enumerate(sentence.tokens):
            passed = token.lemma.lower() == "pass" and any(
                sentence.tokens[child].text.lower() == "away" for child in tree.children[index]
            )
            if token.pos == "VERB" and (passed or token.lemma.lower() in _DYING):
                found.update(_subjects(tree, index, mentions))
    return frozenset(found)


def _subjects(tree: Tree, verb: int, mentions: Mentions) -> Iterable[str]:
    """Who is told to have died: the subject, or whom "who has died" hangs on."""
    nodes = list(tree.of(verb, "nsubj"))
    if tree.sentence.tokens[verb].dep == "acl:relcl":
        nodes.append(tree.sentence.tokens[verb].head)
    for node in nodes:
        mention = mentions.actor_at(tree.sentence.index, node)
        if mention is not None:
            yield from (actor.key for actor in mention.actors if actor.kind is MentionKind.PERSON)


def leave_to_history(candidate: Candidate, departed: frozenset[str]) -> None:
    """Make background of what the dead did or took part in."""
    own = {part.actor.key for part in candidate.of(Role.ACTOR, Role.PARTICIPANT, Role.MEDIATOR)}
    if own & departed:
        candidate.historical = True
