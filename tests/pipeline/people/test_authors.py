"""Authors: names in bylines from the case table, and the choice among a page's candidates."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from pipeline.declared.metadata import read_metadata
from pipeline.page.author_pages import is_author_page
from pipeline.page.html import parse_text
from pipeline.people.authors import extract_authors
from pipeline.people.dense_persons import is_dense_person
from pipeline.people.dense_reporters import reporters_by_role
from pipeline.people.names import clean_names

CASES: dict[str, dict[str, Any]] = tomllib.loads(
    (Path(__file__).parent / "cases" / "names.toml").read_text(encoding="utf-8")
)


@pytest.mark.parametrize("name", CASES)
def test_names_of_a_byline(name: str) -> None:
    assert list(clean_names(CASES[name]["text"])) == CASES[name]["names"]


def _authors(html: str, url: str = "https://news.example/story") -> tuple[str, ...]:
    doc = parse_text(html, url)
    return extract_authors(doc, read_metadata(doc))


def _json_ld(author: str) -> str:
    return (
        '<script type="application/ld+json">{"@context":"https://schema.org","@graph":['
        '{"@type":"Person","@id":"#p1","name":"Jane Doe"},'
        '{"@type":"NewsArticle","headline":"A story of note","author":' + author + "}]}</script>"
        "<h1>A story of note</h1><p>Text.</p>"
    )


@pytest.mark.parametrize(
    ("author", "names"),
    [
        ('{"@type":"Person","name":"Jane Doe"}', ("Jane Doe",)),
        ('{"@id":"#p1"}', ("Jane Doe",)),
        ('["Jane Doe", {"@type":"Person","name":"John Roe"}]', ("Jane Doe", "John Roe")),
        ('"Jane Doe"', ("Jane Doe",)),
        ('{"@type":"Person","name":["Jane Doe","John Roe"]}', ("Jane Doe", "John Roe")),
        ('{"@type":"Organization","name":"News Desk"}', ("News Desk",)),
        ('{"@type":"Person","name":"https://facebook.com/jane"}', ()),
    ],
)
def test_json_ld(author: str, names: tuple[str, ...]) -> None:
    assert _authors(_json_ld(author)) == names


@pytest.mark.parametrize(
    ("below", "names"),
    [
        ("دمشق - سارة أحمد - 26 تشرين الثاني 2026", ("سارة أحمد",)),
        ("دمشق - سارة أحمد وليلى حسن - 26 تشرين الثاني 2026", ("سارة أحمد", "ليلى حسن")),
        ("26 تشرين الثاني 2026", ("Great Media Company Ltd",)),
        ("Great Media Company Ltd", ("Great Media Company Ltd",)),
    ],
)
def test_a_company_that_the_page_never_shows(below: str, names: tuple[str, ...]) -> None:
    data = _json_ld('{"@type":"Organization","name":"Great Media Company Ltd"}')
    told = data.replace("<p>Text", f"<div>{below}</div><p>{'Text of it goes on. ' * 9}")
    doc = parse_text(told, "https://news.example/story")
    assert extract_authors(doc, read_metadata(doc), title="A story of note") == names


@pytest.mark.parametrize(
    "called",
    [
        "periodista",
        "autoria",
        "jornalista",
        "wartawan",
        "phong-vien",
        "autorzy",
        "redaktor",
        "gija",
    ],
)
def test_what_an_author_s_element_is_called_in_many_languages(called: str) -> None:
    text = "<p>The council voted to close the bridge, and nobody knows for how long.</p>" * 3
    html = f"<h1>A story of note</h1><div><span class='{called}'>Jane Doe</span></div>{text}"
    assert _authors(html) == ("Jane Doe",)


def test_author_link_under_the_headline() -> None:
    html = (
        "<article><h1>A story of note</h1><p>By <a href='/author/jane'>Jane Doe</a> on Monday</p>"
        "<p>Text.</p></article>"
    )
    assert _authors(html) == ("Jane Doe",)


def test_sections_of_people_in_a_menu_are_no_authors() -> None:
    menu = "".join(f"<li><a href='/list/people/{n}'>{n}</a></li>" for n in ("Births", "Honours"))
    menu = f"<div><ul style='display:none'>{menu}</ul></div>"
    text = f"<p>{'Text of it goes on. ' * 9}</p>" * 2
    html = f"{menu}<h1>A story of note</h1>{text}{menu}"
    assert _authors(html) == ()
    assert _authors(f"<article>{html}<p>By Jane Doe</p></article>") == ("Jane Doe",)


def test_a_person_whom_a_text_links_on_another_site_is_no_author() -> None:
    told = (
        "<p>He had just turned 21, and that is his partner "
        "<a href='https://base.example/person/john-roe'>John Roe</a>, and there is more to be told "
        "of those years in the town, of which the film shows a part.</p>"
    )
    story = f"<h1>A story of note</h1>{{}}<p>{'Text of it goes on. ' * 9}</p>{told}"
    assert _authors(story.format("")) == ()
    byline = "<div class='author'><a href='#'><span>Ann Lee</span></a></div>"
    assert _authors(story.format(byline)) == ("Ann Lee",)


def test_the_name_of_a_card_stands_in_bold_beside_the_job() -> None:
    html = (
        "<h1>A story of note</h1><div class='writerProfile'><p class='author vcard'>"
        "<a href='/team/ann-lee/'><b class='fn'>Ann Lee</b></a> "
        "<span class='blogtitle'>Senior Brussels Correspondent</span></p></div><p>Text.</p>"
    )
    assert _authors(html) == ("Ann Lee",)


@pytest.mark.parametrize(
    "day",
    [
        "آخر تحديث: الثلاثاء 10/11/2026 - 14:21 تاريخ النشر: الاثنين 09/11/2026 - 12:21",
        "نشر في الثلاثاء, نوفمبر 17, 2026 - 14:48",
        "تاريخ الإضافة: 17/11/2026",
        "أضيف بتاريخ: 17/11/2026",
        "Publié le : mardi 17 novembre 2026",
        "Mis à jour : 17/11/2026",
        "Son güncelleme: 17 Kasım 2026",
    ],
)
def test_the_label_of_a_day_is_no_author(day: str) -> None:
    text = f"<p>{'نص الخبر يمضي هنا إلى نهايته. ' * 9}</p>" * 2
    page = f"<h1>عنوان الخبر الأول</h1><div class='submitted'><span>{day}</span></div>{{}}{text}"
    assert _authors(page.format("")) == ()
    assert _authors(page.format("<p><strong>كتب: هالة نصر</strong></p>")) == ("هالة نصر",)


def test_who_made_an_item_needs_no_label_where_its_cell_is_called_so() -> None:
    text = f"<p>{'نص الخبر يمضي هنا إلى نهايته. ' * 9}</p>" * 2
    made = "<dl><dd class='createdby'>دينا عبد الرحمن</dd></dl>"
    assert _authors(f"<h1>عنوان الخبر الأول</h1>{made}{text}") == ("دينا عبد الرحمن",)


def test_what_reporters_did_is_no_byline() -> None:
    text = "<p>苹果公司声明称，相信供应链中的每个人都有尊严并应该得到尊重。</p>" * 2
    told = "<p>记者通过电子邮件联系了富士康，截至发稿时，尚未收到回应。</p>"
    assert _authors(f"<h1>苹果回应违反劳动法的说法</h1>{text}{told}") == ()


def test_who_has_leave_to_print_is_no_author() -> None:
    text = f"<p>{'Text of it goes on. ' * 9}</p>" * 2
    html = f"<h1>A story of note</h1>{text}<div><span class='authorized'>All is well</span></div>"
    assert _authors(html) == ()


def test_the_logo_of_a_section_is_nobody() -> None:
    section = (
        "<div><div class='logo-2'><a href='//arts.news.example'><img alt='娱乐'></a><div><span>"
        "<a href='//arts.news.example/'>娱乐</a> &gt; </span></div></div></div>"
    )
    assert _authors(f"{section}<h1>砂漠的新浏览器发布了</h1><p>正文在这里。</p>") == ()


def test_a_badge_beside_the_name_is_no_author() -> None:
    html = (
        "<article><h1>A story of note</h1><div class='author'><span class='name'>Jane Doe</span>"
        "<span class='author-badge'>Lv4</span></div><p>Text.</p></article>"
    )
    assert _authors(html) == ("Jane Doe",)


def test_arabic_byline_in_plain_text() -> None:
    html = "<article><h1>عنوان الخبر الأول</h1><p>كتب: أحمد علي</p><p>نص الخبر.</p></article>"
    assert _authors(html) == ("أحمد علي",)


def test_a_commenter_is_no_author() -> None:
    html = (
        "<article><h1>A story of note</h1><p>Text.</p></article><div id='comments'>"
        "<ol class='comment-list'><li><cite class='fn comment-author'>Bob Reader</cite> says"
        "</li></ol></div>"
    )
    assert _authors(html) == ()


def test_authors_of_other_articles_are_not_taken() -> None:
    html = (
        "<article><h1>A story of note</h1><div class='author'><a href='/author/jane'>Jane Doe</a>"
        "</div><p>Text.</p></article><div class='card'><h3><a href='/x'>Another</a></h3>"
        "<span class='author'>By John Roe</span></div>"
    )
    assert _authors(html) == ("Jane Doe",)


def test_who_wrote_the_next_article_of_an_endless_page_signs_nothing() -> None:
    text = f"<p>{'The plant opens in spring, its owners say. ' * 9}</p>"
    box = "<div class='story'><h1 class='head'>{}</h1>{}{}</div>"
    byline = "<div class='writer'><b>John Roe</b></div>"
    following = box.format("Another plant closes", byline, text)
    alone = f"<main>{box.format('A second plant opens', '', text)}{following}</main>"
    assert _authors(f"<title>A second plant opens</title><body>{alone}</body>") == ()
    below = f"<main>{box.format('A second plant opens', '', text + byline)}{following}</main>"
    assert _authors(f"<title>A second plant opens</title><body>{below}</body>") == ("John Roe",)


def test_who_wrote_the_next_article_with_the_author_does_not_sign_this_one() -> None:
    text = f"<p>{'The plant opens in spring, its owners say. ' * 9}</p>"
    person = '"author":{"@type":"Person","name":"Jane Doe"}'
    data = '{"@type":"NewsArticle","headline":"A second plant opens",' + person + "}"
    first = "<h1>A second plant opens</h1><p class='writer'>By Jane Doe</p>"
    next_one = "<h1>Another plant closes at once</h1><p class='{}'>By Jane Doe and John Roe</p>"
    for form, names in (("writer", ("Jane Doe",)), ("together", ("Jane Doe", "John Roe"))):
        page = (
            f'<script type="application/ld+json">{data}</script><main><article>{first}{text}'
            f"</article><article>{next_one.format(form)}{text}</article></main>"
        )
        assert _authors(page) == names


def test_who_edited_behind_a_bar_signs_nothing() -> None:
    links = "Penulis <a href='/penulis/1'>Siti Lubis</a> | Editor <a href='/editor/1'>Budi Roe</a>"
    html = f"<body><main><h1>Pabrik baru dibuka</h1><div class='author'>{links}</div></main></body>"
    assert _authors(html) == ("Siti Lubis",)


def test_the_house_and_its_desk_beside_a_person_sign_nothing() -> None:
    html = (
        "<head><meta name='author' content='Siti Lubis'>"
        "<meta property='og:site_name' content='KabarKita'></head><body><main>"
        "<h1>Pabrik baru dibuka</h1><div class='author'>Siti Lubis - <b>KabarKita Tekno</b></div>"
        "</main></body>"
    )
    assert _authors(html) == ("Siti Lubis",)


def test_the_heading_of_a_list_of_others_is_no_author() -> None:
    text = f"<p>{'المحرك الجديد يعمل بنصف الطاقة في كل المصانع. ' * 6}</p>"
    html = (
        f"<body><main><h1>محرك جديد يصل إلى السوق</h1>{text}{text}{text}<div><h4>مواد شبيهة</h4>"
        "<div><a href='/n/2'>مهندسة من لندن تقود فريق المدن الذكية</a></div></div></main></body>"
    )
    assert _authors(html) == ()


def test_the_site_s_own_name_gives_way_to_a_person() -> None:
    html = (
        "<meta name='author' content='Example Gazette'><meta property='og:site_name' "
        "content='Example Gazette'><article><h1>A story of note</h1>"
        "<p class='byline'>By Jane Doe</p><p>Text.</p></article>"
    )
    assert _authors(html) == ("Jane Doe",)


def test_the_copyright_holder_in_meta_is_no_author() -> None:
    html = (
        "<meta property='article:author' content='هيئة التحرير'><article><h1>عنوان الخبر الأول</h1>"
        "<p>نص.</p></article><footer>© ٢٠٢٦ هيئة التحرير</footer>"
    )
    assert _authors(html) == ()


def test_the_site_signs_itself() -> None:
    html = "<meta property='og:site_name' content='BBC News'>" + _json_ld(
        '{"@type":"Organization","name":"BBC News"}'
    )
    assert _authors(html) == ("BBC News",)


def test_labelled_author_of_sharing_cards() -> None:
    html = (
        "<meta name='author' content='j.doe@example.org'>"
        "<meta name='twitter:label1' content='Written by'>"
        "<meta name='twitter:data1' content='Jane Doe'><h1>A story of note</h1>"
    )
    assert _authors(html) == ("Jane Doe",)


def test_a_name_with_control_characters_is_read_without_error() -> None:
    html = (
        "<meta name='author' content='Jane&#xFFFE; Doe'><article><h1>A story of note</h1>"
        "<p>Text.</p></article>"
    )
    assert len(_authors(html)) == 1


def test_a_byline_without_end_is_read_to_a_limit() -> None:
    assert clean_names("By Jane Doe, " + "a" * 1_000_000) == ("Jane Doe",)


def test_a_place_behind_a_name_is_no_second_author() -> None:
    assert clean_names("كتب/ منير الصبري - صنعاء") == ("منير الصبري",)
    assert clean_names("منير الصبري - رويترز") == ("منير الصبري", "رويترز")
    assert clean_names("Jane Doe - RN/Leeds") == ("Jane Doe",)
    assert clean_names("Jane Doe - AFP/Reuters") == ("Jane Doe", "AFP", "Reuters")


def test_a_house_from_which_a_person_writes_is_no_second() -> None:
    assert clean_names("Rui Sá, Do RN, em São Paulo") == ("Rui Sá",)
    assert clean_names("Rui Sá, Da AFP") == ("Rui Sá", "AFP")
    assert clean_names("Ver más Ver menos Escriben hoy") == ()


def test_names_in_capitals_but_for_a_particle_are_persons_all() -> None:
    assert clean_names("By JANE McDOE, JOHN ROE and ANN POE") == (
        "JANE McDOE",
        "JOHN ROE",
        "ANN POE",
    )
    assert clean_names("Jane Doe, THE MORNING POST") == ("Jane Doe",)
    assert clean_names("J. Doe, THE MORNING POST") == ("J. Doe",)


def test_an_agency_right_behind_a_name_is_where_the_person_belongs() -> None:
    assert clean_names("By Jane Doe Reuters") == ("Jane Doe",)
    assert clean_names("Jane van der Doe The Associated Press") == ("Jane van der Doe",)
    assert clean_names("Jane R. Bloomberg") == ("Jane R. Bloomberg",)
    assert clean_names("Jane Bloomberg") == ("Jane Bloomberg",)
    assert clean_names("Australian Associated Press") == ("Australian Associated Press",)


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("User Admin", ()),
        ("Nga", ()),
        ("Nga: Arben Hoxha", ("Arben Hoxha",)),
        ("Nga Pham", ("Nga Pham",)),
    ],
)
def test_accounts_and_labels_without_a_name_sign_nothing(line: str, names: tuple[str, ...]) -> None:
    assert clean_names(line) == names


@pytest.mark.parametrize(("who", "names"), [("Ann Roe", ("Ann Roe",)), ("admin", ())])
def test_the_heading_of_a_profile_names_its_author(who: str, names: tuple[str, ...]) -> None:
    box = f"<div id='author-box'><h3>About {who}</h3><div>Writes on rivers</div></div>"
    assert _authors(f"<article><h1>A story</h1><p>Text of the story.</p></article>{box}") == names


def test_who_holds_the_rights_of_a_system_is_no_author() -> None:
    foot = "The <a href='https://x.example'>System</a> is © 2000-2026 by the Example Foundation."
    html = f"<article><h1>A story of note</h1><p>Text.</p></article><p id='signature'>{foot}</p>"
    assert _authors(html) == ()


def test_authors_who_keep_their_rights_sign() -> None:
    html = "<meta name='author' content='Jane Doe, Ann Roe'><h1>A story of note</h1><p>Text.</p>"
    assert _authors(f"{html}<small>© 2026 Jane Doe, Ann Roe.</small>") == ("Jane Doe", "Ann Roe")
    assert _authors(f"{html}<small>© 2026 Jane Doe.</small>") == ("Ann Roe",)


def test_a_label_behind_a_sign() -> None:
    facts = '<i class="fa fa-edit"></i> كتب: ريم الخطيب - هالة الشريف'
    html = f"<h1>محرك جديد يصل إلى السوق</h1><div><span>{facts}</span></div><p>نص الخبر هنا.</p>"
    assert _authors(html) == ("ريم الخطيب", "هالة الشريف")


def test_a_sentence_that_begins_with_the_name_of_its_kind_is_no_byline() -> None:
    lead = "تقرير جديد يرصد تحولات البطاريات في المنطقة ويقدر الفجوة بين المدن والأرياف بنحو الثلث."
    assert _authors(f"<h1>محرك جديد يصل إلى السوق</h1><div><p>{lead}</p></div>") == ()
    assert _authors(f"<h1>محرك جديد</h1><p>تقرير: ريم الخطيب</p><p>{lead}</p>") == ("ريم الخطيب",)


def test_a_picture_is_no_author_s_page() -> None:
    assert is_author_page("/u/jane-doe")
    assert is_author_page("/%D9%83%D8%A7%D8%AA%D8%A8/jane-doe")
    assert is_author_page("/giornalisti/jane-doe")
    assert is_author_page("/author.php?id=7")
    assert is_author_page("https://news.example/profiles/jane-doe")
    assert not is_author_page("https://www.google.com/profiles/TheCourier")
    assert not is_author_page("/u/117.jpg")
    assert not is_author_page("https://news.example/topics/people/jane-doe.html")
    assert not is_author_page("https://creativecommons.org/licenses/by/3.0/")
    assert not is_author_page("/%D8%A3%D8%AE%D8%A8%D8%A7%D8%B1/jane-doe")


@pytest.mark.parametrize(
    ("line", "names"),
    [
        (
            '<div class="byline"><span class="byline__item">By <span class="byline__item">'
            '<a href="/authors/jane-doe"><span class="byline__author-name">Jane Doe</span></a>'
            '<span class="byline__item"><a href="https://x.example/jd" class="byline__at">@janed'
            "</a></span></span></span></div>",
            ("Jane Doe",),
        ),
        ('<h2 class="byType">Kinds of News</h2>', ()),
        (
            '<p class="powered-by-press">Powered by <a href="https://x.example">Press VIP</a></p>',
            (),
        ),
        (
            '<div class="author-wrapper"><div class="author-name byline-author">'
            '<a href="/sites/jane">Jane Doe</a> <span><span class="byline-type">'
            "<span>Senior Contributor</span></span> <span><div>Opinions expressed by Gazette "
            "Contributors are their own.</div></span></span></div></div>"
            '<div class="byline author-name"><a href="/sites/jane">Jane Doe</a></div>',
            ("Jane Doe",),
        ),
        (
            "<p>The council of the town heard on Monday that the mayor "
            "<a href='/people/jane-roe'>Jane Roe</a> would not come to its sitting, and that the "
            "bridge would stay closed until the spring.</p>",
            (),
        ),
    ],
)
def test_what_stands_below_the_headline(line: str, names: tuple[str, ...]) -> None:
    text = "<p>The council voted to close the bridge, and nobody knows for how long.</p>" * 3
    assert _authors(f"<title>A story of note</title><h1>A story of note</h1>{line}{text}") == names


def test_who_edited_a_text_gives_way_to_the_author_in_metadata() -> None:
    html = (
        "<head><meta name='author' content='李思敏'></head><h1>停运十年的夜行列车重返海滨线路</h1>"
        "<div><p>消息传到洛阳，连当地的议员也感到意外。</p></div>"
        "<div class='content-tag'>责任编辑：张帆 | 版面编辑：李丽莎</div>"
    )
    assert _authors(html) == ("李思敏",)


def test_a_house_s_reporter_in_a_line_without_a_name() -> None:
    html = (
        "<h1>停运十年的夜行列车重返海滨线路</h1><div><div>日报新闻记者 王晓琳</div></div>"
        "<div><p>消息传到洛阳，连当地的议员也感到意外。</p></div><div>责任编辑：谢寅宗</div>"
    )
    assert _authors(html) == ("王晓琳",)


@pytest.mark.parametrize(
    ("text", "is_person"),
    [("王芳", True), ("杜鹏", True), ("高亮", False), ("文静", False), ("王府", False)],
)
def test_chinese_names_of_two_letters(text: str, is_person: bool) -> None:
    assert is_dense_person(text) is is_person


def test_what_is_called_a_journalist_s_name_and_a_house_in_metadata() -> None:
    html = (
        "<head><title>심야버스 외곽으로 돌아온다</title>"
        "<meta property='og:article:author' content='한길일보 | 다음넷'></head>"
        "<div class='head'><h2 id='title'>심야버스 외곽으로 돌아온다</h2><div class='info'>"
        "<em class='head_journalist_name'>김서연 기자</em></div></div><div><p>본문입니다.</p></div>"
        "<p>Copyright 한길일보</p>"
    )
    assert _authors(html) == ("김서연",)


def test_names_in_cells_of_a_list_of_descriptions() -> None:
    html = (
        "<h1>A story of note</h1><div class='authors'><span>by</span> <dl><dd>Jane Doe</dd>"
        "<dd>John Roe</dd></dl></div><p>Text.</p>"
    )
    assert _authors(html) == ("Jane Doe", "John Roe")


def test_a_label_with_a_comma_in_a_list_that_a_hidden_line_names() -> None:
    facts = "".join(
        f"<li><span>{label}, </span><span>{said}</span></li>"
        for label, said in (("مصنف", "عمران ملک"), ("مصنف", "نوید قریشی"), ("عہدہ", "اسلام آباد"))
    )
    byline = f"<strong id='article-byline'>مضمون کی تفصیل</strong><ul>{facts}</ul>"
    section = f"<section aria-labelledby='article-byline' class='c-x1'>{byline}</section>"
    html = f"<h1>نئی لیبارٹری قائم</h1>{section}<time>25 نومبر 2026</time><p>متن</p>"
    assert _authors(html) == ("عمران ملک", "نوید قریشی")


@pytest.mark.parametrize("called", ["writer", "author"])
def test_a_house_in_json_ld_goes_behind_the_person_whom_the_page_shows(called: str) -> None:
    house = _json_ld('{"@type":"Organization","name":"دجلة فور نيوز"}')
    line = f"<div><span class='{called}'>حسين كاظم</span><span>2026-11-29 17:35</span></div>"
    rights = "<footer>كل الحقوق محفوظة لدجلة فور نيوز 2026 | دجلة فور نيوز</footer>"
    head = house.replace("<p>Text.</p>", line)
    assert _authors(f"{head}<p>Text.</p>{rights}") == ("حسين كاظم",)
    alone = head.replace("حسين كاظم", "قسم التقنية")
    assert _authors(f"{alone}<p>Text.</p>{rights}") == ("دجلة فور نيوز",)


def test_a_desk_that_prepared_a_text_goes_behind_the_person_beside_its_day() -> None:
    page = (
        "<h1>شارێک پردێک دەکاتەوە</h1><div><span class='wr'>هاوڕێ تۆفیق</span>"
        "<span>2026/10/05 - 11:11</span></div><p>شارەوانی گوتی پردەکە کراوەتەوە.</p>"
        "<p>ئامادەکردنی: بەشی زانست</p>"
    )
    doc = parse_text(page, "https://news.example/story")
    signs = extract_authors(doc, read_metadata(doc), None, "شارێک پردێک دەکاتەوە")
    assert signs == ("هاوڕێ تۆفیق",)


def test_what_labels_a_section_of_facts_is_nobody() -> None:
    site = '<meta property="og:site_name" content="Example Tribune">'
    house = _json_ld('{"@type":"NewsMediaOrganization","name":"Example Tribune"}')
    label = "<strong id='article-byline'>Article Information</strong>"
    facts = "<time datetime='2026-11-23'>23 November 2026</time><p>6 minutes</p>"
    section = f"<section aria-labelledby='article-byline'>{label}{facts}</section>"
    head = house.replace("<p>Text.</p>", section)
    doc = parse_text(f"{site}{head}<p>Text.</p>", "https://news.example/story")
    signs = extract_authors(doc, read_metadata(doc), None, "A story of note")
    assert signs == ("Example Tribune",)


def test_a_house_whose_address_lacks_the_marks_of_its_name() -> None:
    html = (
        "<h1>A story of note</h1><div class='author-name'>Ceren Oral / GÜNÜN HABERİ</div><p>T</p>"
    )
    assert _authors(html, "https://www.gununhaberi.example/story") == ("Ceren Oral",)


def test_a_site_s_name_behind_its_reporter_in_metadata_goes() -> None:
    site = '<meta property="og:site_name" content="Example Tribune">'
    signed = _json_ld('{"@type":"Person","name":"Jane Doe Example Tribune"}')
    assert _authors(site + signed) == ("Jane Doe",)
    assert _authors(signed) == ("Jane Doe Example Tribune",)
    behind_comma = _json_ld('{"@type":"Organization","name":"Jane Doe, Example Tribune"}')
    assert _authors(site + behind_comma) == ("Jane Doe",)


def test_an_editor_s_letters_before_an_agency_are_nobody() -> None:
    html = "<h1>A story of note</h1><div class='authors'>abc | dpa</div><p>Text.</p>"
    assert _authors(html) == ("dpa",)


def test_what_arabic_sites_call_the_editor_s_name_is_the_author_s() -> None:
    html = "<h1>A story of note</h1><p class='editorName'><a>مروة حسن حسين</a></p><p>Text.</p>"
    assert _authors(html) == ("مروة حسن حسين",)


def test_a_job_in_a_profile_is_nobody() -> None:
    box = "<div class='author-box'><h4>الكاتب</h4><p>نذير رضا</p><p>صحافي لبناني</p></div>"
    assert _authors(f"<h1>A story of note</h1><p>Text.</p>{box}") == ("نذير رضا",)


@pytest.mark.parametrize(
    "named",
    ["redacteur", "kateb", "nawisande", "giornalista", "skribent", "toimittaja", "szerzo",
     "tac-gia", "posted-by", "person-name", "editor"],
)  # fmt: skip
def test_what_a_class_calls_an_author_in_other_languages(named: str) -> None:
    linked = f"<span class='{named}'><a href='/x/jane'>Jane Doe</a></span>"
    line = f"<div class='i'>{linked}<span class='date'>20 November 2026</span></div>"
    text = "<p>The council voted on Tuesday to close the bridge, and it said no more of it.</p>" * 3
    assert _authors(f"<h1>A story of note</h1>{line}{text}") == ("Jane Doe",)
    assert _authors(f"<h1>A story of note</h1>{line.replace(named, 'editor-box')}{text}") == ()


def test_a_name_of_japanese_letters_signs_against_the_house_in_metadata() -> None:
    signed = _json_ld('{"@type":"Organization","name":"都市新聞"}')
    box = "<div class='author'><a href='/ch/r'>池田知広</a></div>"
    assert _authors(signed.replace("<p>", f"{box}<p>")) == ("池田知広",)


@pytest.mark.parametrize("key", ["content_author", "mediator_author", "dable:author"])
def test_the_author_in_seldom_meta_elements(key: str) -> None:
    html = f'<meta name="{key}" content="Jane Doe"><h1>A story of note</h1><p>Text.</p>'
    assert _authors(html) == ("Jane Doe",)


def test_buttons_of_a_reporters_page_are_no_names() -> None:
    links = "<a>김서연 기자</a><a>기자 페이지 구독</a><a>기자의 다른기사 보기</a>"
    html = f"<h1>배터리 시험 결과 공개</h1><div class='reporter'>{links}</div><p>본문.</p>"
    names = '<meta name="author" content="김서연">'
    assert _authors(names + html) == ("김서연",)


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("<p class=author><a>經濟日報</a> 記者<a>林柏翰</a></p>", ("林柏翰",)),
        ("<p class=byline>حرر من طرف <a>يوسف بنكيران</a></p>", ("يوسف بنكيران",)),
        ("<p>الملخص بواسطة الذكاء الاصطناعي</p>", ()),
        ("<p class=author>Autor: <span>Jane Doe</span>/akw</p>", ("Jane Doe",)),
        ("<p class=author>Jane Doe/dpa</p>", ("Jane Doe", "dpa")),
        ("<p>بواسطة الذكاء الاصطناعي</p>", ()),
    ],
)
def test_what_stands_around_a_name_is_none(line: str, names: tuple[str, ...]) -> None:
    assert _authors(f"<h1>A story of note</h1>{line}<p>Text.</p>") == names


def test_a_day_before_its_year_is_no_author() -> None:
    assert clean_names("November 13, 2026") == ()
    assert clean_names("13 نوفمبر، 2026") == ()
    assert clean_names("May Britt, November 13, 2026") == ("May Britt",)
    assert clean_names("Becca Wilde Nov 13, 2026") == ("Becca Wilde",)
    assert clean_names("Jordi Vila 13 de novembre de 2026") == ("Jordi Vila",)


def test_a_town_and_a_day_in_a_box_of_their_own_are_no_part_of_a_name() -> None:
    line = "By: PTI<div><div>Mumbai | <span>Updated: November 12, 2026 12:10 IST</span></div></div>"
    html = (
        f"<body><main><h1>A second plant opens</h1><div class='byline'>{line}</div></main></body>"
    )
    assert _authors(html) == ("PTI",)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Image: Getty Images/Cultura RF", ()),
        ("Jane Doe/Shutterstock", ()),
        ("Jane Doe, John Stock", ("Jane Doe", "John Stock")),
        ("… Jane Doe", ("Jane Doe",)),
    ],
)
def test_who_stands_beside_a_library_of_pictures_took_the_picture(
    text: str, names: tuple[str, ...]
) -> None:
    assert clean_names(text) == names


@pytest.mark.parametrize(
    ("maker", "names"),
    [
        ("webworks.example", ()),
        ("Culture et sciences - courier.example", ()),
        ("Jane Doe", ("Jane Doe",)),
        ("Jane Doe - courier.example", ("Jane Doe",)),
    ],
)
def test_a_host_that_made_a_page_wrote_nothing(maker: str, names: tuple[str, ...]) -> None:
    html = f'<meta name="DC.creator" content="{maker}"><h1>A story of note</h1><p>Text.</p>'
    assert _authors(html)[:1] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Jane Doe PhD", ("Jane Doe",)),
        ("Jane Doe Ph.D.", ("Jane Doe",)),
        ("Jane Doe MD and John Roe MBA", ("Jane Doe", "John Roe")),
        ("HONG MD", ("HONG MD",)),
        ("John Roe Jr.", ("John Roe Jr.",)),
    ],
)
def test_a_degree_behind_a_name_is_no_part_of_it(text: str, names: tuple[str, ...]) -> None:
    assert clean_names(text) == names


def test_a_linked_day_makes_no_card_of_the_heading_that_signs() -> None:
    signed = "By <a href='/authors/jane-doe/'>Jane Doe</a>, <a href='/2026-06-10/'>10 June 2026</a>"
    text = "<p>The harbour was closed on Tuesday after two ferries met at the pier.</p>" * 3
    html = f"<article><h1>A story of note</h1><h4 class=byline>{signed}</h4>{text}</article>"
    assert _authors(html) == ("Jane Doe",)


@pytest.mark.parametrize(
    "line",
    [
        "김하늘 온라인 뉴스 기자 haneul@daily.example",
        "김하늘 연예뉴스팀 기자 haneul@daily.example (콘텐츠본부)",
        "김하늘 연예뉴스팀 기자 haneul@daily.example (콘텐츠본부) 사진=항만청",
        "김하늘 기자 haneul@daily.example, 사진=항만청 제공",
        "김하늘 정치부 기자",
        "청도·김하늘기자 haneul@daily.example",
    ],
)
def test_a_reporters_desk_and_who_lent_a_picture_are_no_part_of_a_name(line: str) -> None:
    assert reporters_by_role(line) == ("김하늘",)
