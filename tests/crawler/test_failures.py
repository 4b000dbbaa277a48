"""What a failed request says of itself: the inner error's words, in one line."""

from __future__ import annotations

import pytest
from OpenSSL import SSL
from scrapy.exceptions import DownloadCancelledError, DownloadFailedError, DownloadTimeoutError
from scrapy.http import Request
from scrapy.utils._download_handlers import get_maxsize_msg, wrap_twisted_exceptions
from twisted.internet.error import ConnectionDone, ConnectionLost
from twisted.python.failure import Failure
from twisted.web._newclient import ParseError, ResponseNeverReceived

from crawler.fetching.failures import failure_of
from pipeline.errors import Reason

PAGE = Request("https://e.example/a")
REFUSED = SSL.Error([("SSL routines", "", "certificate verify failed")])


def wrapped(*inner: Exception) -> DownloadFailedError:
    """As Scrapy gives what befell a connection."""
    with pytest.raises(DownloadFailedError) as raised, wrap_twisted_exceptions():
        raise ResponseNeverReceived([Failure(each) for each in inner])
    return raised.value


@pytest.mark.parametrize(
    ("exception", "reason", "detail"),
    [
        (wrapped(ConnectionDone()), Reason.CONNECTION, "Connection was closed cleanly."),
        (
            wrapped(ConnectionLost(), ConnectionLost()),
            Reason.CONNECTION,
            "Connection to the other side was lost in a non-clean fashion.",
        ),
        (wrapped(REFUSED), Reason.TLS, "certificate verify failed"),
        (REFUSED, Reason.TLS, "certificate verify failed"),
        (
            wrapped(ConnectionDone(), ParseError("bad status line", b"SSH-2.0")),
            Reason.CONNECTION,
            "no HTTP response: bad status line; Connection was closed cleanly.",
        ),
        (RuntimeError("two\nlines"), Reason.CONNECTION, "two lines"),
        (RuntimeError(), Reason.CONNECTION, "RuntimeError"),
        (DownloadCancelledError(), Reason.TOO_LARGE, "more bytes came than a page may have"),
        (
            DownloadCancelledError(get_maxsize_msg(12_000, 10_000, PAGE, expected=True)),
            Reason.TOO_LARGE,
            "12000 bytes, more than 10000",
        ),
        (
            DownloadTimeoutError(f"Getting {PAGE.url} took longer than 30.0 seconds."),
            Reason.TIMEOUT,
            "not all of it came within 30 s",
        ),
    ],
)
def test_the_words_of_the_inner_error(exception: Exception, reason: Reason, detail: str) -> None:
    rejected, _ = failure_of(exception)
    assert (rejected.reason, rejected.detail) == (reason, detail)
