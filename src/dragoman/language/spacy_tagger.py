"""An adapter to somebody else's tagger: any spaCy pipeline with a parser and names, as a worked example.

spaCy is no dependency; install it and a pipeline yourself. Names are mapped to our labels. Pipelines trained on
ClearNLP trees are turned towards Universal Dependencies as far as the readers of clauses need: subjects, objects,
and prepositions, which hang on their noun here and carry it there.

    tagger = SpacyTagger(spacy.load("en_core_web_sm"))
    doc = tagger.tag(segment(article))
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import Any

from dragoman.citation import Span
from dragoman.language.document import Document, NameLabel, NameSpan, Sentence, Token

NAME_LABELS = {
    "PERSON": NameLabel.PER,
    "PER": NameLabel.PER,
    "ORG": NameLabel.ORG,
    "GPE": NameLabel.LOC,
    "LOC": NameLabel.LOC,
    "FAC": NameLabel.FAC,
    "EVENT": NameLabel.EVT,
    "NORP": NameLabel.NORP,
    "DATE": NameLabel.DATE,
    "MONEY": NameLabel.MONEY,
    "QUANTITY": NameLabel.QUANTITY,
    "CARDINAL": NameLabel.QUANTITY,
}
RELATIONS = {
    "ROOT": "root",
    "nsubjpass": "nsubj:pass",
    "auxpass": "aux:pass",
    "dobj": "obj",
    "dative": "iobj",
    "poss": "nmod:poss",
    "relcl": "acl:relcl",
    "prt": "compound:prt",
    "npadvmod": "obl:unmarked",
    "nn": "compound",
    "neg": "advmod",
    "pcomp": "advcl",
}
_PREDICATES = frozenset({"VERB", "AUX", "ADJ", "ADV"})


class SpacyTagger:
    """Tags with ``pipeline``, a loaded spaCy ``Language``; sentences and words stay ours."""

    def __init__(self, pipeline: Any) -> None:
        self._pipeline = pipeline

    def tag(self, doc: Document, only: Collection[int] | None = None) -> Document:
        """``doc`` with the sentences whose index is in ``only`` tagged; all of them if it is None."""
        chosen = [sent for sent in doc.sentences if sent.tokens and (only is None or sent.index in only)]
        parsed = self._pipeline.pipe(self._foreign(sent) for sent in chosen)
        tagged = {sent.index: _tagged(sent, foreign) for sent, foreign in zip(chosen, parsed, strict=True)}
        return replace(doc, sentences=tuple(tagged.get(sent.index, sent) for sent in doc.sentences))

    def _foreign(self, sent: Sentence) -> Any:
        from spacy.tokens import Doc

        following = (*sent.tokens[1:], None)
        gaps = [
            nxt is not None and nxt.span.start > token.span.end
            for token, nxt in zip(sent.tokens, following, strict=True)
        ]
        starts = [number == 0 for number in range(len(sent.tokens))]
        words = [token.text for token in sent.tokens]
        return Doc(self._pipeline.vocab, words=words, spaces=gaps, sent_starts=starts)


def _tagged(sent: Sentence, foreign: Any) -> Sentence:
    arcs = [(-1 if word.dep_ == "ROOT" else word.head.i, word.dep_) for word in foreign]
    upos = [word.pos_ for word in foreign]
    tokens = tuple(
        replace(token, lemma=word.lemma_, pos=word.pos_, tag=word.tag_, head=head, dep=dep)
        for token, word, (head, dep) in zip(sent.tokens, foreign, turn_prepositions(arcs, upos), strict=True)
    )
    names = tuple(
        _name_span(tokens, ent.start, ent.end, NAME_LABELS[ent.label_])
        for ent in foreign.ents
        if ent.label_ in NAME_LABELS
    )
    return replace(sent, tokens=tokens, names=names)


def _name_span(tokens: Sequence[Token], first: int, last: int, label: NameLabel) -> NameSpan:
    return NameSpan(first, last, label, Span(tokens[first].span.start, tokens[last - 1].span.end))


def turn_prepositions(arcs: Sequence[tuple[int, str]], upos: Sequence[str]) -> list[tuple[int, str]]:
    """Heads and relations with ``prep`` and ``pobj`` turned into ``case`` under ``obl`` or ``nmod``.

    >>> turn_prepositions([(-1, "ROOT"), (0, "prep"), (1, "pobj")], ["VERB", "ADP", "PROPN"])
    [(-1, 'root'), (2, 'case'), (0, 'obl')]
    """
    turned = [(head, RELATIONS.get(dep, dep)) for head, dep in arcs]
    for word, (preposition, dep) in enumerate(arcs):
        if dep != "pobj" or preposition < 0 or turned[preposition][1] == "case":
            continue
        head, relation = turned[preposition]
        outer = (
            "obl:agent"
            if relation == "agent"
            else "obl"
            if head >= 0 and upos[head] in _PREDICATES
            else "nmod"
        )
        turned[word] = (head, "root" if head < 0 else outer)
        turned[preposition] = (word, "case")
    return turned
