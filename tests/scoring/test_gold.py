"""Gold annotations are checked before anything is scored."""

from pathlib import Path

import pytest

from dragoman.errors import GoldError
from dragoman.scoring.gold import check_page, load_page, load_pages, page_of, visible_text

TEXT = "Aalto met\nVell in Oslo on Monday."
MEETING = """
[[engagement]]
id = "m1"
kind = "meeting"
status = "completed"
quote = "met Vell in Oslo"
participants = [{ role = "participant", name = "Aalto", country = "FIN" }]
"""


def test_a_sound_page_has_no_faults() -> None:
    page = page_of(TEXT, MEETING)
    assert check_page(page) == ()
    assert not page.is_distractor


@pytest.mark.parametrize(
    ("was", "becomes", "says"),
    [
        ("met Vell in Oslo", "met Vell in Bergen", "the quote is not on the page"),
        ('"FIN"', '"Finland"', "no ISO 3166 alpha-3 country"),
        ("participants", 'date = { start = "2024-13-01" }\nparticipants', "date:"),
        ("participants", 'date = { start = "2024-02", end = "2024-02-03" }\nparticipants', "precision"),
        ("participants", 'part_of = "v1"\nparticipants', "part_of names 'v1'"),
        ("participants", "weather = 3\nparticipants", "unknown key 'engagement.weather'"),
        ("participants", 'stops = [{ start = "2024" }]\nparticipants', "a stop needs a city or a country"),
        ('name = "Aalto", country = "FIN" ', "", "a participant needs"),
    ],
)
def test_faults_are_named(was: str, becomes: str, says: str) -> None:
    annotations = MEETING.replace(was, becomes).replace('"participant", }', '"participant" }')
    faults = check_page(page_of(TEXT, annotations))
    assert len(faults) == 1
    assert says in faults[0]


@pytest.mark.parametrize("bad", ['kind = "chat"', "kind = 3", "kind ="])
def test_annotations_that_do_not_fit_are_refused(bad: str) -> None:
    with pytest.raises(GoldError, match=r"page\.toml"):
        page_of(TEXT, MEETING.replace('kind = "meeting"', bad))


def test_ids_are_unique() -> None:
    assert "used twice" in check_page(page_of(TEXT, MEETING + MEETING))[0]


def test_pages_are_loaded_with_their_page(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text(MEETING, "utf-8")
    with pytest.raises(GoldError, match="no page beside it"):
        load_page(tmp_path / "a.toml")
    (tmp_path / "a.html").write_text("<p>Aalto <b>met</b> Vell in&nbsp;Oslo<script>x</script></p>", "utf-8")
    (page,) = load_pages([tmp_path])
    assert check_page(page) == ()
    assert "x" not in visible_text(tmp_path / "a.html").replace("Oslo", "")


def test_a_page_may_be_a_record(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text(MEETING.replace("met Vell in Oslo", "Talks in Oslo"), "utf-8")
    (tmp_path / "b.toml").write_text(MEETING, "utf-8")
    (tmp_path / "a.json").write_text(
        '{"title": "Talks in Oslo", "text": "Aalto met Vell.", "date": "2024"}', "utf-8"
    )
    (tmp_path / "b.json").write_text('{"html": "<p>Aalto <b>met</b> Vell in Oslo.</p>"}', "utf-8")
    assert [check_page(page) for page in load_pages([tmp_path])] == [(), ()]
    assert visible_text(tmp_path / "a.json") == "Talks in Oslo\n\nAalto met Vell."


@pytest.mark.parametrize("written", ['{"title": "Talks"}', '[{"text": "One."}, {"text": "Two."}]', "Talks"])
def test_a_file_that_is_not_one_record_is_refused(tmp_path: Path, written: str) -> None:
    (tmp_path / "a.json").write_text(written, "utf-8")
    with pytest.raises(GoldError, match=r"a\.json: expected one JSON object with a title and a text"):
        visible_text(tmp_path / "a.json")


def test_annotations_without_their_page_are_passed_over(tmp_path: Path) -> None:
    (tmp_path / "a.standoff.toml").write_text(MEETING, "utf-8")
    assert load_pages([tmp_path]) == ()


def test_all_gold_is_sound() -> None:
    gold = Path(__file__).resolve().parents[1] / "gold"
    assert [fault for page in load_pages([gold]) for fault in check_page(page)] == []
