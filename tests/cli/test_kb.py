"""`dragoman kb` from the outside."""

from __future__ import annotations

import json

from click.testing import CliRunner

from dragoman.cli.kb import kb


def run(*arguments):
    return CliRunner().invoke(kb, list(arguments))


def test_show_on_a_day():
    result = run("show", "Foreign Minister of France", "--on", "2024-04-02")
    assert (result.exit_code, json.loads(result.stdout)["person"]) == (0, "Stéphane Séjourné")


def test_show_an_organisation_and_a_demonym():
    assert "Jens Stoltenberg" in run("show", "NATO Secretary General", "--on", "2024-04-02").stdout
    assert "Laurent Fabius" in run("show", "French Foreign Minister", "--on", "2015-01-01").stdout


def test_show_over_time_lists_terms():
    people = [
        json.loads(line)["person"]
        for line in run("show", "Secretary of State of the United States").stdout.splitlines()
    ]
    assert people.index("Antony Blinken") < people.index("Marco Rubio")


def test_show_says_where_there_is_no_such_office():
    result = run("show", "Defence Minister of Costa Rica")
    assert result.exit_code == 1 and "no armed forces" in result.stderr


def test_who():
    assert "Minister for Europe and Foreign Affairs" in run("who", "Séjourné").stdout
    assert run("who", "Xqzzyvv").exit_code == 1


def test_members():
    found = [json.loads(line) for line in run("members", "NATO", "--on", "2004-04-01").stdout.splitlines()]
    assert len(found) == 26 and {one["status"] for one in found} == {"member"}
    assert "org:brics" in run("members", "Iran", "--on", "2024-06-01").stdout
    assert run("members", "Xqzzyvv").exit_code == 1


def test_place():
    first = json.loads(run("place", "Leuven").stdout.splitlines()[0])
    assert first["chosen"] and first["country"] == "BEL"


def test_check(tmp_path):
    good, bad = tmp_path / "good.csv", tmp_path / "bad.csv"
    good.write_text("name,country,lat,lon,city,aliases,source\nVell Palace,LIE,47.1,9.5,Vaduz,,own\n")
    bad.write_text("name,country,lat,lon,city,aliases,source\nVell Palace,LIE,west,9.5,Vaduz,,own\n")
    assert run("check", str(good)).exit_code == 0
    result = run("check", str(bad))
    assert result.exit_code == 1 and "bad.csv, line 2: lat: found west" in result.stderr


def test_stats():
    told = json.loads(run("stats").stdout)
    assert told["rows"]["organisations: intergovernmental"] > 300
    known, there = told["states with a known holder"], told["states that have the office"]
    assert all(known[role][year] <= number for role, years in there.items() for year, number in years.items())
    assert known["foreign-minister"]["1992"] >= 175 and known["head-of-government"]["1996"] >= 185
    assert known["defence-minister"]["1996"] >= 130 and known["defence-minister"]["2016"] >= 150
