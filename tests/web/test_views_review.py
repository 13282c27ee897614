"""Review: decide, undo, skip, accept the rest; stale decisions are refused; coders are compared."""

from __future__ import annotations

import re
from html import unescape
from urllib.parse import urlencode

import pytest

from dragoman.record.deciding import Reviewer
from dragoman.record.decisions import Verdict
from dragoman.store.desk import Desk
from dragoman.web.reviewing import rule


def asked(client, path="/review"):
    """The page of a question, and what its form would send."""
    answer = client.get(path)
    while answer.status_code == 303:
        answer = client.get(answer.headers["location"])
    found = re.findall(
        r'<input type="hidden" name="(record|field|token|blind|article)" value="([^"]*)">', answer.text
    )
    return answer, {name: unescape(value) for name, value in reversed(found)}


def press(client, form, act, **more):
    return client.post("/review/decide", data={**form, "act": act, **more})


def test_a_field_is_asked_in_its_sentence(own_client):
    page, form = asked(own_client)
    assert form["record"] and form["field"] and form["token"]
    assert '<mark class="field">' in page.text


def test_accepting_goes_on_and_is_kept(own_client):
    _, form = asked(own_client)
    answer = press(own_client, form, "accept")
    assert answer.status_code == 303
    _, following = asked(own_client, answer.headers["location"])
    assert following["field"] != form["field"]
    (decision,) = Desk(own_client.site.archive).decisions()
    assert (decision.verdict, decision.field) == (Verdict.ACCEPT, form["field"])
    assert "accepted by" in own_client.get(f"/records/{form['record']}").text


def test_a_correction_changes_the_record_and_says_who(own_client):
    record = re.search(
        r'href="/records/([0-9a-f]+)"', own_client.get("/records?kind=visit&q=Trudeau&historical=no").text
    )[1]
    _, form = asked(own_client, f"/review?record={record}&field=date")
    assert press(own_client, form, "correct", value="2023-06-11").status_code == 303
    assert "11 June 2023" in own_client.get(f"/records/{record}").text
    refused = press(
        own_client, asked(own_client, f"/review?record={record}&field=date")[1], "correct", value="soon"
    )
    assert refused.status_code == 422
    assert "is no date" in refused.text


def test_other_words_of_the_sentence_can_be_selected(own_client):
    record = re.search(
        r'href="/records/([0-9a-f]+)"', own_client.get("/records?kind=visit&q=Trudeau&historical=no").text
    )[1]
    page, form = asked(own_client, f"/review?record={record}&field=status")
    start = int(re.search(r'data-start="(\d+)"', page.text)[1])
    assert (
        press(own_client, form, "correct", value="completed", start=start, end=start + 7).status_code == 303
    )
    (decision,) = Desk(own_client.site.archive).decisions()
    text = own_client.site.archive.article(decision.evidence[0].article_id).article.text
    assert decision.evidence[0].quote == text[start : start + 7]


def test_what_changed_meanwhile_is_refused_and_shown(own_client):
    _, form = asked(own_client)
    desk, other = Desk(own_client.site.archive), Reviewer("anna")
    rule(desk, desk.docket(form["record"], other), other, Verdict.ACCEPT, form["field"])
    answer = press(own_client, form, "accept")
    assert answer.status_code == 409
    assert "anna accepted" in answer.text
    assert len(desk.decisions()) == 1


def test_undo_goes_back_as_often_as_there_are_decisions(own_client):
    _, form = asked(own_client)
    for _ in range(3):
        answer = press(own_client, form, "accept")
        _, form = asked(own_client, answer.headers["location"])
    for _ in range(3):
        answer = own_client.post("/review/undo")
    _, back = asked(own_client, answer.headers["location"])
    assert back["field"] == asked(own_client)[1]["field"]
    assert own_client.post("/review/undo").headers["location"] == "/review"


@pytest.mark.parametrize("act", ["rest", "skip"])
def test_a_record_is_done_with_one_key(own_client, act):
    _, form = asked(own_client)
    answer = press(own_client, form, act)
    _, following = asked(own_client, answer.headers["location"])
    assert following["record"] != form["record"]


def test_flagging_and_rejecting(own_client):
    record = re.search(
        r'href="/records/([0-9a-f]+)"', own_client.get("/records?kind=visit&q=Trudeau&historical=no").text
    )[1]
    _, form = asked(own_client, f"/review?record={record}&field=date")
    assert press(own_client, form, "flag", why="look at the dateline").status_code == 303
    _, form = asked(own_client, f"/review?record={record}&field=date")
    assert press(own_client, form, "reject").status_code == 303
    assert own_client.get(f"/api/v1/records/{record}").json()["date"] is None
    assert press(own_client, form, "dance").status_code == 422


def test_a_blind_coder_does_not_see_what_others_decided(own_client):
    _, form = asked(own_client)
    desk, other = Desk(own_client.site.archive), Reviewer("anna")
    rule(desk, desk.docket(form["record"], other), other, Verdict.ACCEPT, form["field"])
    page, _ = asked(own_client, f"/review?record={form['record']}&field={form['field']}&blind=yes")
    assert "anna" not in page.text
    _, blind = asked(own_client, f"/review?record={form['record']}&field={form['field']}&blind=yes")
    assert press(own_client, blind, "accept").status_code == 303
    text = own_client.get("/review/agreement").text
    assert "anna" in text and "100%" in text


def test_nothing_to_review_says_so(empty_client):
    assert "The archive is empty" in empty_client.get("/review").text


def test_the_same_value_from_the_same_source_is_accepted_at_once(own_client):
    desk = Desk(own_client.site.archive)
    _, form = asked(
        own_client,
        "/review?"
        + urlencode({"record": _blinken(own_client), "field": "participants[per:antony-blinken].role"}),
    )
    answer = press(own_client, form, "alike")
    made = desk.decisions()
    assert len(made) > 1
    assert len({decision.field for decision in made}) >= 1
    assert {decision.seen for decision in made} == {made[0].seen}
    page, _ = asked(own_client, answer.headers["location"])
    assert f"in {len(made) - 1} other record" in page.text


def _blinken(client):
    return client.get("/api/v1/records?person=per:antony-blinken&kind=meeting&limit=1").json()["data"][0][
        "record_id"
    ]
