"""Who does it to whom in a sentence whose class a model told: the countries and bodies before and after its trigger.

Codes are ISO alpha-3 for countries and those who belong to one, ``IGO`` for other organisations, ``IMG`` for named armed
groups of no country. Who stands in the subject, or owns it ("Angolan farmers"), acts; who stands elsewhere is acted on.
Who says so ("…, police said") is no side.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from dragoman.citation import Span
from dragoman.engagements.clauses import Clause, noun_clause, verb_clause
from dragoman.engagements.lexicon import Lexicon
from dragoman.engagements.tree import Tree
from dragoman.knowledge.lookup import KnowledgeBase
from dragoman.language.document import NameLabel
from dragoman.mentions.finding import Mentions
from dragoman.mentions.mention import Actor, MentionKind

_PEOPLES = frozenset({NameLabel.LOC, NameLabel.NORP, NameLabel.ORG})
_SAYING = frozenset(
    "say tell report announce claim write add state confirm note quote cite according disclose reveal".split()
)
_PLACES = frozenset(
    {"in", "at", "near", "inside", "outside", "through", "throughout", "around", "across", "within"}
)
_DOER_SLOTS = ("subj", "poss", "by", "mod")


@dataclass(frozen=True, slots=True)
class Side:
    """A country or body in a coded sentence: its code and the words that name it."""

    code: str
    span: Span


@dataclass(frozen=True, slots=True)
class _Seen:
    token: int
    side: Side
    is_place: bool


def find_sides(
    tree: Tree, trigger: int, mentions: Mentions, kb: KnowledgeBase, lexicon: Lexicon
) -> tuple[tuple[Side, ...], tuple[Side, ...]]:
    """Who acts and who is acted on; empty where the sentence names nobody."""
    seen = list(_seen(tree, mentions, kb))
    clause = _clause_of(tree, trigger, lexicon)
    silent = _attribution(tree, clause)
    doing = {
        token for slot in _DOER_SLOTS for head in clause.slots.get(slot, ()) for token in tree.subtree(head)
    }
    told = [one for one in seen if one.token not in silent]
    actors = [one for one in told if one.token in doing]
    if not actors and not clause.passive:
        before = [one for one in told if one.token < trigger and not one.is_place]
        actors = before[:1]
    acting = {one.token for one in actors}
    rest = [one for one in told if one.token not in acting and one.token not in doing]
    facing = [one for one in rest if not one.is_place] or rest
    acting_codes = {one.side.code for one in actors}
    facing = [one for one in facing if one.side.code not in acting_codes] or facing  # "its border with Libya"
    return _distinct(actors), _distinct(facing)


def _clause_of(tree: Tree, trigger: int, lexicon: Lexicon) -> Clause:
    if tree.sentence.tokens[trigger].pos in {"VERB", "AUX"}:
        return verb_clause(tree, trigger)
    return noun_clause(tree, trigger, lexicon.light)


def _distinct(seen: Iterable[_Seen]) -> tuple[Side, ...]:
    """One side per code, where it is first named."""
    first: dict[str, Side] = {}
    for one in seen:
        first.setdefault(one.side.code, one.side)
    return tuple(first.values())


def _seen(tree: Tree, mentions: Mentions, kb: KnowledgeBase) -> Iterable[_Seen]:
    """Everybody and everything of a country in the sentence, in text order."""
    sentence = tree.sentence
    found: dict[int, _Seen] = {}
    for mention in mentions.actors:
        if mention.sentence != sentence.index:
            continue
        for actor in mention.actors:
            code = _code(actor)
            if code is not None:
                found.setdefault(
                    mention.first, _Seen(mention.first, Side(code, mention.span), is_place=False)
                )
    taken = {
        token for m in mentions.actors if m.sentence == sentence.index for token in range(m.first, m.last)
    }
    for name in sentence.names:
        if name.label not in _PEOPLES or name.first in taken:
            continue
        words = " ".join(token.text for token in sentence.tokens[name.first : name.last])
        code = _country_code(words, kb)
        if code is not None:
            found[name.first] = _Seen(name.first, Side(code, name.span), is_place=_is_place(tree, name.first))
            taken.update(range(name.first, name.last))
    for place in mentions.places:
        if place.sentence == sentence.index and place.country is not None and place.first not in taken:
            found[place.first] = _Seen(place.first, Side(place.country, place.span), is_place=True)
    return [found[token] for token in sorted(found)]


def _code(actor: Actor) -> str | None:
    if actor.country is None and actor.kind is MentionKind.ARMED_GROUP:
        return None if actor.name is None and actor.entity_id is None else "IMG"
    is_body = actor.kind is MentionKind.ORGANIZATION
    return side_code(actor.country, actor.office_id, is_body=is_body)


def side_code(country: str | None, office_id: str | None, *, is_body: bool) -> str | None:
    """The code of whoever belongs to a country, is an organisation or holds an office of one; else ``None``."""
    of_body = is_body or (office_id or "").startswith("office:org:")
    return country or ("IGO" if of_body else None)


def _country_code(words: str, kb: KnowledgeBase) -> str | None:
    country = kb.find_country(words)
    if country is not None:
        return country.iso3
    peoples = kb.demonym_countries(words)
    if len(peoples) == 1:
        return peoples[0].iso3
    seat = kb.metonym_country(words)
    return seat.iso3 if seat is not None else None


def _is_place(tree: Tree, token: int) -> bool:
    """Whether a name tells where ("in Lebanon")."""
    head = token
    while (
        tree.sentence.tokens[head].dep in {"flat", "compound", "nmod:desc"}
        and tree.sentence.tokens[head].head >= 0
    ):
        head = tree.sentence.tokens[head].head
    return tree.case(head) in _PLACES


def _attribution(tree: Tree, clause: Clause) -> set[int]:
    """The words that only say who says so: "…, police said", "according to …"."""
    tokens = tree.sentence.tokens
    silent: set[int] = set()
    for index in tree.ancestors(clause.head):
        if tokens[index].lemma.lower() in _SAYING:
            for subject in tree.of(index, "nsubj", "nsubj:pass"):
                if subject not in clause.slots.get("subj", ()):
                    silent.update(tree.subtree(subject))
    for index in range(len(tokens)):
        if tokens[index].lemma.lower() in _SAYING and tokens[index].dep == "parataxis":
            silent.update(tree.subtree(index))
    return silent
