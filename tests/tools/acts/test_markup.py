"""Marked passages: what they say, and what is refused."""

import pytest

from dragoman.engagements.engagement import Kind
from tools.acts.markup import PASSAGES, parse_passage, read_passages

LINES = [
    "[1 Malta's minister] {a met} [2 her Fijian counterpart] in [3 Suva] on [4 Monday] and {b thanked} [5 Fiji].",
    "a = meeting completed 1 & 2 at 3 on 4",
    "b = statement completed 1 > 5 historical",
]


def test_a_passage_is_its_text_and_where_its_acts_stand() -> None:
    passage = parse_passage(LINES, "x:1")
    assert passage.text == "Malta's minister met her Fijian counterpart in Suva on Monday and thanked Fiji."
    meeting, thanks = passage.acts

    def words(stretches: tuple[tuple[int, int], ...]) -> list[str]:
        return [passage.text[start:end] for start, end in stretches]

    assert (meeting.kind, meeting.alike) == (Kind.MEETING, True)
    assert words(meeting.first) == ["Malta's minister"]
    assert words(meeting.second) == ["her Fijian counterpart"]
    assert (words(meeting.at), words(meeting.on)) == (["Suva"], ["Monday"])
    assert (words(thanks.triggers), words(thanks.second), thanks.alike) == (["thanked"], ["Fiji"], False)


def test_a_hyphen_is_no_act() -> None:
    assert parse_passage(["Nothing happened in [1 Oslo].", "-"], "x:1").acts == ()


@pytest.mark.parametrize(
    ("lines", "fault"),
    [
        ([LINES[0], LINES[1]], "letters"),
        (["[1 A] {a met} [1 B].", "a = meeting completed 1"], "twice"),
        (["[1 A {a met} B.", "a = meeting completed 1"], "left over"),
        (["[1 A] {a met} B.", "a = meeting completed 1 & 2"], "no mention 2"),
        (["[1 A] {a met} B.", "a = encounter completed 1"], "encounter"),
        (["[1 A] {a met} B.", "a = meeting done 1"], "done"),
    ],
)
def test_what_is_malformed_is_said(lines: list[str], fault: str) -> None:
    with pytest.raises(ValueError, match=fault):
        parse_passage(lines, "x:1")


def test_all_passages_are_well_formed() -> None:
    passages = [passage for path in PASSAGES.glob("*.txt") for passage in read_passages(path)]
    assert {act.kind for passage in passages for act in passage.acts} == set(Kind)
