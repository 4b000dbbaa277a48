"""The choice between the two titles that a page declares: JSON-LD's headline and OpenGraph's."""

from __future__ import annotations

import re
from collections.abc import Mapping

from pipeline.page.elements import letters
from pipeline.text import spoken_words
from pipeline.titles.affixes import Cleaned
from pipeline.titles.for_sharing import tells_of_another
from pipeline.titles.page_headline import MIN_LISTED_WORDS

ELLIPSIS = re.compile(r"\s*(?:…|\.\.\.|\[…\]|\[\.\.\.\])$")


def of_two(
    told: Cleaned,
    shared: Cleaned,
    cleaned: Mapping[str, Cleaned],
    heads: Mapping[str, str],
    title: Cleaned | None,
) -> str:
    """JSON-LD's headline, OpenGraph's title or, where neither is shown, the heading that is."""
    in_title = title.key if title else ""
    if told.key == shared.key:
        seen = title.key if title and told.key not in heads else ""
        other = seen in heads and not told.key.startswith(seen)
        if other and not tells_of_another(told.text, heads[seen]):
            return heads[seen]  # what page and tab say, beside another for sharing
        return _same_words(told, shared, heads, title)
    longer, shorter = sorted((told, shared), key=lambda c: -len(c.key))
    if is_cut(shorter.text, longer.text):
        return longer.text
    if told.key.endswith(shared.key) and len(shared.key) > 8:
        return shared.text
    if shared.key.endswith(told.key) and len(told.key) > 8:
        return told.text if told.key in heads else shared.text
    again = cleaned.get("alternativeHeadline")
    if again and again.key == told.key:
        return told.text
    if shared.key in heads:
        tabs = told.key == in_title and told.key not in heads
        return told.text if tabs and not told.stripped else shared.text
    if told.key in heads:
        seconded = (cleaned.get("twitter:title") or shared).key == told.key
        # Where the tab has other words than the headline, those for sharing are such words too.
        named = cleaned.get("name", told).key == shared.key
        for_search = title is not None and title.key != told.key and not named
        return told.text if seconded or shared.stripped or for_search else shared.text
    shown = heads.get(in_title)
    told_whole = spoken_words(shown or "") >= MIN_LISTED_WORDS
    if shown and told_whole and not tells_of_another(told.text, shown):
        return shown  # what page and tab say, beside two titles for machines that differ
    only = next(iter(heads.values())) if len(heads) == 1 and in_title not in heads else ""
    alike = any(not tells_of_another(each.text, only) for each in (told, shared) if only)
    if alike and spoken_words(only) >= MIN_LISTED_WORDS and _TICKER not in only:
        return only  # titles for machines that differ, and one for readers
    return shared.text if shared.key == in_title and told.key != in_title else told.text


_TICKER = "+++"
"""Between the news of a ticker, of which its box has the latest for a heading."""


def _same_words(
    told: Cleaned, shared: Cleaned, heads: Mapping[str, str], title: Cleaned | None
) -> str:
    """Of two spellings of the same words, the one that the page shows."""
    seen = [heads[told.key]] if told.key in heads else []
    if title and title.key == told.key:
        seen.append(title.text)
    for text in seen:
        if text in (told.text, shared.text):
            return text
    if title and title.text.startswith(shared.text) and not title.text.startswith(told.text):
        return shared.text
    return told.text


def is_cut(short: str, long: str) -> bool:
    """Whether one title is the beginning of the other, cut off."""
    marked = ELLIPSIS.search(short)
    begin = letters(ELLIPSIS.sub("", short))
    whole = letters(long)
    return bool(marked and begin) and whole.startswith(begin) and len(whole) > len(begin)
