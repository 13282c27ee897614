"""A question that takes too long is ended and told; others are not."""

from __future__ import annotations

import pytest
from sqlalchemy import text

from dragoman.errors import ArchiveError
from dragoman.store.archive import Archive
from dragoman.store.query import Query

ENDLESS = text("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n")


def test_an_endless_question_is_ended(tmp_path):
    with Archive.open(tmp_path / "a.db") as archive:
        archive.limit_queries(0.2)
        with (
            pytest.raises(ArchiveError, match="takes too long to answer; narrow it down"),
            archive.reading() as connection,
        ):
            connection.execute(ENDLESS).all()
        assert archive.find(Query()).records == ()
