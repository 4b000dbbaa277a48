"""Lines that sign in forms of their own, each with what only looks so."""

from __future__ import annotations

import pytest

from pipeline.people.told_at_end import told_at_end
from pipeline.records import Block, BlockKind, Removed
from tests.pipeline.people.story_page import TEXT, authors, read


@pytest.mark.parametrize(
    ("below", "names"),
    [
        ("<div>نقلها إلينا من الميدان: رامز قعوار</div>", ("رامز قعوار",)),
        ("<div>On the case: Jane Okafor</div>", ("Jane Okafor",)),
        ("<div>Dosya: Ayşe Tepebaşı</div>", ("Ayşe Tepebaşı",)),
        # what only looks so
        ("<div>الضيف: رامز قعوار</div>", ()),
        ("<div>القسم: منى سالم</div>", ()),
        ("<div>Guest of the week: Jane Okafor</div>", ()),
        ("<div>Camera: Jane Okafor</div>", ()),
        ("<div>On the case: two detectives</div>", ()),
        (f"<div>{'क' * 40} (2): Jane Okafor</div>", ()),  # a long word, and no label
    ],
)
def test_any_label_names_who_signs_below_the_headline(below: str, names: tuple[str, ...]) -> None:
    assert authors(below, lang="en") == names


def test_a_label_names_nobody_of_whom_the_text_speaks() -> None:
    spoken = "<p>Jane Okafor told the council that the buses were late again on Monday.</p>"
    assert authors("<div>On the case: Jane Okafor</div>", lang="en", first=spoken) == ()


@pytest.mark.parametrize(
    ("below", "names"),
    [
        ("<div>تصوير وتقرير: فوزية العشماوي</div>", ("فوزية العشماوي",)),
        ("<div>كتب في 17 مارس 2026 بواسطة قاسم حول</div>", ("قاسم حول",)),
        ("<div><a href='/c/op'>رأي</a> <a href='/w/u3'>منى سالم</a></div>", ("منى سالم",)),
        ("<div>Exclusive by Tunde Bakare-Ellis</div>", ("Tunde Bakare-Ellis",)),
        ("<div>From Anjali Deshpande in Tokyo</div>", ("Anjali Deshpande",)),
        ("<div>Text: Edmund Pickersgill Editing: Jane Okafor</div>", ("Edmund Pickersgill",)),
        ("<div>Violet Ashgrove (@violet)</div>", ("Violet Ashgrove",)),
        ("<div>Perrine Quémener avec AFP, le 15 juin 2026</div>", ("Perrine Quémener", "AFP")),
        # what only looks so
        ("<div>تصوير ومونتاج: فوزية العشماوي</div>", ()),
        ("<div><a href='/c/op'>رأي</a> <a href='/c/tech'>تقنية المدن</a></div>", ()),
        ("<div>From Monday in Tokyo</div>", ()),
        ("<div>Follow us (@courier)</div>", ()),
    ],
)
def test_more_forms_of_signing_lines(below: str, names: tuple[str, ...]) -> None:
    assert authors(below, lang="en") == names


@pytest.mark.parametrize(
    ("line", "rule", "names"),
    [
        ("ميادة خليل – موقع الأفق", "line:site-words", ("ميادة خليل",)),
        ("موقع الأفق – رفعت سلام", "line:above-text", ("رفعت سلام",)),
        ("Lucian Petrosyan covers ports for The Courier.", "line:own-offer", ("Lucian Petrosyan",)),
        ("The Courier covers transport in the valley.", "line:own-offer", ()),
        ("خبر عاجل – موقع الأفق", "line:other", ()),
    ],
)  # fmt: skip
def test_who_stands_beside_the_house_in_lines_that_went(
    line: str, rule: str, names: tuple[str, ...]
) -> None:
    kept = [Block(BlockKind.PARAGRAPH, TEXT)]
    sites = frozenset({"موقعالأفق", "thecourier"})
    assert told_at_end(kept, [Removed(line, rule, 1)], sites) == names


@pytest.mark.parametrize(
    ("below", "names"),
    [
        ("<div><b>ليلى حسن</b><b>فاطمة النبهاني</b></div>", ("ليلى حسن", "فاطمة النبهاني")),
        ("<div><div>منى سالم</div><div>نيا سويرا</div></div>", ("منى سالم",)),
        ("<div><b>منى سالم</b><b>مدن ذكية</b></div>", ("منى سالم",)),
        ("<div>الأفق – كمال الرياحي<div>قبل يومين</div></div>", ("كمال الرياحي",)),
        ("<div>أمير تاج السر<br>تصوير: منى سالم</div>", ("أمير تاج السر",)),
        ("<div>صور ونص: منصورة عز الدين</div>", ("منصورة عز الدين",)),
        ("<div>سألته: إيلينا بوبوفا</div>", ("إيلينا بوبوفا",)),
        # what only looks so
        ("<figure><img src='/z.jpg'><figcaption>ناصر قاسم خلال حفل</figcaption></figure>", ()),
        ("<figure><img src='/z.jpg'><figcaption>ناصر قاسم (منى سالم)</figcaption></figure>", ()),
        ("<div>مدينة السلام<br>تصوير: منى سالم</div>", ()),
    ],
)  # fmt: skip
def test_boxes_and_breaks_part_what_a_line_holds(below: str, names: tuple[str, ...]) -> None:
    assert authors(below, site="الأفق") == names


def test_a_heading_labels_the_link_below_it() -> None:
    box = "<div><h4>{}</h4><a href='/w/2'>محمد الأشعري</a></div>"
    assert read(after=box.format("الكاتب")).authors == ("محمد الأشعري",)
    assert read(after=box.format("مقال آخر")).authors == ()


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Dmitri Volkonsky of Northern Ledger", ("Dmitri Volkonsky",)),
        ("By Dmitri Volkonsky of the Northern Ledger", ("Dmitri Volkonsky",)),
        ("By the end of the year", ()),
    ],
)
def test_a_person_of_a_house(line: str, names: tuple[str, ...]) -> None:
    assert authors(f"<p>{line}</p>", lang="en") == names


def test_a_vietnamese_last_line_of_capitals_signs() -> None:
    assert read(end="<p>Hồ Minh Đức</p>", lang="vi").authors == ("Hồ Minh Đức",)
    assert read(end="<p>Hồ Minh đức</p>", lang="vi").authors == ()


@pytest.mark.parametrize(
    ("below", "names"),
    [
        ("<p>كتب: سنان أنطون، وحسن بلاسم</p>", ("سنان أنطون", "حسن بلاسم")),
        ("<p>كتب: سنان أنطون، وارد بدر السالم</p>", ("سنان أنطون", "وارد بدر السالم")),
        ("<p><a href='/a/1'>علي نصر</a><br><a href='/a/2'>حسن عمر</a></p>", ("علي نصر", "حسن عمر")),
        ("<p>هدية حسين، شارل خوري، سام نصار</p>", ("هدية حسين", "شارل خوري", "سام نصار")),
        ("<div>مازن معروف<br>القاهرة - الأفق</div>", ("مازن معروف",)),
        ("<p>بحث وإعداد يوسف رخا</p>", ("يوسف رخا",)),
        ("<p>Special report by Padma Raghavan</p>", ("Padma Raghavan",)),
        ("<p>A report by Padma Raghavan</p>", ("Padma Raghavan",)),
        ("<p>نُشر في 17 مارس 2026 من قِبل زاهي وهبي</p>", ("زاهي وهبي",)),
        # what only looks so
        ("<p>كتب هذا المقال قبل عام</p>", ()),
        ("<p>مدن، رشيد الضعيف، سيارات</p>", ()),
        ("<p>A report by the end of the year</p>", ()),
    ],
)  # fmt: skip
def test_several_persons_and_what_stands_beside_one(below: str, names: tuple[str, ...]) -> None:
    assert authors(below, site="الأفق") == names


def test_this_article_is_no_author() -> None:
    box = "<div><p>{}</p><h4>هدى بركات</h4></div>"
    assert read(after=box.format("كاتب هذا المقال")).authors == ("هدى بركات",)
    assert read(after=box.format("كتب هذا المقال")).authors == ()
