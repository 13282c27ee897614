"""Cards: fields of an engagement with the words behind them."""

from __future__ import annotations

import dataclasses

from dragoman.exports.cards import card_html
from dragoman.exports.marking import Marked
from dragoman.exports.telling import Teller
from dragoman.ontology.coding import code_engagement
from samples import AALTO, CALLED_OFF, MEETING, PAGE


def card(eng, depth=0):
    return card_html(Marked("a1e1", 1, eng), depth, code_engagement(eng), Teller())


def test_the_button_says_what_happened():
    markup = card(CALLED_OFF, depth=9)
    assert '<li class="card contact depth3" id="a1e1">' in markup
    assert '<span class="kind">meeting</span> <span class="status">cancelled</span>' in markup
    assert 'aria-pressed="false" aria-describedby="a1e1-fields"' in markup


def test_codes_stand_with_both_scales():
    assert (
        "<dd><code>CONSULT/visit</code> · diplomatic, natural_resource · quad 1, score 4 · "
        "CAMEO <code>042</code>, Goldstein 1.9</dd>"
    ) in card(MEETING)


def test_a_remark_and_a_quote_inside_another_are_given_once():
    name = PAGE.cited(
        "Aino Aalto", "Finnish Foreign Minister Aino Aalto", "Aalto", reason="full name from the lead"
    )
    party = dataclasses.replace(AALTO, name=name, reason="full name from the lead")
    markup = card(dataclasses.replace(MEETING, participants=(party,)))
    assert markup.count("full name from the lead") == 1
    assert "<q>Aalto</q>" not in markup


def test_values_are_escaped():
    eng = dataclasses.replace(MEETING, name=PAGE.cited("<b>Forum</b>", "Oslo"), reason="<i>")
    assert "<b>" not in card(eng)
    assert "&lt;b&gt;Forum&lt;/b&gt;" in card(eng)
    assert "<dd>&lt;i&gt;</dd>" in card(eng)
