"""Topics: the noun phrases that a text names as what a visit, meeting or act is about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dragoman.citation import Span
from dragoman.engagements.candidates import Candidate
from dragoman.engagements.clauses import verb_clause
from dragoman.engagements.engagement import Kind
from dragoman.engagements.roles import actors_in
from dragoman.engagements.slots import slot_tokens
from dragoman.engagements.tree import Tree
from dragoman.mentions.finding import Mentions
from dragoman.pages.article import BlockKind

_TOPIC_VERBS = frozenset(
    "discuss address review cover raise examine explore tackle consider assess negotiate focus talk touch underscore stress "
    "emphasize emphasise highlight reaffirm reiterate affirm welcome exchange".split()
)
_TOPIC_SLOTS = ("about", "on", "regarding", "concerning", "over")
_WITH_TOPICS = frozenset(
    {
        Kind.VISIT,
        Kind.MEETING,
        Kind.CALL,
        Kind.CONFERENCE,
        Kind.STATEMENT,
        Kind.MEDIATION,
        Kind.OTHER,
        Kind.AGREEMENT,
    }
)
# Acts that are told with what they answer: "sanctions over the landing", "summoned the envoy over the raid".
_WITH_CAUSES = frozenset({Kind.SANCTION, Kind.EXPULSION, Kind.ACCUSATION, Kind.DEMAND})
_CAUSES = ("over", "regarding", "concerning")
_RELATING = frozenset({"relate", "concern", "cover", "govern", "regulate", "regard"})
_NO_TOPIC = frozenset(
    "sideline sidelines margin margins occasion eve invitation behalf basis day visit arrival view views opinion "
    "importance part i me they lunch dinner breakfast coffee tea phone telephone video videoconference".split()
)
# What a traveller sets out to do: "aims to show solidarity", "will focus on securing the release of …".
_AIMS = frozenset("aim seek hope want intend plan focus expect look work try convey press push urge".split())


def find_topics(candidate: Candidate, mentions: Mentions) -> Iterator[Span]:
    """What a candidate's own clause names as its subject."""
    if candidate.kind not in _WITH_TOPICS | _WITH_CAUSES:
        return
    tree, clause = candidate.tree, candidate.clause
    tokens = tree.sentence.tokens
    acting = {index for part in candidate.parts for index in range(part.mention.first, part.mention.last)}
    slots = _CAUSES if candidate.kind in _WITH_CAUSES else _TOPIC_SLOTS
    heads = [token for slot in slots for token in slot_tokens(clause, slot)]
    if candidate.kind in _WITH_CAUSES:
        yield from topic_phrases(tree, mentions, [head for head in heads if head not in acting])
        return
    if candidate.mode == "discuss" and clause.negated:
        return
    heads.extend((*_related(tree, clause.head), *questioned(tree, clause.head)))
    light = tokens[clause.light].lemma.lower() if clause.light is not None else ""
    if clause.lemma in _TOPIC_VERBS or light in {"cover", "focus", "address"}:
        heads.extend(clause.slots.get("obj", ()))
        heads.extend(clause.slots.get("for", ()))
    for node in {clause.head, clause.light} - {None}:
        heads.extend(_purpose_heads(tree, node, every=candidate.kind in {Kind.VISIT, Kind.AGREEMENT}))
    sides = candidate.sides
    own = [head for head in heads if head not in acting and not _names_side(mentions, tree, head, sides)]
    yield from topic_phrases(tree, mentions, own)


def questioned(tree: Tree, index: int) -> list[int]:
    """ "discussed how to protect X", "talked about Y and what X should look like": what the question is about."""
    tokens = tree.sentence.tokens
    found: list[int] = []
    for clause in tree.of(index, "ccomp", "advcl", "conj"):
        if any(tokens[child].tag in {"WRB", "WP"} for child in tree.children[clause]):
            found.extend(tree.of(clause, "obj", "nsubj"))
    return found


def _related(tree: Tree, head: int) -> Iterator[int]:
    """ "agreements related to water", "a protocol concerning seasonal workers"."""
    for child in tree.of(head, "acl", "acl:relcl", "amod"):
        if tree.sentence.tokens[child].lemma.lower() in _RELATING | {"related"}:
            yield from (*tree.of(child, "obj"), *(n for n in tree.of(child, "obl") if tree.case(n) == "to"))


def _names_side(mentions: Mentions, tree: Tree, head: int, sides: set[str]) -> bool:
    """A participant's own country is no topic."""
    mention = mentions.actor_at(tree.sentence.index, head)
    return mention is not None and any(actor.country in sides for actor in mention.actors)


def _purpose_heads(tree: Tree, node: int | None, *, every: bool) -> Iterator[int]:
    """Objects of "to discuss …" below a predicate; of a visit, objects of every purpose ("to prevent escalation")."""
    if node is None:
        return
    tokens = tree.sentence.tokens
    stack = tree.of(node, "advcl", "xcomp", "acl", "parataxis") + ([] if every else tree.of(node, "conj"))
    for child in stack:
        stack.extend(tree.of(child, "conj"))
        infinitive = any(tokens[mark].text.lower() == "to" for mark in tree.of(child, "mark"))
        if tokens[child].lemma.lower() not in _TOPIC_VERBS and not (
            every and (infinitive or tokens[child].tag == "VB")
        ):
            continue
        for argument in tree.of(child, "obj", "obl", "xcomp"):
            if tokens[argument].dep.startswith("obl") and tree.case(argument) not in _TOPIC_SLOTS:
                continue
            if tokens[argument].pos == "VERB":
                stack.append(argument)
            else:
                yield from tree.conjuncts(argument)


_VAGUE = frozenset(
    "issue topic matter range area subject question priority variety number series vector".split()
)


def _unfolded(tree: Tree, head: int) -> Iterator[int]:
    """Each topic of a list; instead of "a range of issues, including trade and ports" what is included."""
    for one in tree.conjuncts(head):
        below = [one, *tree.of(one, "nmod")]
        examples = [child for node in below for child in tree.of(node, "nmod", "acl", "advcl", "obl")]
        included = [
            token for child in examples if is_included(tree, child) for token in tree.conjuncts(child)
        ]
        vague = any(tree.sentence.tokens[node].lemma.lower() in _VAGUE for node in below)
        if not (included and vague):
            yield one
        yield from included


def topic_phrases(tree: Tree, mentions: Mentions, heads: Iterable[int]) -> Iterator[Span]:
    """The phrases of those heads that can be topics: nouns and gerunds, no days, no way of saying."""
    for head in dict.fromkeys(one for listed in heads for one in _unfolded(tree, listed)):
        token = tree.sentence.tokens[head]
        if token.lemma.lower() in _NO_TOPIC or _is_behind_dash(tree, head):
            continue
        if (token.pos in {"NOUN", "PROPN"} or token.tag == "VBG") and not any(
            time.span.covers(token.span) for time in mentions.times
        ):
            yield phrase_span(tree, head)


def _is_behind_dash(tree: Tree, head: int) -> bool:
    """ "A, B Meet to Discuss Trade - Ministry": behind a headline's dash stands who says so."""
    tokens = tree.sentence.tokens
    return tree.sentence.block is BlockKind.HEADLINE and any(
        token.text in {"-", "–", "—"} and _is_spaced(tree, index) for index, token in enumerate(tokens[:head])
    )


def _is_spaced(tree: Tree, index: int) -> bool:
    tokens = tree.sentence.tokens
    return 0 < index < len(tokens) - 1 and tokens[index - 1].span.end < tokens[index].span.start


def find_aims(tree: Tree, mentions: Mentions) -> Iterator[tuple[str, Span]]:
    """What a sentence says an actor sets out to do, as pairs of the actor's key and the topic's words."""
    tokens = tree.sentence.tokens
    for index, token in enumerate(tokens):
        if token.pos != "VERB" or token.lemma.lower() not in _AIMS:
            continue
        clause = verb_clause(tree, index)
        actors = actors_in(mentions, tree, clause.slots.get("subj", ()))
        if len(actors) != 1:
            continue
        verbs = [*tree.of(index, "xcomp", "advcl")]
        for verb in verbs:
            verbs.extend(child for child in tree.of(verb, "conj", "xcomp") if child not in verbs)
        heads = [
            head
            for verb in (index, *verbs)
            for argument in tree.of(verb, "obj")
            for head in tree.conjuncts(argument)
        ]
        named = [head for head in heads if mentions.actor_at(tree.sentence.index, head) is None]
        for span in topic_phrases(tree, mentions, named):
            yield actors[0][0].key, span


def continued_topic(tree: Tree) -> Span | None:
    """A fragment that goes on with the topics of the sentence before it ("And prevent the spread of …")."""
    tokens = tree.sentence.tokens
    if len(tokens) < 3 or tokens[0].text.lower() not in {"and", "also", "or"}:
        return None
    root = next((index for index, token in enumerate(tokens) if token.head < 0), None)
    if root is None or tokens[root].tag != "VB" or tree.of(root, "nsubj"):
        return None
    objects = tree.of(root, "obj")
    return phrase_span(tree, objects[0]) if objects else None


_CUT = frozenset({"conj", "cc", "punct", "acl", "acl:relcl", "appos", "case", "det", "mark", "parataxis"})


def phrase_span(tree: Tree, head: int) -> Span:
    """A noun phrase from its first modifier to the end of its complements, without coordination or clauses.

    An infinitive stays ("collaboration to fight against terrorism").
    """
    tokens = tree.sentence.tokens
    kept = [head]
    for child in tree.children[head]:
        if is_included(tree, child):
            continue
        if tokens[child].dep not in _CUT or (tokens[child].dep == "acl" and _is_infinitive(tree, child)):
            kept.extend(_without_clauses(tree, child))
    kept.extend(_trailing_infinitive(tree, max(kept)))
    indexes = sorted(kept)
    while len(indexes) > 1 and tokens[indexes[-1]].pos in {"PUNCT", "CCONJ", "ADP"}:
        indexes.pop()
    return Span(tokens[indexes[0]].span.start, tokens[indexes[-1]].span.end)


def is_included(tree: Tree, index: int) -> bool:
    """Whether a token heads a list of examples ("issues, including trade and ports")."""
    words = [*tree.of(index, "case"), *tree.of(index, "mark")]
    return any(tree.sentence.tokens[word].text.lower() in {"including", "such"} for word in words)


def _trailing_infinitive(tree: Tree, last: int) -> list[int]:
    """An infinitive right behind the phrase belongs to it, wherever the parser hung it."""
    tokens = tree.sentence.tokens
    if last + 2 >= len(tokens) or tokens[last + 1].text.lower() != "to" or tokens[last + 2].tag != "VB":
        return []
    return [last + 1, *_without_clauses(tree, last + 2)] if tokens[last + 2].dep in {"advcl", "acl"} else []


def _without_clauses(tree: Tree, node: int) -> list[int]:
    found = [node]
    for child in tree.children[node]:
        if tree.sentence.tokens[child].dep not in {"acl:relcl", "parataxis"}:
            found.extend(_without_clauses(tree, child))
    return found


def _is_infinitive(tree: Tree, index: int) -> bool:
    return any(tree.sentence.tokens[child].text.lower() == "to" for child in tree.of(index, "mark"))
