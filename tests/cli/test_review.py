"""`dragoman review`: keys at the terminal, decisions in scripts, files, and how far coders agree."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner

from dragoman.cli import main
from dragoman.cli.session import _ACTIONS, KEYS
from dragoman.pipeline import code_reading
from dragoman.store.archive import Archive
from dragoman.store.query import Query
from samples import ARTICLE, ENGAGEMENTS


@pytest.fixture
def location(tmp_path):
    path = tmp_path / "diplomacy.db"
    with Archive.open(path) as archive:
        archive.add(code_reading(ARTICLE, ENGAGEMENTS))
    return str(path)


@pytest.fixture
def dragoman(location):
    def run(*words, typed=None, author="anna", status=0):
        env = {"DRAGOMAN_ARCHIVE": location, "DRAGOMAN_AUTHOR": author, "COLUMNS": "120"}
        result = CliRunner(env=env).invoke(main, ["review", *words], input=typed)
        assert result.exit_code == status, result.output
        return result.output

    return run


def meeting(location, **conditions):
    with Archive.open(location) as archive:
        (record,) = archive.find(Query(kind=("meeting",), status=("completed",), **conditions)).records
    return record


def question_number(dragoman, record_id, path):
    """How often `j` leads to a field of the record."""
    listed = [json.loads(line) for line in dragoman("list", "--record", record_id).splitlines()]
    return [line["field"] for line in listed].index(path)


def go_to(dragoman, location, path, keys, **more):
    record_id = meeting(location).record_id
    steps = "j\n" * question_number(dragoman, record_id, path)
    return dragoman("--record", record_id, typed=f"{steps}{keys}q\n", **more)


def test_a_field_stands_in_its_sentence_with_its_words_marked(dragoman, location):
    shown = go_to(dragoman, location, "participants[Kari Dahl].office", "")
    assert "participants[Kari Dahl].office: Prime Minister" in shown
    assert "Aalto met [Norwegian Prime Minister Kari Dahl] and discussed Arctic fisheries." in shown
    assert "confidence 90%" in shown
    assert shown.endswith("0 decisions saved.\n")


def test_accept(dragoman, location):
    assert "1 decision saved." in go_to(dragoman, location, "place", "a\n")
    assert meeting(location).engagement.place.reason == "accepted by anna"


def test_reject_and_undo(dragoman, location):
    go_to(dragoman, location, "place", "x\n")
    assert meeting(location).engagement.place is None
    go_to(dragoman, location, "topics[arctic fisheries]", "x\nu\n")
    assert meeting(location).engagement.topics != ()


def test_undo_goes_back_as_far_as_the_session(dragoman, location):
    out = go_to(dragoman, location, "place", "x\na\nu\nu\nu\n")
    assert "0 decisions saved." in out
    assert "nothing was decided in this session" in out
    assert meeting(location).engagement.place is not None


def test_edit_with_words(dragoman, location):
    go_to(dragoman, location, "place", "e\nReykjavik, ISL\nTalks in Reykjavik\n")
    place = meeting(location).engagement.place
    assert (place.value.city, [one.quote for one in place.evidence]) == ("Reykjavik", ["Talks in Reykjavik"])


def test_an_odd_value_is_refused_and_asked_again(dragoman, location):
    out = go_to(dragoman, location, "place", "e\nOslo, Norway\na\n")
    assert "Not saved: 'Oslo, Norway' is no place" in out
    assert "1 decision saved." in out


def test_select_other_words(dragoman, location):
    out = go_to(dragoman, location, "place", "s\nnowhere at all\ns\narrived in Oslo\n")
    assert "no article of the record has the words “nowhere at all”" in out
    assert [one.quote for one in meeting(location).engagement.place.evidence] == ["arrived in Oslo"]


def test_next_previous_skip_flag_comment_help(dragoman, location):
    out = go_to(dragoman, location, "place", "k\nj\nc\nasked the ministry\nf\nwhich Oslo?\ng\n?\nz\n")
    assert "accept all that is left of this record" in out
    assert "'z' is no key" in out
    verdicts = [json.loads(line)["verdict"] for line in dragoman("export").splitlines()]
    assert verdicts == ["comment", "flag", "skip"]
    assert meeting(location).review.flags == ("place",)


def test_accept_all_that_is_left_and_the_queue_ends(dragoman, location):
    record_id = meeting(location).record_id
    assert "Nothing is left to ask." in dragoman("--record", record_id, typed="A\n")
    assert dragoman("list", "--record", record_id) == ""
    assert "Nothing is left to ask." in dragoman("--record", record_id, typed="")


def test_reject_a_whole_record(dragoman, location):
    record_id = meeting(location).record_id
    dragoman("--record", record_id, typed="X\nno such talks\n")
    with Archive.open(location) as archive:
        assert archive.record(record_id).deleted
        assert archive.count(Query(kind=("meeting",))) == 1
    dragoman("decide", record_id, "record", "restore")
    assert meeting(location).record_id == record_id


def test_merge_and_split(dragoman, location):
    with Archive.open(location) as archive:
        (other,) = archive.find(Query(kind=("meeting",), status=("cancelled",))).records
    record_id = meeting(location).record_id
    dragoman("--record", record_id, typed=f"m\n{other.record_id[:8]}\nm\nnothing\nq\n")
    assert len(meeting(location).reports) == 2
    out = dragoman("--record", record_id, typed="p\n7\np\n2\nq\n")
    assert "'7' is no number from 1 to 2" in out
    assert len(meeting(location).reports) == 1


def test_the_end_of_input_is_the_end(dragoman):
    assert "0 decisions saved." in dragoman(typed="")


def test_every_key_does_what_the_help_says():
    assert set(_ACTIONS) | {"q"} == set(KEYS)


def test_a_stale_decision_is_told(dragoman, location, monkeypatch):
    """Ben decides between Anna's look and her key."""
    from dragoman.store import desk

    save = desk.Desk.save

    def save_late(self, decision):
        monkeypatch.setattr(desk.Desk, "save", save)
        dragoman("decide", meeting(location).record_id, "place", "correct", "Bergen, NOR", author="ben")
        return save(self, decision)

    monkeypatch.setattr(desk.Desk, "save", save_late)
    out = dragoman("decide", meeting(location).record_id, "place", "accept", status=1)
    assert "ben corrected place to Bergen, NOR" in out
    assert "look again" in out


def test_scripts_decide(dragoman, location):
    record_id = meeting(location).record_id
    made = json.loads(
        dragoman(
            "decide",
            record_id[:6],
            "date",
            "correct",
            "2024-04-02",
            "--words",
            "on Tuesday",
            "--why",
            "dateline",
        )
    )
    assert (made["author"], made["field"], made["why"]) == ("anna", "date", "dateline")
    assert [one["quote"] for one in made["evidence"]] == ["on Tuesday"]
    assert meeting(location).engagement.date.value.iso() == ("2024-04-02", "2024-04-02")
    dragoman("decide", record_id, "record", "undo")
    assert meeting(location).engagement.date is None


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("weather", "accept"), "'weather' is no field"),
        (("date", "correct", "soon"), "is no date: write 2024"),
        (("status", "reject"), "correct it instead"),
        (("record", "merge", "nothing"), "no record 'nothing'"),
        (("record", "split", "nothing"), "split needs the other"),
        (("record", "undo"), "has decided nothing"),
        (("record", "comment"), "needs its words"),
    ],
)
def test_what_says_nothing_is_refused(dragoman, location, words, message):
    assert message in dragoman("decide", meeting(location).record_id, *words, status=1)


def test_an_unknown_record(dragoman):
    assert "no record 'zzz'" in dragoman("decide", "zzz", "date", "accept", status=1)


def test_decisions_go_out_and_come_in(dragoman, location, tmp_path):
    record_id = meeting(location).record_id
    dragoman("decide", record_id, "place", "correct", "Bergen, NOR")
    file, elsewhere = tmp_path / "decisions.jsonl", tmp_path / "other.db"
    dragoman("export", "-o", str(file))
    with Archive.open(elsewhere) as other:
        other.add(code_reading(ARTICLE, ENGAGEMENTS))
    assert (
        dragoman("import", str(file), "--archive", str(elsewhere))
        == "1 decisions taken in, 0 were here already.\n"
    )
    assert "0 decisions taken in, 1 were" in dragoman("import", str(file), "--archive", str(elsewhere))
    assert meeting(elsewhere).engagement == meeting(location).engagement
    empty = tmp_path / "empty.db"
    assert "1 of them wait for articles" in dragoman("import", str(file), "--archive", str(empty))


def test_a_damaged_file_takes_nothing_in(dragoman, location, tmp_path):
    dragoman("decide", meeting(location).record_id, "place", "accept")
    file, other = tmp_path / "decisions.jsonl", tmp_path / "other.db"
    file.write_text(dragoman("export") + "nonsense\n", encoding="utf-8")
    assert "decisions.jsonl, line 2" in dragoman("import", str(file), "--archive", str(other), status=1)
    assert dragoman("export", "--archive", str(other)) == ""


def test_blind_coders_and_their_agreement(dragoman, location):
    record_id = meeting(location).record_id
    for author, city in (("anna", "Bergen, NOR"), ("ben", "Turku, FIN")):
        listed = [
            json.loads(line)
            for line in dragoman("list", "--blind", "--record", record_id, author=author).splitlines()
        ]
        assert {"city": "Oslo", "country": "NOR", "place_id": None} in [line["value"] for line in listed]
        dragoman("decide", record_id, "place", "correct", city, "--blind", author=author)
        dragoman("decide", record_id, "status", "accept", "--blind", author=author)
        dragoman("decide", record_id, "kind", "accept", "--blind", author=author)
    found = json.loads(dragoman("agreement", "anna", "ben", "--differences"))
    rows = {row["field"]: row for row in found["agreement"]}
    assert (rows["place"]["agreed"], rows["status"]["agreed"], rows["all"]["units"]) == (0, 1, 3)
    (difference,) = found["differences"]
    assert difference["held"] == {"anna": "bergen, nor", "ben": "turku, fin"}
    assert json.loads(dragoman("list", author="chair").splitlines()[0])["field"] == "place"


def test_agreement_needs_two_who_ruled(dragoman):
    assert "two coders" in dragoman("agreement", "anna", status=2)
    assert "ruled on no field in common" in dragoman("agreement", "anna", "ben", status=1)
