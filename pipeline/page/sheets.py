"""What the style sheets in a page hide: `.print-only { display: none }`, `.a11y { left: -9999px }`.

Only rules for one name are read, and such as no medium or state bounds; a name that another rule
shows hides nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain, islice

from lxml.html import HtmlElement

_ByClass = Mapping[str, Sequence[HtmlElement]]
MAX_SHEET_CHARS = 6_000
"""A longer sheet is a theme's: what its names hide they tell, and it takes long to read."""
MAX_HIDDEN_CHARS, MAX_HIDDEN_PARAGRAPHS = 400, 2
"""What holds more may be what a script shows: an article that moves in."""
_HIDES = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|clip\s*:\s*rect\(\s*[01]\D"
    r"|clip-path\s*:\s*inset\(\s*(?:50|100)%|(?<![\w-])(?:left|top|text-indent)\s*:\s*-\d{4}",
    re.IGNORECASE,
)
_SHOWS = re.compile(r"display\s*:\s*(?!none)\w|visibility\s*:\s*visible", re.IGNORECASE)
_HINTS = (
    "display:none",
    "display: none",
    "display : none",
    "rect(",
    "inset(",
    "visibility",
    "-9999px",
    "-10000px",
)
_NOTE = re.compile(r"/\*.*?\*/", re.DOTALL)
_PRINT = re.compile(r"@media\s+print\b[^{]*\{(?:[^{}]*\{[^{}]*\})*\s*\}", re.IGNORECASE)
_BOUNDED = re.compile(r"@[^{};]*\{((?:[^{}]*\{[^{}]*\})*)\s*\}")
_RULE = re.compile(r"([^{}]*)\{([^{}]*)\}")
_ONE_NAME = re.compile(r"([a-z]\w*)?([.#])([\w-]+)")
_NAMES = re.compile(r"[.#][\w-]+")


def hide_by_sheets(
    sheets: Iterable[HtmlElement], root: HtmlElement, classes: Callable[[], _ByClass]
) -> None:
    """Give the elements under `root` that a sheet of their page hides a style of their own that
    does so."""
    read = [css for sheet in sheets if (css := _that_hides(sheet))]
    for tag, sign, name in _hidden_names("\n".join(read)) if read else ():
        found: Iterable[HtmlElement]
        if sign == "#":
            found = root.xpath("//*[@id=$name]", name=name)
        else:
            named = (some for names, some in classes().items() if name in names.split())
            found = chain.from_iterable(named)
        for element in found:
            if (tag and element.tag != tag) or "style" in element.attrib:
                continue
            if not _may_be_shown(element):
                element.set("style", "display:none")


def _may_be_shown(element: HtmlElement) -> bool:
    """Whether an element may hold an article, or a part of one, that a script shows."""
    paragraphs = list(islice(element.iter("p"), MAX_HIDDEN_PARAGRAPHS + 1))
    chars = sum(map(len, element.itertext()))
    return chars > MAX_HIDDEN_CHARS or len(paragraphs) > MAX_HIDDEN_PARAGRAPHS


def _that_hides(sheet: HtmlElement) -> str | None:
    """The text of a sheet that may hide something from readers, who run scripts."""
    css = sheet.text
    if not css or len(css) > MAX_SHEET_CHARS or not any(hint in css for hint in _HINTS):
        return None
    around = sheet.getparent()
    return None if around is not None and around.tag == "noscript" else css


@lru_cache(maxsize=64)
def _hidden_names(css: str) -> frozenset[tuple[str, str, str]]:
    """The names that are hidden and never shown, each with the tag that it is bound to, if any,
    and the sign before it."""
    bounded = ""
    if "/*" in css:
        css = _NOTE.sub("", css)
    if "@" in css:
        css = _PRINT.sub("", css)
        bounded = "".join(_BOUNDED.findall(css))
        css = _BOUNDED.sub("", css)
    hidden = frozenset(
        (one[1] or "", one[2], one[3])
        for selector in _selectors(css, _HIDES)
        if (one := _ONE_NAME.fullmatch(selector))
    )
    if not hidden:
        return hidden
    shown: set[str] = set()
    for selector in _selectors(css + bounded, _SHOWS):
        names = _NAMES.findall(selector.split()[-1] if selector else "")
        shown.update(names if len(names) == 1 else ())  # a second one is of a state
    return frozenset(one for one in hidden if one[1] + one[2] not in shown)


def _selectors(css: str, doing: re.Pattern[str]) -> Iterator[str]:
    """What the rules that say so are for."""
    for selectors, said in _RULE.findall(css):
        if doing.search(said):
            yield from map(str.strip, selectors.split(","))
