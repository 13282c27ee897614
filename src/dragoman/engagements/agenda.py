"""Agenda: what talks were about, told in sentences of their own ("They also exchanged views on …", "Topics included …").

Such a sentence belongs to the encounter told last before it, if its subject is somebody who took part, or several.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.citation import Span
from dragoman.engagements.candidates import Candidate, side_of
from dragoman.engagements.engagement import CONTACTS, Kind
from dragoman.engagements.topics import questioned, topic_phrases
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
# Verbs of discussing with the word that makes them so: "brought up X", "went over X", "dealt with X", "devoted to X".
_PHRASAL = {
    "bring": {"up"},
    "take": {"up"},
    "go": {"over", "through"},
    "look": {"at", "into"},
    "work": {"on"},
    "deal": {"with"},
    "turn": {"to"},
    "devote": {"to"},
    "dedicate": {"to"},
    "call": {"for"},
    "range": {"from", "to"},
    "swap": {"on"},
}
# Nouns that carry the discussing: "took stock of X", "compared notes on X", "voiced concern over X".
_CARRIED = {
    "take": {"stock"},
    "compare": {"note", "notes"},
    "express": {"interest", "concern", "hope", "readiness", "satisfaction", "support"},
    "voice": {"interest", "concern", "hope", "readiness", "satisfaction", "support"},
}
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
_FIGURING = frozenset({"feature", "figure", "loom", "arise"})
_STANDING_OUT = _TOPPING | _FIGURING
_TALKS = _ITEMS | _OCCASIONS | {"talks", "discussions", "negotiation"}
# Where a matter stands that is talked about: "on the table", "high on the agenda", "among the topics".
_LISTS = frozenset("agenda table menu programme program topic subject theme issue item".split())
_HEARTS = frozenset("centre center heart top forefront focus".split())
_SAYING = frozenset("say propose suggest stress insist agree".split())
_BOTH = frozenset({"side", "country", "nation", "party", "they", "we", "both", "two", "government"})
_REACH = 4
_WITH_TOPICS = CONTACTS | {Kind.CONFERENCE, Kind.VISIT}


def find_agenda(
    tree: Tree, mentions: Mentions, told: Sequence[Candidate]
) -> Iterator[tuple[Candidate, list[Span]]]:
    """The encounters told before a sentence of topics, and the topics; ``told`` are all candidates so far."""
    near = list(_encounters(tree, told))
    if not near:
        return
    for index, token in enumerate(tree.sentence.tokens):
        if token.pos not in {"VERB", "AUX", "NOUN"} or _is_denied(tree, index):
            continue
        subjects = _standing(tree, index)
        heads = subjects or [*_heads(tree, index), *_proposed(tree, index)]
        home = _home(tree, mentions, index, told, near, is_topic=bool(subjects)) if heads else None
        if home is not None:
            yield home, list(topic_phrases(tree, mentions, heads))


def _is_denied(tree: Tree, index: int) -> bool:
    """ "Cyprus was not discussed"."""
    tokens = tree.sentence.tokens
    words = (tokens[child].text.lower() for child in tree.of(index, "advmod", "det"))
    return any(word in {"not", "n't", "n’t", "never", "no", "nor"} for word in words)


def _standing(tree: Tree, index: int) -> list[int]:
    """What is said to be on an agenda: "X topped the agenda", "X came up", "on the table was X", "at the centre stood X"."""
    tokens = tree.sentence.tokens
    lemma, case = tokens[index].lemma.lower(), tree.case(index)
    if tokens[index].pos != "NOUN":
        talks = [child for child in tree.of(index, "obj", "obl") if _is_talk(tree, child)]
        came_up = lemma == "come" and any(
            tokens[child].text.lower() == "up" for child in tree.children[index]
        )
        told = came_up or (lemma in _STANDING_OUT and talks)
        return tree.of(index, "nsubj") if told else []
    listed = lemma in _LISTS and case in {"on", "among"}
    hearts = (
        lemma in _HEARTS and case in {"at", "in"} and any(_is_talk(tree, n) for n in tree.of(index, "nmod"))
    )
    if not listed and not hearts:
        return []
    above = tokens[index].head
    subjects = tree.of(index, "nsubj")
    if not subjects and above >= 0 and tokens[index].dep.startswith("obl"):
        subjects = tree.of(above, "nsubj") or (tree.of(above, "obj") if index < above else [])
    return subjects


def _is_talk(tree: Tree, index: int) -> bool:
    return tree.sentence.tokens[index].lemma.lower() in _TALKS


def _proposed(tree: Tree, index: int) -> list[int]:
    """What "the two sides" should do, as one of them says: "said both countries should speed up X"."""
    tokens = tree.sentence.tokens
    if tokens[index].lemma.lower() not in _SAYING:
        return []
    found: list[int] = []
    for clause in tree.of(index, "ccomp"):
        subjects = {tokens[child].lemma.lower() for child in tree.of(clause, "nsubj")}
        wished = tokens[clause].tag in {"VB", "VBP"} or any(
            tokens[c].tag == "MD" for c in tree.of(clause, "aux")
        )
        if subjects & _BOTH and wished:
            verbs = [clause, *(child for child in tree.of(clause, "conj") if tokens[child].pos == "VERB")]
            found.extend(child for verb in verbs for child in tree.of(verb, "obj"))
    return found


def _phrased(tree: Tree, index: int) -> list[int]:
    """The tokens a phrasal verb of discussing is about, or a noun that a verb carries: "went over X", "took stock of X"."""
    tokens = tree.sentence.tokens
    lemma = tokens[index].lemma.lower()
    objects = tree.of(index, "obj")
    after = tokens[index + 1].text.lower() if index + 1 < len(tokens) else ""
    words = _PHRASAL.get(lemma, set())
    found = [child for child in tree.of(index, "obl") if tree.case(child) in words]
    if after in words:
        found.extend(child for child in objects if child not in found)
    carried = _CARRIED.get(lemma, set())
    for noun in (child for child in objects if tokens[child].lemma.lower() in carried):
        found.extend(
            c
            for c in (*tree.of(noun, "nmod"), *tree.of(index, "obl"))
            if tree.case(c) in _ON | {"of", "in", "at"}
        )
    return found


def _heads(tree: Tree, index: int) -> list[int]:
    """The tokens a word of discussing is about."""
    tokens = tree.sentence.tokens
    lemma = tokens[index].lemma.lower()
    objects = tree.of(index, "obj")
    on = [child for child in tree.of(index, "obl") if tree.case(child) in _ON]
    if phrased := _phrased(tree, index):
        return phrased
    if lemma in _DISCUSSING:
        return [*objects, *tree.of(index, "nsubj:pass"), *questioned(tree, index)]
    if lemma in _DWELLING:
        views = [child for child in objects if tokens[child].lemma.lower() in _EXCHANGING]
        beside = [child for view in views for child in tree.of(view, "nmod") if tree.case(child) in _ON]
        over = [child for child in on if lemma != "go" or tree.case(child) == "over"]
        return [*over, *beside, *questioned(tree, index)] if lemma != "exchange" or views else []
    if lemma in _STRESSING:
        weights = [child for child in objects if tokens[child].lemma.lower() in _WEIGHT]
        return [child for weight in weights for child in tree.of(weight, "nmod")]
    subjects = {tokens[child].lemma.lower() for child in tree.of(index, "nsubj")}
    if tokens[index].pos == "NOUN":  # "the main subject was the export curbs"
        return [index] if subjects & _ITEMS and tree.of(index, "cop") else []
    if (lemma in _INCLUDING and subjects & _ITEMS) or (
        lemma == "concern" and subjects & (_ITEMS | _OCCASIONS)
    ):
        return objects
    return []


def _encounters(tree: Tree, told: Sequence[Candidate]) -> Iterator[Candidate]:
    """The encounters that a sentence may tell the topics of."""
    for candidate in told:
        near = 0 <= tree.sentence.index - candidate.sentence <= _REACH and not candidate.negated
        if near and (candidate.kind in _WITH_TOPICS or is_discussion(candidate)):
            yield candidate


def _home(
    tree: Tree,
    mentions: Mentions,
    index: int,
    told: Sequence[Candidate],
    encounters: Sequence[Candidate],
    *,
    is_topic: bool,
) -> Candidate | None:
    """The encounter that a sentence's talk belongs to; ``is_topic`` if its subject is what was talked about."""
    here = tree.sentence.index
    near = [c for c in encounters if c.sentence != here or c.clause.head != index]
    start = tree.sentence.tokens[index].span.start
    own = [c for c in near if c.sentence == here and not c.recalls]
    if own:  # "she met X; the talks centred on …"
        before = [c for c in own if c.span.start < start]
        return before[-1] if before else None
    near = [c for c in near if not c.recalls]
    if not near:
        return None
    last = max(near, key=lambda c: (c.kind in CONTACTS, c.sentence, c.span.start))
    if any(_is_own_encounter(c, last) for c in told if c.sentence == here and c.clause.head == index):
        return None
    subjects = tree.of(index, "nsubj")
    if is_topic:
        return last
    if not subjects:
        return None if _is_of_others(tree, mentions, index, last) else last
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


def _is_own_encounter(candidate: Candidate, last: Candidate) -> bool:
    """ "Over lunch A and B talked about X", after a meeting of A with C: with its topics of its own."""
    named = all(
        "pronoun" not in part.mention.rule and part.mention.rule != "group" for part in candidate.parts
    )
    return named and len(candidate.sides) > 1 and not candidate.sides <= last.sides


def _is_of_others(tree: Tree, mentions: Mentions, index: int, last: Candidate) -> bool:
    """ "In Lisbon parliament debated the budget": whom the parser lost as the subject stands before the verb."""
    before = [m for m in mentions.actors if m.sentence == tree.sentence.index and m.last <= index]
    passive = bool(tree.of(index, "aux:pass"))
    return not passive and bool(before) and not {side_of(a) for m in before for a in m.actors} & last.sides
