"""Where forms lead that let a reader choose a page or a month of a list."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlencode

from lxml.html import HtmlElement


def chosen_in_forms(root: HtmlElement, base: str) -> Iterator[str]:
    """Where forms lead that ask by GET for one of several pages: by a select, or by hidden fields
    and a button for each."""
    by_get = "not(@method) or @method='get' or @method='GET'"
    for form in root.xpath(f"(//form[{by_get}])[position() < 40]"):
        path = (form.get("action") or base).partition("?")[0]
        for select in form.iterfind(".//select[@name]"):
            for option in select.iterfind(".//option[@value]"):
                yield f"{path}?{urlencode({select.get('name'): option.get('value')})}"
        hidden = form.findall(".//input[@type='hidden']")
        if hidden and len(hidden) == len(form.findall(".//input")):
            fields = [(field.get("name") or "", field.get("value") or "") for field in hidden]
            yield f"{path}?{urlencode(fields)}"
