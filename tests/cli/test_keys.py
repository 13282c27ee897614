"""`dragoman keys`: make, list, revoke."""

from __future__ import annotations

from click.testing import CliRunner

from dragoman.cli import main


def test_a_key_is_made_listed_and_revoked(tmp_path):
    archive = ["--archive", str(tmp_path / "a.db")]
    made = CliRunner().invoke(main, ["keys", "create", "anna", "--scope", "review", *archive])
    key_id = made.output.split("_")[1]
    listed = CliRunner().invoke(main, ["keys", "list", *archive]).output
    assert key_id in listed and "review" in listed and "anna" in listed
    assert made.output.strip() not in listed
    assert CliRunner().invoke(main, ["keys", "revoke", key_id, *archive]).exit_code == 0
    gone = CliRunner().invoke(main, ["keys", "revoke", key_id, *archive])
    assert gone.exit_code == 1
    assert "there is no key" in gone.output
