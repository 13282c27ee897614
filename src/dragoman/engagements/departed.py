"""Departed: what somebody did of whose death the article tells is background, whenever it was.

An obituary tells a life: "Kim sent her to Belgrade", "he negotiated the accord". Who is told as dead in the headline or
in the first sentences does nothing that is news; under the headline of an obituary only words about the dead are. The
lives of those who are named to an office, or portrayed, are told as well, behind the lead: what is not to come is past.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from dragoman.engagements.candidates import Candidate
from dragoman.engagements.engagement import Kind, Role, Status
from dragoman.engagements.tree import Tree
from dragoman.language.document import Document
from dragoman.mentions.finding import Mentions
from dragoman.mentions.mention import MentionKind
from dragoman.pages.article import BlockKind

_OPENING = 3  # sentences in which an obituary says who has died
_DYING = frozenset({"die", "perish"})
_OBITUARY = re.compile(
    r"""(?ix) \b(?:dies|died|dead|passes\ away)\b .{0,40} \b(?:at|aged?)\s\d{2,3}\b | \bobituary\b | ^remembering\b
    | \b(?:ex|former|veteran|longtime|celebrated)\b .* \bdies\b | \(\d{4}\s?[-–]\s?\d{4}\)"""
)
_CAREERS = re.compile(
    r"""(?ix) ^(?:profile|portrait|biography)\s?: | \bintent\ to\ (?:nominate|appoint)\b
    | \b(?:announces?|names?|sends?|submits?|key)\b .{0,40} \bnominees?\b | \bnominees?\b .{0,20} \bsent\b
    | \b(?:president|government|cabinet)\ (?:nominates|appoints)\b
    | \b(?:president|government|cabinet)\ names\b .* \b(?:as|new|next)\b"""
)


@dataclass(frozen=True, slots=True)
class Departed:
    """The keys of those whose death an article tells, whether it is an obituary, and behind which word it tells careers.

    Headline and lead of a page about a nomination are news: only what stands behind them is told of a life.
    """

    keys: frozenset[str]
    obituary: bool
    careers_from: int | None = None


def find_departed(doc: Document, mentions: Mentions) -> Departed:
    """Those whose death the headline or the opening tells."""
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
    headline = doc.article.headline or ""
    careers = _careers_from(doc) if _CAREERS.search(headline) else None
    return Departed(frozenset(found), _OBITUARY.search(headline) is not None, careers)


def _careers_from(doc: Document) -> int | None:
    """Where the lead ends, the first sentence that is no headline."""
    body = (s.span.end for s in doc.sentences if s.block is not BlockKind.HEADLINE)
    return next(body, None)


def _subjects(tree: Tree, verb: int, mentions: Mentions) -> Iterable[str]:
    """Who is told to have died: the subject, or whom "who has died" hangs on."""
    nodes = list(tree.of(verb, "nsubj"))
    if tree.sentence.tokens[verb].dep == "acl:relcl":
        nodes.append(tree.sentence.tokens[verb].head)
    for node in nodes:
        mention = mentions.actor_at(tree.sentence.index, node)
        if mention is not None:
            yield from (actor.key for actor in mention.actors if actor.kind is MentionKind.PERSON)


def leave_to_history(candidate: Candidate, departed: Departed) -> None:
    """Make background of what the dead did or took part in, of all deeds in an obituary, of all past in a career."""
    own = {part.actor.key for part in candidate.of(Role.ACTOR, Role.PARTICIPANT, Role.MEDIATOR)}
    if own & departed.keys or (departed.obituary and candidate.kind is not Kind.STATEMENT):
        candidate.historical = True
    behind = departed.careers_from is not None and candidate.span.start >= departed.careers_from
    if behind and candidate.status is Status.COMPLETED and candidate.when is None:
        candidate.historical = True
