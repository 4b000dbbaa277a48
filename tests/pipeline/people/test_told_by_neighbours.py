"""Authors told by who translated, edited or answered beside them, by what only a reader's ears get,
and by boxes that hold more than a name; each with what only looks so."""

from __future__ import annotations

import pytest

from pipeline.memory import EMPTY, for_extraction, learn
from pipeline.people.dense_reporters import reporters_at_end
from pipeline.people.desks import is_numbered_desk
from pipeline.people.fact_parts import persons_among_facts
from pipeline.people.given_names import begins_with_given_name
from pipeline.people.houses import is_site
from pipeline.people.names import clean_names
from pipeline.people.signing_lines import names_in_line
from tests.pipeline.people.story_page import NOW, TEXT, TITLE, read

SITES = frozenset({"الساحلالإخباري"})


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("ميهار قرنداشي – ترجمة ليلى حداد", ("ميهار قرنداشي",)),
        ("بقلم: ميهار قرنداشي | ترجمة: ليلى حداد", ("ميهار قرنداشي",)),
        ("عدن – سارة أحمد – خاص", ("سارة أحمد",)),
        # what only looks so
        ("السوق القديم – تصوير ليلى حداد", ()),
        ("محطة جديدة – تصوير ليلى حداد", ()),
    ],
)
def test_who_is_translated_wrote(line: str, names: tuple[str, ...]) -> None:
    assert persons_among_facts(line, frozenset()) == names


def test_a_translator_in_the_next_line_tells_who_wrote() -> None:
    lines = "<p>ميهار قرنداشي (الغارديان)</p><p>ترجمها عن الإنجليزية: ليلى حداد</p>"
    assert read(lines).authors == ("ميهار قرنداشي",)
    assert "ميهار قرنداشي" not in read(lines.replace("ترجمها عن الإنجليزية", "تصوير")).authors


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("سارة أحمد تحاور ميهار قرنداشي", ("سارة أحمد",)),
        ("Jane Okafor interviews Mary Quill", ("Jane Okafor",)),
        ("من موفدنا إلى جنيف: زكرياء الساحلي", ("زكرياء الساحلي",)),
        ("de Ana Popescu", ("Ana Popescu",)),
        # what only looks so
        ("الحكومة تحاور النقابات", ()),
        ("من القاهرة إلى جنيف: رحلة طويلة", ()),
        ("in New Orleans", ()),
        ("la Sagrada Familia", ()),
    ],
)
def test_lines_that_tell_who_asked_and_who_was_sent(line: str, names: tuple[str, ...]) -> None:
    assert names_in_line(line, frozenset()) == names


@pytest.mark.parametrize(
    ("name", "called"),
    [
        ("ابن عيسى المكناسي", True),
        ("أيت أحمد تيزيري", True),
        ("العميد الركن سامي ناصر", True),
        ("ابن عم الرئيس", False),
        ("بن غفير", False),
        ("العميد الركن", False),
    ],
)
def test_how_names_of_the_maghreb_and_officers_begin(name: str, called: bool) -> None:
    assert begins_with_given_name(name) is called


@pytest.mark.parametrize(
    ("below", "names"),
    [
        (
            '<ul class="by-x"><li><span>ميهار قرنداشي</span> <span class="visually-hidden">Role, '
            "</span><span>صحفية</span></li></ul>",
            ("ميهار قرنداشي",),
        ),
        ("<div><span>رأي</span> سارة أحمد</div>", ("سارة أحمد",)),
        ("<div><span>مقابلة</span> سارة أحمد</div>", ()),
    ],
)
def test_what_is_for_ears_is_no_part_of_a_name(below: str, names: tuple[str, ...]) -> None:
    assert read(below).authors == names


def test_boxes_above_the_headline_are_read_one_by_one() -> None:
    above = "<div class='o'><div class='n'>أ.د. سارة تتر</div><div class='c'>آراء</div></div>"
    assert read(above=above).authors == ("أ.د. سارة تتر",)
    assert read(above="<h3 class='o'>سارة أحمد</h3>").authors == ("سارة أحمد",)
    spoken = read(above="<h3 class='o'>سارة أحمد</h3>", end="<p>هكذا رأت سارة أحمد الأمر كله.</p>")
    assert spoken.authors == ()


@pytest.mark.parametrize(
    ("behind", "names"),
    [
        (
            "<div class='sig-card'><span>بقلم</span><h3>سارة أحمد</h3>"
            "<a href='/w/7'>المزيد</a></div>",
            ("سارة أحمد",),
        ),
        (
            "<div class='auth'><p>عن ميهار قرنداشي</p><p>باحثة في جامعة منوبة.</p></div>",
            ("ميهار قرنداشي",),
        ),
        (
            "<div class='w'><img src='q.jpg' alt='سارة أحمد'><p><strong>سارة أحمد</strong> مراسلة "
            "الصحيفة في نواكشوط منذ 2014.</p></div>",
            ("سارة أحمد",),
        ),
        # who replied
        (
            "<div class='w'><img src='q.jpg' alt='سارة أحمد'><p><b>سارة أحمد</b> 12/03/2026 "
            "شكرا.</p></div>",
            (),
        ),
    ],
)
def test_boxes_below_the_text(behind: str, names: tuple[str, ...]) -> None:
    assert read(behind=behind).authors == names


def test_desks_of_the_house_go_behind_a_person_beside_the_headline() -> None:
    data = (
        '<script type="application/ld+json">{{"@type":"NewsArticle","headline":"{0}",'
        '"author":{{"@type":"Person","name":"{1}"}}}}</script>'
    )
    line = "<div><span>سارة أحمد</span> · <span>12 مارس 2026</span></div>"
    assert read(line, head=data.format(TITLE, "newsroom2")).authors == ("سارة أحمد",)
    assert read("", head=data.format(TITLE, "newsroom2")).authors == ("newsroom2",)
    assert is_numbered_desk("editor7")
    assert not is_numbered_desk("jdoe7")
    assert is_site("شبكة الساحل الإخباري", SITES)
    assert not is_site("شبكة الجنوب", SITES)


def test_two_labelled_days_beside_a_byline_are_no_names() -> None:
    days = "<span>تاريخ النشر: 12 مارس 2026</span><br><span>تم التحديث: 13 مارس 2026</span>"
    assert read(f"<div class=submitted>كتب – حنان جابر {days}</div>").authors == ("حنان جابر",)
    persons = "<span>علي حسن</span><br><span>سارة أحمد</span>"
    two = read(f"<div class=submitted>{persons}</div>").authors
    assert two == ("علي حسن", "سارة أحمد")


def test_who_asked_stands_in_brackets_behind_the_last_sentence() -> None:
    assert reporters_at_end("再開するという。（聞き手・土肥修一）") == ("土肥修一",)
    assert reporters_at_end("再開するという。（関連記事参照）") == ()


def test_a_daughters_name_is_no_and() -> None:
    assert clean_names("إعداد: آمنة ولت الشيخ") == ("آمنة ولت الشيخ",)


def test_a_rare_name_ends_a_text_where_the_source_ends_so() -> None:
    memory = EMPTY
    known = ["هيفاء زنكنة", "سامر الخطيب", "ليلى حداد", "أحمد سالم", "منى علي"]
    for number, name in enumerate(known):
        own = f"{TEXT} {number} " + " ".join(f"كلمة{number}{n}" for n in range(40)) + ". "
        found = read(end=f"<p>{name}</p>", text=own, number=number)
        assert found.authors == (name,)
        memory = learn(memory, found, NOW.date())
    sought = for_extraction(memory)
    rare = read(end="<p>ميهار قرنداشي</p>", number=9, memory=sought)
    assert rare.authors == ("ميهار قرنداشي",)
    assert "بهناز" not in rare.text
    assert read(end="<p>الباقي سيعود إلى أصابعنا</p>", number=9, memory=sought).authors == ()


@pytest.mark.parametrize(
    ("heading", "names"),
    [
        ("عن الكاتب: حنان جابر", ("حنان جابر",)),
        ("About the author – Jane Doe", ("Jane Doe",)),
        ("Об авторе: Анна Иванова", ("Анна Иванова",)),
        ("Related articles: Jane Doe", ()),
        ("About the harbour: Jane Doe", ()),
    ],
)
def test_a_heading_names_whom_its_box_is_about(heading: str, names: tuple[str, ...]) -> None:
    box = f"<div class=k><h3>{heading}</h3><p>Since 2009 at the paper, and fond of ships.</p></div>"
    assert read(behind=box, lang="en").authors == names


@pytest.mark.parametrize(
    ("line", "names"),
    [
        (
            "<p><a href='/author/7'>علي حسن</a>، <span>سارة أحمد</span></p>",
            ("علي حسن", "سارة أحمد"),
        ),
        ("<p><a href='/author/7'>علي حسن</a>، <span>شؤون دولية</span></p>", ("علي حسن",)),
    ],
)
def test_of_several_only_one_may_be_linked(line: str, names: tuple[str, ...]) -> None:
    assert read(line).authors == names


@pytest.mark.parametrize(
    ("above", "names"),
    [
        ("<b>حنان جابر</b><br>", ("حنان جابر",)),
        ("<p>يقول <b>حنان جابر</b> إن المدينة تنتظر</p>", ()),
        ("<figure><img src=a><figcaption>حنان جابر / رويترز</figcaption></figure>", ()),
    ],
)
def test_who_signs_above_a_headline_and_who_pictured(above: str, names: tuple[str, ...]) -> None:
    assert read(above=above).authors == names


def test_a_job_that_only_style_sets_apart_from_a_name_is_no_part_of_it() -> None:
    box = "<p class=author><b>रवि त्रिपाठी</b><em>संपादक</em></p>"
    assert read(box, lang="en").authors == ("रवि त्रिपाठी",)


@pytest.mark.parametrize(
    ("line", "lang", "names"),
    [
        ("<p>مراسلة الشؤون السياسية حنان جابر</p>", "ar", ("حنان جابر",)),
        ("<p>مراسلة الشؤون السياسية حنان جابر <span>12/03/2026</span></p>", "ar", ("حنان جابر",)),
        ("<p>محرر الشؤون الاقتصادية</p>", "ar", ()),
        ("<p>reporter Jane Doe</p>", "en", ("Jane Doe",)),
        ("<p>Minister Jane Doe</p>", "en", ()),
        ("<p>ترجمة: حنان جابر <span>12/03/2026</span></p>", "ar", ()),
        ("<div><img src=a><span class=credit>حنان جابر</span></div>", "ar", ()),
        ("<p>تصوير - حنان جابر</p>", "ar", ()),
        ("<p>تصوير - حنان جابر <span>12/03/2026</span></p>", "ar", ()),
        ("<p>صور - حنان جابر</p>", "ar", ("حنان جابر",)),
        ("<div><em>2026-03-12 10:00</em><span>사진=박예린</span></div>", "ko", ()),
        ("<p>لقاء: حنان جابر</p>", "ar", ("حنان جابر",)),
        ("<p class=m><b>علي حسن</b> و <a href='/author/7'>سارة أحمد</a> 12/03/2026</p>", "ar",
         ("علي حسن", "سارة أحمد")),
        ("<div class=byline><a href='mailto:q@paper.example'>김민수</a></div>", "ko", ("김민수",)),
        ("<div class=byline>محليات</div><a href='/c/1'>محليات</a>", "ar", ()),
        ("<div><p class=kicker>حنان جابر</p><p>12/03/2026</p></div>", "ar", ()),
        ("<div class=author><a href='/author/7'>Related articles</a></div>", "en", ()),
        ("<ul class=authors><li><b>علي حسن</b><li><a href='/author/7'>سارة أحمد</a></ul>", "ar",
         ("علي حسن", "سارة أحمد")),
    ],
)  # fmt: skip
def test_lines_below_a_headline(line: str, lang: str, names: tuple[str, ...]) -> None:
    assert read(line, lang=lang).authors == names


def test_who_wrote_by_the_page_s_word_where_data_name_a_department() -> None:
    data = (
        f'<script type="application/ld+json">{{"@type":"NewsArticle","headline":"{TITLE}",'
        '"author":{"@type":"Person","name":"Service société"}}</script>'
    )
    assert read("<p>Par Karim Belhadj</p>", head=data, lang="fr").authors == ("Karim Belhadj",)
    assert read("", head=data, lang="fr").authors == ("Service société",)


@pytest.mark.parametrize(
    ("lang", "headline", "line"),
    [
        ("ar", "مزارعو القمح يطالبون بتسعيرة جديدة", "بقلم: حنان جابر"),
        ("en", "Wheat growers seek a price", "By Jane Doe"),
        ("ja", "小麦農家、価格引き上げを要求", "文：藤原 直子"),
    ],
)
def test_who_signs_other_articles_below_the_text(lang: str, headline: str, line: str) -> None:
    cards = "".join(
        f"<div class=c{n}><a href='/story/{n}'>{headline} {n}</a>"
        f"<p class=byline>{line} <i>{n}</i></p></div>"
        for n in range(2)
    )
    heading = {"ar": "مواضيع ذات صلة", "ja": "関連記事"}.get(lang, "Related articles")
    assert read(behind=f"<div class=n><h3>{heading}</h3>{cards}</div>", lang=lang).authors == ()


def test_one_word_that_is_all_below_a_break_is_no_part_of_a_name() -> None:
    line = "<p class=byline>door Lotte ten Brinke<br><small>{}</small></p>"
    assert read(line.format("Zwolle"), lang="nl").authors == ("Lotte ten Brinke",)
    town = "<p class=byline>تقرير: علي الطرابلسي<br><small>طرابلس</small></p>"
    assert read(town).authors == ("علي الطرابلسي",)
    assert read(line.format("en Sam de Wit"), lang="nl").authors == (
        "Lotte ten Brinke",
        "Sam de Wit",
    )


def test_whom_a_line_ends_with_a_share_box_names() -> None:
    share = "<div><a href='#'>Facebook</a><a href='#'>WhatsApp</a></div>"
    for line in (f"<div>By Jane Doe{share}</div>", "<p>By Jane Doe <a href='#'>Share</a></p>"):
        assert read(line, lang="en").authors == ("Jane Doe",)


def test_a_credit_above_a_headline_is_no_signature() -> None:
    picture = "<div class=img><img src=a><span class={}>حنان جابر</span></div>"
    assert read(above=picture.format("credit")).authors == ()
    assert read(above=picture.format("name")).authors == ("حنان جابر",)
