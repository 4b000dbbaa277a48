"""What the demo claims, held against what it did: each claim is checked, none is only printed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from demo.content import Section, Site
from demo.server import Answered

SPELLINGS = ("التقنيّة", "تـقـنـيـة")
"""How two articles write a word that others write plainly."""


@dataclass(frozen=True, slots=True)
class Claim:
    """One claim, whether it holds, and where it fails what was seen instead."""

    says: str
    holds: bool
    seen: str = ""


@dataclass(frozen=True, slots=True)
class Stored:
    """What the demo needs of one stored article."""

    url: str
    title: str
    text: str
    revisions: int


def section_is_whole(site: Site, section: Section, stored: Sequence[Stored]) -> Claim:
    """Every article of a section is stored once, under its own address, and nothing else is."""
    expected = {story.path for story in site.of(section)}
    found = Counter(urlsplit(article.url).path for article in stored)
    missing = sorted(expected - set(found))
    foreign = sorted(set(found) - expected)
    twice = sorted(path for path, count in found.items() if count > 1)
    seen = "; ".join(
        f"{what} {', '.join(paths)}"
        for what, paths in (("missing", missing), ("foreign", foreign), ("twice", twice))
        if paths
    )
    says = f"«{section.name}»: all {len(expected)} articles are stored, each once, and no other"
    return Claim(says, not seen, seen)


def texts_are_clean(site: Site, stored: Iterable[Stored]) -> Claim:
    """Every title and text is what its author wrote: no line is missing, none was added."""
    stories = {story.path: story for story in site.stories}
    wrong: list[str] = []
    count = 0
    for article in stored:
        count += 1
        story = stories.get(urlsplit(article.url).path)
        if story is None:
            continue
        lines = [line.strip() for line in article.text.splitlines() if line.strip()]
        wrong += [f"{story.slug}: added «{line}»" for line in lines if line not in story.lines]
        wrong += [f"{story.slug}: lost «{line}»" for line in story.lines if line not in lines]
        if article.title != story.title:
            wrong.append(f"{story.slug}: title «{article.title}»")
    says = f"all {count} texts are what their authors wrote, with no line of boilerplate"
    return Claim(says, not wrong, "; ".join(wrong))


def copy_is_one(site: Site, stored: Iterable[Stored]) -> Claim:
    """The article that has a second address is stored once."""
    copied = [story for story in site.stories if story.second_path]
    titles = Counter(article.title for article in stored)
    seen = [f"{story.title}: {titles[story.title]} times" for story in copied
            if titles[story.title] != 1]  # fmt: skip
    return Claim("an article under two addresses is one article", not seen, "; ".join(seen))


def nothing_was_downloaded(log: Iterable[Answered]) -> Claim:
    """A visit asked for no article."""
    log = list(log)
    asked = [answer.path for answer in log if answer.kind == "article"]
    says = f"the second visit made {len(log)} requests and downloaded no article"
    return Claim(says, not asked, f"asked for {', '.join(asked)}" if asked else "")


def one_was_revised(site: Site, log: Iterable[Answered], stored: Sequence[Stored]) -> Claim:
    """After a full visit the updated articles have a second revision, and no other has."""
    expected = {path for path in site.updates if any(_path(a) == path for a in stored)}
    revised = {_path(article) for article in stored if article.revisions > 1}
    pages = sum(1 for answer in log if answer.kind == "article")
    says = (
        f"{pages} pages were downloaded again, each with a new watermark: "
        f"{len(expected)} new revision, of the article that was updated"
    )
    seen = "; ".join(sorted(expected ^ revised))
    return Claim(says, not seen, seen)


def all_spellings_are_found(query: str, found: Iterable[Mapping[str, Any]]) -> Claim:
    """A search finds the word vocalised, and drawn out with tatweel."""
    text = " ".join(f"{record['title']} {record['text']}" for record in found)
    lost = [word for word in SPELLINGS if word not in text]
    says = f"«{query}» finds {' and '.join(f'«{word}»' for word in SPELLINGS)}"
    return Claim(says, not lost, f"not found: {', '.join(lost)}")


def _path(article: Stored) -> str:
    return urlsplit(article.url).path
