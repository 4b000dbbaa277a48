"""A news site whose pages are empty until a browser has run their scripts.

The section's list, its pagination and each article's text are data that scripts ask for. The
pages also do what such pages do: ask for pictures, send a beacon, and reach for other hosts.
"""

from __future__ import annotations

import json
from collections.abc import Sequence

from news_content import Story
from news_server import Answer, Asked, NewsServer

SECTION = "/tech"
PER_PAGE = 4

SHELL = """<!DOCTYPE html><html lang="ar" dir="rtl"><head><meta charset="utf-8">
<title>موقع</title><link rel="stylesheet" href="/style.css"></head>
<body><div id="app"></div><img src="/picture.png"><script src="/app.js"></script></body></html>"""

APP = """
const app = document.getElementById('app');
const element = (name, text) => {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
};
async function data(url) { return (await fetch(url)).json(); }
async function section() {
  const number = new URLSearchParams(location.search).get('page') || '1';
  const list = await data('/api/list?page=' + number);
  const main = document.createElement('main');
  main.append(element('h1', 'تقنية'));
  for (const story of list.stories) {
    const card = document.createElement('article');
    const link = element('a', story.title);
    link.href = story.path;
    const heading = document.createElement('h2');
    heading.append(link);
    card.append(heading, element('time', story.date));
    main.append(card);
  }
  if (list.next) {
    const next = element('a', 'التالي');
    next.href = '/tech?page=' + list.next;
    next.rel = 'next';
    main.append(next);
  }
  app.append(main);
}
async function article() {
  const story = await data('/api/story?path=' + encodeURIComponent(location.pathname));
  document.title = story.title;
  const made = document.createElement('article');
  made.append(element('h1', story.title), element('p', 'بقلم: ' + story.author));
  const time = element('time', story.date);
  time.dateTime = story.published;
  made.append(time);
  const body = document.createElement('div');
  body.className = 'article-body';
  for (const text of story.paragraphs) body.append(element('p', text));
  made.append(body);
  app.append(made);
}
for (const url of EXTRA) fetch(url, {mode: 'no-cors'}).catch(() => {});
navigator.sendBeacon('/beacon', 'seen');
(location.pathname === '/tech' ? section() : article());
"""


class ScriptedSite(NewsServer):
    """Serves stories. `extra` are addresses that every page's script reaches for besides."""

    def __init__(self, stories: Sequence[Story]) -> None:
        super().__init__()
        self.stories = [story for story in stories if story.section == "tech"]
        self.extra: list[str] = []
        self.fallback = self._answer

    def _answer(self, asked: Asked) -> Answer | None:
        path, _, query = asked.path.partition("?")
        if path == SECTION or any(path == story.path for story in self.stories):
            return Answer(SHELL)
        if path == "/app.js":
            script = f"const EXTRA = {json.dumps(self.extra)};\n{APP}"
            return Answer(script, content_type="text/javascript; charset=utf-8")
        if path == "/api/list":
            return self._list(int(query.removeprefix("page=")))
        if path == "/api/story":
            return self._story(query.removeprefix("path="))
        if path in ("/style.css", "/picture.png", "/beacon"):
            return Answer("")
        return None

    def _list(self, number: int) -> Answer:
        begin = (number - 1) * PER_PAGE
        stories = [
            {"title": each.title, "path": each.path, "date": f"{each.published:%Y-%m-%d}"}
            for each in self.stories[begin : begin + PER_PAGE]
        ]
        more = begin + PER_PAGE < len(self.stories)
        return _json({"stories": stories, "next": number + 1 if more else None})

    def _story(self, path: str) -> Answer | None:
        for each in self.stories:
            if each.path == path:
                return _json(
                    {
                        "title": each.title,
                        "author": each.author,
                        "date": f"{each.published:%Y-%m-%d}",
                        "published": each.published.isoformat(),
                        "paragraphs": list(each.paragraphs),
                    }
                )
        return None


def _json(value: object) -> Answer:
    return Answer(json.dumps(value), content_type="application/json")
