"""Events of single sentences, also of those inside one country, coded in PLOVER and CAMEO for event data.

Where rules read an engagement, its codes hold, in every sentence that tells it. Of the other sentences a small model
tells the class (`classifying`), with its probability; who does it to whom follows from the clause (`sides`). Sentences
that tell nothing are left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from dragoman.citation import Span
from dragoman.engagements.engagement import Engagement, Participant
from dragoman.engagements.lexicon import Lexicon, load_lexicon
from dragoman.engagements.tree import Tree
from dragoman.knowledge.lookup import KnowledgeBase
from dragoman.language.document import Document, Sentence
from dragoman.mentions.finding import Mentions
from dragoman.ontology.classifying import NOTHING, ClassModel, open_model
from dragoman.ontology.codebook import plover_book
from dragoman.ontology.event import CodedEvent
from dragoman.ontology.features import features_of
from dragoman.ontology.sides import Side, find_sides, side_code

CAMEO_ROOTS = {
    "AGREE": "03",
    "CONSULT": "04",
    "SUPPORT": "05",
    "COOPERATE": "06",
    "AID": "07",
    "CONCEDE": "08",
    "RETREAT": "08",
    "ACCUSE": "11",
    "REQUEST": "10",
    "REJECT": "12",
    "THREATEN": "13",
    "PROTEST": "14",
    "MOBILIZE": "15",
    "SANCTION": "16",
    "COERCE": "17",
    "ASSAULT": "19",
}
"""The CAMEO root that goes with a class; the model tells no finer code."""

SHORTEST = 5
"""Words and marks that a sentence must have for the model to be asked: "Thank you." is no event."""


@dataclass(frozen=True, slots=True)
class CodedSentence:
    """One event of a sentence.

    ``span`` is the sentence, ``trigger`` the word that says most for the class, ``cameo`` a whole code where a rule read the
    event and a root where the model did. ``probability`` is 0 to 1; of a rule's event, the engagement's confidence.
    """

    span: Span
    trigger: Span
    event: str
    quad_code: int
    cameo: str
    actors: tuple[Side, ...]
    recipients: tuple[Side, ...]
    probability: float
    rule: str


def code_sentences(
    doc: Document,
    mentions: Mentions,
    kb: KnowledgeBase,
    engagements: Iterable[Engagement],
    events: Mapping[str, tuple[CodedEvent, ...]],
    *,
    least: float = 0.0,
) -> tuple[CodedSentence, ...]:
    """The events of a tagged document, sentence by sentence.

    Args:
        doc: with all sentences tagged.
        mentions: who and where is named in it.
        kb: countries and organisations by name.
        engagements: what was read from the document, and ``events``, their codes by engagement id.
        least: events told by the model that are less probable are left out.
    """
    lexicon, model = load_lexicon(), open_model()
    told = list(engagements)
    coded: list[CodedSentence] = []
    for sentence in doc.sentences:
        if not sentence.tokens or not sentence.tokens[0].dep:
            continue
        ruled = list(_by_rule(sentence, told, events))
        coded.extend(ruled or _by_model(sentence, mentions, kb, lexicon, model, least))
    return tuple(coded)


def _by_rule(
    sentence: Sentence, engagements: list[Engagement], events: Mapping[str, tuple[CodedEvent, ...]]
) -> Iterator[CodedSentence]:
    for eng in engagements:
        trigger = next((told.span for told in eng.trigger if sentence.span.covers(told.span)), None)
        if trigger is None:
            continue
        for event in events.get(eng.engagement_id, ()):
            yield CodedSentence(
                sentence.span,
                trigger,
                event.event,
                event.quad_code,
                event.cameo,
                _sides(eng, event.actor, trigger),
                _sides(eng, event.recipient, trigger),
                eng.confidence,
                event.rule,
            )


def _sides(eng: Engagement, parties: tuple[int, ...], trigger: Span) -> tuple[Side, ...]:
    found: dict[str, Side] = {}
    for index in parties:
        party = eng.participants[index]
        code = _code_of(party)
        if code is not None:
            found.setdefault(
                code, Side(code, party.name.evidence[0].span if party.name.evidence else trigger)
            )
    return tuple(found.values())


def _code_of(party: Participant) -> str | None:
    country = party.country.value if party.country is not None else None
    office_id = party.office.value.office_id if party.office is not None else None
    return side_code(country, office_id, is_body=(party.entity_id or "").startswith("org:"))


def _by_model(
    sentence: Sentence,
    mentions: Mentions,
    kb: KnowledgeBase,
    lexicon: Lexicon,
    model: ClassModel,
    least: float,
) -> Iterator[CodedSentence]:
    if len(sentence.tokens) < SHORTEST:
        return
    tree = Tree(sentence)
    shares = model.probabilities(features_of(tree, lexicon))
    event = max(shares.keys() - {NOTHING}, key=lambda name: shares[name])
    if shares[event] < least:
        return
    trigger = trigger_of(tree, model, event)
    if trigger is None:
        return
    actors, recipients = find_sides(tree, trigger, mentions, kb, lexicon)
    yield CodedSentence(
        sentence.span,
        sentence.tokens[trigger].span,
        event,
        plover_book().events[event].quad_code,
        CAMEO_ROOTS[event],
        actors,
        recipients,
        round(shares[event], 3),
        f"{model.manifest['name']}: {event}",
    )


def trigger_of(tree: Tree, model: ClassModel, event: str) -> int | None:
    """The verb or noun that says most for a class; ``None`` in a sentence without either."""
    tokens = tree.sentence.tokens
    words = [index for index, token in enumerate(tokens) if token.pos in {"VERB", "NOUN"}]

    def weigh(index: int) -> float:
        word = tokens[index].lemma.lower()
        features = [f"u:{word}", f"p:{word}/{tokens[index].pos}"]
        if tokens[index].dep == "root":
            features.append(f"r:{word}")
        return sum(model.weight(feature, event) for feature in features)

    return max(words, key=weigh, default=None)
