"""Takes e-mail addresses, telephone numbers and IP addresses out of articles.

What is a telephone number is decided by phonenumbers, what is an IP address by `ipaddress`;
expressions here only find what might be one. See docs/decisions/0010-scrubbing.md.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Any

import orjson

from db.export.masking import mask_addresses
from db.export.rows import Row
from db.export.writer import MissingLibrary

MASKS = {"email": "[email]", "phone": "[phone]", "ip": "[ip]"}

_EMAIL = re.compile(r"[\w.!#$%&'*+/=?^`{|}~-]+@[^\W_](?:[\w-]*[^\W_])?(?:\.[\w-]*[^\W_])+")
_FILES = ("png", "jpg", "jpeg", "gif", "svg", "webp", "avif", "css", "js")
"""Names of files that have the form of an address: `logo@2x.png`."""
_MAY_BE_PHONE = re.compile(
    r"(?<![\w.,@/-])(?:\+|\()?\d(?:[ \u00a0().\-\u2010-\u2013/]{0,2}\d){6,16}(?![\w@]|[.,]\d)"
)
_DATE = re.compile(r"(?:\d{1,2}[-/.]\d{1,2}[-/.]\d{4}|\d{4}[-/.]\d{1,2}[-/.]\d{1,2})\b")

_REGIONS = {
    "ar": (
        "EG",
        "SA",
        "AE",
        "IQ",
        "JO",
        "LB",
        "SY",
        "KW",
        "QA",
        "BH",
        "OM",
        "YE",
        "MA",
        "DZ",
        "TN",
    ),
    "fa": ("IR", "AF"),
    "ur": ("PK",),
    "en": ("GB", "US", "IN"),
    "fr": ("FR", "MA", "DZ", "TN"),
    "tr": ("TR",),
    "de": ("DE", "AT", "CH"),
}
"""Where numbers without a country code may be at home, by the article's language."""

_TEXTS = ("title", "description", "text")
_LISTS = ("authors", "tags", "blocks", "removed")


def _email(found: re.Match[str]) -> str:
    ending = found[0].rpartition(".")[2].lower()
    return found[0] if ending in _FILES else MASKS["email"]


class Scrubber:
    """Masks rows in place and counts what it masked, by kind, in titles, descriptions, texts,
    authors and tags; blocks and the ledger are masked too, and not counted: the first hold the text
    again. Raises MissingLibrary without phonenumbers."""

    def __init__(self, keys: Sequence[str]) -> None:
        try:
            import phonenumbers
        except ModuleNotFoundError as missing:
            raise MissingLibrary(
                "--scrub-pii needs phonenumbers: pip install 'rasid[export]'"
            ) from missing
        self._phones: Any = phonenumbers
        self._at = {key: keys.index(key) for key in (*_TEXTS, *_LISTS, "language") if key in keys}
        self.counts: Counter[str] = Counter(dict.fromkeys(MASKS, 0))

    def scrub(self, row: Row) -> None:
        language = row[self._at["language"]]
        for key in _TEXTS:
            if row[self._at[key]]:
                row[self._at[key]] = self._counted(row[self._at[key]], language)
        for key in _LISTS:
            at = self._at.get(key)
            if at is not None and row[at]:
                values = orjson.loads(row[at]) or []
                row[at] = orjson.dumps([self._value(value, language) for value in values])

    def _value(self, value: Any, language: str | None) -> Any:
        if isinstance(value, dict):
            return value | {"text": self.masked(value["text"], language)}
        return self._counted(value, language)

    def _counted(self, text: str, language: str | None) -> str:
        masked = self.masked(text, language)
        if masked != text:
            for kind, mask in MASKS.items():
                self.counts[kind] += masked.count(mask) - text.count(mask)
        return masked

    def masked(self, text: str, language: str | None = None) -> str:
        """The text with masks in place of what was found."""
        if "@" in text:
            text = _EMAIL.sub(_email, text)
        text = mask_addresses(text)
        return _MAY_BE_PHONE.sub(lambda found: self._phone(found[0], language), text)

    def _phone(self, found: str, language: str | None) -> str:
        if _DATE.match(found):
            return found
        number = "+" + found[2:] if found.startswith(("00", "٠٠", "۰۰")) else found
        if number.startswith("+"):
            regions: tuple[str | None, ...] = (None,)
        elif number.lstrip("(").startswith(("0", "٠", "۰")) or number.startswith("("):
            regions = _REGIONS.get(language or "", ())
        else:
            return found  # a sum, a count or a year far more often than a number to call
        return MASKS["phone"] if any(self._valid(number, region) for region in regions) else found

    def _valid(self, number: str, region: str | None) -> bool:
        try:
            parsed = self._phones.parse(number, region)
        except self._phones.NumberParseException:
            return False
        return bool(self._phones.is_valid_number(parsed))
