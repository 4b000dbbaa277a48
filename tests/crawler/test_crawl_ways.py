"""A section that goes on where its script posts, and in the list of one of its parts."""

from __future__ import annotations

from urllib.parse import parse_qs

from crawl_desk import Desk
from misbehaviour import page
from news_content import Story, make_stories
from news_server import Answer, Asked, NewsServer

SCRIPT = """<button class="load-more">Load more</button><script>var page = 1;
$.post('/ajax/load.php', {action: 'load_posts', page: page}, function(html){show(html)})</script>"""


def items(stories: list[Story]) -> str:
    return "".join(f'<li><h3><a href="{s.path}">{s.title}</a></h3></li>' for s in stories)


def test_what_is_posted_and_parts_lead_on(desk: Desk) -> None:
    stories = make_stories(5, {"tech": 12})
    first, second, third, part = (stories[at : at + 3] for at in (0, 3, 6, 9))
    way = '<p class="breadcrumb"><a href="/">Home</a> › <a href="/tech/">Tech</a> › AI</p>'
    sub = '<div><h2><a href="/ai/">AI</a></h2><ul>%s</ul></div>'

    def more(asked: Asked) -> Answer:
        number = parse_qs(asked.body).get("page", ["1"])[0]
        return Answer(f"<ul>{items({'1': first, '2': second, '3': third}.get(number, []))}</ul>")

    with NewsServer() as server:
        server.routes |= {story.path: Answer(page(story)) for story in stories}
        server.routes["/tech/"] = Answer(
            f"<html><title>Tech</title><body><main><ul>{items(first)}</ul>"
            f"{sub % items(part[:2])}</main>{SCRIPT}</body></html>"
        )
        server.routes["/ajax/load.php"] = more
        server.routes["/ai/"] = Answer(f"<html><body>{way}<ul>{items(part)}</ul></body></html>")
        desk.watch("ways", server.url("/tech/"))
        desk.crawl("ways")
        assert {each["title"] for each in desk.articles()} == {story.title for story in stories}
        posted = [parse_qs(asked.body)["page"][0] for asked in server.log if asked.body]
        assert posted == ["1", "2", "3", "4"]
        server.forget()
        desk.crawl("ways")
        assert [path for path in server.asked() if path != "/robots.txt"] == ["/tech/", "/ai/"]


def test_what_a_feed_of_the_section_names_is_of_it(desk: Desk) -> None:
    stories = make_stories(5, {"tech": 6})
    links = "".join(f"<item><title>{s.title}</title><link>{s.path}</link></item>" for s in stories)
    with NewsServer() as server:
        server.routes |= {story.path: Answer(page(story)) for story in stories}
        server.routes["/tech/"] = Answer(
            f"<html><body><main><h1>Tech</h1><ul>{items(stories[:3])}</ul></main></body></html>"
        )
        server.routes["/tech.xml"] = Answer(f"<rss><channel>{links}</channel></rss>")
        feed = f'feeds = ["{server.url("/tech.xml")}"]'
        desk.watch("fed", server.url("/tech/"), more=feed)
        desk.crawl("fed")
    assert [each["section"] for each in desk.articles()] == ["Tech"] * 6


def test_what_leads_the_first_page_alone_is_of_the_section(desk: Desk) -> None:
    stories = make_stories(5, {"news": 18})
    leads, listed, popular = stories[:4], stories[4:14], stories[14:]
    side = f'<div class="sidebar popular"><h4>Popular</h4><ul>{items(popular)}</ul></div>'
    grid = "".join(f'<div><h3><a href="{s.path}">{s.title}</a></h3></div>' for s in leads)
    end = f'<a href="/tech/?page=1">1</a> <a href="/tech/?page=2">2</a></main>{side}</body></html>'
    with NewsServer() as server:
        server.routes |= {s.path: Answer(page(s)) for s in stories}
        list_of = "<html><body>%s<main><h1>Tech</h1><ul>%s</ul>" + end
        server.routes["/tech/"] = Answer(
            list_of % (f'<div class="grid">{grid}</div>', items(listed[:6]))
        )
        server.routes["/tech/?page=2"] = Answer(list_of % ("", items(listed[6:])))
        desk.watch("led", server.url("/tech/"))
        desk.crawl("led")
    assert {each["title"] for each in desk.articles()} == {s.title for s in stories[:14]}


def test_an_article_that_a_home_page_calls_its_next_stays_one(desk: Desk) -> None:
    stories = make_stories(5, {"notes": 6})
    links = "".join(f"<item><title>{s.title}</title><link>{s.path}</link></item>" for s in stories)
    with NewsServer() as server:
        server.routes |= {story.path: Answer(page(story)) for story in stories}
        server.routes["/"] = Answer(
            "<html><head><link rel=alternate href=/all.xml type=application/rss+xml></head><body>"
            f'<main><h1>Welcome</h1><a rel="next" href="{stories[2].path}">Next</a></main></body>'
        )
        server.routes["/all.xml"] = Answer(f"<rss><channel>{links}</channel></rss>")
        desk.watch("chain", server.url("/"), more=f'feeds = ["{server.url("/all.xml")}"]')
        desk.crawl("chain")
    assert {each["title"] for each in desk.articles()} == {story.title for story in stories}
