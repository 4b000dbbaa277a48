"""Whole pages: who signs where several are named, and what only looks like a signature."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from pipeline.extract import extract_article
from pipeline.memory import EMPTY
from pipeline.people.signed_in_removed import signed_in_removed
from pipeline.records import Article, Page, Removed

NOW = datetime(2026, 11, 25, tzinfo=UTC)
URL = "https://news.example/2026/11/the-harbour"
TEXTS = {
    "ar": (
        "كابل بحري جديد يربط ثلاث قارات",
        "تستعد أربع شركات لإطلاق خدماتها في المدن الساحلية مع نهاية العام بعد مفاوضات طويلة.",
        "وقال مدير المشروع سامر الكيلاني إن المرحلة الأولى تشمل مئتي محطة وإن العمل يسير.",
    ),
    "en": (
        "Coastal towns wait for the fibre they were promised",
        "Four companies are preparing to start service in the coastal towns before the year ends.",
        "The project's manager, Samuel Whitlock, said the first phase covers two hundred stations.",
    ),
    "fr": (
        "Les villes du littoral attendent toujours la fibre",
        "Quatre entreprises se préparent à ouvrir leurs services dans les villes du littoral.",
        "Le chef du projet, Samuel Lemoine, affirme que la première phase est prête.",
    ),
    "ko": (
        "해안 도시, 약속된 광통신망을 기다리다",
        "네 개 회사가 규제 당국과의 오랜 협의를 거쳐 올해 안에 서비스를 시작할 준비를 하고 있다.",
        "사업 책임자 서상욱 씨는 1단계에서 이백 개 기지국을 세운다고 설명했다.",
    ),
    "zh": (
        "沿海城镇仍在等待承诺的光纤网络",
        "四家公司在与监管部门进行长时间谈判之后，正准备在年底之前在沿海城镇开通服务。",
        "项目经理表示，第一阶段覆盖两百个基站，工作正按计划进行，预计不会延误。",
    ),
}


def authors(
    above: str = "",
    *,
    language: str = "en",
    first: str = "",
    last: str = "",
    behind: str = "",
    head: str = "",
) -> tuple[str, ...]:
    """The authors of a page: `above` its text, with which words its `first` paragraph begins, its
    `last` elements, what stands `behind` the article and in its `head`."""
    title, one, two = TEXTS[language]
    text = f"<p>{first}{one}</p><p>{two}</p><p>{one}</p>{last}"
    html = (
        f"<html lang={language}><head><title>{title}</title>{head}</head><body>"
        f"<main><h1>{title}</h1>{above}<div class=text>{text}</div>{behind}</main></body></html>"
    )
    found = extract_article(Page(URL, URL, html.encode(), NOW, charset="utf-8"), EMPTY, NOW)
    assert isinstance(found, Article)
    return found.authors


def json_ld(author: str) -> str:
    return (
        f'<script type="application/ld+json">{{"@type":"NewsArticle","author":{author}}}</script>'
    )


def person(name: str) -> str:
    return f'{{"@type":"Person","name":"{name}"}}'


@pytest.mark.parametrize(
    ("language", "lines", "names"),
    [
        ("ar", "<p>بقلم: نعيم قطان</p><p>ترجمة: فاتن عبد الهادي</p>", ("نعيم قطان",)),
        ("ar", "<p>كتب: نعيم قطان</p><p>تحرير: فاتن عبد الهادي</p>", ("نعيم قطان",)),
        ("ar", "<p>إعداد وتحرير: نعيم قطان</p>", ("نعيم قطان",)),
        ("ar", "<p>إعداد وترجمة: نعيم قطان</p>", ("نعيم قطان",)),
        ("ar", "<p>تحرير: نعيم قطان</p>", ("نعيم قطان",)),
        ("ar", "<p>ترجمة: نعيم قطان</p>", ()),
        ("ar", "<p class=author>ترجمة نعيم قطان</p>", ()),
        ("ar", "<p>ترجمة وإعداد: نعيم قطان</p>", ("نعيم قطان",)),
        ("ko", "<p class=byline>번역 신혜림</p>", ()),
        ("fr", "<p>Traduit par Jeanne Doué</p>", ()),
        ("en", "<p class=byline>Translated by <a href='/author/jr'>John Roe</a></p>", ()),
        ("en", "<p>By Jane Doe</p><p>Translated by John Roe</p>", ("Jane Doe",)),
    ],
)
def test_editors_sign_where_nobody_wrote_and_translators_never(
    language: str, lines: str, names: tuple[str, ...]
) -> None:
    assert authors(lines, language=language) == names


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Das Interview führte Simon Adler", ("Simon Adler",)),
        ("Interview by Theo Lambert", ("Theo Lambert",)),
        ("Беседовала Алла Жукова", ("Алла Жукова",)),
        ("گفت‌وگو از: سپیده جلالی", ("سپیده جلالی",)),
        ("أجرت المقابلة: آية الرفاعي", ("آية الرفاعي",)),
        ("Zeynep Arıkan - Ankara Temsilcisi", ("Zeynep Arıkan",)),
        ("取材・文＝山口葵　写真＝林隆", ("山口葵",)),
        ("بيروت - هدى رزق، عمّان - نصر المجالي", ("هدى رزق", "نصر المجالي")),
        ("علاء جبر – مراسلنا في بغداد", ("علاء جبر",)),
        ("مراسلة الشؤون التقنية: سيرين حداد", ("سيرين حداد",)),
        ("Technology reporter: Jane Doe", ("Jane Doe",)),
        ("زاهي علاوي ومي عودة", ("زاهي علاوي", "مي عودة")),
        ("الكاتب/ة: ملاك الزين", ("ملاك الزين",)),
        ("الكاتب : خيرالله خيرالله", ("خيرالله خيرالله",)),
        ("عمّان: رنا الصباغ - عماد عواد", ("رنا الصباغ", "عماد عواد")),
        ('كتب رشيد البلغيتي لـ"المدار"', ("رشيد البلغيتي",)),
        ("نص: حكيم عنكر | صور: سعيد المغربي", ("حكيم عنكر",)),
        ("يكتبها: حمدي رزق", ("حمدي رزق",)),
        ("حسن البطل يكتب:", ("حسن البطل",)),
        ("De notre envoyé spécial Idriss Diallo", ("Idriss Diallo",)),
        ("Par notre correspondante à Tunis, Inès Ferchichi", ("Inès Ferchichi",)),
        ("Nazlı Demirtaş nazli@liman.example", ("Nazlı Demirtaş",)),
        ("时间：2026-11-26 08:30 来源：海港日报 作者：魏书豪 点击：221", ("魏书豪",)),
        ("森田千夏（経済部）", ("森田千夏",)),
        ("Autor: Jacobo Lema. Fecha: 26/11/2026", ("Jacobo Lema",)),
        ("تدوينة: قتادة العزاوي", ("قتادة العزاوي",)),
        ("بقلم الأستاذ مهيب الأعور", ("مهيب الأعور",)),
        ("Wilhelmina Skye with agencies", ("Wilhelmina Skye",)),
        ("Por Rafaela Nóbrega, g1 Recife", ("Rafaela Nóbrega",)),
        ("Kestrel Monroe / Idris Vantongeren", ("Kestrel Monroe", "Idris Vantongeren")),
        ("Ombeline Roussel Journaliste au service Tech", ("Ombeline Roussel",)),
        ("Interview : Eulalie Brisset", ("Eulalie Brisset",)),
        ("Texto y fotos: Nazaret Olmedo", ("Nazaret Olmedo",)),
        ("Материал подготовила Ульяна Сивцова", ("Ульяна Сивцова",)),
        ("2026-11-26 08:30 聯合新聞網／ 記者蓝心怡／台北即時報導", ("蓝心怡",)),
        ("تقرير: تيسير خلف", ("تيسير خلف",)),
        ("مراسل المدار / قصي الحسيني", ("قصي الحسيني",)),
        ("أعدت التقرير مروة شاهين", ("مروة شاهين",)),
        ("Story: Linus Abara", ("Linus Abara",)),
        ("by: Felix Tarrant, Business Desk", ("Felix Tarrant",)),
        ("ميار العتيبي", ("ميار العتيبي",)),
        # what only looks like one
        ("تقرير: ارتفاع كلفة المعيشة", ()),
        ("تقرير: انخفاض أسعار النفط", ()),
        ("وزير الاتصالات يزور الميناء", ()),
        ("بالفيديو.. لحظة افتتاح الميناء", ()),
        ("كلمات مفتاحية: سامر الكيلاني - هدى المنصوري", ()),
        ("مدينة نصر - القاهرة الجديدة", ()),
        ("Coastal Development", ()),
        ("Grande Entrevista", ()),
        ("Главный редактор: Пётр Ильин", ()),
        ("Chief Foreign Correspondent", ()),
        ("Onze correspondent in Brussel", ()),
        ("Coastal Affairs", ()),
        ("عمّان: طقس بارد - أمطار غزيرة", ()),
        ("حسن البطل يكتب عن البحر", ()),
        ("Nazlı Demirtaş bilgi@liman.example", ()),
        ("开放时间（经济部）", ()),
        ("محلل اقتصادي: أسعار ترتفع", ()),
        ("Das Interview führte zu Streit", ()),
    ],
)
def test_lines_under_the_headline(line: str, names: tuple[str, ...]) -> None:
    assert authors(f"<p>{line}</p><p>26/11/2026</p>") == names


@pytest.mark.parametrize(
    ("told", "line", "names"),
    [
        ("courier admin 3", "<p><b>Jane Doe</b></p>", ("Jane Doe",)),
        ("Editor 5", "<p>By Jane Doe</p>", ("Jane Doe",)),
        ("Σύνταξη", "<p>By Jane Doe</p>", ("Jane Doe",)),
        ("Adam Minter", "<p>By Jane Doe</p>", ("Jane Doe", "Adam Minter")),
    ],
)
def test_an_account_that_several_log_in_with_wrote_nothing(
    told: str, line: str, names: tuple[str, ...]
) -> None:
    found = authors(line, head=json_ld(person(told)))
    assert found
    assert set(found) <= set(names)


def test_an_editors_label_may_stand_in_brackets() -> None:
    above = "<div class=left-box><span>作者：林晓雯</span> <span>责任编辑：魏婧</span></div>"
    last = "<div class=editor>【责任编辑：魏婧】</div>"
    head = '<meta name="author" content="魏婧">'
    assert authors(above, last=last, head=head, language="zh") == ("林晓雯",)


def test_a_signature_below_the_text_tells_who_wrote_for_a_house() -> None:
    house = json_ld('{"@type":"Organization","name":"news.example"}')
    last = "<div class=signature><p>Julie Kummer</p></div>"
    assert authors(last=last, head=house) == ("Julie Kummer",)
    assert authors(last=last, head=json_ld(person("Uwe Kranz"))) == ("Uwe Kranz",)


@pytest.mark.parametrize(
    ("ends", "names"),
    [
        ("【佐伯真理子】", ("佐伯真理子",)),
        ("【毎日新聞】", ()),
        ("【別の記事】", ()),
        ("【関連記事】", ()),
        ("【会員限定】", ()),
        ("【延伸閱讀】", ()),
    ],
)
def test_japanese_papers_sign_in_thick_brackets(ends: str, names: tuple[str, ...]) -> None:
    last = f"<p>町は来年、同じ校舎で二度目の催しを開き、卒業生にも声をかけるという。{ends}</p>"
    assert authors(last=last, language="zh") == names


def test_the_initials_of_a_house_are_no_author_beside_a_person() -> None:
    site = '<meta property="og:site_name" content="The Harbour Times">'
    byline = '<div><a href="/authors/jane-doe">Jane Doe</a></div>'
    assert authors(byline, head=site + json_ld(person("HT"))) == ("Jane Doe",)
    assert authors(byline, head=json_ld(person("HT"))) == ("HT",)


def test_a_list_of_terms_names_the_author_behind_a_label() -> None:
    """What the label and the name say is no text; a term of the text's own stays."""
    title, one, two = TEXTS["en"]
    for term, stays in (("By", False), ("Harbour", True)):
        terms = f"<dl><dt>{term}</dt><dd>Samuel Larkin</dd></dl>"
        html = (
            f"<html lang=en><head><title>{title}</title>{json_ld(person('Samuel Larkin'))}</head>"
            f"<body><article><h1>{title}</h1><p>{two}</p>{terms}<p>{one}</p><p>{two[4:]}</p>"
            f"<p>{one[5:]}</p></article></body></html>"
        )
        found = extract_article(Page(URL, URL, html.encode(), NOW, charset="utf-8"), EMPTY, NOW)
        assert isinstance(found, Article)
        assert (term in [block.text for block in found.blocks]) is stays


@pytest.mark.parametrize("separator", [" | ", " - ", "/ "])
def test_a_house_with_its_person(separator: str) -> None:
    head = '<meta property="og:site_name" content="صحيفة المدار">'
    line = f"المدار{separator}أيوب الريمي - الرباط"
    assert authors(f"<p>{line}</p>", language="ar", head=head) == ("أيوب الريمي",)
    credit = f'<div class="photo-credit"><p class="credit">{line}</p></div>'
    assert authors(credit, language="ar", head=head) == ()


def test_a_house_and_a_person_are_credited_with_a_picture() -> None:
    head = '<meta property="og:site_name" content="The Courier">'
    assert authors("<p>The Courier/Jane Doe</p>", head=head) == ()
    assert authors("<p>The Courier | Jane Doe</p>", head=head) == ("Jane Doe",)


def test_an_account_that_a_page_never_shows_gives_way_to_who_signs() -> None:
    head = json_ld(person("bthorncroft"))
    assert authors("<p>By Bella Thorncroft</p>", head=head) == ("Bella Thorncroft",)
    head = json_ld(person("أحمد منصور"))
    line = "<p>بقلم: فواز طرابلسي</p>"
    assert authors(line, language="ar", head=head) == ("فواز طرابلسي",)
    shown = "<p>نشره أحمد منصور</p>"
    assert authors(f"{shown}<p>تصوير: فواز طرابلسي</p>", language="ar", head=head) == (
        "أحمد منصور",
    )
    # the same person, otherwise written, and a desk, whose text holds somebody's picture
    assert authors("<p>By Jane Ann Doe</p>", head=json_ld(person("Jane Doe"))) == ("Jane Doe",)
    desk = json_ld(person("Courier staff"))
    picture = '<figure><img src="p.jpg"><p class="byline">Jane Doe</p></figure>'
    assert authors(picture, head=desk) == ("Courier staff",)
    assert authors('<p class="byline">Jane Doe</p>', head=desk) == ("Jane Doe",)


def test_an_account_gives_way_to_the_name_above_the_text() -> None:
    head = json_ld(person("mbenchikha"))
    signed = "مراد بن شيخة</p><p>"
    assert authors(language="ar", first=signed, head=head) == ("مراد بن شيخة",)
    # whom the text speaks of is its subject
    assert authors(language="ar", first="سامر الكيلاني</p><p>", head=head) == ("mbenchikha",)


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Jane Doe and John Roe", ("Jane Doe", "John Roe")),
        ("<span>Jane Doe</span> &amp; <span>John Roe</span>", ("Jane Doe", "John Roe")),
        ("Jane Doe | Harbour News", ("Jane Doe",)),
        ("Edited by Jane Doe and John Roe", ("Jane Doe",)),
        ("Jane Doe and John Roe met at the harbour last year", ("Jane Doe",)),
    ],
)
def test_metadata_name_the_first_of_those_whom_the_page_names(
    line: str, names: tuple[str, ...]
) -> None:
    assert authors(f"<p>{line}</p>", head=json_ld(person("Jane Doe"))) == names


ONE, TWO, THREE = (
    f"<a rel=author href='/author/{name[:4]}'>{name}</a>"
    for name in ("Jane Doe", "John Roe", "Ada Lind")
)


@pytest.mark.parametrize(
    ("line", "names"),
    [
        (f"Edited by {ONE} and {TWO}", ("Jane Doe", "John Roe")),
        (f"تحرير: {ONE} و{TWO}", ("Jane Doe", "John Roe")),
        (f"Edited by {ONE}, {TWO} and {THREE}", ("Jane Doe", "John Roe", "Ada Lind")),
        (f"By {ONE}, edited by {TWO} and {THREE}", ("Jane Doe",)),
        (f"By {ONE} and {TWO}. Edited by {THREE}", ("Jane Doe", "John Roe")),
        (f"By {ONE}, photos by {TWO} and {THREE}", ("Jane Doe",)),
    ],
)
def test_a_label_is_of_all_whom_it_stands_before(line: str, names: tuple[str, ...]) -> None:
    assert authors(f"<p class=byline><span class=author>{line}</span></p>") == names
    meta = '<meta name="author" content="Jane Doe">'
    assert authors(f"<p class=byline><span class=author>{line}</span></p>", head=meta) == names
    box = '<div class="author-box"><span class=fn><a href="/author/Jane">Jane Doe</a></span></div>'
    assert authors(f"<p class=byline><span class=author>{line}</span></p>{box}") == names


@pytest.mark.parametrize(
    ("language", "first", "names"),
    [
        ("ar", "كتب وسام كنعان: ", ("وسام كنعان",)),
        ("ar", "القاهرة – إيهاب الحسيني: ", ("إيهاب الحسيني",)),
        ("ar", "وسام كنعان: ", ()),
        ("ar", "القاهرة – قال وزير: ", ()),
        ("ar", "كتب الله لنا: ", ()),
        ("zh", "本报记者 赵明远 ", ("赵明远",)),
        ("zh", "本报记者 赵明远 钱晓东 ", ("赵明远", "钱晓东")),
        ("en", "Por Leandro Ocampo.- ", ("Leandro Ocampo",)),
        ("en", "<b>By Orla Finnegan</b> | ", ("Orla Finnegan",)),
        ("en", "By Order. ", ()),
        ("zh", "【伦敦＝石原恵子】", ("石原恵子",)),
        ("zh", "【伦敦＝综合报道】", ()),
        ("zh", "记者 从有关部门获悉，", ()),
        ("ko", "[항구일보 박서준 기자] ", ("박서준",)),
        ("ko", "(부산=항구일보) 이하늘 기자 = ", ("이하늘",)),
        ("ko", "[항구일보 김나래 박서준 기자] ", ("김나래", "박서준")),
        ("ko", "[항구일보 경제] ", ()),
    ],
)
def test_who_writes_by_the_first_words(language: str, first: str, names: tuple[str, ...]) -> None:
    assert authors(language=language, first=first) == names


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("김도연 기자 dykim@hanggu.example", ("김도연",)),
        ("항구일보 김도연 선임기자", ("김도연",)),
        ("칼럼니스트 박생강 writer9@mail.example", ("박생강",)),
    ],
)
def test_a_korean_reporter_by_the_role(line: str, names: tuple[str, ...]) -> None:
    assert authors(f"<p>{line}</p><p>2026.11.26</p>", language="ko") == names
    assert authors(language="ko", last=f"<p>{line}</p>") == names


@pytest.mark.parametrize(
    ("language", "last", "names"),
    [
        ("ar", "<p>* أنور الهواري كاتب صحفي مصري</p>", ("أنور الهواري",)),
        ("en", "<p>* Jane Doe is a professor of law at the University of Bath.</p>", ("Jane Doe",)),
        ("en", "<p>Jane Doe is a freelance journalist.</p>", ("Jane Doe",)),
        ("en", "<p>Jane Doe is waiting for her line.</p>", ()),
        ("en", "<p>Jane Doe writes about towns and transport.</p>", ("Jane Doe",)),
        ("en", "<p>— Corbin Hale</p>", ("Corbin Hale",)),
        ("fr", "<p>Ondine Lafarge</p>", ("Ondine Lafarge",)),
        ("fr", "<p>Ondine Lafarge, depuis Lima</p>", ("Ondine Lafarge",)),
        ("fr", "<p>Ondine Lafarge, Quimper</p>", ("Ondine Lafarge",)),
        ("fr", "<p>Samuel Lemoine</p>", ()),
        ("fr", "<p>À suivre</p>", ()),
        ("en", "<p>Happy Reading</p>", ()),
        ("en", "<p>— Samuel Whitlock</p>", ()),
        ("ar", "<p>* سلام عبود: روائي وناقد عراقي مقيم في السويد.</p>", ("سلام عبود",)),
        ("ar", "<p>هوشنك أوسي: كاتب وصحافي كردي سوري</p>", ("هوشنك أوسي",)),
        ("ar", "<p>المحلل السياسي: كاتب معروف</p>", ()),
        ("ar", "<p>- توفيق السيف كاتب ومفكر سعودي</p>", ("توفيق السيف",)),
        (
            "en",
            "<p>(Reporting by Silas Quint; With reporting by Mara Vale; Editing by Al Ho)</p>",
            ("Silas Quint", "Mara Vale"),
        ),
        ("en", "<p>Samuel Whitlock is a former journalist.</p>", ()),
        ("ar", "<p>(إعداد نادين حويك للنشرة العربية - تحرير علي خضرا)</p>", ("نادين حويك",)),
    ],
)
def test_who_wrote_by_the_last_line(language: str, last: str, names: tuple[str, ...]) -> None:
    assert authors(language=language, last=last) == names


def test_a_headline_that_says_who_writes() -> None:
    title, one, two = TEXTS["ar"]
    for headline, names in (
        (f"حسن البطل يكتب: {title}", ("حسن البطل",)),
        (f"حسن البطل: {title}", ()),
        (f"مركز البحوث يكتب: {title}", ()),
    ):
        html = f"<html><title>{headline}</title><h1>{headline}</h1><p>{one}</p><p>{two}</p></html>"
        found = extract_article(Page(URL, URL, html.encode(), NOW, charset="utf-8"), EMPTY, NOW)
        assert isinstance(found, Article)
        assert found.authors == names


def test_a_house_before_the_place_at_the_first_words() -> None:
    head = '<meta property="og:site_name" content="صحيفة المدار">'
    first = "المدار - الرباط - عبد الحق بن رحمون<br>"
    assert authors(language="ar", first=first, head=head) == ("عبد الحق بن رحمون",)
    assert authors(language="ar", first="المدار - الرباط<br>", head=head) == ()


def test_persons_side_by_side_in_one_text_with_the_day() -> None:
    line = "<div>Jane Doe | John Roe | 26 November 2026</div>"
    assert authors(line) == ("Jane Doe", "John Roe")
    assert authors("<div>Jane Doe 26 November 2026 at 8:30</div>") == ("Jane Doe",)
    assert authors("<div>New York 26 November 2026 at 8:30</div>") == ()


def test_a_desk_in_metadata_gives_way_to_who_wrote_by_a_word() -> None:
    desk = json_ld(person("Redaktion"))
    assert authors("<p>Von Kandor Ahrens</p>", head=desk) == ("Kandor Ahrens",)
    assert authors("<p>Redaktion: Kandor Ahrens</p>", head=desk) == ("Redaktion",)
    assert authors('<p class="byline">Kandor Ahrens</p>', head=desk) == ("Kandor Ahrens",)
    pictured = '<figure><img src="p.jpg"><p class="byline">Kandor Ahrens</p></figure>'
    assert authors(pictured, head=desk) == ("Redaktion",)


def test_who_signs_above_a_text_goes_before_who_posts_in_it() -> None:
    post = '<div class="post"><h3>10:40</h3><p class="live-author">Posted by Rufus Kent</p></div>'
    assert authors("<p>By Perpetua Shaw</p>", last=post) == ("Perpetua Shaw",)


def test_who_posted_a_text_gives_way_to_who_wrote_it() -> None:
    head = json_ld(person("علي المشرف"))
    posted = "<p>نشر بواسطة: علي المشرف</p>"
    wrote = "<p>بقلم: منذر بدر حلوم</p>"
    assert authors(wrote + posted, language="ar", head=head) == ("منذر بدر حلوم",)
    assert authors(posted, language="ar", head=head) == ("علي المشرف",)
    shown = "<p>علي المشرف</p>"
    assert authors(wrote + shown, language="ar", head=head) == ("علي المشرف",)


def test_a_byline_among_buttons_to_share() -> None:
    box = "<div class=share-tools><a href='#'>f</a><p>{}</p></div>"
    assert authors(box.format("文 | 尉迟琳"), language="zh") == ("尉迟琳",)
    assert authors(box.format("أرسلها لصحابك"), language="ar") == ()


@pytest.mark.parametrize(
    ("lines", "names"),
    [
        ('<by-line author="Hakon Vale"></by-line>', ("Hakon Vale",)),
        ('<div data-author="Hakon Vale"><span>26 November 2026</span></div>', ("Hakon Vale",)),
        ('<div data-author="editor7"><span>26 November 2026</span></div>', ()),
        ("<address>Nurcihan Erkal</address><time>26 November 2026</time>", ("Nurcihan Erkal",)),
        ("<cite>Nurcihan Erkal</cite> <time>26 November 2026</time>", ("Nurcihan Erkal",)),
        ("<p>(Nurcihan Erkal)</p><p>26 November 2026</p>", ("Nurcihan Erkal",)),
        ("<p>(with pictures)</p><p>26 November 2026</p>", ()),
    ],
)
def test_names_in_seldom_elements(lines: str, names: tuple[str, ...]) -> None:
    assert authors(lines) == names


def test_names_in_attributes_of_other_articles() -> None:
    card = '<article class=c data-author="{}"><h3><a href="/x/{}">Another story</a></h3></article>'
    assert authors(behind=card.format("Jane Doe", 1) + card.format("John Roe", 2)) == ()


@pytest.mark.parametrize(
    ("script", "names"),
    [
        ("dataLayer=[{'pageType':'article','articleAuthor':'Jane Doe'}];", ("Jane Doe",)),
        ('dataLayer.push({"author":"Jane Doe"});', ("Jane Doe",)),
        ("_sf_async_config.authors = 'Jane Doe';", ("Jane Doe",)),
        (r'x.postAuthor = {"name":"J\u00fcrgen Pohl","ID":11};', ("Jürgen Pohl",)),
        ('var list=[{"postAuthor":"Jane Doe"},{"postAuthor":"John Roe"}];', ()),
        ('dataLayer.push({"author":"admin"});', ()),
        ('var quiz={"author":"Jane Doe"};', ()),
        ('dataLayer.push({"articleAuthor":""});', ()),
    ],
)
def test_whom_scripts_that_count_readers_name(script: str, names: tuple[str, ...]) -> None:
    assert authors(head=f"<script>{script}</script>") == names
    # what a reader sees goes before
    assert authors("<p>By Ada Brook</p>", head=f"<script>{script}</script>") == ("Ada Brook",)


@pytest.mark.parametrize("label", ["By", "Por", "Written by", "كُتب بواسطة"])
def test_the_label_of_a_card_for_sharing(label: str) -> None:
    head = f'<meta name="twitter:label1" content="{label}">'
    head += '<meta name="twitter:data1" content="Jane Doe">'
    assert authors(head=head) == ("Jane Doe",)
    assert authors(head=head.replace(label, "By the way")) == ()


def test_a_columnist_whose_name_is_the_heading_of_his_box() -> None:
    box = (
        '<div class="{}"><img src="/w.jpg" alt="جلال عارف"><h3><a href="/c/jalal">{}</a></h3>'
        "<span>في الصميم</span></div>"
    )
    assert authors(box.format("columnist", "جلال عارف"), language="ar") == ("جلال عارف",)
    assert authors(box.format("box", "جلال عارف"), language="ar") == ("جلال عارف",)
    teaser = box.format("columnist", "لقاء مع جلال عارف في القاهرة عن الصحافة")
    assert authors(teaser, language="ar") == ()


def test_cards_that_no_link_leads_on_from_are_other_articles() -> None:
    card = '<article class="card post"><h3>{}</h3><span class="card-author">By {}</span></article>'
    cards = card.format("How algorithms change us", "Nigel Farrow")
    cards += card.format("Five questions", "Rachel Singh")
    own = '<h4 class="author-name"><a href="/author/jane">Jane Doe</a></h4>'
    assert authors(own, behind=f"<section>{cards}</section>") == ("Jane Doe",)
    assert authors(behind=f"<section>{cards}</section>") == ()


def test_what_a_link_to_all_that_somebody_wrote_says_besides() -> None:
    box = '<div class="author-info"><a rel="author" href="/author/s">كل مقالات سلوى بنعمر</a></div>'
    assert authors(language="ar", behind=box) == ("سلوى بنعمر",)


@pytest.mark.parametrize(
    ("line", "names"),
    [
        (
            "Autor: Stefan PATSCH, Landesanstalt für Gewässer und Ufer, Kölln (D)",
            ("Stefan PATSCH",),
        ),
        ("Author: Jane Doe", ("Jane Doe",)),
        ("Autor: Landesanstalt für Gewässer und Ufer", ()),
        ("Lizenz: Jane Doe, Kölln", ()),
    ],
)
def test_a_label_of_authors_that_a_rule_for_licences_took(
    line: str, names: tuple[str, ...]
) -> None:
    assert signed_in_removed((Removed(line, "de:licence", 9),)) == names


@pytest.mark.parametrize("label", ["Redakteur/in", "Redakteur*in", "Autor_in", "Verfasser:in"])
def test_a_label_for_whoever_wrote_names_the_author(label: str) -> None:
    assert authors(f"<p class='meta'>{label}: Mara Lind</p>") == ("Mara Lind",)


def test_a_person_above_a_text_goes_before_the_wire_that_posts_it() -> None:
    above = "<div class=byline>By: Courier Wire</div>"
    assert authors(above) == ("Courier Wire",)
    assert authors(above, first="By Jane Doe</p><p>") == ("Jane Doe",)
