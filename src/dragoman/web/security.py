"""What stands between the network and the pages: who is addressed, from where, how much, how often.

One ASGI layer: it refuses requests for other hosts (DNS rebinding), writing requests from other sites (forged
requests), bodies over the limit and clients that ask too often, and puts the policy headers on every answer.
"""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable, MutableMapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dragoman.web.problems import MEDIA_TYPE, Problem

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'; report-uri /csp-reports"
)
HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
}
LOOPBACK = ("127.0.0.1", "localhost", "[::1]")
_SAFE = {"GET", "HEAD", "OPTIONS"}
_REMEMBERED_CLIENTS = 4096


@dataclass(frozen=True, slots=True)
class Limits:
    """How much one client may ask: bytes of a body, requests per second on average and in one burst."""

    body: int = 10_000_000
    rate: float = 50.0
    burst: int = 200


@dataclass(slots=True)
class Buckets:
    """A token bucket per client.

    >>> clock = iter([0.0, 0.0, 0.0, 9.0])
    >>> buckets = Buckets(Limits(rate=1, burst=2), lambda: next(clock))
    >>> [buckets.take("a") for _ in range(4)]
    [True, True, False, True]
    """

    limits: Limits
    now: Callable[[], float] = time.monotonic
    _left: OrderedDict[str, tuple[float, float]] = field(default_factory=OrderedDict)

    def take(self, client: str) -> bool:
        """Whether the client may ask once more now."""
        now = self.now()
        tokens, seen = self._left.pop(client, (float(self.limits.burst), now))
        tokens = min(float(self.limits.burst), tokens + (now - seen) * self.limits.rate)
        self._left[client] = (max(tokens - 1, 0.0), now)
        while len(self._left) > _REMEMBERED_CLIENTS:
            self._left.popitem(last=False)
        return tokens >= 1


class Guard:
    """The ASGI layer; ``hosts`` are the names the server answers to, ``None`` for any."""

    def __init__(self, app: ASGIApp, hosts: frozenset[str] | None, limits: Limits) -> None:
        self.app = app
        self.hosts = hosts
        self.limits = limits
        self.buckets = Buckets(limits)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Refuse, or pass on with the headers put on the answer."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def answer(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
                headers.setdefault(
                    "cache-control", "no-store" if scope["method"] not in _SAFE else "private, no-cache"
                )
            await send(message)

        problem = self._refusal(scope)
        if problem is not None:
            await _refuse(problem, scope, receive, answer)
            return
        await self.app(scope, _Counted(receive, self.limits), answer)

    def _refusal(self, scope: Scope) -> Problem | None:
        headers = Headers(scope=scope)
        host = headers.get("host", "")
        if self.hosts is not None and _name_of(host) not in self.hosts:
            detail = "Ask for the address that `dragoman serve` printed, or start it with --allow-host NAME."
            return Problem(421, "Not served under this name", detail)
        if scope["method"] not in _SAFE and not _from_here(headers, host):
            return Problem(
                403, "Request from another site", "Changes are only taken from Dragoman's own pages."
            )
        length = headers.get("content-length", "0")
        if not length.isdecimal() or int(length) > self.limits.body:
            return _too_long(self.limits)
        client = scope.get("client")
        if not self.buckets.take(client[0] if client else ""):
            return Problem(
                429, "Too many requests", "Wait a second and ask again.", headers={"retry-after": "1"}
            )
        return None


class _Counted:
    """Hands a body on until it is over the limit: one whose length was not announced, or not truly."""

    def __init__(self, receive: Receive, limits: Limits) -> None:
        self.receive = receive
        self.limits = limits
        self.seen = 0

    async def __call__(self) -> MutableMapping[str, Any]:
        message = await self.receive()
        self.seen += len(message.get("body", b""))
        if self.seen > self.limits.body:
            raise HTTPException(413, _too_long(self.limits).detail)
        return message


def _from_here(headers: Headers, host: str) -> bool:
    """Whether a writing request comes from one of our own pages, or from no page at all."""
    if headers.get("sec-fetch-site", "none") not in ("none", "same-origin"):
        return False
    origin = headers.get("origin")
    return origin is None or urlsplit(origin).netloc == host


def _name_of(host: str) -> str:
    """The host without its port, in small letters."""
    name, _, port = host.lower().rpartition(":")
    return name if name and port.isdecimal() and not host.endswith("]") else host.lower()


def _too_long(limits: Limits) -> Problem:
    return Problem(413, "Too long", f"A request may have {limits.body:,} bytes; send articles one by one.")


async def _refuse(problem: Problem, scope: Scope, receive: Receive, send: Send) -> None:
    response = JSONResponse(
        problem.document(scope["path"]), problem.status, headers=problem.headers, media_type=MEDIA_TYPE
    )
    await response(scope, receive, send)
