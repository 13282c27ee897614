"""Charges: misdeeds and verdicts told of another side, whatever the verb of saying and wherever it stands.

"Belgium, the ministry in Kigali said, had undermined Rwanda", "according to the envoy, it was P that staged it", "the
blockade amounts to an act of genocide by P, he wrote". What is told so is a charge by whoever says it.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from dragoman.citation import hull
from dragoman.engagements.candidates import Candidate, Part, side_of
from dragoman.engagements.clauses import Clause, verb_clause
from dragoman.engagements.engagement import Kind, Role
from dragoman.engagements.judging import AMOUNTING, deeds_told, words_of
from dragoman.engagements.lexicon import Lexicon
from dragoman.engagements.needed import is_barred
from dragoman.engagements.roles import actors_in, is_official, targets_below
from dragoman.engagements.slots import slot_tokens
from dragoman.engagements.tree import Tree
from dragoman.mentions.finding import Mentions
from dragoman.mentions.mention import Actor, Mention

RULE = "charge"
"""The rule by which these accusations are found."""
_WEIGHT = 0.6
_SAYING = frozenset(
    "say tell add write declare state announce insist retort reply stress note post tweet repeat reiterate argue claim "
    "allege maintain contend assert charge complain explain show indicate conclude".split()
)
_BELOW = frozenset({"ccomp", "conj", "parataxis", "advcl"})
_BESIDE = frozenset({"parataxis", "ccomp", "advcl", "appos", "acl"})
_DEPTH = 4
# "While P will claim its share, Q is helping …": not said of what stands beside.
_ELSEWHERE = frozenset("while although though whereas if when because after before since until".split())
_NOT = frozenset({"not", "n't", "n’t", "never", "no", "hardly", "without"})
_UNREAL = _NOT | {"if", "whether", "unless", "to"}
_SELF = frozenset({"it", "they", "he", "she", "we", "i", "you"})
# What friends do as well.
_HARMLESS = frozenset(
    "use help aid back support supply plan involve involved enter block refuse fail train arm fund finance organise "
    "organize hide detain involve target damage destroy kill wound injure hit strike shoot attack raid threaten deport "
    "harbour harbor shelter recruit tolerate overreact slide cause execute shield drag stage ignore".split()
)
# What condemns only with who did it: "a deliberate strike on civilians by P".
_BLOWS = frozenset("strike attack raid bombing shelling assault attempt decision".split())


def find_charges(tree: Tree, mentions: Mentions, lexicon: Lexicon) -> Iterator[Candidate]:
    """The charges of one sentence that are told by what somebody says of another side."""
    if tree.sentence.tokens[-1].text == "?":
        return  # asked
    misdeeds, verdicts = _misdeeds(lexicon), _verdicts(lexicon)
    voices = [actor for actor in mentions.voices.get(tree.sentence.index, ()) if is_official(actor)]
    for index, token in enumerate(tree.sentence.tokens):
        if token.pos not in {"VERB", "ADJ", "NOUN", "PROPN", "AUX"}:
            continue
        deeds = misdeeds.intersection(deeds_told(tree, index))
        if deeds == {"commit"} and not tree.of(index, "obj", "nsubj:pass"):
            continue  # "committed to stay in touch"
        judged = not deeds and _is_judged(tree, index, verdicts)
        if (
            not (deeds or judged or _is_laid(tree, index))
            or _is_unreal(tree, index)
            or is_barred(tree, index)
        ):
            continue
        speakers = _speakers(tree, index, mentions)
        if not speakers and voices and (deeds - _HARMLESS or judged) and token.dep in {"root", "conj"}:
            here = Mention(tree.sentence.index, index, index + 1, token.span, tuple(voices), "speaker")
            speakers = [Part(Role.ACTOR, actor, here) for actor in voices]
        if speakers:
            yield from _aimed(tree, index, speakers, mentions, judged)


@cache
def _misdeeds(lexicon: Lexicon) -> frozenset[str]:
    told = (e.xcomps for e in lexicon.verbs["say"] if e.kind is Kind.ACCUSATION and not e.words)
    return frozenset({"stage", "direct"}).union(*told) - {"threaten"}  # a threat is read as one


@cache
def _verdicts(lexicon: Lexicon) -> frozenset[str]:
    told = (e.judges for e in lexicon.verbs["say"] if e.kind is Kind.ACCUSATION)
    return frozenset().union(*told)


def _is_unreal(tree: Tree, index: int) -> bool:
    """Whether a predicate is denied, supposed or still to come."""
    tokens = tree.sentence.tokens
    helpers = {tokens[child].text.lower() for child in tree.of(index, "aux", "advmod", "det", "mark")}
    modal = any(tokens[child].tag == "MD" for child in tree.of(index, "aux"))
    return modal or not helpers.isdisjoint(_UNREAL)


def _is_judged(tree: Tree, index: int, verdicts: frozenset[str]) -> bool:
    amounts = tree.sentence.tokens[index].lemma.lower() in AMOUNTING
    for node in (
        tree.of(index, "obj", "obl", "advcl") if amounts else [index] if tree.of(index, "cop") else []
    ):
        words = set(words_of(tree, node))
        authored = any(tree.case(child) == "by" for child in tree.subtree(node))
        if words & (verdicts | _BLOWS if authored else verdicts) and not words & _NOT:
            return True
    return False


_LAYING = frozenset({"lie", "lay", "rest"})
_BLAME = frozenset({"blame", "fault", "guilt"})
# What one is responsible for only as a culprit.
_HARMS = frozenset(
    "crisis attack escalation violence war conflict death killing murder massacre crime aggression bloodshed "
    "tragedy catastrophe disaster famine deadlock stalemate impasse failure collapse breakdown breach violation "
    "loss damage consequence explosion strike shelling bombing incident clash tension atrocity casualty suffering".split()
)


def _is_laid(tree: Tree, index: int) -> bool:
    """ "responsibility for the crisis rests with P", and not "for the rescue"."""
    tokens = tree.sentence.tokens
    return tokens[index].lemma.lower() in _LAYING and any(
        tokens[child].lemma.lower() in _BLAME
        or (tokens[child].lemma.lower() == "responsibility" and _is_for_harm(tree, child))
        for child in tree.of(index, "nsubj")
    )


def _is_for_harm(tree: Tree, index: int) -> bool:
    told = (node for child in tree.of(index, "nmod") for node in tree.by_case(child).get("for", ()))
    return any(tree.sentence.tokens[node].lemma.lower() in _HARMS for node in told)


def _is_spared(tree: Tree, mention: Mention) -> bool:
    """ "lies with P and not with Q"."""
    tokens = tree.sentence.tokens
    below = (child for node in range(mention.first, mention.last) for child in tree.children[node])
    return any(tokens[child].text.lower() in _NOT for child in below)


def _speakers(tree: Tree, index: int, mentions: Mentions) -> list[Part]:
    """Who says it: above the predicate, beside it, or behind "according to"."""
    tokens = tree.sentence.tokens
    found: list[int] = []
    within = (child for node in tree.of(index, "nsubj") for child in tree.of(node, "appos", "acl"))
    for child in (*tree.children[index], *within):
        beside = tokens[child].dep in _BESIDE and tokens[child].lemma.lower() in _SAYING
        if beside and not any(tokens[mark].text.lower() in _ELSEWHERE for mark in tree.of(child, "mark")):
            found.extend(tree.of(child, "nsubj"))
        if tokens[child].dep.startswith("obl") and tree.case(child).startswith("according"):
            found.append(child)
    node = index
    for _ in range(_DEPTH):
        if found or tokens[node].head < 0 or tokens[node].dep not in _BELOW:
            break
        node = tokens[node].head
        if tokens[node].lemma.lower() in _SAYING:
            subjects = tree.of(node, "nsubj")
            found.extend(child for child in subjects if actors_in(mentions, tree, [child]))
    return [Part(Role.ACTOR, actor, m) for actor, m in actors_in(mentions, tree, found) if is_official(actor)]


def _aimed(
    tree: Tree, index: int, speakers: list[Part], mentions: Mentions, judged: bool
) -> Iterator[Candidate]:
    clause = verb_clause(tree, index)
    own = {part.side for part in speakers}
    facing = [
        Part(Role.RECIPIENT, actor, mention)
        for actor, mention in _accused(tree, clause, mentions, judged)
        if side_of(actor) not in own and is_official(actor) and "pronoun" not in mention.rule
    ]
    if not facing:
        return
    tokens = tree.sentence.tokens
    here = [
        part.mention.span for part in (*speakers, *facing) if part.mention.sentence == tree.sentence.index
    ]
    yield Candidate(
        Kind.ACCUSATION, "condemn" if judged else "accuse", RULE, tree.sentence.index, tokens[index].span,
        hull([tokens[index].span, *here]), clause, tree, _WEIGHT, [*speakers, *facing],
    )  # fmt: skip


def _accused(tree: Tree, clause: Clause, mentions: Mentions, judged: bool) -> list[tuple[Actor, Mention]]:
    """Whose deed it is: the subject or whose it is; of a verdict first whom its own words name ("a crime by P")."""
    tokens = tree.sentence.tokens
    if clause.lemma in _LAYING:  # "the blame lies with P", and "P lied"
        laid = [token for slot in ("with", "on") for token in slot_tokens(clause, slot)]
        if _is_laid(tree, clause.head):
            found = actors_in(mentions, tree, laid)
            return [(actor, mention) for actor, mention in found if not _is_spared(tree, mention)]
    suffering = clause.passive and not judged  # "nine were banned": they did nothing
    subjects = [] if suffering else tree.of(clause.head, "nsubj", "csubj")
    subjects = [*subjects, *clause.slots.get("subj", ())]
    if any(tokens[node].text.lower() == "who" for node in subjects):
        people = actors_in(mentions, tree, clause.slots.get("subj", ()))
        if not people or people[0][1].rule == "government name":
            return []  # "whoever in P obstructs the vote", hung on P
    if judged:
        verdicts = tree.of(clause.head, "obj", "obl") or [clause.head]
        agents = [child for node in verdicts for child in tree.subtree(node) if tree.case(child) == "by"]
        if found := actors_in(mentions, tree, agents):
            return found
    elif any(tokens[node].text.lower() in _SELF - {"it"} for node in subjects):
        return []
    named = [node for node in subjects if tokens[node].pos != "PRON"]
    if not named and tokens[clause.head].pos == "PROPN":
        named = [clause.head]  # "it was P that …"
    for node in dict.fromkeys(named):
        if found := actors_in(mentions, tree, [node]) or targets_below(
            mentions, tree, node, deep=True, other_than=set()
        ):
            return found
    return []
