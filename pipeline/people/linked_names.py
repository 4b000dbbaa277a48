"""Names that a byline links or sets apart: several authors in one line, a person in a profile."""

from __future__ import annotations

import re
from itertools import islice

from lxml.html import HtmlElement

from pipeline.page.author_pages import is_author_page, says_author
from pipeline.page.elements import form_of, is_only_child, letters, text_of_element
from pipeline.people.byline_names import strength_of_names
from pipeline.people.byline_words import SILENT
from pipeline.people.dense_persons import is_dense_person
from pipeline.people.jobs import is_job, text_without_jobs
from pipeline.people.labels import cut_before, is_editors_label, is_label
from pipeline.people.lone_person import says_more_than
from pipeline.people.name_shapes import is_cased_as_name
from pipeline.people.names import clean_names
from pipeline.people.rows_of_names import in_two_parts, persons_of_cards, with_small_parts_apart
from pipeline.people.written_lines import ANDS
from pipeline.urls import site_of

_NAME = re.compile(r"(?:^|[\s_-])(?:name|fn)(?:$|\s)", re.IGNORECASE)

_COMMAS = frozenset({",", "،", "、", "&"})
"""What stands between two names."""
BOX = 4
"""How many elements above a name the box begins that several authors share."""


def linked_names(element: HtmlElement) -> tuple[str, ...]:
    """The names of two or more links to authors' pages: between links no comma need stand."""
    links = [link for link in element.iter("a") if link is not element and leads_to_author(link)]
    named = [link for link in links if not _says_more(link, links)]
    if len(named) < 2:
        return _linked_twice(element, links, named)
    links = [
        link
        for link in named
        if not took_pictures(link) and not SILENT.match(label_within(link).lstrip())
    ] or links
    wrote = [link for link in links if not is_editors_label(label_within(link).lstrip(" |·•/,."))]
    return clean_names(", ".join(text_of_element(link) for link in wrote or links))


def _linked_twice(
    element: HtmlElement, links: list[HtmlElement], named: list[HtmlElement]
) -> tuple[str, ...]:
    """The one person to whose page several links lead, where these are all that an element says:
    «Jane Doe», «More»."""
    if len(named) != 1 or len(links) < 2:
        return ()
    whole = letters("".join(map(text_of_element, links))) == letters(text_of_element(element))
    return clean_names(text_of_element(named[0])) if whole else ()


def _says_more(link: HtmlElement, others: list[HtmlElement]) -> bool:
    """Whether a link says more than another one's name, or one word, and leads to the same page:
    «Jane Doe», «More from Jane Doe», «More»."""
    href, said = link.get("href"), text_of_element(link)
    for other in others:
        if other is not link and other.get("href") == href:
            name = text_of_element(other)
            if says_more_than(said, name) or (" " not in said and " " in name):
                return True
    return False


def linked_author(box: HtmlElement) -> tuple[str, ...]:
    """The name of the one link in an author's box that says itself that it is the author's: the
    rest of the box tells about them."""
    links = [*filter(says_author, box.iter("a"))]
    return clean_names(text_of_element(links[0])) if len(links) == 1 else ()


def took_pictures(element: HtmlElement) -> bool:
    """Whether the word for who takes pictures stands behind a name, or at the end of its box:
    «Jane Doe», «Photographer». Behind one with a label of its own it is another's: «<i>Words by</i>
    <i>Jane Doe</i> <i>Photos by</i> <i>John Roe</i>»."""
    parent, after = element.getparent(), element.getnext()
    if after is not None and after.getnext() is not None and is_label(label_before(element)):
        return False
    if after is None and parent is not None and is_only_child(element):
        after = parent.getnext()
    last = element[-1] if len(element) else None
    behind = (element.tail or "").strip(" ,،|\n") if element.tag == "a" else ""
    if behind and element.getnext() is None and SILENT.fullmatch(behind.strip("()")):
        return True
    if last is not None and last.tag == "a" and SILENT.fullmatch((last.tail or "").strip(" ,،|\n")):
        return True
    if last is not None and any(map(str.isalpha, last.tail or "")):
        last = None  # «Words by Jane Doe <b>Photographs by</b> John Roe»
    return any(
        part is not None and SILENT.fullmatch(text_of_element(part)) is not None
        for part in (after, last)
    )


def leads_to_author(link: HtmlElement) -> bool:
    said = is_author_page(link.get("href")) or says_author(link)
    return said or _NAME.search(link.get("class") or "") is not None


def label_before(link: HtmlElement) -> str:
    """The words right before a link in its line: those of its label, or of the one that is of
    several, «Edited by A and B». What has its own value, «Source: The Courier», is none."""
    parent, previous = link.getparent(), link.getprevious()
    while previous is not None and previous.tag == "a" and _joins(previous.tail or ""):
        previous = previous.getprevious()
    if previous is None:
        return (parent.text or "") if parent is not None else ""
    behind = (previous.tail or "").strip(" \n\t|•·/,،؛;.-–—")
    if behind or previous.tag == "a":
        return behind
    label = text_of_element(previous)
    return "" if label.partition(":")[2].strip() else label


def label_within(link: HtmlElement) -> str:
    """The same where the link stands in inline elements of its own, with nothing before it:
    «<dt>Interview with</dt><dd><a>…</a></dd>»."""
    part, label = link, label_before(link)
    for _ in range(BOX):
        around = part.getparent()
        if label.strip() or part.getprevious() is not None or around is None:
            return label
        if around.tag not in _OWN or (around.text or "").strip():
            return label
        part, before = around, around.getprevious()
        if before is not None and before.tag not in _LABELS:
            return ""
        label = label_before(part)
    return label


_OWN = frozenset({"span", "strong", "b", "em", "i", "cite", "address", "dd"})
_LABELS = frozenset({"span", "strong", "b", "em", "i", "small", "label", "dt"})


def _joins(between: str) -> bool:
    """Whether what stands between two names joins them: a comma, "and"."""
    return between.strip() in _COMMAS or letters(between) in ANDS


def is_heading_of(element: HtmlElement, name: str) -> bool:
    """Whether the heading in an element, or in a box close around it, is a name and no more: what
    looks like the card of another article is the author's own then."""
    for box in (element, *islice(element.iterancestors(), 2)):
        headings = list(islice(box.iter("h1", "h2", "h3", "h4", "h5"), 2))
        if headings:
            return len(headings) == 1 and letters(text_of_element(headings[0])) == letters(name)
    return False


MAX_LINKED_AUTHORS = 8
"""Links to the known author's page around which others are looked for: a list of posts has more."""


def listed_names(element: HtmlElement) -> tuple[str, ...]:
    """The names that a byline sets in boxes of one form, one in each: no comma need part them."""
    for box in (element, *islice(element.iter("div", "ul", "dl", "span", "p"), 1, BOX)):
        parts = [child for child in box if child.tag in _BOXES and not _is_label(child)]
        forms = {*map(form_of, parts)}
        if len(parts) < 2 or len(forms) != 1 or len(parts) > MAX_LINKED_AUTHORS:
            continue
        parts = [p for p in parts if not (took_pictures(p) or _is_others(p) or _edits(p))] or parts
        texts = [_behind_label(part) for part in parts]
        texts = [text for text in texts if not _TELLS_DAY.search(text)]
        texts = [t for t in texts if not (is_editors_label(t) or SILENT.match(t))] or texts
        if persons := persons_of_cards(parts):
            return persons
        named = [(text, clean_names(text)) for text in texts]
        names = [each for text, each in named if not is_job(text.split(",")[0])]
        if names and all(len(each) == 1 and _is_persons(each[0]) for each in names):
            found = tuple(dict.fromkeys(each[0] for each in names))
            persons = clean_names(", ".join(found))  # without «The Globe Staff» behind one
            return persons if persons and {*persons} < {*found} else found
    return ()


_TELLS_DAY = re.compile(r"\d\D+\d\d")
"""Two numbers, as a day has: no name."""


def _edits(part: HtmlElement) -> bool:
    """Whether the first of two elements is the label of an editor: they need no colon between."""
    if len(part) != PAIR or len(label := text_of_element(part[0])) > MAX_LABEL_CHARS:
        return False
    return bool(label) and is_editors_label(f"{label.rstrip(' :')}: A")


def _behind_label(part: HtmlElement) -> str:
    """The text of an element without the label of authors that is the first of the two in it."""
    paired = len(part) == PAIR and _is_label(part[0]) and not (part[0].tail or "").strip()
    return text_of_element(part[1] if paired else part)


PAIR = 2
MAX_LABEL_CHARS = 30


def _is_others(part: HtmlElement) -> bool:
    """Whether the words right before an element say that who stands there edited or pictured."""
    if part.getprevious() is None:
        return False
    label = label_before(part).lstrip()
    return SILENT.match(label) is not None or is_editors_label(label)


_BOXES = frozenset({"div", "li", "dd", "p", "span", "strong", "b"})


def _is_label(element: HtmlElement) -> bool:
    return len(element) == 0 and is_label(element.text or "")


def _is_persons(name: str) -> bool:
    return _is_of_words(name) or is_dense_person(name)


def _is_of_words(name: str) -> bool:
    return " " in name and is_cased_as_name(name) and not any(map(str.isdigit, name))


_HOLDERS = ("div", "p", "span", "a", "b", "strong")


def _called_name(element: HtmlElement) -> str:
    """The text of the only element within another that is called a name; else empty."""
    called = [part for part in element.iter(*_HOLDERS) if is_called_name(part)]
    within = [part for part in called if part is not element]
    return text_of_element(within[0]) if len(within) == 1 else ""


def is_before_author(element: HtmlElement) -> bool:
    """Whether right behind an element a link to an author's page stands, and nothing between."""
    link = element.getnext()
    if link is None or link.tag != "a" or (element.tail or "").strip():
        return False
    return is_author_page(link.get("href"))


def is_called_name(element: HtmlElement) -> bool:
    """Whether an element is called a name, as that of a person."""
    return _NAME.search(element.get("class") or "") is not None


def _with_parts_apart(element: HtmlElement) -> str:
    text = text_of_element(element)
    return with_small_parts_apart(element, text) if len(element) else text


def inner_names(element: HtmlElement) -> tuple[str, ...]:
    """The names set in bold or linked inside a profile: beside them it says what they do."""
    if len(element) > 1 and (whole := in_two_parts(element)):
        return whole
    parts = [
        child
        for child in element
        if strength_of_names(child.get("class") or "") == 2
        and child.tag in ("p", "div", "span")
        and not took_pictures(child)
        and not SILENT.match(text := text_of_element(child))
        and (" " in text or not is_before_author(child))
    ]
    called = list(filter(is_called_name, parts))
    named = [
        _called_name(child) or text_without_jobs(child, _with_parts_apart(child))
        for child in called or parts
    ]
    if named:
        return clean_names("; ".join(named))
    headed = [text_of_element(head) for head in element.iter("h3", "h4", "h5", "h6")]
    if len(headed) == 1 and _is_of_words(headed[0]) and headed[0] != text_of_element(element):
        return clean_names(headed[0])
    parts = [
        child
        for child in element.iter("strong", "b", "span", "a", "h3", "h4", "h5", "p", "div")
        if child is not element and (child.tag in ("strong", "b") or is_called_name(child))
    ]
    texts = [
        text_without_jobs(child, text_of_element(child)) for child in parts if not _is_others(child)
    ]
    texts = [text for text in texts if cut_before(text) != "" and not text.endswith(":")]
    return clean_names(", ".join(filter(None, texts))) if texts else ()


def leads_to_section(element: HtmlElement) -> bool:
    """Whether a line's link is a section's or a tag's: «di Teknologi» names no author."""
    links = [link for link in element.iter("a") if link.get("href")]
    return bool(links) and all(_OF_SECTION & {*(a.get("rel") or "").split()} for a in links)


def leads_to_topics(line: HtmlElement) -> bool:
    """Whether all links of a line lead to what a site files under a tag: whom they name are whom
    the text tells of."""
    links = [link for link in line.iter("a") if link.get("href")]
    return bool(links) and all(_OF_TAG.search(link.get("href") or "") for link in links)


_OF_TAG = re.compile(r"/(?:tags?|topics?|etiket(?:ler)?|schlagwort|وسم|الوسوم)/", re.I)
_OF_SECTION = frozenset({"tag", "category"})


def leads_away(link: HtmlElement, url: str) -> bool:
    """Whether a link leads to a person's page on another site: a text links whom it tells of."""
    href = link.get("href") or ""
    return "://" in href and site_of(href) != site_of(url)
