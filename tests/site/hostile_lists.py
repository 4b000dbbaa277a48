"""Feeds and sitemaps that mean harm or are broken: what each answers, and what it may yield.

`{story}` names the one article that a row lists where it can be read at all: a row that says
`yields` must lead to it.
"""

from __future__ import annotations

import gzip
from collections.abc import Callable
from dataclasses import dataclass

from news_content import Story, make_stories
from news_server import Answer

Make = Callable[[str, str], Answer]
"""Of the story's URL and the canary's host:port."""


@dataclass(frozen=True)
class ListRow:
    """One listing, by name; `yields` is True where its story must be stored."""

    name: str
    make: Make
    yields: bool = False
    sitemap: bool = False

    @property
    def path(self) -> str:
        return f"/lists/{self.name}"


def _rss(item: str, before: str = "", kind: str = "application/rss+xml") -> Make:
    def make(url: str, canary: str) -> Answer:
        text = item.replace("{story}", url).replace("{canary}", canary)
        head = before.replace("{canary}", canary)
        return Answer(
            f'<?xml version="1.0" encoding="UTF-8"?>{head}<rss version="2.0"><channel><title>x'
            f"</title>{text}</channel></rss>",
            content_type=kind,
        )

    return make


def _sitemap(text: str) -> Make:
    return lambda url, canary: Answer(
        '<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'
        f"{text.replace('{story}', url).replace('{canary}', canary)}</urlset>",
        content_type="application/xml",
    )


def _plain(text: str, kind: str = "application/xml") -> Make:
    return lambda url, canary: Answer(
        text.replace("{story}", url).replace("{canary}", canary), content_type=kind
    )


ITEM = "<item><title>t</title><link>{story}</link></item>"
LAUGHS = (
    '<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">'
    + "".join(f'<!ENTITY {chr(n + 1)} "{f"&{chr(n)};" * 10}">' for n in range(ord("b"), ord("j")))
    + "]>"
)
ENTRY = "<url><loc>{story}</loc></url>"
OTHERS = "".join(f"<url><loc>http://[::1]:{n}/a</loc></url>" for n in range(1, 400))

FEEDS = (
    ListRow("good", _rss(ITEM), yields=True),
    ListRow("laughs", _rss(f"<item><title>&j;</title></item>{ITEM}", LAUGHS)),
    ListRow("outside-entity", _rss(
        f"<item><title>&e;</title></item>{ITEM}",
        '<!DOCTYPE r [<!ENTITY e SYSTEM "http://{canary}/entity">]>')),
    ListRow("file-entity", _rss(
        f"<item><title>&e;</title></item>{ITEM}",
        '<!DOCTYPE r [<!ENTITY e SYSTEM "file:///etc/passwd">]>')),
    ListRow("outside-dtd", _rss(ITEM, '<!DOCTYPE r SYSTEM "http://{canary}/x.dtd">'), yields=True),
    ListRow("parameter-entity", _rss(
        ITEM, '<!DOCTYPE r [<!ENTITY % p SYSTEM "http://{canary}/p.dtd"> %p;]>')),
    ListRow("stylesheet", _rss(
        ITEM, '<?xml-stylesheet type="text/xsl" href="http://{canary}/s.xsl"?>'), yields=True),
    ListRow("include", _rss('<x:include xmlns:x="http://www.w3.org/2001/XInclude" '
                            f'href="http://{{canary}}/i"/>{ITEM}'), yields=True),
    ListRow("broken", _plain("<rss><channel><item><link>{story}</link><title>a & b</item>",
                             "application/rss+xml")),
    ListRow("as-text", _rss(ITEM, kind="text/plain"), yields=True),
    ListRow("as-html", _rss(ITEM, kind="text/html"), yields=True),
    ListRow("complaint-before", _plain(
        "<br />\n<b>Warning</b>: Undefined index in <b>/srv/feed.php</b> on line 3<br />\n"
        f'<?xml version="1.0"?><rss version="2.0"><channel>{ITEM}</channel></rss>',
        "application/rss+xml"), yields=True),
    ListRow("empty", _plain("", "application/rss+xml")),
    ListRow("page-in-place", _plain("<html><body><h1>no feed</h1></body></html>", "text/html")),
    ListRow("json", _plain('{"version": "https://jsonfeed.org/version/1.1", "items": '
                           '[{"id": "1", "url": "{story}", "title": "t"}]}',
                           "application/feed+json"), yields=True),
    ListRow("json-deep", _plain("[" * 60_000, "application/json")),
    ListRow("json-of-other-kinds", _plain('{"version": "https://jsonfeed.org/version/1", '
                                          '"items": [1, null, [], {"url": 7}]}',
                                          "application/feed+json")),
    ListRow("deep", _plain("<rss><channel>" + "<a>" * 60_000, "application/rss+xml")),
    ListRow("long-text", _rss(f"<description>{'x' * 3_000_000}</description>{ITEM}")),
    ListRow("other-places", _rss("<item><link>http://169.254.169.254/a</link></item>"
                                 "<item><link>http://{canary}/2026/x</link></item>"
                                 "<item><link>file:///etc/passwd</link></item>" + ITEM),
            yields=True),
    ListRow("the-section-itself", _rss("<item><title>t</title><link>/tech/</link></item>" + ITEM),
            yields=True),
    ListRow("many-items", _rss("".join(
        f"<item><link>http://{{canary}}/{n}</link></item>" for n in range(30_000)) + ITEM)),
    ListRow("moved-away", lambda url, canary: Answer(
        status=302, headers={"Location": f"http://{canary}/feed"})),
    ListRow("refused", lambda url, canary: Answer("no", 403)),
    ListRow("cut-off", lambda url, canary: Answer(
        raw=b"HTTP/1.1 200 OK\r\nContent-Type: application/rss+xml\r\n"
        b"Content-Length: 9000\r\n\r\n<rss>")),
    ListRow("bomb", lambda url, canary: Answer(
        gzip.compress(b"<rss>" + b" " * 60_000_000), content_type="application/rss+xml")),
)  # fmt: skip
SITEMAPS = tuple(
    ListRow(f"map-{name}", make, yields, sitemap=True)
    for name, make, yields in (
        ("good", _sitemap(ENTRY), True),
        ("gzip", lambda url, canary: Answer(
            gzip.compress(str(_sitemap(ENTRY)(url, canary).body).encode()),
            content_type="application/gzip"), True),
        ("text", _plain("{story}\n", "text/plain"), True),
        ("laughs", _plain(LAUGHS + f"<urlset><url><loc>&j;</loc></url>{ENTRY}</urlset>"), False),
        ("outside-entity", _plain('<!DOCTYPE u [<!ENTITY e SYSTEM "http://{canary}/e">]><urlset>'
                                  f"<url><loc>&e;</loc></url>{ENTRY}</urlset>"), False),
        ("of-itself", _plain("<sitemapindex><sitemap><loc>/lists/map-of-itself</loc></sitemap>"
                             "<sitemap><loc>http://{canary}/s.xml</loc></sitemap>"
                             "</sitemapindex>"), False),
        ("other-places", _sitemap(OTHERS + ENTRY), True),
        ("bomb", lambda url, canary: Answer(
            gzip.compress(b"<urlset>" + b"<url><loc>http://x/</loc></url>" * 1_500_000),
            content_type="application/gzip"), False),
        ("50000", _sitemap("".join(
            f"<url><loc>/elsewhere/{n}</loc></url>" for n in range(50_000)) + ENTRY), False),
        ("no-dates", _sitemap("<url><loc>{story}</loc><lastmod>9999-99-99</lastmod></url>"), True),
        ("deep", _plain("<urlset>" + "<a>" * 60_000), False),
    )
)  # fmt: skip
ROWS = (*FEEDS, *SITEMAPS)


def list_stories() -> dict[str, Story]:
    """One story for each listing, by name."""
    return dict(zip((row.name for row in ROWS), make_stories(37, {"tech": len(ROWS)}), strict=True))


def source_lines(root: str) -> str:
    """The lines of a source file that name all these listings."""
    feeds = ", ".join(f'"{root}{row.path}"' for row in FEEDS)
    maps = ", ".join(f'"{root}{row.path}"' for row in SITEMAPS)
    return f"feeds = [{feeds}]\nsitemaps = [{maps}]\n"
