"""Lines in which a text that speaks to nobody speaks to its readers: the house does.

News are told in the third person. Where all of a text is, one short line of its own with «our» or
«you» in it and what only a site has, «Your coffee is ready, so is our letter», is a promotion, in
whatever words. A text that says «you» elsewhere may do so there too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from pipeline.lines.appeals import begins_to_ask
from pipeline.lines.entry_heads import is_amid_peers
from pipeline.lines.notice_words import names_others, names_readers, says_here
from pipeline.lines.offer_words import holds, names_house_alone, words_of
from pipeline.lines.quoted import MARKS, is_dialogue, without_names, without_sayings
from pipeline.lines.site_word_kinds import ASKS, DEVICES, TEXTS, THINGS
from pipeline.lines.spoken_persons import WORD, Persons, persons_of, told_persons
from pipeline.lines.stems import is_apart, names_topic
from pipeline.lines.telling import reports
from pipeline.lines.verdicts import concludes, is_verdict
from pipeline.punctuation import COLONS, QUESTION_MARK, QUESTION_MARKS, STOPS
from pipeline.records import Block, BlockKind
from pipeline.text import spoken_words
from pipeline.writing import is_as_long

MAX_CHARS = 140
MAX_LAST_CHARS = 320
"""Of a paragraph at a text's end that says both «we» and «you»."""
MAX_ASIDES = 3
"""An article with more such lines speaks to its readers."""
MIN_PROSE, MIN_PROSE_CHARS, MIN_PROSE_SIGNS = 4, 60, 20
"""Paragraphs that show in which person a text is told."""
MIN_FLASH = 2
"""The same of a flash whose last lines say what its house will tell next."""
_NO_ENDS = tuple(f"{QUESTION_MARKS}{COLONS},،;؛")
_STOPS = tuple(STOPS)
_ANNOUNCE = tuple(COLONS)
"""How a line ends below which the text says what it announces."""


def asides(
    kept: Sequence[Block], language: str | None, sites: frozenset[str] = frozenset()
) -> frozenset[Block]:
    """The short paragraphs of a text told in the third person that speak to its readers of what
    the site has. `language` is the page's; without one nothing is taken. `sites` are the folded
    names of the site."""
    persons = persons_of((language or "")[:2])
    if persons is None:
        return frozenset()
    texts = [block.text for block in kept]
    last = range(max(1, len(kept) - LAST_LINES), len(kept))
    found = {
        at
        for at in range(len(kept))
        if _is_aside(kept[at], persons, texts, sites, MAX_LAST_CHARS if at in last else MAX_CHARS)
        and (at or is_apart(kept, at))
        and not (at and kept[at - 1].text.endswith(_ANNOUNCE))
        and not (at and is_amid_peers(kept, at - 1))
        and not (at < len(kept) - 1 and is_dialogue(kept[at].text))
        and not (_announces(kept, at) or (at and concludes(kept[at - 1].text)))
        and not (at < FIRST_LINES and _FILED.match(kept[at].text))
    }
    found |= {
        at
        for at in last
        if _asks_to_tell(kept[at], persons) or _speaks_of_its_text(kept[at], persons)
    }
    alone = {at for at in last if at not in found and _speaks_alone(kept[at], persons, texts)}
    found |= alone
    if not 0 < len(found) <= MAX_ASIDES:
        return frozenset()
    own = (block for at, block in enumerate(kept) if at not in found)
    rest = [block.text for block in own if block.kind is not BlockKind.QUOTE]
    prose = [text for text in rest if is_as_long(text, MIN_PROSE_CHARS, MIN_PROSE_SIGNS)]
    spoken = any(_speaks(without_sayings(text), persons) for text in prose)
    if spoken or (alone and any(persons.says_me(without_sayings(text)) for text in prose)):
        found -= alone
    if spoken or len(prose) < MIN_PROSE:
        found &= set(range(len(kept) - LAST_LINES, len(kept)))
        flash = not spoken and len(prose) >= MIN_FLASH
        found = {
            at
            for at in found
            if (flash and (at in alone or _goes_on(texts[at], persons)))
            or _calls_on_readers(texts[at], persons, texts, sites)
        }
    return frozenset(kept[at] for at in found)


def _announces(kept: Sequence[Block], at: int) -> bool:
    """Whether a line ends with a colon above points of a text: «We sum up what matters to you:»"""
    points = kept[at + 1 : at + 1 + LEAST_POINTS]
    if not kept[at].text.endswith(_ANNOUNCE) or len(points) < LEAST_POINTS:
        return False
    return all(
        (block.kind is BlockKind.LIST_ITEM or _POINT.match(block.text) is not None)
        and spoken_words(block.text) >= MIN_POINT_WORDS
        for block in points
    )


FIRST_LINES = 2
_FILED = re.compile(r"[^\W\d_]\S{2,}(?: \S+){0,2}\s?/\s+(?=(?:\S+ ){5}.*[.؟۔]$)")
"""How agencies begin a report, their name and a stroke before its first sentence."""
LEAST_POINTS, MIN_POINT_WORDS = 2, 4
_POINT = re.compile(r"[^\W\d_][^.:：!?؟]{1,40}[:：]\s|\d{1,4}\s?[-–—.):]\s|[-–—•▪✅✔◾*]\s?")
"""How a point of a text begins: with its label, its number or a sign."""
LAST_LINES = 3
"""Lines at the end of a text that says «we» or «you» itself of which some call on its readers."""


def _speaks_alone(block: Block, persons: Persons, texts: Sequence[str]) -> bool:
    """Whether in a line who writes alone says «I» and names what only sites have, of which the text
    does not tell: «Reply to this mail, I read them all.»"""
    text = block.text
    if block.kind is not BlockKind.PARAGRAPH or len(text) > MAX_CHARS or not persons.says_me(text):
        return False
    language = persons.words.language
    if not MARKS.isdisjoint(text) or reports(text, language) or names_others(text, language):
        return False
    said = WORD.findall(text.lower())
    things = [w for w in said if persons.words.kinds((w,))[0] & (THINGS | DEVICES | TEXTS)]
    others = [other for other in texts if other != text]
    if not things or names_topic(things, others):
        return False
    return not any(map(str.isdigit, text))


def speaks_to_readers(texts: Iterable[str], language: str) -> bool:
    """Whether one of some lines says «we» or «you» and quotes nobody who does."""
    persons = persons_of(language)
    theirs = persons.theirs if persons is not None else None
    told = map(without_sayings, texts)
    own = (text if theirs is None else theirs.sub("", text) for text in told)
    return any(any(told_persons(text, language)) for text in own)


def persons_said(text: str, language: str) -> tuple[bool, bool]:
    """Whether a line says «we», and whether it says «you»."""
    return told_persons(text, language)


def _speaks(text: str, persons: Persons) -> bool:
    return persons.says_we(text) or persons.says_you(text)


def _is_aside(
    block: Block, persons: Persons, texts: Sequence[str], sites: frozenset[str], max_chars: int
) -> bool:
    if block.kind is not BlockKind.PARAGRAPH or len(block.text) > max_chars:
        return False
    if is_verdict(block.text):
        return False
    whole = block.text.rstrip(" :：")
    text = without_names(block.text).rstrip(" :：")
    if not text or text.endswith(_NO_ENDS) or not MARKS.isdisjoint(text):
        return False
    calls = text.endswith(_STOPS) and (
        _calls_behind_question(text, persons) or _calls_on_those_who_have(text, persons)
    )
    we, you = persons.says_we(text), calls or persons.says_you(text)
    if persons.own is not None and persons.own.search(text):
        we = you = True
    language = persons.words.language
    if names_readers(text, language) and not names_others(text, language):
        you = you or _is_of_house(text, persons, texts, sites)
    if not (we or you) or _tells_what_is_said(text, persons):
        return False
    if len(block.text) > MAX_CHARS and not (we and you and _speaks_throughout(text, persons)):
        return False
    if text.endswith(_STOPS) and not (we and you):
        if not (
            calls
            or (we and _goes_on(text, persons))
            or (you and _is_of_house(text, persons, texts, sites))
        ):
            return False
        we = you = True
    names_what_is_the_house_s = len(text) < len(whole)
    if (we and you) or names_what_is_the_house_s:
        return not reports(text, persons.words.language)
    said = WORD.findall(text.lower())
    things = [w for w in said if persons.words.kinds((w,))[0] & (THINGS | DEVICES)]
    if not things or reports(text, persons.words.language):
        return False
    return not names_topic(things, [other for other in texts if other != block.text])


def _goes_on(text: str, persons: Persons) -> bool:
    """Whether a line says when its house goes on, or that it will: «We will update this story.»"""
    if persons.soon is None or spoken_words(text) < MIN_SOON_WORDS:
        return False  # «We will see.»
    if persons.guesses is not None and persons.guesses.search(text):
        return False
    return persons.soon.search(text) is not None


MIN_SOON_WORDS = 4


def _speaks_throughout(text: str, persons: Persons) -> bool:
    """Whether nearly all sentences of a paragraph say «we» or «you»."""
    sentences = _SENTENCES.split(text)
    return sum(_speaks(each, persons) for each in sentences) >= len(sentences) * SPEAKING_SHARE


_SENTENCES = re.compile(r"(?<=[.!?؟۔।])\s+")
SPEAKING_SHARE = 0.66


def _speaks_of_its_text(block: Block, persons: Persons) -> bool:
    """Whether a short line begins with «we», points to its text, and tells nothing that was asked
    or learned for it: «We apologise if this report has hurt anybody.»"""
    text = block.text
    if block.kind is not BlockKind.PARAGRAPH or len(text) > MAX_CHARS or text.endswith(_NO_ENDS):
        return False
    language = persons.words.language
    begun = " ".join(text.split()[:WE_BEGINS])
    if not (persons.says_we(begun) and says_here(text, language)) or not MARKS.isdisjoint(text):
        return False
    return not holds("witness", words_of(text)) and not reports(text, language)


WE_BEGINS = 2
"""Words of such a line of which one says «we»."""


def _asks_to_tell(block: Block, persons: Persons) -> bool:
    """Whether a question begins with a call to tell the house: «Tell us, have you been there?»"""
    text = block.text
    if block.kind is not BlockKind.PARAGRAPH or len(text) > MAX_CHARS or persons.calls is None:
        return False
    called = _CLAUSE.split(text, maxsplit=1)[0]
    if not text.endswith(_QUESTIONS) or spoken_words(called) > MAX_TELLING_WORDS or called == text:
        return False
    return persons.calls.search(called.lower()) is not None and (
        persons.says_we(called) or _US.search(called.lower()) is not None
    )


_CLAUSE = re.compile(r"[,:،;؛]")
_QUESTIONS = tuple(QUESTION_MARKS)
_US = re.compile(r"(?:-nous|nos|-nos|ci|نا)$")
"""«Us», written onto the verb."""
MAX_TELLING_WORDS = 3


def _tells_what_is_said(text: str, persons: Persons) -> bool:
    """Whether a line says «we» and «you» only behind a colon and what stands as a sentence before
    it: «A short message stood there: thank you for playing with us.»"""
    before = _COLON.split(text, maxsplit=1)[0]
    is_sentence = before != text and spoken_words(before) >= MIN_SAYING_WORDS
    return is_sentence and not _speaks(before, persons)


_COLON = re.compile(f"[{re.escape(COLONS)}]")
MIN_SAYING_WORDS = 6


def _is_of_house(text: str, persons: Persons, texts: Sequence[str], sites: frozenset[str]) -> bool:
    """Whether a sentence points to its page, «What you read here is paid for by its readers.», or
    names the house of which no line tells that speaks to nobody."""
    if says_here(text, persons.words.language):
        return True
    return names_house_alone(text, (t for t in texts if not _speaks(t, persons)), sites)


def _calls_on_readers(
    text: str, persons: Persons, texts: Sequence[str], sites: frozenset[str]
) -> bool:
    """Whether a line asks something, calls on readers behind that, and names whom they are to tell,
    the house, its page or its readers: «What do you think of the Heron? Write to The Courier in the
    box below.» Or whether it says «we» and «you» behind what it asks, or of its page."""
    here = says_here(text, persons.words.language)
    behind = QUESTION_MARK.split(text)[-1].strip()
    both = text if here else behind if behind != text else ""
    if persons.says_we(both) and persons.says_you(both):
        return True
    own = persons.own is not None and persons.own.search(text) is not None
    if _calls_on_those_who_have(text, persons) or (own and persons.says_you(text)):
        return True
    if not _calls_behind_question(text, persons):
        return False
    if here or persons.says_we(behind) or names_readers(behind, persons.words.language):
        return True
    others = (t for t in texts if not _speaks(t, persons))
    return names_house_alone(text, others, sites)


def _calls_on_those_who_have(text: str, persons: Persons) -> bool:
    """Whether a line says «we» behind asking readers for what they have to say: «If you have a view
    of the Heron, our door is open.», «Seen a heron? Our desk would love a picture.»"""
    begun = persons.having.match(text) if persons.having is not None else None
    if begun is None:
        return False
    behind = text[begun.end() :]
    return persons.says_we(behind) or _OWNED.search(behind) is not None


_OWNED = re.compile(r"(?<!\w)(?!هنا)[\u0621-\u0652]{3,}نا(?!\w)")
"""A word of Arabic with «our» written onto it."""
MAX_CALL_WORDS = 9


def _calls_behind_question(text: str, persons: Persons) -> bool:
    """Whether a line asks something and then for something: «Do you work there, and disagree?
    Write to Jane, who reads it all.» What asks for a call to those of whom news tell is theirs."""
    if not QUESTION_MARK.search(text):
        return False
    behind = QUESTION_MARK.split(text)[-1].strip()
    said = behind.split()
    if len(said) == 1 and _OWNED.match(behind):  # «Did we forget one? Tell us.», in a word
        return True
    if not 1 < len(said) <= MAX_CALL_WORDS or not _DIGIT.isdisjoint(behind):
        return False
    language = persons.words.language
    first = persons.words.kinds((said[0].strip(".,!،"),))  # none of «– Because it is quiet.»
    called = bool(first and first[0] & ASKS)
    called = called or begins_to_ask(behind, language)
    called = called or (persons.calls is not None and bool(persons.calls.search(behind.lower())))
    return called and not names_others(behind, language)


_DIGIT = frozenset("0123456789٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹")
"""A call that names a number or a day is what news tell their readers to do."""
