"""Agenda: what talks were about, told in sentences of their own ("They also exchanged views on …", "Topics included …").

Such a sentence belongs to the encounter told last before it, if its subject is somebody who took part, or several.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.citation import Span
from dragoman.engagements.candidates import Candidate, side_of
from dragoman.engagements.engagement import CONTACTS, Kind
from dragoman.engagements.topics import topic_phrases
from dragoman.engagements.tree import Tree
from dragoman.engagements.utterances import is_discussion
from dragoman.mentions.finding import Mentions

_DISCUSSING = frozenset(
    "discuss review address cover tackle explore examine consider debate raise concern broach survey".split()
)
_EXCHANGING = frozenset({"view", "views", "opinion", "idea", "assessment", "perspective", "thought"})
_DWELLING = frozenset(
    "focus center centre concentrate dwell touch speak talk consult deliberate confer converse revolve exchange brief "
    "inform update go".split()
)
_STRESSING = frozenset(
    {"underscore", "underline", "stress", "emphasize", "emphasise", "reaffirm", "highlight", "note"}
)
_WEIGHT = frozenset({"importance", "need", "significance", "necessity", "urgency"})
_ON = frozenset({"on", "upon", "about", "over", "regarding", "concerning", "around"})
_ITEMS = frozenset(
    {"topic", "agenda", "subject", "theme", "issue", "item", "focus", "discussion", "talk", "matter"}
)
_OCCASIONS = frozenset(
    {"conversation", "call", "meeting", "visit", "message", "dialogue", "session", "minister"}
)
_INCLUDING = frozenset({"include", "comprise", "feature", "cover", "be", "range"})
_TOPPING = frozenset({"top", "dominate", "head", "lead"})
AGENDA_WORDS = _DISCUSSING | _DWELLING - {"go"} | _STRESSING | _TOPPING | _ITEMS
"""Dictionary forms of which a sentence of topics has one."""
_REACH = 4


def find_agenda(
    tree: Tree, mentions: Mentions, told: Sequence[Candidate]
) -> Iterator[tuple[Candidate, list[Span]]]:
    """The encounters told before a sentence of topics, and the topics; ``told`` are all candidates so far."""
    for index, token in enumerate(tree.sentence.tokens):
        heads = _heads(tree, index) if token.pos in {"VERB", "AUX", "NOUN"} else []
        home = _home(tree, mentions, index, told) if heads else None
        if home is not None:
            yield home, list(topic_phrases(tree, mentions, heads))


def _heads(tree: Tree, index: int) -> list[int]:
    """The tokens a word of discussing is about."""
    tokens = tree.sentence.tokens
    lemma = tokens[index].lemma.lower()
    objects = tree.of(index, "obj")
    on = [child for child in tree.of(index, "obl") if tree.case(child) in _ON]
    if lemma in _DISCUSSING:
        return [*objects, *tree.of(index, "nsubj:pass")]
    if lemma in _DWELLING:
        views = [child for child in objects if tokens[child].lemma.lower() in _EXCHANGING]
        beside = [child for view in views for child in tree.of(view, "nmod") if tree.case(child) in _ON]
        over = [child for child in on if lemma != "go" or tree.case(child) == "over"]
        return [*over, *beside] if lemma != "exchange" or views else []
    if lemma in _STRESSING:
        weights = [child for child in objects if tokens[child].lemma.lower() in _WEIGHT]
        return [child for weight in weights for child in tree.of(weight, "nmod")]
    subjects = {tokens[child].lemma.lower() for child in tree.of(index, "nsubj")}
    if tokens[index].pos == "NOUN":  # "the main subject was the export curbs"
        return [index] if subjects & _ITEMS and tree.of(index, "cop") else []
    if lemma in _INCLUDING and subjects & _ITEMS:
        return objects
    if lemma in _TOPPING and any(tokens[child].lemma.lower() in _ITEMS for child in objects):
        return tree.of(index, "nsubj")
    return []


def _home(tree: Tree, mentions: Mentions, index: int, told: Sequence[Candidate]) -> Candidate | None:
    """The encounter that a sentence's talk belongs to."""
    here = tree.sentence.index
    near = [
        c
        for c in told
        if (c.kind in CONTACTS or c.kind in {Kind.CONFERENCE, Kind.VISIT} or is_discussion(c))
        and 0 <= here - c.sentence <= _REACH
        and not c.negated
        and not (c.sentence == here and c.clause.head == index)
    ]
    start = tree.sentence.tokens[index].span.start
    own = [c for c in near if c.sentence == here]
    if own:  # "she met X; the talks centred on …"
        before = [c for c in own if c.span.start < start]
        return before[-1] if before else None
    if not near:
        return None
    last = max(near, key=lambda c: (c.kind in CONTACTS, c.sentence, c.span.start))
    subjects = tree.of(index, "nsubj")
    if not subjects:
        return last
    actors = [
        actor
        for subject in tree.conjuncts(subjects[0])
        for mention in [mentions.actor_at(here, subject)]
        if mention is not None
        for actor in mention.actors
    ]
    if not actors:
        token = tree.sentence.tokens[subjects[0]]
        several = token.tag in {"NNS", "NNPS", "PRP", "CD"} or token.lemma.lower() in _ITEMS | _OCCASIONS
        return last if several else None
    strangers = not {side_of(actor) for actor in actors} & last.sides
    return None if strangers else last
