"""Lines above and below a text that tell who its author is, and are no text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.lines.telling import reports
from pipeline.page.elements import letters
from pipeline.patterns.late_patterns import late_pattern
from pipeline.patterns.word_patterns import WordPattern
from pipeline.people.byline_words import any_of, words
from pipeline.people.headed_profiles import headed_profile
from pipeline.people.jobs import MAX_JOB_CHARS, is_job
from pipeline.people.labels import cut_before
from pipeline.punctuation import SENTENCE_ENDS
from pipeline.records import Block, BlockKind

OPENING = 3
"""Lines from the text's beginning among which a job may stand."""

MAX_PROFILE_CHARS = 300
MAX_TOLD_CHARS = 900
"""The same where a text that never named its author does so in the end."""
MAX_WHOLE_CHARS = 1_800
"""The same where it begins with the author's whole name."""
MAX_AFTER_CHARS = 60
"""A note on where the text came from may follow that line."""
MAX_NOTE_CHARS = 160
MAX_STRANGE = 3
"""Lines of a template that may stand below what tells of an author, each as short as a note."""
NOTE = re.compile(r"[*＊]\s*[^\W\d_]")
"""How a note on the author begins: «* كاتب وباحث سياسي»."""


def profile_lines(
    kept: Sequence[Block], taken: set[Block], authors: tuple[str, ...], sites: frozenset[str]
) -> frozenset[Block]:
    """The lines of a cleaned text that tell of its known authors; `taken` are out already. `sites`
    are the folded names of the site."""
    found = set(_jobs(kept))
    last = next((block for block in reversed(kept) if block not in taken), None)
    starred = [block for block in kept if NOTE.match(block.text)]
    if last is not None and starred == [last] and is_short(last, MAX_NOTE_CHARS):
        found.add(last)
    if len(kept) > 3 and is_short(kept[-1], MAX_PROFILE_CHARS) and kept[-2].text in authors:
        found.update(kept[-2:])  # a name alone, and below it who that is
    names = tuple(f"{name}{end}" for name in authors for end in _goes_on(name))
    strange = 0
    for block in reversed(kept[1:]):
        if block in taken or block in found:
            continue
        text = block.text
        told = text.startswith(names) or (cut_before(text) or "").startswith(
            tuple(name[:-1] for name in names)
        )
        item = block.kind is BlockKind.LIST_ITEM and len(block.text) <= MAX_PROFILE_CHARS
        told = bool(names) and told and (item or is_short(block, MAX_PROFILE_CHARS))
        if told and not _is_of_story(block, [b for b in kept if b not in taken], authors):
            found.add(block)
            continue
        strange += 1
        if strange > MAX_STRANGE or len(block.text) > MAX_NOTE_CHARS:
            break
    found.update(block for block in _at_edges(kept) if _names_both(block, authors, sites))
    found.update(_told_at_last(kept, authors), headed_profile(kept, authors))
    found.update(b for b in kept[:ABOVE] if _tells_above(b, kept, authors))
    found.update(b for b in kept[1:WITHIN] if _introduces(b, kept, authors))
    return frozenset(found)


def _is_of_story(block: Block, kept: Sequence[Block], authors: tuple[str, ...]) -> bool:
    """Whether a line that begins with an author's name is the text's: what one of those who talk
    there says, «Jane Doe: What next?», or what somebody does of whom the text tells elsewhere too,
    and no profile, which says what a person is or where they are found."""
    text = block.text
    name = next((name for name in authors if text.startswith(name)), None)
    if name is None:
        return False
    others = [other.text for other in kept if other is not block]
    behind = text[len(name) :].lstrip()
    if behind[:1] in (":", "："):
        return any(other.startswith(name) and _SPEAKS.match(other, len(name)) for other in others)
    if len(letters(name)) <= MIN_SITE_LETTERS:
        return False
    if reports(text, "any"):
        return True
    if _ROLE_WORD.search(text) or _ADDRESSED.search(text) or _PRESENTS.match(behind):
        return False
    # What names them among few words is a byline, or a label.
    return any(name in other and len(other) > MAX_JOB_CHARS for other in others)


_SPEAKS = re.compile(r"\s?[:：]")
_ADDRESSED = re.compile(r"[@©]|\.\w{2,4}/|\b(?:www|http)")
"""Where a person is found on the network."""


def _at_edges(kept: Sequence[Block]) -> Sequence[Block]:
    return [*kept[:FIRST], *kept[max(FIRST, len(kept) - LAST) :]]


_MAILBOX = re.compile(r"[\w.+-]+@[\w-]+\.\w")
FIRST, LAST = 2, 6
MAX_BOTH_CHARS = 200
MIN_SITE_LETTERS = 4
"""A shorter name of a site is any word."""


def _names_both(block: Block, authors: tuple[str, ...], sites: frozenset[str]) -> bool:
    """Whether a line names an author and the site, «Jane Doe writes for The Courier since …», or a
    mailbox."""
    text = block.text
    if block.kind is BlockKind.HEADING or len(text) > MAX_BOTH_CHARS:
        return False
    if _opens_report(text, authors, sites):
        return False
    names = [name for name in authors if name in text and len(letters(name)) > MIN_SITE_LETTERS]
    if not names or any(_hears(name, text) for name in names):
        return False
    if _MAILBOX.search(text) and len(text) <= MAX_JOB_CHARS:
        return True
    rest = letters(text.replace(names[0], "|"))
    return any(len(site) >= MIN_SITE_LETTERS and site in rest for site in sites)


def _opens_report(text: str, authors: tuple[str, ...], sites: frozenset[str]) -> bool:
    """Whether a line is a brief first sentence behind who reports it and for whom: «The Courier -
    Jane Doe - The bridge opens in May.»"""
    *before, told = _DATELINE_SIGN.split(text)
    if len(before) < LEAST_BEFORE or len(told.split()) < LEAST_TOLD_WORDS:
        return False
    if told[-1] not in SENTENCE_ENDS or any(name in told for name in authors):
        return False
    known = {*map(letters, authors), *sites}
    return {*map(letters, before[:LEAST_BEFORE])} <= known


_DATELINE_SIGN = re.compile(r"\s*[-–—:|/]\s+")
LEAST_BEFORE, LEAST_TOLD_WORDS = 2, 4
"""Who reports and for whom, and the words of what is told behind them."""


ABOVE = 2
"""Lines at the head of a text that may tell of its author."""


def _tells_above(block: Block, kept: Sequence[Block], authors: tuple[str, ...]) -> bool:
    """Whether a line above the text begins with an author's first name and tells what they do,
    «Jane is a senior writer who covers …», where no other line knows them."""
    if not is_short(block, MAX_PROFILE_CHARS) or len(kept) <= OPENING:
        return False
    begin = block.text.partition(" ")[0]
    return any(
        begin == name.partition(" ")[0] and _tells_at_last(block, [kept[-1], *kept], (name,))
        for name in authors
    )


WITHIN = 4
"""Lines of a text among which a box beside its byline may stand."""


def _introduces(block: Block, kept: Sequence[Block], authors: tuple[str, ...]) -> bool:
    """Whether a line above a text begins with the whole name of an author, whom no other line
    knows, and tells who that is."""
    if not is_short(block, MAX_TOLD_CHARS) or len(kept) <= WITHIN:
        return False
    if not _begins_with_name(block.text, authors):
        return False
    if _ROLE_WORD.search(block.text) is None and _YEAR.search(block.text) is None:
        return False
    return _tells_at_last(block, [kept[-1], *kept], authors)


_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def _begins_with_name(text: str, authors: tuple[str, ...]) -> bool:
    return any(" " in name and text.startswith(f"{name} ") for name in authors)


MAX_TOLD = 3
"""Paragraphs in which a house tells of an author."""


def _told_at_last(kept: Sequence[Block], authors: tuple[str, ...]) -> set[Block]:
    """The last lines of a text that tell of an author, from the last upwards, below which a note
    may stand."""
    found: set[Block] = set()
    left = list(kept)
    while len(left) > 1 and len(found) < MAX_TOLD:
        above = left[-1] if len(left[-1].text) > MAX_AFTER_CHARS else left[-2]
        told = {block for block in (above, left[-1]) if _tells_at_last(block, left, authors)}
        if not told:
            break
        found |= told
        left = [block for block in left if block not in told]
    return found


def _tells_at_last(block: Block, kept: Sequence[Block], authors: tuple[str, ...]) -> bool:
    """Whether a line names an author, of whom no other one speaks: nobody writes so of himself,
    «Our correspondent Jane Doe covers …». The first name alone, «Jane has covered …», must stand
    beside what a person does."""
    most = MAX_WHOLE_CHARS if _begins_with_name(block.text, authors) else MAX_TOLD_CHARS
    if len(block.text) > most or block is kept[0] or block.kind is BlockKind.HEADING:
        return False
    others = [other.text for other in kept if other is not block]
    told = _SIGNED_AT_END.sub("", block.text)
    for name in authors:
        first, _, family = name.partition(" ")
        said = name if name in told else first
        cased = name[:1].isupper()  # elsewhere a longer name may begin with it
        if not family or not cased or (said is first and not _does(first, told)):
            continue
        if _hears(said, told) or (said is name and reports(told, "any")):
            continue
        if not any(said in text or family in text for text in others):
            return True
    return False


TOLD_REACH = 6
_HEARS = frozenset(words("hears"))


def _hears(name: str, text: str) -> bool:
    """Whether a name is that of who was told what the text reports: «told The Courier's Jane»."""
    before = text[: text.index(name)].lower().split()[-TOLD_REACH:]
    return any(word.strip(".,:;") in _HEARS for word in before)


_SIGNED_AT_END = re.compile(
    r"\s*(?:[(（\[【][^()（）\[\]【】]{2,120}[)）\]】]|[–—/|]\s*[^.!?–—/|]{2,80})[\s.]*$"
)
"""Who wrote or sent it, behind the last sentence of a text: «… too late. (Jane Doe, Reuters)»,
«… – Jane Doe»."""


def _does(first: str, text: str) -> bool:
    """Whether a text tells what somebody does, called by a first name alone."""
    if first not in text or _ROLE_WORD.search(text) is None:
        return False
    found = re.search(rf"(?<!\w){re.escape(first)}\s+{_DOES}\s", text)
    if found is None:
        return False
    before = text[: found.start()].split()[-1:]
    return not before or before[0][0].islower() or not before[0][-1].isalnum()


_DOES = rf"(?:has|{any_of(words('introduces'))})"
_ROLE_WORD = WordPattern(rf"(?<!\w)(?:{any_of(words('roles'))})(?!\w)", re.IGNORECASE)


def _goes_on(name: str) -> str:
    """With which signs a profile goes on behind a name that begins it."""
    if _DENSE.fullmatch(name):
        return "是は은는，,、：:（( "
    return " ,،:" if len(name.split()) > 1 else ""


_DENSE = late_pattern("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]{2,8}")
"""A name in scripts that do not part it into words."""


_PRESENTS = WordPattern(
    rf"(?:{any_of(words('introduces'))})\s(?<!\bis\s)(?<!\bwas\s)(?<!\best\s)(?<!\bist\s)(?<!\bes\s)"
    r"(?<!\bè\s)(?<!\bé\s)|(?:is|was|est|ist|es|è|é)\s(?:an?|the|une?|la|le|el|una|uma?|o|ein|eine|"
    r"der|die|il|lo|een|de)\s",
    re.IGNORECASE,
)
"""What a profile says behind a name: what a person does, or «is a»."""


def _jobs(kept: Sequence[Block]) -> list[Block]:
    return [
        block
        for block in kept[:OPENING]
        if is_short(block, MAX_JOB_CHARS) and block.text[-1] not in ".:。؟?!" and is_job(block.text)
    ]


def is_short(block: Block, most: int) -> bool:
    return block.kind is BlockKind.PARAGRAPH and len(block.text) <= most
