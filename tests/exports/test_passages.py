"""Sentences with their marked words."""

from __future__ import annotations

from dragoman.citation import Span
from dragoman.exports.passages import cut_pieces, cut_points, evidence_of, split_passages
from samples import ARTICLE, CALLED_OFF, MEETING, TEXT, VISIT


def told(passage):
    return "".join(f"[{piece.text}]" if piece.marked else piece.text for piece in passage)


def test_sentences_that_tell_stand_apart_from_those_that_name():
    (act,), further = split_passages(ARTICLE, CALLED_OFF)
    assert told(act) == (
        "[Talks] in [Reykjavik] [on 4 April] [have been cancelled], [a ministry spokesperson] said."
    )
    assert [told(passage)[:45] for passage in further] == ["[Finnish Foreign Minister Aino Aalto] arrived"]


def test_the_act_leads_and_a_headline_can_be_a_passage():
    act, headline = split_passages(ARTICLE, MEETING)[0]
    assert told(act).startswith("Aalto [met]")
    assert told(headline) == "Minister Aalto opens Nordic tour in [Oslo]"


def test_overlapping_evidence_becomes_one_stretch():
    (passage,), further = split_passages(ARTICLE, VISIT)
    assert "[tour of Norway and Iceland]" in told(passage)
    assert further == ()


def test_pieces_give_the_text_back():
    spans = [Span(5, 20), Span(10, 30), Span(12, 14), Span(50, 60)]
    within = Span(8, 55)
    pieces = list(cut_pieces(TEXT, within, spans, [Span(12, 14)]))
    assert "".join(piece.text for piece in pieces) == within.of(TEXT)
    assert [piece.marked for piece in pieces] == [True, True, True, False, True]


def test_cut_points_stay_inside():
    assert cut_points(Span(5, 10), [Span(0, 7), Span(7, 30)]) == [5, 7, 10]


def test_evidence_is_listed_once_with_the_act_first():
    spans = [evidence.span for evidence in evidence_of(VISIT)]
    assert len(spans) == len(set(spans))
    assert spans[0].of(TEXT) == "arrived in Oslo"
