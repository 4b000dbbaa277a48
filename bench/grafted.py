"""Reads pages into which parts of other pages were set: `python bench/grafted.py FOLDER… [--list]`.

What a site prints beside its texts is other articles' above all, and many sites' names say nothing,
since a program makes them. Here columns, boxes, comments and whole articles are made of the texts
of other pages of the folders, in the same language where there are enough, under such names, and
set where sites set them. What was there before is the truth still, so that body F1 tells what they
cost. A folder is one of pages with ground truth (bench/extraction.py says in which form).
"""

from __future__ import annotations

import argparse
import random
import re
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from html import escape
from pathlib import Path
from typing import NamedTuple

import lxml.html
from lxml.html import HtmlElement

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from bench.measures import overlap  # noqa: E402
from bench.pages import NOW, Case, read_folder  # noqa: E402
from pipeline.extract import extract_article  # noqa: E402
from pipeline.memory import EMPTY  # noqa: E402
from pipeline.page.elements import letters  # noqa: E402
from pipeline.page.html import parse_page  # noqa: E402
from pipeline.records import Article  # noqa: E402

LONG_CHARS, MAX_CHARS = 80, 600
"""Letters of a paragraph that may stand in a card or in comments."""
LEAST_OTHERS = 12
"""Pages of a language from which parts are taken; where there are fewer, from all."""
MOST_OTHERS = 8
HEAD_LETTERS = 40
"""Letters by which a paragraph of the truth is found in the page."""


class Other(NamedTuple):
    """An article of which parts are set into others' pages."""

    id: str
    title: str
    paragraphs: tuple[str, ...]

    def card(self, number: int, *, pictured: bool) -> str:
        picture = f"<img src='/p{number}.jpg' alt=''>" if pictured else ""
        link = f"<div><a href='/n/{number}'>{picture}{escape(self.title)}</a></div>"
        return f"<div class='k41'>{link}<p>{escape(self.paragraphs[0][:180])}</p></div>"


class Place(NamedTuple):
    """Where a page's text stands: the smallest element around it, the element in that amid which
    another may be set, the last of its text, and the element around it or its column."""

    text: HtmlElement
    middle: HtmlElement
    last: HtmlElement
    column: HtmlElement


def _cards(others: Sequence[Other], *, pictured: bool) -> str:
    made = (each.card(number, pictured=pictured) for number, each in enumerate(others, 1001))
    return f"<div class='w3'>{''.join(made)}</div>"


def _covered(others: Sequence[Other]) -> str:
    made = (
        f"<div class='k41'><div><img src='/p{n}.jpg'></div><div><h3>{escape(other.title)}</h3>"
        f"<p>{escape(other.paragraphs[0][:160])}</p></div><a href='/n/{n}'></a></div>"
        for n, other in enumerate(others, 1001)
    )
    return f"<div class='w3'>{''.join(made)}</div>"


def _half_linked(others: Sequence[Other]) -> str:
    items = []
    for n, other in enumerate(others[:5]):
        words = other.title.split(" ")
        half = len(words) // 2
        before, linked = " ".join(words[:half]), " ".join(words[half:])
        items.append(f"<li>{escape(before)} <a href='/n/{n}'>{escape(linked)}</a></li>")
    return f"<div class='q9'><div>Related stories</div><ul>{''.join(items)}</ul></div>"


def _box(others: Sequence[Other]) -> str:
    title, told = escape(others[0].title), escape(others[0].paragraphs[0][:180])
    return (
        f"<div class='q7'><a href='/n/7'><img src='/7.jpg'><h4>{title}</h4></a><p>{told}</p></div>"
    )


def _links(others: Sequence[Other]) -> str:
    items = (f"<li><a href='/n/{n}'>{escape(o.title)}</a></li>" for n, o in enumerate(others[:3]))
    return f"<ul>{''.join(items)}</ul>"


def _comments(others: Sequence[Other]) -> str:
    told = (
        f"<div class='z1'><div class='z2'>lena{n}</div><div class='z3'>{n}.11.2019, 1{n}:05</div>"
        f"<div class='z4'>{escape(other.paragraphs[0][:260])}</div><a href='#'>{n}</a></div>"
        for n, other in enumerate(others, 1)
    )
    return f"<div class='z9'>{''.join(told)}</div>"


def _article(others: Sequence[Other]) -> str:
    told = "".join(f"<p>{escape(text)}</p>" for text in others[0].paragraphs[:8])
    head = f"<h1>{escape(others[0].title)}</h1><div>By Ann Poe</div><div>19 November 2019</div>"
    return f"<article data-url='/n/5577'>{head}<div>{told}</div></article>"


WAYS: dict[str, tuple[str, Callable[[Sequence[Other]], str]]] = {
    "column": ("column", lambda others: _cards(others, pictured=True)),
    "column-of-words": ("column", lambda others: _cards(others, pictured=False)),
    "cards-below": ("text", lambda others: _cards(others, pictured=True)),
    "cards-at-its-end": ("last", lambda others: _cards(others[:4], pictured=True)),
    "covered-cards": ("last", lambda others: _covered(others[:4])),
    "covered-card-amid": ("middle", lambda others: _covered(others[:1])),
    "half-linked": ("last", _half_linked),
    "half-linked-amid": ("middle", _half_linked),
    "box-amid": ("middle", _box),
    "links-amid": ("middle", _links),
    "comments": ("text", _comments),
    "next-article": ("text", _article),
}
"""What is made of others, and behind which element of a text's place it is set."""


def _paragraphs(body: str) -> list[str]:
    return [text for text in re.split(r"\n+", body) if len(text) > HEAD_LETTERS]


def _place(tree: HtmlElement, body: str) -> Place | None:
    """Where the text of the truth stands in a page; None where it is not found in paragraphs."""
    wanted = {letters(text)[:HEAD_LETTERS] for text in _paragraphs(body)}
    found = [
        element
        for element in tree.iter("p", "div", "span", "td", "li", "section")
        if len(said := letters(element.text_content()[:400])) >= HEAD_LETTERS
        and said[:HEAD_LETTERS] in wanted
        and len(element.text_content()) < MAX_CHARS * 5
    ]
    around = {above for element in found for above in element.iterancestors()}
    told = [element for element in found if element not in around]
    lines = [[*element.iterancestors()][::-1] for element in told]
    shared = [row[0] for row in zip(*lines, strict=False) if all(each is row[0] for each in row)]
    if len(told) < 2 or not shared or shared[-1].tag in ("html", "body"):
        return None
    text = shared[-1]
    above = text.getparent()
    column = text if above is None or above.tag in ("html", "body") else above
    return Place(text, _within(told[len(told) // 2], text), _within(told[-1], text), column)


def _within(element: HtmlElement, around: HtmlElement) -> HtmlElement:
    """The part of an element in which another stands."""
    return next(e for e in (element, *element.iterancestors()) if e.getparent() is around)


def others_of(cases: Sequence[Case]) -> tuple[dict[str, str], dict[str, list[Other]]]:
    """The languages of pages by their ids, and by language the articles made of their truth."""
    languages: dict[str, str] = {}
    found: dict[str, list[Other]] = defaultdict(list)
    for case in cases:
        article = extract_article(case.page, EMPTY, NOW)
        told = [t for t in _paragraphs(case.truth["body"]) if LONG_CHARS < len(t) < MAX_CHARS]
        if isinstance(article, Article) and told:
            languages[case.id] = article.language or ""
            found[article.language or ""].append(Other(case.id, article.title, tuple(told)))
    return languages, found


def grafted(case: Case, way: str, others: Sequence[Other]) -> Case | None:
    """A page with what one of the ways makes of others; None where its text's place is unknown."""
    tree = lxml.html.document_fromstring(parse_page(case.page).text.encode("utf-8", "replace"))
    place = _place(tree, case.truth["body"])
    if place is None:
        return None
    where, make = WAYS[way]
    before: HtmlElement = getattr(place, where)
    added = lxml.html.fragment_fromstring(make(others))
    added.tail, before.tail = before.tail, None
    before.addnext(added)
    page = lxml.html.tostring(tree, encoding="utf-8", doctype="<!doctype html>")
    return replace(case, page=replace(case.page, body=page, charset="utf-8"))


def drawn(cases: Sequence[Case]) -> Iterator[tuple[Case, list[Other]]]:
    """The pages, each with the others whose parts are set into it: the same for the same pages."""
    languages, by_language = others_of(cases)
    every = [other for found in by_language.values() for other in found]
    for case in cases:
        pool = by_language.get(languages.get(case.id, ""), [])
        pool = [o for o in (pool if len(pool) >= LEAST_OTHERS else every) if o.id != case.id]
        yield case, random.Random(case.id).sample(pool, min(MOST_OTHERS, len(pool)))


def measured(
    cases: Sequence[tuple[Case, Sequence[Other]]], way: str
) -> Iterator[tuple[Case, float, float]]:
    """The precision and recall of the pages with what a way adds to each."""
    for case, others in cases:
        made = grafted(case, way, others) if others else None
        if made is not None:
            article = extract_article(made.page, EMPTY, NOW)
            text = article.text if isinstance(article, Article) else ""
            yield case, *overlap(text, case.truth["body"])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="+", type=Path, metavar="FOLDER")
    parser.add_argument("--list", action="store_true", help="the pages that lose most")
    options = parser.parse_args()
    cases = [*drawn([case for folder in options.folders for case in read_folder(folder)])]
    for way in WAYS:
        found = list(measured(cases, way))
        precision, recall = (sum(row[at] for row in found) / len(found) for at in (1, 2))
        f1 = 2 * precision * recall / (precision + recall)
        print(f"{way:18} {len(found)} pages  body F1 {f1:.4f}  P {precision:.4f}  R {recall:.4f}")
        if options.list:
            for case, p, r in sorted(found, key=lambda row: row[1])[:8]:
                print(f"   {case.group}/{case.id}  P {p:.3f} R {r:.3f}")


if __name__ == "__main__":
    main()
