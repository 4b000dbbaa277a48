"""A tree read as a reader reads it: a row of pieces, each one block with what is known of it.

One pass over the page, nothing changed and nothing copied. What lies in a region that is not the
article is read too and carries the region's name, so that what is left out can be accounted for.
"""

from __future__ import annotations

from lxml.html import HtmlElement

from pipeline.page.block_forms import (
    aria_level,
    asks_above_answer,
    is_note_mark,
    is_replaced,
    is_share_link,
    is_unseen,
    is_within_unspaced,
    label_of_code,
    leads_to_own_heading,
    numbers_of_lines,
    stamps_text,
    unfolds_alone,
)
from pipeline.page.boldness import is_bold
from pipeline.page.core import Core
from pipeline.page.elements import is_permalink
from pipeline.page.inline_words import is_explained
from pipeline.page.pieces import Piece, Reading, give_region
from pipeline.page.regions import SILENT, region_of
from pipeline.page.rows import asks_for_words, is_numbered_code, line_of_row
from pipeline.page.runs import LITERAL, Run, lines_of, mend_escaped, whole
from pipeline.page.skimmed import is_menu, skimmed
from pipeline.records import BlockKind

_INLINE = frozenset(
    {
        "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn",
        "em", "font", "i", "ins", "kbd", "label", "mark", "nobr", "q", "ruby", "s",
        "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
    }
)  # fmt: skip
_HEADINGS = {f"h{level}": level for level in range(1, 7)}

# On 306 pages 27,000 of 59,000 lines stand in these regions, and none of them is an article's.
_SKIMMED = frozenset({"navigation", "footer", "hidden", "dialog"})
_LEVEL_OF_BUTTONS = 3
_MAIN = frozenset({"main", "article"})

_AFTER_LINK = ' .)]»“”"」』】。\u00a0\n\t'
"""Signs after a link with which a line still ends with it."""

_TRACELESS = frozenset({"reference", "replaced"})
"""Regions amid a sentence that leave no blank."""
_FACTS = frozenset({"meta", "author-box"})
_REST_MAX_CHARS = 40
"""What remains of a line («by, tagged as») around longer facts, up to this length, is of them."""


class Reader:
    """Reads one tree; use `read`."""

    def __init__(self, core: Core | None) -> None:
        self.reading = Reading()
        self._core = core
        self._beside = core is not None and any(e.tag in _MAIN for e in core.heavy)
        """Whether what is read stands beside the element that holds the article."""
        self._run = Run()
        self._kind = BlockKind.PARAGRAPH
        self._level: int | None = None
        self._region: str | None = None
        self._link = 0
        self._anchor: HtmlElement | None = None
        self._bold = 0
        self._literal = 0
        self._wrapping: dict[HtmlElement, bool] = {}
        self._passed_over: set[HtmlElement] = set()

    # -- inline text --

    def _add(self, text: str | None) -> None:
        if not text:
            return
        if "&" in text and not (self._literal or self._kind is BlockKind.CODE):
            text = mend_escaped(text)
        run = self._run
        if text.isspace():
            if run.parts or self._kind is BlockKind.CODE:  # else no text before it to part
                run.parts.append(text)
        else:
            run.parts.append(text)
            size = len(text)
            run.size += size
            if self._link:
                run.linked += size
            if self._link:
                run.link = self._anchor
            elif run.link is not None and text.strip(_AFTER_LINK):
                run.link = None
            if self._bold:
                run.bold += size

    def _flush(self, element: HtmlElement) -> None:
        run = self._run
        if not run.size:
            if run.parts:
                self._run = Run()
            return
        self._run = Run()
        code = self._kind is BlockKind.CODE
        region = self._region
        if region is None and run.facts > run.size and run.size < _REST_MAX_CHARS:
            region = "meta"
        for line in lines_of(run) if run.ends and not code else [whole(run, code)]:
            text = line.text
            if text:
                linked = min(line.linked, len(text))
                self.reading.pieces.append(
                    Piece(
                        self._kind,
                        text,
                        self._level,
                        element,
                        linked,
                        region,
                        line.bold * 10 >= line.size * 9,
                        line.link,
                    )
                )

    # -- elements --

    def walk(self, element: HtmlElement) -> None:
        """Read one element and what follows it up to its next sibling."""
        tag = element.tag
        if not isinstance(tag, str):
            self._add(element.tail)
            return
        if tag == "br":
            run = self._run
            run.parts.append("\n" if self._kind is BlockKind.CODE else " ")
            run.ends.append((len(run.parts), run.linked, run.bold, run.size, run.link))
            run.link = None
            self._add(element.tail)
            return
        if (tag in SILENT or element in self._passed_over) and not (
            tag == "button" and (unfolds_alone(element) if self._level else is_explained(element))
        ):
            if tag == "button" and not self._level and asks_above_answer(element):
                self._head(element)
            if tag in ("img", "picture", "iframe", "video", "object"):
                self._run.parts.append(" ")
            self._add(element.tail)
            return
        in_line = tag in _INLINE or tag == "button"
        if in_line and (self._kind is BlockKind.CODE or not self._wraps(element)):
            self._inline(element, tag)
            if tag == "time" and stamps_text(element):
                self._flush(element)
        else:
            self._block(element, tag)
        if tail := element.tail:
            self._add(tail)

    def _wraps(self, element: HtmlElement) -> bool:
        """Whether an inline element wraps blocks, as sloppy markup and linked cards do. Each is
        looked into once, however deep it lies in others."""
        if not len(element):
            return False
        if element not in self._wrapping:
            self._wrapping[element] = False
            for child in element:
                tag = child.tag
                if tag in _INLINE:
                    is_block = self._wraps(child)
                else:
                    is_block = isinstance(tag, str) and tag != "br" and tag not in SILENT
                if is_block:
                    self._wrapping[element] = True
                    break
        return self._wrapping[element]

    def _inline(self, element: HtmlElement, tag: str) -> None:
        region = self._region
        if region is None and self._kind is not BlockKind.CODE:  # where names tell a word's kind
            region = region_of(element, tag, self._core)
            if region is None and tag in ("a", "sup") and is_note_mark(element, tag):
                region = "reference"
            elif region is None and tag == "a" and is_share_link(element):
                region = "share"
            elif region is None and tag == "del" and is_replaced(element):
                region = "replaced"
        if region != self._region:
            self._aside(element, region)
            return
        bold = is_bold(element, tag)
        if tag == "a":
            if is_permalink(element) or leads_to_own_heading(element, within=bool(self._level)):
                return
            # A heading that links to its own place on the page is as much text as another.
            link = not (self._level and (element.get("href") or "").startswith("#"))
            self._link += link
            self._anchor = element if link else self._anchor
        elif bold:
            self._bold += 1
        elif tag in LITERAL:
            self._literal += 1
        if text := element.text:
            self._add(text)
        for child in element:
            self.walk(child)
        if tag == "a":
            self._link -= link
        elif bold:
            self._bold -= 1
        elif tag in LITERAL:
            self._literal -= 1

    def _head(self, button: HtmlElement) -> None:
        """A button that heads what it unfolds."""
        self._flush(button)
        before = self._kind
        self._kind, self._level = BlockKind.HEADING, _LEVEL_OF_BUTTONS
        self._inline(button, "button")
        self._flush(button)
        self._kind, self._level = before, None

    def _aside(self, element: HtmlElement, region: str | None) -> None:
        """An inline element that is a region: its text is a piece of its own."""
        outer, self._run = self._run, Run()
        before, self._region = self._region, region
        if element.tag == "a":
            self._link += 1
            self._anchor = element
        self._add(element.text)
        for child in element:
            self.walk(child)
        if region in _FACTS:
            outer.facts += self._run.size
        self._flush(element)
        if element.tag == "a":
            self._link -= 1
        self._run, self._region = outer, before
        unseen = region in _TRACELESS or (region == "hidden" and is_unseen(element))
        if not (unseen or is_within_unspaced(outer.parts, element)):
            self._run.parts.append(" ")

    def _block(self, element: HtmlElement, tag: str) -> None:
        if self._run.parts:
            parent = element.getparent()
            self._flush(parent if parent is not None else element)
        before = (self._kind, self._level, self._region)
        if self._region is None:
            self._region = region_of(element, tag, self._core)
            if self._beside and self._region is None and is_menu(element, self._core):
                self._region = "navigation"
        start = len(self.reading.pieces)
        if self._region in _SKIMMED and before[2] is None:
            self.reading.pieces += skimmed(element, self._region)
            self.reading.spans.append((element, start, len(self.reading.pieces), self._region))
            self._region = before[2]
            return
        linked = tag == "a"
        self._link += linked
        if linked:
            self._anchor = element
        if tag == "tr" and self._row(element):
            pass
        else:
            beside = self._beside
            self._beside = beside and tag not in _MAIN
            self._enter(element, tag)
            if text := element.text:
                self._add(text)
            for child in element:
                self.walk(child)
            if self._run.parts:
                self._flush(element)
            self._beside = beside
        self._link -= linked
        self.reading.spans.append((element, start, len(self.reading.pieces), self._region))
        self._kind, self._level, self._region = before

    def _enter(self, element: HtmlElement, tag: str) -> None:
        level = _HEADINGS.get(tag)
        if level is not None:
            self._kind, self._level = BlockKind.HEADING, level
        elif tag in ("li", "dt", "dd"):
            self._kind = BlockKind.LIST_ITEM
        elif tag == "blockquote":
            self._kind = BlockKind.QUOTE
        elif tag == "pre":
            self._kind = BlockKind.CODE
            word = label_of_code(element)
            give_region((p for p in self.reading.pieces[-1:] if p.text == word), "meta")
            self._passed_over.update(numbers_of_lines(element))
        elif tag == "figcaption":
            self._kind = BlockKind.CAPTION
        elif element.get("role") == "heading":
            self._kind, self._level = BlockKind.HEADING, aria_level(element)

    def _row(self, element: HtmlElement) -> bool:
        """Read a table's row as one piece; False where the table is a layout."""
        cells = [cell for cell in element if cell.tag in ("td", "th")]
        if is_numbered_code(cells):
            self._passed_over.add(cells[0])
            return False
        line = line_of_row(cells)
        if line is None:
            return False
        if line:
            linked = sum(len(a.text_content()) for a in element.iter("a"))
            region = self._region or ("form" if asks_for_words(cells) else None)
            self.reading.pieces.append(
                Piece(BlockKind.TABLE_ROW, line, None, element, linked, region)
            )
        return True


def read(element: HtmlElement, core: Core | None = None) -> Reading:
    """The pieces under `element`, in document order. The tree is not changed."""
    reader = Reader(core)
    reader.walk(element)
    reader._flush(element)
    return reader.reading
