"""What a page's "load more" sends to its own site to be given the next part of the list.

Only what the page itself writes is taken: an address, fields, and a field that counts. What may
change something on the site is left alone, and so are the page's forms.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice
from urllib.parse import parse_qsl, urlencode, urlsplit

from lxml.html import HtmlElement

from crawler.listings.choice.regions import names_of
from crawler.listings.data.script_data import fields_of, kept_in, value_of
from crawler.listings.onward.endless import MAX_SCRIPT
from crawler.listings.pagination import is_next_label
from crawler.listings.records import MoreForm, number_of
from pipeline.urls import canonical_url, same_site

MAX_FORMS = 3
"""Ways to load more of one page that are tried."""

_LOADS = re.compile(
    r"load|more|infinite|scroll|next|older|page|paged|posts|list|news|articles|archive"
)
_COUNTER = re.compile(
    r"(?:\w+[_\[])?(?:page|paged|pg|p|page_?(?:no|num|number|index)|current_?page|next_?page"
    r"|pagina|seite|sayfa|strona|strana|sida|side|sivu|halaman|trang|safha|صفحة|صفحه)\]?",
    re.I,
)
_OFFSET = re.compile(r"(?:\w+_)?(?:offset|start|skip|from|loaded|count|shown|begin)", re.I)
_LAST = re.compile(
    r"(?:last|after|before|min|max|offset|from)_?(?:post_?|news_?|article_?)?id", re.I
)
_CHANGES = re.compile(
    r"comment|kommentar|yorum|تعليق|subscri|abonn|log_?in|logout|anmeld|regist|vote|poll_|like|rating"
    r"|rate_|bewert|oy_?ver|contact|kontakt|newsletter|cart|views_?count|post_views|set_|track|stat_"
    r"|stats|share|follow|bookmark|upload|delete|remove|report|save|add_|submit|mail",
    re.I,
)
_MORE_NAMES = re.compile(
    r"-(?:load-?more|more-posts|show-?more|view-?more|btn-more|more-btn|infinite(?:-scroll)?|mehr-laden"
    r"|mehr-anzeigen|charger-plus|voir-plus|cargar-mas|ver-mas|daha-fazla|carrega-mais|carica-altri)-"
)
_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_POSTS = re.compile(
    r"(?:\$|jQuery|axios)\.(?P<verb>post|get|getJSON)\(\s*(?P<a>[^,\n]{1,300}?)\s*,\s*(?=\{)"
    r"|\burl\s*:\s*(?P<b>[^,\n]{1,300}?)\s*,"
    r"|\bfetch\(\s*(?P<c>[^,\n]{1,300}?)\s*,"
    r"|\.open\(\s*[\"']POST[\"']\s*,\s*(?P<d>[^,\n)]{1,300})"
)
_IS_POST = re.compile(r"(?:type|method)\s*:\s*[\"']post[\"']|\.post\(|\.open\(\s*[\"']POST", re.I)
_BODY = re.compile(
    r"(?:\bdata\s*:|URLSearchParams\(|JSON\.stringify\("
    r"|\bparams\s*:|\.(?:post|get|getJSON)\([^,\n]{1,300},(?!\s*\{\s*params\s*:))\s*(?=\{)"
)
_NAMED_BODY = re.compile(
    r"\bdata\s*:\s*(\w{1,40})\b|\bbody\s*:\s*(\w{1,40})\b|\.send\(\s*(\w{1,40})\s*\)"
)
_APPENDED = re.compile(r"\.append\(\s*[\"']([\w\[\]-]{1,60})[\"']\s*,\s*([^)\n]{1,200})\)")
_QUERY = re.compile(
    r"(?:\bdata\s*:|\bbody\s*:|\.send\()\s*[\"'`]([\w\[\]-]+=[^\"'`\n]{0,500})[\"'`]"
)
_JOINED = re.compile(r"[\"'`]\s*\+\s*([\w.$]{1,60})")
_HOLE = re.compile(r"\$\{\s*([\w.$]{1,60})[^}]{0,20}\}")
_AROUND = 1_500
"""Letters after a call in which what it sends is looked for."""

_MORE_BUTTONS = (
    "//button|//*[self::a or self::div or self::span or self::section or self::ul or self::input]"
    "[@*[starts-with(name(), 'data-')] or @id or contains(@class, 'more')]"
)


def find_forms(root: HtmlElement, base: str, shown: Sequence[str]) -> tuple[MoreForm, ...]:
    """What to post for more of the list, at most `MAX_FORMS`; `shown` are the articles that the
    page lists, in its order."""
    buttons = list(islice(_buttons(root), 5))
    scripts = [
        script.text
        for script in root.iter("script")
        if script.text and not script.get("src") and len(script.text) < MAX_SCRIPT
    ]
    htmx = bool(root.xpath("boolean(//*[@hx-post])"))
    if not buttons and not htmx and not any(_POSTS.search(text) for text in scripts):
        return ()
    kept = kept_in(scripts)
    data = {k: v for button in reversed(buttons) for k, v in _data_of(button).items()}
    found: list[MoreForm] = []
    for text in scripts:
        found += _in_script(text, kept, data, base, shown)
    for element in root.xpath("(//*[@hx-post])[position() <= 20]"):
        found += _of_htmx(element, base, shown)
    for button in buttons:
        found += _of_button(button, kept, base, shown)
    found += _of_kept(kept, base, shown)
    told = (form for form in found if buttons or _says_it_loads(form))
    return tuple(dict.fromkeys(told))[:MAX_FORMS]


def _says_it_loads(form: MoreForm) -> bool:
    """True where an address, or a field's name or action, says that it loads a list."""
    action = dict(form.fields).get("action", "")
    said = " ".join([urlsplit(form.url).path, action, *(name for name, _ in form.fields)])
    return bool(_LOADS.search(said.lower()))


def _buttons(root: HtmlElement) -> Iterator[HtmlElement]:
    """What a reader clicks for more, or scrolls to."""
    for element in islice(root.xpath(_MORE_BUTTONS), 3000):
        said = element.get("value") if element.tag == "input" else element.text_content()[:60]
        if is_next_label(said or "") or re.search(_MORE_NAMES, names_of(element)):
            yield element


def _data_of(button: HtmlElement) -> dict[str, str]:
    """The data of a button, and of what holds it where it has none there of that name."""
    data: dict[str, str] = {}
    for element in [button, *islice(button.iterancestors(), 2)]:
        for name, value in element.attrib.items():
            if str(name).startswith("data-"):
                data.setdefault(str(name), str(value))
    return data


def _in_script(
    text: str, kept: Mapping[str, str], data: Mapping[str, str], base: str, shown: Sequence[str]
) -> Iterator[MoreForm]:
    """Calls of an inline script that post fields with a counter among them."""
    for call in islice(_POSTS.finditer(text), 20):
        written = next(filter(None, map(call.group, "abcd")))
        around = text[max(0, call.start() - 200) : call.end() + _AROUND]
        address = value_of(written, kept, data)
        by_get = (call["verb"] or "").startswith("get") or not _IS_POST.search(around)
        if address is None or (by_get and not (call["verb"] or call["b"])):
            continue
        before = text[max(0, call.start() - _AROUND) : call.end()]
        after = text[call.start() : call.end() + _AROUND]
        as_json = "JSON.stringify" in after and "application/json" in after
        for fields in (
            _literal(_BODY.search(after), after, kept, data),
            _named(after, text, kept, data),
            [(m[1], value_of(m[2], kept, data)) for m in _APPENDED.finditer(before + after)],
            _written_query(_QUERY.search(after), after, kept, data),
        ):
            if form := _form(address, fields, base, shown, as_json=as_json):
                yield replace(form, by_get=by_get, as_json=as_json and not by_get)
                break


def _literal(
    found: re.Match[str] | None, text: str, kept: Mapping[str, str], data: Mapping[str, str]
) -> list[tuple[str, str | None]]:
    return fields_of(text[found.end() :], kept, data) if found else []


def _named(
    after: str, text: str, kept: Mapping[str, str], data: Mapping[str, str]
) -> list[tuple[str, str | None]]:
    """The fields of an object that was written earlier, under the name that the call sends."""
    found = _NAMED_BODY.search(after)
    name = next(filter(None, found.groups()), "") if found else ""
    written = re.search(rf"\b{re.escape(name)}\s*=\s*(?=\{{)", text) if name else None
    return _literal(written, text, kept, data)


def _written_query(
    found: re.Match[str] | None, text: str, kept: Mapping[str, str], data: Mapping[str, str]
) -> list[tuple[str, str | None]]:
    """The fields of a body that is written as a query: "action=more&page=" + page."""
    if found is None:
        return []
    written = text[found.start(1) : found.end(1) + 200].split("\n")[0]
    written = _HOLE.sub(lambda m: kept.get(m[1], "1"), written)
    written = _JOINED.sub(lambda m: kept.get(m[1], "1"), written)
    written = re.sub(r"\s*\+\s*[\"'`]", "", written)
    written = re.split(r"[\"'`)\s,;]", written)[0]
    return [(name, value or None) for name, value in parse_qsl(written, keep_blank_values=True)]


def _of_button(
    button: HtmlElement, kept: Mapping[str, str], base: str, shown: Sequence[str]
) -> Iterator[MoreForm]:
    """A form of a button's own data, under its names; the address may be kept in a script."""
    data = _data_of(button)
    named = [
        v for k, v in data.items() if "/" in v and re.search("url|ajax|endpoint|href|action", k)
    ]
    address = next(iter([*named, *_endpoints(kept)]), None)
    fields = [
        (name.removeprefix("data-").replace("-", "_"), value)
        for name, value in data.items()
        if value != address and len(value) < 2000
    ]
    if address and (form := _form(address, fields, base, shown)):
        yield form


def _of_htmx(element: HtmlElement, base: str, shown: Sequence[str]) -> Iterator[MoreForm]:
    """What an element posts by htmx, with the values that it names."""
    try:
        values = json.loads(element.get("hx-vals") or "{}")
    except ValueError:
        return
    plain = values.items() if isinstance(values, dict) else ()
    fields = [(str(k), str(v)) for k, v in plain if isinstance(v, str | int)]
    if form := _form(element.get("hx-post"), fields, base, shown):
        yield form


def _endpoints(kept: Mapping[str, str]) -> list[str]:
    """Addresses to which scripts post, as WordPress's themes keep them."""
    return [
        value
        for name, value in kept.items()
        if "admin-ajax.php" in value or re.search(r"ajax_?url$", name, re.I)
    ]


def _of_kept(kept: Mapping[str, str], base: str, shown: Sequence[str]) -> Iterator[MoreForm]:
    """A form of what a theme keeps for its script "loadmore": the query of the list as WordPress
    wrote it, and the number of the present page."""
    for name, query in kept.items():
        owner, _, key = name.rpartition(".")
        if key not in {"posts", "query", "query_vars"} or f"{owner}.current_page" not in kept:
            continue
        for address in _endpoints({k: v for k, v in kept.items() if k.startswith(f"{owner}.")}):
            number = kept[f"{owner}.current_page"]
            fields = [("action", "loadmore"), ("query", query), ("page", number)]
            if form := _form(address, [(k, v) for k, v in fields], base, shown):
                yield form


def _form(
    address: str,
    fields: Sequence[tuple[str, str | None]],
    base: str,
    shown: Sequence[str],
    *,
    as_json: bool = False,
) -> MoreForm | None:
    """The form, if it asks for a part of a list and nothing else."""
    url = canonical_url(address.replace("\\/", "/"), base)
    known = {name: value for name, value in fields if value is not None}
    counter = next((n for n, _ in fields if _COUNTER.fullmatch(_CAMEL.sub("_", n))), None)
    step = 1
    if counter is None:
        counter = next((n for n, _ in fields if _OFFSET.fullmatch(_CAMEL.sub("_", n))), None)
        step = 0
    by_last = counter is None
    if counter is None:
        counter = next((n for n, _ in fields if _LAST.fullmatch(_CAMEL.sub("_", n))), None)
    if url is None or counter is None or not same_site(url, base):
        return None
    told = f"{url.partition('://')[2].partition('/')[2]} {known.get('action', '')}".lower()
    if _CHANGES.search(told):
        return None
    number = known.get(counter, "1" if step else "0")
    first = int(number) if number.isdecimal() and len(number) < 7 else 1
    if by_last:
        first = (number_of(shown[-1]) if shown else None) or first
    elif not step:
        first = first or len(shown)
    others = tuple((name, value) for name, value in known.items() if name != counter)
    return MoreForm(url, others, counter, first, step, as_json, by_last=by_last)


def address_of(form: MoreForm) -> str:
    """Where a form that goes by GET leads."""
    joint = "&" if "?" in form.url else "?"
    return f"{form.url}{joint}{body_of(form)[0]}"


def body_of(form: MoreForm) -> tuple[str, str]:
    """What is posted, and its type."""
    if form.as_json and form.counter:
        named: dict[str, object] = dict(form.fields)
        return json.dumps({**named, form.counter: form.number}), "application/json"
    pairs = [*form.fields, *([(form.counter, str(form.number))] if form.counter else [])]
    return urlencode(pairs), "application/x-www-form-urlencoded; charset=UTF-8"
