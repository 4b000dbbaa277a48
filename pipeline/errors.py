"""Why a page is not an article: `Rejected` and its reasons.

Every rejection is counted by its reason, and every reason is explained in docs/reasons.md.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Reason(StrEnum):
    """Why a link did not become an article. The values stand in the database."""

    # Said by the pipeline, of a page's content.
    EMPTY = "empty"
    NOT_HTML = "not-html"
    TOO_LARGE = "too-large"
    TOO_DEEP = "too-deep"
    UNDECODABLE = "undecodable"
    NO_TITLE = "no-title"
    NO_BODY = "no-body"
    TOO_SHORT = "too-short"
    NOT_ARTICLE = "not-article"
    LISTING_PAGE = "listing-page"
    SOFT_404 = "soft-404"
    PASSWORD_PROTECTED = "password-protected"  # noqa: S105  # a reason, no secret
    LOGIN_WALL = "login-wall"
    CONSENT_WALL = "consent-wall"
    BOT_CHALLENGE = "bot-challenge"
    ERROR_PAGE = "error-page"
    NEEDS_JAVASCRIPT = "needs-javascript"
    OUT_OF_SECTION = "out-of-section"
    OPTED_OUT = "opted-out"
    EXTRACTION_TIMEOUT = "extraction-timeout"
    EXTRACTION_CRASHED = "extraction-crashed"
    EXTRACTION_ERROR = "extraction-error"

    # Said by the crawler, of a request.
    ROBOTS = "robots"
    ROBOTS_UNREACHABLE = "robots-unreachable"
    PRIVATE_ADDRESS = "private-address"
    BAD_URL = "bad-url"
    HTTP_ERROR = "http-error"
    GONE = "gone"
    TIMEOUT = "timeout"
    DNS = "dns"
    CONNECTION = "connection"
    TLS = "tls"
    TRUNCATED = "truncated"
    REDIRECT_LOOP = "redirect-loop"
    REDIRECTED_AWAY = "redirected-away"
    RATE_LIMITED = "rate-limited"
    DUPLICATE = "duplicate"
    NOT_FEED = "not-feed"
    OLDER = "older"
    NOT_CHOSEN = "not-chosen"

    # Said by `rasid extract`, of a line of its input.
    BAD_INPUT = "bad-input"


@dataclass(frozen=True, slots=True)
class Rejected:
    """A page that is no article, and why; `detail` is one line for a person."""

    reason: Reason
    detail: str = ""


class UnusablePage(Exception):  # noqa: N818  # named for what the caller knows, not for the class
    """Raised inside the pipeline where a page cannot become an article.

    `pipeline.extract.extract_article` turns it into the `Rejected` that it carries.
    """

    def __init__(self, reason: Reason, detail: str = "") -> None:
        super().__init__(f"{reason}: {detail}" if detail else str(reason))
        self.rejected = Rejected(reason, detail)
