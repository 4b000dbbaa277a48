"""What the demo site publishes: its sections and articles, read from the files beside this one.

One TOML file an article. Its body is written in a few marks of Markdown: `## ` heads a part, `- `
and `1. ` begin list items, `> ` a quote, and a blank line ends a block.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, replace
from datetime import datetime
from importlib.resources import files
from typing import Any
from urllib.parse import quote

_ORDERED_ITEM = re.compile(r"\d+\. ")


@dataclass(frozen=True, slots=True)
class Section:
    """One section of the demo site; `watched` where the demo crawls it."""

    key: str
    name: str
    path: str
    language: str
    watched: bool


@dataclass(frozen=True, slots=True)
class Passage:
    """One block of an article as its author wrote it.

    `kind` is "paragraph", "heading", "quote", "item" (of a list) or "step" (of a numbered list).
    """

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Story:
    """One article of the demo site. `modified` is None until it is updated."""

    slug: str
    section: Section
    title: str
    author: str
    published: datetime
    modified: datetime | None
    tags: tuple[str, ...]
    description: str
    passages: tuple[Passage, ...]
    second_path: str | None
    """The path of a copy of the article, under the same section; None for most."""

    @property
    def path(self) -> str:
        """The article's address on the site, percent-encoded."""
        return self.section.path + quote(self.slug) + "/"

    @property
    def lines(self) -> tuple[str, ...]:
        """The lines of the body, in order: what a perfect extraction keeps, and nothing else."""
        return tuple(passage.text for passage in self.passages)


@dataclass(frozen=True, slots=True)
class Site:
    """All that the demo site has to say, before it is rendered."""

    sections: tuple[Section, ...]
    words: dict[str, dict[str, str]]
    comments: dict[str, list[dict[str, str]]]
    stories: tuple[Story, ...]
    """Newest first."""
    updates: dict[str, Story]
    """What later becomes of a story, by its path."""

    def of(self, section: Section) -> tuple[Story, ...]:
        """The stories of one section, newest first."""
        return tuple(story for story in self.stories if story.section.key == section.key)

    @property
    def watched(self) -> tuple[Section, ...]:
        """The sections that the demo crawls."""
        return tuple(section for section in self.sections if section.watched)

    def updated(self) -> Site:
        """The site after its editors have published all updates."""
        stories = tuple(self.updates.get(story.path, story) for story in self.stories)
        return replace(self, stories=stories)


def load_site() -> Site:
    """Read the whole site from the package's files."""
    folder = files(__package__)
    raw = tomllib.loads(folder.joinpath("site.toml").read_text("utf-8"))
    sections = {key: Section(key=key, **values) for key, values in raw["sections"].items()}
    stories: list[Story] = []
    updates: dict[str, Story] = {}
    for entry in folder.joinpath("articles").iterdir():
        if not entry.name.endswith(".toml"):
            continue
        told = tomllib.loads(entry.read_text("utf-8"))
        story = _story(told, sections[told["section"]])
        stories.append(story)
        if "update" in told:
            updates[story.path] = _updated(story, told["update"])
    stories.sort(key=lambda story: story.published, reverse=True)
    return Site(
        sections=tuple(sections.values()),
        words=raw["words"],
        comments=raw["comments"],
        stories=tuple(stories),
        updates=updates,
    )


def _story(told: dict[str, Any], section: Section) -> Story:
    passages = _passages(told["body"])
    return Story(
        slug=told["slug"],
        section=section,
        title=told["title"],
        author=told["author"],
        published=told["published"],
        modified=None,
        tags=tuple(told["tags"]),
        description=told.get("description", passages[0].text),
        passages=passages,
        second_path=told.get("second_path"),
    )


def _updated(story: Story, update: dict[str, Any]) -> Story:
    return replace(
        story,
        title=update.get("title", story.title),
        modified=update["modified"],
        passages=story.passages + _passages(update["append"]),
    )


def _passages(body: str) -> tuple[Passage, ...]:
    found: list[Passage] = []
    for block in body.strip().split("\n\n"):
        for line in block.splitlines():
            if line.startswith("## "):
                found.append(Passage("heading", line[3:]))
            elif line.startswith("> "):
                found.append(Passage("quote", line[2:]))
            elif line.startswith("- "):
                found.append(Passage("item", line[2:]))
            elif mark := _ORDERED_ITEM.match(line):
                found.append(Passage("step", line[mark.end() :]))
            else:
                found.append(Passage("paragraph", line))
    return tuple(found)
