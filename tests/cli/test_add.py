"""`rasid add` against a real local site: what it asks, what it writes, how it ends."""

from __future__ import annotations

import json
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import prepared
import pytest
from misbehaviour import page
from news_content import make_stories
from news_server import Answer, NewsServer

from crawler.sources import load_sources
from demo.content import load_site
from demo.server import DemoSite, serve
from pipeline.urls import host_port

LIMIT_S = 180.0


@pytest.fixture
def site() -> Iterator[DemoSite]:
    with serve(load_site()) as running:
        yield running


def add(
    folder: Path, site: DemoSite | NewsServer, url: str, *words: str, say: str = ""
) -> subprocess.CompletedProcess[str]:
    process = prepared.start("cli.main", arguments(url, *words), folder, say=say)
    said = process.communicate(LIMIT_S)
    assert process.returncode is not None
    return subprocess.CompletedProcess(url, process.returncode, *said)


def arguments(url: str, *words: str) -> list[str]:
    return [
        "--contact", "me@example.org", "add", url, "--private-host", host_port(url), *words,
    ]  # fmt: skip


def test_writes_a_source_that_can_be_loaded(tmp_path: Path, site: DemoSite) -> None:
    """By processes that load all themselves; the other tests are of copies of one that has it."""
    url = site.section_url("en-technology")
    done = subprocess.run(
        [sys.executable, "-m", "cli.main", *arguments(url, "--yes", "--id", "tech")],
        cwd=tmp_path, capture_output=True, text=True, check=False, timeout=LIMIT_S,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    (source,) = load_sources(tmp_path / "sources")
    assert (source.id, source.section, source.language) == ("tech", url, "en")
    assert source.private_hosts == {host_port(site.origin)}
    assert "articles listed" in done.stdout


def test_a_host_that_refuses_connections_is_told_as_such(tmp_path: Path, site: DemoSite) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{taken.getsockname()[1]}/tech"
        done = add(tmp_path, site, url, "--yes")
    assert done.returncode == 2
    assert "cannot be reached: Connection was refused" in done.stderr
    assert "robots" not in done.stderr


MENU = '<nav><a href="/tech/">Technology</a> <a href="/sport/">Sport</a></nav>'
BESIDE = "".join(
    f'<li><a href="/sport/{n}">The long story number {n} of sport</a></li>' for n in range(4)
)


@pytest.mark.parametrize(
    ("main", "told"),
    [
        ("<h1>Gardens</h1>", "no article of its own is listed there"),
        ("<h1>About us</h1>" + 4 * f"<p>{20 * 'We write on what matters here. '}</p>",
         "a page of text that lists no article"),
    ],
    ids=["empty", "text"],
)  # fmt: skip
def test_a_page_without_articles_says_what_it_is(tmp_path: Path, main: str, told: str) -> None:
    html = f"<html lang=en><title>News</title>{MENU}<main>{main}</main><aside>{BESIDE}</aside>"
    with NewsServer({"/page/": Answer(html)}) as server:
        url = server.url("/page/")
        done = add(tmp_path, server, url, "--yes")
        tech = server.url("/tech/")
    assert done.returncode == 2
    assert f"{url}: {told}" in done.stderr
    assert f"give one of: Technology {tech}" in done.stderr


def test_a_page_built_by_scripts_whose_articles_a_feed_of_the_site_names(tmp_path: Path) -> None:
    stories = make_stories(8, {"tech": 3})
    of_section = '<meta property="article:section" content="تقنية">'
    with NewsServer({s.path: Answer(page(s, head=of_section)) for s in stories}) as server:
        items = "".join(
            f"<item><title>{s.title}</title><link>{server.url(s.path)}</link></item>"
            for s in stories
        )
        feed = f'<rss version="2.0"><channel><title>الموقع</title>{items}</channel></rss>'
        link = '<link rel="alternate" type="application/rss+xml" href="/rss">'
        html = f"<html lang=ar><title>تقنية</title>{link}<main><h1>تقنية</h1></main>"
        server.routes |= {
            "/topics/t/": Answer(html), "/rss": Answer(feed, content_type="application/rss+xml"),
        }  # fmt: skip
        done = add(tmp_path, server, server.url("/topics/t/"), "--yes", "--id", "tech")
        told = f"the page itself lists no article; these are named by {server.url('/rss')};"
    assert done.returncode == 0, done.stderr
    assert told in done.stderr
    assert "--render" in done.stderr
    (source,) = load_sources(tmp_path / "sources")
    assert source.section
    assert source.feeds == ()


def test_nothing_is_written_without_consent(tmp_path: Path, site: DemoSite) -> None:
    done = add(tmp_path, site, site.section_url("en-technology"), say="n\n")
    assert done.returncode == 130
    assert not (tmp_path / "sources").exists()


def test_a_name_that_cannot_be_is_refused_before_anything_is_asked(
    tmp_path: Path, site: DemoSite
) -> None:
    url = site.section_url("en-technology")
    (tmp_path / "sources").mkdir()
    (tmp_path / "sources" / "tech.toml").write_text("")
    for name, said in (("tech", "is there already"), ("A name", "cannot be a source's id")):
        done = add(tmp_path, site, url, "--yes", "--id", name)
        assert done.returncode == 2
        assert said in done.stderr
        assert "looking at" not in done.stderr


def test_no_browser_is_advised_for_a_page_that_is_not_there(tmp_path: Path, site: DemoSite) -> None:
    done = add(tmp_path, site, f"{site.origin}/no-such-section/", "--yes")
    assert done.returncode == 2
    assert "HTTP 404" in done.stderr
    assert "--render" not in done.stderr


def test_a_home_page_lets_the_person_choose(tmp_path: Path, site: DemoSite) -> None:
    done = add(tmp_path, site, f"{site.origin}/", say="99\n2\ny\n")
    assert done.returncode == 0, done.stderr
    assert "the whole site" in done.stdout
    assert done.stderr.count("Which section") == 2
    (source,) = load_sources(tmp_path / "sources")
    assert source.section == site.section_url("economy")


def test_a_home_page_may_be_watched_whole(tmp_path: Path, site: DemoSite) -> None:
    done = add(tmp_path, site, f"{site.origin}/", "--whole-site", "--yes", "--id", "all")
    assert done.returncode == 0, done.stderr
    (source,) = load_sources(tmp_path / "sources")
    assert source.section == f"{site.origin}/"


def test_a_home_page_that_names_no_section_is_said_to_be_watched_whole(tmp_path: Path) -> None:
    stories = make_stories(5, {"tech": 6})
    items = "".join(f'<li><h3><a href="{s.path}">{s.title}</a></h3></li>' for s in stories)
    with NewsServer() as server:
        server.routes |= {story.path: Answer(page(story)) for story in stories}
        server.routes["/"] = Answer(
            f"<html lang=en><title>The Gazette</title><body><main><ul>{items}</ul></main></html>"
        )
        done = add(tmp_path, server, server.url("/"), "--yes")
    assert done.returncode == 0, done.stderr
    assert "names no sections: this is the whole site" in " ".join(done.stderr.split())


def test_a_blogs_own_list_is_watched_and_a_papers_home_page_is_not(tmp_path: Path) -> None:
    stories = make_stories(5, {"tech": 6})
    items = "".join(f'<li><h3><a href="{s.path}">{s.title}</a></h3></li>' for s in stories)
    html = (
        '<html lang=en><title>The Shed</title><body><nav><a href="/categories/">Categories</a>'
        '<a href="/archives/">Archive</a><a href="/categories/{0}/">{0}</a></nav>'
        f"<main><ul>{items}</ul></main></html>"
    )
    with NewsServer() as server:
        server.routes |= {story.path: Answer(page(story)) for story in stories}
        server.routes["/"] = Answer(html.format("Sport"))
        refused = add(tmp_path, server, server.url("/"), "--yes")
        server.routes["/"] = Answer(html.format("Boats"))
        done = add(tmp_path, server, server.url("/"), "--yes")
    assert refused.returncode == 2
    assert f"give one of: Sport {server.url('/categories/Sport/')}; or" in refused.stderr
    assert done.returncode == 0, done.stderr
    told = " ".join(done.stderr.split())
    assert "names no section of technology: this is the whole site" in told
    (source,) = load_sources(tmp_path / "sources")
    assert source.section == server.url("/")


def test_a_section_that_leads_back_to_the_home_page_is_told(tmp_path: Path) -> None:
    links = "".join(f'<li><a href="/{name}/">{name}</a></li>' for name in ("Technology", "Sport"))
    home = f"<html lang=en><title>News</title><nav><ul>{links}</ul></nav><h1>News</h1></html>"
    with NewsServer({"/": Answer(home)}) as server:
        server.routes["/Technology/"] = Answer(status=301, headers={"Location": "/"})
        done = add(tmp_path, server, server.url("/Technology/"), "--yes")
        told = f"{server.url('/Technology/')}: leads to the home page, {server.url('/')}; "
        assert done.returncode == 2
        assert told in done.stderr
        assert server.url("/Sport/") in done.stderr
    assert not (tmp_path / "sources").exists()


def test_says_where_a_list_without_further_pages_goes_on(tmp_path: Path) -> None:
    stories = make_stories(5, {"tech": 4})
    items = "".join(f'<li><h3><a href="{s.path}">{s.title}</a></h3></li>' for s in stories)
    script = "$.post('/ajax/load.php', {action: 'load_posts', page: page}, show)"
    more = f'<button class="load-more">Load more</button><script>var page = 1; {script}</script>'
    with NewsServer() as server:
        server.routes |= {story.path: Answer(page(story)) for story in stories}
        server.routes["/tech/"] = Answer(
            f"<html lang=en><title>Tech</title><body><main><ul>{items}</ul></main>{more}</html>"
        )
        done = add(tmp_path, server, server.url("/tech/"), "--yes")
        assert server.url("/ajax/load.php") in "".join(done.stdout.split())


def test_what_is_there_stays(tmp_path: Path, site: DemoSite) -> None:
    (tmp_path / "sources").mkdir()
    file = tmp_path / "sources" / "tech.toml"
    file.write_text('section = "https://example.org/tech"\n')
    done = add(tmp_path, site, site.section_url("en-technology"), "--yes", "--id", "tech")
    assert done.returncode == 2
    assert "--id" in done.stderr
    assert "example.org" in file.read_text()


def test_json_names_the_file_and_the_articles(tmp_path: Path, site: DemoSite) -> None:
    done = add(tmp_path, site, site.section_url("technology"), "--json", "--id", "ar")
    told = json.loads(done.stdout)
    assert told["source"] == "ar"
    assert told["language"] == "ar"
    assert len(told["articles"]) == 3
    assert all(article["title"] and article["text"] for article in told["articles"])


def test_no_address_is_a_wrong_request(tmp_path: Path, site: DemoSite) -> None:
    done = add(tmp_path, site, "ftp://example.org/", "--yes")
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1


def test_a_feed_and_a_sitemap_are_watched_by_themselves_and_an_article_is_told(
    tmp_path: Path,
) -> None:
    stories = make_stories(5, {"tech": 6})
    items = "".join(f'<li><h3><a href="{s.path}">{s.title}</a></h3></li>' for s in stories)
    feed = "".join(f"<item><title>{s.title}</title><link>{s.path}</link></item>" for s in stories)
    with NewsServer() as server:
        server.routes |= {story.path: Answer(page(story)) for story in stories}
        server.routes["/tech/"] = Answer(
            f"<html lang=en><title>Tech</title><body><main><ul>{items}</ul></main></html>"
        )
        server.routes["/tech/feed"] = Answer(
            f'<rss version="2.0"><channel><title>Tech</title>{feed}</channel></rss>',
            headers={"Content-Type": "application/rss+xml"},
        )
        done = add(tmp_path, server, server.url(stories[0].path), "--yes")
        assert done.returncode == 2
        assert f"an article, «{stories[0].title}»" in done.stderr
        assert not (tmp_path / "sources").exists()
        done = add(tmp_path, server, server.url("/tech/feed"), "--yes", "--id", "by-feed")
        assert done.returncode == 0
        assert "a feed is watched by itself" in done.stderr
        server.routes["/map.xml"] = Answer(
            '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'
            + "".join(f"<url><loc>{server.url(s.path)}</loc></url>" for s in stories)
            + "</urlset>",
            headers={"Content-Type": "application/xml"},
        )
        done = add(tmp_path, server, server.url("/map.xml"), "--yes", "--id", "by-map")
        assert done.returncode == 0
        posts = [{"id": n, "link": server.url(s.path), "title": {"rendered": s.title},
                  "date_gmt": "2026-11-25T09:00:00", "categories": [5]}
                 for n, s in enumerate(stories)]  # fmt: skip
        given = Answer(json.dumps(posts), content_type="application/json")
        server.fallback = lambda asked: given if asked.path.startswith("/wp-json/") else None
        address = server.url("/wp-json/wp/v2/posts?categories=5")
        assert add(tmp_path, server, address, "--yes", "--id", "by-posts").returncode == 0
        again = add(tmp_path, server, server.url("/tech/feed"), "--yes", "--id", "again")
        assert f"by-feed watches {server.url('/tech/feed')} already" in again.stderr
        assert "by-map" not in again.stderr
    sources = {source.id: source for source in load_sources(tmp_path / "sources")}
    by_feed, by_map = sources["by-feed"], sources["by-map"]
    assert (by_feed.name, by_feed.feeds) == ("Tech", (server.url("/tech/feed"),))
    assert by_map.sitemaps == (server.url("/map.xml"),)
    assert sources["by-posts"].wordpress == (address,)
    assert by_feed.section is by_map.section is sources["by-posts"].section is None


def test_addresses_are_shown_as_they_are_read(tmp_path: Path) -> None:
    stories = make_stories(5, {"tech": 4})
    items = "".join(f'<li><h3><a href="{s.path}">{s.title}</a></h3></li>' for s in stories)
    section = f"/{quote('تقنية')}/"
    with NewsServer() as server:
        server.routes |= {story.path: Answer(page(story)) for story in stories}
        server.routes["/تقنية/"] = Answer(
            f"<html lang=en><title>Tech</title><body><main><ul>{items}</ul></main></html>"
        )
        done = add(tmp_path, server, server.url(section), "--yes", "--id", "tech")
        gone = add(tmp_path, server, server.url(f"{section}x"), "--yes", "--id", "gone")
    assert done.returncode == 0
    assert f"looking at {server.url('/تقنية/')}" in done.stderr
    assert f"{server.url('/تقنية/')} · " in done.stdout
    assert f"{server.url('/تقنية/x')}: cannot be looked at" in gone.stderr
    assert [each.section for each in load_sources(tmp_path / "sources")] == [server.url(section)]


def test_a_section_that_is_watched_already_is_told(tmp_path: Path, site: DemoSite) -> None:
    url = site.section_url("en-technology")
    assert add(tmp_path, site, url, "--yes", "--id", "tech").returncode == 0
    again = add(tmp_path, site, url, "--yes", "--id", "again")
    assert again.returncode == 0
    assert f"tech watches {url} already" in again.stderr
