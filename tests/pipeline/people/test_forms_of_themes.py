"""How themes and newspapers set bylines, each beside what only looks so."""

from __future__ import annotations

import pytest

from pipeline.people.dense_persons import is_dense_person
from pipeline.people.houses import is_site, names_beside_house
from pipeline.people.names import clean_names
from pipeline.people.placed import placed_names
from tests.pipeline.people.story_page import TITLE, authors

SITES = frozenset({"الأفق"})


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Written by: Zrinka Aquin | Edited by: John Roe", ("Zrinka Aquin",)),
        ("Written by: Zrinka Aquin, Reviewed by: John Roe", ("Zrinka Aquin",)),
        ("Auteur de l’article Par Zrinka Aquin", ("Zrinka Aquin",)),
        ("سارة أحمد ― دبي", ("سارة أحمد",)),
        ("سارة أحمد/ع.ك", ("سارة أحمد",)),
        ("Przesłane przez Zrinka Aquin w dniu 16/09/2022 - 14:06", ("Zrinka Aquin",)),
        ("بحث وتحرير: سارة أحمد وعلي حسن", ("سارة أحمد", "علي حسن")),
        ("ورقة سياسات، زياد المالكي", ("زياد المالكي",)),
        ("نهى أبو زيد :: 30/12/2022", ("نهى أبو زيد",)),
        ("Published by: John Roe | Reported by: Zrinka Aquin", ("Zrinka Aquin",)),
        ("بقلم: د. سارة أحمد – مركز الضياء، بيروت", ("د. سارة أحمد",)),
        ("Groningen. Jane Doe", ("Jane Doe",)),
        ("Autor/a: Zrinka Aquin", ("Zrinka Aquin",)),
        ("Napisał(a): Zrinka Aquin", ("Zrinka Aquin",)),
        ("Фото и текст: Злата Аквина", ("Злата Аквина",)),
        ("نوشته‌ی سارة أحمد", ("سارة أحمد",)),
        ("سارة أحمد والأناضول", ("سارة أحمد", "الأناضول")),
        ("Zrinka Aquin (correspondance à Bruxelles)", ("Zrinka Aquin",)),
        ("سارة أحمد: صحافية وكاتبة", ("سارة أحمد",)),
        ("Oleh: Zrinka Aquin*)", ("Zrinka Aquin",)),
        ("Beitragsautor: Zrinka Aquin", ("Zrinka Aquin",)),
        ("Gönderiyi yazan: Zrinka Aquin", ("Zrinka Aquin",)),
        ("原作者：林晓雯", ("林晓雯",)),
        ("博主: 林晓雯", ("林晓雯",)),
        ("أعدّها للنشر: سارة أحمد", ("سارة أحمد",)),
        ("Автор: Злата Аквина от 28-11-2026, 21:05", ("Злата Аквина",)),
        # what only looks so
        ("سارة أحمد وهبي", ("سارة أحمد وهبي",)),
        ("Published by: Zrinka Aquin", ("Zrinka Aquin",)),
        ("Prof. Jane Doe", ("Prof. Jane Doe",)),
        ("By Callum St. John | Updated Saturday 8 June 2024 12:20 GMT", ("Callum St. John",)),
        ("Tłum. Jane Doe", ()),
        ("مركز الضياء", ("مركز الضياء",)),
        ("Text by: Zrinka Aquin, Photos by: John Roe", ("Zrinka Aquin",)),
        ("Jane Doe/dpa", ("Jane Doe", "dpa")),
        ("Par Claire Dubois (avec Marc Petit, à Bruxelles)", ("Claire Dubois", "Marc Petit")),
        ("Lucía Pérez (con sede en Madrid)", ("Lucía Pérez",)),
        ("Jane Doe (with photos by John Roe)", ("Jane Doe",)),
    ],
)
def test_what_stands_beside_a_name_in_its_line(line: str, names: tuple[str, ...]) -> None:
    assert clean_names(line) == names


def test_two_places_are_parted_by_a_slash() -> None:
    assert placed_names("دبي - سارة أحمد / بيروت - علي حسن") == ("سارة أحمد", "علي حسن")


def test_a_house_signs_as_its_address_has_it() -> None:
    assert names_beside_house("الأفق.نت - سارة أحمد", SITES) == ("سارة أحمد",)
    assert not is_site("سارة.نت", SITES)


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("<div>(سارة أحمد - 16 أغسطس 2025)</div>", ("سارة أحمد",)),
        ("<div class='by'>مراسلة الأفق نيوز قرنداشي صادق</div>", ("قرنداشي صادق",)),
        ("<div>خاص لـ الأفق نيوز - سارة أحمد</div>", ("سارة أحمد",)),
        ("<div>Zrinka Aquin z.aquin@page.example</div>", ("Zrinka Aquin",)),
        ("<div class='by'><span>Jane Doe</span><span>Kommentar</span></div>", ("Jane Doe",)),
        ("<div>بيروت- قرنداشي صادق- الأفق نيوز</div>", ("قرنداشي صادق",)),
        ("<p>القاهرة (رويترز) - من سارة أحمد</p>", ("سارة أحمد",)),
        ("<p>من سارة أحمد وعلي حسن</p>", ("سارة أحمد", "علي حسن")),
        ("<div class='by'>رأي « سارة أحمد</div>", ("سارة أحمد",)),
        ("<div class='by'>Text Jane Doe Bild John Roe</div>", ("Jane Doe",)),
        ("<div>Teksti ja kuva: Zrinka Aquin</div>", ("Zrinka Aquin",)),
        ("<div>Zrinka Aquin, zdj. John Roe</div>", ("Zrinka Aquin",)),
        # what only looks so
        ("<p>القاهرة (رويترز) - من المنتظر غدا</p>", ()),
        ("<div>(16 أغسطس 2025)</div>", ()),
        ("<div>Write to desk@page.example</div>", ()),
        ("<div>Zrinka Aquin news@page.example</div>", ()),
    ],
)
def test_lines_of_houses(line: str, names: tuple[str, ...]) -> None:
    assert authors(line, site="الأفق نيوز") == names


def test_an_account_in_the_data_signs_less_than_a_byline() -> None:
    told = '{"@type":"NewsArticle","author":{"@type":"Person","name":"user7"}}'
    head = f"<script type='application/ld+json'>{told}</script>"
    assert authors("<div class='by'>قرنداشي صادق</div>", head=head) == ("قرنداشي صادق",)
    assert authors("<div>قرنداشي صادق المدينة</div>", head=head) != ("قرنداشي صادق المدينة",)


@pytest.mark.parametrize("line", ["<span class='author'>{}</span>", "<span>بقلم {}</span>"])
def test_the_card_of_another_article_above_the_text_names_nobody_of_this_one(line: str) -> None:
    card = "<div class='top'><a href='/n/9'><h3>{}</h3></a>{}</div>"
    other = "مزارعو القمح يطالبون بتسعيرة جديدة قبل الحصاد"
    signed = line.format("سارة أحمد")
    assert authors(card.format(other, signed)) == ()
    assert authors(card.format(TITLE, signed)) == ("سارة أحمد",)
    own = "<span class='author'>علي حسن</span>"
    assert authors(own + card.format(other, signed)) == ("علي حسن",)


def test_who_else_writes_is_no_author_beside_the_one_who_is_linked() -> None:
    others = "".join(
        f"<div><a href='/writer/{n}'>{name}</a><a href='/o/{n}'>{TITLE} {n}</a></div>"
        for n, name in enumerate(("علي حسن", "هدى رزق", "منى سالم"))
    )
    box = f"<div class='writers'><h3>كتّاب ومقالات</h3>{others}</div>"
    assert authors("<a href='/author/9'>سارة أحمد</a>", behind=box) == ("سارة أحمد",)


def test_only_links_of_one_kind_name_authors_together() -> None:
    own = "<div class='wrap'><h5><a rel='author' href='/author/a'>Jane Doe</a></h5></div>"
    other = "<div class='columnists'><a href='/columnist/1'>John Roe</a></div>"
    assert authors(behind=f"<footer>{own}{other}</footer>", lang="en") == ("Jane Doe",)


def test_a_quotation_and_a_picture_of_the_same_person_sign_nothing() -> None:
    quote = "<blockquote><p>“法院驳回上诉”</p><cite>余桂芬</cite></blockquote>"
    shown = "<figure><img src='/1.jpg' alt='余桂芬'><figcaption>余桂芬</figcaption></figure>"
    assert authors(quote, end=shown, lang="zh") == ()


@pytest.mark.parametrize("line", ["（中央社记者王芳台北28日电）", "王芳 发自 成都", "【记者王芳】"])
def test_a_chinese_line_says_whence_a_report_comes(line: str) -> None:
    assert authors(f"<div>{line}</div>", lang="zh") == ("王芳",)
    assert authors("<div>（台北28日电）</div>", lang="zh") == ()


def test_the_first_sentence_of_a_text_holds_no_second_author() -> None:
    told = '{"@type":"NewsArticle","author":{"@type":"Person","name":"باسم نصار"}}'
    head = f"<script type='application/ld+json'>{told}</script>"
    text = (
        "ومع كل ذلك يبدو المزاج متفائلا، إذ يرى البحارة أن العودة إلى البحر، مهما كانت صعبة، خير."
    )
    assert authors(first=f"<p>كتب باسم نصار: {text}</p>", head=head) == ("باسم نصار",)


def test_a_box_of_words_that_name_nobody_is_read_over() -> None:
    box = "<div class='pp-authors'><h2>About the author</h2><ul><li>{}</li></ul></div>"
    assert authors(box.format(""), lang="en") == ()
    assert authors(box.format("<img src='/g.jpg' alt='Jane Doe'>"), lang="en") in (
        (),
        ("Jane Doe",),
    )


def test_a_letter_that_is_said_twice_is_part_of_a_name() -> None:
    assert is_dense_person("今井奈々")
    assert not is_dense_person("今井々")


def test_the_house_stands_in_brackets_behind_who_wrote() -> None:
    assert authors("<div>Zrinka Aquin (The Courier)</div>", site="The Courier") == ("Zrinka Aquin",)
    assert authors("<div>Zrinka Aquin (Leeds United)</div>", site="The Courier") == ()


def test_a_profile_begins_with_a_sentence_that_is_a_job() -> None:
    box = (
        "<div class='author-bio-box'><h4>박유진</h4><p>{} 2010년부터 지역을 취재해 왔다.</p></div>"
    )
    assert authors(after=box.format("논설위원."), lang="ko") == ("박유진",)
    assert authors(after=box.format("새 다리."), lang="ko") == ()
    box = (
        "<div class='author-bio-box'><h4>陈婷婷</h4><p>陈婷婷，{}，2010年起关注本地议题。</p></div>"
    )
    assert authors(after=box.format("首席记者"), lang="zh") == ("陈婷婷",)


def test_the_last_button_of_a_box_is_no_part_of_the_name() -> None:
    all_by = "<a href='/y'>Zrinka Aquin</a><span>Tüm Yazıları</span>"
    assert authors(f"<div class='yazar'>{all_by}</div>") == ("Zrinka Aquin",)
    box = (
        "<div class='author-name'><a href='/author/1'>سارة أحمد</a><div><a href='/author/1'>"
        "المزيد</a></div></div>"
    )
    assert authors(box) == ("سارة أحمد",)
    two = "<a href='/author/1'>سارة أحمد</a> <a href='/author/2'>علي حسن</a>"
    assert authors(f"<div class='authors'>{two}</div>") == ("سارة أحمد", "علي حسن")


def test_a_word_before_the_link_to_the_author_is_a_label_in_any_language() -> None:
    box = "<div class='author-by'>ndi</div> <a href='/author/1'>Zrinka Aquin</a>"
    assert authors(f"<div class='post-author-name'>{box}</div>") == ("Zrinka Aquin",)
    assert authors("<div class='author-by'>Zrinka</div>") == ("Zrinka",)


def test_a_house_stands_before_the_element_that_names_who_wrote() -> None:
    line = "<div class='signature'>Le Journal du Lac <span>{}.</span></div>"
    assert authors(line.format("Jane Doe")) == ("Jane Doe",)
    assert authors("<div class='author'>Maria <span>Ana Doe</span></div>") == ("Maria Ana Doe",)


def test_who_heads_the_house_signs_nothing() -> None:
    assert authors("<div>رئيس مجلس الإدارة: سارة أحمد | رئيس التحرير: علي حسن</div>") == ()
    assert authors("<div>سارة أحمد | المحرر: علي حسن</div>") == ("سارة أحمد",)
    assert authors("<div>Jane Doe | Editor: John Roe</div>") == ("Jane Doe",)


@pytest.mark.parametrize(
    ("end", "names"),
    [
        ("<p>Jane Doe reported from Leeds.</p>", ("Jane Doe",)),
        ("<p>This article was written by Jane Doe for The Courier.</p>", ("Jane Doe",)),
        ("<p><em>Jane Ng is a staff writer at The Courier. Reach her at a@x.example.</em></p>",
         ("Jane Ng",)),
        # what only looks so
        ("<p>Jane Doe reported from her ship that all were well.</p>", ()),
    ],
)  # fmt: skip
def test_who_is_told_below_the_text(end: str, names: tuple[str, ...]) -> None:
    assert authors(end=end, lang="en") == names


def test_a_note_above_a_text_tells_who_the_guest_is() -> None:
    note = "<p><b>Editor’s note:</b> Jane Doe is {} based in Leeds. The views are her own.</p>"
    assert authors(note.format("a technology correspondent"), lang="en") == ("Jane Doe",)
    assert authors(note.format("a large ship"), lang="en") == ()


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ('<a title="作者" href="/x">李明辉</a><a title="日期">2026-11-25</a>', ("李明辉",)),
        ('<span title="Author"><i class="pen"></i> Jane Doe</span>', ("Jane Doe",)),
        ('<span aria-label="Written by"><i></i><b>Jane Doe</b></span>', ("Jane Doe",)),
        ('<a title="Category" href="/x">Jane Doe</a>', ()),
        ('<a title="Author" href="/authors">All authors</a>', ()),
    ],
)
def test_a_label_that_only_a_pointer_is_told(line: str, names: tuple[str, ...]) -> None:
    assert authors(f'<div class="facts-x">{line}<span>4 min</span></div>') == names


_SPOKEN = (
    "<div class='info'><div><span class='{}'>{}</span> <strong><span>{}</span></strong><br>"
    "<span class='{}'>댓글</span><strong>0건</strong> <span class='{}'>조회</span>"
    "<strong>345회</strong></div></div>"
)


@pytest.mark.parametrize(
    ("line", "lang", "names"),
    [
        (
            "<span class='byline'>投稿者: 真壁しおり 日時: 2026年11月24日 17:42</span>",
            "ja",
            ("真壁しおり",),
        ),
        (_SPOKEN.format("sound_only", "작성자", "배성우", *["sound_only"] * 2), "ko", ("배성우",)),
        # what only looks so
        (_SPOKEN.format("sound_only", "추천", "배성우", *["sound_only"] * 2), "ko", ()),
        (_SPOKEN.format("box", "추천", "배성우", *["box"] * 2), "ko", ()),
    ],
)
def test_labels_that_forums_and_weblogs_print(line: str, lang: str, names: tuple[str, ...]) -> None:
    assert authors(line, lang=lang) == names


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("الأفق - كتبت: سارة أحمد", ("سارة أحمد",)),
        ("الأفق – كتب : أحمد سالم", ("أحمد سالم",)),
        ("الأفق - قال: الجسر مغلق", ()),
    ],
)
def test_what_says_who_wrote_may_stand_behind_the_house(line: str, names: tuple[str, ...]) -> None:
    assert names_beside_house(line, SITES) == names


@pytest.mark.parametrize(
    "said",
    [
        "{} Avatar",
        "{}-Avatar",
        "Avatar von {}",
        "Avatar di {}",
        "Аватар {}",
        "{} 아바타",
        "آواتار {}",
    ],
)
def test_what_a_portrait_is_called_beside_a_desk(said: str) -> None:
    link = "<a href='/author/c/'>{}</a>"
    image = f"<img alt='{said.format('Redaktion')}' src='/a.png'>"
    row = (
        f"<div class='avatar'>{link.format(image)}</div><div class='by'>{link.format('Redaktion')}"
    )
    assert authors(f"<div>{row}</div></div>", lang="de") == ("Redaktion",)


@pytest.mark.parametrize(
    ("lang", "label", "by", "desk"),
    [
        ("ko", "작성일", "글쓴이", "편집국"),
        ("id", "Diposkan pada", "oleh", "Tim Redaksi"),
        ("de", "Veröffentlicht am", "von", "Redaktion"),
    ],
)
def test_what_stands_before_a_day_beside_a_desk(lang: str, label: str, by: str, desk: str) -> None:
    line = (
        f"<span class='meta-prep meta-prep-author'>{label}</span> <a href='/a' rel='bookmark'>"
        f"<span class='entry-date'>20.11.2026</span></a> <span class='meta-sep'>{by}</span> "
        f"<span class='author vcard'><a class='url fn n' href='/author/c/'>{desk}</a></span>"
    )
    assert authors(f"<div class='entry-meta'>{line}</div>", lang=lang) == (desk,)


def test_a_desk_behind_a_hebrew_preposition() -> None:
    line = "<span class='byline'> על ידי <span class='author vcard'><a href='/author/c/'>{}</a>"
    name = "נעמה ברק"
    assert authors(f"{line.format(name)}</span></span>", lang="he") == (name,)
    assert authors(f"{line.format('מערכת האתר')}</span></span>", lang="he") in ((), ("מערכת האתר",))


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("金曜日", ()),
        ("금요일", ()),
        ("星期五", ()),
        ("周一围", ("周一围",)),
        ("بوسيله‌ى بهنام صدری", ("بهنام صدری",)),
        ("به وسیلهٔ بهنام صدری", ("بهنام صدری",)),
    ],
)
def test_days_of_the_week_are_no_persons(line: str, names: tuple[str, ...]) -> None:
    assert clean_names(line) == names
