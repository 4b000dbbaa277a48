"""Measures how the cost of a page grows with its size: `python bench/hostile_pages.py`.

Each shape is a page that could be made to take long: many links, deep elements, giant scripts,
text without tags. It is read at one size and at twice that size: what is linear takes about twice
as long,
what is not, four times as long. Times are of the CPU, the least of several turns.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from bench.pages import NOW  # noqa: E402
from pipeline.extract import extract_article  # noqa: E402
from pipeline.memory import EMPTY  # noqa: E402
from pipeline.records import Page  # noqa: E402

FLOORS = ROOT / "bench" / "floors.json"
TURNS = 3
SLIGHT_MS = 20.0
"""What takes less at the larger size is not judged: it is nothing but noise."""

_PROSE = "<p>A paragraph that says something of a town and its people, long enough for prose.</p>"

_SENTENCE = "Paragraph {i} says something of a town and its people, long enough for prose."

_TWO_MARKS = "\u0301\u0316"
"""One above a letter and one below it, which are put in order."""


def _page(body: str, head: str = "") -> str:
    return (
        f"<!doctype html><html lang=en><head><title>Title of a page</title>{head}</head>"
        f"<body><h1>Title of a page</h1><article>{_PROSE * 6}{body}</article></body></html>"
    )


def _json_ld(text: str) -> str:
    return _page("", f'<script type="application/ld+json">{text}</script>')


def _many(form: str, number: int) -> str:
    return "".join(form.format(i=i) for i in range(number))


def _deep(tag: str, number: int, depth: int = 380) -> str:
    return (f"<{tag}>x" * depth + f"</{tag}>" * depth) * (number // depth)


SHAPES: dict[str, tuple[int, Callable[[int], str]]] = {
    "links": (10_000, lambda n: _page(_many('<a href="/a/{i}">Link {i}</a> ', n))),
    "paragraphs of tags": (
        3_000,
        lambda n: _page(_many('<p><a href="/tag/{i}" rel=tag>Link {i}</a></p>', n)),
    ),
    "cards": (
        1_000,
        lambda n: _page(_many('<div><h3><a href="/a/{i}">Story {i}</a></h3>text {i}</div>', n)),
    ),
    "breaks": (5_000, lambda n: _page("line of text<br>" * n)),
    "buttons in a paragraph": (
        500,
        lambda n: _page(
            f"<p>{_many(_SENTENCE + ' <a href=/a>Read more</a> ', n)}{_SENTENCE}</p>",
        ),
    ),
    "text without tags": (30_000, lambda n: "<title>Title</title>" + "word and more words. " * n),
    "inline text": (10_000, lambda n: _page("word and more words " * n)),
    "base64": (60_000, lambda n: _page("QUJD" * n + " xx")),
    "nested boxes": (8_000, lambda n: _page(_deep("div", n))),
    "nested spans": (8_000, lambda n: _page(_deep("span", n))),
    "nested too deep": (20_000, lambda n: _page("<div>" * n + "text" + "</div>" * n)),
    "rows": (2_000, lambda n: _page(f"<table>{_many('<tr><td>a{i}<td>b', n)}</table>")),
    "headings": (2_000, lambda n: _page(_many("<h2>Heading {i}</h2>", n))),
    "dates": (2_000, lambda n: _page(_many("<span class=date>1 May 2024</span> ", n))),
    "bylines": (2_000, lambda n: _page(_many("<p class=author>By Jane{i} Doe</p>", n))),
    "copyrights": (3_000, lambda n: _page(_many("<footer>© 2024 Owner {i}</footer>", n))),
    "metas": (10_000, lambda n: _page("", _many('<meta name="keywords" content="a{i}">', n))),
    "classes": (20_000, lambda n: _page(f'<div class="{_many("c{i}-x ", n)}">text</div>')),
    "style sheets": (
        2_000,
        lambda n: _page(
            _many('<p class="c{i}" id="d{i}">Words.</p>', n),
            _many("<style>.c{i},#d{i}{{display:none}}@@{{@</style>", n),
        ),
    ),
    "wide JSON-LD": (
        10_000,
        lambda n: _json_ld(
            json.dumps([{"@type": "NewsArticle", "@id": f"#{i}"} for i in range(n)])
        ),
    ),
    "deep JSON-LD": (100_000, lambda n: _json_ld('{"@type":"Thing","a":' * n + "1" + "}" * n)),
    "marks upon a letter": (
        20_000,
        lambda n: _page(f"<p>A letter amid the words of a paragraph: e{_TWO_MARKS * n}</p>"),
    ),
    "broken JSON-LD": (20_000, lambda n: _json_ld('{"@type":"Article","a":[' + '{"b" "c", ' * n)),
}
"""By name: the smaller size, and the page of a size."""


def cost_ms(source: str) -> float:
    """CPU milliseconds that a page takes."""
    page = Page("https://news.example/a", "https://news.example/a", source.encode(), NOW)
    spent = []
    for _ in range(TURNS):
        start = time.process_time()
        extract_article(page, EMPTY, NOW)
        spent.append((time.process_time() - start) * 1000)
    return min(spent)


def main() -> int:
    most = json.loads(FLOORS.read_text(encoding="utf-8"))["hostile-pages"]["most_by_doubling"]
    cost_ms(_page(""))
    bad = []
    for name, (size, shape) in SHAPES.items():
        less, more = cost_ms(shape(size)), cost_ms(shape(2 * size))
        print(
            f"{name:20} {size:7} {less:8.1f} ms   {2 * size:7} {more:8.1f} ms   {more / less:.1f}"
        )
        if more > SLIGHT_MS and more / less > most:
            bad.append(f"{name}: twice the size takes {more / less:.1f} times as long")
    print(*bad, sep="\n", file=sys.stderr)
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
