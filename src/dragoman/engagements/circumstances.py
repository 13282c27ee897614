"""Circumstances: when, where, about what and on whose word a candidate's event is told."""

from __future__ import annotations

from dragoman.citation import Span
from dragoman.engagements.candidates import Candidate, When
from dragoman.engagements.clauses import Tense
from dragoman.engagements.engagement import ENCOUNTERS, Kind, Role
from dragoman.engagements.topics import find_topics
from dragoman.engagements.tree import Tree
from dragoman.mentions import times as day_words
from dragoman.mentions.finding import Mentions
from dragoman.mentions.mention import Actor, AmountMention, PlaceMention, TimeMention
from dragoman.pages.article import BlockKind

_SAYING = frozenset(
    "say tell state report announce add note confirm claim quote declare write tweet disclose reveal "
    "indicate explain".split()
)
_NO_PLACE = frozenset({Kind.CALL})
_WITHOUT_PLACE_GUESS = frozenset(
    {
        Kind.STATEMENT,
        Kind.DEMAND,
        Kind.ACCUSATION,
        Kind.THREAT,
        Kind.SANCTION,
        Kind.AID,
        Kind.EXPULSION,
        Kind.CONCESSION,
        Kind.OTHER,
    }
)
_TENSES = {
    Tense.PAST: day_words.Tense.PAST,
    Tense.PRESENT: day_words.Tense.PRESENT,
    Tense.FUTURE: day_words.Tense.FUTURE,
}


def fill_circumstances(candidate: Candidate, mentions: Mentions) -> None:
    """Fill days, place, topics, content, amount and attribution from the candidate's sentence."""
    candidate.when = _when(candidate, mentions)
    if len(candidate.goals) > 1:
        candidate.stop_days = _stop_days(candidate, mentions)
        if candidate.stop_days:
            candidate.when = None
    if candidate.kind not in _NO_PLACE:
        candidate.where = _where(candidate, mentions)
    candidate.topics = list(find_topics(candidate, mentions))
    candidate.content = _content(candidate)
    candidate.attributed = _attributed(candidate, mentions)
    if candidate.amount is None and candidate.kind in {
        Kind.AID,
        Kind.AGREEMENT,
        Kind.SANCTION,
        Kind.CONCESSION,
        Kind.OTHER,
        Kind.STATEMENT,
    }:
        candidate.amount = _amount(candidate, mentions)


def _token_at(tree: Tree, span: Span) -> int | None:
    """The topmost token of a span."""
    inside = [index for index, token in enumerate(tree.sentence.tokens) if span.covers(token.span)]
    for index in inside:
        if tree.sentence.tokens[index].head not in inside:
            return index
    return inside[0] if inside else None


# "talks, which ran from 6 to 10 March": the days are the event's own.
_LASTING = frozenset({"run", "last"})
_OWN_CLAUSE = frozenset({"ccomp", "advcl", "acl", "acl:relcl", "conj", "parataxis"})


def _distance(tree: Tree, index: int, nodes: set[int]) -> int | None:
    """How many steps up the tree from a token to one of ``nodes``; ``None`` if another predicate stands between."""
    steps = 0
    node = index
    while node >= 0 and steps < 8:
        if node in nodes:
            return steps
        token = tree.sentence.tokens[node]
        lasting = token.dep.startswith("acl") and token.lemma.lower() in _LASTING
        if node != index and token.pos == "VERB" and token.dep in _OWN_CLAUSE and not lasting:
            return None
        node = token.head
        steps += 1
    return None


def _nodes(candidate: Candidate) -> set[int]:
    light = candidate.clause.light
    return {candidate.clause.head} if light is None else {candidate.clause.head, light}


def _when(candidate: Candidate, mentions: Mentions) -> When | None:
    """The date expression that hangs on the trigger; the sentence's only one if it hangs on the main clause."""
    tree = candidate.tree
    times = [
        time for time in mentions.times_in(tree.sentence.span) if not getattr(time, "names_event", False)
    ]
    nodes = _nodes(candidate)
    ranked: list[tuple[int, TimeMention]] = []
    for time in times:
        index = _token_at(tree, time.span)
        steps = _distance(tree, index, nodes) if index is not None else None
        if steps is None and index is not None and _hangs_above(tree, index, nodes):
            steps = 9
        if steps is not None:
            ranked.append((steps, time))
    for _, time in sorted(ranked, key=lambda pair: (pair[0], abs(pair[1].span.start - candidate.span.start))):
        days = day_words.resolve(time, _tense_of(candidate))
        if days is not None:
            return When(days, time.span, time.rule, time.window)
    return None


def _stop_days(candidate: Candidate, mentions: Mentions) -> dict[int, When]:
    """Days told stop by stop ("to P on April 8 and to R on April 9"), by the first token of each stop's place."""
    goals = sorted(candidate.goals, key=lambda place: place.span)
    ends = [*(place.span.start for place in goals[1:]), candidate.tree.sentence.span.end]
    found: dict[int, When] = {}
    for place, end in zip(goals, ends, strict=True):
        between = mentions.times_in(Span(place.span.end, end))
        days = day_words.resolve(between[0], _tense_of(candidate)) if between else None
        if days is not None:
            found[place.first] = When(days, between[0].span, between[0].rule, between[0].window)
    # A single day behind the last stop is the whole trip's.
    return found if len(found) > 1 or (found and goals[-1].first not in found) else {}


def _hangs_above(tree: Tree, index: int, nodes: set[int]) -> bool:
    """A date beside the governing verb counts for an infinitive or noun below it ("arrived on Monday to meet X")."""
    head = tree.sentence.tokens[index].head
    if head < 0 or tree.sentence.tokens[index].dep not in {
        "obl",
        "obl:unmarked",
        "obl:tmod",
        "nmod:unmarked",
        "advmod",
        "nmod",
    }:
        return False
    for node in nodes:
        token = tree.sentence.tokens[node]
        if (
            token.dep in {"xcomp", "obj", "advcl", "conj", "obl", "nsubj", "nsubj:pass", "acl", "ccomp"}
            and token.head == head
        ):
            return (
                tree.sentence.tokens[head].lemma.lower() not in _SAYING
                or token.dep != "ccomp"
                or index > node
            )
    return False


def _tense_of(candidate: Candidate) -> day_words.Tense:
    if candidate.stage == "planned":
        return day_words.Tense.FUTURE
    tense = _TENSES.get(candidate.clause.tense)
    contact = candidate.kind in ENCOUNTERS
    if (
        tense is day_words.Tense.PRESENT
        and contact
        and candidate.tree.sentence.block is not BlockKind.HEADLINE
    ):
        return day_words.Tense.FUTURE  # "on Sunday he travels to P"
    if tense is not None:
        return tense
    tokens = candidate.tree.sentence.tokens
    head = candidate.clause.light if candidate.clause.light is not None else candidate.clause.head
    if tokens[head].tag == "VB" or candidate.clause.modal is not None:
        return day_words.Tense.FUTURE
    return day_words.Tense.PAST


def _where(candidate: Candidate, mentions: Mentions) -> PlaceMention | None:
    """The place that a preposition puts the event in; never a participant's own country in apposition."""
    tree = candidate.tree
    nodes = _nodes(candidate)
    acting = {index for part in candidate.parts for index in range(part.mention.first, part.mention.last)}
    best: tuple[int, PlaceMention] | None = None
    for place in mentions.places:
        if place.sentence != tree.sentence.index:
            continue
        index = _token_at(tree, place.span)
        if index is None or index in acting:
            continue
        case = tree.case(index)
        if case == "of" and _is_city_word(tree, tree.sentence.tokens[index].head):
            index = tree.sentence.tokens[index].head  # "in the city of P"
            case = tree.case(index)
        if case not in {"in", "at", "inside"} and not _is_adverbial_city(tree, index, place):
            continue
        if candidate.kind in _WITHOUT_PLACE_GUESS and tree.sentence.tokens[index].head not in nodes:
            continue
        steps = _distance(tree, index, nodes)
        if steps is None and _hangs_above(tree, index, nodes):
            steps = 9
        if steps is not None and (
            best is None or (steps, place.city is None) < (best[0], best[1].city is None)
        ):
            best = (steps, place)
    return best[1] if best is not None else None


def _is_city_word(tree: Tree, index: int) -> bool:
    words = {"city", "town", "capital", "port", "resort", "village", "island"}
    return index >= 0 and tree.sentence.tokens[index].lemma.lower() in words


def _is_adverbial_city(tree: Tree, index: int, place: PlaceMention) -> bool:
    """A city before an event noun ("the Geneva talks")."""
    return place.city is not None and tree.sentence.tokens[index].dep in {
        "compound",
        "nmod:desc",
        "nmod:unmarked",
    }


def _content(candidate: Candidate) -> Span | None:
    """What is said, asked or agreed: the complement's words."""
    if candidate.kind not in {
        Kind.STATEMENT,
        Kind.DEMAND,
        Kind.ACCUSATION,
        Kind.THREAT,
        Kind.AGREEMENT,
        Kind.MEDIATION,
        Kind.OTHER,
    }:
        return None
    tree = candidate.tree
    for slot in ("ccomp", "xcomp", "for", "over", "advcl", "obj"):
        for token in candidate.clause.slots.get(slot, ()):
            if any(part.mention.first <= token < part.mention.last for part in candidate.parts):
                continue
            below = tree.subtree(token)
            tokens = tree.sentence.tokens
            while below and tokens[below[-1]].pos == "PUNCT":
                below.pop()
            while below and tokens[below[0]].text in {",", ";", ":", "-", "–", "—"}:
                below.pop(0)
            if below:
                return Span(tokens[below[0]].span.start, tokens[below[-1]].span.end)
    return None


def _amount(candidate: Candidate, mentions: Mentions) -> AmountMention | None:
    tree = candidate.tree
    nodes = _nodes(candidate)
    for amount in mentions.amounts_in(tree.sentence.span):
        index = _token_at(tree, amount.span)
        if index is not None and _distance(tree, index, nodes) is not None:
            return amount
    return None


def _attributed(candidate: Candidate, mentions: Mentions) -> tuple[Actor, Span] | None:
    """Whose word it is: "X said that …", "according to X"."""
    tree = candidate.tree
    tokens = tree.sentence.tokens
    acting = {part.actor.key for part in candidate.of(Role.ACTOR, Role.PARTICIPANT)}
    head = candidate.clause.light if candidate.clause.light is not None else candidate.clause.head
    for node in tree.ancestors(head):
        if tokens[node].lemma.lower() in _SAYING:
            for subject in tree.of(node, "nsubj"):
                mention = mentions.actor_at(tree.sentence.index, subject)
                if mention is not None and mention.actors[0].key not in acting:
                    return mention.actors[0], mention.span
    for child in tree.of(head, "obl", "parataxis"):
        if tree.case(child).startswith("according") or tokens[child].lemma.lower() in _SAYING:
            anchor = child if tree.case(child) else next(iter(tree.of(child, "nsubj")), child)
            mention = mentions.actor_at(tree.sentence.index, anchor)
            if mention is not None and mention.actors[0].key not in acting:
                return mention.actors[0], mention.span
    return None
