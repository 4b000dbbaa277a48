"""Asks for the addresses that are given: for all but the last at once, for the last thereafter.
Prints each answer's status, in order."""

from __future__ import annotations

import asyncio
import sys

from scrapy import Request, Spider
from scrapy.crawler import Crawler
from scrapy.settings import Settings
from scrapy.utils.reactor import install_reactor

from crawler import scrapy_settings as project
from crawler.fetching.transport import Handler

install_reactor(project.TWISTED_REACTOR)
from twisted.internet import task  # noqa: E402  # it installs another reactor
from twisted.internet.defer import Deferred  # noqa: E402


async def ask(urls: list[str]) -> None:
    """Print what comes. The first byte is waited for two seconds."""
    settings = Settings()
    settings.setmodule(project, "project")
    settings.update(
        {
            "CONCURRENT_REQUESTS_PER_DOMAIN": len(urls),
            "RASID_FIRST_BYTE_S": 2.0,
            "RASID_MAX_HEADERS": 200,
            "RASID_MAX_HEADER_BYTES": 65_536,
        },
        "cmdline",
    )
    crawler = Crawler(Spider, settings)
    crawler._apply_settings()
    crawler.spider = Spider("asking")
    handler = Handler(crawler)
    requests = [Request(url) for url in urls]
    answers = await asyncio.gather(*map(handler.download_request, requests[:-1]))
    answers.append(await handler.download_request(requests[-1]))
    print(*(answer.status for answer in answers))


task.react(lambda _: Deferred.fromFuture(asyncio.ensure_future(ask(sys.argv[1:]))))
