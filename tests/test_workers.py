"""Workers that die, hang and fail: each costs the job in hand, and only that."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path

import pytest

from dragoman.errors import PackError, WorkerError
from dragoman.workers import Failed, Lost, work_supervised


class Opener:
    """Makes a worker that does what its job says. It is pickled, so it stands here."""

    def __init__(self, folder=None, *, broken=None):
        self.folder = folder
        self.broken = broken

    def __call__(self):
        if self.broken == "pack":
            raise PackError("en-news-1.pack: is damaged")
        if self.broken == "dies":
            os.kill(os.getpid(), signal.SIGKILL)
        return self.work

    def work(self, job):
        match job.split():
            case ["die"]:
                os.kill(os.getpid(), signal.SIGKILL)
            case ["die", "once"]:
                mark = Path(self.folder) / "died"
                if not mark.exists():
                    mark.touch()
                    os.kill(os.getpid(), signal.SIGKILL)
            case ["hang"]:
                time.sleep(60)
            case ["fail"]:
                raise ValueError("odd\npage")
            case ["broken"]:
                raise PackError("gone")
        return f"{job} done"


def answers(jobs, opener, **options):
    return sorted(work_supervised(opener, jobs, **options), key=lambda pair: str(pair[0]))


def test_every_job_is_answered():
    jobs = [f"job {number:02}" for number in range(20)]
    assert answers(jobs, Opener(), workers=3) == [(job, f"{job} done") for job in jobs]


def test_a_death_costs_one_job(tmp_path):
    found = dict(answers(["a", "die", "b", "die once", "c", "fail"], Opener(str(tmp_path)), workers=2))
    assert [found[job] for job in ("a", "b", "c", "die once")] == [
        "a done",
        "b done",
        "c done",
        "die once done",
    ]
    assert found["die"] == Lost("its reader died (signal 9), 2 times")
    assert found["fail"] == Failed("ValueError: odd page")


def test_what_hangs_is_stopped():
    found = dict(answers(["a", "hang"], Opener(), workers=2, seconds=0.5))
    assert found["a"] == "a done"
    assert "took more than" in found["hang"].reason


def test_jobs_are_taken_only_as_they_are_needed():
    taken = []

    def jobs():
        for number in range(100):
            taken.append(number)
            yield "job"

    for _ in work_supervised(Opener(), jobs(), workers=2):
        break
    assert len(taken) <= 4


@pytest.mark.parametrize(
    ("opener", "error", "words"),
    [
        (Opener(broken="pack"), PackError, "is damaged"),
        (Opener(broken="dies"), WorkerError, "cannot start"),
    ],
)
def test_workers_that_cannot_begin_end_it(opener, error, words):
    with pytest.raises(error, match=words):
        answers(["a", "b"], opener, workers=2)


def test_our_own_errors_end_it():
    with pytest.raises(PackError, match="gone"):
        answers(["a", "broken"], Opener(), workers=2)
