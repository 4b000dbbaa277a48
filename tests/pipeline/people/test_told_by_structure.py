"""Authors told by where a name stands and by what stands beside it on a page without marks, each
with what only looks so."""

from __future__ import annotations

import pytest

from pipeline.declared.metadata import read_metadata
from pipeline.page.html import parse_text
from pipeline.people.authors import extract_authors
from pipeline.people.given_names import persons_in
from pipeline.people.houses import names_beside_house
from pipeline.people.lone_lines import is_said_nowhere
from pipeline.people.lone_person import is_signer
from pipeline.people.signing_lines import names_in_line
from pipeline.people.told_at_end import told_at_end
from pipeline.records import Block, BlockKind, Removed
from tests.pipeline.people.story_page import TEXT, authors, read


@pytest.mark.parametrize(
    ("below", "names"),
    [
        ("<h2><a href='/opinion/u33'>حنان حسن</a></h2><div>@u33</div>", ("حنان حسن",)),
        ("<img src='/1.jpg'><div><h2><a href='/o/3'>حنان حسن</a></h2></div>", ("حنان حسن",)),
        (
            "<ul><li><img src='/1.jpg'><a href='/w/1'>ياسمين سالم</a></li>"
            "<li><img src='/2.jpg'><a href='/w/2'>شريفة الشملان</a></li></ul>",
            ("ياسمين سالم", "شريفة الشملان"),
        ),
        (
            "<div><a href='#'>حنان حسن</a> - <a href='https://x.com/h'>تابعها على إكس</a></div>",
            ("حنان حسن",),
        ),
        ("<div>زعفران الخنبشي - <i>غسان كنعو</i></div>", ("زعفران الخنبشي", "غسان كنعو")),
        ("<div>أولوسيغون أديبايو<br>ترجمة: منى سالم</div>", ("أولوسيغون أديبايو",)),
        ("<div>Hana Takemoto<br>Senior Correspondent, Lagos</div>", ("Hana Takemoto",)),
        ("<div><div>كتب بواسطة</div><div>هيروكي تاناكا</div></div>", ("هيروكي تاناكا",)),
        ("<div>فريق التحرير</div>", ("فريق التحرير",)),
        # what only looks so
        ("<div class='row'><div><h3><a href='/1'>حنان حسن</a></h3><i>2 مايو 2019</i></div>"
         "<div><h3><a href='/2'>منى سالم</a></h3><i>2 مايو 2019</i></div></div>", ()),
        ("<h2><a href='/n/5'>حنان حسن تعود إلى المسرح بعد عام</a></h2>", ()),
        ("<ul><li><a href='/t/1'>ياسمين سالم</a></li><li><a href='/t/2'>روبوت</a></li></ul>", ()),
        ("<div>فريق النقل</div>", ()),
    ],
)  # fmt: skip
def test_where_a_name_stands_below_the_headline(below: str, names: tuple[str, ...]) -> None:
    assert authors(below) == names


@pytest.mark.parametrize(
    ("below", "names"),
    [
        ("<div>Anahera Rangi in Nairobi</div>", ("Anahera Rangi",)),
        ("<div>Thaynara Moura dos Santos, de São Paulo</div>", ("Thaynara Moura dos Santos",)),
        ("<div>Van onze verslaggever Famke van den Berg</div>", ("Famke van den Berg",)),
        ("<div>Guest column by Ottoline Graves</div>", ("Ottoline Graves",)),
        # what only looks so
        ("<div>Council Buses in Nairobi</div>", ()),  # the text speaks of them
        ("<div>Photo: Anahera Rangi, Nairobi</div>", ()),
        ("<div>Anahera Rangi in Wonderland</div>", ()),
    ],
)
def test_a_person_and_a_place_or_what_they_are_to_the_house(
    below: str, names: tuple[str, ...]
) -> None:
    assert authors(below, lang="en") == names


@pytest.mark.parametrize(
    ("end", "names"),
    [
        ("<p>(شهد القبيسي)</p>", ("شهد القبيسي",)),
        ("<p>(Jane Okafor)</p>", ("Jane Okafor",)),
        ("<p><i>Follow Jane Okafor on Threads: @jane</i></p>", ("Jane Okafor",)),
        ("<p>Mary van der Berg can be reached at m@news.example.</p>", ("Mary van der Berg",)),
        # what only looks so
        ("<p>(متابعات إخبارية)</p>", ()),
        ("<p><i>Follow Evening Courier on Threads: @courier</i></p>", ()),
    ],
)  # fmt: skip
def test_who_is_named_in_what_ends_a_text(end: str, names: tuple[str, ...]) -> None:
    assert read(end=end, lang="en").authors == names


def test_brackets_below_a_text_sign_it_and_amid_it_credit_a_picture() -> None:
    kept = [Block(BlockKind.PARAGRAPH, f"{n}. {TEXT}") for n in range(3)]

    def told(text: str, index: int) -> tuple[str, ...]:
        return told_at_end(kept, [Removed(text, "credit-line", index)])

    assert told("(شهد القبيسي)", len(kept)) == ("شهد القبيسي",)
    assert told("(Jane Okafor)", len(kept)) == ("Jane Okafor",)
    assert told("(Jane Okafor)", 1) == ()
    assert told("(Evening Courier)", len(kept)) == ()
    assert told("(متابعات إخبارية)", len(kept)) == ()


def test_a_heading_tells_that_the_line_below_it_is_of_the_author() -> None:
    told = "<p>Nguyen Lan Anh writes about engineering and lives by the sea.</p>"
    assert read(after=f"<div><h4>About the author</h4>{told}</div>", lang="en").authors == (
        "Nguyen Lan Anh",
    )
    assert read(after=f"<div><h4>About the bridge</h4>{told}</div>", lang="en").authors == ()


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("رامز قعوار - خاص بـ«الأفق»", ("رامز قعوار",)),
        ("Tigist Haile for The Courier", ("Tigist Haile",)),
        ("رامز قعوار - خاص بـ«الميناء»", ()),
        ("A New Home for The Courier", ()),
        ("الأفق - دمشق: قرأت أمس كتابا من مئة صفحة، واحتجت إلى أسبوع.", ()),
    ],
)
def test_for_whom_a_person_wrote(line: str, names: tuple[str, ...]) -> None:
    assert names_beside_house(line, frozenset({"الأفق", "thecourier"})) == names


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Елена Нарышкина, Тимур Твердохлеб", ("Елена Нарышкина", "Тимур Твердохлеб")),
        ("Елена Нарышкина, Глеб Рубинчик", ("Елена Нарышкина", "Глеб Рубинчик")),
        ("Елена Нарышкина, Новая газета", ("Елена Нарышкина",)),
        ("Елена Нарышкина, Нижний Новгород", ("Елена Нарышкина",)),
    ],
)
def test_two_persons_behind_a_comma_where_houses_are_written_small(
    line: str, names: tuple[str, ...]
) -> None:
    assert persons_in(line) == names


def test_who_writes_is_all_of_a_line() -> None:
    assert names_in_line("سوبرامانيان راجيش يكتب:", frozenset()) == ("سوبرامانيان راجيش",)
    assert names_in_line("وزير المالية يكتب:", frozenset()) == ()
    assert names_in_line("سوبرامانيان راجيش يكتب: رسالة إلى أمي", frozenset()) == ()


def test_a_weekday_is_a_fact_beside_a_person() -> None:
    assert names_in_line("الأربعاء | أبو بكر ولد سيدي", frozenset()) == ("أبو بكر ولد سيدي",)
    assert names_in_line("الأربعاء | عاصفة رملية", frozenset()) == ()


def test_a_foreigner_signs_in_japanese() -> None:
    assert is_signer("アンナ・ペトロワ")
    assert not is_signer("アンナ・ペトロワ 2026")


def test_a_short_family_name_within_a_longer_word_is_not_spoken_of() -> None:
    def kept(text: str) -> list[Block]:
        return [Block(BlockKind.PARAGRAPH, t) for t in (text, "علاء أبو دير")]

    assert is_said_nowhere("علاء أبو دير", kept("زادت البلاد من تصدير القمح."))
    assert not is_said_nowhere("علاء أبو دير", kept("وقال دير إن القمح كثير."))


def test_a_sign_between_two_numbers_parts_them() -> None:
    sign = "<i class='s'></i>"
    facts = f"<div>{sign}بشرى عطوان{sign}17 أكتوبر 2026{sign}3 دقائق قراءة</div>"
    found = read(facts)
    assert found.authors == ("بشرى عطوان",)
    assert found.published is not None


def test_metadata_name_the_house_in_one_way_and_a_person_in_another() -> None:
    head = "<meta name='author' content='Northern Ledger'><meta name='parsely-author' content='{}'>"
    foot = "<footer>© 2026 Northern Ledger</footer>"
    for name, names in (("Oluwaseun Adeyemi", ("Oluwaseun Adeyemi",)), ("", ("Northern Ledger",))):
        assert read(head=head.format(name), after=foot, lang="en").authors == names


def test_an_agency_beside_a_person_whose_name_is_rare() -> None:
    assert authors("<div>Jacira Tupinambá | Agência Brasil</div>", lang="pt") == (
        "Jacira Tupinambá",
        "Agência Brasil",
    )


@pytest.mark.parametrize(
    ("below", "names"),
    [
        ("<div>| بيروت - من دلال البزري |</div>", ("دلال البزري",)),
        ("<div>مها الجويني<br>سعيد ناشيد</div>", ("مها الجويني", "سعيد ناشيد")),
        ("<div>نشر: 17 مارس 2026<br>اسم الكاتب: عفراء جلبي<br>قراءات: 5</div>", ("عفراء جلبي",)),
        ("<div>أضيف في 17 مارس 2026 من طرف عفراء جلبي</div>", ("عفراء جلبي",)),
        ("<p>مقابلة أجراها عفراء جلبي</p>", ("عفراء جلبي",)),
        ("<div><a href='/@abc'>عفراء جلبي</a><div>17 مارس 2026</div></div>", ("عفراء جلبي",)),
        # what only looks so
        ("<div>مها الجويني<br>شارع الحمراء</div><div>17 مارس 2026</div>", ("مها الجويني",)),
        ("<div>أضيف في 17 مارس 2026 من طرف الإدارة</div>", ()),
    ],
)  # fmt: skip
def test_lines_of_facts_below_the_headline(below: str, names: tuple[str, ...]) -> None:
    assert authors(below) == names


@pytest.mark.parametrize(
    ("below", "names"),
    [
        ("<div>By Hugo Astley 28th August 2026 — 5 min read</div>", ("Hugo Astley",)),
        ("<div>di Saverio Del Bono e Bice d'Amico</div>", ("Saverio Del Bono", "Bice d'Amico")),
        ("<div>dal corrispondente Duccio Malinverni</div>", ("Duccio Malinverni",)),
        ("<div>Cao Bá Long - 23/07/2026 12:33</div>", ("Cao Bá Long",)),
        ("<div>La rédaction</div>", ("La rédaction",)),
        ("<div>Long Reads - 23/07/2026 12:33</div>", ()),
        ("<div>dal corrispondente estero</div>", ()),
    ],
)  # fmt: skip
def test_such_lines_in_other_languages(below: str, names: tuple[str, ...]) -> None:
    assert authors(below, lang="en") == names


@pytest.mark.parametrize("label", ["已发布", "已發佈", "发布", "發布"])
def test_what_says_that_a_text_appeared_signs_nothing(label: str) -> None:
    below = (
        "<section id='section-byline'><span>by <a href='/author/w3'>阿木</a> —</span>"
        f"<span>{label}</span><span>2026年11月02日</span></section>"
    )
    assert authors(below, lang="zh") == ("阿木",)


@pytest.mark.parametrize(
    ("line", "rule", "names"),
    [
        ("- Apinya Srisuk, Northern Ledger", "line:site-words", ("Apinya Srisuk",)),
        ("Contact Jane Okafor at jane@ledger.example", "any:write-to-us", ("Jane Okafor",)),
        ("يعبر المقال عن رأي كاتبه نادر فوزي ولا يعكس رأي الموقع.", "ar:licence", ("نادر فوزي",)),
        ("- Tickets at the door, Northern Ledger", "line:site-words", ()),
        ("Contact Northern Ledger at desk@ledger.example", "any:write-to-us", ()),
        ("يعبر المقال عن رأي كاتبه فقط ولا يعكس رأي الموقع.", "ar:licence", ()),
    ],
)
def test_what_cleaning_took_out_below_a_text(line: str, rule: str, names: tuple[str, ...]) -> None:
    kept = [Block(BlockKind.PARAGRAPH, TEXT)]
    assert told_at_end(kept, [Removed(line, rule, 1)], frozenset({"northernledger"})) == names


def test_a_dash_tells_at_the_end_of_a_text_who_a_person_is() -> None:
    end = "<p><strong>ميريانا معلولي</strong> – باحثة في علم الاجتماع</p>"
    assert read(end=end).authors == ("ميريانا معلولي",)
    spoken = (
        "<p>وقالت ميريانا معلولي إن المجلس تأخر كثيرا في إقرار الخطة وفي تمويلها هذا العام.</p>"
    )
    assert read(end=spoken + end).authors == ()


def test_who_speaks_in_a_headline_signs_nothing_in_the_element_within_it() -> None:
    said = "陈立群：我们将在机场投入37亿元"
    html = (
        f"<html lang='zh'><head><title>{said}</title></head><body><article><h1><span>{said}</span>"
        "</h1><div><span>发布于</span> <time>2026-10-20</time></div>"
        "<div><a href='/t'>科技</a></div>"
        "<p>公司周二在苏州宣布，新的实验室将于明年春天开放，由三十名工程师负责。</p>"
        "<p>陈立群在发布会上说，这笔钱将用于训练新的模型，也会用于建设机房。</p></article></body></html>"
    )
    doc = parse_text(html, "https://news.example/1")
    assert extract_authors(doc, read_metadata(doc), title=said) == ()
