"""Lines in which a page writes a name that its metadata tell."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import islice

from lxml.html import HtmlElement

from pipeline.days.words import WORDS
from pipeline.lines.mastheads import is_chief
from pipeline.page.elements import form_of, letters, text_of_element
from pipeline.page.html import Document, once_a_page
from pipeline.page.texts import own_texts
from pipeline.patterns.late_patterns import late_pattern
from pipeline.patterns.word_patterns import WordPattern
from pipeline.people.byline_marks import MAX_BYLINE_CHARS
from pipeline.people.byline_names import strength_of_names
from pipeline.people.byline_words import any_of, words
from pipeline.people.date_tails import without_date
from pipeline.people.given_names import begins_with_given_name
from pipeline.people.houses_behind import is_house_behind
from pipeline.people.jobs import is_job
from pipeline.people.labels import cut_after, cut_before, is_editors_label
from pipeline.people.lone_person import lone_person
from pipeline.people.mastheads import is_below_chief
from pipeline.people.name_shapes import is_cased_as_name
from pipeline.people.names import clean_names
from pipeline.people.parts_apart import persons_apart
from pipeline.people.placed import without_place
from pipeline.people.towns_before_days import without_town_before_day
from pipeline.punctuation import SENTENCE_ENDS

MAX_NAMED = 8
"""Places where a page writes a name that are looked at."""
MAX_PARTS = 12
MAX_OTHER_LETTERS = 30
"""Letters of a sentence beside the names of a byline in it, of its label and jobs, at most."""
_INLINE = frozenset({"a", "b", "strong", "em", "i", "span", "font"})
ANDS = frozenset(letters(w) for k in ("between", "joined", "glued") for w in words(k)) - {""}
"""The folded words that join two names."""


def is_written(doc: Document, name: str) -> bool:
    """Whether a reader of the page sees a name, but for that of who heads the house; a default of
    the site's settings may be unseen."""
    return any(not _heads_house(holder, name) for holder in written_around(doc, name))


def _heads_house(holder: HtmlElement, name: str) -> bool:
    """Whether the title of who heads a house stands before a name: «Editor-in-chief: Jane Doe»."""
    label, named, _ = text_of_element(holder).partition(name)
    return (bool(named) and is_chief(label.rstrip(" :：–—-|/"))) or is_below_chief(holder)


@once_a_page
def written_around(doc: Document, name: str) -> tuple[HtmlElement, ...]:
    """The elements right around each place where a page writes a name, the first few."""
    return tuple(islice((holder for text, holder in own_texts(doc) if name in text), MAX_NAMED))


def lines_with(doc: Document, name: str) -> Iterator[tuple[str, HtmlElement]]:
    """The short blocks in which a page writes a name, with their texts."""
    for around in written_around(doc, name):
        line: HtmlElement | None = around
        if around.tag in _INLINE and not len(around) and len(around.text or "") > len(name):
            yield text_of_element(around), around  # what stands beside it may be set apart by style
        while line is not None and line.tag in _INLINE and line.getparent() is not None:
            if line is not around and letters(text_of_element(line)) != letters(name):
                break  # a line of its own in a longer one
            line = line.getparent()
        if line is not None and len(line) <= MAX_PARTS:
            yield text_of_element(line), line


def without_filed(element: HtmlElement, names: tuple[str, ...]) -> tuple[str, ...]:
    """Names without those of links that say of themselves under what the text is filed."""
    filed = {text_of_element(a) for a in element.iter("a") if _FILES.search(a.get("rel") or "")}
    return tuple(name for name in names if name not in filed) or names


_FILES = re.compile(r"(?:^|\s)(?:tag|category)(?:\s|$)")


def written_beside(
    doc: Document,
    name: str,
    within: Collection[HtmlElement] | None = None,
    sites: frozenset[str] = frozenset(),
) -> tuple[str, ...]:
    """The names that the page writes in one line with a known author's, no link among them: behind
    "by", or all of the line but an "and", signs between persons or the site's name; else empty.
    Only lines that are `within` some elements, if these are given.

    Where a line of the same form names the author alone before, it is another article's: an endless
    page appends some."""
    if not _is_of_words(name):
        return ()
    alone_in: set[tuple[str, str | None]] = set()
    for line, element in lines_with(doc, name):
        if not len(name) < len(line) < MAX_BYLINE_CHARS or is_editors_label(line):
            continue
        if within is not None and element not in within:
            continue
        apart = persons_apart(doc, element, sites, marked=False) if len(element) > 1 else ()
        if apart == (name,):
            alone_in.add(form_of(element))
            continue
        told, line = line, without_day(without_town_before_day(line))
        labelled = cut_before(line) is not None
        names = without_place(clean_names(line), line, labelled=labelled)
        names = without_filed(element, names)
        form = form_of(element)
        if names == (name,):
            alone_in.add(form)
        if form in alone_in and form[1]:
            continue
        if name not in names or len(names) < 2 or not all(map(_is_of_words, names)):
            continue
        rest = besides(names, line)
        rest, comma, house = rest.rpartition(",")
        rest = rest if is_house_behind(house.strip()) else f"{rest}{comma}{house}"
        others = "".join(word for word in rest.split() if letters(word) not in ANDS)
        rest = "" if letters(others) in sites else rest
        alone = not letters(rest) or is_job(rest.strip(_BETWEEN))
        called = all(_DENSE.fullmatch(n) or begins_with_given_name(n) for n in names)
        alone = alone and (called or strength_of_names(element.get("class") or "") == MARKED)
        if told[-1] in SENTENCE_ENDS and len(letters(rest)) > MAX_OTHER_LETTERS:
            continue  # «By Jane Doe: …», and the first sentence of the text
        if _opens_text(line, name) or _are_of_one_house(names):
            continue
        joined = bool(letters(rest)) and (letters(rest) in ANDS or not letters(others))
        if alone or joined or labelled:
            return names
    return ()


def besides(names: Iterable[str], line: str) -> str:
    """What a line holds besides some names of it."""
    for name in names:
        line = line.replace(name, " ", 1)
    return line


def _are_of_one_house(names: Sequence[str]) -> bool:
    """Whether several names in scripts without blanks begin with the same two letters: a house's
    parts in a menu do, «港網科技 | 港網手機 | 港網首頁», and no persons."""
    begin = {name[:HOUSE_LETTERS] for name in names if _DENSE.fullmatch(name)}
    return len(names) > TWO and len(begin) == 1


HOUSE_LETTERS = 2


def without_day(line: str) -> str:
    """A line without the day that ends it, the day's label and the signs before it."""
    bare = without_date(line)
    bare = bare if bare == line else _DAY_LABEL.sub("", bare)
    return cut_after(bare).rstrip(" |·•–—-,،")


_DAY_LABEL = WordPattern(
    rf"[\s|·•–—-]+(?:{any_of([*WORDS['published'], *WORDS['modified']])})\s*[:：]?\s*$",
    re.IGNORECASE,
)
MARKED = 2
"""How surely a class speaks of a byline that speaks of nothing else."""


def _opens_text(line: str, name: str) -> bool:
    """Whether a colon stands right behind a name in Arabic letters, and a sentence behind that: a
    dateline, which no label of authors begins."""
    behind = line.partition(name)[2]
    return behind[:1] == ":" and behind.count(" ") > MAX_BEHIND and line[0] > "\u05ff"


MAX_BEHIND = 4
"""Blanks behind a name and a colon in what is no sentence."""


def written_as_one(doc: Document, house: str, agency: str) -> str | None:
    """A house and an agency that sign as one, «The Courier and AFP», as a page writes them in one
    line; None where it does not."""
    for line in map(text_of_element, written_around(doc, agency)):
        whole = cut_before(line) or line
        between = whole.removeprefix(house).removesuffix(agency)
        if len(whole) - len(between) == len(house) + len(agency) and letters(between) in ANDS:
            return whole
    return None


_BETWEEN = " ,،、·・/&"
"""What may stand between names and before a job: «김하늘·이바다 기자»."""
_DENSE = late_pattern("[\u3005\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]{2,6}")


def _is_of_words(name: str) -> bool:
    if _DENSE.fullmatch(name):
        return lone_person(name) == name
    return " " in name and is_cased_as_name(name) and not re.search(r"\d", name)


_POSTED = WordPattern(rf"(?:{any_of(words('posts'))})(?:\s*[:：]|\s)", re.IGNORECASE)


def is_posted_by(doc: Document, name: str) -> bool:
    """Whether a page writes a name only behind a word for who put the text there, «posted by»."""
    lines = [text for text, _ in lines_with(doc, name)]
    return bool(lines) and all(map(_POSTED.match, lines))


def are_joined(names: list[str], text: str) -> bool:
    """Whether nothing but what joins them stands between two names of a line, each of which its own
    element sets apart: «<b>سارة أحمد</b> و<b>علي حسن</b> - 3 May 2026»."""
    start, end = text.find(names[0]), text.rfind(names[-1])
    between = text[start + len(names[0]) : end].strip()
    joins = between in _COMMAS or (between.isalpha() and letters(between) in ANDS)
    return len(names) == TWO and 0 <= start < end and joins


_COMMAS = (",", "،", "&")
TWO = 2


_FAMILY_FIRST = re.compile(r"([^\W\d_a-z][\w’'-]+), ([^\W\d_a-z][\w’'-]+)")


def in_order_of_page(doc: Document, name: str) -> str:
    """A person's name in the order in which the page writes it: «Doe, Jane»."""
    named = _FAMILY_FIRST.fullmatch(name) if ", " in name else None
    turned = f"{named[2]} {named[1]}" if named else ""
    return turned if turned and is_written(doc, turned) else name
