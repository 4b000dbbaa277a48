"""A label of authors within a line of facts: «3 May 2026 | By Jane Doe»."""

from __future__ import annotations

import re

from lxml.html import HtmlElement

from pipeline.days.words import begins_with_day_label, plain, speaks_of_modification
from pipeline.page.elements import text_of_element
from pipeline.patterns.word_patterns import WordPattern
from pipeline.people.byline_words import LABEL_INSIDE, SILENT, any_of, words
from pipeline.people.common_names import given_names
from pipeline.people.counted import without_count
from pipeline.people.jobs import is_job
from pipeline.people.labels import (
    cut_before,
    is_editors_label,
    is_label,
    is_translators_label,
)
from pipeline.people.lone_person import lone_person

_BY_INSIDE = re.compile(
    r"(?:^|[,،|·•●∙⋅▪–-]\s*|\s)(?<!expressed\s)(?<!powered\s)(?<!sponsored\s)(?<!supported\s)(?:by|par|por|von|door|di|oleh|автор|"
    r"על ידי|ע״י|بقلم|بواسطة|من طرف|من قِ?بل|كتب|نوشته|توسط|(?<=\d\s)(?:da|av|af|door|od))"
    r"\s*:?\s+(.{2,60})",
    re.IGNORECASE,
)
_PARTS_OF_FACTS = re.compile(r"\s*[|·•●∙⋅▪/／–—]\s*|\s+-\s+")
FACTS = WordPattern(
    r"(?:(?:发布时间|發布時間|发表时间|发表于|發表於|发布于|發佈於|發布於|发布日期|發布日期|更新时间|时间|時間|日期|来源|來源|diposting|dipublikasikan|ditayangkan|diunggah|פורסם|게시일|등록일|작성일|입력|投稿日|公開日|posted|published|updated|stand|aktualisiert|actualizado|atualizado|aggiornato|bijgewerkt|обновлено|"
    r"опубликовано|diperbarui|güncelleme|آخر\s+تحديث|تم\s+التحديث|تحديث|"
    r"submitted|created|erstellt|veröffentlicht|publié|publicado|pubblicato|"
    rf"geplaatst|yayınlan|نشر|منتشر|(?:{any_of(words('weekdays'))})[\s,،.]"
    rf"|(?:{any_of(word for word in words('posts') if word.isascii())})\s)"
    r"|[\d٠-٩۰-۹]{1,4}\D{0,3}[\d٠-٩۰-۹\w]"
    r"|[^\W\d_]{3,10}\.?\s+\d{1,2}(?:st|nd|rd|th)?,?\s+(?:19|20)\d\d\b"
    r"|(?:[^\W\d_]+['’]?\s+){1,4}\d{1,2}(?:[./-]\d{1,2}[./-]|\.?\s+(?:de\s+)?[^\W\d_]+\s+(?:de\s+)?)\d{4}\b)",
    re.IGNORECASE,
)
"""How a line of facts begins that names its author further on: with a date, a few words before it
perhaps, or «posted»."""


def by_inside(text: str) -> re.Match[str] | None:
    """«By» amid a line with what follows it; None behind a year alone, which tells when somebody
    wrote what else a text speaks of, «Published in 2019 by Jane Doe», and in a head that has a
    number: «3. The Harbour by Jane Doe»."""
    inside = _BY_INSIDE.search(text)
    before = text[: inside.start()] if inside else ""
    return None if _IN_YEAR.search(before) or _NUMBERED.fullmatch(before) else inside


_NUMBERED = re.compile(r"\d{1,2}[.):]\s+(?![^\W\d_]{3,10}\.?$)[^\d|•·]{4,}")
"""A number, and what is no month: «3. Mai von Jane Doe»."""


_IN_YEAR = re.compile(
    r"^[^\d|•·]*\s(?:in|im|en|em|nel|w|v|в|år|year|jahre?|année|año|ano|anno|في|عام|سنة|در|سال|میں)"
    r"\s(?:19|20)\d\d\s*$",
    re.IGNORECASE,
)


def tells_day_alone(text: str) -> bool:
    """Whether a line begins with the label of a day and names no author further on: Drupal calls
    the line «submitted», be it a day and no more."""
    if cut_before(text) is not None or not begins_with_day_label(text):
        return False
    return by_inside(text) is None and label_inside(text) is None


def label_inside(text: str) -> str | None:
    """What follows "by" in a line of facts that begins with a date: «3 May 2026 | By Jane Doe»."""
    text, edited = without_count(text), None
    first, *parts = _PARTS_OF_FACTS.split(text)
    named = bool(parts) and lone_person(first) == first
    for part in parts:
        rest = cut_before(part) if not (named and is_job(part)) else None
        if rest and not is_translators_label(part):
            if not is_editors_label(part):
                return LABEL_INSIDE.split(rest)[0].rstrip(" ,،;|") or rest
            edited = edited or rest
    for part in LABEL_INSIDE.split(text)[1:]:
        if not SILENT.match(part) and not is_editors_label(part) and (rest := cut_before(part)):
            return rest
    if edited:
        return edited
    inside = by_inside(text)
    if inside is None or is_within_name(inside):
        return None
    before = text[: inside.start()]
    changed = not any(map(str.isdigit, before)) and speaks_of_modification(plain(before))
    return None if changed else inside.group(1)  # «Last edited by Jane Doe»


def is_labelled_inside(text: str) -> bool:
    """Whether a label of authors stands behind a sign in a line of facts."""
    return any(map(cut_before, _PARTS_OF_FACTS.split(text)[1:]))


def writer_inside(text: str) -> str | None:
    """Who wrote a text, behind who edited it in one line: «تحرير: هدى رزق | كتابة: سارة أحمد»."""
    for part in _PARTS_OF_FACTS.split(text)[1:]:
        if not is_editors_label(part) and (rest := cut_before(part)):
            return rest
    for part in LABEL_INSIDE.split(text)[1:]:
        if not (is_editors_label(part) or SILENT.match(part)) and (rest := cut_before(part)):
            return rest
    return None


def is_second_task(inside: re.Match[str]) -> bool:
    """Whether «by» stands in what a comma parts from who wrote, and says who edited or translated:
    «Jane Doe, edited by John Roe»."""
    before, comma, told = inside.string[: inside.start(1)].replace("،", ",").rpartition(",")
    if not comma or " " not in before.strip() or any(map(str.isdigit, before)):
        return False
    task = f"{told.strip()} {inside[1]}"
    return is_editors_label(task) or is_translators_label(task)


_BETWEEN = WordPattern(rf"\s(?:{any_of([*words('between'), '&'])})\s|,")


def is_within_name(inside: re.Match[str]) -> bool:
    """Whether «von» or «di» stands behind a given name and is of it: «Karoline von Stetten»."""
    before = _BETWEEN.split(inside.string[: inside.start()].rpartition(":")[2])[-1].split()
    label = inside[0].removesuffix(inside[1]).strip(" ,،|·•–-:").lower()
    if len(before) == 1 and len(inside[1].split()) > 1 and before[0] not in given_names():
        return False  # «Gastkommentar von Jane Doe»
    plain = not any(char.isdigit() for char in inside.string[: inside.start()])
    particle = inside[0].strip(" ,،|·•–-").startswith(("Di ", "Da "))
    if particle and before and before[-1].istitle() and " " not in inside[1]:
        return True  # «Samuele Di Paola»
    return (
        label in ("von", "di")
        and plain
        and 0 < len(before) < 3
        and all(word[0].isupper() and word[-1].isalpha() for word in before)
    )


def without_heading(box: HtmlElement, text: str) -> str:
    """The text of an author's box without the heading that begins as a label does and names nobody:
    «<h4>Yazar hakkında</h4>»; empty where it has none."""
    heading = next(box.iter("h2", "h3", "h4", "h5", "h6"), None)
    said = text_of_element(heading) if heading is not None and heading is not box else ""
    rest = cut_before(said) if said and text.startswith(said) else None
    if not rest or lone_person(rest) or len(said) > MAX_HEADING_CHARS:
        return ""
    return text.removeprefix(said).strip()


MAX_HEADING_CHARS = 30


def label_apart(element: HtmlElement, text: str) -> str:
    """A byline's text with a blank behind the label that stands right before an element, «By<span>
    Jane Doe</span>»: style alone parts them. Any other text as it is."""
    own = (element.text or "").lstrip() if len(element) else ""
    rest = text[len(own) :]
    if not own or own[-1].isspace() or not rest[:1].isalpha() or rest[0].islower():
        return text
    return f"{own} {rest}" if " " in rest and text.startswith(own) and is_label(own) else text
