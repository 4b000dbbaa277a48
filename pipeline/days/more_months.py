"""The names of months in languages beside those of the rules, as the Unicode CLDR has them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from pipeline.days.words import plain

LEAST_LETTERS = 2
"""Shorter is a sign for a month in a calendar's head."""
_COUNTED = frozenset({"ja", "ko"})
"""Languages whose months have numbers for names, «3月»: the CLDR need not be read for them."""


@lru_cache(maxsize=64)
def more_months(language: str) -> Mapping[str, int]:
    """The names of the months of a language (BCP 47, without its land), in plain text, to their
    numbers from 1; empty where the CLDR has none. Its data are read when a page first asks."""
    if language in _COUNTED:
        return {}
    from babel import Locale, UnknownLocaleError
    from babel.dates import get_month_names

    try:
        locale = Locale.parse(language)
    except (UnknownLocaleError, ValueError, TypeError):
        return {}
    return {
        name: number
        for width in ("wide", "abbreviated")
        for number, said in get_month_names(width, "format", locale).items()
        if len(name := plain(said).strip(".")) >= LEAST_LETTERS and not name[0].isdigit()
    }
