"""What may give more of a list whose page names no further one: what "load more" posts, and the
address of a second page as the site's system writes it."""

from __future__ import annotations

from collections.abc import Sequence

from lxml.html import HtmlElement

from crawler.listings.onward.postback import find_postback
from crawler.listings.onward.posted import find_forms
from crawler.listings.records import MoreForm

_WORDPRESS = (
    "boolean(//link[@rel='https://api.w.org/']"
    "|//meta[@name='generator'][starts-with(@content, 'WordPress')])"
)


def ways_to_try(
    root: HtmlElement, base: str, section: str, shown: Sequence[str]
) -> tuple[str | MoreForm, ...]:
    """What to try, in this order; `shown` are the articles that the page lists. WordPress answers
    to the address of a second page whatever its theme shows."""
    if not shown:
        return ()
    guessed = numbered(section, words=True) if root.xpath(_WORDPRESS) else ()
    return (*find_forms(root, base, shown), *sent_back(root, base), *guessed)


def sent_back(root: HtmlElement, base: str) -> tuple[MoreForm, ...]:
    """The same of a further page: what its own pager sends."""
    form = find_postback(root, base)
    return (form,) if form is not None else ()


def numbered(section: str, *, words: bool = False) -> tuple[str, ...]:
    """The address of a section's second page: in the query, or, as WordPress does, in the path."""
    if "#" in section:
        return ()
    if not words:
        return (f"{section}{'&' if '?' in section else '?'}page=2",)
    if "?" in section:
        return (f"{section}&paged=2",)
    return (f"{section.rstrip('/')}/page/2/",)
