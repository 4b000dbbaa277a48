"""Lines in which facts stand beside the persons who sign, and lines that only look so."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from pipeline.extract import extract_article
from pipeline.memory import EMPTY
from pipeline.people.given_names import begins_with_given_name, persons_in
from pipeline.records import Article, Page

NOW = datetime(2026, 11, 25, tzinfo=UTC)
URL = "https://afaq.example/2026/11/story"
TITLE = "محطة جديدة تبدأ العمل شمال المدينة"
TEXTS = (
    "قالت الهيئة المشرفة على المشروع إن الأعمال ستنتهي قبل نهاية الصيف المقبل بحسب الخطة.",
    "وتشير بيانات رسمية إلى أن الطلب ارتفع في العام الماضي فيما بقي العرض على حاله.",
    "وحضر الحفل عدد من المسؤولين إلى جانب طلاب الجامعات الذين قدموا عروضًا قصيرة.",
)
TELLS = "The first phase covers three districts along the river, and more are to follow it soon."
HOUSE = (
    '<script type="application/ld+json">{"@type":"NewsArticle","author":{"@type":"Organization",'
    '"name":"صدى الأفق"},"publisher":{"@type":"Organization","name":"صدى الأفق"}}</script>'
)


def _authors(above: str = "", texts: tuple[str, ...] = TEXTS, head: str = "") -> tuple[str, ...]:
    story = "".join(f"<p>{text}</p>" for text in texts)
    html = (
        f"<html lang=ar><head><title>{TITLE} - صدى الأفق</title>{head}</head><body><main>"
        f"<h1>{TITLE}</h1>{above}<article>{story}</article></main></body></html>"
    )
    found = extract_article(Page(URL, URL, html.encode(), NOW, charset="utf-8"), EMPTY, NOW)
    assert isinstance(found, Article)
    return found.authors


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("17/11/2026 - 09:40 | أم كلثوم الطيب", ("أم كلثوم الطيب",)),
        ("سارة أحمد (القاهرة) - أمل القاضي (دبي)", ("سارة أحمد", "أمل القاضي")),
        ("حوار: سارة أحمد - تصوير: علي حسن", ("سارة أحمد",)),
        ("تغطية: سارة أحمد وتصوير: علي حسن", ("سارة أحمد",)),
        ("سارة أحمد - ترجمة: علي حسن", ("سارة أحمد",)),
        ("مراسل «صدى الأفق» في بيروت: سيف الدين حمود", ("سيف الدين حمود",)),
        ("بيروت: سارة أحمد «صدى الأفق»", ("سارة أحمد",)),
        ("الدكتور ولاء حسين", ("الدكتور ولاء حسين",)),
        ("سيف الدين حمود @writer_41", ("سيف الدين حمود",)),
        ("سيف الدين حمود writer41@afaq.example", ("سيف الدين حمود",)),
        ("Texto Ana Prieto de la Fuente Fotografía Luis Soler", ("Ana Prieto de la Fuente",)),
        ("Text by Omar al-Ayubi, photos by Luis Soler", ("Omar al-Ayubi",)),
        ("Ana Soler Vidal | Alba de la Sierra | 08/01/2026", ("Ana Soler Vidal",)),
        ("Ana Soler | El Faro del Sur | 8 de enero de 2026 | 10:20", ("Ana Soler",)),
        ("Ana Soler | Pedro Vidal | 08/01/2026", ("Ana Soler", "Pedro Vidal")),
        ("Rui Prado - Especial para a Gazeta", ("Rui Prado",)),
        ("Contact the writer: Jane Doe at writer@afaq.example", ("Jane Doe",)),
        ("취재 김서연", ("김서연",)),
        ("文丨王晓琳", ("王晓琳",)),
        ("Opracowanie: Joanna Wilk", ("Joanna Wilk",)),
        ("Entrevista a cargo de Pedro Sousa", ("Pedro Sousa",)),
        # what only looks like one
        ("(عدسة سارة أحمد - رويترز)", ()),
        ("سارة أحمد - رئيسة الهيئة", ()),
        ("بيروت: سارة أحمد تفوز بالجائزة", ()),
        ("Marie Dupont, chef du projet", ()),
        ("Vía El Faro Andino", ()),
        ("취재 결과", ()),
        ("Texto completo Fotografía aérea", ()),
        ("مراسلتنا في طرابلس شيرين حداد", ("شيرين حداد",)),
        ("سارة أحمد ووكالات", ("سارة أحمد",)),
        ("التقرير من إعداد سارة أحمد", ("سارة أحمد",)),
        ("تحقيق وتصوير نور الدين حمود", ("نور الدين حمود",)),
        ("آخر تحديث: 17 نوفمبر 2026 - كتب سارة أحمد", ("سارة أحمد",)),
        ("Photos Luis Soler, texte Ana Prieto", ("Ana Prieto",)),
        ("Foto di Luis Soler, testo di Ana Prieto", ("Ana Prieto",)),
        ("Quito. Ana Prieto", ("Ana Prieto",)),
        ("Ana Prieto à Marseille", ("Ana Prieto",)),
        ("Jane Doe reports from Leeds", ("Jane Doe",)),
        ("Entrevistó: Ana Prieto", ("Ana Prieto",)),
        ("Stand: 17.11.2026 Von Jana Roth", ("Jana Roth",)),
        ("Анна Мирная, специально для «Вестей»", ("Анна Мирная",)),
        ("글·사진 백서윤", ("백서윤",)),
        ("기은세 객원기자", ("기은세",)),
        ("王晓琳 / 文", ("王晓琳",)),
        ("撰文 王晓琳 摄影 李思敏", ("王晓琳",)),
        ("桐生 さくら 経済部記者", ("桐生 さくら",)),
        ("風間 隼人＝函館支局", ("風間 隼人",)),
        # what only looks like one
        ("كتب: المحرر الاقتصادي", ()),
        ("كتب - محرر الشؤون الخارجية", ()),
        ("تحقيق وتصوير جوي", ()),
        ("Photos de la semaine, texte intégral", ()),
        ("Quito. Lluvias fuertes", ()),
        ("港湾 / 文化", ()),
        ("سارة أحمد · 5 دقائق قراءة", ("سارة أحمد",)),
        ("سارة أحمد | ١٢٤٥ مشاهدة", ("سارة أحمد",)),
        ("Jana Roth · 4 Min. Lesezeit", ("Jana Roth",)),
        ("صدى الأفق (خاص) - سارة أحمد", ("سارة أحمد",)),
        ("تحرير: علي حسن | كتابة: سارة أحمد", ("سارة أحمد",)),
        ("Penulis Lina Sari | Editor Budi Santoso", ("Lina Sari",)),
        ("رپورٹ: سید وقار حیدر، گوادر", ("سید وقار حیدر",)),
        ("Валентина Снегова, Казань", ("Валентина Снегова",)),
        ("Ana Prieto in Leeds and Luis Soler in Norwich", ("Ana Prieto", "Luis Soler")),
        ("Von Hasso Blum, Kapblatt, zzt. Emden", ("Hasso Blum",)),
        ("Pubblicato da Luca Mancini | 17 novembre 2026", ("Luca Mancini",)),
        ("하예린 기자 ⓒ 곶일보", ("하예린",)),
        ("水無月 葵 記者", ("水無月 葵",)),
        ("Da reportagem local, Ana Rita da Silveira", ("Ana Rita da Silveira",)),
        # what only looks like one
        ("Deep Space · 4 min read", ()),
        ("5 دقائق قراءة · 17 نوفمبر", ()),
        ("By Monday, eight ships had come", ()),
        ("Casa Blanca in Leeds", ()),
        ("الشؤون المحلية / سارة أحمد", ("سارة أحمد",)),
        ("قسم التحقيقات – سارة أحمد", ("سارة أحمد",)),
        ("Jane Doe, Business Desk", ("Jane Doe",)),
        ("<b>سارة أحمد</b><br>الخرطوم – صدى الأفق", ("سارة أحمد",)),
        ("Signé Ana Prieto", ("Ana Prieto",)),
        ("Ana Prieto, fot. Luis Soler", ("Ana Prieto",)),
        ("Anna Roth, фото автора", ("Anna Roth",)),
        ("Reporter Lina Sari - Editor Budi Santoso", ("Lina Sari",)),
        ("Autore: Luca Mancini - Data: 17/11/2026", ("Luca Mancini",)),
        ("Periodista: Ana Prieto", ("Ana Prieto",)),
        ("文丨王晓琳 图丨李思敏", ("王晓琳",)),
        ("글 김서연 사진 이민호", ("김서연",)),
        # what only looks like one
        ("قسم التحقيقات – ملف خاص", ()),
        ("Signé en bas", ()),
    ],
)
def test_a_line_of_persons_and_facts(line: str, names: tuple[str, ...]) -> None:
    assert _authors(f"<p>{line}</p><p>17/11/2026</p>") == names


@pytest.mark.parametrize(
    ("opening", "names"),
    [
        ("بيروت/ حسن الصباح - قالت الهيئة", ("حسن الصباح",)),
        ("دبي - سارة أحمد - قالت الهيئة", ("سارة أحمد",)),
        ("الرباط - مراسل صدى الأفق زينب بن عيسى - قالت", ("زينب بن عيسى",)),
        ("دمشق - الرئيس سامر أحمد - استقبل", ("صدى الأفق",)),
        ("بيروت - قالت سارة أحمد إن الأعمال ستنتهي - بحسب الخطة -", ("صدى الأفق",)),
    ],
)
@pytest.mark.parametrize("standfirst", [(), (TEXTS[1],)], ids=["first", "below a standfirst"])
def test_a_dateline_with_a_person_goes_before_the_house(
    opening: str, names: tuple[str, ...], standfirst: tuple[str, ...]
) -> None:
    texts = (*standfirst, f"{opening} {TEXTS[0]}", TEXTS[2], TEXTS[1])
    assert _authors(texts=texts, head=HOUSE) == names


@pytest.mark.parametrize("opening", ["[항구일보=김서연 기자]", "(부산=연합뉴스) 김서연 기자 ="])
def test_a_korean_reporter_in_the_dateline_below_a_standfirst(opening: str) -> None:
    texts = (TEXTS[1], f"{opening} 공사는 내년 여름 전에 끝난다고 밝혔다. {TEXTS[0]}", TEXTS[2])
    assert _authors(texts=texts) == ("김서연",)


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("(ضياء الدين شاكر/ أ ف ب)", ("ضياء الدين شاكر", "أ ف ب")),
        ("سارة أحمد – القاهرة", ("سارة أحمد",)),
        ("وتفوز سارة أحمد بالجائزة", ()),
    ],
)
def test_a_last_line(line: str, names: tuple[str, ...]) -> None:
    assert _authors(texts=(*TEXTS, line)) == names


DESK = (
    '<script type="application/ld+json">{"@type":"NewsArticle","author":{"@type":"Person",'
    '"name":"القسم الرياضي"}}</script>'
)


@pytest.mark.parametrize(
    ("byline", "names"),
    [
        ("<div class='byline'>بقلم <a href='/author/sara'>سارة أحمد</a></div>", ("سارة أحمد",)),
        ("<a href='/author/sara'>سارة أحمد</a>", ("سارة أحمد",)),
        (
            "<figure><img src='p.jpg'><figcaption>سارة أحمد</figcaption></figure>",
            ("القسم الرياضي",),
        ),
        ("<div class='byline'>رويترز</div>", ("القسم الرياضي",)),
    ],
)
def test_a_person_whom_the_page_signs_with_goes_before_a_desk_in_metadata(
    byline: str, names: tuple[str, ...]
) -> None:
    assert _authors(byline, head=DESK) == names


def test_names_that_begin_with_two_words() -> None:
    for name in ("أبو بكر الدرعي", "أم كلثوم الطيب", "سيف الدين حمود", "الدكتورة ولاء حسين"):
        assert begins_with_given_name(name)
    for phrase in ("أبو ظبي الإخبارية", "أم تنقذ طفليها", "رجال الدين في لبنان", "الشيخ زايد"):
        assert not begins_with_given_name(phrase)


def test_who_somebody_is_in_small_letters_signs_nothing() -> None:
    for line in ("Marie Dupont, chef du projet", "Peter Klein, zuständig für Brücken"):
        assert persons_in(line) == ()
    for line in ("Marie Dupont, reporter", "Marie Dupont, Jana Roth", "Peter Klein, in Emden"):
        assert persons_in(line)[0] in line


def test_the_headline_of_a_list_of_the_most_read_is_not_the_article_s() -> None:
    html = (
        "<body><h3 class='post-title'>A story of note</h3><p>By Jane Doe</p>"
        f"<p>{TELLS}</p><p>{TELLS}</p><p>{TELLS}</p>"
        "<div class='item-title'><a href='/6518'>A story of note</a></div></body>"
    )
    html = f"<html><head><title>A story of note</title></head>{html}</html>"
    found = extract_article(Page(URL, URL, html.encode(), NOW, charset="utf-8"), EMPTY, NOW)
    assert isinstance(found, Article)
    assert found.authors == ("Jane Doe",)


REPLIES = "".join(
    f"<div class=post><p class='author'><a class='username'>{name}</a> » 17/11/2026</p>Yes.</div>"
    for name in ("Kai Uhlmann", "Ines Maier")
)


def test_who_replied_below_an_article_wrote_none_of_it() -> None:
    signed = "<p class='author'>By <a class='username'>Jana Petersen</a> » 17/11/2026</p>"
    story = f"<h1>{TITLE}</h1>{{}}<div>{''.join(f'<p>{text}</p>' for text in TEXTS)}</div>"
    for above, names in ((signed, ("Jana Petersen",)), ("", ())):
        html = f"<body>{story.format(above)}<h3>Comments (2)</h3>{REPLIES}</body>"
        html = f"<html><head><title>{TITLE}</title></head>{html}</html>"
        found = extract_article(Page(URL, URL, html.encode(), NOW, charset="utf-8"), EMPTY, NOW)
        assert isinstance(found, Article)
        assert found.authors == names


def test_each_person_in_a_box_of_their_own_with_the_day() -> None:
    byline = "<div class='writerInfo'>{}</div>".format(
        "".join(
            f"<div class='writerInfo-in'><b>{name}</b><small>17 novembre 2026</small></div>"
            for name in ("Pier Luigi De Luca", "Oreste Lo Cascio")
        )
    )
    assert _authors(byline) == ("Pier Luigi De Luca", "Oreste Lo Cascio")


def test_the_last_line_in_a_box_of_another_form_signs_with_an_agency() -> None:
    assert _authors(texts=(*TEXTS, "Jana Petersen / dpa")) == ("Jana Petersen", "dpa")


@pytest.mark.parametrize(
    ("last", "names"), [("（風間 隼人、写真も）", ("風間 隼人",)), ("（写真も）", ())]
)
def test_a_japanese_reporter_who_took_the_pictures_too(last: str, names: tuple[str, ...]) -> None:
    text = f"会合は来月にもう一度開かれ、住民の意見を聞くことになっている。{last}"
    assert _authors(texts=(*TEXTS, text)) == names


@pytest.mark.parametrize(
    ("last", "names"),
    [
        ("Ole Kruse, mit Material von dpa", ("Ole Kruse",)),
        ("Jana Roth (gp)", ("Jana Roth",)),
        ("Mehr dazu (gp)", ()),
        ("• Tindara Roth is a columnist for the Evening Post", ("Tindara Roth",)),
        ("Reach the newsroom at desk@page.example.", ()),
        ("Jana Roth is a great dancer. Write to us at desk@page.example.", ()),
    ],
)
def test_a_last_line_with_letters_or_material(last: str, names: tuple[str, ...]) -> None:
    assert _authors(texts=(*TEXTS, last)) == names


def test_a_chinese_reporter_reports_from_a_place() -> None:
    opening = "岬角时报青岛11月17日电 记者王晓琳报道：工程将在明年夏天之前完工，费用没有超出预算。"
    assert _authors(texts=(opening, *TEXTS)) == ("王晓琳",)


def test_chinese_reporters_of_rare_families_in_a_row() -> None:
    opening = "本报讯（记者 农冠斌 黄艳梅）工程将在明年夏天之前完工，费用没有超出预算。"
    assert _authors(texts=(opening, *TEXTS)) == ("农冠斌", "黄艳梅")


def test_korean_reporters_each_with_a_role() -> None:
    last = "김서연 기자, 이민호 인턴기자 seoyeon@daily.example"
    assert _authors(texts=(*TEXTS, last)) == ("김서연", "이민호")


def test_the_house_behind_a_person_in_a_byline_is_no_part_of_the_name() -> None:
    line = "<div data-testid='byline-new'><span>Jana Roth</span><span>صدى الأفق</span></div>"
    assert _authors(line, head=HOUSE) == ("Jana Roth",)


@pytest.mark.parametrize("place", ["كمبالا", "نيروبي", "هونغ كونغ"])
def test_a_reporter_behind_a_town_abroad_above_the_text(place: str) -> None:
    assert _authors(texts=(f"{place}: ياسر شعبان", *TEXTS)) == ("ياسر شعبان",)


def test_a_job_whose_second_word_is_a_given_name_and_a_verb_are_no_person() -> None:
    said = "پژوهشگر ارشد گفت: تا پایان تیر مشکل کاربران برطرف می‌شود."
    assert _authors(f"<p class='summary'>{said}</p>", (said, *TEXTS)) == ()
    assert persons_in("ارشد گفت") == ()
