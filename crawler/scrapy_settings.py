"""Scrapy's settings: the defaults that a crawler of the open web must not keep are changed.

The constants in capitals hold for every visit; `of_visit` adds what follows from a person's.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from crawler.settings import Settings
from pipeline.records import Source

BOT_NAME = "rasid"
SPIDER_MODULES = ["crawler.spiders"]
NEWSPIDER_MODULE = "crawler.spiders"
TWISTED_REACTOR = "twisted.internet.asyncioreactor.AsyncioSelectorReactor"
TWISTED_DNS_RESOLVER = "crawler.fetching.guard.GuardedResolver"

REMOTE_CONTROL_ENABLED = False
"""Off: it is a service on localhost that runs code for whoever reaches it."""
TELNETCONSOLE_ENABLED = False
HTTPPROXY_ENABLED = False
"""Off: a proxy taken from the environment would resolve names out of the guard's sight."""
COOKIES_ENABLED = False
"""Off: crawler.fetching.cookies carries those of one chain of redirects, and forgets them."""
METAREFRESH_ENABLED = False
"""Off: crawler.fetching.refresh follows what only leads on."""
REFERRER_POLICY = "no-referrer"
HTTPCACHE_ENABLED = False
ROBOTSTXT_OBEY = True
"""Obeyed by crawler.fetching.permission.RobotsMiddleware; Scrapy's own is replaced below."""
DOWNLOAD_HANDLERS = {
    "http": "crawler.fetching.transport.Handler",
    "https": "crawler.fetching.transport.Handler",
    "data": None,
    "file": None,
    "ftp": None,
    "s3": None,
}
RENDERED = {
    "DOWNLOAD_HANDLERS": {
        **DOWNLOAD_HANDLERS,
        "http": "crawler.fetching.rendering.Handler",
        "https": "crawler.fetching.rendering.Handler",
    }
}
"""What else holds for a source whose pages are built in a browser."""
DOWNLOAD_WARNSIZE = 0
DOWNLOAD_FAIL_ON_DATALOSS = True
DOWNLOAD_DELAY = 0
"""The pace of each host is set by crawler.fetching.politeness, in its download slot."""
DNSCACHE_ENABLED = False
"""Off: every connection's address is resolved and checked anew."""
CONCURRENT_REQUESTS = 8
SCHEDULER_PRIORITY_QUEUE = "crawler.fetching.hosts_in_turn.HostsInTurn"
"""Few of them are of one host: most sources are one site, but where a source has more hosts, those
that answer do not wait for one that is slow."""
CONCURRENT_REQUESTS_PER_DOMAIN = 1
CONCURRENT_ITEMS = 8
SCRAPER_SLOT_MAX_ACTIVE_SIZE = 4_000_000
"""Bytes of responses that wait for extraction before downloads pause: some twenty pages."""
RETRY_TIMES = 1
RETRY_HTTP_CODES = [500, 502, 504, 522, 524, 408]
"""429 and 503 are crawler.fetching.politeness's: they may say when to come back."""
RETRY_EXCEPTIONS = [
    "scrapy.exceptions.DownloadConnectionRefusedError",
    "scrapy.exceptions.DownloadFailedError",
    "scrapy.exceptions.ResponseDataLossError",
    "scrapy.exceptions.CannotResolveHostError",
    "builtins.OSError",
]
"""Not what took too long: it would hold its host up once more. A later visit tries it again."""
RETRY_GIVE_UP_LOG_LEVEL = "DEBUG"
HTTPERROR_ALLOW_ALL = True
"""Every status reaches the spider, which knows what each means."""
DUPEFILTER_CLASS = "scrapy.dupefilters.BaseDupeFilter"
"""Nothing is filtered: the table `links` knows what was asked."""
REDIRECT_PRIORITY_ADJUST = 2
"""Where a page leads on is asked for at once: behind a long list it may wait till a visit ends."""
DEFAULT_REQUEST_HEADERS = {
    "Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.5",
}
DOWNLOADER_MIDDLEWARES = {
    "scrapy.downloadermiddlewares.offsite.OffsiteMiddleware": None,
    "scrapy.downloadermiddlewares.robotstxt.RobotsTxtMiddleware": None,
    "scrapy.downloadermiddlewares.httpauth.HttpAuthMiddleware": None,
    "scrapy.downloadermiddlewares.httpcompression.HttpCompressionMiddleware": None,
    "crawler.fetching.guard.RequestGuard": 50,
    "crawler.fetching.permission.RobotsMiddleware": 100,
    "crawler.fetching.politeness.PaceMiddleware": 560,
    "crawler.fetching.refresh.RefreshMiddleware": 580,
    "crawler.fetching.codings.DecodingMiddleware": 590,
    "scrapy.downloadermiddlewares.redirect.RedirectMiddleware": None,
    "crawler.fetching.cookies.RedirectsWithCookies": 600,
    "crawler.fetching.guard.ConnectionGuard": 870,
}
ITEM_PIPELINES = {"crawler.storing.StoringPipeline": 100}
EXTENSIONS_BASE = {"scrapy.extensions.corestats.CoreStats": 0}
"""In place of Scrapy's list: what is turned off in EXTENSIONS is imported all the same, and the
remote control brings a web server."""
LOG_LEVEL = "WARNING"
STATS_DUMP = False


def of_visit(settings: Settings, source: Source) -> Mapping[str, Any]:
    """Scrapy's settings that follow from a person's, for the visit of one source."""
    return {
        "USER_AGENT": settings.user_agent,
        "DOWNLOAD_TIMEOUT": settings.timeout_s,
        "DOWNLOAD_MAXSIZE": settings.max_bytes,
        "DOWNLOAD_VERIFY_CERTIFICATES": source.verify_tls,
        "REDIRECT_MAX_TIMES": settings.max_redirects,
        "URLLENGTH_LIMIT": settings.max_url_length,
        "RASID_FIRST_BYTE_S": settings.first_byte_s,
        "RASID_MAX_HEADERS": settings.max_headers,
        "RASID_MAX_HEADER_BYTES": settings.max_header_bytes,
        "LOG_LEVEL": settings.log_level,
        **(RENDERED if source.render else {}),
    }
