"""Where forms lead that let a reader choose a page or a month of a list."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from urllib.parse import parse_qsl, urlencode

from lxml.html import HtmlElement

_COUNTER = re.compile(r"(?:current)?_?page_?(?:no|num|number|index)?|pg|cpage", re.IGNORECASE)
_CALL = re.compile(r"(?:javascript:)?\s*(?:return\s+)?[\w.$]{1,40}\(\s*[\"']?(\d{1,4})[\"']?\s*\)")
_LIVEWIRE = re.compile(
    r"(?:(?:gotoPage|setPage)\(\s*(?P<number>\d{1,4})|nextPage\()"
    r"(?:\s*,?\s*[\"'](?P<name>\w{1,30})[\"'])?\s*\)"
)
_CALLERS = "(//a[starts-with(@href, 'javascript:') or @onclick]|//button[@onclick])"
MAX_CALLERS = 200
"""Links and buttons of a page, at most, whose scripts are looked at."""

_BY_GET = "not(@method) or @method='get' or @method='GET'"
MAX_BUTTONS = 50
"""Fields of a form, at most, among which its buttons are looked for."""


def chosen_in_forms(root: HtmlElement, base: str) -> Iterator[str]:
    """Where forms lead that ask by GET for one of several pages: by a select, by buttons that
    each have a value, or by hidden fields and a button for each."""
    for form in root.xpath(f"(//form[{_BY_GET}])[position() < 40]"):
        path = (form.get("action") or base).partition("?")[0]
        for select in form.iterfind(".//select[@name]"):
            for option in select.iterfind(".//option[@value]"):
                yield f"{path}?{urlencode({select.get('name'): option.get('value')})}"
        for button in islice(form.iterfind(".//*[@name][@value]"), MAX_BUTTONS):
            if button.tag == "button" or button.get("type") == "submit":
                yield f"{path}?{urlencode({button.get('name'): button.get('value')})}"
        yield from _hidden_fields(form, path)


def sent_by_buttons(root: HtmlElement, base: str) -> Iterator[str]:
    """Where forms lead that ask by GET and let a reader choose nothing: a button and hidden fields,
    among them from where on the list is to be shown."""
    for form in root.xpath(
        f"(//form[{_BY_GET}][.//button or .//input[@type='submit']])[position() < 40]"
    ):
        yield from _hidden_fields(form, (form.get("action") or base).partition("?")[0])


def _hidden_fields(form: HtmlElement, path: str) -> Iterator[str]:
    """The address of a form whose fields are all hidden."""
    hidden = form.findall(".//input[@type='hidden']")
    shown = form.findall(".//input") + form.findall(".//select") + form.findall(".//textarea")
    if hidden and len(hidden) == sum(field.get("type") != "submit" for field in shown):
        fields = [(field.get("name") or "", field.get("value") or "") for field in hidden]
        yield f"{path}?{urlencode(fields)}"


def called_by_numbers(root: HtmlElement, base: str) -> Iterator[str]:
    """The further pages for whose numbers links call a function that sends a form, as systems of
    Korean offices have it: the page's own address with the form's counter."""
    counters = root.xpath("//form//input[@type='hidden'][string-length(@name) < 20]")
    name = next((c.get("name") for c in counters if _COUNTER.fullmatch(c.get("name") or "")), None)
    if name is None:
        return
    path, _, query = base.partition("?")
    own = [pair for pair in parse_qsl(query) if pair[0] != name]
    for link in root.xpath(f"{_CALLERS}[position() <= {MAX_CALLERS}]"):
        said = (link.text_content() or "").strip()
        calls = (_CALL.match(link.get(kind) or "") for kind in ("onclick", "href"))
        called = next((call[1] for call in calls if call), None)
        if called is not None and called == said and int(called) > 1:
            yield f"{path}?{urlencode([*own, (name, called)])}"


def turned_by_livewire(root: HtmlElement, base: str) -> Iterator[str]:
    """The further pages that buttons of Livewire, which draws parts of Laravel's pages anew, turn
    to. Its pager keeps the number in the page's own address, under the name that it is called by.
    """
    path, _, query = base.partition("?")
    given = dict(parse_qsl(query))
    for click in root.xpath(f"(//@*[name()='wire:click'])[position() <= {MAX_CALLERS}]"):
        if called := _LIVEWIRE.match(click.strip()):
            name = called["name"] or "page"
            present = given.get(name, "1")
            after = int(present) + 1 if present.isdecimal() and len(present) < 6 else 2
            yield f"{path}?{urlencode({**given, name: called['number'] or after})}"
