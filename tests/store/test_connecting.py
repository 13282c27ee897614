"""What happens to an archive when things go wrong around it: killed writers, many at once, full and closed disks."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from sqlalchemy import func, select

from benchmarks.newsroom import readings
from dragoman.errors import ArchiveError, ArchiveFullError
from dragoman.store import connecting, tables
from dragoman.store.archive import Archive
from dragoman.store.query import Query, Sort

TESTS = Path(__file__).resolve().parents[1]


def run(script, *arguments):
    done = subprocess.run(
        [sys.executable, str(TESTS / script), *map(str, arguments)],
        env={**os.environ, "PYTHONPATH": f"{TESTS.parent / 'src'}:{TESTS.parent}"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def told(archive):
    found, cursor = [], None
    while True:
        page = archive.find(Query(sort=Sort.OLDEST), limit=500, cursor=cursor)
        found += page.records
        cursor = page.next
        if cursor is None:
            return found


@pytest.mark.slow
@pytest.mark.parametrize("batch", [1, 40])
def test_sixty_kills_lose_at_most_the_articles_in_hand(tmp_path, batch):
    kills, articles, seed = 60, 2500 * (4 if batch > 1 else 1), 5
    killed = run("killing.py", tmp_path / "killed.db", kills, articles, seed, batch)
    assert killed["kills"] == kills, "the writer was done before it could be killed often enough"
    assert killed["articles"] == sorted(killed["articles"])
    stock = list(readings(max(killed["articles"]), seed=seed))
    with Archive.open(tmp_path / "killed.db") as archive, Archive.open(tmp_path / "whole.db") as whole:
        for reading in stock:
            archive.add(reading)
            whole.add(reading)
        assert archive.faults() == ()
        assert archive.stats().articles == len(stock)
        assert told(archive) == told(whole)
        assert batch == 1 or {(count - 1) % batch for count in killed["articles"]} <= {0, batch - 1}


def crowd(location, seconds, roles):
    """Processes that do what `archive_roles` says, all at once; what each of them printed."""
    results = [None] * len(roles)

    def work(number, role):
        results[number] = run("archive_roles.py", role, location, seconds)

    threads = [threading.Thread(target=work, args=item) for item in enumerate(roles)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return results


def check_crowd(location, seconds):
    Archive.open(location).close()
    results = crowd(location, seconds, ["write"] + ["read"] * 4 + ["review"] * 2)
    assert [result for result in results if result is None or result["error"]] == []
    assert all(result["done"] > 1 for result in results)
    assert (
        max(result["longest"] for result in results if result["role"] == "review")
        < connecting.BUSY_SECONDS / 2
    )
    with Archive.open(location) as archive:
        assert archive.faults() == ()
        assert archive.stats().articles == results[0]["done"]


def test_a_writer_four_readers_and_two_reviewers(location):
    check_crowd(location, 4)


@pytest.mark.slow
@pytest.mark.skipif(
    not os.environ.get("DRAGOMAN_LONG_TESTS"), reason="two minutes each: set DRAGOMAN_LONG_TESTS=1"
)
def test_the_crowd_for_two_minutes(location):
    check_crowd(location, 120)


def test_a_reading_sees_one_state(archive):
    first, second = readings(2)
    archive.add(first)
    counting = select(func.count()).select_from(tables.articles)
    with archive.reading() as connection:
        assert connection.execute(counting).scalar() == 1
        archive.add(second)
        assert connection.execute(counting).scalar() == 1
    assert archive.stats().articles == 2


def test_threads_of_one_process_take_turns(tmp_path):
    with Archive.open(tmp_path / "a.db") as archive:
        stocks = [list(readings(6, seed=seed)) for seed in range(4)]
        threads = [
            threading.Thread(target=lambda stock=stock: [archive.add(one) for one in stock])
            for stock in stocks
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert archive.stats().articles == 24
        assert archive.faults() == ()


def test_who_waits_too_long_is_told(tmp_path, monkeypatch):
    monkeypatch.setattr(connecting, "BUSY_SECONDS", 0.2)
    with Archive.open(tmp_path / "a.db") as one, Archive.open(tmp_path / "a.db") as other, one.writing():
        with pytest.raises(ArchiveError, match="another process has been writing"):
            other.start_run("late")
        assert other.stats().articles == 0, "readers do not wait"


def test_a_full_archive_says_so_and_keeps_what_it_has(tmp_path, monkeypatch):
    monkeypatch.setattr(connecting, "_PRAGMAS", (*connecting._PRAGMAS, "max_page_count=400"))
    saved = 0
    with (
        Archive.open(tmp_path / "a.db") as archive,
        pytest.raises(ArchiveFullError, match="no space left") as raised,
    ):
        for reading in readings(500):
            archive.add(reading)
            saved += 1
    assert "run the same command again" in str(raised.value)
    monkeypatch.undo()
    with Archive.open(tmp_path / "a.db") as archive:
        assert archive.faults() == ()
        assert archive.stats().articles == saved > 3
        archive.add(list(readings(saved + 1))[-1])
        assert archive.stats().articles == saved + 1


@pytest.fixture
def small_disk(tmp_path):
    """A disk of 3 MB, where the tests may mount one."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = shutil.which("mount")
    if os.geteuid() != 0 or mount is None:
        pytest.skip("only root can mount a small disk")
    done = subprocess.run(
        [mount, "-t", "tmpfs", "-o", "size=3m", "tmpfs", folder], capture_output=True, check=False
    )
    if done.returncode:
        pytest.skip("no small disk can be mounted here")
    yield folder
    subprocess.run(["umount", folder], check=True)


def test_a_full_disk_says_so_and_nothing_is_half_written(small_disk):
    path, saved = small_disk / "a.db", 0
    with Archive.open(path) as archive, pytest.raises(ArchiveFullError, match="no space left"):
        for reading in readings(500):
            archive.add(reading)
            saved += 1
    with Archive.open(path, readonly=True) as archive:
        assert archive.faults() == ()
        assert archive.stats().articles == saved > 3


@pytest.fixture
def closed_folder(tmp_path):
    """A folder with an archive in it that nobody may write to."""
    folder = tmp_path / "closed"
    folder.mkdir()
    if os.geteuid() == 0:
        mounted = subprocess.run(["mount", "-t", "tmpfs", "tmpfs", folder], capture_output=True, check=False)
        if mounted.returncode:
            pytest.skip("root may write everywhere, and nothing can be mounted here")
    with Archive.open(folder / "a.db") as archive:
        archive.add(next(readings(1)))
    if os.geteuid() == 0:
        subprocess.run(["mount", "-o", "remount,ro", folder], check=True)
    else:
        folder.chmod(0o555)
        (folder / "a.db").chmod(0o444)
    yield folder
    if os.geteuid() == 0:
        subprocess.run(["umount", folder], check=True)
    else:
        folder.chmod(0o755)


def test_an_archive_in_a_closed_folder_can_be_read(closed_folder):
    with Archive.open(closed_folder / "a.db", readonly=True) as archive:
        assert archive.stats().articles == 1
        assert archive.find(Query()).records


def test_a_closed_folder_says_what_to_check(closed_folder):
    with Archive.open(closed_folder / "a.db") as archive, pytest.raises(ArchiveError, match="written"):
        archive.add(list(readings(2))[1])
    with pytest.raises(ArchiveError, match="written"):
        Archive.open(closed_folder / "new.db")


@pytest.mark.parametrize("content", [b"", b"these are notes, not a database" * 50])
def test_what_is_no_archive_is_refused(tmp_path, content):
    path = tmp_path / "notes.db"
    path.write_bytes(content)
    with pytest.raises(ArchiveError, match="no archive"):
        Archive.open(path, readonly=True)


def test_a_folder_that_is_not_there_is_named(tmp_path):
    with pytest.raises(ArchiveError, match="absent"):
        Archive.open(tmp_path / "absent" / "a.db")


def test_an_address_of_another_database_is_refused():
    with pytest.raises(ArchiveError, match="postgresql://"):
        Archive.open("mysql://localhost/a")


def test_a_missing_driver_is_named(monkeypatch):
    monkeypatch.setitem(sys.modules, "psycopg", None)
    with pytest.raises(ArchiveError, match=r"dragoman\[postgres\]"):
        Archive.open("postgresql://localhost/a")


def test_a_server_that_is_not_there_is_named_without_its_password():
    with pytest.raises(ArchiveError) as raised:
        Archive.open("postgresql://me:secret@127.0.0.1:1/a")
    assert "secret" not in str(raised.value)
    assert "127.0.0.1" in str(raised.value)
