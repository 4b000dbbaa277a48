"""The charset of a page: byte order mark, HTTP header, declarations in the page, then detection.

UTF-8 is tried first whatever is declared: text that has many multi-byte sequences and no error is
UTF-8. A declared charset whose text looks implausible is not believed.
"""

from __future__ import annotations

import codecs
import re

from charset_normalizer import from_bytes
from w3lib.encoding import resolve_encoding

from pipeline.page.latin_charsets import LATIN, latin_codec

_BOMS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARATION = re.compile(
    rb"""<meta\b[^>]{0,200}?\bcharset\s*=\s*["']?\s*([\w.:-]{3,30})"""
    rb"""|<\?xml\b[^>]{0,80}?\bencoding\s*=\s*["']([\w.:-]{3,30})""",
    re.IGNORECASE,
)
_FROM_NON_ASCII = re.compile(rb"[\x80-\xff][^<>]{0,200}")
_BEFORE_BYTES = 60
_ESCAPES = re.compile(rb"\x1b[$(]")

_HIRAGANA_SJIS = re.compile(rb"\x82[\x9f-\xf1]")
_HIRAGANA_EUC = re.compile(rb"\xa4[\xa1-\xf3]")

_SAMPLE_BYTES = 6000
"""Bytes around non-ASCII ones on which a charset is judged."""

_FEW_SEQUENCES = 3
"""So few multi-byte sequences can be valid UTF-8 by accident, in a short text."""

_RARE_ERRORS = 0.02
"""Share of broken sequences among the non-ASCII bytes up to which a text still counts as UTF-8:
one broken include, or a cut in the middle of a letter."""

_PLAUSIBLE = 0.85
"""Share of letters that fit among the non-ASCII characters of a rightly decoded sample."""

_GUESSES = ("windows-1256", "iso8859-6", "windows-1251", "koi8-r", "cp1254", "cp1252", "cp1250")


_OF_THE_WEB = [
    "cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "cp874",
    "iso8859_2", "iso8859_5", "iso8859_6", "iso8859_7", "iso8859_8", "koi8_r", "koi8_u", "cp866",
    "big5", "gb18030", "euc_jp", "shift_jis", "euc_kr", "mac_cyrillic",
]  # fmt: skip
"""The charsets that browsers know (WHATWG Encoding, section 4.2): no page is in another."""


def decode(body: bytes, charset: str | None) -> tuple[str, str]:
    """The text of a page, and the codec that gave it.

    `charset` is what the HTTP header said, or None. Never raises: bytes that fit no charset
    become U+FFFD.
    """
    for mark, codec in _BOMS:
        if body.startswith(mark):
            return body[len(mark) :].decode(codec, "replace"), codec
    wide = _wide_codec(body)
    if wide:
        return body.decode(wide, "replace"), wide
    text, errors, sequences = _as_utf8(body)
    if errors == 0:
        if sequences > _FEW_SEQUENCES:
            return text, "utf-8"
        declared = _declared(body, charset)
        seven_bit = next((name for name in declared if name.startswith(("iso2022", "hz"))), None)
        if sequences == 0 and seven_bit and _ESCAPES.search(body):
            return body.decode(seven_bit, "replace"), seven_bit
        if sequences == 0 or "utf-8" in declared or not declared:
            return text, "utf-8"
        if _plausibility(body.decode(declared[0], "replace")) < _PLAUSIBLE:
            return text, "utf-8"
        return body.decode(declared[0], "replace"), declared[0]
    declared = _declared(body, charset)
    # Without a sequence that is right, one broken place or two are letters of what is declared.
    told = sequences > errors or "utf-8" in declared or not declared
    if told and errors <= max(2, _RARE_ERRORS * sequences):
        return text, "utf-8"
    codec = _best_single(body, [n for n in declared if n != "utf-8"])
    return body.decode(codec, "replace"), codec


def _wide_codec(body: bytes) -> str | None:
    """UTF-16 or UTF-32 without a mark: every second byte of markup is zero, or three of four."""
    head = body[:400]
    if len(head) < 8:
        return None
    for codec, places in (("utf-32-le", (2, 3)), ("utf-32-be", (0, 1))):
        if not any(any(head[place::4]) for place in places):
            return codec
    even, odd = head[0::2].count(0), head[1::2].count(0)
    enough = 0.3 * len(head) / 2
    if odd > enough and even <= odd * 0.1:
        return "utf-16-le"
    if even > enough and odd <= even * 0.1:
        return "utf-16-be"
    return None


def _declared(body: bytes, charset: str | None) -> list[str]:
    """The codecs that header and page declare, in order of trust, each once.

    A header of ISO-8859-1 is a server's default more often than a statement, so that the page's
    own declaration comes before it.
    """
    names = [charset] if charset else []
    names += [
        (match.group(1) or match.group(2)).decode("ascii", "replace")
        for match in list(_DECLARATION.finditer(body[:1_000_000]))[:3]
    ]
    found: list[str] = []
    for name in names:
        codec = resolve_encoding(name.strip().strip("\"'"))
        # A page that could be read as ASCII to find this declaration is not UTF-16.
        if codec and not codec.startswith(("utf-16", "utf-32")) and codec not in found:
            found.append(codec)
    if len(found) > 1 and found[0] == "cp1252":
        found = [*found[1:], "cp1252"]
    return found


def _as_utf8(body: bytes) -> tuple[str, int, int]:
    """The body as UTF-8, the number of broken places, and of multi-byte sequences.

    Of a body without a broken place the sequences are counted from the lengths alone, as few as
    they can be: each has one to three bytes more than characters.
    """
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError:
        text = body.decode("utf-8", "replace")
    else:
        least = -((len(text) - len(body)) // 3)
        if least == 0 or least > _FEW_SEQUENCES:
            return text, 0, least
    sequences = len(body.translate(None, bytes(range(0x80)) + bytes(range(0x80, 0xC0))))
    errors = text.count("\ufffd") - body.count(b"\xef\xbf\xbd")
    return text, max(0, errors), sequences


def _best_single(body: bytes, declared: list[str]) -> str:
    """The codec of a body that is not UTF-8."""
    sample = _sample(body)
    for codec in declared:
        if codec in ("cp1256", "iso8859-6") and _is_other_arabic(sample, codec):
            continue
        if codec == "cp1252" and _is_no_latin(sample):
            continue
        if _plausibility(sample.decode(codec, "replace")) >= _PLAUSIBLE:
            return codec
    told = _arabic_codec(sample) or _japanese_codec(sample)
    if told:
        return told
    if _is_turkish(sample):
        return "cp1254"
    best = from_bytes(sample, cp_isolation=_OF_THE_WEB).best() if sample else None
    if best is not None:
        codec = resolve_encoding(best.encoding) or best.encoding
        return latin_codec(sample) if codec in LATIN else codec
    scored = [(_plausibility(sample.decode(name, "replace")), name) for name in _GUESSES]
    score, name = max(scored, key=lambda pair: pair[0])
    return name if score >= _PLAUSIBLE else (declared[0] if declared else "cp1252")


def _sample(body: bytes) -> bytes:
    """Pieces of text that hold non-ASCII bytes."""
    pieces: list[bytes] = []
    size = end = 0
    for match in _FROM_NON_ASCII.finditer(body):
        before = body[max(end, match.start() - _BEFORE_BYTES) : match.start()]
        text_begins = max(before.rfind(b"<"), before.rfind(b">")) + 1
        pieces.append(before[text_begins:] + match.group())
        size += len(pieces[-1])
        end = match.end()
        if size >= _SAMPLE_BYTES:
            break
    return b"\n".join(pieces)


def _arabic_codec(sample: bytes) -> str | None:
    """windows-1256 or ISO-8859-6, told by the article «ال»: the commonest pair in Arabic."""
    windows, iso = sample.count(b"\xc7\xe1"), sample.count(b"\xc7\xe4")
    high = sum(byte >= 0xC0 for byte in sample)
    if max(windows, iso) < max(2, 0.02 * high):
        return None
    codec = "cp1256" if windows >= iso else "iso8859-6"
    return codec if _plausibility(sample.decode(codec, "replace")) >= _PLAUSIBLE else None


def _japanese_codec(sample: bytes) -> str | None:
    """Shift_JIS or EUC-JP, told by hiragana: a third of Japanese text, and in both at a place where
    other charsets have signs."""
    found = {
        "cp932": len(_HIRAGANA_SJIS.findall(sample)),
        "euc_jp": len(_HIRAGANA_EUC.findall(sample)),
    }
    codec = max(found, key=lambda name: found[name])
    high = sum(byte >= 0x80 for byte in sample)
    if found[codec] < max(4, 0.05 * high):
        return None
    return codec if _plausibility(sample.decode(codec, "replace")) >= _PLAUSIBLE else None


_TURKISH = re.compile(rb"[\xfd\xfe\xf0\xdd\xde\xd0]")
_ICELANDIC = re.compile(rb"[\xe1\xe9\xed\xf3\xfa\xe6]")


def _is_turkish(sample: bytes) -> bool:
    """Whether the six letters of Turkish that Western charsets have as Icelandic ones make much of
    the sample, and the vowels with accents that Icelandic has beside them do not."""
    marked = len(_TURKISH.findall(sample))
    high = sum(byte >= 0xC0 for byte in sample)
    ascii_letters = len(_ASCII_LETTER.findall(sample))
    few = marked <= max(5, 0.3 * high) or high > ascii_letters / 2
    return not few and len(_ICELANDIC.findall(sample)) * 4 < marked


def _is_other_arabic(sample: bytes, codec: str) -> bool:
    found = _arabic_codec(sample)
    return found is not None and found != codec


_ASCII_LETTER = re.compile(rb"[A-Za-z]")


def _is_no_latin(sample: bytes) -> bool:
    """Whether most letters are beyond ASCII: Cyrillic, Greek or Hebrew under a server's default of
    ISO-8859-1. In Vietnamese, the fullest of marks, a third are."""
    return sum(byte >= 0xC0 for byte in sample) > len(_ASCII_LETTER.findall(sample))


def _plausibility(text: str) -> float:
    """How much of the non-ASCII text looks like text, 0 to 1; 1.0 where there is none.

    Letters and common punctuation count for it; broken characters, controls, symbols and small
    letters followed by capital ones in one word (the look of a wrong codec) count against it.
    """
    good = bad = 0
    previous = " "
    for char in text:
        if char < "\x80":
            previous = char
            continue
        if char == "\ufffd" or "\x80" <= char < "\xa0" or "\ue000" <= char <= "\uf8ff":
            bad += 3
        elif char.isalpha():
            if _clashes(previous, char):
                bad += 1
            else:
                good += 1
        elif char in "«»„“”‘’‚–—…،؛؟·•°€£©®™§ \u00a0\u200c\u200d\u200e\u200f" or char >= "\u3000":
            good += 1
        else:
            bad += 1
        previous = char
    return good / (good + bad) if good + bad else 1.0


def _clashes(previous: str, char: str) -> bool:
    """Whether two letters that follow each other are unlikely in one word."""
    if char.isupper() and previous.islower():
        return True
    return previous >= "\x80" and previous.isalpha() and _script(char) != _script(previous)


def _script(char: str) -> int:
    """A coarse number of the script of a letter."""
    code = ord(char)
    for number, end in enumerate((0x250, 0x370, 0x400, 0x530, 0x590, 0x600, 0x780, 0x1E00, 0x2000)):
        if code < end:
            return number
    return 9
