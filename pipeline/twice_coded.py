"""Arabic in UTF-8 that was once read as windows-1256, each byte a letter, and written again.

«كتب» is then «ظƒطھط¨»: the first byte of nearly all Arabic letters is D8 or D9, which windows-1256
has for «ط» and «ظ».
"""

from __future__ import annotations

import re
from re import Match

FEWEST = 20
"""Letters «ط» and «ظ» from which a page is looked at."""
SHARE = 0.25
"""Their share of all that is not ASCII, from which it is mended: nearly half of a page that was
coded twice, and one letter in thirty of Arabic, Persian and Urdu texts."""

_SECOND = "".join(bytes([byte]).decode("cp1256") for byte in range(0x80, 0xC0))
"""What windows-1256 makes of the bytes 80 to BF, with which letters of UTF-8 go on."""
_SIGNS = "".join(letter for letter in _SECOND if not letter.isalpha())
_BROKEN = re.compile(
    rf"(?:[طظعغ][{re.escape(_SECOND)}]|آ[{re.escape(_SIGNS)}]|â[{re.escape(_SECOND)}]{{2}})+"
)
"""Arabic letters, signs of Latin-1 as «, and signs as dashes and quotation marks."""


def mend_arabic(text: str) -> str:
    """The source of a page whose Arabic was coded twice, read rightly; else the same object."""
    if "ظ" not in text:
        return text
    signs = text.count("ط") + text.count("ظ")
    if signs < FEWEST or signs < text.count("ا"):  # which is «ط§» then
        return text
    if signs < SHARE * (len(text) - len(text.encode("ascii", "ignore"))):
        return text
    return _BROKEN.sub(_mended, text)


def _mended(run: Match[str]) -> str:
    """A run of broken letters as it was; one alone of such as are common elsewhere stays."""
    if len(run[0]) < 4 and run[0][0] in "عغ":
        return run[0]
    try:
        return run[0].encode("cp1256").decode("utf-8")
    except UnicodeError:
        return run[0]
