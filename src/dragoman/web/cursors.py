"""Cursors of the API: the archive's, signed, so that nobody has to wonder what a made-up one would do."""

from __future__ import annotations

from itsdangerous import BadSignature, URLSafeSerializer

from dragoman.web.problems import Problem
from dragoman.web.site import Site


def sign(cursor: str | int | None, site: Site) -> str | None:
    """A cursor to give out."""
    return None if cursor is None else str(_serializer(site).dumps(cursor))


def read(given: str | None, site: Site) -> str | None:
    """A cursor that came back.

    Raises:
        Problem: it is none of ours.
    """
    if not given:
        return None
    try:
        return str(_serializer(site).loads(given))
    except BadSignature as error:
        raise Problem(400, "No such cursor", "Give back the `next` of the page before, unchanged.") from error


def _serializer(site: Site) -> URLSafeSerializer:
    return URLSafeSerializer(site.ring.signing_secret(), salt="cursor")
