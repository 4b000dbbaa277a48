"""Why a request gave no page: exceptions of the downloader as documented reasons."""

from __future__ import annotations

import gzip
import re
import zlib

from OpenSSL import SSL
from scrapy.exceptions import (
    CannotResolveHostError,
    DownloadCancelledError,
    DownloadTimeoutError,
    IgnoreRequest,
    ResponseDataLossError,
    UnsupportedURLSchemeError,
)
from scrapy.http import Response
from twisted.internet.error import ConnectError
from twisted.python.failure import Failure
from twisted.web._newclient import ParseError

from crawler.fetching.guard import Refused
from pipeline.errors import Reason, Rejected

_TLS_WORDS = ("ssl", "tls", "certificate", "service_identity")
FINAL_STATUSES = frozenset({400, 401, 402, 405, 406, 414, 451})
"""HTTP statuses of a page that will not come, however often it is asked for. 403 is not among
them: it is what a site says that is busy refusing robots today."""
PAGE_STATUSES = frozenset({200, 203})
"""HTTP statuses of a page that came; 203 is one that a proxy changed (RFC 9110, 15.3.4)."""
GONE_STATUSES = frozenset({404, 410})
BUSY_STATUSES = frozenset({429, 503})
"""HTTP statuses by which a host asks for patience."""


def failure_of(exception: BaseException) -> tuple[Rejected, bool]:
    """The reason for a failed request, and whether the same request may succeed later."""
    if isinstance(exception, Refused):
        return exception.rejected, exception.retry
    detail = _one_line(exception)
    match exception:
        case DownloadTimeoutError():
            return Rejected(Reason.TIMEOUT, _too_late(detail)), True
        case CannotResolveHostError():
            return Rejected(Reason.DNS, detail), True
        case ResponseDataLossError():
            return Rejected(Reason.TRUNCATED, "the body ended early"), True
        case DownloadCancelledError():  # stopped in its midst, it says nothing
            said = detail if str(exception) else "more bytes came than a page may have"
            return Rejected(Reason.TOO_LARGE, _too_large(said)), False
        case UnsupportedURLSchemeError():
            return Rejected(Reason.BAD_URL, detail), False
        case IgnoreRequest():
            if "redirection" in detail:
                return Rejected(Reason.REDIRECT_LOOP, detail), False
            return Rejected(Reason.TOO_LARGE, detail), False
        case ValueError():  # what a redirect leads to is no address
            return Rejected(Reason.BAD_URL, detail), False
        case ConnectError():
            return Rejected(Reason.CONNECTION, detail), True
    if any(word in _chain(exception) for word in _TLS_WORDS):
        return Rejected(Reason.TLS, detail), True
    if isinstance(exception, EOFError | zlib.error | gzip.BadGzipFile):
        return Rejected(Reason.TRUNCATED, detail), True
    return Rejected(Reason.CONNECTION, detail), True


def _too_late(detail: str) -> str:
    """Scrapy's words, without the address, which stands beside them."""
    found = re.search(r"took longer than ([\d.]+) seconds", detail)
    return f"not all of it came within {float(found[1]):g} s" if found else detail


def _too_large(detail: str) -> str:
    found = re.search(r"(\d+) bytes which is larger than download max size \((\d+)\)", detail)
    return f"{found[1]} bytes, more than {found[2]}" if found else detail


def refusal_of(status: int) -> Rejected:
    """The reason that an HTTP status gives which brings no page."""
    busy = status in BUSY_STATUSES
    return Rejected(Reason.RATE_LIMITED if busy else Reason.HTTP_ERROR, f"HTTP {status}")


def asked_if_changed(response: Response) -> bool:
    """Whether "not modified" answers a question: from who was not asked so it is an error."""
    headers = response.request.headers if response.request else {}
    return "If-None-Match" in headers or "If-Modified-Since" in headers


def _one_line(exception: BaseException) -> str:
    """What an exception says, in one line of at most 300 characters."""
    return " ".join(_words(exception).split())[:300] or type(exception).__name__


def _words(exception: BaseException) -> str:
    """An exception's words. One that only wraps others, as Twisted's ResponseFailed does with the
    failures of a connection in `reasons`, says what those say, the last first: it is the cause."""
    for wrapper in (exception, exception.__cause__):
        reasons = getattr(wrapper, "reasons", None)
        if isinstance(reasons, list) and reasons:
            inner = [each.value for each in reasons if isinstance(each, Failure) and each.value]
            return "; ".join(dict.fromkeys(_words(each) for each in reversed(inner)))
    said = exception.args[0] if exception.args else ""
    if isinstance(exception, SSL.Error) and isinstance(said, list):  # (library, function, reason)
        return "; ".join(str(error[-1]) for error in said) or "the TLS connection failed"
    if isinstance(exception, ParseError):
        return f"no HTTP response: {said}"
    return str(exception) or type(exception).__name__


def _chain(exception: BaseException) -> str:
    """Names and words of an exception and its causes, in lower case."""
    words = []
    current: BaseException | None = exception
    while current is not None:
        words.append(f"{type(current).__module__} {type(current).__name__} {current}")
        current = current.__cause__
    return " ".join(words).lower()
