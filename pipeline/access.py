"""Who may read a page and what it reserves: opt-outs, walls and errors.

`check_usable` refuses only what is plainly no article. A page with much text of its own is never
refused: a real article that speaks of passwords or of errors is an article.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any
from urllib.parse import urlsplit

from pipeline.consent import asks_consent
from pipeline.days.words import plain
from pipeline.declared.held_html import held_html
from pipeline.declared.page_data import holds_text
from pipeline.errors import Reason, UnusablePage
from pipeline.page.elements import text_of_element
from pipeline.page.html import Document
from pipeline.page.prose import prose_of
from pipeline.patterns.rule_files import read_rules
from pipeline.records import Page, Policy
from pipeline.stubs import is_empty_shell, is_stub, moves_by_script, refresh_of

MUCH_TEXT_CHARS = 700
"""A page with so much text in paragraphs has content of its own, whatever its title says."""

_RULES: Mapping[str, Any] = read_rules("walls.toml")
_REGRET = re.compile(rf"(?:{'|'.join(map(re.escape, map(plain, _RULES['regrets'])))})[\s,.!…:–—-]+")
_ROBOTS_NAMES = frozenset({"robots", "rasid", "ai", "gptbot"})
"""Whom directives are for that are for us too: all robots, ourselves, who gathers texts for models.
What a page says to a search engine alone, of its own cache of pages, is not."""
_ADDRESSEE = re.compile(r"\s*(?!max-|unavailable_after)([\w-]+)\s*:", re.ASCII | re.IGNORECASE)
"""The robot that a value of X-Robots-Tag is for, where it names one."""
_PARTED = re.compile(r"[,;]|(?<!:)\s+")
_AROUND = " .!?…:-–—|"
"""What may stand around the words of a title."""
_DIRECTORY = re.compile(r"index of /", re.IGNORECASE)
"""How Apache, nginx and lighttpd head what they list of a directory by themselves."""

_SAID_IN_SHORT = (
    (Reason.BOT_CHALLENGE, "challenge"),
    (Reason.CONSENT_WALL, "consent"),
    (Reason.SOFT_404, "not_found"),
    (Reason.ERROR_PAGE, "out_of_order"),
    (Reason.NOT_ARTICLE, "parked"),
)


_SAID_BY_SYSTEMS = tuple(each for each in _SAID_IN_SHORT if "systems" in _RULES[each[1]])


def extract_policy(doc: Document, page: Page) -> Policy:
    """The opt-out signals of a page, from its meta elements and its response headers."""
    robots: list[str] = []
    reservation: bool | None = None
    address: str | None = None
    for element in doc.all_of("meta"):
        name = (element.get("name") or element.get("property") or "").strip().lower()
        content = (element.get("content") or "").strip()
        if name in _ROBOTS_NAMES:
            robots += _directives(content)
        elif name == "tdm-reservation":
            reservation = _reserves(content, reservation)
        elif name == "tdm-policy" and content:
            address = address or content
    tags: list[str] = []
    for name, value in page.headers:
        low = name.lower()
        if low == "x-robots-tag":
            tags += _tags(value)
        elif low == "tdm-reservation":
            reservation = _reserves(value, reservation)
        elif low == "tdm-policy" and value.strip():
            address = address or value.strip()
    return Policy(
        robots_meta=tuple(dict.fromkeys(robots)),
        x_robots_tag=tuple(dict.fromkeys(tags)),
        tdm_reservation=reservation,
        tdm_policy=address,
    )


def _tags(value: str) -> list[str]:
    """What a value of X-Robots-Tag says to us: what no robot of others is named for. One value may
    join several headers, each with a robot of its own (RFC 9110, 5.3)."""
    said: list[str] = []
    ours = True
    for part in value.split(","):
        addressee = _ADDRESSEE.match(part)
        if addressee is not None:
            ours = addressee[1].lower() in _ROBOTS_NAMES
            part = part[addressee.end() :]
        said += _directives(part) if ours else []
    return said


def _directives(content: str) -> list[str]:
    """The directives of a value; some part them by other signs than the comma."""
    parts = _PARTED.split(content) if "=" not in content else content.split(",")
    return [word for word in (part.strip().lower() for part in parts) if word]


def _reserves(content: str, before: bool | None) -> bool | None:
    """A reservation once made stays; other values than 0 and 1 say nothing."""
    value = content.strip()
    if value == "1":
        return True
    return False if value == "0" and before is None else before


def check_usable(doc: Document, page: Page, *, by_data: bool = True) -> None:
    """Raise `UnusablePage` where a page is a wall or an error that says it was found. One that
    shows nothing itself is usable `by_data`: its article may be read from what scripts hold.

    LISTING_PAGE, SOFT_404, PASSWORD_PROTECTED, LOGIN_WALL, CONSENT_WALL, BOT_CHALLENGE, ERROR_PAGE,
    NOT_ARTICLE, NEEDS_JAVASCRIPT, REDIRECTED_AWAY.
    """
    if _is_password_form(doc):
        raise UnusablePage(Reason.PASSWORD_PROTECTED, "the text is behind a password form")
    head = _head(doc)
    challenge = _challenge(doc, head)
    if challenge:
        raise UnusablePage(Reason.BOT_CHALLENGE, challenge)
    if all(map(_DIRECTORY.match, [*_heads(doc)] or [""])):
        raise UnusablePage(Reason.LISTING_PAGE, "a server's own list of a directory")
    accepts = asks_consent(doc, prose_of(doc))
    if accepts:
        raise UnusablePage(Reason.CONSENT_WALL, f"it asks for consent alone: «{accepts}»")
    texts, size = [], 0
    for text in prose_of(doc):
        texts.append(text)
        size += len(text)
        if size >= MUCH_TEXT_CHARS:
            return
    said = plain(f"{head} {' '.join(texts)}"[:3000])
    titles = [plain(text) for text in _heads(doc)]
    for reason, key in (
        (Reason.SOFT_404, "not_found"),
        (Reason.LOGIN_WALL, "login"),
        (Reason.CONSENT_WALL, "consent"),
        (Reason.ERROR_PAGE, "out_of_order"),
        (Reason.NOT_ARTICLE, "parked"),
    ):
        for title in titles:
            found = _match(_RULES[key]["titles"], title, whole=True)
            if found:
                raise UnusablePage(reason, f"the title says «{found}»")
    for reason, key in _SAID_BY_SYSTEMS:
        found = _match(_RULES[key]["systems"], said)
        if found:
            raise UnusablePage(reason, f"the page says «{found}»")
    if size < 200 and doc.tree.find(".//article") is None:
        found = _match(_RULES["login"]["texts"], said)
        if found and doc.tree.xpath("boolean(//input[@type='password'])"):
            raise UnusablePage(Reason.LOGIN_WALL, f"the page says «{found}»")
        for reason, key in _SAID_IN_SHORT:
            found = _match(_RULES[key]["texts"], said)
            if found:
                raise UnusablePage(reason, f"the page says «{found}»")
        found = _match(_RULES["javascript"]["texts"], said)
        if found and not (by_data and _has_data(doc)):
            raise UnusablePage(Reason.NEEDS_JAVASCRIPT, f"the page says «{found}»")
    if size < 50 and not (by_data and _has_data(doc)):
        _check_holds_something(doc)


def check_is_no_notice(doc: Document, title: str) -> None:
    """Raise `UnusablePage` (NOT_ARTICLE) for a title that says no more than that a page is about
    its site, its author or its terms, or of all that there is, however long its text is. So do the
    tab and a heading that both begin with it where the site's name was taken for the title. Not to
    be asked of what is signed, or has the data of an article."""
    if _is_notice(title):
        raise UnusablePage(Reason.NOT_ARTICLE, f"the title is «{title}»")
    tab = next((text_of_element(element) for element in doc.all_of("title")), "")
    first = _PARTS.split(tab, maxsplit=1)[0].strip()
    if first != tab and _is_notice(first) and first in map(text_of_element, doc.all_of("h1")):
        raise UnusablePage(Reason.NOT_ARTICLE, f"the tab and a heading say «{first}»")


def serves_site(url: str, types: frozenset[str]) -> bool:
    """Whether a page right below a site's root declares to be no article where it is shared: its
    system gives its author and the data of an article to such pages too."""
    path = urlsplit(url).path.strip("/")
    return "og:website" in types and "og:article" not in types and bool(path) and "/" not in path


_PARTS = re.compile(r"\s[-–—|:»·]\s|\s*[|»]\s*")


def _is_notice(title: str) -> bool:
    return plain(title).strip(_AROUND) in _notices()


@cache
def _notices() -> frozenset[str]:
    words = (*_RULES["parked"]["titles"], *_RULES["notices"]["titles"])
    return frozenset(plain(word).strip(_AROUND) for word in words)


def _check_holds_something(doc: Document) -> None:
    """Raise `UnusablePage` for a frame that scripts fill, and for a page that only leads on."""
    if is_empty_shell(doc.tree):
        raise UnusablePage(Reason.NEEDS_JAVASCRIPT, "the body is an empty frame for scripts")
    if not is_stub(doc.tree):
        return
    if refresh := refresh_of(doc.tree):
        detail = f"the page only leads on to {refresh.url[:200]} after {refresh.delay_s} s"
        raise UnusablePage(Reason.REDIRECTED_AWAY, detail)
    if moves_by_script(doc.tree):
        raise UnusablePage(Reason.NEEDS_JAVASCRIPT, "the page only leads on, by a script")


def _is_password_form(doc: Document) -> bool:
    """WordPress's form for protected posts, or a like one, in place of the text."""
    for form in doc.all_of("form"):
        names = f"{form.get('class') or ''} {form.get('action') or ''}"
        if "post-password-form" in names or "action=postpass" in names:
            return True
    return False


def _challenge(doc: Document, head: str) -> str | None:
    """What shows that the page tests for a human reader, in place of an article."""
    title = plain(head)
    found = _match(_RULES["challenge"]["titles"], title, whole=True)
    if len(doc.text) > 60_000:
        return None
    marks = [mark for mark in _RULES["challenge"]["marks"] if mark in doc.text]
    if (found or marks) and sum(map(len, prose_of(doc))) < MUCH_TEXT_CHARS:
        return f"the title says «{found}»" if found else f"the page holds «{marks[0]}»"
    return None


def _head(doc: Document) -> str:
    """The tab's title, or else the first heading."""
    return next(_heads(doc), "")


def _heads(doc: Document) -> Iterator[str]:
    """The tab's title and the first heading: where walls and errors say what they are."""
    for tag in ("title", "h1"):
        texts = (text_of_element(element) for element in doc.all_of(tag))
        first = next(filter(None, texts), None)
        if first:
            yield first


def _match(words: list[str], text: str, *, whole: bool = False) -> str | None:
    """The first of the words that a text holds; `whole`: as its beginning or one of its parts."""
    if not whole:
        return next((word for word in words if _plain_word(word) in text), None)
    parts = [part.strip(_AROUND) for part in _PARTS.split(text)]
    parts += [_REGRET.sub("", part, count=1) for part in parts if _REGRET.match(part)]
    for word in words:
        key = _plain_word(word).strip(_AROUND)
        if key in parts or text.strip(" .!…") == key:
            return word
    return None


_plain_word = cache(plain)
"""A word of the rules, which each page asks for."""


def _has_data(doc: Document) -> bool:
    """Whether the page carries its content as data: a body may still be read from it."""
    declared = any("articleBody" in (script.text or "") for script in doc.all_of("script"))
    return declared or any(held_html(doc)) or holds_text(doc)
