"""Who wrote a text, in the paragraph of its first or last sentence."""

from __future__ import annotations

import pytest

from pipeline.records import Article
from tests.pipeline import satellite_page

ENGLISH = (
    "The ministry said on Monday that the new satellite will be launched in the spring.",
    "Engineers have tested its antennas for eleven months, and the last trial ended well.",
    "It is to bring the network to villages in the mountains, where no cable has been laid.",
    "A second satellite is planned for the year after, when the first has shown what it can do.",
)
ARABIC = (
    "أعلنت الوزارة يوم الاثنين أن القمر الصناعي الجديد سيطلق في الربيع من قاعدة في جنوب البلاد.",
    "واختبر المهندسون هوائياته طوال أحد عشر شهرا، وانتهت التجربة الأخيرة بلا خلل.",
    "ومن المقرر أن يوصل الإنترنت إلى قرى في الجبال لم يمد إليها أي كابل حتى الآن.",
    "ومن المزمع إطلاق قمر ثان في العام التالي، بعد أن يثبت الأول قدراته.",
)
PERSIAN = (
    "وزارت ارتباطات روز دوشنبه اعلام کرد ماهواره جدید در بهار از پایگاهی در جنوب کشور پرتاب می‌شود.",
    "مهندسان یازده ماه آنتن‌های آن را آزمایش کردند و آخرین آزمایش بدون خطا پایان یافت.",
    "وزیر پس از جلسه به خبرنگاران گفت هزینه اشتراک هنوز تعیین نشده است.",
    "ماهواره دوم برای سال بعد برنامه‌ریزی شده است، پس از آنکه نخستین ماهواره توان خود را نشان دهد.",
)


def article_of(texts: list[str]) -> Article:
    return satellite_page.article_of(satellite_page.paragraphs(*texts))


@pytest.mark.parametrize(
    ("texts", "signed", "author"),
    [
        (ENGLISH, "<strong>By Jane Doe</strong>", "Jane Doe"),
        (ENGLISH, "By Jane Doe", "Jane Doe"),
        (ENGLISH, "(Jane Doe)", "Jane Doe"),
        (ENGLISH, "— Jane Doe", "Jane Doe"),
        (ENGLISH, '<a href="/author/jane-doe">Jane Doe</a>', "Jane Doe"),
        (ARABIC, "<strong>كتبت ليلى منصور</strong>", "ليلى منصور"),
        (ARABIC, "(ليلى منصور)", "ليلى منصور"),
        (PERSIAN, "<em>نویسنده: سارا محمدی</em>", "سارا محمدی"),
    ],
)
def test_who_wrote_goes_from_behind_the_last_sentence(
    texts: tuple[str, ...], signed: str, author: str
) -> None:
    found = article_of([*texts[:-1], f"{texts[-1]} {signed}"])
    assert [block.text for block in found.blocks] == list(texts)
    assert found.authors == (author,)


@pytest.mark.parametrize("box", ["<ul><li>{}</li></ul>", "<blockquote>{}</blockquote>"])
def test_who_wrote_goes_from_a_list_or_a_quotation_below_a_text(box: str) -> None:
    found = article_of([*ENGLISH[:-1], f"{ENGLISH[-1]}</p>{box.format('By Jane Doe')}<p>"])
    assert [block.text for block in found.blocks] == list(ENGLISH)
    assert found.authors == ("Jane Doe",)


@pytest.mark.parametrize(
    ("texts", "signed"),
    [
        (ENGLISH, "<strong>By Jane Doe</strong>"),
        (ENGLISH, "<span>By Jane Doe</span> —"),
        (ARABIC, "<b>كتبت ليلى منصور</b>"),
        (PERSIAN, "<strong>نویسنده: سارا محمدی</strong>"),
    ],
)
def test_who_wrote_goes_from_before_the_first_sentence(texts: tuple[str, ...], signed: str) -> None:
    found = article_of([f"{signed} {texts[0]}", *texts[1:]])
    assert [block.text for block in found.blocks] == list(texts)


@pytest.mark.parametrize("box", ["<h4>{}</h4>", "<blockquote>{}</blockquote>"])
def test_who_wrote_goes_from_a_heading_above_a_text(box: str) -> None:
    found = article_of([f"</p>{box.format('كتبت ليلى منصور')}<p>{ARABIC[0]}", *ARABIC[1:]])
    assert [block.text for block in found.blocks] == list(ARABIC)
    assert found.authors == ("ليلى منصور",)


@pytest.mark.parametrize(
    "opening",
    [
        "<strong>Jane Doe</strong> was the first who saw it rise above the southern base.",
        "<b>By Jane Doe</b> alone were the nine antennas built that the ministry bought.",
        "<strong>By Monday</strong> The Courier had asked all nine districts for an answer.",
    ],
)
def test_a_first_sentence_that_names_somebody_stays(opening: str) -> None:
    found = article_of([opening, *ENGLISH])
    assert found.blocks[0].text.startswith(opening[opening.index(">") + 1 :][:5])
    assert len(found.blocks) == 1 + len(ENGLISH)


@pytest.mark.parametrize(
    "ending",
    [
        "“The first one has shown what it can do.” — Jane Doe",
        "The prize goes to two of them. The first is Jane Doe.",
        "Nine districts wait for it now. (The tenth has a cable)",
    ],
)
def test_a_last_sentence_that_names_somebody_stays(ending: str) -> None:
    found = article_of([*ENGLISH, f"{ENGLISH[0][:-1]} again. {ending}"])
    assert found.blocks[-1].text.endswith(ending)
