"""Names beside a picture of the same name, and of portraits in an author's box that nothing else
names."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from itertools import islice

from lxml.html import HtmlElement

from pipeline.lines.known_lines import named_by_heading
from pipeline.page.author_pages import is_author_page
from pipeline.page.elements import LOWER_HEADINGS, text_of_element, tidy
from pipeline.page.html import Document
from pipeline.page.reader_addresses import is_reader_s
from pipeline.page.region_names import names_of
from pipeline.patterns.late_patterns import late_pattern
from pipeline.people.byline_names import strength_of_names
from pipeline.people.byline_words import ROLE_FIRST
from pipeline.people.date_tails import tells_day
from pipeline.people.facts_line import OVER_HEADLINE
from pipeline.people.given_names import begins_with_given_name
from pipeline.people.jobs import is_job
from pipeline.people.labels import cut_before, is_label, is_role
from pipeline.people.linked_names import leads_to_topics
from pipeline.people.lone_person import NO_PERSON, lone_person
from pipeline.people.name_shapes import is_name
from pipeline.people.own_pages import OF_PORTRAIT
from pipeline.people.subjects import is_unspoken
from pipeline.urls import path_segments

BOX = 3
"""How many elements above a portrait the box begins that holds the name beside it."""

MAX_BOX_CHARS = 400
MAX_DENSE_CHARS = 200
"""The same where letters are syllables or words."""
_DENSE = late_pattern("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


def portrayed(
    doc: Document, near: frozenset[HtmlElement]
) -> Iterator[tuple[HtmlElement, str, bool]]:
    """The names that stand beside a picture of the same name, and all of a line's text."""
    for image in doc.all_of("img"):
        said = OF_PORTRAIT.sub("", tidy(image.get("alt") or ""))
        alt = lone_person(said) or _single_name(image, said)
        if alt and (_is_logo(image) or _is_of_reader(image)):
            continue
        if not alt:
            follows = image.getnext()
            if follows is not None and any(map(_OF_AUTHOR.search, _names_around(image))):
                name = lone_person(text_of_element(follows))
                if name:
                    yield image, name, False
            continue
        for box in islice(image.iterancestors(), BOX):
            text = text_of_element(box)
            if len(text) > MAX_BOX_CHARS or (len(text) > MAX_DENSE_CHARS and _DENSE.match(text)):
                break
            if _goes_on(text, alt):
                break
            if alt in text and (
                any(_is_line_of(doc, part, alt) for part in box.iter()) or _is_captioned(image, alt)
            ):
                alone = text == alt and not _is_of_author(image, box)
                if alone and (image not in near or not is_unspoken(doc, alt)):
                    break  # a caption: whom the picture shows, and whom the text tells of
                surely = len(text) > len(alt) and not _leads_elsewhere(box, alt)
                surely = surely and not _is_headed_otherwise(box, alt)
                told = ROLE_FIRST.match(text.partition(alt)[2].lstrip(" ,،—–-")) is not None
                dated = tells_day(text) and not told  # a reader who replied
                yield image, alt, surely and not dated
                break
            if image in near and _is_byline(box) and _tells_job_of(text, alt):
                yield image, alt, False
                break


def _is_of_reader(image: HtmlElement) -> bool:
    """Whether the box around a picture holds the address of what a reader wrote."""
    boxes = [*islice(image.iterancestors(), READERS_BOX)]
    return any(is_reader_s(link) for link in boxes[-1].iter("a")) if boxes else False


READERS_BOX = 3


def _goes_on(text: str, name: str) -> bool:
    """Whether a caption says more of a name than the picture's own words, which a system cut off:
    «Jane Anne», «Jane Anne Doe»."""
    behind = text.partition(f"{name} {name} ")[2]
    return behind[:1].isalpha() and ROLE_FIRST.match(behind) is None and not is_job(behind)


def _is_captioned(image: HtmlElement, name: str) -> bool:
    """Whether a figure that is called an author's has a name alone for its caption."""
    figure = next(image.iterancestors("figure"), None)
    caption = figure.find(".//figcaption") if figure is not None else None
    if figure is None or caption is None or text_of_element(caption) != name:
        return False
    return _OF_AUTHOR.search(figure.get("class") or "") is not None


def _single_name(image: HtmlElement, said: str) -> str | None:
    """A name of one word that a picture in a box called an author's says; else None."""
    if _SINGLE.fullmatch(said) is None or NO_PERSON.search(said) or not is_name(said):
        return None
    called = any(map(_is_byline, islice(image.iterancestors(), BOX)))
    return said if called and not (is_role(said) or is_label(f"{said}:")) else None


_SINGLE = late_pattern("[^\\W\\d_a-zà-ÿа-я][^\\W\\d_A-ZÀ-Þ]{3,14}|[\u0621-\u064a]{3,12}")


def _names_around(image: HtmlElement) -> tuple[str, str]:
    """What a picture and the figure around it are called."""
    figure = image.getparent()
    called = figure.get("class") if figure is not None and figure.tag == "figure" else None
    return image.get("class") or "", called or ""


def _is_byline(box: HtmlElement) -> bool:
    return strength_of_names(box.get("class") or "") == NAMED_SO


NAMED_SO = 2


def _tells_job_of(text: str, name: str) -> bool:
    """Whether the text of an author's box, in which only the picture has a name, is empty or says
    what its person does."""
    return not text or (ROLE_FIRST.match(text) is not None and lone_person(text) is None)


def _is_logo(image: HtmlElement) -> bool:
    """Whether a picture, or a box close around it, is called a logo: its text names a site."""
    around = islice(image.iterancestors(), 2)
    return any("logo" in names_of(part).lower() for part in (image, *around))


def _is_headed_otherwise(box: HtmlElement, name: str) -> bool:
    """Whether a box begins with a heading that names neither the person nor the author: «Books of
    the month»."""
    head = box[0] if len(box) else None
    if head is None or head.tag not in LOWER_HEADINGS:
        return False
    said = text_of_element(head)
    known = name in said or is_role(said) or is_label(f"{said.rstrip(' :')}:")
    return not known and named_by_heading(said) != "author-box"


def _leads_elsewhere(box: HtmlElement, name: str) -> bool:
    """Whether a picture in a box leads neither to an author's page nor where the name leads."""
    links = [link for link in box.iter("a") if link.get("href")]
    # A card of anything leads so too.
    called = begins_with_given_name(name) or tells_of_author(box)
    own = {link.get("href") for link in links if called and text_of_element(link) == name}
    if any(map(_is_headline, links)):
        return True
    kinds = {path_segments(href)[0] for href in own if href and len(path_segments(href)) > 1}
    if kinds and any(_is_of_other_kind(link, kinds) for link in links):
        return True
    pictured = (link.get("href") for link in links if len(link))
    return any(not is_author_page(href) and href not in own for href in pictured)


def _is_of_other_kind(link: HtmlElement, kinds: Collection[str]) -> bool:
    """Whether a link of several words leads to a page of the site of another kind than the page of
    the person beside it, by how their paths begin: «/story/77» beside «/opinion/11»."""
    path = path_segments(link.get("href") or "")
    words = len(text_of_element(link).split()) if len(path) > 1 and path[0] not in kinds else 0
    return words >= OTHER_WORDS and not is_author_page(link.get("href"))


OTHER_WORDS = 3


def _is_headline(link: HtmlElement) -> bool:
    """Whether a link stands in a heading, leads to no author's page and says more than a name: the
    box shows another article."""
    heading = next((e for e in islice(link.iterancestors(), 2) if e.tag in LOWER_HEADINGS), None)
    words = len(text_of_element(link).split()) if heading is not None else 0
    return words >= HEADLINE_WORDS and not is_author_page(link.get("href"))


HEADLINE_WORDS = 4


def tells_of_author(box: HtmlElement) -> bool:
    """Whether a box begins with a heading that says that it tells of the author."""
    head = box[0] if len(box) else None
    if head is None or head.tag not in ("h2", "h3", "h4", "h5", "h6"):
        return False
    return named_by_heading(text_of_element(head)) == "author-box"


def _is_of_author(image: HtmlElement, box: HtmlElement) -> bool:
    """Whether a picture is called an author's, or it and the name lead to a page."""
    called = (part.get("class") or "" for part in (image, box, image.getparent()))
    linked = box.tag == "a" or any(text_of_element(a) for a in box.iter("a"))
    return linked or any(_OF_AUTHOR.search(names) for names in called)


_OF_AUTHOR = re.compile(
    r"avatar|author|writer|profile|user|round|circle|portrait|gravatar|byline", re.IGNORECASE
)


def _is_caption(part: HtmlElement) -> bool:
    """Whether an element is called a picture's caption, or the credit of who took it."""
    called = (part.get("class") or "").lower()
    captioned = "caption" in called or "credit" in called
    return captioned and not _OF_AUTHOR.search(called)


def _is_line_of(doc: Document, part: HtmlElement, name: str) -> bool:
    if not isinstance(part.tag, str) or part.tag in ("h1", "figcaption"):
        return False
    if part.tag == "a" and leads_to_topics(part):
        return False
    if part.tag == "cite" and next(part.iterancestors("blockquote"), None) is not None:
        return False
    if part.tag == "h2" and not (begins_with_given_name(name) and is_unspoken(doc, name)):
        return False
    around = part.getparent()
    if around is not None and (around.tag == "figcaption" or _is_caption(around)):
        return False
    if _is_caption(part) or OVER_HEADLINE.search(part.get("class") or ""):
        return False
    own = (tidy(part.text or ""), tidy(part.tail or "") if part.tag == "img" else "")
    return any(text == name or (text.endswith(name) and cut_before(text) == name) for text in own)
