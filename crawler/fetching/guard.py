"""The guard: what is asked for, whom a connection reaches, and how much may come back.

Three gates. `RequestGuard` refuses requests by their URL, `ConnectionGuard` answers by their kind;
`GuardedResolver` resolves every name at connection time and drops addresses that are not public,
so that the address that is checked is the address that is connected to. Robots files, feeds,
sitemaps and redirects pass through both.
"""

from __future__ import annotations

import logging
import re
from typing import TYPE_CHECKING, Any

from scrapy import signals
from scrapy.exceptions import CannotResolveHostError, IgnoreRequest, StopDownload
from scrapy.http import Headers, Request, Response
from twisted.internet.interfaces import IHostnameResolver, IResolutionReceiver
from zope.interface import implementer  # type: ignore[import-untyped]

from crawler.fetching.addresses import is_public, may_reach, parse_address, where_of
from crawler.fetching.robots import ROBOTS_BYTES
from pipeline.errors import Reason, Rejected
from pipeline.urls import canonical_url, host_port, same_site

if TYPE_CHECKING:
    from scrapy.crawler import Crawler

logger = logging.getLogger(__name__)

TEXT_TYPES = (
    "text/",
    "application/xhtml",
    "application/xml",
    "application/rss",
    "application/atom",
    "application/rdf",
    "application/json",
    "application/feed+json",
    "application/ld+json",
    "application/x-gzip",
    "application/gzip",
    "application/octet-stream",
    "application/unknown",
    "binary/octet-stream",
    "unknown/",
)
"""Beginnings of Content-Type that may hold a page, a feed or a sitemap. Others are not loaded."""

SIGNATURES = (
    b"%PDF-", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"PK\x03\x04", b"Rar!", b"7z\xbc\xaf",
    b"\x7fELF", b"MZ\x90\x00", b"OggS", b"ID3", b"RIFF", b"\x1aE\xdf\xa3", b"wOFF", b"wOF2",
    b"BZh9", b"\xfd7zXZ", b"\x00\x00\x00\x18ftyp", b"\x00\x00\x00\x20ftyp", b"\x00\x00\x00\x1cftyp",
    b"\x00asm", b"SQLite format 3", b"\xd0\xcf\x11\xe0", b"\x00\x00\x01\x00",
)  # fmt: skip
"""First bytes of files that are no text, whatever their Content-Type says."""
TAR = (257, b"ustar")
"""Where the mark of a tar archive stands (POSIX.1-1988): it begins with the name of a file."""


_CLOSED = (b"div", b"main", b"article", b"section", b"table", b"script")
"""Elements that pages have much of, and whose end tags may not be left out."""


def is_text(content_type: str) -> bool:
    """Whether a Content-Type may be that of a page, a feed or a sitemap; one that says nothing that
    has a meaning may."""
    kind = content_type.strip().lower()
    if not re.match(r"[a-z]+/", kind):
        return True
    return kind.startswith(TEXT_TYPES) or "xml" in kind or "html" in kind


class Refused(IgnoreRequest):
    """A request that is not made, or a response that is not used, and why.

    `retry` is True where the same request may succeed at a later visit.
    """

    def __init__(self, reason: Reason, detail: str, *, retry: bool = False) -> None:
        super().__init__(f"{reason}: {detail}")
        self.rejected = Rejected(reason, detail)
        self.retry = retry


def resolves_privately(where: str) -> Rejected:
    """Why nothing of a host is asked for whose name has private addresses alone."""
    return Rejected(Reason.PRIVATE_ADDRESS, f"{where} resolves to a private network")


class RequestGuard:
    """Refuses what must not be asked for, and answers that are files of another kind."""

    def __init__(self, private_hosts: frozenset[str]) -> None:
        self.private_hosts = private_hosts

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> RequestGuard:
        source = getattr(crawler.spider, "source", None)
        return cls(source.private_hosts if source else frozenset())

    def process_request(self, request: Request) -> None:
        """Refuse other schemes, passwords in URLs, redirects to other sites than those that the
        source names as its own, and addresses that are not public."""
        if canonical_url(request.url) is None:
            raise Refused(Reason.BAD_URL, "no http or https address")
        first = request.meta.get("redirect_urls", [request.url])[0]
        where = host_port(request.url)
        own = same_site(first, request.url) or {host_port(first), where} <= self.private_hosts
        if not own and not request.meta.get("is_robots"):
            raise Refused(Reason.REDIRECTED_AWAY, f"redirected to {request.url}"[:300])
        address = parse_address(where.rpartition(":")[0])
        if address and not is_public(address) and where not in self.private_hosts:
            raise Refused(Reason.PRIVATE_ADDRESS, f"{where} is on a private network")

    def process_response(self, request: Request, response: Response) -> Response:
        if response.status < 300 and _is_file(response.body):
            raise Refused(Reason.NOT_HTML, "the bytes are those of another kind of file")
        if "partial" in response.flags and is_cut_off(response.body):
            raise Refused(Reason.TRUNCATED, "the page ends within an element", retry=True)
        return response


class ConnectionGuard:
    """Sets up the resolver for this visit, and ends downloads that cannot be a page.

    It stands nearest to the network, so that its failures are named before anything retries them.
    """

    def __init__(self, private_hosts: frozenset[str]) -> None:
        from twisted.internet import reactor

        GuardedResolver.private_hosts = private_hosts
        GuardedResolver.refused.clear()
        GuardedResolver(reactor).install_on_reactor()

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> ConnectionGuard:
        source = getattr(crawler.spider, "source", None)
        guard = cls(source.private_hosts if source else frozenset())
        crawler.signals.connect(guard.headers_received, signals.headers_received)
        crawler.signals.connect(guard.bytes_received, signals.bytes_received)
        return guard

    def headers_received(self, headers: Headers, request: Request) -> None:
        """Stop a download whose Content-Type says that it is no text."""
        kind = (headers.get(b"Content-Type") or b"").decode("latin-1")
        if not is_text(kind):
            request.meta["refused_type"] = kind.strip().lower().partition(";")[0][:80]
            raise StopDownload

    def bytes_received(self, data: bytes, request: Request) -> None:
        """Read no more of a robots.txt than counts; what was read stands."""
        if request.meta.get("is_robots"):
            request.meta["robots_bytes"] = request.meta.get("robots_bytes", 0) + len(data)
            if request.meta["robots_bytes"] > ROBOTS_BYTES:
                raise StopDownload(fail=False)

    def process_exception(self, request: Request, exception: Exception) -> None:
        """Name the guard as the cause of a failure that the guard caused."""
        if isinstance(exception, StopDownload) and "refused_type" in request.meta:
            raise Refused(Reason.NOT_HTML, str(request.meta["refused_type"])) from exception
        where = host_port(request.url)
        if isinstance(exception, CannotResolveHostError) and where in GuardedResolver.refused:
            rejected = resolves_privately(where)
            raise Refused(rejected.reason, rejected.detail) from exception


def is_cut_off(body: bytes) -> bool:
    """Whether a page of which nobody said how long it is ends in its midst: without its end tag,
    and with an element open that must be closed (HTML, 13.1.2.4). Of what is no page: False."""
    page = body.lower()
    if b"<body" not in page or b"</html" in page or b"</body" in page:
        return False
    return any(page.count(b"<" + tag) > page.count(b"</" + tag) for tag in _CLOSED)


def _is_file(body: bytes) -> bool:
    return body.startswith(SIGNATURES) or body.startswith(TAR[1], TAR[0])


@implementer(IHostnameResolver)
class GuardedResolver:
    """Resolves names, and drops the addresses that this visit may not connect to.

    Twisted makes one resolver a reactor, so what a visit allows stands on the class: a process
    makes one visit at a time.
    """

    private_hosts: frozenset[str] = frozenset()
    refused: set[str] = set()  # noqa: RUF012  # one a process, as the resolver is
    """host:port pairs of which no address was allowed."""

    def __init__(self, reactor: Any) -> None:
        self.reactor = reactor
        self.inner: Any = reactor.nameResolver

    @classmethod
    def from_crawler(cls, crawler: Crawler, reactor: Any) -> GuardedResolver:
        return cls(reactor)

    def install_on_reactor(self) -> None:
        if not isinstance(self.inner, GuardedResolver):
            self.reactor.installNameResolver(self)

    def resolveHostName(  # noqa: N802  # Twisted's name
        self,
        resolutionReceiver: Any,  # noqa: N803
        hostName: str,  # noqa: N803
        portNumber: int = 0,  # noqa: N803
        addressTypes: Any = None,  # noqa: N803
        transportSemantics: str = "TCP",  # noqa: N803
    ) -> Any:
        where = where_of(hostName, portNumber)
        receiver = _Filter(resolutionReceiver, where, where in self.private_hosts)
        return self.inner.resolveHostName(
            receiver, hostName, portNumber, addressTypes, transportSemantics
        )


@implementer(IResolutionReceiver)
class _Filter:
    """Passes on the addresses that may be connected to."""

    def __init__(self, receiver: Any, where: str, private_ok: bool) -> None:
        self.receiver = receiver
        self.where = where
        self.private_ok = private_ok
        self.passed = self.dropped = 0

    def resolutionBegan(self, resolution: Any) -> None:  # noqa: N802
        self.receiver.resolutionBegan(resolution)

    def addressResolved(self, address: Any) -> None:  # noqa: N802
        if self.private_ok or may_reach(address.host):
            self.passed += 1
            self.receiver.addressResolved(address)
        else:
            self.dropped += 1
            logger.warning("refused to connect to %s at %s", self.where, address.host)

    def resolutionComplete(self) -> None:  # noqa: N802
        if self.dropped and not self.passed:
            GuardedResolver.refused.add(self.where)
        self.receiver.resolutionComplete()
