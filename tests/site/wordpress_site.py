"""An Arabic news site as WordPress themes render them: sections in pages, a feed, articles with a
comment form, a share bar, related posts, a sidebar of other sections, and a watermark in the
content that is another at each visit."""

from __future__ import annotations

import base64
import itertools
from collections.abc import Sequence
from html import escape
from math import ceil

from news_content import SECTIONS, Story
from news_server import Answer, Asked, NewsServer

PER_PAGE = 6


class WordPressSite(NewsServer):
    """Serves stories. `stories` may be changed between two visits."""

    def __init__(self, stories: Sequence[Story], *, feed: bool = True) -> None:
        super().__init__()
        self.stories = list(stories)
        self.feed = feed
        self.visits = itertools.count(1)
        self.fallback = self._page

    def of(self, section: str) -> list[Story]:
        return [story for story in self.stories if story.section == section]

    def _page(self, asked: Asked) -> Answer | None:
        for story in self.stories:
            if asked.path == story.path:
                return Answer(self.article(story))
        parts = asked.path.strip("/").split("/")
        if len(parts) >= 2 and parts[0] == "category" and parts[1] in SECTIONS:
            if parts[2:] == ["feed"] and self.feed:
                return Answer(self.rss(parts[1]), content_type="application/rss+xml")
            if not parts[2:]:
                return self.section(parts[1], 1)
            if parts[2] == "page" and parts[3].isdigit():
                return self.section(parts[1], int(parts[3]))
        return Answer(self._frame("الرئيسية", "<p>أهلًا</p>")) if asked.path == "/" else None

    def section(self, section: str, page: int) -> Answer | None:
        stories = self.of(section)
        pages = ceil(len(stories) / PER_PAGE)
        if not 1 <= page <= max(pages, 1):
            return None
        cards = "".join(
            f'<article class="post"><h2 class="entry-title"><a href="{story.path}">'
            f"{escape(story.title)}</a></h2><time datetime={story.published.isoformat()}>"
            f"{story.published:%d/%m/%Y}</time><div class=entry-summary><p>"
            f'{escape(story.paragraphs[0][:90])}… <a class="more-link" href="{story.path}">'
            "اقرأ المزيد</a></p></div></article>"
            for story in stories[(page - 1) * PER_PAGE : page * PER_PAGE]
        )
        numbers = "".join(
            f'<a class="page-numbers" href="/category/{section}/page/{n}/">{n}</a>'
            for n in range(1, pages + 1)
            if n != page
        )
        more = (
            f'<a class="next page-numbers" href="/category/{section}/page/{page + 1}/">التالي</a>'
            if page < pages
            else ""
        )
        feed = (
            f'<link rel="alternate" type="application/rss+xml" href="/category/{section}/feed/">'
            if self.feed
            else ""
        )
        body = (
            f'<header class="page-header"><h1>{SECTIONS[section]}</h1></header>{cards}'
            f'<nav class="navigation pagination">{numbers}{more}</nav>'
        )
        return Answer(self._frame(SECTIONS[section], body, feed))

    def rss(self, section: str) -> str:
        items = "".join(
            f"<item><title>{escape(story.title)}</title><link>{self.url(story.path)}</link>"
            f"<category>{SECTIONS[section]}</category>"
            f"<pubDate>{story.published:%a, %d %b %Y %H:%M:%S %z}</pubDate></item>"
            for story in self.of(section)[:PER_PAGE]
        )
        return (
            '<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel>'
            f"<title>{SECTIONS[section]}</title><link>{self.url(f'/category/{section}/')}</link>"
            f"{items}</channel></rss>"
        )

    def article(self, story: Story) -> str:
        watermark = base64.b64encode(f"ip: 185.244.36.{next(self.visits) % 250} ".encode()).decode()
        paragraphs = "".join(f"<p>{escape(text)}</p>" for text in story.paragraphs)
        related = "".join(
            f'<li><a href="{other.path}">{escape(other.title)}</a></li>'
            for other in self.of(story.section)[:3]
            if other is not story
        )
        head = (
            f'<link rel="canonical" href="{self.url(story.path)}">'
            f'<meta property="og:title" content="{escape(story.title)} - راصد نيوز">'
            '<meta property="og:type" content="article">'
            f'<meta property="article:published_time" content="{story.published.isoformat()}">'
            f'<meta property="article:section" content="{SECTIONS[story.section]}">'
        )
        body = f"""
<article class="post type-post category-{story.section}">
<header class="entry-header"><span class="cat-links"><a rel="category tag"
href="/category/{story.section}/">{SECTIONS[story.section]}</a></span>
<h1 class="entry-title">{escape(story.title)}</h1>
<span class="byline"><a rel="author" href="/author/x/">{escape(story.author)}</a></span>
<time class="entry-date" datetime="{story.published.isoformat()}">{story.published:%d/%m/%Y}</time>
</header>
<div class="entry-content">{paragraphs}<p>{watermark}</p>
<div class="sharedaddy"><h3>شارك هذا الموضوع:</h3><ul><li>فيسبوك</li><li>إكس</li></ul></div>
</div></article>
<section class="related-posts"><h3>مقالات ذات صلة</h3><ul>{related}</ul></section>
<div id="respond" class="comment-respond"><h3>اترك تعليقاً</h3><form><p>لن يتم نشر عنوان بريدك
الإلكتروني. الحقول الإلزامية مشار إليها بـ *</p><textarea></textarea></form></div>
<a href="#top">العودة إلى الأعلى</a>"""
        return self._frame(story.title, body, head)

    def _frame(self, title: str, body: str, head: str = "") -> str:
        menu = "".join(
            f'<li><a href="/category/{key}/">{name}</a></li>' for key, name in SECTIONS.items()
        )
        others = "".join(
            f'<li><a href="{story.path}">{escape(story.title)}</a></li>'
            for section in ("sport", "economy")
            for story in self.of(section)[:4]
        )
        return (
            f'<!DOCTYPE html><html dir="rtl" lang="ar"><head><meta charset="utf-8">'
            f"<title>{escape(title)} - راصد نيوز</title>{head}</head><body>"
            f'<header class="site-header"><a href="/">راصد نيوز</a><nav><ul>{menu}</ul></nav>'
            f'</header><div id="content"><main id="main">{body}</main>'
            f'<aside class="sidebar"><h3>الأكثر قراءة</h3><ul>{others}</ul></aside></div>'
            '<footer class="site-footer"><p>جميع الحقوق محفوظة © 2026</p></footer></body></html>'
        )
