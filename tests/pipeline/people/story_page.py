"""The page that tests of persons read: a story with a headline, and what a test puts around it."""

from __future__ import annotations

from datetime import UTC, datetime

from pipeline.extract import extract_article
from pipeline.memory import EMPTY
from pipeline.records import Article, Memory, Page

NOW = datetime(2026, 11, 25, tzinfo=UTC)
TITLE = "المجلس يقر خطة النقل العام بعد عام من الجدل"
TEXT = "أقر المجلس مساء الأربعاء خطة جديدة للنقل تشمل تسيير أربعين حافلة على خطوط المدينة. "
STORIES = {
    "ar": (TITLE, TEXT),
    "en": (
        "Council passes a plan for the buses of the town",
        "The council passed a plan that puts forty buses on the roads, after a year of debate. ",
    ),
    "ja": (
        "市議会、新しい交通計画を可決",
        "市議会は水曜日の夜、四十台の電気バスを走らせる新しい公共交通計画を可決した。",
    ),
    "ko": (
        "시의회, 새 교통 계획 통과",
        "시의회는 수요일 저녁 노선에 전기버스 마흔 대를 투입하는 새로운 교통 계획을 통과시켰다. ",
    ),
}
"""A headline and a sentence, by language."""


def read(
    below: str = "",
    *,
    above: str = "",
    first: str = "",
    lead: str = "",
    end: str = "",
    behind: str = "",
    after: str = "",
    head: str = "",
    attributes: str = "",
    lang: str = "ar",
    text: str = "",
    site: str = "",
    number: int = 0,
    memory: Memory = EMPTY,
) -> Article:
    """The article of a page: lines `below` and `above` its headline, the `first` and the `end` of
    its text's box, a `lead` before its first sentence, boxes `behind` that in the article and
    `after` the article, what its `head` and its article's `attributes` say.

    `text` is a sentence in the stead of the language's own, `number` tells pages of one source
    apart.
    """
    title, own = STORIES.get(lang, STORIES["en"])
    text = text or own
    paragraphs = "".join(f"<p>{n}. {text * 2}</p>" for n in range(3))
    tab = f"{title} | {site}" if site else title
    html = (
        f'<html lang="{lang}"><head><title>{tab}</title>{head}</head><body><main {attributes}>'
        f"{above}<h1>{title}</h1>{below}<div class='text'>{first}<p>{lead}{text * 2}</p>"
        f"{paragraphs}{end}</div>{behind}</main>{after}</body></html>"
    )
    url = f"https://news.example/a/story-of-buses-{number}"
    found = extract_article(Page(url, url, html.encode(), NOW, charset="utf-8"), memory, NOW)
    assert isinstance(found, Article)
    return found


def authors(below: str = "", **others: str) -> tuple[str, ...]:
    """Whom such a page signs with."""
    return read(below, **others).authors  # type: ignore[arg-type]  # all of a page's words are str
