"""What a page hides that is its article's own text all the same."""

from __future__ import annotations

import re
from itertools import islice

from lxml.etree import XPath
from lxml.html import HtmlElement

from pipeline.page.block_forms import LEAST_ANSWER_CHARS, is_of_button, is_one_of_several
from pipeline.page.core import COPY_SHARE, PARAGRAPH_CHARS, Core
from pipeline.page.elements import is_small, text_of_element
from pipeline.page.region_names import named_region, names_of
from pipeline.punctuation import QUESTION_ENDS, SENTENCE_ENDS

WHOLE_SHARE = 0.95
"""What holds so much of an element's text, or a page's, holds the whole: some systems wrap every
page in a form."""


def is_unveiled(element: HtmlElement, region: str, core: Core) -> bool:
    """Whether what is hidden is the most of an article's own text, in the element that holds its
    headline too: a script shows it to those who may read it; or it stands below the headline and
    takes its room already: a script shows it once it is laid out. A copy for print holds no more
    than what it is a copy of."""
    if region != "hidden" or core.weights.get(element, 0) <= core.total * COPY_SHARE:
        return False
    if any(around in core.sure for around in element.iterancestors("article")):
        return True
    if _goes_on(element, core):
        return True
    roomy = _ROOMY.search(element.get("style") or "") is not None
    return roomy and not named_region(names_of(element)) and bool(_HEADLINE_ABOVE(element))


def _goes_on(element: HtmlElement, core: Core) -> bool:
    """Whether what is hidden goes on right below paragraphs that are shown, in a box of theirs
    alone: the rest of a text that a script shows to those who pay, or press a button."""
    box, above = element.getparent(), element.getprevious()
    if box is None or above is None or above.tag not in _SHOWN or box.tag in ("body", "main"):
        return False
    if named_region(names_of(element)):
        return False
    shown = sum(core.weights.get(e, 0) for e in element.itersiblings(*_SHOWN, preceding=True))
    whole = core.weights.get(element, 0) + shown > core.weights.get(box, 0) * WHOLE_SHARE
    return whole and shown >= PARAGRAPH_CHARS


_SHOWN = frozenset({"p", "div"})
LEAST_UNFOLDED = 0.2
"""The share of a page's long texts that is the rest of a text, and no note on it."""
_PLAIN = XPath(
    "count(p) > 1 and not(.//a | .//h1 | .//h2 | .//h3 | .//form | .//input | .//button)"
)
_LEADS_OR_ASKS = XPath("boolean(.//a | .//form | .//input | .//button | .//select)")
_UNFOLDS = XPath(
    "boolean(following-sibling::*[1][descendant-or-self::button"
    " or descendant-or-self::a[not(@href) or starts-with(@href, '#')"
    " or starts-with(@href, 'javascript:')]])"
)


def is_unfolded(element: HtmlElement, core: Core) -> bool:
    """Whether what is hidden is the rest of a text, in plain paragraphs, which a reader unfolds by
    a button below it, or one of several answers below headings that are buttons, or questions."""
    head = element.getprevious()
    if head is not None and is_of_button(head) and is_one_of_several(head):
        return core.weights.get(element, 0) > 0 and not _LEADS_OR_ASKS(element)
    if head is not None and _is_answer(element, head):
        return not _LEADS_OR_ASKS(element)
    if core.weights.get(element, 0) < core.total * LEAST_UNFOLDED or not _goes_on(element, core):
        return False
    return bool(_PLAIN(element)) and bool(_UNFOLDS(element))


def _is_answer(element: HtmlElement, question: HtmlElement) -> bool:
    """Whether what is hidden tells something right below a question, as another does that is
    called the same, beside it or in the box beside its own: a script unfolds the answers."""
    called = element.get("class")
    if not called or not is_small(question):  # the whole page may stand above what is hidden
        return False
    asked = text_of_element(question)
    if len(asked) > MAX_QUESTION_CHARS or not asked.endswith(QUESTION_ENDS):
        return False
    answer = text_of_element(element)
    if len(answer) < LEAST_ANSWER_CHARS or answer[-1] not in SENTENCE_ENDS:
        return False
    for box in islice(element.iterancestors(), 2):
        several = islice((e for e in box.iter(element.tag) if e.get("class") == called), 2)
        if len(list(several)) > 1:
            return True
    return False


MAX_QUESTION_CHARS = 200
_ROOMY = re.compile(r"^(?!.*display\s*:\s*none).*visibility\s*:\s*hidden", re.IGNORECASE)
_HEADLINE_ABOVE = XPath("boolean(preceding-sibling::h1 | preceding-sibling::*[1]/h1)")
