"""Rasid and its peers as functions from a page to an answer.

Peers are installed with `pip install --group peers`; those that are not there are not measured.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from bench.pages import NOW
from pipeline.errors import Rejected
from pipeline.extract import extract_article
from pipeline.memory import EMPTY
from pipeline.records import Page


@dataclass(frozen=True)
class Answer:
    """What one extractor said of one page, and the CPU time it took, in milliseconds."""

    text: str = ""
    title: str | None = None
    authors: tuple[str, ...] = ()
    published: date | datetime | None = None
    note: str = ""
    blocks: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    cpu_ms: float = 0.0


Extractor = Callable[[Page], Answer]


def rasid(page: Page) -> Answer:
    found = extract_article(page, EMPTY, NOW)
    if isinstance(found, Rejected):
        return Answer(note=f"{found.reason} {found.detail}".strip())
    return Answer(
        text=found.text,
        title=found.title,
        authors=found.authors,
        tags=found.tags,
        published=found.published.value if found.published else None,
        blocks=tuple(block.text for block in found.blocks),
    )


def _trafilatura(**options: Any) -> Extractor:
    import trafilatura  # an optional peer

    def run(page: Page) -> Answer:
        found = trafilatura.bare_extraction(
            page.body, url=page.final_url, with_metadata=True, include_comments=False, **options
        )
        if found is None:
            return Answer(note="none")
        if isinstance(found, dict):  # an old form of the answer
            return Answer(note="none")
        text = found.text or ""
        names = tuple(n for n in (found.author or "").split("; ") if n)
        day = date.fromisoformat(found.date) if found.date else None
        blocks, tags = tuple(text.split("\n")), tuple(found.tags or ())
        return Answer(text, found.title, names, day, blocks=blocks, tags=tags)

    return run


def _newspaper() -> Extractor:
    import newspaper  # type: ignore[import-not-found]  # an optional peer

    def run(page: Page) -> Answer:
        found = newspaper.Article(page.final_url)
        found.download(input_html=_decoded(page))
        found.parse()
        day = found.publish_date
        return Answer(
            found.text,
            found.title,
            tuple(found.authors),
            day,
            blocks=tuple(found.text.split("\n")),
            tags=tuple(found.tags),
        )

    return run


def _readability() -> Extractor:
    import lxml.html
    import readability  # type: ignore[import-not-found]  # an optional peer

    def run(page: Page) -> Answer:
        found = readability.Document(page.body)
        text = lxml.html.fromstring(found.summary()).text_content()
        return Answer(text, found.short_title(), blocks=tuple(text.split("\n")))

    return run


def _goose() -> Extractor:
    from goose3 import Goose  # type: ignore[import-not-found]  # an optional peer

    goose = Goose({"enable_image_fetching": False})

    def run(page: Page) -> Answer:
        found = goose.extract(url=page.final_url, raw_html=_decoded(page))
        text = found.cleaned_text
        return Answer(
            text,
            found.title,
            tuple(found.authors),
            found.publish_datetime_utc,
            blocks=tuple(text.split("\n")),
            tags=tuple(found.tags),
        )

    return run


def _news_please() -> Extractor:
    from newsplease import NewsPlease  # type: ignore[import-not-found]  # an optional peer

    def run(page: Page) -> Answer:
        found = NewsPlease.from_html(_decoded(page), url=page.final_url)
        text = found.maintext or ""
        return Answer(
            text,
            found.title,
            tuple(found.authors or ()),
            found.date_publish,
            blocks=tuple(text.split("\n")),
        )

    return run


def _resiliparse() -> Extractor:
    from resiliparse.extract.html2text import (  # type: ignore[import-not-found]  # optional
        extract_plain_text,
    )
    from resiliparse.parse.html import HTMLTree  # type: ignore[import-not-found]  # optional

    def run(page: Page) -> Answer:
        tree = HTMLTree.parse(_decoded(page))
        text = extract_plain_text(tree, main_content=True)
        return Answer(text, tree.title, blocks=tuple(text.split("\n")))

    return run


def _decoded(page: Page) -> str:
    return page.body.decode(page.charset or "utf-8", "replace")


PEERS: dict[str, Callable[[], Extractor]] = {
    "trafilatura": lambda: _trafilatura(),
    "trafilatura-precision": lambda: _trafilatura(favor_precision=True),
    "newspaper4k": _newspaper,
    "goose3": _goose,
    "news-please": _news_please,
    "readability": _readability,
    "resiliparse": _resiliparse,
}
"""By name: what makes the extractor, and raises ImportError where the peer is not installed."""


def timed(run: Extractor, page: Page, turns: int) -> Answer:
    """The answer, with the median CPU time of `turns` runs. An exception is an empty answer."""
    spent = []
    answer = Answer()
    for _ in range(turns):
        start = time.process_time()
        try:
            answer = run(page)
        except Exception as error:  # noqa: BLE001  # a peer's failure is a result
            answer = Answer(note=repr(error))
        spent.append((time.process_time() - start) * 1000)
    return replace(answer, cpu_ms=statistics.median(spent))
