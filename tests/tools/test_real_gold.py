"""Annotations of real pages lose the words of the page and get them back from the corpus."""

import json
import lzma
import tomllib
from pathlib import Path

import pytest

from dragoman.cli.score import read_output
from dragoman.engagements.engagement import Kind, Role, Status
from dragoman.scoring.gold import check_page, load_pages
from tools.acts.marks import MARKS, is_held_out
from tools.real_gold import CORPORA, ENDING, REAL, RealGoldError, fill_pages, strip_pages

TITLE = "Talks in Oslo"
TEXT = "Finland's Foreign Minister Anna Aalto met  her Danish colleague in Oslo on Tuesday.\n\nAlso read: Visit to Lima"
PAGE = f"""
[page]
headline = "{TITLE}"
published = "2024-04-03"

[[engagement]]
id = "m1"
kind = "meeting"
status = "completed"
main = true
quote = "met her Danish colleague"
date = {{ start = "2024-04-02" }}
topics = ["fish"]
name = "Arctic \\"Dialogue\\""
amount = {{ value = 2.5, unit = "EUR" }}
participants = [
  {{ role = "actor", name = "Anna Aalto", office = "Foreign Minister", country = "FIN" }},
]

[[not]]
quote = "Visit to Lima"
why = "teaser"
"""
NAME = "wikinews-en-2019-2020-0001"


def write_corpus(data: Path, text: str = TEXT) -> None:
    path = data / CORPORA["wikinews-en-2019-2020"]
    path.parent.mkdir(parents=True, exist_ok=True)
    rows = [{"title": "Other", "text": "Nothing."}, {"title": TITLE, "text": text, "date": "2024-04-03"}]
    with lzma.open(path, "wt", encoding="utf-8") as file:
        file.writelines(json.dumps(row) + "\n" for row in rows)


@pytest.fixture
def places(tmp_path: Path) -> tuple[Path, Path, Path]:
    """Folders of annotated pages, of stand-off files, and of corpora."""
    folders = (tmp_path / "pages", tmp_path / "real", tmp_path / "data")
    for folder in folders:
        folder.mkdir()
    write_corpus(folders[2])
    (folders[0] / f"{NAME}.txt").write_text(f"{TITLE}\n\n{TEXT}", "utf-8")
    (folders[0] / f"{NAME}.toml").write_text(PAGE, "utf-8")
    return folders


def test_a_stripped_page_has_offsets_for_words(places: tuple[Path, Path, Path]) -> None:
    pages, real, data = places
    (written,) = strip_pages(pages, real, data)
    assert written.name == f"{NAME}{ENDING}"
    table = tomllib.loads(written.read_text("utf-8"))
    start = f"{TITLE}\n\n{TEXT}".index("met  her")
    (eng,), (trap,) = table["engagement"], table["not"]
    assert table["page"]["headline"] == [0, len(TITLE)]
    assert (table["page"]["corpus"], table["page"]["item"], table["page"]["published"]) == (
        "wikinews-en-2019-2020",
        1,
        "2024-04-03",
    )
    assert eng["quote"] == [start, start + len("met  her Danish colleague")]
    assert "topics" not in eng and "colleague" not in written.read_text("utf-8")
    assert trap["why"] == "teaser" and isinstance(trap["quote"][0], int)


def test_a_filled_page_is_scored_with_the_day_of_its_record(places: tuple[Path, Path, Path]) -> None:
    pages, real, data = places
    strip_pages(pages, real, data)
    (page,) = fill_pages(pages, real, data)
    (pages / f"{NAME}.txt").unlink()
    (gold,) = load_pages([pages])
    (eng,) = gold.engagements
    assert check_page(gold) == ()
    assert (gold.path, gold.page.headline, eng.quote) == (page, TITLE, "met  her Danish colleague")
    assert (eng.name, eng.amount.value, eng.participants[0].role) == ('Arctic "Dialogue"', 2.5, Role.ACTOR)
    (read,) = read_output(page).engagements
    assert (read.kind, read.date.start) == ("meeting", "2024-04-02")


def test_a_changed_text_is_refused_by_name(places: tuple[Path, Path, Path], tmp_path: Path) -> None:
    pages, real, data = places
    strip_pages(pages, real, data)
    later = tmp_path / "later"
    write_corpus(later, TEXT + " It rained.")
    with pytest.raises(RealGoldError, match="wikinews-en-2019-2020, item 1: not the text that was annotated"):
        fill_pages(pages, real, later)


def test_a_missing_corpus_is_named(places: tuple[Path, Path, Path], tmp_path: Path) -> None:
    pages, real, data = places
    strip_pages(pages, real, data)
    with pytest.raises(RealGoldError, match=r"articles\.jsonl\.xz is not there; name the folder"):
        fill_pages(pages, real, tmp_path / "nowhere")


@pytest.mark.parametrize(
    ("file", "was", "becomes", "says"),
    [
        (f"{NAME}.txt", "Oslo on", "Bergen on", "the page beside it is not wikinews-en-2019-2020, item 1"),
        (f"{NAME}.toml", "met her", "saw her", "the quote is not on the page: 'saw her Danish colleague'"),
    ],
)
def test_a_page_that_does_not_fit_is_refused(
    places: tuple[Path, Path, Path], file: str, was: str, becomes: str, says: str
) -> None:
    pages, real, data = places
    path = pages / file
    path.write_text(path.read_text("utf-8").replace(was, becomes), "utf-8")
    with pytest.raises(RealGoldError, match=says):
        strip_pages(pages, real, data)


@pytest.mark.parametrize("path", sorted(REAL.rglob(f"*{ENDING}")), ids=lambda path: path.name)
def test_the_annotations_are_sound_and_repeat_no_words(path: Path) -> None:
    table = tomllib.loads(path.read_text("utf-8"))
    page, engs = table["page"], table.get("engagement", [])
    assert path.name == f"{page['corpus']}-{page['item']:04d}{ENDING}" and page["corpus"] in CORPORA
    spans = [row["quote"] for row in (*engs, *table.get("not", []))]
    spans += [page["headline"]] if "headline" in page else []  # one page has none
    assert all(0 <= start < end for start, end in spans)
    for eng in engs:
        assert Kind(eng["kind"]) and Status(eng["status"]) and eng["participants"]
        assert not eng.keys() & {"topics", "content", "attributed_to"}


def test_the_act_network_learned_from_none_of_the_pages() -> None:
    marked = {
        (row["corpus"], row["item"])
        for path in MARKS.glob("*.jsonl")
        for row in map(json.loads, path.read_text("utf-8").splitlines())
    }
    names = (path.name.removesuffix(ENDING).rpartition("-") for path in REAL.glob(f"*{ENDING}"))
    items = {(corpus, int(number)) for corpus, _, number in names}
    assert items and all(is_held_out(*item) for item in items & marked)
