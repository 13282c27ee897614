"""Figures add up, and every fault is listed with a link to its words."""

import io

from rich.console import Console

from dragoman.scoring.fields import Verdict, compare_dates
from dragoman.scoring.gold import GoldDate
from dragoman.scoring.output import OutDate
from dragoman.scoring.report import faults_of, figures_of, print_faults, tables_of
from dragoman.scoring.tally import tally
from scenes import AALTO, GOLD, TEXT, VELL, scene

TRAP = '\n[[not]]\nquote = "Oslo is wet"\nwhy = "weather"\n'


def test_figures() -> None:
    right: dict[str, object] = {"kind": "meeting", "told": "met", "participants": [AALTO, VELL]}
    false: dict[str, object] = {"kind": "attack", "told": "wet", "participants": [], "main": False}
    figures = tally([scene(TEXT, GOLD + TRAP, [right, false])])
    assert (figures.main.recall, figures.main.precision) == (1.0, 1.0)
    assert (figures.every.recall, figures.every.precision) == (0.5, 0.5)
    assert figures.kinds["meeting"].f1 == 1.0
    assert figures.participants.f1 == 1.0
    assert (figures.traps_hit, figures.traps) == (1, 1)
    assert figures_of(figures)["false_per_distractor_page"] is None


def test_background_is_free_on_a_page_that_should_yield_nothing() -> None:
    told: dict[str, object] = {"kind": "meeting", "told": "met", "participants": [AALTO, VELL]}
    assert tally([scene(TEXT, "", [{**told, "historical": True}])]).per_distractor == 0.0
    assert tally([scene(TEXT, "", [told])]).per_distractor == 1.0


def test_dates() -> None:
    gold = GoldDate("2024-04-01", "2024-04-05")
    verdicts = {
        None: Verdict.MISSING,
        ("2024-04-01", "2024-04-05"): Verdict.RIGHT,
        ("2024-04-02", "2024-04-05"): Verdict.NEAR,
        ("2024-04-03", "2024-04-03"): Verdict.OVERLAPS,
        ("2024-05-03", "2024-05-03"): Verdict.WRONG,
    }
    for days, verdict in verdicts.items():
        given = OutDate(*days) if days else None
        assert compare_dates("date", gold, given).verdict is verdict
    assert compare_dates("date", None, OutDate("2024-04-01")).verdict is Verdict.INVENTED
    month = OutDate("2021-11-01", "2021-11-30", "month")
    assert compare_dates("date", GoldDate("2021-11"), month).verdict is Verdict.RIGHT


def test_faults_link_to_their_words() -> None:
    wrong: dict[str, object] = {
        "kind": "meeting",
        "told": "met",
        "status": "planned",
        "participants": [AALTO],
    }
    pairing = scene(TEXT, GOLD, [wrong])
    faults = {fault.fault: fault for fault in faults_of(pairing)}
    assert faults["status"].link == "page.txt:6-22"
    assert faults["missed"].words == "called Marr of Sweden"
    assert "Vell" in faults["participant"].detail
    page = io.StringIO()
    console = Console(file=page, width=120)
    print_faults(console, faults.values())
    console.print(tables_of(tally([pairing])))
    assert "page.txt:6-22" in page.getvalue()
    assert "main engagements" in page.getvalue()
