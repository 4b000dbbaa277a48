"""The demo site's pages as HTML and RSS, with all the furniture of a real news site.

The furniture is the point: menus, share bar, related posts, comments and their form, the sidebar
of other sections, a watermark that changes at each visit. None of it may reach the database.
"""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Iterable, Sequence
from datetime import datetime
from email.utils import format_datetime
from html import escape
from importlib.resources import files
from itertools import groupby
from string import Template

from demo.content import Passage, Section, Site, Story

PER_PAGE = 9
"""Articles on one listing page: three pages of the larger section, two of the smaller."""

FEED_ITEMS = 6


def _template(name: str) -> Template:
    return Template(files("demo").joinpath("templates", name).read_text("utf-8"))


_LAYOUT, _ARTICLE, _CARD = (_template(f"{name}.html") for name in ("layout", "article", "card"))
STYLE = files("demo").joinpath("templates", "style.css").read_text("utf-8")


def watermark(visit: int) -> str:
    """The mark that some sites print into each copy of an article: the reader's address in base64.

    The addresses are of the blocks kept for documentation (RFC 5737), one for each visit.
    """
    return b64encode(f"ip: 203.0.113.{visit % 254 + 1} ".encode()).decode("ascii")


def page_count(site: Site, section: Section) -> int:
    """How many listing pages a section has."""
    return -(-len(site.of(section)) // PER_PAGE)


def listing_page(site: Site, section: Section, number: int) -> str:
    """One page of a section's listing, `number` from 1, newest articles first."""
    words = site.words[section.language]
    stories = site.of(section)
    shown = stories[(number - 1) * PER_PAGE : number * PER_PAGE]
    cards = [_card(story, story.path, words) for story in shown]
    if number == 1:
        cards += [
            _card(story, section.path + story.second_path, words)
            for story in stories
            if story.second_path
        ]
    links = []
    if number > 1:
        back = section.path if number == 2 else f"{section.path}page/{number - 1}/"
        links.append(f'<a class="prev" rel="prev" href="{back}">{words["previous"]}</a>')
    if number < page_count(site, section):
        ahead = f"{section.path}page/{number + 1}/"
        links.append(f'<a class="next" rel="next" href="{ahead}">{words["next"]}</a>')
    main = (
        f'<h1 class="page-title">{section.name}</h1>\n{"".join(cards)}\n'
        f'<nav class="pagination">{" ".join(links)}</nav>'
    )
    feed = (
        f'<link rel="alternate" type="application/rss+xml" title="{section.name}"'
        f' href="{section.path}feed/">'
    )
    return _page(site, section.language, f"{section.name} - {words['site']}", feed, main, "archive")


def home_page(site: Site, language: str) -> str:
    """The front page of one language: the newest articles of every section."""
    words = site.words[language]
    stories = [story for story in site.stories if story.section.language == language][:8]
    cards = "".join(_card(story, story.path, words) for story in stories)
    return _page(site, language, words["site"], "", cards, "home")


def missing_page(site: Site, language: str) -> str:
    """The page that goes with status 404."""
    words = site.words[language]
    return _page(site, language, words["missing"], "", f"<h1>{words['missing']}</h1>", "error")


def article_page(site: Site, story: Story, origin: str, visit: int) -> str:
    """One article's page. `origin` is the site's scheme and host, `visit` counts its readers."""
    section = story.section
    words = site.words[section.language]
    url = origin + story.path
    main = _ARTICLE.substitute(
        {key: escape(value) for key, value in words.items()},
        section=section.name,
        section_path=section.path,
        title=escape(story.title),
        author=escape(story.author),
        author_path=f"{words['home_path']}author/",
        published=story.published.isoformat(),
        published_text=_day(story.published, words),
        url=escape(url),
        body=_body(story.passages),
        watermark=watermark(visit),
        tag_links=" ".join(
            f'<a rel="tag" href="/tag/{number}/">{escape(tag)}</a>'
            for number, tag in enumerate(story.tags, start=1)
        ),
        related_items=_links(_related(site, story)),
        comments=_comments(site, story),
    )
    head_title = f"{story.title} - {words['site']}"
    return _page(site, section.language, head_title, _head(story, url, words), main, "single-post")


def feed(site: Site, section: Section, origin: str) -> str:
    """The RSS feed of one section: its newest articles, with the first paragraph of each."""
    items = "".join(
        f"<item><title>{escape(story.title)}</title><link>{origin}{story.path}</link>"
        f"<guid>{origin}{story.path}</guid><dc:creator>{escape(story.author)}</dc:creator>"
        f"<pubDate>{format_datetime(story.published)}</pubDate>"
        f"<description>{escape(story.passages[0].text)}</description></item>\n"
        for story in site.of(section)[:FEED_ITEMS]
    )
    words = site.words[section.language]
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>\n'
        f"<title>{section.name} - {words['site']}</title><link>{origin}{section.path}</link>"
        f"<description>{section.name}</description><language>{section.language}</language>\n"
        f"{items}</channel></rss>\n"
    )


def _page(site: Site, language: str, title: str, head: str, main: str, body_class: str) -> str:
    words = site.words[language]
    sections = [section for section in site.sections if section.language == language]
    menu = "".join(f'<li><a href="{s.path}">{s.name}</a></li>' for s in sections)
    most_read = [story for story in site.stories if story.section.language == language][2::6]
    return _LAYOUT.substitute(
        {key: escape(value) for key, value in words.items()},
        language=language,
        direction="rtl" if language == "ar" else "ltr",
        head_title=escape(title),
        head=head,
        body_class=body_class,
        menu=menu,
        main=main,
        most_read_items=_links(most_read),
    )


def _head(story: Story, url: str, words: dict[str, str]) -> str:
    facts = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": story.title,
        "datePublished": story.published.isoformat(),
        "dateModified": (story.modified or story.published).isoformat(),
        "author": {"@type": "Person", "name": story.author},
        "articleSection": story.section.name,
        "inLanguage": story.section.language,
        "keywords": list(story.tags),
    }
    named = {
        "og:type": "article",
        "og:title": f"{story.title} - {words['site']}",
        "og:site_name": words["site"],
        "og:url": url,
        "og:description": story.description,
    }
    metas = "\n".join(
        f'<meta property="{name}" content="{escape(value)}">' for name, value in named.items()
    )
    return (
        f'<link rel="canonical" href="{escape(url)}">\n{metas}\n'
        f'<script type="application/ld+json">{json.dumps(facts, ensure_ascii=False)}</script>'
    )


def _body(passages: Sequence[Passage]) -> str:
    parts: list[str] = []
    for kind, group in groupby(passages, key=lambda passage: passage.kind):
        texts = [escape(passage.text, quote=False) for passage in group]
        match kind:
            case "heading":
                parts += [f"<h2>{text}</h2>" for text in texts]
            case "quote":
                parts += [f"<blockquote><p>{text}</p></blockquote>" for text in texts]
            case "item" | "step":
                tag = "ul" if kind == "item" else "ol"
                items = "".join(f"<li>{text}</li>" for text in texts)
                parts.append(f"<{tag}>{items}</{tag}>")
            case _:
                parts += [f"<p>{text}</p>" for text in texts]
    return "\n".join(parts)


def _card(story: Story, path: str, words: dict[str, str]) -> str:
    return _CARD.substitute(
        path=path,
        title=escape(story.title),
        author=escape(story.author),
        published=story.published.isoformat(),
        published_text=_day(story.published, words),
        excerpt=escape(story.description),
        read_more=words["read_more"],
    )


def _links(stories: Iterable[Story]) -> str:
    return "".join(
        f'<li><a href="{story.path}">{escape(story.title)}</a></li>' for story in stories
    )


def _related(site: Site, story: Story) -> list[Story]:
    others = [other for other in site.of(story.section) if other.path != story.path]
    start = len(story.title) % max(1, len(others) - 3)
    return others[start : start + 3]


def _comments(site: Site, story: Story) -> str:
    """No comments, or a few: a third of the articles have none."""
    words = site.words[story.section.language]
    pool = site.comments[story.section.language]
    chosen = pool[: len(story.title) % (len(pool) + 1)]
    if not chosen:
        return ""
    items = "".join(
        f'<li class="comment"><div class="comment-author"><b class="fn">{escape(c["name"])}</b>'
        f'</div><div class="comment-content"><p>{escape(c["text"])}</p></div>'
        f'<a class="comment-reply-link" href="#respond">{words["reply"]}</a></li>'
        for c in chosen
    )
    return (
        f'<h3 class="comments-title">{words["comments"]}</h3><ol class="comment-list">{items}</ol>'
    )


def _day(moment: datetime, words: dict[str, str]) -> str:
    return f"{moment.day} {words['months'].split()[moment.month - 1]} {moment.year}"
