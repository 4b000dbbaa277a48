"""Names right behind the sign of a person or a pen: `<i class="fa fa-user"></i> Jane Doe`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lxml.html import HtmlElement

from pipeline.page.elements import text_of_element, tidy
from pipeline.people.fact_persons import MAX_LINE_CHARS
from pipeline.people.given_names import persons_in
from pipeline.people.lone_person import lone_person

_ICON = re.compile(
    r"(?:^|[\s_-])(?:fa[srl]?|bi|ti|las?|icons?|ico|symbols|glyphicons?|dashicons)(?:[\s_-]|$)",
    re.IGNORECASE,
)
_SIGNS = r"(?:user|person|author|writer|account|pen|pencil|feather|quill|edit)"
_OF_PERSON = re.compile(rf"(?:^|[\s_-])(?!feather\s){_SIGNS}\d*(?:[\s_-]|$)", re.IGNORECASE)
"""Beside other words «feather» is the name of a set of signs: «feather icon-tag»."""
_DRAWN = re.compile(rf"(?:^|[/_-]){_SIGNS}(?:[_-]?icon)?\d*\.(?:svg|png|gif)$", re.IGNORECASE)
"""The address of a picture that draws such a sign."""


def names_behind_signs(near: Sequence[HtmlElement]) -> Iterator[tuple[HtmlElement, str, bool]]:
    """The names right behind the sign of a person or a pen."""
    for icon in near:
        if icon.tag == "img":
            drawn = _DRAWN.search(icon.get("src") or "") is not None
        elif icon.tag in ("i", "span", "svg", "em"):
            names = _names_of_sign(icon)
            # An empty <i> is a sign, whatever the set is called: «icofont-pencil», «ri-user-line».
            drawn = bool((icon.tag == "i" or _ICON.search(names)) and _OF_PERSON.search(names))
        else:
            continue
        if not drawn or tidy(icon.text or ""):
            continue
        after, follows = tidy(icon.tail or ""), icon.getnext()
        if not after and follows is not None and follows.tag == "br":
            after, follows = tidy(follows.tail or ""), follows.getnext()
        if not after and follows is not None and len(follows) < 2:
            after = text_of_element(follows)
            after = _rest_of_line(icon, after) if follows.tag == "a" else after
        several = persons_in(after) if len(after) <= MAX_LINE_CHARS else ()
        name = lone_person(after)
        for one in several if len(several) > 1 else filter(None, (name,)):
            yield icon, one, False


def _names_of_sign(icon: HtmlElement) -> str:
    """What an element is called, and the sign that it draws by an attribute or by its `<use>`."""
    drawn = map(icon.get, ("class", "data-icon", "data-feather", "data-lucide"))
    used = icon[0].get("href") if icon.tag == "svg" and len(icon) == 1 else None
    return " ".join(filter(None, (*drawn, used)))


def _rest_of_line(icon: HtmlElement, first: str) -> str:
    """All the text of the line that a sign begins, where other links follow the `first` one's text;
    else that text."""
    line = icon.getparent()
    if line is None or len(line) < LEAST_LINKS or icon.getprevious() is not None:
        return first
    links = all(part.tag == "a" for part in line[1:])
    return text_of_element(line) if links and not tidy(line.text or "") else first


LEAST_LINKS = 3
"""Elements of a line that begins with a sign and holds two links."""
