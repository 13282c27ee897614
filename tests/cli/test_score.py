"""`dragoman score`: annotations are checked first, then the output is scored."""

import json
from pathlib import Path

from click.testing import CliRunner

from dragoman.cli.score import score
from scenes import GOLD, TEXT


def write_gold(folder: Path, annotations: str = GOLD) -> Path:
    (folder / "page.txt").write_text(TEXT, "utf-8")
    (folder / "page.toml").write_text(annotations, "utf-8")
    return folder


def write_output(folder: Path, source: str = "elsewhere/page.txt") -> Path:
    told = {"start": 6, "end": 9, "quote": "met"}
    parties = [{"role": "participant", "name": name} for name in ("Aalto", "Vell")]
    eng = {"kind": "meeting", "status": "planned", "participants": parties, "trigger": {"evidence": [told]}}
    path = folder / "output.jsonl"
    path.write_text(json.dumps({"article": {"source": source, "text": TEXT}, "engagements": [eng]}), "utf-8")
    return path


def test_figures_end_the_output_as_json(tmp_path: Path) -> None:
    gold, output = write_gold(tmp_path), write_output(tmp_path)
    result = CliRunner().invoke(score, [str(gold), "--against", str(output), "--faults", "--json"])
    assert result.exit_code == 0, result.output
    figures = json.loads(result.output.splitlines()[-1])
    assert (figures["main_recall"], figures["all_recall"], figures["status"]) == (1.0, 0.5, 0.0)
    assert "page.txt:6-22" in result.output


def test_faulty_annotations_end_the_run(tmp_path: Path) -> None:
    gold = write_gold(tmp_path, GOLD.replace("met Vell in Oslo", "met Vell in Rome"))
    result = CliRunner().invoke(score, [str(gold), "--against", str(write_output(tmp_path))])
    assert result.exit_code == 1
    assert "page.txt: m1: the quote is not on the page" in result.output


def test_a_missing_page_is_named(tmp_path: Path) -> None:
    gold, output = write_gold(tmp_path), write_output(tmp_path, source="other.txt")
    result = CliRunner().invoke(score, [str(gold), "--against", str(output)])
    assert result.exit_code == 1
    assert "no line whose article.source ends in page.txt" in result.output


def test_a_folder_without_gold_is_refused(tmp_path: Path) -> None:
    result = CliRunner().invoke(score, [str(tmp_path)])
    assert result.exit_code == 1
    assert "no annotated page" in result.output
