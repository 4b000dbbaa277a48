"""Names that nothing marks, beside the date under the headline; and what else stands there."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from pipeline.extract import extract_article
from pipeline.memory import EMPTY
from pipeline.people.given_names import persons_in
from pipeline.people.names import clean_names
from pipeline.records import Article, Page

NOW = datetime(2026, 11, 25, tzinfo=UTC)
URL = "https://news.example/tech/new-chip-for-language-models"
TITLE = "A new chip runs language models without a network"
TEXT = (
    "The company showed a chip that runs language models on small devices, its engineers said "
    "on stage, where hundreds of developers had come to see it at work for the first time. "
)


def authors(facts: str) -> tuple[str, ...]:
    menu = "".join(f'<a href="/{name}/">{name}</a>' for name in ("Home", "Deep Space", "Gadgets"))
    html = (
        f"<html><head><title>{TITLE}</title></head><body><nav>{menu}</nav><main><h1>{TITLE}</h1>"
        f"{facts}{f'<p>{TEXT}</p>' * 3}</main></body></html>"
    )
    found = extract_article(Page(URL, URL, html.encode(), NOW, charset="utf-8"), EMPTY, NOW)
    assert isinstance(found, Article)
    return found.authors


def test_a_picture_among_all_that_an_article_holds_makes_no_caption_of_its_byline() -> None:
    title = "هاتف جديد يصل إلى الأسواق هذا الأسبوع"
    line = "<p>عرضت الشركة هاتفا جديدا يعمل بلا شبكة أمام مئات المطورين في المدينة.</p>"
    text = f"<div>{line * 4}</div>"
    facts = "<div>لندن ـ «الأفق» ـ مروان قاسم</div><span>20 تشرين ثاني 2026</span><img src=a>"
    html = f"<html><title>{title}</title><main><h1>{title}</h1>{facts}{text}</main></html>"
    found = extract_article(Page(URL, URL, html.encode(), NOW, charset="utf-8"), EMPTY, NOW)
    assert isinstance(found, Article)
    assert found.authors == ("مروان قاسم",)


@pytest.mark.parametrize(
    ("facts", "names"),
    [
        ('<span class="w">سارة أحمد</span><span class="m">مروان قاسم</span>', ("سارة أحمد",)),
        ('<span class="w">سارة أحمد</span><span class="w">أمن الشبكات</span>', ("سارة أحمد",)),
    ],
)
def test_persons_side_by_side(facts: str, names: tuple[str, ...]) -> None:
    assert authors(f"<div>{facts}<span>20 نوفمبر 2026</span></div>") == names


def test_a_house_that_dates_its_texts_has_not_written_what_a_person_signs() -> None:
    title = "هاتف جديد يصل إلى الأسواق هذا الأسبوع"
    line = "<p>عرضت الشركة هاتفا جديدا يعمل بلا شبكة أمام مئات المطورين في المدينة.</p>"
    facts = (
        "<div>آخر تحديث: 20 نوفمبر 2026 | أسماء الحبيشي | <span>ع ع</span> <span>طباعة</span></div>"
    )
    dated = "<div><p>المنامة – بيان برس –</p></div>"
    html = (
        f"<html><title>{title} | وكالة بيان برس</title>"
        '<meta property="og:site_name" content="وكالة بيان برس">'
        f"<main><h1>{title}</h1>{facts}{dated}<div>{line * 4}</div></main></html>"
    )
    found = extract_article(Page(URL, URL, html.encode(), NOW, charset="utf-8"), EMPTY, NOW)
    assert isinstance(found, Article)
    assert found.authors == ("أسماء الحبيشي",)


def test_a_line_of_facts_may_be_in_small_letters_of_a_cell() -> None:
    facts = "<font size=2>20 November 2026, Jane Doe</font><br>"
    assert authors(facts) == ("Jane Doe",)
    assert authors("<font size=2>20 November 2026, Deep Space</font><br>") == ()


def test_sizes_of_letters_are_no_person() -> None:
    assert authors("<div>20 November 2026 | Jane Doe | <span>A A A</span></div>") == ("Jane Doe",)


def test_a_short_sentence_with_a_year_is_no_line_of_facts() -> None:
    begins = "<p>In Bengaluru, a team of ten has been working on it since the spring of 2024.</p>"
    assert authors(begins) == ()


@pytest.mark.parametrize(
    ("facts", "name"),
    [
        ("<div>Jane Doe | November 20, 2026</div>", "Jane Doe"),
        ("<div>20 November 2026 · Jane van der Doe</div>", "Jane van der Doe"),
        ("<p><span>Jane Doe</span><span>2026-11-20</span></p>", "Jane Doe"),
        ('<p><a href="/author/jane">Jane Doe</a> - 20.11.2026</p>', "Jane Doe"),
        ("<div>سارة أحمد | ٢٠ نوفمبر ٢٠٢٦</div>", "سارة أحمد"),
        ("<ul><li>أنور رستم</li><li>منذ يومين</li><li>4 دقائق</li></ul>", "أنور رستم"),
        ("<div>کد خبر: ۱۲ | ۴ آذر ۱۴۰۵ | نویسنده: مریم رضایی | نسخه چاپی</div>", "مریم رضایی"),
        ("<div>القاهرة | محمد عبد الله | 20 نوفمبر 2026</div>", "محمد عبد الله"),
        ("<div>رضا کریمی - ۲۹ آبان ۱۴۰۵</div>", "رضا کریمی"),
        ("<div>Jane Doe | 5 min read | 20 November 2026</div>", "Jane Doe"),
        ("<div>林晓雯,<time>2026年11月20日</time>•4 分钟</div>", "林晓雯"),
        ("<div>佐藤美咲 · 2026年11月20日</div>", "佐藤美咲"),
        ("<p>2026年11月20日</p><p>佐藤美咲</p>", "佐藤美咲"),
        ("<p>20 November 2026</p><div>Jane Doe</div>", "Jane Doe"),
        ("<ul><li>연합뉴스</li><li>입력 2026.11.20 14:30</li></ul>", "연합뉴스"),
    ],
    ids=[
        "before",
        "after",
        "elements",
        "linked",
        "ar",
        "ar how long ago",
        "fa label",
        "place before",
        "fa",
        "more facts",
        "zh",
        "ja",
        "ja below",
        "below",
        "ko agency",
    ],
)
def test_the_name_beside_the_date_is_the_authors(facts: str, name: str) -> None:
    assert authors(facts) == (name,)


@pytest.mark.parametrize(
    "facts",
    [
        "<div>Technology | 20 November 2026</div>",
        "<div>Deep Space | 20 November 2026</div>",
        '<div><a href="/x/">Quantum Leap</a> | 20 November 2026</div>',
        "<div>Cairo News | 20 November 2026</div>",
        "<div>No Comments | 20 November 2026</div>",
        "<div>Last updated | 20 November 2026</div>",
        "<div><span>قبل شهرين</span> <span>20 نوفمبر 2026</span></div>",
        "<div>Clear Sea | Deep Blue | 20 November 2026</div>",
        "<div>the small desk | 20 November 2026</div>",
        "<div>Friday, 20 November 2026, 10:30 GMT</div>",
        "<div>高科技 | 2026年11月20日</div>",
        "<div>文化 | 2026年11月20日</div>",
        "<div>الذكاء الاصطناعي | 20 نوفمبر 2026</div>",
        "<p>20 نوفمبر 2026</p><p>قالت الشركة إنها تعتذر.</p>",
        "<div>لا توجد تعليقات | 20 نوفمبر 2026</div>",
        "<div>Quantum Leap</div>",
        "<aside>Jane Doe | 20 November 2026</aside>",
        "<div class=related><div>Jane Doe | 20 November 2026</div></div>",
    ],
    ids=["section", "section of the menu", "link elsewhere", "paper", "comments", "label", "ago",
         "two", "no capitals", "day", "zh field", "zh section", "ar section", "ar sentence",
         "ar comments", "no date", "aside", "related"],
)  # fmt: skip
def test_what_else_stands_there_is_nobody(facts: str) -> None:
    assert authors(facts) == ()


def test_two_names_in_one_fact() -> None:
    assert authors("<div>Jane Doe and John Roe | November 20, 2026</div>") == (
        "Jane Doe",
        "John Roe",
    )


def test_several_with_common_given_names_in_one_line() -> None:
    found = authors("<div>نگار رستمی, آرش نوری,<time>20 November 2026</time>•1 min read</div>")
    assert found == ("نگار رستمی", "آرش نوری")


def test_a_job_in_an_element_of_its_own_without_a_blank_after_the_name() -> None:
    boxes = "<div>فادي عبد الرحيم<span>باحثة في الحوسبة</span></div>"
    boxes += "<div>هبة حمدان<span>محررة</span></div>"
    assert authors(f"<div>{boxes}</div>") == ("فادي عبد الرحيم", "هبة حمدان")


def test_the_last_letter_of_a_name_may_have_a_style_of_its_own() -> None:
    line = '<div><a href="/author/jane-doe">Jane Do<span>e</span></a></div>'
    assert authors(line) == ("Jane Doe",)


def test_two_persons_in_chinese_letters_in_the_line_before_the_day() -> None:
    assert authors("<p>山口翔、山口健太</p><p>2026年11月21日</p>") == ("山口翔", "山口健太")
    assert authors("<p>科学、医療</p><p>2026年11月21日</p>") == ()


@pytest.mark.parametrize("heading", ["ردود القراء", "Vos réactions", "نظرات شما"])
def test_who_comments_below_a_short_text_signs_nothing(heading: str) -> None:
    html = (
        f"<html><head><title>{TITLE}</title></head><body><div><h1>{TITLE}</h1><div>20 November "
        f"2026</div><p>{TEXT[:90]}</p></div><div><h3>{heading}</h3><div><b>نادر بن يوسف</b>"
        f"<i>21 November 2026</i><p>{TEXT[90:]}</p></div></div></body></html>"
    )
    found = extract_article(Page(URL, URL, html.encode(), NOW, charset="utf-8"), EMPTY, NOW)
    assert isinstance(found, Article)
    assert found.authors == ()


def _authors_of(body: str, title: str = TITLE) -> tuple[str, ...]:
    html = f"<html><head><title>{title}</title></head><body>{body}</body></html>"
    found = extract_article(Page(URL, URL, html.encode(), NOW, charset="utf-8"), EMPTY, NOW)
    assert isinstance(found, Article)
    return found.authors


def test_an_editor_in_brackets_below_a_text() -> None:
    text = "<p>本市一家初创企业在本周召开的会议上公开了一款省电的芯片。</p>" * 2
    head = "<h1>新款芯片</h1><p>2026年11月20日</p>"
    below = "<div class='bianji'>[责任编辑：张志强]</div>"
    assert _authors_of(f"<div>{head}<div>{text}</div>{below}</div>", "新款芯片") == ("张志强",)


def test_who_signs_in_a_box_below_the_last_paragraph() -> None:
    texts = (TEXT, TEXT[:90], TEXT[20:] + TEXT[:40], TEXT[40:] + TEXT[:60])
    below = "<div class='w'>سلمى النجار</div><div><a href='/print'>نسخة للطباعة</a></div>"
    head = (
        f"<div id='hd'><a href='/'>Home</a></div><div><div>20 November 2026</div><h1>{TITLE}</h1>"
    )
    text = "".join(f"<p>{text}</p>" for text in texts)
    assert _authors_of(f"{head}{text}{below}</div>") == ("سلمى النجار",)


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("تحرير المدينة استغرق تسعة أشهر.", ()),
        ("نویسنده در شیراز زندگی می‌کند.", ()),
        ("लेखक आज पत्नी और दो बेटियों के साथ जयपुर में रहते हैं।", ()),
        ("تحرير: سارة أحمد الحداد.", ("سارة أحمد الحداد",)),
        ("تحرير سارة أحمد الحداد.", ("سارة أحمد الحداد",)),
    ],
)
def test_a_last_sentence_that_begins_with_a_label_s_word_names_nobody(
    line: str, names: tuple[str, ...]
) -> None:
    html = f"<title>{TITLE}</title><main><h1>{TITLE}</h1>{f'<p>{TEXT}</p>' * 3}<p>{line}</p></main>"
    found = extract_article(Page(URL, URL, html.encode(), NOW, charset="utf-8"), EMPTY, NOW)
    assert isinstance(found, Article)
    assert found.authors == names
    assert (line in found.text) is not bool(names)


def test_an_agency_below_the_headline_signs_but_not_by_its_rights_in_a_picture() -> None:
    assert authors("<p>Reuters</p>") == ("Reuters",)
    assert authors("<p>© Reuters</p>") == ()
    assert authors("<p>--(بترا)</p>") == ("بترا",)
    assert authors("<p>/قنا/</p>") == ("قنا",)


DAY = "<p>20 November 2026, 14:05</p>"


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("No Image", ()),
        ("لرؤية أصدق للأحداث", ()),
        ("Symbolfoto: Jan Brenner/dpa", ()),
        ("Lena Mahler", ("Lena Mahler",)),
        ("وضاح القباطي", ("وضاح القباطي",)),
    ],
)
def test_words_of_a_template_beside_the_day_are_nobody_s_name(
    line: str, found: tuple[str, ...]
) -> None:
    assert authors(f"<p>{line}</p>{DAY}") == found


def test_who_heads_the_house_wrote_nothing() -> None:
    heads = "<p>رئيس مجلس الإدارة</p><p>نبيل عبد الحميد</p><p>رئيس التحرير</p><p>سعاد منصور</p>"
    assert authors(heads) == ()
    assert authors("<div><b>رئيس التحرير</b></div><div><span>عماد الحسيني</span></div>") == ()
    assert authors(f"<p>Culture</p><p>Jane Doe</p>{DAY}") == ("Jane Doe",)


def test_a_verb_like_a_given_name_with_a_pronoun_behind_it_names_nobody() -> None:
    assert persons_in("أشرف عليها باحثون") == ()
    assert persons_in("أشرف عبد الله") == ("أشرف عبد الله",)


def test_a_sentence_with_a_stop_names_nobody_though_its_first_word_is_a_given_name() -> None:
    assert persons_in("رئیس مرکز فناوری وزارت علوم از باز شدن سامانه خبر داد.") == ()
    assert persons_in("Jane Doe, John Roe and Ann Lee.") == ("Jane Doe", "John Roe", "Ann Lee")


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("صنعاء ((الأفق)) وضاح القباطي:", ("وضاح القباطي",)),
        ("صنعاء (الأفق) وضاح القباطي:", ("وضاح القباطي",)),
        ("صنعاء ((الأفق)) خاص:", ()),
        ("صنعاء - الأفق - خاص:", ()),
        ("تحقيق وضاح القباطي", ("وضاح القباطي",)),
    ],
)
def test_a_house_in_brackets_behind_the_place_of_a_text(line: str, names: tuple[str, ...]) -> None:
    title = "ذاكرة المدينة على رقاقة"
    html = (
        f"<html lang=ar><title>{title} - الأفق</title><h1>{title}</h1><div>20 نوفمبر 2026</div>"
        f"<div><b>{line}</b><br><br>{'<br><br>'.join([TEXT] * 3)}</div></html>"
    )
    found = extract_article(Page(URL, URL, html.encode(), NOW), EMPTY, NOW)
    assert isinstance(found, Article)
    assert found.authors == names
    assert line not in found.text


def test_a_persian_sentence_behind_a_word_that_may_mean_by_names_nobody() -> None:
    assert clean_names("پست رد شوید و به خواندن ادامه دهید") == ()
    assert clean_names("رضا شویدی و مریم دهقان") == ("رضا شویدی", "مریم دهقان")


def test_no_name_ends_with_a_preposition_before_what_only_looks_joined() -> None:
    assert persons_in("سارة أحمد في ورشة بمدينة فاس") == ()
    assert persons_in("سارة أحمد ووائل حسن") == ("سارة أحمد", "وائل حسن")


def test_words_behind_numbers_in_urdu_are_nobody() -> None:
    assert clean_names("اعداد کے پیچھے") == ()
    assert clean_names("تحریر: مہوش اعجاز") == ("مہوش اعجاز",)


def test_numbers_that_a_persian_heading_lets_speak_sign_nothing() -> None:
    assert clean_names("اعداد چه می‌گویند") == ()
    assert clean_names("اعداد: سارة أحمد") == ("سارة أحمد",)


def test_a_house_s_event_named_twice_in_boxes_signs_nothing() -> None:
    box = '<div><h4>{0}</h4><p>{1}</p><a href="/events/1">Book</a></div>'
    page = (
        '<html lang="en"><head><title>{0}</title><meta property="og:site_name" content="{1}">'
        "</head><body><main><h1>{0}</h1>{2}{3}{2}{3}</main></body></html>"
    )
    text = f"<p>{TEXT}</p>" * 2
    event = box.format("Northern Quay Forum", "Meet the engineers in Leeds, May 3 to 5.")
    html = page.format(TITLE, "Northern Quay", text, event)
    found = extract_article(Page(URL, URL, html.encode(), NOW, charset="utf-8"), EMPTY, NOW)
    assert isinstance(found, Article)
    assert found.authors == ()


def test_a_verdict_is_nobody_s_name() -> None:
    assert clean_names("حكمنا النهائي") == ()
    assert clean_names("رنا النهائي") == ("رنا النهائي",)


def test_two_persons_with_a_dash_between_them_in_an_item_beside_the_day() -> None:
    row = "<ul><li><span>{}</span></li><li><span>6 November 2026 | 06:10</span></li></ul>"
    assert authors(row.format("رامي النعيمي - زياد طرابلسي")) == ("رامي النعيمي", "زياد طرابلسي")
    assert authors(row.format("Jane Doe - Peter Lund")) == ("Jane Doe", "Peter Lund")
    assert authors(row.format("Jane Doe - Leeds")) == ("Jane Doe",)
