"""The API's articles and tables: articles as kept, articles to read and keep, people, places."""

from __future__ import annotations

import hashlib
import threading
from collections import OrderedDict
from dataclasses import dataclass, field
from typing import Annotated, Any

from fastapi import APIRouter, Header, Query
from fastapi.responses import Response

from dragoman.errors import PageError
from dragoman.exports.reading import article_object, engagement_object
from dragoman.store.query import Added
from dragoman.store.runs import present_versions
from dragoman.web import cursors
from dragoman.web.access import Reader, Writer
from dragoman.web.api_shapes import (
    MAX_ARTICLE,
    NOT_FOUND,
    PROBLEMS,
    ArticleIn,
    ArticleOut,
    Cursor,
    Limit,
    Listed,
    json_answer,
    listed,
)
from dragoman.web.problems import Problem, not_found
from dragoman.web.site import Site, SiteDep

router = APIRouter(prefix="/api/v1", tags=["articles"], responses=PROBLEMS)
Words = Annotated[str, Query(min_length=1, max_length=200, description="A name")]
_PROFILE = "precise"
_REMEMBERED = 1000
_ONE_AT_A_TIME = threading.Lock()
"""Reading takes a core; two at once would only make both slower."""


@dataclass(slots=True)
class Answered:
    """Answers by idempotency key, so that a request sent twice is done once; kept while the server runs."""

    _kept: OrderedDict[str, tuple[str, dict[str, Any]]] = field(default_factory=OrderedDict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def get(self, key: str, digest: str) -> dict[str, Any] | None:
        """The answer to the same request.

        Raises:
            Problem: the key was used for another request.
        """
        with self._lock:
            before = self._kept.get(key)
        if before is not None and before[0] != digest:
            raise Problem(422, "Key used for another request", "Take a new Idempotency-Key for each article.")
        return None if before is None else before[1]

    def put(self, key: str, digest: str, answer: dict[str, Any]) -> None:
        """Remember an answer."""
        with self._lock:
            self._kept[key] = (digest, answer)
            while len(self._kept) > _REMEMBERED:
                self._kept.popitem(last=False)


_answered = Answered()


@router.get("/articles", response_model=Listed)
def list_articles(
    site: SiteDep,
    _visitor: Reader,
    q: Annotated[str, Query(max_length=400)] = "",
    publisher: Annotated[str | None, Query(max_length=200)] = None,
    limit: Limit = 50,
    cursor: Cursor = None,
) -> Response:
    """Articles that have the words, the last to come first."""
    before = cursors.read(cursor, site)
    if before is not None and not before.isdecimal():
        raise Problem(400, "No such cursor", "It belongs to another list.")
    found = site.archive.list_articles(
        q.replace("\0", " "), publisher=publisher, limit=limit, before=None if before is None else int(before)
    )
    return listed(list(found.articles), cursors.sign(found.next, site))


@router.post(
    "/articles",
    status_code=201,
    response_model=ArticleOut,
    responses={200: {"model": ArticleOut, "description": "Known already"}},
)
def add_article(
    given: ArticleIn,
    site: SiteDep,
    visitor: Writer,
    idempotency_key: Annotated[str | None, Header(max_length=200)] = None,
) -> Response:
    """Read an article and keep it. Sending it twice keeps it once."""
    digest = hashlib.sha256(given.model_dump_json().encode()).hexdigest()
    key = None if idempotency_key is None else f"{visitor.name}\n{idempotency_key}"
    before = None if key is None else _answered.get(key, digest)
    if before is not None:
        return json_answer(before, 200)
    added, skipped = _read_and_keep(given, site)
    answer = {
        "article_id": added.article_id,
        "known": added.known,
        "reports": added.reports,
        "records": list(added.records),
        "skipped": list(skipped),
    }
    if key is not None:
        _answered.put(key, digest, answer)
    location = {"location": f"/api/v1/articles/{added.article_id}"}
    return json_answer(answer, 200 if added.known else 201, location)


def _read_and_keep(given: ArticleIn, site: Site) -> tuple[Added, tuple[str, ...]]:
    from dragoman.pages import RawPage, to_article
    from dragoman.pipeline import PROFILES, keep_sure, read

    content = given.text if given.text else given.html or ""
    raw = RawPage("api", content[:MAX_ARTICLE], url=given.url, is_html=given.text is None)
    try:
        article = to_article(raw, published=given.published, publisher=given.publisher)
    except PageError as error:
        raise Problem(422, "The article cannot be read", str(error)) from error
    with _ONE_AT_A_TIME:
        reading = keep_sure(read(article, site.kb), PROFILES[_PROFILE])
        version_no = site.archive.version_no(present_versions(_PROFILE))
        return site.archive.add(reading, version_no=version_no), reading.skipped


@router.get("/articles/{article_id}", response_model=dict[str, Any], responses=NOT_FOUND)
def one_article(article_id: str, site: SiteDep, _visitor: Reader) -> Response:
    """An article: clean text, what was cut away, how it was read."""
    stored = site.archive.article(article_id)
    if stored is None:
        raise not_found("article", article_id)
    kept = {
        "ingested": stored.ingested,
        "versions": dict(stored.versions),
        "skipped": list(stored.skipped),
        "copy_of": stored.copy_of,
        "copies": list(stored.copies),
    }
    return json_answer(article_object(stored.article) | kept)


@router.get("/engagements", response_model=Listed, responses=NOT_FOUND)
def engagements(
    article: Annotated[str, Query(max_length=64, description="The article's id")],
    site: SiteDep,
    _visitor: Reader,
) -> Response:
    """What one article tells: its engagements as read, each with the record it is part of."""
    if not site.archive.has_article(article):
        raise not_found("article", article)
    found = [
        engagement_object(report.engagement, ()) | {"record_id": record.record_id}
        for record in site.archive.records_of(article)
        for report in record.reports
        if report.article_id == article
    ]
    return listed(found)


@router.get("/people", response_model=Listed)
def people(q: Words, site: SiteDep, _visitor: Reader) -> Response:
    """People of the tables by full name, variant or family name, with the offices they held."""
    return listed(
        [
            {"person": person, "offices": _offices(person.person_id, site)}
            for person in site.kb.find_people(q)[:50]
        ]
    )


@router.get("/people/{person_id}", response_model=dict[str, Any], responses=NOT_FOUND)
def one_person(person_id: str, site: SiteDep, _visitor: Reader) -> Response:
    """A person of the tables, with the offices held."""
    person = site.kb.person(person_id)
    if person is None:
        raise not_found("person", person_id)
    return json_answer({"person": person, "offices": _offices(person_id, site)})


@router.get("/places", response_model=Listed)
def places(q: Words, site: SiteDep, _visitor: Reader, limit: Limit = 20) -> Response:
    """Places of a name, most likely first, with coordinates."""
    return listed(list(site.kb.find_places(q)[:limit]))


def _offices(person_id: str, site: Site) -> list[dict[str, object]]:
    return [{"office": held.office, "term": held.term} for held in site.kb.offices_of(person_id, None)]
