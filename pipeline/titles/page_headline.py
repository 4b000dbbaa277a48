"""The headline of a page without metadata: the heading that the tab's title or the list names."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from pipeline.page.elements import letters, text_of_element
from pipeline.page.within import in_comments, in_other_region
from pipeline.records import Link
from pipeline.text import spoken_words
from pipeline.titles.affixes import MAX_KICKER_CHARS, Cleaned
from pipeline.titles.headings import Heading, day_before, is_site_title

GENERIC = frozenset(
    map(
        letters,
        (
            "home", "startseite", "accueil", "inicio", "index", "untitled", "article", "articles",
            "news", "news details", "latest news", "blog", "details", "actualités", "nachrichten",
            "aktuelles", "artikel", "noticias", "notizie", "notícias", "nieuws", "haber",
            "haberler", "haber detay", "haber detayı", "новости", "новость", "berita",
            "الرئيسية", "الصفحة الرئيسية", "أخبار", "الأخبار", "آخر الأخبار", "خبر", "تفاصيل",
            "التفاصيل", "تفاصيل الخبر",
            "المقالات", "اخبار", "جزئیات خبر", "خانه", "خبریں", "anasayfa",
            "新闻", "新闻中心", "ニュース", "뉴스",
        ),
    )
)  # fmt: skip
"""What a tab is called that names no article, folded."""

MIN_LISTED_WORDS = 4
"""Fewer words of a link in a list are seldom a headline."""

WHOLE_WORDS = 2
"""The same where the tab's title, without the site's name behind it, is no more."""

MIN_ALIKE_CHARS = 20
"""Letters in which a heading and a tab's title, cut or with a word written otherwise, are one."""


def headline_of_page(
    headings: list[Heading], firsts: list[Heading], title: Cleaned | None, link: Link | None
) -> str | None:
    """The title of a page without metadata: the heading that the tab's title names."""
    wanted = [title.key] if title else []
    if link and link.title:
        wanted.append(letters(link.title))
    best: tuple[int, int, Heading] | None = None
    usable = [h for h in headings if not in_comments(h.element) and not is_site_title(h)]
    for place, heading in enumerate(usable):
        key = letters(heading.text)
        if key in GENERIC:
            continue
        agreement = max((_agreement(key, want) for want in wanted), default=0)
        if not agreement and title and _says_less(heading.text, title.text):
            agreement = MIN_ALIKE_CHARS
        if agreement and (best is None or agreement > best[0]):
            best = (agreement, -place, heading)
    if best:
        return _unlabelled(best[2], title)
    firsts = [h for h in firsts if letters(h.text) not in GENERIC] or firsts
    inside = [h for h in firsts if _in_article(h)]
    seconds = [h for h in usable if h.level == 2 and _may_head(h)]
    if firsts and seconds and all(map(_is_of_others, firsts)):
        return seconds[0].text  # «News», and below it what happened
    for group in (inside, [h for h in firsts if h.level == 1], firsts):
        if group:
            return _unlabelled(group[0], title)
    if title and title.key not in GENERIC:
        return title.text
    return seconds[0].text if seconds else None


def _is_of_others(heading: Heading) -> bool:
    """Whether a heading names a section, or is that of a card beside the article."""
    if letters(heading.text) in GENERIC:
        return True
    return heading.level != 1 and in_other_region(heading.element)


def _unlabelled(heading: Heading, title: Cleaned | None) -> str:
    """A heading without the label that begins or ends it in an element of its own, «Video», or the
    standfirst that does, where the tab's title begins or ends with what is left; all of it where it
    has none."""
    parts = list(heading.element)
    if title is None or not parts:
        return heading.text
    first, last = text_of_element(parts[0]), text_of_element(parts[-1])
    rests = []
    if not (heading.element.text or "").strip():
        rests.append((first, heading.text.removeprefix(first)))
    if not (parts[-1].tail or "").strip() and not title.key.startswith(letters(heading.text)):
        rests.append((last, heading.text.removesuffix(last)))
    for label, rest in rests:
        whole = title.stripped and title.key == letters(rest)  # «Buses | The Courier»
        words = WHOLE_WORDS if whole else MIN_LISTED_WORDS
        below = label is last and spoken_words(rest) >= words  # a standfirst
        fits = 0 < len(label) <= min(MAX_KICKER_CHARS, len(rest.strip()))
        key = letters(rest)
        ends = title.key.endswith(key) and not title.key.endswith(letters(heading.text))
        ends = ends or key.endswith(title.key)
        named = title.key.startswith(key) or (ends and spoken_words(rest) >= MIN_LISTED_WORDS)
        if (fits or below) and named:
            return rest.strip()
    return heading.text


def _agreement(key: str, wanted: str) -> int:
    """How many letters of a heading a wanted title names: all of them, as many as it kept, or all
    but a word written otherwise."""
    if len(key) < 4 or not wanted:
        return 0
    if key in wanted:
        return len(key)
    if (key.startswith(wanted) or key.endswith(wanted)) and len(wanted) >= MIN_ALIKE_CHARS:
        return len(wanted) - 1  # the same heading without more is surer
    same = alike(key, wanted) + alike(key[::-1], wanted[::-1])
    return same if same >= max(MIN_ALIKE_CHARS, len(key) * 3 // 4) else 0


def _says_less(heading: str, title: str) -> bool:
    """Whether a heading has no word that the tab's title has not in the same order: «Panel votes to
    change rules», «Panel votes to change tight rules on ferries»."""
    said = [*map(letters, heading.split())]
    if len(said) < MIN_SAID_WORDS:
        return False
    told = iter(map(letters, title.split()))
    return all(word in told for word in said)


MIN_SAID_WORDS = 5


def alike(one: Sequence[str], other: Sequence[str]) -> int:
    """How many letters two keys begin with alike, or how many words two titles."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def _may_head(heading: Heading) -> bool:
    """Whether a heading of the second level stands in the article, or leads nowhere and is in no
    part beside it."""
    if _in_article(heading):
        return True
    day = day_before(heading.element)
    of_day = set() if day is None else set(day.iter("a"))
    linked = any(link not in of_day for link in heading.element.iter("a"))
    return not linked and not in_other_region(heading.element)


def _in_article(heading: Heading) -> bool:
    return any(a.tag in ("article", "main") for a in heading.element.iterancestors())
