"""Refreshes: a page that is there only to lead elsewhere is followed as a redirect is.

Such a page counts as a redirect: the guard, robots.txt and the limit of redirects hold, and what
was asked for first is remembered. One that holds anything to read is taken as it stands.
"""

from __future__ import annotations

from urllib.parse import urldefrag

from scrapy.downloadermiddlewares.redirect import BaseRedirectMiddleware
from scrapy.http import Request, Response

from crawler.fetching.guard import Refused
from pipeline.errors import Reason
from pipeline.stubs import read_stub
from pipeline.urls import absolute

MAX_DELAY_S = 10
"""Seconds of a refresh that leads on; a longer one is for who reads meanwhile."""


class RefreshMiddleware(BaseRedirectMiddleware):
    """Follows meta elements and headers that refresh, in place of Scrapy's own, which follows those
    of whole articles too."""

    def process_response(self, request: Request, response: Response) -> Request | Response:
        if response.status != 200 or request.meta.get("is_robots"):
            return response
        header = (response.headers.get(b"Refresh") or b"").decode("latin-1")
        refresh = read_stub(response.body, header)
        if refresh is None or refresh.delay_s > MAX_DELAY_S:
            return response
        base = absolute(refresh.base, response.url) or response.url
        url = urldefrag(absolute(refresh.url, base)).url
        if not url or url == urldefrag(request.url).url:
            return response
        again = self._redirect_request_using_get(request, response, url)
        if again.url in request.meta.get("redirect_urls", ()):
            raise Refused(Reason.REDIRECT_LOOP, f"its refresh leads back to {again.url}"[:300])
        return self._redirect(again, request, "refresh")
