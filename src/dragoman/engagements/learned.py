"""Learned: acts that no rule of the lexicon found, told and filled by the act network.

The network says which words tell an act, of which kind, and who its sides are; the codebook's floor, the clause's tense
and mood and everything behind are the same as for the rules' candidates. What a rule found is left to the rule.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

import numpy as np
import numpy.typing as npt

from dragoman.citation import Span, hull
from dragoman.engagements.candidates import Candidate, Part, side_of
from dragoman.engagements.clauses import Clause, noun_clause, verb_clause
from dragoman.engagements.companies import are_some_people, without_owners
from dragoman.engagements.doubts import (
    is_aside,
    is_nobodys,
    is_possible,
    is_silence,
    is_spoken_of,
    is_where,
    tells_of_it,
    word_before,
)
from dragoman.engagements.echoes import ECHO, MIRROR
from dragoman.engagements.engagement import CONTACTS, Kind, Role
from dragoman.engagements.floors import DIRECTED, is_visit
from dragoman.engagements.lexicon import Lexicon, Trigger
from dragoman.engagements.nearby import is_addressed
from dragoman.engagements.roles import is_official
from dragoman.engagements.spots import MOST_WORDS, AnyMention, spots_of, window_of
from dragoman.engagements.stricken import is_host, settle_blow
from dragoman.engagements.tree import Tree
from dragoman.engagements.triggering import noun_fits, verb_fits
from dragoman.language.act_network import ActNetwork, View, shipped_act_network
from dragoman.language.document import Document, Sentence
from dragoman.language.packs import ActPack
from dragoman.mentions.finding import Mentions
from dragoman.mentions.mention import Actor, Mention, MentionKind, PlaceMention

RULE = "learned"
_SHARED = frozenset({Kind.MEETING, Kind.CALL, Kind.AGREEMENT})
# Kinds that tell of one event in other words.
_KIN = (CONTACTS | {Kind.MEDIATION, Kind.CONFERENCE}, {Kind.MEDIATION, Kind.AGREEMENT})
_TELLING = frozenset({"VERB", "AUX", "ADJ", "NOUN", "PROPN"})
_PROOF = 0.8
"""What the network's probability proves beside the words of a rule; `benchmarks/calibration.py` says how far."""
_CROWD = 8
"""A mention of more sides than these ("the Middle East") is where something is done, seldom who does it."""
_ECHOING = frozenset({"do", "suit", "same", "likewise"})  # they tell what was told before
_SURE, _MEDIATING = 0.7, 0.9
"""The probabilities from which an act is taken in an article in which no rule found any, and a mediation in all."""
_ITEM = 5
"""An article of so few sentences is an item, which is news and nothing else: there no such certainty is asked."""
_OVERRULING = 0.75
"""The probability from which it goes before what the rules know of a word; and of visits, nearly all of which they know."""
_CONTENT = frozenset({"discuss", "negotiate"})
_RULED = frozenset({Kind.AID, Kind.AGREEMENT})  # what is a gift and what is agreed the rules know best
_AT_HOSTS = frozenset({Kind.OTHER, Kind.CONCESSION})
"""Kinds done to those in whose country they are done: an embassy opened, a truce declared, an exercise held around it."""
_ENOUGH = 0.35  # where a rule has found the act and only its other side is sought
_DOUBTFUL, _DOUBTED = 0.03, 0.5
"""The probability below which a rule's act is doubted, and what its words then prove of what they did."""

Floats = npt.NDArray[np.float32]


class LearnedReader:
    """Finds the network's acts in the sentences of one document."""

    def __init__(self, doc: Document, mentions: Mentions, lexicon: Lexicon) -> None:
        self._mentions, self._lexicon = mentions, lexicon
        self._is_item = len(doc.sentences) <= _ITEM
        self._tagged = [sent for sent in doc.sentences if sent.states is not None]
        self._order = {sent.index: at for at, sent in enumerate(self._tagged)}
        self._spots = spots_of(self._tagged, mentions)
        self._proposed: dict[int, list[Part]] = {}

    @property
    def _network(self) -> ActNetwork:
        """Asked for only where a sentence has states: of what others tagged the network is not opened."""
        return shipped_act_network()

    def find(self, tree: Tree, found: Sequence[Candidate]) -> list[Candidate]:
        """The candidates of one sentence beside those that rules ``found``, which are doubted where it sees no act."""
        window = self._window(tree.sentence)
        if not window or not self._may_tell(window):
            return []
        pack = self._network.pack
        if not found and not self._network.is_worth_a_look(tree.sentence):
            return []
        view = self._network.look(window)
        for candidate in found:
            candidate.belief = _belief(candidate, view)
            candidate.weight *= 1.0 if candidate.belief >= _DOUBTFUL else _DOUBTED
            if candidate.deferred and candidate.mode not in {ECHO, MIRROR}:
                self._proposed[id(candidate)] = self._others(candidate, window, view)
        taken = {index for c in found for index in _words(c)}
        sent = (c.clause.slots.get("obj", ()) for c in found if c.kind is Kind.VISIT)  # "sent an envoy to P"
        taken.update(index for tokens in sent for index in tokens)
        added: list[Candidate] = []
        for trigger, kind in self._triggers(tree, view, taken, pack.act_threshold):
            made = self._candidate(tree, window, view, trigger, kind)
            if made is not None and not _is_known(made, (*found, *added)):
                added.append(made)
        return added

    def settle(self, told: Iterable[Candidate], kept: Sequence[Candidate]) -> list[Candidate]:
        """What is kept of the candidates, in text order.

        Beside those ``kept`` the deferred acts of rules that found no other side, where the network gives them one. Of an
        article in which no rule found anything, and which is no short item, only what the network is sure of: opinion,
        business and history are full of states that do things to each other in words which no entry fits.
        """
        settled = {id(candidate) for candidate in kept}
        lost = [c for c in told if c.deferred and id(c) not in settled and is_addressed(c, self._mentions)]
        completed = [c for c in lost if self._proposed.get(id(c))]
        for candidate in completed:
            candidate.parts.extend(self._proposed[id(candidate)])
            candidate.deferred = False
        found = sorted([*kept, *completed], key=lambda candidate: candidate.span.start)
        if self._is_item or any(candidate.rule != RULE for candidate in found):
            return found
        return [candidate for candidate in found if candidate.weight >= _PROOF * _SURE]

    def _others(self, candidate: Candidate, window: Sequence[Sentence], view: View) -> list[Part]:
        """The other side of an act that a rule found without one."""
        pack = self._network.pack
        number, trigger = pack.kinds.index(candidate.kind.value), candidate.clause.head
        if (
            is_possible(candidate.tree, trigger)
            or is_silence(candidate)
            or 1 - view.kinds[trigger, 0] < _ENOUGH
        ):
            return []
        likely = self._likely(window, view, trigger, number)
        parts = _parts(candidate.kind, likely, pack, (candidate.sentence, trigger))
        tree, kind = candidate.tree, candidate.kind
        if not all(self._may_take_part(tree, part, kind, stranger=False) for part in candidate.parts):
            return []  # the side that the rule found is none
        own = {part.side for part in candidate.parts}
        missing = Role.RECIPIENT if candidate.of(Role.ACTOR) else Role.ACTOR
        fitting = [p for p in parts if p.role is missing and p.side not in own and is_official(p.actor)]
        return [part for part in fitting if self._may_take_part(tree, part, kind, stranger=False)]

    def _window(self, sentence: Sentence) -> list[Sentence]:
        """The sentence and those tagged before it, as far as they may be looked at together."""
        at = self._order.get(sentence.index)
        if at is None or len(sentence.tokens) > MOST_WORDS:
            return []
        return window_of(self._tagged, at)

    def _may_tell(self, window: Sequence[Sentence]) -> bool:
        """Whether the window names two sides, or a side and a place abroad; without them no floor is met."""
        sides: set[str] = set()
        abroad: set[str | None] = set()
        for sent in window:
            for _, mention in self._spots.get(sent.index, ()):
                if isinstance(mention, Mention):
                    sides.update(actor.side for actor in mention.actors if _has_side(actor))
                elif isinstance(mention, PlaceMention):
                    abroad.add(mention.country)
        return len(sides) > 1 or (bool(sides) and bool(abroad - sides))

    def _triggers(self, tree: Tree, view: View, taken: set[int], least: float) -> Iterator[tuple[int, int]]:
        """The words that tell an act by the network, and the number of its kind."""
        for index in np.flatnonzero(1 - view.kinds[:, 0] >= least).tolist():
            token = tree.sentence.tokens[index]
            if index not in taken and token.pos in _TELLING and token.lemma.lower() not in _ECHOING:
                yield index, int(view.kinds[index, 1:].argmax()) + 1

    def _candidate(
        self, tree: Tree, window: Sequence[Sentence], view: View, trigger: int, number: int
    ) -> Candidate | None:
        pack = self._network.pack
        kind = Kind(pack.kinds[number])
        if kind is Kind.CONFERENCE:
            return None  # its name and place are what makes one, which the network does not tell
        likely = self._likely(window, view, trigger, number)
        noun = tree.sentence.tokens[trigger].pos in {"NOUN", "PROPN"}
        clause = noun_clause(tree, trigger, self._lexicon.light) if noun else verb_clause(tree, trigger)
        parts = _parts(kind, likely, pack, (tree.sentence.index, trigger))
        stranger = self._is_done_by_stranger(tree, clause)
        second = pack.roles.index("second")
        hosts = {m for m, share in likely if kind in _AT_HOSTS and share[second] >= _OVERRULING}
        hosts = {m for m in hosts if isinstance(m, Mention) and is_host(tree, m, trigger)}
        parts = [p for p in parts if p.mention in hosts or self._may_take_part(tree, p, kind, stranger)]
        parts = [p for p in parts if kind is not Kind.ATTACK or not tells_of_it(tree, p.mention, trigger)]
        if kind is Kind.MEETING and any(part.role is Role.MEDIATOR for part in parts):
            kind = Kind.MEDIATION
        share = float(1 - view.kinds[trigger, 0])
        entries = _entries(self._lexicon, clause, kind)
        candidate = _make(tree, clause, kind, entries, parts, _PROOF * share)
        known = bool(entries) or kind is Kind.AID
        unfit = known and not any(_fits(tree, clause, entry) for entry in entries)
        if (unfit and kind in _RULED) or (kind is Kind.MEDIATION and share < _MEDIATING):
            return None
        if share < _OVERRULING and (unfit or kind is Kind.VISIT or is_spoken_of(candidate)):
            return None
        if is_possible(tree, trigger) or is_nobodys(candidate, self._mentions.text):
            return None
        if kind is Kind.VISIT:
            places = _places(likely, pack)
            candidate.goals = [place for place in places if word_before(tree, place) != "from"]
            return candidate if is_visit(candidate) else None
        if share >= _SURE:
            settle_blow(candidate, _places(likely, pack), self._mentions)
        return candidate if _meets_floor(candidate) else None

    def _is_done_by_stranger(self, tree: Tree, clause: Clause) -> bool:
        """Whether the sentence names who does it in words that nothing is known of."""
        return any(
            tree.sentence.tokens[index].pos in {"NOUN", "PROPN"}
            and self._mentions.actor_at(tree.sentence.index, index) is None
            for index in clause.slots.get("subj", ())
        )

    def _may_take_part(self, tree: Tree, part: Part, kind: Kind, stranger: bool) -> bool:
        """Not a place where something is done, a state that only says whose a firm is, a speaker or a spokesperson."""
        mention, title = part.mention, part.actor.title
        if title is not None and "spokes" in title.text.lower():
            return False
        if mention.sentence != tree.sentence.index:
            return not (stranger and part.role is Role.ACTOR)
        after = tree.sentence.tokens[mention.last : mention.last + 1]
        unarmed = part.role is Role.ACTOR and kind is not Kind.ATTACK
        if unarmed and are_some_people(self._mentions, tree, mention.last - 1):
            return False
        if part.role is Role.RECIPIENT and word_before(tree, mention) == "by":
            return False
        if is_aside(tree, part, kind):
            return False
        if is_where(tree, mention) and (part.role is Role.ACTOR or kind is not Kind.ATTACK):
            return False
        if any(token.text == ":" for token in after):
            return False  # who speaks
        return bool(list(without_owners(self._mentions, tree, [mention.last - 1])))

    def _likely(
        self, window: Sequence[Sentence], view: View, trigger: int, number: int
    ) -> list[tuple[AnyMention, Floats]]:
        """Every mention of the window with the probabilities of its roles in an act."""
        pairs = [
            (replace(spot, sentence=place), mention)
            for place, sent in enumerate(window)
            for spot, mention in self._spots.get(sent.index, ())
        ]
        shares = self._network.roles(view, trigger, number, [spot for spot, _ in pairs])
        return [(mention, share) for (_, mention), share in zip(pairs, shares, strict=True)]


def _words(candidate: Candidate) -> list[int]:
    """The words of its sentence that tell it."""
    return [index for index in (candidate.clause.head, candidate.clause.light) if index is not None]


def _belief(candidate: Candidate, view: View) -> float:
    """How likely the network takes the words of a rule's act for one.

    A blow is told by several words at once ("attacked the town, killing ten"): one of the clause's has to convince. What is
    brokered the network tells as talks, and what is discussed or negotiated it takes for their content, as it mostly is.
    """
    if candidate.kind is Kind.MEDIATION or candidate.mode in _CONTENT:
        return 1.0
    if candidate.kind in CONTACTS and candidate.clause.light is not None and len(candidate.sides) > 1:
        return 1.0  # "P, Q hold talks"
    tokens = candidate.tree.sentence.tokens
    reach = candidate.clause_span if candidate.kind is Kind.ATTACK else candidate.span
    told = [*_words(candidate), *(i for i, token in enumerate(tokens) if reach.covers(token.span))]
    return float(max(1 - view.kinds[told, 0]))


def is_supposed(candidate: Candidate) -> bool:
    """Whether the network found what the text only supposes; where that is told to happen it is told again."""
    return candidate.rule == RULE and candidate.hypothetical


def _places(likely: Iterable[tuple[AnyMention, Floats]], pack: ActPack) -> list[PlaceMention]:
    """Where it happens, in text order."""
    at = pack.roles.index("at")
    return [
        place
        for place, share in likely
        if isinstance(place, PlaceMention) and share[at] > pack.side_threshold
    ]


def _parts(
    kind: Kind,
    likely: Iterable[tuple[AnyMention, Floats]],
    pack: ActPack,
    trigger: tuple[int, int],
) -> list[Part]:
    """Who takes part, the likeliest mention of each first; the trigger's own word is nobody."""
    first, second, by = (pack.roles.index(name) for name in ("first", "second", "by"))
    least = pack.side_threshold
    sentence, word = trigger
    parts: list[Part] = []
    sided = [(m, share) for m, share in likely if isinstance(m, Mention)]
    for mention, share in sorted(sided, key=lambda pair: -float(pair[1][first] + pair[1][second])):
        own = mention.sentence == sentence and mention.first <= word < mention.last
        if own or len(mention.actors) > _CROWD:
            continue
        if share[by] > least and kind in {Kind.MEDIATION, Kind.MEETING}:
            role = Role.MEDIATOR
        elif share[first] + share[second] <= least:
            continue
        elif kind in _SHARED or kind is Kind.MEDIATION:
            role = Role.PARTICIPANT
        else:
            role = Role.ACTOR if share[first] > share[second] else Role.RECIPIENT
        known = {part.actor.key for part in parts}
        parts.extend(Part(role, actor, mention) for actor in mention.actors if actor.key not in known)
    return sorted(parts, key=lambda part: part.mention.span)


def _entries(lexicon: Lexicon, clause: Clause, kind: Kind) -> tuple[Trigger, ...]:
    """The lexicon's entries of the word for that kind."""
    entries = (lexicon.nouns if clause.noun else lexicon.verbs).get(clause.lemma, ())
    return tuple(entry for entry in entries if entry.kind is kind)


def _fits(tree: Tree, clause: Clause, entry: Trigger) -> bool:
    """Whether the words around fit an entry; what is a gift the rules know best."""
    return not entry.gift and (noun_fits if clause.noun else verb_fits)(tree, clause, entry)


def _make(
    tree: Tree, clause: Clause, kind: Kind, entries: Sequence[Trigger], parts: list[Part], weight: float
) -> Candidate:
    tokens = tree.sentence.tokens
    told = [tokens[index].span for index in (clause.head, clause.light) if index is not None]
    near = [part.mention.span for part in parts if part.mention.sentence == tree.sentence.index]
    mode = entries[0].mode if entries else None
    reach: Span = hull([*told, *near])
    above = tokens[clause.head].head
    begun = (
        kind is Kind.VISIT and above >= 0 and tokens[above].lemma.lower() == "day"
    )  # "the second day of his visit"
    stage = "begun" if begun else None
    return Candidate(
        kind,
        mode,
        RULE,
        tree.sentence.index,
        told[0],
        reach,
        clause,
        tree,
        weight,
        parts,
        stage=stage,
        belief=weight / _PROOF,
    )


def _meets_floor(candidate: Candidate) -> bool:
    """Two official sides, one of which acts on the other where the kind is of that sort."""
    known = [p for p in candidate.parts if is_official(p.actor) and _has_side(p.actor)]
    if len({side_of(part.actor) for part in known if part.role is not Role.MEDIATOR}) < _SIDES:
        return False
    if candidate.kind not in DIRECTED:
        return True
    if all(part.role is Role.PARTICIPANT for part in known):
        return True  # who fought each other
    acting = {part.side for part in known if part.role is Role.ACTOR}
    candidate.parts = [p for p in candidate.parts if p.role is Role.ACTOR or p.side not in acting]
    return bool(acting) and any(p.role is Role.RECIPIENT and p.side not in acting for p in known)


def _has_side(actor: Actor) -> bool:
    """Whether the text says for whom somebody acts; two people of unknown countries may be of one."""
    return actor.kind is not MentionKind.PERSON or actor.country is not None or actor.served_body is not None


_SIDES = 2


def _is_known(candidate: Candidate, found: Iterable[Candidate]) -> bool:
    """Whether a candidate of its kind, or talks of another, is found in the sentence that has its sides, or two of them."""
    sides = _sides(candidate)
    brokered = (other for other in found if other.kind is Kind.MEDIATION and sides & _sides(other))
    if candidate.kind is Kind.MEETING and any(brokered):
        return True
    return any(
        (other.kind is candidate.kind and candidate.kind in _SHARED and len(sides & _sides(other)) >= _SIDES)
        or (
            sides <= _sides(other)
            and (other.kind is candidate.kind or any({other.kind, candidate.kind} <= kin for kin in _KIN))
        )
        for other in found
    )


def _sides(candidate: Candidate) -> set[str | None]:
    return {part.side for part in candidate.parts} | {goal.country for goal in candidate.goals}
