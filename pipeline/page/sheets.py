"""What the style sheets in a page hide: `.print-only { display: none }`, `.a11y { left: -9999px }`.

Only rules for one name are read, and such as no medium or state bounds; a name that another rule
shows hides nothing.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import islice

from lxml.html import HtmlElement

_ByClass = Mapping[str, Sequence[HtmlElement]]
MAX_SHEET_CHARS = 6_000
"""A longer sheet is a theme's: what its names hide they tell, and it takes long to read."""
MAX_CHARS = 60_000
"""Of all short sheets of a page no more is read."""
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
_BRACE = re.compile(r"[{}]")
_ONE_NAME = re.compile(r"([a-z]\w*)?([.#][\w-]+)")
_NAMES = re.compile(r"[.#][\w-]+")


def hide_by_sheets(
    sheets: Iterable[HtmlElement], root: HtmlElement, classes: Callable[[], _ByClass]
) -> None:
    """Give the elements under `root` that a sheet of their page hides a style of their own that
    does so."""
    read = "\n".join(css for sheet in sheets if (css := _that_hides(sheet)))
    hidden = _hidden_names(read[:MAX_CHARS]) if read else None
    if not hidden:
        return
    for names, some in classes().items():
        for name in names.split():
            _hide(some, hidden.get(f".{name}", ()))
    if any(name[0] == "#" for name in hidden):
        for element in root.iter():
            if number := element.get("id"):
                _hide((element,), hidden.get(f"#{number}", ()))


def _hide(elements: Iterable[HtmlElement], tags: Collection[str]) -> None:
    """Hide elements by their own style where they have one of the `tags`; «» is any."""
    for element in elements if tags else ():
        bound = "" not in tags and element.tag not in tags
        if not (bound or "style" in element.attrib or _may_be_shown(element)):
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
def _hidden_names(css: str) -> Mapping[str, frozenset[str]]:
    """The names that are hidden and never shown, with the sign before them: of each the tags that
    it is bound to, «» where it is to none."""
    hidden: dict[str, set[str]] = defaultdict(set)
    shown: set[str] = set()
    for selectors, said, bounded in _rules(css):
        if not bounded and _HIDES.search(said):
            for selector in selectors.split(","):
                if one := _ONE_NAME.fullmatch(selector.strip()):
                    hidden[one[2]].add(one[1] or "")
        if _SHOWS.search(said):
            for selector in selectors.split(","):
                names = _NAMES.findall(selector.split()[-1] if selector.strip() else "")
                shown.update(names if len(names) == 1 else ())  # a second one is of a state
    return {name: frozenset(tags) for name, tags in hidden.items() if name not in shown}


def _rules(css: str) -> Iterator[tuple[str, str, bool]]:
    """The rules of a sheet, but those for paper: their selectors, what they say, and whether a
    medium or something else bounds them. Brace by brace, since sheets may be of any form."""
    first, *others = css.split("/*")
    css = first + "".join(note.partition("*/")[2] for note in others)
    around: list[str] = []
    papers = start = 0
    for brace in _BRACE.finditer(css):
        text = css[start : brace.start()]
        if brace[0] == "{":
            around.append(text.rpartition(";")[2].strip())
            papers += _is_of_paper(around[-1])
        elif around:
            selectors = around.pop()
            papers -= _is_of_paper(selectors)
            if not papers and not selectors.startswith("@"):
                yield selectors, text, bool(around)
        start = brace.end()


def _is_of_paper(selectors: str) -> bool:
    return _OF_PAPER.match(selectors) is not None


_OF_PAPER = re.compile(r"@media\s+print\b", re.IGNORECASE)
