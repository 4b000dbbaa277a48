"""Marks of the reader that a site writes into its text: an address, plain or in base64."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Sequence
from itertools import product

from pipeline.lines.reader_marks import (
    IPV4,
    is_reader_mark,
    is_reader_number,
    place_of_reader_mark,
    speaks_of_addresses,
    tells_reader_address,
)
from pipeline.page.pieces import Extracted
from pipeline.punctuation import SENTENCE_ENDS
from pipeline.records import BlockKind

_IP = r"(?:\d{1,3}\.){3}\d{1,3}|(?:[0-9a-f]{0,4}:){3,7}[0-9a-f]{1,4}"
_MAIL = r"[\w.+-]+@[\w-]+\.[\w.-]+"
LEAST_CHARS = 12
"""Letters of a mark in base64, at least."""
_ENCODED = re.compile(
    rf"(?<![A-Za-z0-9+/=])[A-Za-z0-9+/]{{{LEAST_CHARS},}}(?:={{1,2}}(?!=)|(?![A-Za-z0-9+/=]))"
)
_SAYS_READER = re.compile(
    r"(?:\s*(?:(?:your\s+)?ip(?:\s*address)?|user|visitor|e-?mail|client)?\s*[:=]?\s*"
    rf"(?:{_IP}|{_MAIL})\s*[,;|]?){{1,3}}(?:\s[\d\s:./tz+-]{{1,40}})?",
    re.I,
)
"""A reader's address, and perhaps when it was: a date, a time, seconds since 1970."""
_PLAIN = re.compile(
    r"\s*(?:your\s+)?(?:ip|ip[ -]address|عنوان\s+ip|عنوانك|عنوان\s+(?:جهازك|زيارتك|اتصالك)|"
    r"(?:رقم|عنوان)\s+(?:ال)?[آا]ي\s?بي(?:\s+الخاص\s+بك)?|"
    r"آی[\s\u200c]?پی(?:\s+شما)?|(?:آپ\s+کا\s+)?آئی\s?پی(?:\s+ایڈریس)?|ئای\s?پی(?:\s+تۆ)?|ئایپی(?:\s+تۆ)?)\s*"
    rf"[:=]?\s*(?:{_IP})\b.{{0,60}}",
    re.I,
)
_PLACE = re.compile(r"(?:[^\d.!?؟:،؛]{2,60}[\s,،-]+)?[A-Z]{2}")
_PLACE_BEHIND = re.compile(r"\s[^\d.!?؟:،؛\n]{2,40}?\s[A-Z]{2}(?![A-Za-z])")

MAX_PLACE_AFTER = 80
"""Characters at a text's end that are the reader's place behind a mark, whatever their form."""


_WORD = r"(?:[^\W\d_][\u064b-\u0652]?){2,20}"
_SERVERS = r"(?!.*(?:dns|server|host|gateway|router|\bip\b|خادم|سيرفر|عنوان|موج[ّ]?ه|سرور))"
_ADDRESS = re.compile(
    rf"(?:{_SERVERS}{_WORD}(?: {_WORD}){{0,2}}(?:\s?[,،|/–—-]\s?|\s))?"
    rf"(?:{IPV4})(?:\s?[,،|/–—-]\s?[^\W\d_]{{2,20}}(?: [^\W\d_]{{2,20}}){{0,2}}"
    rf"|\s{_SERVERS}[^\W\d_]{{2,20}}(?: [^\W\d_]{{2,20}})?)?",
    re.IGNORECASE,
)

_BETWEEN_BARS = re.compile(
    rf"(?!\d){_SERVERS}[^.!?؟|]{{3,40}}\s[-–—|/]\s(?:{IPV4})\s[-–—|/]\s[^\d.!?؟:]{{2,30}}", re.I
)
"""Who reads, from which address and where: «Subscriber 64956 - 192.0.2.44 - Leeds»."""


def _is_bare_address(text: str) -> bool:
    """Whether a line is an address of the network alone, or with a place of a few words before
    it or behind a sign, of two at most behind a blank, or both parted by bars: at a text's end, its
    reader's."""
    return _ADDRESS.fullmatch(text) is not None or _BETWEEN_BARS.fullmatch(text) is not None


def take_addresses(lines: Sequence[Extracted], rules: list[str | None]) -> None:
    """An address of the network alone in one of the last lines of prose, the reader's; the only one
    behind a place, wherever it stands; and a line that tells its reader's, in a text that speaks of
    none elsewhere."""
    left = [i for i, rule in enumerate(rules) if rule is None]
    told = [i for i in left if tells_reader_address(lines[i].block.text)]
    if len({lines[i].block.text for i in told}) == 1 and not any(
        speaks_of_addresses(lines[i].block.text) for i in left if i not in told
    ):
        for i in told:
            rules[i] = "watermark"
            left.remove(i)
    found = [i for i in left[1:] if _may_hold_address(lines[i].block.text)]
    only = len({lines[i].block.text for i in found}) == 1
    for i in found:
        block = lines[i].block
        if block.kind is not BlockKind.PARAGRAPH or not _is_bare_address(block.text):
            continue
        if i in left[-LAST_LINES:] if block.text[0].isdigit() else only:
            rules[i] = "watermark"


def _may_hold_address(text: str) -> bool:
    return len(text) <= MAX_ADDRESS_CHARS and text.count(".") == ADDRESS_STOPS


MAX_ADDRESS_CHARS, ADDRESS_STOPS = 120, 3
LAST_LINES = 6
"""Lines at a text's end among which a bare address is the reader's."""


def is_watermark(text: str) -> bool:
    """Whether a line is a mark of its reader's address, plain or in base64, or a long number in
    base 16, and no more."""
    if len(text) > 200:
        return False
    if _PLAIN.fullmatch(text) or is_reader_mark(text):
        return True
    found = _ENCODED.search(text)
    if found is None or found.start() != 0:
        return False
    told = _is_encoded_reader(found[0]) or _is_encoded_reader(found[0], among_data=True)
    return told or is_digest(text)


def is_key(text: str) -> bool:
    """Whether a line is one word of letters of both cases and figures in turn, with which a
    template is told from others."""
    if len(text) < MIN_KEY_CHARS or _KEY.fullmatch(text) is None:
        return False
    return len(_TURNS.findall(text)) >= len(text) * TURNS_SHARE


MIN_KEY_CHARS, TURNS_SHARE = 24, 0.2
_KEY = re.compile(r"(?=\D*\d)[A-Za-z0-9+/_-]+={0,2}", re.ASCII)
_TURNS = re.compile(r"[a-z](?=[A-Z0-9+/])|[0-9+/](?=[A-Za-z])")
"""Where one kind of them follows another."""


_DIGEST = re.compile(r"(?=[a-f]*\d)(?=\d*[a-f])[0-9a-f]{24,64}")
"""A number by which a site knows a page or a reader; no word is so long."""


def is_digest(text: str) -> bool:
    """Whether a line is a long number in base 16 and no more."""
    return _DIGEST.fullmatch(text) is not None


def give_digests_back(lines: Sequence[Extracted], rules: list[str | None]) -> None:
    """Long numbers in base 16 are the text's where it lists several, or tells one behind a colon,
    as texts about software and its safety do: a page knows its reader by one."""
    found = [i for i, rule in enumerate(rules) if rule in _MARKS and _is_number(lines[i])]
    listed = len({lines[i].block.text for i in found}) > 1
    for i in found:
        told = i and (lines[i - 1].block.text.endswith((":", "：")) or _is_marked(lines, i))
        if listed or told:
            rules[i] = None


def _is_marked(lines: Sequence[Extracted], at: int) -> bool:
    """Whether a number stands below another item of a list, or a line that is an address too: the
    traces of an attack."""
    above, line = lines[at - 1].block, lines[at].block
    listed = above.kind is line.kind is BlockKind.LIST_ITEM and lines[at].linked == 0
    return listed or _TRACE.fullmatch(above.text) is not None


_TRACE = re.compile(r"(?i:h(?:xx|tt)ps?://|[a-z0-9-]+\[?\.\]?)\S*\[\.\]\S+")
"""An address that is written so that nobody opens it: «hxxp://update[.]example/x»."""


_MARKS = ("watermark", "key")


def _is_number(line: Extracted) -> bool:
    text = line.block.text
    is_other = is_key(text) and not is_watermark(text)  # no reader's address in base64
    return is_digest(text) or is_reader_number(text) or is_other


def _is_encoded_reader(token: str, *, among_data: bool = False) -> bool:
    """Whether letters in base64 say a reader's address; `among_data`: and other things, as data
    do."""
    try:
        plain = base64.b64decode(token + "=" * (-len(token) % 4), validate=True).decode()
    except (binascii.Error, UnicodeDecodeError, ValueError):
        return False
    return bool((_holds_reader if among_data else _SAYS_READER.fullmatch)(plain))


MAX_PLACE_WORDS = 3
"""Words of a place before an address, «New York, US 192.0.2.44»: more are a sentence's."""
_HOLDS = re.compile(rf"(?:{_IP})|{_MAIL}", re.IGNORECASE)
_PROSE = re.compile(r"[^\W\d_]{2,} [^\W\d_]{2,}")
_PLACE_BEFORE = re.compile(rf"(?:[^\W\d_]{{2,}}[\s,،-]+){{1,{MAX_PLACE_WORDS}}}(?={_IP})")


def _holds_reader(plain: str) -> bool:
    """Whether decoded words are data with a reader's address among them, and no sentence:
    «ip=192.0.2.44&t=179570», «{"user": "ann@example.org"}»."""
    if not plain.isprintable() or _HOLDS.search(plain) is None:
        return False
    return _PROSE.search(_HOLDS.sub("", _PLACE_BEFORE.sub("", plain, count=1))) is None


MAX_GLUED = 12
"""Letters of a word that stand beside a mark without a blank: those of a button before it («Share»,
«Partager»), or of the sentence behind it."""

LEAST_GLUED_CHARS = 20
MAX_MARK_CHARS = 1_000
"""A longer row is a file, and to look through it takes the square of its length."""
_GLUED = sorted(product(range(MAX_GLUED + 1), repeat=2), key=sum)
"""How many letters may be glued to a mark before and behind it, the fewest first."""


def _mark_in(token: str) -> slice | None:
    """Where the mark is in a row of letters, with which a word may be glued to it; None without."""
    if len(token) > MAX_MARK_CHARS or token[1:].islower():
        return None  # a word: what base64 makes of an address has letters of both kinds
    if _is_encoded_reader(token):
        return slice(0, len(token))
    if _is_encoded_reader(token, among_data=True):
        return slice(0, len(token))
    size = len(token)
    if size >= LEAST_GLUED_CHARS:
        for before, behind in _GLUED:
            if _is_encoded_reader(token[before : size - behind]):
                return slice(before, size - behind)
    return None


def _may_be_encoded(text: str) -> bool:
    """Whether a text has a row of letters that is long enough for a mark and no word."""
    return any(not part[1:].islower() for part in text.split() if len(part) >= LEAST_CHARS)


def split_at_watermark(text: str) -> list[str]:
    """The text, parted before a mark; and behind it and the reader's place, where the text goes on:
    of paragraphs that a page runs together."""
    parts, at = [], 0
    for found in _ENCODED.finditer(text) if _may_be_encoded(text) else ():
        mark = _mark_in(found.group())
        if mark is None:
            continue
        start, behind = found.start() + mark.start, found.start() + mark.stop
        end = len(text)
        if end - behind >= MAX_PLACE_AFTER:
            place = _PLACE_BEHIND.match(text, behind)
            end = place.end() if place else behind
        elif text.rstrip("»”\"')").endswith(tuple(SENTENCE_ENDS)):
            end = behind
        parts += [text[at:start].strip(), text[start:end]]
        at = end
    parts.append(text[at:].lstrip() if at else text)
    mark_at = None if at else place_of_reader_mark(text)
    if mark_at and (text[-1] in SENTENCE_ENDS or not is_watermark(text)):
        start, end = mark_at
        parts = [text[:start].rstrip(), text[start:end], text[end:].lstrip()]
    return [part for part in parts if part] or [text]


def is_place(text: str) -> bool:
    """Whether a line may be the reader's place as it follows a mark: «… NL»."""
    return bool(_PLACE.fullmatch(text))
