"""Cookies within one chain of redirects: many sites set one, lead back to the same page, and show
it to who brings the cookie; without it they lead back for ever. None is kept beyond its chain."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urlsplit

from scrapy import Spider
from scrapy.downloadermiddlewares.redirect import RedirectMiddleware
from scrapy.http import Request, Response

MAX_COOKIES = 50
"""As many as RFC 6265 wants of a browser for each host."""
MAX_HEADER = 4_096
"""Characters of all cookies that are sent; servers refuse more of one header."""

_CHAIN = "cookies_of_chain"


class RedirectsWithCookies(RedirectMiddleware):
    """Follows redirects, each host's cookies in hand."""

    def process_response(
        self, request: Request, response: Response, spider: Spider | None = None
    ) -> Request | Response:
        found = super().process_response(request, response)
        if not isinstance(found, Request):
            return found
        host, target = _host(response.url), _host(found.url)
        chain: Mapping[str, Mapping[str, str]] = request.meta.get(_CHAIN, {})
        own = changed(chain.get(host, {}), response.headers.getlist("Set-Cookie"))
        chain = {**chain, host: own}
        found.meta[_CHAIN] = chain
        found.headers.pop("Cookie", None)
        is_safe = urlsplit(found.url).scheme in (urlsplit(response.url).scheme, "https")
        if is_safe and (header := _header(chain.get(target, {}))):
            found.headers["Cookie"] = header
        return found


def changed(cookies: Mapping[str, str], lines: list[bytes]) -> dict[str, str]:
    """A host's cookies after an answer with these Set-Cookie headers."""
    kept = dict(cookies)
    for line in lines:
        pair, *more = line.decode("latin-1").split(";")
        name, is_pair, value = pair.strip().partition("=")
        said = {key.strip().lower(): it.strip() for key, _, it in (m.partition("=") for m in more)}
        gone = said.get("max-age", "1").startswith(("0", "-")) or "1970" in said.get("expires", "")
        kept.pop(name, None)
        if is_pair and name and not gone and len(kept) < MAX_COOKIES:
            kept[name] = value
    return kept


def _header(cookies: Mapping[str, str]) -> str:
    header = "; ".join(f"{name}={value}" for name, value in cookies.items())
    return header if len(header) <= MAX_HEADER else ""


def _host(url: str) -> str:
    """Whose cookies an address has: a site's, with www. and without."""
    return (urlsplit(url).hostname or "").removeprefix("www.")
