"""Voiced: what speakers say in their own words of another side, without a verb of speech.

"Russia has to put an end to these provocations." stands in quotation marks, in a statement or in a turn of a
transcript: whoever speaks there demands it. "This is a flagrant violation by P" accuses.
"""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.citation import hull
from dragoman.engagements.candidates import Candidate, Part, side_of
from dragoman.engagements.clauses import verb_clause
from dragoman.engagements.engagement import Kind, Role
from dragoman.engagements.judging import AMOUNTING, words_of
from dragoman.engagements.lexicon import Lexicon
from dragoman.engagements.roles import actors_in, is_official, targets_below
from dragoman.engagements.tree import Tree
from dragoman.mentions.finding import Mentions
from dragoman.mentions.mention import Actor, Mention

VOICED = "voice:"
"""How the rules by which these acts are found begin."""
_MUST = frozenset({"must", "should", "shall", "ought"})
_HAVE_TO = frozenset({"have", "need"})
# What one has to be or to get is no demand; nor is what everybody has to do.
_NO_DEED = frozenset(
    "be have win prevail get receive survive live remain belong exist know understand see feel enjoy benefit deserve".split()
)
_WEIGHT = 0.6
_QUESTION = "?"


def find_voiced(tree: Tree, mentions: Mentions, lexicon: Lexicon) -> Iterator[Candidate]:
    """What a sentence in somebody's own words demands of another side or charges it with."""
    speakers = [actor for actor in mentions.voices.get(tree.sentence.index, ()) if is_official(actor)]
    tokens = tree.sentence.tokens
    if not speakers or _QUESTION in {token.text for token in tokens[-3:]}:
        return
    for index, token in enumerate(tokens):
        if token.dep not in {"root", "conj", "parataxis", "ccomp"}:
            continue
        if token.pos in {"VERB", "AUX"} and (deed := _demanded(tree, index)) is not None:
            found = actors_in(mentions, tree, tree.of(index, "nsubj"))
            yield from _aimed(tree, index, speakers, found, Kind.DEMAND, "demand", deed)
        elif token.dep in {"root", "parataxis"} and _is_charge(tree, index, lexicon):
            found = _charged(tree, index, mentions)
            yield from _aimed(tree, index, speakers, found, Kind.ACCUSATION, "condemn", index)


def _demanded(tree: Tree, index: int) -> int | None:
    """The deed that a verb says its subject has to do."""
    tokens = tree.sentence.tokens
    if tree.of(index, "aux:pass", "nsubj:pass"):
        return None
    deed = index
    if tokens[index].lemma.lower() in _HAVE_TO and tokens[index].tag in {"VBZ", "VBP"}:
        below = [
            c
            for c in tree.of(index, "xcomp")
            if any(tokens[m].text.lower() == "to" for m in tree.of(c, "mark"))
        ]
        if not below:
            return None
        deed = below[0]
    elif not any(tokens[child].text.lower() in _MUST for child in tree.of(index, "aux")):
        return None
    if tokens[deed].lemma.lower() in _NO_DEED or tree.of(deed, "cop", "aux:pass"):
        return None
    return deed


def _verdicts(tree: Tree, index: int) -> list[int]:
    """What a clause says its subject is, or amounts to."""
    if tree.sentence.tokens[index].lemma.lower() in AMOUNTING:
        return tree.of(index, "obj", "obl")
    return [index] if tree.of(index, "cop") else []


def _is_charge(tree: Tree, index: int, lexicon: Lexicon) -> bool:
    """Whether a clause says that its subject is, or amounts to, what the lexicon's verdicts condemn."""
    charges = [entry for entry in lexicon.verbs["say"] if entry.kind is Kind.ACCUSATION]
    for verdict in _verdicts(tree, index):
        words = set(words_of(tree, verdict))
        if any(words & entry.judges for entry in charges) and not words & {"not", "no", "never"}:
            return True
    return False


def _charged(tree: Tree, index: int, mentions: Mentions) -> list[tuple[Actor, Mention]]:
    """Whose deed it is: behind the subject, else behind the verdict ("a violation by P")."""
    for node in tree.of(index, "nsubj", "csubj"):
        if found := targets_below(mentions, tree, node, deep=True, other_than=set()):
            return found
    return []


def _aimed(
    tree: Tree,
    index: int,
    speakers: list[Actor],
    found: list[tuple[Actor, Mention]],
    kind: Kind,
    mode: str,
    deed: int,
) -> Iterator[Candidate]:
    own = {side_of(actor) for actor in speakers}
    facing = [
        Part(Role.RECIPIENT, actor, mention)
        for actor, mention in found
        if side_of(actor) not in own
        and is_official(actor)
        and mention.rule not in {"speaker", "plural pronoun"}
    ]
    if not facing:
        return
    where = facing[0].mention
    acting = [Part(Role.ACTOR, actor, where) for actor in speakers]
    clause = verb_clause(tree, index)
    tokens = tree.sentence.tokens
    reach = hull([tokens[index].span, tokens[deed].span, where.span])
    yield Candidate(
        kind, mode, f"{VOICED}{mode}", tree.sentence.index, tokens[index].span, reach, clause, tree, _WEIGHT,
        [*acting, *facing],
    )  # fmt: skip
