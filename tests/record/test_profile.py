"""What of a report is compared, worked out once for each."""

from __future__ import annotations

from dragoman.record.profile import MOST_RECENT, profile_of
from reports import told


def test_a_profile_is_worked_out_once():
    report = told("a", "meeting", "Antony Blinken/USA", "POL", day="2024-03-21")
    assert profile_of(report) is profile_of(report)


def test_a_report_never_has_the_profile_of_another():
    # Made and let go of one by one, so that addresses are used again; more of them than are remembered.
    for number in range(MOST_RECENT * 2 + 1):
        report = told(f"article {number}", "meeting", "Antony Blinken/USA", "POL", day="2024-03-21")
        assert profile_of(report).report is report
