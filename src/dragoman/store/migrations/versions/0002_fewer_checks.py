"""What follows from other rows is not checked row by row, and indexes by which nothing is looked up are gone.

Look-up keys follow from an article's signature and from reports, evidence from the engagement that a report keeps as JSON,
what hangs on a record from its body. A server spent a quarter of the time of loading on looking up the row that each of
them belongs to.
"""

from alembic import op

revision = "0002"
down_revision = "0001"

_FOLLOWING = (
    ("article_bands", "fk_article_bands_article_no_articles"),
    ("evidence", "fk_evidence_report_id_reports"),
    ("observed_offices", "fk_observed_offices_report_id_reports"),
    ("blocking_keys", "fk_blocking_keys_report_id_reports"),
    ("participants", "fk_participants_record_no_records"),
    ("stops", "fk_stops_record_no_records"),
    ("topics", "fk_topics_record_no_records"),
    ("codes", "fk_codes_record_no_records"),
)
_UNASKED = (
    ("articles", "ix_articles_content_hash"),
    ("articles", "ix_articles_published"),
    ("articles", "ix_articles_publisher"),
    ("actors", "ix_actors_name_key"),
    ("participants", "ix_participants_organization_record_no"),
    ("topics", "ix_topics_topic_key"),
)
_WITHOUT_ROWID = {"article_bands", "blocking_keys"}


def upgrade() -> None:
    """SQLite cannot drop a foreign key: Alembic copies the table there."""
    for table, index in _UNASKED:
        op.drop_index(index, table)
    for table, key in _FOLLOWING:
        how = {"sqlite_with_rowid": False} if table in _WITHOUT_ROWID else {}
        with op.batch_alter_table(table, table_kwargs=how) as batch:
            batch.drop_constraint(key, type_="foreignkey")
