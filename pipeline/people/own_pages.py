"""Links that lead to a person's own page: on the site, on a social host, or a mailbox."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import islice

from lxml.html import HtmlElement

from pipeline.lines.known_lines import is_known_line
from pipeline.page.author_pages import is_author_page
from pipeline.page.elements import letters, text_of_element, tidy
from pipeline.page.html import Document
from pipeline.page.texts import own_texts
from pipeline.patterns.late_patterns import late_pattern
from pipeline.people.byline_words import SILENT
from pipeline.people.dense_persons import is_dense_person, is_korean_person
from pipeline.people.given_names import begins_with_given_name, is_arabic_phrase
from pipeline.people.labels import is_editors_label
from pipeline.people.linked_names import label_before
from pipeline.people.lone_person import lone_person, says_more_than
from pipeline.people.rows_of_names import is_glued
from pipeline.people.second_names import is_called_as_person
from pipeline.urls import path_segments, split_url

MAX_LINK_CHARS = 60


def own_pages(near: Sequence[HtmlElement], page: str) -> Iterator[tuple[HtmlElement, str, bool]]:
    """The names beside an author's picture that leads to the author's page, and those that lead to
    a mailbox of their own."""
    for link in near:
        href = link.get("href") if link.tag == "a" else None
        if not href:
            continue
        if href.lower().startswith("mailto:"):
            name = lone_person(text_of_element(link))
            label = label_before(link).strip()
            other = is_editors_label(label) or SILENT.match(label)
            box = letters(href[len("mailto:") :].split("@")[0])
            if name and not other and (_has_part(box, name) or _is_called_so(name)):
                yield link, name, False
        elif (
            (name := _beside_handle(link, href))
            or (name := _of_own_site(link, href, page))
            or (name := _before_more(link, href))
            or (name := _below_portrait(link, href))
            or (name := _in_more_below(link, href))
        ):
            yield link, name, False
        elif link.find("img") is not None and is_author_page(href) and not text_of_element(link):
            follows = link.getnext()
            name = lone_person(_first_set_apart(follows)) if follows is not None else None
            name = name or portrayed_in(link)
            if name:
                yield link, name, False


def _first_set_apart(element: HtmlElement) -> str:
    """The text of an element, or of its first part where only style sets the others apart."""
    text = text_of_element(element)
    return text_of_element(element[0]) if len(element) and is_glued(element, text) else text


def portrayed_in(link: HtmlElement) -> str | None:
    """The person whom the picture in a link shows, by its own words."""
    image = link.find(".//img")
    said = (image.get("alt") or image.get("title") or "") if image is not None else ""
    return lone_person(OF_PORTRAIT.sub("", tidy(said)))


OF_PORTRAIT = re.compile(
    r"^(?:(?:صورة )?(?:ال)?(?:كاتبة?|صحفية?|صحافية?|زميلة?)|صورة|الصورة الشخصية لـ?|"
    r"(?:author )?(?:photo|image) (?:of|de)|picture of|portrait (?:of|de|von)|"
    r"avatar (?:of|for|de|von|di|da|van|pengguna)|foto (?:von|de|di)|profile (?:picture|photo) of|"
    r"аватар(?: (?:пользователя|користувача))?|آواتار|أفاتار|תמונת הפרופיל של)\s+"
    r"|(?:[\s-]avatar[ıi]?|\s?のアバター|\s?아바타|\s?的?(?:头像|頭像|大頭貼照?))$",
    re.IGNORECASE,
)
"""What the words of a portrait begin with, or end with: «Jane Doe Avatar»."""


def _beside_handle(link: HtmlElement, href: str) -> str | None:
    """The person in whose line a link to an account shows its sign: «Jane Doe @jane»."""
    handle = text_of_element(link)
    if handle[:1] != "@" or " " in handle or not _is_social(href):
        return None
    for box in islice(link.iterancestors(), 2):
        text = text_of_element(box)
        if len(text) > MAX_LINK_CHARS + len(handle):
            return None
        beside = _IN_BRACKETS.sub("", text.replace(handle, "", 1).rstrip())
        name = lone_person(beside.strip(_AROUND))
        if name and (_is_called_so(name) or _has_element(box, name)):
            return name
    return None


def _has_element(box: HtmlElement, name: str) -> bool:
    """Whether a name, and no button's words, is all of an element of a box."""
    own = any(tidy(part.text or "") == name for part in box.iter("b", "strong", "span", "h4"))
    return own and not is_known_line(name) and not is_arabic_phrase(name)


_IN_BRACKETS = re.compile(r"(?<=\w)\s*\([^()]{2,30}\)$")
"""A place behind the name: «سارة أحمد (جدة) @sara»."""


def _is_called_so(name: str) -> bool:
    """Whether words are a person's name and no button's: by the given name, or by capitals."""
    return is_called_as_person(name) or (name[0].isupper() and not is_known_line(name))


def _before_more(link: HtmlElement, href: str) -> str | None:
    """The person whom a link names, where the next one leads to the same page in other words:
    «Jane Doe», «All articles»."""
    more = link.getnext()
    if more is None or more.tag != "a" or more.get("href") != href:
        return None
    text, other = text_of_element(link), text_of_element(more)
    name = lone_person(text) if text and other and other != text else None
    return name if name and _is_called_so(name) and len(path_segments(href)) > 1 else None


def _in_more_below(link: HtmlElement, href: str) -> str | None:
    """The person whose name is all of an element before a link that says it with more words, and
    leads to a page of a kind: «Jane Doe», «Reporter», «All articles by Jane Doe»."""
    if len(path_segments(href)) < LEAST_PATH or link.getprevious() is None:
        return None
    said = text_of_element(link)
    if len(said) > MAX_LINK_CHARS:
        return None
    for before in islice(link.itersiblings(preceding=True), CLIMB):
        name = text_of_element(before)
        if 1 < len(name) < len(said) and name in said and says_more_than(said, name):
            return name if _is_called_so(name) or is_dense_person(name) else None
    return None


def _below_portrait(link: HtmlElement, href: str) -> str | None:
    """The person by a common given name whom the link behind a picture's names, where both lead to
    one of several pages of a kind: `<a href="/w/9"><img></a> <h3><a href="/w/9">Jane Doe</a></h3>`.
    """
    follows = link.getnext() if link.find("img") is not None else None
    if follows is None or text_of_element(link):
        return None
    named = next(follows.iter("a"), None)
    if named is None or named.get("href") != href or len(path_segments(href)) < LEAST_PATH:
        return None
    name = lone_person(text_of_element(named))
    if name is None or _OF_TOPIC.match(path_segments(href)[0]) or is_known_line(name):
        return None
    return name if is_called_as_person(name) or is_dense_person(name) else None


LEAST_PATH = 2
_AROUND = " ,،|–—-()<>·•"


def _is_social(href: str) -> bool:
    return _SOCIAL.search(split_url(href).hostname or "") is not None


_ADDRESS = re.compile(r"([\w.+-]{1,40})@[\w-]+(?:\.[\w-]+)+")
MAX_BOX_CHARS = 140
CLIMB = 3
"""Characters of a box that holds a person and an address, and how far above the address it is."""


def beside_mailboxes(doc: Document) -> Iterator[tuple[HtmlElement, str, bool]]:
    """The names that stand in one box with a mailbox called like them: «Jane Doe», «reporter»,
    «jane.doe@…»."""
    for element in _with_address(doc):
        written = element.text if element.text and "@" in element.text else ""
        address = _ADDRESS.search(written or _mailed_to(element))
        if address is None:
            continue
        before = lone_person(tidy(written[: address.start()]).strip(_AROUND))
        if before and _has_part(address[1], before) and not is_editors_label(tidy(written)):
            yield element, before, True
            continue
        for box in islice(element.iterancestors(), CLIMB):
            text = text_of_element(box)
            if len(text) > MAX_BOX_CHARS or is_editors_label(text):
                break
            named = [(part, lone_person(text_of_element(part))) for part in box.iter(*_HOLDERS)]
            own = [(part, name) for part, name in named if name and _is_of(address[1], name)]
            if own:
                yield *own[-1], True
                break
            persons = {name: part for part, name in named if name}
            name = next(iter(persons)) if len(persons) == 1 else None
            if name and text.startswith(name) and _has_no_latin_name(name):
                yield box, name, text_of_element(persons[name]) != name  # «문태준 기자»
                break
            name = lone_person(tidy(box.text or "").strip(_AROUND))
            if name and (is_called_as_person(name) or _has_no_latin_name(name)):
                yield box, name, False  # no address has such letters
                break


def _has_no_latin_name(name: str) -> bool:
    """Whether a person's name has letters in which no address is written."""
    if _plain(name).isascii():
        return False
    if is_dense_person(name) or is_korean_person(name) or _is_called_so(name):
        return True
    return _IN_TWO.fullmatch(name) is not None


_IN_TWO = late_pattern("[\u3005\u3400-\u9fff]{1,3} [\u3005\u3040-\u309f\u3400-\u9fff]{1,4}")
"""A family name and a given name as Japanese sets them apart."""


def _with_address(doc: Document) -> list[HtmlElement]:
    """The elements that begin with a text with an address, and the links to one."""
    found = {holder for text, holder in own_texts(doc) if "@" in text}
    found |= {link for link, href in doc.links if _is_mailbox(href)}
    return [element for element in doc.elements if element in found] if found else []


_HOLDERS = ("a", "span", "strong", "b", "p", "div", "h3", "h4", "h5")


def _mailed_to(element: HtmlElement) -> str:
    href = element.get("href") or "" if element.tag == "a" else ""
    return href if _is_mailbox(href) else ""


def _is_mailbox(href: str) -> bool:
    return href.lower().startswith("mailto:")


def _is_of(box: str, name: str) -> bool:
    """Whether a mailbox is called like a person: by both names, or by one and a letter."""
    parts = [_plain(part) for part in name.split()]
    first, last = parts[0], parts[-1]
    if len(parts) < 2 or not first or not last:
        return False
    forms = {"".join(parts), first + last, last + first, first[0] + last, first + last[0]}
    return letters(box) in forms


def _has_part(box: str, name: str) -> bool:
    """Whether a mailbox is called like a part of the name before it: «Jane Doe jane@…»."""
    return any(len(part) > 2 and _plain(part) in letters(box) for part in name.split())


_SOCIAL = re.compile(
    r"(?:^|\.)(?:twitter|x|facebook|linkedin|instagram|threads|bsky|t)\.(?:com|net|app|social|me)$"
)
"""Hosts on which persons have pages."""
_OF_PEOPLE = re.compile(r"about|about-us|bio|team|contacts?|equipe|redaktion|ueber-uns|nosotros")
_OF_TOPIC = re.compile(
    r"tags?|topics?|categor|etiket|thema|stichwort|section|search", re.IGNORECASE
)


def _of_own_site(link: HtmlElement, href: str, page: str) -> str | None:
    """The name that a link shows which leads to a host or a page called like it."""
    text = text_of_element(link)
    if " " not in text or len(text) > MAX_LINK_CHARS:
        return None
    host, own = split_url(href).hostname or "", split_url(page).hostname or ""
    called = _plain(text)
    if _SOCIAL.search(host):
        return lone_person(text)
    if host and host != own:
        return lone_person(text) if called in map(letters, host.split(".")[:-1]) else None
    path = path_segments(href)
    if len(path) not in (1, 2) or letters(path[-1]) != called or _OF_TOPIC.match(path[0]):
        return None
    name = lone_person(text)
    of_people = len(path) == 2 and _OF_PEOPLE.fullmatch(path[0].lower()) is not None
    return name if name and (of_people or begins_with_given_name(name)) else None


_WITHOUT_MARKS = str.maketrans("ıİłŁøØđĐß", "iIlLoOdDs")
"""Letters that no normal form takes apart."""


def _plain(word: str) -> str:
    """A word's letters without their marks, as a mailbox has them."""
    split = unicodedata.normalize("NFKD", word.translate(_WITHOUT_MARKS))
    return letters("".join(char for char in split if not unicodedata.combining(char)))
