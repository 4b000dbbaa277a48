"""`rasid sources --check` on sources of every kind: by their own files, as a crawl visits them."""

from __future__ import annotations

import json
from pathlib import Path

import prepared
import pytest
from news_content import make_stories
from news_server import Answer, NewsServer

STORIES = make_stories(97, {"tech": 3})
LINKS = "".join(f"<li><h2><a href='{one.path}'>{one.title}</a></h2></li>" for one in STORIES)
ITEMS = "".join(
    f"<item><title>{one.title}</title><link>{one.path}</link></item>" for one in STORIES
)
FILES = {
    "feed": 'feeds = ["{0}/feed"]',
    "index": 'sitemaps = ["{0}/index.xml"]',
    "home": 'section = "{0}/"',
    "chosen": 'section = "{0}/odd"\n[links]\narticle = "b[role] > a"',
    "empty": 'feeds = ["{0}/empty"]',
}


def page(title: str, paragraphs: tuple[str, ...]) -> Answer:
    text = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    return Answer(f"<html><title>{title}</title><article><h1>{title}</h1>{text}</article></html>")


@pytest.fixture
def checked(tmp_path: Path) -> dict[str, dict[str, object]]:
    with NewsServer() as server:
        odd = "".join(f"<b role=x><a href='{one.path}'>Read it</a></b>" for one in STORIES)
        addresses = "".join(f"<url><loc>{server.url(one.path)}</loc></url>" for one in STORIES)
        index = f"<sitemapindex><sitemap><loc>{server.url('/a.xml')}</loc></sitemap></sitemapindex>"
        server.routes |= {
            "/feed": Answer(f"<rss><channel>{ITEMS}</channel></rss>", content_type="text/xml"),
            "/empty": Answer("<rss><channel></channel></rss>", content_type="text/xml"),
            "/index.xml": Answer(index, content_type="text/xml"),
            "/a.xml": Answer(f"<urlset>{addresses}</urlset>", content_type="text/xml"),
            "/": Answer(f"<html><title>N</title><main><h1>N</h1><ul>{LINKS}</ul></main></html>"),
            "/odd": Answer(f"<html><title>O</title><main><h1>O</h1>{odd}</main></html>"),
        }
        for one in STORIES:
            server.routes[one.path] = page(one.title, one.paragraphs)
        (tmp_path / "sources").mkdir()
        for name, text in FILES.items():
            own = f'private_hosts = ["{server.host}"]\n{text.format(server.url(""))}\n'
            (tmp_path / "sources" / f"{name}.toml").write_text(own)
        words = ["--contact", "me@example.org", "sources", "--check", "--json"]
        process = prepared.start("cli.main", words, tmp_path)
        said, _ = process.communicate(120)
    assert process.returncode == 1
    return {check["source"]: check for check in json.loads(said)["sources"]}


def test_sources_are_looked_at_by_their_own_files(checked: dict[str, dict[str, object]]) -> None:
    found = {name: (check["ok"], check["listed"], check["read"]) for name, check in checked.items()}
    assert found.pop("empty") == (False, 0, 0)
    assert found == dict.fromkeys(("chosen", "feed", "home", "index"), (True, 3, 3))
    assert checked["empty"]["problem"] == "no articles listed"
