"""Reads manuals as articles and prints what is taken of them: `python bench/manuals.py FOLDER…`.

Manuals are prose that nobody wrote for a test, in dozens of languages, and speak of what sites
print too: log-ins, licences, networks, buttons. All of it is text. A folder holds DocBook's HTML or
Mallard's pages, as Debian's packages bring them:

    apt-get download debian-handbook installation-guide-amd64 gnome-user-docs
    for each in *.deb; do dpkg-deb -x "$each" manuals; done
    python bench/manuals.py manuals --list

Each part of a dozen blocks becomes a plain page. What equals its headline is not counted.
"""

from __future__ import annotations

import argparse
import html
import sys
from collections import Counter
from collections.abc import Iterator
from itertools import groupby
from multiprocessing import Pool
from pathlib import Path
from typing import Any, NamedTuple

import lxml.html
from lxml import etree

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from bench.pages import NOW  # noqa: E402
from pipeline.errors import Rejected  # noqa: E402
from pipeline.extract import extract_article  # noqa: E402
from pipeline.fingerprints import skeleton  # noqa: E402
from pipeline.memory import EMPTY  # noqa: E402
from pipeline.records import Page  # noqa: E402

BLOCKS, LEAST_PARAGRAPHS = 12, 3
"""Blocks of a page at most, and paragraphs at least."""
MALLARD = "{http://projectmallard.org/1.0/}"
_NO_PROSE = (
    "//table|//pre|//nav|//script|//style|//div[@class='toc']|//p[contains(@class, 'title')]"
    "|//*[contains(@class, 'nav')]|//*[@id='title']|//div[contains(@class, 'footer')]"
)
_NO_PROSE_IN_MALLARD = tuple(f"{MALLARD}{tag}" for tag in ("info", "screen", "code", "table"))
URL = "https://tidewater.example/tech/manual"


class Line(NamedTuple):
    """One block of a manual: "p", "li" or "h2", and its words."""

    tag: str
    text: str


class Taken(NamedTuple):
    """What one rule took of a manual in one language; "lost" where no rule says so."""

    language: str
    rule: str
    text: str


def language_of(path: Path) -> str:
    """The language of a manual's page, of which a folder is named."""
    names = path.parts[path.parts.index("help") + 1 :] if path.suffix == ".page" else path.parts
    name = names[0] if path.suffix == ".page" else names[-2]
    return "en" if name == "C" else name.replace("_", "-").partition("-")[0].partition("@")[0]


def lines_of(path: Path) -> tuple[str, list[Line]]:
    """The title of a manual's page, and its blocks."""
    return _mallard(path) if path.suffix == ".page" else _docbook(path)


def _docbook(path: Path) -> tuple[str, list[Line]]:
    parser = lxml.html.HTMLParser(encoding="utf-8")
    tree: Any = lxml.html.document_fromstring(path.read_bytes(), parser=parser)
    for element in tree.xpath(_NO_PROSE):
        element.drop_tree()
    lines = []
    for element in tree.iter("p", "h2", "h3", "h4", "li", "div"):
        of_text = element.tag != "div" or element.get("class") == "para"
        if not of_text or element.xpath("boolean(.//p|.//li|.//div)"):
            continue
        listed = element.xpath("boolean(ancestor-or-self::li)")
        tag = "h2" if element.tag[0] == "h" else "li" if listed else "p"
        lines.append(Line(tag, " ".join(element.text_content().split())))
    title = tree.findtext(".//title") or path.stem
    return title, [line for line in lines if line.text]


def _mallard(path: Path) -> tuple[str, list[Line]]:
    tree: Any = etree.parse(path)
    title, lines = "", list[Line]()
    for element in tree.iter(f"{MALLARD}p", f"{MALLARD}title"):
        above = [each.tag for each in element.iterancestors()]
        text = " ".join("".join(element.itertext()).split())
        if not text or any(tag in _NO_PROSE_IN_MALLARD for tag in above):
            continue
        if element.tag.endswith("title"):
            if title:
                lines.append(Line("h2", text))
            title = title or text
        else:
            lines.append(Line("li" if f"{MALLARD}item" in above else "p", text))
    return title or path.stem, lines


def parts_of(lines: list[Line]) -> Iterator[list[Line]]:
    """Some blocks at a time that are prose and end with a line that heads nothing."""
    for at in range(0, len(lines), BLOCKS):
        part = lines[at : at + BLOCKS]
        while part and (part[-1].tag == "h2" or part[-1].text.endswith((":", "："))):
            part.pop()
        if sum(line.tag == "p" for line in part) >= LEAST_PARAGRAPHS:
            yield part


def page_of(language: str, title: str, part: list[Line]) -> Page:
    """A plain page of a site with such a text."""
    body: list[str] = []
    for listed, lines in groupby(part, lambda line: line.tag == "li"):
        inner = "\n".join(f"<{each.tag}>{html.escape(each.text)}</{each.tag}>" for each in lines)
        body.append(f"<ul>{inner}</ul>" if listed else inner)
    head = html.escape(title)
    source = (
        f'<!doctype html><html lang="{language}"><head><title>{head} - Tidewater</title></head>'
        f'<body><nav><a href="/">Tidewater</a></nav><article><h1>{head}</h1>'
        f'<time datetime="2026-03-04">2026-03-04</time><div>{"".join(body)}</div></article></body>'
    )
    return Page(URL, URL, source.encode(), NOW, charset="utf-8")


def read(path: Path) -> tuple[int, list[Taken]]:
    """How many blocks of a manual's page were read, and those that were taken."""
    language = language_of(path)
    title, lines = lines_of(path)
    lines = [line for line in lines if skeleton(line.text) != skeleton(title)]
    count, taken = 0, list[Taken]()
    for part in parts_of(lines):
        count += len(part)
        found = extract_article(page_of(language, title, part), EMPTY, NOW)
        if isinstance(found, Rejected):
            taken += [Taken(language, found.reason, line.text) for line in part]
            continue
        kept = skeleton(found.text)
        rules = {skeleton(removed.text): removed.rule for removed in found.removed}
        for line in part:
            if (key := skeleton(line.text)) not in kept:
                taken.append(Taken(language, rules.get(key, "lost"), line.text))
    return count, taken


def main() -> None:
    """Print how many lines were read, and how many each rule took."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--list", action="store_true", help="print each line that was taken")
    asked = parser.parse_args()
    paths = [p for f in asked.folders for s in ("*.html", "*.page") for p in sorted(f.rglob(s))]
    with Pool() as pool:
        read_in = pool.map(read, paths, chunksize=16)
    taken = [each for _, some in read_in for each in some]
    languages = {language_of(path) for path in paths}
    print(f"{sum(count for count, _ in read_in)} lines of {len(languages)} languages")
    print(f"{len(taken)} taken")
    for rule, count in Counter(each.rule for each in taken).most_common():
        print(f"{count:6} {rule}")
    for each in sorted(taken) if asked.list else ():
        print(each.language, each.rule, each.text[:160], sep="\t")


if __name__ == "__main__":
    main()
