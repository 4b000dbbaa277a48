"""Boxes that show who else writes for a site: several persons, each with another article."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice

from lxml.html import HtmlElement

from pipeline.lines.known_lines import named_by_heading
from pipeline.page.author_pages import is_author_page
from pipeline.page.elements import LOWER_HEADINGS, letters, text_of_element, tidy
from pipeline.patterns.late_patterns import late_pattern
from pipeline.people.dense_persons import is_dense_person
from pipeline.people.filed import is_filed
from pipeline.people.given_names import begins_with_given_name
from pipeline.people.labels import is_label
from pipeline.people.lone_person import is_signer, lone_person
from pipeline.titles.surroundings import Surroundings

REACH = 3
"""Elements above a name at which its card in such a box may begin."""
HEADLINE_WORDS = 4
HEADLINE_DENSE = 6
"""Words of a link that may be a headline, and its letters where they are syllables or words."""
BESIDE_CHARS = 120
"""Characters that a card has beside its headline: a name, a job, a day."""
MAX_LINKS = 6
_DENSE = late_pattern("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


def in_box_of_writers(
    element: HtmlElement, names: Sequence[str], top: frozenset[HtmlElement]
) -> bool:
    """Whether an element that names persons is a card of a box of columnists, or the box: beside
    it, made as it is, stands another card with the headline of another article."""
    if any(_is_card(child, names) and _is_beside_card(child, names) for child in element):
        return True
    node = element
    for _ in range(REACH):
        if node is None or node in top or node.tag in ("body", "main"):
            return False
        if _is_card(node, names):
            return _is_beside_card(node, names)
        node = node.getparent()
    return False


def heads_others(box: HtmlElement, heading: str, name: str) -> bool:
    """Whether the heading of a box is what its first name begins with, or is all of that name where
    the box shows other persons, in a portrait or by a common given name: «Our columnists»."""
    if name != heading:
        return name.startswith(f"{heading} ")
    alts = [tidy(image.get("alt") or "") for image in box.iter("img")]
    links = [text_of_element(link) for link in box.iter("a")]
    shown = [*filter(lone_person, filter(None, alts))]
    shown += [text for text in links if text and lone_person(text) and begins_with_given_name(text)]
    listed = [text for text in links if text and lone_person(text)]
    return len(listed) >= LEAST_LISTED or any(name not in text for text in shown)


def below_filed(element: HtmlElement) -> bool:
    """Whether what stands right above an element, or above a box of it, is a brief label without a
    link, of whom a text tells of or is filed under: «People», «Персоны»."""
    for node in (element, *islice(element.iterancestors(), REACH - 1)):
        above = node.getprevious()
        if above is not None:
            said = "" if next(above.iter("a"), None) is not None else text_of_element(above)
            return 0 < len(said) <= MAX_LABEL_CHARS and is_filed(said.rstrip(" :："))
    return False


MAX_LABEL_CHARS = 25


def below_comments(element: HtmlElement) -> bool:
    """Whether a name stands beside a day or a number in a row that follows, box by box, a brief
    line without a link that heads what readers wrote: «Comments», «评论列表»."""
    row = element.getparent()
    said = "" if row is None else text_of_element(row)
    if row is None or len(said) > BESIDE_CHARS or not any(map(str.isdigit, said)):
        return False
    below = row.getnext()
    if below is None or len(text_of_element(below)) < LEAST_COMMENT:
        return False
    for node in (element, *islice(element.iterancestors(), REACH)):
        for above in islice(node.itersiblings(preceding=True), MOST_COMMENTS):
            said = "" if next(above.iter("a"), None) is not None else text_of_element(above)
            if 0 < len(said) <= MAX_LABEL_CHARS and named_by_heading(said) == "comments":
                return True
    return False


LEAST_COMMENT = 4
"""Letters of what a reader wrote below the row with their name."""
MOST_COMMENTS = 30
"""What may stand between the heading of comments and one of them, box by box."""


def is_list_of_writers(box: HtmlElement, heading: str) -> bool:
    """Whether a box holds links to persons' pages and no more below a heading that is nobody's name
    and no label: «Columnists», and four of them."""
    links = [link for link in box.iter("a") if text_of_element(link)]
    named = is_dense_person(heading) if is_dense(heading) else lone_person(heading)
    if len(links) < LEAST_LISTED or is_label(heading) or named:
        return False
    said = "".join(map(text_of_element, links))
    return letters(heading + said) == letters(_COUNT.sub("", text_of_element(box)))


def in_list_of_writers(element: HtmlElement, around: Surroundings) -> bool:
    """Whether an element stands in an item of a list each of whose first items links a person,
    below a heading that is no label and not the page's headline: «Most read writers»."""
    item = next(
        (e for e in (element, *islice(element.iterancestors(), REACH)) if e.tag == "li"), None
    )
    listed = item.getparent() if item is not None else None
    heading = listed.getprevious() if listed is not None else None
    if listed is None or heading is None or heading is around.headline:
        return False
    if heading.tag not in LOWER_HEADINGS:
        return False
    items = list(islice(listed.iterchildren("li"), LEAST_LISTED))
    if len(items) < LEAST_LISTED or not all(map(_links_person, items)):
        return False
    said = text_of_element(heading)
    return not (is_label(said) or named_by_heading(said) == "author-box")


def _links_person(item: HtmlElement) -> bool:
    links = list(islice((link for link in item.iter("a") if text_of_element(link)), 2))
    name = text_of_element(links[0]) if len(links) == 1 else ""
    return bool(name) and (is_signer(name) if is_dense(name) else lone_person(name) == name)


_COUNT = re.compile(r"\d+")
LEAST_LISTED = 3
"""Links of a list of those who write for a site; of an article's authors who are listed so below it
the heading is a label."""
_QUOTES = re.compile(
    r"(?:^|[\s_-])(?:(?:pull|block)?-?quot(?:e|ation)s?|testimonials?|statement|claim|zitat|citation|cita|"
    r"citazione|اقتباس)(?:$|[\s_-])",
    re.IGNORECASE,
)
"""What boxes are called in which somebody is quoted, the author of the words."""


def in_quote(element: HtmlElement, top: frozenset[HtmlElement]) -> bool:
    """Whether an element tells whose words a box quotes, or whose claim it examines."""
    for box in (element, *islice(element.iterancestors(), QUOTE_REACH)):
        if box in top:
            return False
        if box.tag in ("blockquote", "q") or _QUOTES.search(box.get("class") or ""):
            return len(text_of_element(box)) < QUOTE_CHARS
    return False


QUOTE_REACH = 4
QUOTE_CHARS = 1_500
"""Letters of a box beyond which it is more than a quote: some themes set all of a text in one."""


def _is_beside_card(card: HtmlElement, names: Sequence[str]) -> bool:
    for other in (card.getnext(), card.getprevious()):
        alike = other is not None and other.tag == card.tag
        if alike and other.get("class") == card.get("class") and _is_card(other, names):
            return True
    return False


def is_dense(text: str) -> bool:
    """Whether a text begins in a script without blanks."""
    return _DENSE.match(text) is not None


def is_dense_headline(text: str) -> bool:
    """Whether a text has as many letters of a script without blanks as a headline."""
    return len(_DENSE.findall(text)) >= HEADLINE_DENSE


def signs_other(element: HtmlElement, headline: str) -> bool:
    """Whether a line stands right below the linked heading of another article than the page's,
    whose card it closes: «<a><h3>…</h3></a><span>Jane Doe</span>»."""
    node: HtmlElement | None = element
    for _ in range(REACH):
        above = node.getprevious() if node is not None else None
        if above is not None or node is None:
            break
        node = node.getparent()
    else:
        return False
    heading = next(above.iter(*_HEADINGS), None) if above is not None else None
    if above is None or heading is None or (above.tag != "a" and above is not heading):
        return False
    link = above if above.tag == "a" else next(heading.iter("a"), None)
    if link is None or is_author_page(link.get("href")):
        return False
    said = text_of_element(heading)
    long = len(said.split()) > HEADLINE_WORDS or is_dense_headline(said)
    worded = len(said.split()) >= LEAST_WORDS or len(said) >= LEAST_CHARS
    long = long or (worded and lone_person(said) != said)
    return long and said == text_of_element(link) and letters(said) != letters(headline)


LEAST_WORDS = 3
LEAST_CHARS = 20
"""Words of a headline that is written as no name is, or its letters where no blanks part words."""
_HEADINGS = ("h2", "h3", "h4", "h5")


def _is_card(box: HtmlElement, names: Sequence[str]) -> bool:
    """Whether a box holds the headline of another article and little else."""
    for link in islice(box.iter("a"), MAX_LINKS):
        href = link.get("href") or "#"
        if href.startswith(("#", "mailto:", "javascript:")) or is_author_page(href):
            continue
        text = text_of_element(link)
        long = len(text.split()) >= HEADLINE_WORDS or is_dense_headline(text)
        if long and not any(name in text for name in names):
            return len(text_of_element(box)) - len(text) < BESIDE_CHARS
    return False
