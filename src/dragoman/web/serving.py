"""Serving: from what was asked on the command line to a running server, refusing what is not safe."""

from __future__ import annotations

import getpass
import ipaddress
import socketserver
from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.errors import ServeError
from dragoman.exports.telling import Teller
from dragoman.knowledge.lookup import KnowledgeBase
from dragoman.store.archive import Archive
from dragoman.web.keys import KeyRing
from dragoman.web.security import LOOPBACK
from dragoman.web.site import Settings, Site, keys_path

QUERY_SECONDS = 10.0
"""How long a question to the archive may take; on 5,000 visits none takes half a second."""


@dataclass(frozen=True, slots=True)
class Binding:
    """Where to listen and for whom.

    Attributes:
        host, port: the address to listen at.
        names: further names the server is reached by, as a reverse proxy passes them on.
        insecure: listen beyond this machine although no key is asked for.
        https: pages are reached over HTTPS, so cookies may say so.
    """

    host: str = "127.0.0.1"
    port: int = 8642
    names: Sequence[str] = ()
    insecure: bool = False
    https: bool = False


def open_site(location: str, binding: Binding, *, sample: bool = False, readonly: bool = False) -> Site:
    """Open the archive for serving.

    Raises:
        ServeError: the address is open to others and there is no key.
        ArchiveError: the archive cannot be opened.
    """
    ring = KeyRing(keys_path(location))
    keyed = bool(ring.held())
    if not is_loopback(binding.host) and not keyed and not binding.insecure:
        raise ServeError(
            f"{binding.host} can be reached by others, and this archive has no key: make one with "
            "`dragoman keys create NAME`, or say --insecure if everybody may read and change everything"
        )
    kb = KnowledgeBase.open()
    settings = Settings(
        analyst=_user(), keyed=keyed, hosts=_hosts(binding), sample=sample, secure_cookie=binding.https
    )
    archive = Archive.open(location, readonly=readonly)
    archive.limit_queries(QUERY_SECONDS)
    return Site(archive, kb, Teller(kb.country), ring, settings)


def run(site: Site, binding: Binding) -> None:
    """Serve until interrupted."""
    import uvicorn

    from dragoman.web.app import create_app

    check_free(binding)
    uvicorn.run(
        create_app(site),
        host=binding.host.strip("[]"),
        port=binding.port,
        log_level="warning",
        server_header=False,
        proxy_headers=False,
        timeout_keep_alive=20,
    )


def check_free(binding: Binding) -> None:
    """Refuse an address somebody listens at already.

    Raises:
        ServeError: naming the address.
    """
    try:
        socketserver.TCPServer(
            (binding.host.strip("[]"), binding.port), socketserver.BaseRequestHandler
        ).server_close()
    except OSError as error:
        raise ServeError(
            f"{address_of(binding)} cannot be listened at ({error.strerror}); choose another with --port"
        ) from error


def address_of(binding: Binding) -> str:
    """The address to open in a browser."""
    return f"http://{binding.host}:{binding.port}/"


def is_loopback(host: str) -> bool:
    """Whether only this machine reaches ``host``.

    >>> is_loopback("127.0.0.1"), is_loopback("localhost"), is_loopback("0.0.0.0"), is_loopback("::")
    (True, True, False, False)
    """
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def _hosts(binding: Binding) -> frozenset[str]:
    """The names answered to; any where everybody may come in anyway and no name was given."""
    named = frozenset(name.lower() for name in binding.names)
    if is_loopback(binding.host):
        return named | frozenset(LOOPBACK)
    wildcard = binding.host.strip("[]") in ("0.0.0.0", "::")
    if wildcard:
        return named | frozenset(LOOPBACK) if named else frozenset()
    return named | {binding.host.lower(), *LOOPBACK}


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "analyst"
