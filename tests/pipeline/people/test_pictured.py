"""Names beside a portrait or a sign, which are authors; names in cards, which are none."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from pipeline.extract import extract_article
from pipeline.memory import EMPTY
from pipeline.records import Article, Page

NOW = datetime(2026, 11, 25, tzinfo=UTC)
URL = "https://news.example/tech/new-chip"
TITLE = "A new chip runs language models without a network"
TEXT = (
    "The company showed a chip that runs language models on small devices, its engineers said on "
    "stage, where hundreds of developers had come to see it at work for the first time. "
)
JOB = "كاتب وباحث سياسي"
BOX = (
    "<div class=author><div><div class='name x1'>{}</div><div class='title x1'>{}</div></div></div>"
)


def read(above: str = "", below: str = "", head: str = "") -> Article:
    html = (
        f"<html><head><title>{TITLE} - The Courier</title>{head}</head><body><main><h1>{TITLE}</h1>"
        f"{above}<div><p>1. {TEXT}</p><p>2. {TEXT}</p><p>3. {TEXT}</p></div>{below}</main></body>"
    )
    found = extract_article(Page(URL, URL, html.encode(), NOW, charset="utf-8"), EMPTY, NOW)
    assert isinstance(found, Article)
    return found


@pytest.mark.parametrize(
    ("above", "name"),
    [
        ('<div><a href="/jane"><img alt="Jane Doe" src="j.jpg">Jane Doe</a></div>', "Jane Doe"),
        (f'<div><h5>سارة أحمد</h5><p>{JOB}</p></div>', "سارة أحمد"),
        ('<p><i class="fa fa-user"></i> سارة أحمد <i class="fa fa-eye"></i> 31</p>', "سارة أحمد"),
        ('<p><a href="/kuttab/sara-a">سارة أحمد</a></p>', "سارة أحمد"),
        ("<p>بغداد / سارة أحمد</p>", "سارة أحمد"),
        ("<p>«الأفق» – دمشق – سارة أحمد</p>", "سارة أحمد"),
        ("<p>عمان - الدستور - سارة أحمد</p>", "سارة أحمد"),
        ("<p>«إيلاف» من بيروت: سارة أحمد</p>", "سارة أحمد"),
        ("<p>2026-07-19 09:12 来源：都市报 作者：王思雨 编辑：陈磊</p>", "王思雨"),
        ("<p><img class='avatar' src='u'><b class='n'>Zrinka Aquin</b></p>", "Zrinka Aquin"),
        ("<h5 class='by'>By Zrinka Aquin</h5>", "Zrinka Aquin"),
        ("<p><strong>Zrinka d'Aquin</strong></p><time>3 May 2026</time>", "Zrinka d'Aquin"),
        ("<p>وديان الهاشمي</p><div>السبت 3 أيار 2026</div>", "وديان الهاشمي"),
        ("<p>السبت، 28 فبراير 2026 | بقلم: وديان الهاشمي</p>", "وديان الهاشمي"),
        ("<div><a href='https://x.com/sz'>سلام زيدان</a></div>", "سلام زيدان"),
        ("<p><a href='/about/zrinka-aquin/'>Zrinka Aquin</a> / 3 May</p>", "Zrinka Aquin"),
        ("<p>Dr Susan Oyelaran, University of Bath</p>", "Dr Susan Oyelaran"),
        ("<p itemprop='author'><meta itemprop='name' content='Zrinka Aquin'></p>", "Zrinka Aquin"),
        ("<p>M. J. Aquin - London</p>", "M. J. Aquin"),
        ("<p>لاہور (سدرہ ملک)</p>", "سدرہ ملک"),
        ("<p>طوكيو ـ سارة أحمد الخميس 5 تشرين الثاني 2026</p>", "سارة أحمد"),
        ("<div><a href='/writer/sara'><img src='s.jpg'></a><b>سارة أحمد</b></div>", "سارة أحمد"),
        ("<address><a href='mailto:asa@x.example'>Åsa Nord</a></address>", "Åsa Nord"),
        ("<div>Олена Гнатюк, журналістка</div>", "Олена Гнатюк"),
        ("<p><b class='u-name'>محمد ع. الأسعد</b><time>منذ يوم</time></p>", "محمد ع. الأسعد"),
        ("<p class='firma'><b>Ana Gil</b><span class='ciudad'>Soria</span></p>", "Ana Gil"),
        ("<p class='authors'>Анна Белова<br>Обозреватель «Станка»</p>", "Анна Белова"),
        ("<div><a href='https://www.janedoe.example/'>Jane Doe</a> / 2026</div>", "Jane Doe"),
        ("<div><a href='/noemie-astruc'>Noémie Astruc</a><i>X</i></div>", "Noémie Astruc"),
        ("<div>محمد عمران خان</div>", "محمد عمران خان"),
        ("<div>عبد الله بن علي العياف (الرياض)</div>", "عبد الله بن علي العياف"),
        ("<ul><li><i class='icon-user-o'></i> 김도윤 기자</li></ul>", "김도윤"),
        ("<div class=label><i class='far fa-user'></i><br> 林晓雯 </div>", "林晓雯"),
        (f"<div class=authors>{BOX.format('Jane Doe', 'Redaktion')}</div>", "Jane Doe"),
    ],
    ids=["portrait", "job", "icon", "path", "place", "house", "house between", "house from",
         "line of facts", "avatar", "fifth heading", "above the day",
         "ar above the day", "weekday first", "social page", "page of people", "belongs to",
         "microdata", "initials and place", "place and brackets", "with its day",
         "portrait with a link", "mailbox", "job in its line", "user", "city", "break",
         "own site", "own page", "given name", "place behind", "one word",
         "icon above", "box of a name and a job"],
)  # fmt: skip
def test_an_author_that_no_word_marks(above: str, name: str) -> None:
    assert read(above).authors == (name,)


def test_a_column_with_the_text_and_one_link_to_the_next_article_is_no_card() -> None:
    html = (
        f"<html><head><title>{TITLE}</title></head><body><div><h1>{TITLE}</h1></div><div class=c>"
        f"<p><i class='fa fa-user'></i> 林晓雯</p><div>{''.join(f'<p>{n}. {TEXT}' for n in '123')}"
        "</div><div class=next><h5><a href=/tech/other>Another story today</a></h5></div></div>"
    )
    found = extract_article(Page(URL, URL, html.encode(), NOW, charset="utf-8"), EMPTY, NOW)
    assert isinstance(found, Article)
    assert found.authors == ("林晓雯",)


def test_a_portrait_below_the_text_names_its_author() -> None:
    box = (
        '<div class="x1"><img alt="Jane Doe" src="j.jpg"><b>Jane Doe</b><p>Covers chips.</p></div>'
    )
    assert read(below=box).authors == ("Jane Doe",)


@pytest.mark.parametrize(
    "below",
    [
        '<div class="row"><div class="item"><h3><a href="/1">Gold price steadies again</a></h3>'
        '<span class="author-name">Jane Doe</span></div></div>',
        '<ul><li><a href="/1">Gold price steadies at close</a><span class="author">'
        '<a href="/author/1">Jane Doe</a></span></li><li><a href="/2">Team names its squad</a>'
        '<span class="author"><a href="/author/2">John Roe</a></span></li></ul>',
        '<div><h3><a href="/1">Gold price steadies at close</a></h3><img alt="Jane Doe">'
        "<b>Jane Doe</b></div>",
    ],
    ids=["card", "list", "portrait in a card"],
)
def test_the_writer_of_another_article_is_no_author(below: str) -> None:
    assert read(below=below).authors == ()


def test_the_day_of_a_listed_article_is_not_this_one_s() -> None:
    listed = '<ul><li><a href="/1">Gold price steadies at close</a><span>12 May 2019</span></li>'
    more = '<li><a href="/2">Team squad named</a> 3 May 2020</li></ul>'
    assert read(below=listed + more).published is None


def test_the_house_that_the_tab_names_is_no_author_beside_a_person() -> None:
    head = '<meta name="author" content="The Courier">'
    assert read("<p>By Jane Doe, Transport Correspondent</p>", head=head).authors == ("Jane Doe",)


def test_lines_with_places_name_several() -> None:
    lines = "<p>نواكشوط: حسن ولد محمد</p><p>مقديشو: إدومو عبدي</p>"
    assert read(lines).authors == ("حسن ولد محمد", "إدومو عبدي")


def test_a_dot_between_names_parts_two() -> None:
    line = "<p>정하늘·오세훈 기자 | 입력 2026-07-21 17:00</p>"
    assert read(line).authors == ("정하늘", "오세훈")


def test_a_line_of_persons_and_an_agency_signs() -> None:
    line = "<div>Kwame Asante &amp; Ffion Rhys | AP</div><div>19 February 2026</div>"
    assert read(line).authors == ("Kwame Asante", "Ffion Rhys", "AP")


def test_names_in_boxes_of_one_form_need_no_comma() -> None:
    boxes = "<div class='item'>Jane Doe</div><div class='item'>John Roe</div>"
    assert read(f"<div class='field-author field--label-inline'>{boxes}</div>").authors == (
        "Jane Doe",
        "John Roe",
    )


ORGANIZATION = (
    '<script type="application/ld+json">{"@type":"NewsArticle","author":{"@type":"Organization",'
    '"name":"The Courier"}}</script>'
)


def test_a_person_that_the_page_calls_its_author_goes_before_its_publisher() -> None:
    byline = '<div class="art-author"><span>Jane Doe</span></div>'
    assert read(byline, head=ORGANIZATION).authors == ("Jane Doe",)


def test_who_wrote_goes_before_the_account_that_posted() -> None:
    title = "رقاقة تشغل نماذج اللغة داخل الهاتف"
    html = (
        f'<title>{title}</title><script type="application/ld+json">{{"@type":"NewsArticle",'
        f'"author":{{"@type":"Person","name":"Mahmoud Saad"}}}}</script><h1>{title}</h1>'
        f"<p>كتبت: هبة سامي</p><p>{TEXT}</p><p>{TEXT}</p>"
    )
    found = extract_article(Page(URL, URL, html.encode(), NOW, charset="utf-8"), EMPTY, NOW)
    assert isinstance(found, Article)
    assert found.authors == ("هبة سامي",)


@pytest.mark.parametrize(
    "box",
    ["<div class='bio'><img src='s.jpg'><h3>Saskia Trent</h3><p>Saskia Trent is a former pilot.</p>"
     "</div>", "<div class='x'><b>Saskia Trent</b><p>Reporter who has covered ports.</p></div>",
     "<div class='contributors-box'><h4>Written by</h4><p><a href='/team/s'>Saskia Trent</a></p>"
     "<p>She writes about the weather at sea and the ports of the north.</p></div>"],
    ids=["told by name", "told by job", "labelled box"],
)  # fmt: skip
def test_a_profile_below_the_text_names_an_author_whom_nothing_else_names(box: str) -> None:
    assert read(below=box).authors == ("Saskia Trent",)


def test_two_names_parted_by_a_break() -> None:
    names = read("<div class='autores'><p>Ana Gil<br>Íñigo Sáenz de Miera</p></div>").authors
    assert names == ("Ana Gil", "Íñigo Sáenz de Miera")


@pytest.mark.parametrize(
    "line",
    [f"<div>{TITLE.split()[2].title()} Intelligence</div>", "<div><a href='/p'>Jane Doe</a></div>",
     "<div><img src='j.jpg'><span>Jane Doe</span></div>", "<div>Jane Doe: a portrait</div>"],
    ids=["no given name", "a link to a person", "caption", "sentence"],
)  # fmt: skip
def test_a_line_that_only_looks_like_a_name_signs_nothing(line: str) -> None:
    assert read(line).authors == ()


def test_a_name_twice_among_other_articles_is_no_author() -> None:
    item = "<div><a href='/1'>Team names its squad</a><br><span>Jane Doe</span></div>"
    assert read(below=item + item.replace("/1", "/2")).authors == ()
    short = f"<div><p>{TEXT}</p>{item}{item.replace('/1', '/2')}</div>"
    html = f"<title>{TITLE}</title><h1>{TITLE}</h1><div>{TEXT}</div><div>{TEXT}</div>{short}"
    found = extract_article(Page(URL, URL, html.encode(), NOW, charset="utf-8"), EMPTY, NOW)
    assert isinstance(found, Article)
    assert found.authors == ()


@pytest.mark.parametrize(
    "label",
    ["Special Report", "Getty Images", "Medio Ambiente", "Primo Piano", "Dossier Spécial",
     "Главная Тема", "گزارش ویژه", "Language Models"],
)  # fmt: skip
def test_a_label_above_the_day_is_nobody(label: str) -> None:
    assert read(f"<p>{label}</p><p>9 January 2026</p>").authors == ()


def test_who_else_writes_for_the_site_did_not_write_this() -> None:
    links = "".join(f"<a href='/writers/{n}'><img>{n}</a>" for n in ("Jane Doe", "John Roe"))
    assert read(below=f"<div><h4>Opinion</h4>{links}</div>").authors == ()
    above = "<p>Zrinka Aquin</p><p>9 January 2026</p>"
    assert read(above, f"<div><h4>Opinion</h4>{links}</div>").authors == ("Zrinka Aquin",)


def test_those_who_make_the_site_wrote_nothing() -> None:
    below = "<div><h4>Team</h4><ul><li>Editor: John Roe</li><li>Writer: Jane Doe</li></ul></div>"
    assert read(below=below).authors == ()


def test_an_agency_beside_linked_names_signs_too() -> None:
    line = 'By <a href="/staff/1">Jane Doe</a>, <a href="/staff/2">John Roe</a> and AFP'
    assert read(f'<div class="byline">{line}</div>').authors == ("Jane Doe", "John Roe", "AFP")


def test_what_tells_who_the_author_is_is_no_text() -> None:
    byline = '<a href="/writer/12">سارة أحمد</a><p>مراسلة الجريدة في عمّان</p>'
    found = read(byline, below="<p>* أستاذة مساعدة في جامعة الموصل</p>")
    assert "مراسلة" not in found.text
    assert "أستاذة" not in found.text


@pytest.mark.parametrize(
    "above",
    [
        "<div class='x'><img alt='Jane Doe' src='j.jpg'><span>Jane Doe</span></div>",
        "<p>Reviewed by <a href='/writers/a'>Jane Doe</a></p>",
        "<p>Photos by <a href='/writers/a'>Jane Doe</a></p>",
    ],
    ids=["caption", "reviewer", "photographer"],
)
def test_whom_a_page_names_otherwise_did_not_write_beside_who_did(above: str) -> None:
    assert read(above + "<p>By <a href='/writers/b'>John Roe</a></p>").authors == ("John Roe",)


def test_a_list_of_facts_for_ears_names_the_author_and_is_no_text() -> None:
    items = "<li><span>Author, </span><b>Jane Doe</b></li><li><span>Role, </span>Tech reporter</li>"
    html = f"<main><h1>{TITLE}</h1><section><ul>{items}</ul></section>" + "".join(
        f"<div><p>{n}. {TEXT}</p></div>" for n in range(3)
    )
    found = extract_article(Page(URL, URL, html.encode(), NOW, charset="utf-8"), EMPTY, NOW)
    assert isinstance(found, Article)
    assert found.authors == ("Jane Doe",)
    assert "Role" not in found.text


def test_the_line_of_facts_of_another_article_is_not_this_one_s() -> None:
    item = (
        "<div><a href='/1'><img></a></div><div><span>12 May 2019</span> <i>سالم الحارثي</i></div>"
    )
    assert read(below=f"<div>{item}</div>").authors == ()


def test_a_line_of_a_place_and_a_day_is_no_text() -> None:
    html = f"<h1>{TITLE}</h1><p>الرياض 12 رمضان 1447 هـ الموافق 01 مارس 2026 م واس</p>"
    page = html + "".join(f"<p>{n}. {TEXT}</p>" for n in range(3))
    found = extract_article(Page(URL, URL, page.encode(), NOW, charset="utf-8"), EMPTY, NOW)
    assert isinstance(found, Article)
    assert "الرياض" not in found.text


def test_a_label_in_an_element_and_the_name_behind_it() -> None:
    line = "<div><small>Time:</small>2026-05-08<small>Author:</small>Jane Doe<small>x</small></div>"
    assert read(line).authors == ("Jane Doe",)


def test_who_signs_goes_before_a_name_of_metadata_that_is_never_shown() -> None:
    head = '<meta name="author" content="Webdesign Smith">'
    assert read("<p>Jane Doe</p><p>20 November 2026</p>", head=head).authors == ("Jane Doe",)


def test_a_byline_below_the_text_that_a_rule_takes_out_names_the_author() -> None:
    html = (
        f"<title>{TITLE}</title><div class='news-detail'><h3>{TITLE}</h3>{TEXT}<br><br>{TEXT}"
        f"<br><br>{TEXT}<br>By:&nbsp;Jane Doe<br></div>"
    )
    found = extract_article(Page(URL, URL, html.encode(), NOW, charset="utf-8"), EMPTY, NOW)
    assert isinstance(found, Article)
    assert found.authors == ("Jane Doe",)
    assert "Jane" not in found.text


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("<p>Jane Doe | 20 November 2026</p>", ("Jane Doe",)),
        ("<p>20 November 2026 - By Zrinka Aquin</p>", ("Zrinka Aquin",)),
        ("<p>سارة أحمد - بيروت</p>", ("سارة أحمد",)),
        ("<p>Zrinka Aquin</p><time>20 November 2026</time>", ("Zrinka Aquin",)),
        ("<p>Premier League | 20 November 2026</p>", ("The Courier",)),
        ("<p>20 November 2026</p>", ("The Courier",)),
    ],
    ids=["given name", "by", "place", "above the day", "section", "nobody"],
)
def test_a_person_under_the_headline_goes_before_the_publisher(
    line: str, names: tuple[str, ...]
) -> None:
    assert read(line, head=ORGANIZATION).authors == names


@pytest.mark.parametrize(
    "line",
    ["<ul class='writers'><li>Jane Doe</li><li>John Roe</li></ul>",
     "<div class='authors'><span>Jane Doe</span><span>John Roe</span></div>",
     "<div class='author'>Jane Doe, John Roe <a href='https://twitter.com/x'>@xx</a></div>"],
    ids=["list", "spans", "handle"],
)  # fmt: skip
def test_what_is_called_authors_goes_before_the_publisher(line: str) -> None:
    assert read(line, head=ORGANIZATION).authors == ("Jane Doe", "John Roe")


def test_a_particle_in_a_name_is_no_label() -> None:
    name = "Karoline von Stetten"
    assert read(f"<span class='author'>{name}</span>").authors == (name,)


def test_the_heading_of_an_authors_box_is_the_name() -> None:
    box = "<div class='author-box'><h4>Jane Doe</h4><p>Reporter Tech Business Sport</p></div>"
    assert read(below=box).authors == ("Jane Doe",)


def test_a_caption_beside_the_rights_of_a_picture_names_no_author() -> None:
    picture = (
        "<figure><img alt='مراسلو الصحيفة'><span>حقوق الصورة</span><figcaption><span>الصورة</span>"
        "<span>مراسلو الصحيفة</span></figcaption></figure>"
    )
    assert read(picture).authors == ()


@pytest.mark.parametrize(
    "above",
    [
        "<div><img alt='Frischer Fisch vom Stand der Fischerin'>"
        "<div>Frischer Fisch vom Stand der Fischerin</div></div>",
        "<div><a href='https://thefoghorn.example/2026/chip'>The Foghorn</a></div>",
        "<section class='text--editor'><b>Jana und Piet Moor tanzten im Regen mit den Hashtags "
        "#quay und #rain? Wer hat die beiden denn eingeladen?!</b></section>",
    ],
    ids=["caption of two particles", "article", "question"],
)
def test_what_has_a_names_capitals_and_is_none(above: str) -> None:
    assert read(above).authors == ()


def test_a_house_that_a_link_names_stands_below_who_wrote() -> None:
    day = "Thu, 14 May 2026 17:55 UTC"
    link = "<a href='https://thefoghorn.example/2026/05/chip'>The Foghorn</a>"
    assert read(f"<div>Milo Brand<br>{link}<br>{day}</div>").authors == ("Milo Brand",)


def test_who_wrote_goes_before_the_house_in_a_box_of_authors_below_the_text() -> None:
    head = (
        '<script type="application/ld+json">{"@type":"NewsArticle","headline":"'
        f'{TITLE}","author":{{"@type":"Organization","name":"THE COURIER ONLINE"}}}}</script>'
    )
    below = "<p><i>.</i></p>" * 40 + "<div class='art-autoren'>Von Clara Hagen</div>"
    assert read("", below, head).authors == ("Clara Hagen",)


@pytest.mark.parametrize(
    "caption",
    [
        "<div><img alt='Jane Doe' src='j.jpg'><b class='image__caption'>Jane Doe</b></div>",
        "<div class='main'><picture><img src='j.jpg'></picture><div class='image-metadata'>"
        "<strong>Jane Doe </strong>(Jane Doe on the air)</div></div>",
    ],
)
def test_a_picture_s_caption_names_no_author(caption: str) -> None:
    assert read(caption).authors == ()


def test_the_sign_of_a_channel_is_nobody() -> None:
    sign = '<a id="channelLogo" href="/shares"><img alt="股票" src="s.gif"></a>'
    trail = '<div><a href="/">城南网</a> &gt; <a href="/shares">股票</a> &gt; 正文</div>'
    assert read(f"<div>{sign}{trail}</div>").authors == ()


def test_a_house_right_behind_a_person_in_a_line_of_spans_is_no_part_of_the_name() -> None:
    house = '{"@type":"NewsArticle","author":{"@type":"Organization","name":"Harbour News"}}'
    data = f"<script type='application/ld+json'>{house}</script>"
    head = f"<meta property='og:site_name' content='Harbour News'>{data}"
    line = "<div><span>Jane Doe</span><span>Harbour News, Northport</span></div>"
    found = read(
        f"<div><div><time datetime='2026-11-20'>2 days ago</time></div>{line}</div>", "", head
    )
    assert found.authors == ("Jane Doe",)


def test_a_caption_of_which_the_picture_s_words_were_cut_off_names_nobody() -> None:
    cut = "<div><img alt='{0}' src=a.jpg><div>{0}</div><div>{1}</div></div>"
    assert read(above=cut.format("المستشار محمد سعيد", "المستشار محمد سعيد الشربيني")).authors == ()
    plain = "<p>المستشار محمد سعيد</p><p>المستشار محمد سعيد الشربيني</p>"
    assert read(above=plain).authors == ()


def test_who_took_a_picture_for_an_agency_signs_no_text() -> None:
    assert read(above="<p>Boats in the harbour / Erik de Castro / Reuters</p>").authors == ()
    assert read(above="<p>Erik de Castro / Reuters</p>").authors == ("Erik de Castro", "Reuters")
