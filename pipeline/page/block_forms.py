"""What an element's form says of its block: a permalink, the mark of a note, the level of a
heading."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from lxml import etree
from lxml.html import HtmlElement

from pipeline.page.elements import LOWER_HEADINGS, text_of_element
from pipeline.patterns.late_patterns import late_pattern
from pipeline.punctuation import QUESTION_ENDS, SENTENCE_ENDS

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})


def leads_to_own_heading(link: HtmlElement, *, within: bool) -> bool:
    """Whether a link `within` a heading, beside the heading's words, or right behind one leads to
    that heading: «Link to this section», «Section titled “What broke”»."""
    href = link.get("href") or ""
    if not href.startswith("#") or len(href) < 2:
        return False
    if not within:
        return _leads_to_heading_before(link, href[1:])
    around = (box for box in islice(link.iterancestors(), 2) if box.tag in _HEADINGS)
    heading = next(around, None)
    if heading is None or heading.get("id") != href[1:]:
        return False
    return len(text_of_element(link)) < len(text_of_element(heading))


def _leads_to_heading_before(link: HtmlElement, name: str) -> bool:
    """Whether a link stands right behind a heading that has the `name` to which it leads, or whose
    words it says again."""
    heading = link.getprevious()
    if heading is None or heading.tag not in LOWER_HEADINGS or (heading.tail or "").strip():
        return False
    if heading.get("id") == name:
        return True
    said = text_of_element(heading)
    return bool(said) and said in text_of_element(link)


def label_of_code(code: HtmlElement) -> str | None:
    """The word with which a box begins that holds nothing else than a piece of code below it, and a
    button: its language, «<div><button>Copy</button><span>sql</span><pre>…»."""
    label, box = code.getprevious(), code.getparent()
    if label is None or label.tag not in _LABELS or box is None or (box.text or "").strip():
        return None
    numbers = code.getnext()  # of its lines
    if numbers is not None and _WORDS.search(text_of_element(numbers)):
        return None
    if (label.tail or "").strip() or any(
        e.tag != "button" or (e.tail or "").strip() for e in label.itersiblings(preceding=True)
    ):
        return None
    word = text_of_element(label)
    return word if len(word) <= MAX_WORD_CHARS and _LANGUAGE.fullmatch(word) else None


def numbers_of_lines(code: HtmlElement) -> list[HtmlElement]:
    """The elements within a piece of code that number its lines, one alike each at its line's
    beginning and one more than the last; empty where there are none."""
    first = [*_first_of_lines(code)]
    if len(first) < LEAST_NUMBERED or any(map(_is_of_program, first)):
        return []
    numbers = [int(element.text or "") for element in first]
    lines = code.text_content().strip("\n").count("\n") + 1
    counted = numbers == [*range(numbers[0], numbers[0] + lines)]
    alike = len({(element.tag, element.get("class")) for element in first}) == 1
    return first if counted and alike else []


def _first_of_lines(code: HtmlElement) -> Iterator[HtmlElement]:
    """The numbers in elements of their own with which lines of code begin."""
    begins = True
    for event, element in etree.iterwalk(code, events=("start", "end")):
        text = element.text if event == "start" else element.tail if element is not code else ""
        starts = event == "start" and begins and element.tag in ("span", "a") and not len(element)
        if starts and (text or "").strip().isdecimal():
            yield element
        if text:
            begins = not text.rpartition("\n")[2].strip() and (begins or "\n" in text)


def _is_of_program(number: HtmlElement) -> bool:
    """Whether a number is the program's own: highlighters call it so, or a sign binds it to what
    stands behind it, «1, Anna», «1: one»."""
    if number.tag == "span" and not _OF_LINES.search(number.get("class") or ""):
        return True
    behind = (number.tail or "").lstrip(" ")
    beside = number.getnext()
    alone = not behind.strip("\n") and (beside is None or "\n" in behind)
    return alone or behind[:1] in _BINDING or _NUMBER.search(number.get("class") or "") is not None


_OF_LINES = re.compile(
    r"(?:^|[\s_-])(?:ln|lnt|line-?n(?:o|um)\w*|line-?numbers?|gutter|lno)(?:$|[\s_-])", re.I
)
"""How highlighters call the number of a line."""
_BINDING = (*",:|.;)]=+*/<>-", "\t")
_NUMBER = re.compile(r"(?:^|[\s_-])(?:m[ifhob]?|num(?:ber|eric)?|bullet|token|literal)(?:$|\s)")
"""How highlighters call a number of the program: «mi», «hljs-number», «token number»."""
LEAST_NUMBERED = 2
_LABELS = frozenset({"span", "div"})
_WORDS = re.compile(r"[^\W\d]")
_LANGUAGE = re.compile(r"[A-Za-z][\w+#-]*")
"""A word, «c++», no name of a file."""
MAX_WORD_CHARS = 20


def unfolds_alone(button: HtmlElement) -> bool:
    """Whether a button is all that a heading says, and unfolds what stands below it, which the page
    shows, or as others beside it do; what is broken off, «Jane Doe ...», is the begin of what it
    hides."""
    heading = button.getparent()
    if heading is None or not is_of_button(heading) or button.getparent() is not heading:
        return False
    below = heading.getnext()
    shown = below is not None and ("hidden" not in below.attrib or is_one_of_several(heading))
    return shown and not text_of_element(button).endswith(("...", "…"))


def asks_above_answer(button: HtmlElement) -> bool:
    """Whether a button asks what the box right below it answers in whole sentences: a question
    that unfolds its answer."""
    if (
        not "".join(button.itertext()).rstrip().endswith(QUESTION_ENDS)
        or (button.tail or "").strip()
    ):
        return False
    line = button
    for box in islice(button.iterancestors(), 2):
        if len(box) > 1 or (box.text or "").strip() or box.tag not in ("dt", "div"):
            break
        line = box
    below = line.getnext()
    if below is None or below.tag not in _ANSWERS:
        return False
    answer = below.text_content().strip()
    return answer[-1:] in SENTENCE_ENDS and len(answer) >= LEAST_ANSWER_CHARS


def stamps_text(time: HtmlElement) -> bool:
    """Whether a day stands between a block and a text that has no paragraphs:
    `<h1>…</h1><time>5 March 2026</time>The minister said …`."""
    above, around = time.getprevious(), time.getparent()
    if above is None or above.tag not in _ABOVE or (above.tail or "").strip():
        return False
    if around is None or around.tag == "p":
        return False
    below = time.getnext()
    spanned = below is not None and below.tag in _SPANS
    if not ((time.tail or "").strip() or spanned):
        return False
    return _DAY.search("".join(time.itertext())) is not None


_SPANS = frozenset({"span", "font"})
_ABOVE = frozenset({"h1", "h2", "p", "div", "figure", "header", "ul"})
_DAY = re.compile(r"\d.{0,20}(?:19|20)\d\d|[٠-٩۰-۹]{4}|\d{4}\D\d")
_ANSWERS = frozenset({"div", "section", "p", "dd"})
LEAST_ANSWER_CHARS = 20


def is_of_button(heading: HtmlElement) -> bool:
    """Whether a heading holds no more than a button that says that it unfolds something."""
    if heading.tag not in _HEADINGS or len(heading) != 1 or heading[0].tag != "button":
        return False
    button = heading[0]
    called = button.get("class") or ""
    if _UNFOLDING.isdisjoint(button.keys()) and _ACCORDION.search(called) is None:
        return False
    return not ((heading.text or "").strip() or (button.tail or "").strip())


_UNFOLDING = frozenset({"aria-expanded", "aria-controls", "data-bs-toggle", "data-toggle"})
"""Attributes of buttons that unfold something; Bootstrap's have names of their own."""
_ACCORDION = re.compile(r"acc+ordion|toggle|collaps|faq", re.IGNORECASE)
"""What such buttons are called that get their attributes by a script."""


def is_one_of_several(heading: HtmlElement) -> bool:
    """Whether headings of buttons stand beside one, or each in a box of its own."""
    for box in islice(heading.iterancestors(), 2):
        several = islice((e for e in box.iter(heading.tag) if is_of_button(e)), 2)
        if len(list(several)) > 1:
            return True
    return False


_NOTE_MARK = re.compile(r"[\[(]?(?:\d{1,3}|[a-z]|[*†‡]{1,3})[\])]?")


def is_note_mark(element: HtmlElement, tag: str) -> bool:
    """Whether a raised number leads to a note on the page: `<sup><a href="#n1">1</a></sup>`, or the
    one within the other."""
    if len(element) != 1 or (element.text or "").strip(" []()"):
        return False
    link, raised = (element[0], element) if tag == "sup" else (element, element[0])
    if link.tag != "a" or raised.tag != "sup" or not (link.get("href") or "").startswith("#"):
        return False
    return _NOTE_MARK.fullmatch("".join(element.itertext()).strip()) is not None


def is_share_link(element: HtmlElement) -> bool:
    """Whether a link of a few words opens the form in which a reader posts the page, or words of
    it, elsewhere: a button amid a text, whatever it says. A heading is read whole."""
    href = element.get("href") or ""
    if "?" not in href or _SHARES.search(href) is None:
        return False
    around = element.getparent()
    if around is not None and around.tag in LOWER_HEADINGS:
        return False
    return len(element.text_content().split()) <= MAX_SHARE_WORDS


MAX_SHARE_WORDS = 5
_SHARES = re.compile(
    r"//(?:\w+\.)?(?:(?:twitter|x)\.com/(?:intent/(?:tweet|post)|share|home)"
    r"|facebook\.com/(?:sharer|share\.php|dialog/share)|api\.whatsapp\.com/send|wa\.me/"
    r"|(?:t|telegram)\.me/share|linkedin\.com/(?:share|sharing)|threads\.(?:net|com)/intent"
    r"|bsky\.app/intent|vk\.com/share|pinterest\.\w+/pin/create|reddit\.com/submit"
    r"|service\.weibo\.com/share)[^?]*\?"
)
"""Where the large houses open such forms."""


def is_unseen(element: HtmlElement) -> bool:
    """Whether what is called hidden is not shown at all: what is only kept from those who hear a
    page is seen."""
    return bool(element.get("aria-hidden") != "true")


def aria_level(element: HtmlElement) -> int:
    level = element.get("aria-level") or ""
    return min(6, max(1, int(level[:9]))) if level.isdecimal() else 2


def is_replaced(element: HtmlElement) -> bool:
    """Whether struck words have those right behind them in their place: `<del>…</del><ins>…</ins>`,
    by which HTML marks an edit."""
    instead = element.getnext()
    return instead is not None and instead.tag == "ins" and not (element.tail or "").strip()


def is_within_unspaced(before: Sequence[str], element: HtmlElement) -> bool:
    """Whether signs of Chinese or Japanese stand right before an element and behind it: no blank
    parts them."""
    above, below = (before[-1][-1:] if before else ""), (element.tail or "")[:1]
    return _UNSPACED.fullmatch(above + below) is not None


_UNSPACED = late_pattern("[\u2e80-\u9fff\uff00-\uffef]{2}")
