"""Pages that hold nothing themselves: empty frames for scripts, and stubs that lead elsewhere."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml.etree import ParserError
from lxml.html import HtmlElement, HTMLParser, document_fromstring

STUB_CHARS = 250
"""A page that shows fewer characters, and leads on, is there for nothing else. Notes such as "You
will be redirected in five seconds; if not, click here" have half as many; the menu and the foot of
a news page alone have more."""
STUB_BYTES = 65_536
"""A larger page is not looked at as a stub: those are written by hand, or by a server in a line."""
WAITING_CHARS = 40
"""Characters of the longest word of waiting, «Please wait while the page is loading…»."""
_ADDRESS_CHARS = 4_000
_UNSEEN = "ancestor-or-self::*[self::script or self::style or self::noscript or self::template]"
_SEEN_TEXT = f"text()[normalize-space() and not({_UNSEEN})]"
_REFRESH = re.compile(
    r"(\d{0,6})[\d.]* ?(?:[;,] ?|(?<=\d) )(?:url ?= ?)?+(?:\"([^\"]*)|'([^']*)|(\S+))",
    re.IGNORECASE,
)
"""What HTML's "shared declarative refresh steps" read, of a value with single blanks."""
_MOVES = re.compile(
    r"\blocation(?:\.href)?\s{0,9}=\s{0,9}[\"'`]|\blocation\.(?:replace|assign)\s{0,9}\("
)


@dataclass(frozen=True, slots=True)
class Refresh:
    """Where a page sends its reader by itself, as written, after so many seconds. `base` is the
    address that relative ones count from, where the page names one."""

    delay_s: int
    url: str
    base: str = ""


def read_stub(body: bytes, header: str = "") -> Refresh | None:
    """Where a page leads that shows next to nothing and refreshes; None for every other page.

    `header` is the response's Refresh header, which browsers obey as they do the element.
    """
    if len(body) > STUB_BYTES or not (header or b"refresh" in body.lower()) or not body.strip():
        return None
    try:
        tree = document_fromstring(body, HTMLParser(encoding="utf-8"), ensure_head_body=True)
    except (ParserError, ValueError):  # no element in it
        return None
    refresh = refresh_of(tree, header)
    return refresh if refresh and is_stub(tree) else None


def refresh_of(tree: HtmlElement, header: str = "") -> Refresh | None:
    """The first refresh of a page that leads to an address. One for readers without scripts counts
    where the page has no program that would do better."""
    values = [header]
    for element in tree.iter("meta"):
        if (element.get("http-equiv") or "").strip().lower() != "refresh":
            continue
        if next(element.iterancestors("noscript"), None) is None or _has_no_program(tree):
            values.append(element.get("content") or "")
    base = tree.find(".//base[@href]")
    for value in values:
        found = _REFRESH.match(" ".join(value[:_ADDRESS_CHARS].split()))
        url = next((part for part in found.groups()[1:] if part), "") if found else ""
        if found and url.strip():
            href = base.get("href") if base is not None else ""
            return Refresh(int(found[1] or 0), url.strip(), (href or "").strip())
    return None


def is_stub(tree: HtmlElement) -> bool:
    """Whether a page shows less than a note of where to go."""
    body = tree.find(".//body")
    seen = 0
    for text in body.xpath(f".//{_SEEN_TEXT}") if body is not None else ():
        seen += len(" ".join(text.split()))
        if seen >= STUB_CHARS:
            return False
    return True


def moves_by_script(tree: HtmlElement) -> bool:
    """Whether a script in the page sends its reader elsewhere."""
    return any(_MOVES.search(script.text or "") for script in tree.iter("script"))


_OWN_ELEMENTS = (
    "//body/*[name()='app' or (contains(name(), '-') and not(starts-with(name(), 'amp-')))]"
)
"""Elements that a program defines, in which Angular, Blazor and their like draw the whole page."""


def is_empty_shell(tree: HtmlElement) -> bool:
    """A frame that a program fills: one of the usual names, with a word of waiting at most, or a
    body without a word."""
    programmed = not _has_no_program(tree)
    if not _has_words(tree) and tree.find(".//script") is not None:
        return True
    frames = tree.xpath(
        "//body//div[@id='root' or @id='app' or @id='__next' or @id='__nuxt' or "
        "@id='main' or @id='application']"
    )
    if any(not len(frame) or (programmed and _only_waits(frame)) for frame in frames):
        return True
    return programmed and is_stub(tree) and any(map(_only_waits, tree.xpath(_OWN_ELEMENTS)))


def _only_waits(frame: HtmlElement) -> bool:
    """Whether a frame shows no more than «Loading…», with a wheel that turns."""
    said = " ".join(" ".join(frame.xpath(f".//{_SEEN_TEXT}")).split())
    return len(said) <= WAITING_CHARS and not frame.xpath("boolean(.//p | .//h1 | .//iframe)")


def _has_no_program(tree: HtmlElement) -> bool:
    loads = "@src or @type='module' or contains(., 'import(')"
    return not tree.xpath(f"boolean(//script[{loads}])")


def _has_words(tree: HtmlElement) -> bool:
    """Whether a reader without scripts sees anything: a word, a picture, a frame."""
    return bool(tree.xpath(f"boolean(//body//*[self::img or self::iframe or {_SEEN_TEXT}])"))
