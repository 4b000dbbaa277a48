"""Lines that sign a text, and lines that only look like them."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from pipeline.extract import extract_article
from pipeline.memory import EMPTY
from pipeline.people.edge_lines import is_facts
from pipeline.people.signatures import find_signatures
from pipeline.records import Article, Block, BlockKind, Page

NOW = datetime(2026, 11, 25, tzinfo=UTC)
URL = "https://news.example/tech/new-chip"
TITLE = "A new chip runs language models without a network"
TEXT = "The company showed a chip that runs language models on small devices, its engineers said."


def article(html: str) -> Article:
    found = extract_article(Page(URL, URL, html.encode(), NOW, charset="utf-8"), EMPTY, NOW)
    assert isinstance(found, Article)
    return found


def read(last: str, byline: str = "") -> Article:
    html = (
        f"<html><head><title>{TITLE}</title></head><body><main><h1>{TITLE}</h1>{byline}<article>"
        f"<p>1. {TEXT}</p><p>2. {TEXT}</p>{last}</article></main></body></html>"
    )
    return article(html)


@pytest.mark.parametrize(("label", "name"), [("به قلم", "نازنین کریمی"), ("By", "Jane Doe")])
def test_a_label_that_stands_at_its_name_without_a_blank_signs(label: str, name: str) -> None:
    lines = [Block(BlockKind.PARAGRAPH, text) for text in (f"{label}{name}", TEXT, f"2. {TEXT}")]
    assert find_signatures(lines, frozenset(), (name,)) == (frozenset(lines[:1]), (name,))
    lines[0] = Block(BlockKind.PARAGRAPH, f"Who knows {name}")
    assert lines[0] not in find_signatures(lines, frozenset(), (name,))[0]


def test_a_name_in_italics_above_the_text_signs_it() -> None:
    html = (
        f"<html><head><title>{TITLE}</title></head><body><main><h1>{TITLE}</h1><article>"
        f"<p><em>Jane Doe, John Roe</em></p><p>1. {TEXT}</p><p>2. {TEXT}</p></article></main>"
    )
    found = article(html)
    assert found.authors == ("Jane Doe", "John Roe")
    assert "Jane" not in found.text


@pytest.mark.parametrize(
    ("line", "goes"),
    [
        ("Laid on paper on 20 November 2026", True),
        ("وضعت على الورق في ٢٠ نوفمبر ٢٠٢٦", True),
        ("The plant opens on 20 November 2026, the company said", False),
        ("Release date: 20 November 2026", False),
    ],
)
def test_a_first_line_of_few_words_and_a_day_is_none_of_the_text(line: str, goes: bool) -> None:
    html = (
        f"<html><head><title>{TITLE}</title></head><body><main><h1>{TITLE}</h1><article>"
        f"<p>{line}</p><p>1. {TEXT}</p><p>2. {TEXT}</p></article></main>"
    )
    found = article(html)
    assert (line not in found.text) is goes


@pytest.mark.parametrize(
    ("last", "name"),
    [
        ('<p style="text-align:right"><i>Jane Doe</i></p>', "Jane Doe"),
        ("<p><em>Виктор Лагутин</em></p>", "Виктор Лагутин"),
        ("<p>（木村直樹）</p>", "木村直樹"),
        ("<p>【佐々木健太】</p>", "佐々木健太"),
        ("<p>최윤호 기자 choi@news.example</p>", "최윤호"),
        ("<p>日报记者 陆一夫</p><p>编辑 刘晓阳 校对 李铭</p>", "陆一夫"),
        ("<p>-- By Jane Doe</p>", "Jane Doe"),
        ("<p><b>سارة أحمد - بيروت</b></p>", "سارة أحمد"),
        ('<p class="signature">Jane Doe</p>', "Jane Doe"),
        ('<p class="rteright"><strong>Jane Doe</strong></p>', "Jane Doe"),
        ('<p class="text-end">R. N.</p>', "R. N."),
        ("<p><em>منى سالم صحفية تقنية تكتب عن الرقائق والهواتف.</em></p>", "منى سالم"),
        ("<p><em>Мария Сидорова — корреспондент. Пишет о чипах.</em></p>", "Мария Сидорова"),
    ],
)
def test_a_signature_tells_the_author_and_is_no_text(last: str, name: str) -> None:
    found = read(last)
    assert found.authors == (name,)
    assert found.text == f"1. {TEXT}\n\n2. {TEXT}"


@pytest.mark.parametrize(
    "last",
    [
        "<p>Deep Blue</p>",
        "<p>It is the work of Jane Doe.</p><p>Jane Doe</p>",
        "<p><i>It went on</i></p>",
        "<p><i>Reuters</i></p>",
        "<p><i>Thank you, Jane Doe.</i></p>",
        '<p style="text-align:right">20 November</p>',
    ],
)
def test_what_only_looks_like_one(last: str) -> None:
    assert read(last).authors == ()


def test_a_person_and_an_agency_below_a_text_sign_it() -> None:
    found = read("<p>Romane Sierro et l'AFP</p>")
    assert found.authors == ("Romane Sierro", "AFP")
    assert "Sierro" not in found.text
    assert "the AFP" in read("<p>The minister spoke to Romane Sierro and to the AFP.</p>").text
    assert "Markt Nord" in read("<p>Markt Nord und Hafen Süd</p>").text


def test_a_person_of_an_agency_below_a_text_is_none_of_it() -> None:
    found = read("<p>Sarah Roth (AFP)</p>", '<p class="byline">By Jane Doe</p>')
    assert found.authors == ("Jane Doe",)
    assert "Sarah Roth" not in found.text
    other = read("<p>Sarah Roth (mayor)</p>", '<p class="byline">By Jane Doe</p>')
    assert "Sarah Roth" in other.text


def test_a_known_author_alone_in_a_line_is_no_text() -> None:
    found = read("<p>Jane Doe</p>", '<p class="byline">By Jane Doe</p>')
    assert found.authors == ("Jane Doe",)
    assert found.text == f"1. {TEXT}\n\n2. {TEXT}"


def test_a_known_author_behind_the_house_alone_is_no_text() -> None:
    texts = ("Heron-Post Jane DOE.", *(f"{n}. {TEXT}" for n in range(3)))
    lines = [Block(BlockKind.PARAGRAPH, text) for text in texts]
    assert find_signatures(lines, frozenset(), ("Jane Doe",), frozenset({"heronpost"}))[0]
    assert not find_signatures(lines, frozenset(), ("Jane Doe",), frozenset({"heron"}))[0]
    assert not find_signatures(lines, frozenset(), ("Ann Roe",), frozenset({"heronpost"}))[0]


def test_a_known_author_in_a_list_above_the_text_is_no_text() -> None:
    first = Block(BlockKind.LIST_ITEM, "Jane Doe")
    lines = [first, *(Block(BlockKind.PARAGRAPH, f"{n}. {TEXT}") for n in range(3))]
    assert find_signatures(lines, frozenset(), ("Ann Roe", "Jane Doe"))[0] == {first}
    assert not find_signatures(lines, frozenset(), ("Ann Roe",))[0]


def test_a_known_author_alone_in_a_heading_above_the_text_is_no_text() -> None:
    name = Block(BlockKind.HEADING, "Jane Doe", level=2)
    said = [Block(BlockKind.PARAGRAPH, f"{n}. {TEXT}") for n in range(3)]
    above, authors = find_signatures((name, *said), frozenset(), ("Jane Doe",))
    assert (above, authors) == ({name}, ("Jane Doe",))
    amid, _ = find_signatures((said[0], name, *said[1:]), frozenset(), ("Jane Doe",))
    assert amid == frozenset()


def test_a_known_author_with_the_day_is_no_text() -> None:
    found = read("", "<div><span>Jane Doe</span><span>20 November 2026</span></div>")
    assert found.authors == ("Jane Doe",)
    assert found.text == f"1. {TEXT}\n\n2. {TEXT}"


@pytest.mark.parametrize("day", ["5. ožujka 2026.", "2026. március 5."])
def test_a_day_that_ends_with_a_full_stop_beside_a_known_author(day: str) -> None:
    byline = "<p class='byline'>By <a rel='author' href='/j'>Jane Doe</a></p>"
    html = (
        f"<html><head><title>{TITLE}</title></head><body><main><h1>{TITLE}</h1>{byline}<article>"
        f"<p>Jane Doe {day}</p><p>1. {TEXT}</p><p>2. {TEXT}</p></article></main></body></html>"
    )
    found = article(html)
    assert found.text == f"1. {TEXT}\n\n2. {TEXT}"


def test_a_profile_of_a_known_author_ends_no_text() -> None:
    profile = "<p>Jane Doe covers chips for the paper and lives in Bristol.</p>"
    byline = "<p class='byline'>By <a rel='author' href='/j'>Jane Doe</a></p>"
    assert "Bristol" not in read(profile, byline).text
    assert "Bristol" in read(profile).text
    assert "Courier" not in read("<p>Jane Doe, reporter at the Courier</p>", byline).text


def test_signatures_count_where_else_only_the_site_signs() -> None:
    data = (
        '<script type="application/ld+json">{"@type":"NewsArticle","headline":"' + TITLE + '",'
        '"author":{"@type":"Organization","name":"News"}}</script>'
    )
    found = read("<p style='text-align:right'><strong>Jane Doe</strong></p>", data)
    assert found.authors == ("Jane Doe",)


@pytest.mark.parametrize(
    "last",
    ["<p><em>Jane Doe teaches logistics at a college in Antwerp.</em></p>",
     "<p><em>This is a guest post by Jane Doe, who teaches logistics.</em></p>",
     '<p style="text-align:left">Jane Doe</p><p style="text-align:left">Reporter</p>'],
    ids=["introduced", "guest", "with a job"],
)  # fmt: skip
def test_the_last_lines_tell_who_the_author_is(last: str) -> None:
    found = read(last)
    assert found.authors == ("Jane Doe",)
    assert "Jane" not in found.text
    assert "Reporter" not in found.text


def test_a_plain_last_line_signs_where_its_name_is_a_common_one() -> None:
    found = read("<p>رباب كساب</p><p>مهندسة برمجيات</p>")
    assert found.authors == ("رباب كساب",)
    assert "برمجيات" not in found.text
    assert read("<p>Jane Doe</p>").authors == ("Jane Doe",)


def test_where_a_text_stood_before_is_nobody_s_name() -> None:
    assert read("<p>* نقلا عن صفحة الكاتب على فيسبوك</p>").authors == ()
    assert read("<p>*منى سالم صحفية تقنية</p>").authors == ("منى سالم",)


def test_a_last_line_introduces_each_of_its_authors() -> None:
    note = "<p><b><i>Jane Doe teaches logistics in Antwerp. {} is an economist.</i></b></p>"
    assert read(note.format("Peter Roe")).authors == ("Jane Doe", "Peter Roe")
    assert read(note.format("Her brother")).authors == ("Jane Doe",)


def test_who_is_spoken_of_before_is_not_introduced() -> None:
    found = read("<p>It is the work of Jane Doe.</p><p><em>Jane Doe is an engineer.</em></p>")
    assert found.authors == ()
    assert "Jane Doe is an engineer." in found.text


def test_a_bold_last_line_signs_in_any_script() -> None:
    assert read("<p><strong>رشا عبد الحميد</strong></p>").authors == ("رشا عبد الحميد",)
    assert read("<p><strong>والله ولي التوفيق</strong></p>").authors == ()


@pytest.mark.parametrize("code", ["م.ش / ع.ك", "(red)", "ص. ب", "mak", "TK"])
def test_the_letters_of_an_editor_below_a_text_are_no_text(code: str) -> None:
    found = read(f"<p>{code}</p>")
    assert code not in found.text
    assert found.authors == ()


def test_the_letters_of_an_editor_behind_the_last_sentence_are_no_text() -> None:
    found = read("<p>Mehr war nicht zu erfahren. (<a href='mailto:mak@news.example'>mak</a>)</p>")
    assert found.text.endswith("Mehr war nicht zu erfahren.")
    assert [line.text for line in found.removed][-1:] == ["(mak)"]
    assert read("<p>Mehr war nicht (noch) zu erfahren (mak)</p>").text.endswith("(mak)")


@pytest.mark.parametrize("mark", ["(النهاية) ر ج / م ص", " (ن خ / ر ع)", "//انتهى//"])
def test_an_agency_s_mark_of_the_end_behind_the_last_sentence_is_no_text(mark: str) -> None:
    assert read(f"<p>وقال إن العمل يبدأ في الربيع.{mark}</p>").text.endswith("الربيع.")
    said = f"<p>وقال إن هذه هي{mark} وإن العمل يبدأ في الربيع.</p>"
    assert mark.strip() in read(said).text


def test_the_agency_in_brackets_below_a_text_signs_it() -> None:
    assert read("<p>(dpa)</p>").authors == ("dpa",)


def test_a_first_line_of_a_place_and_a_house_is_no_text() -> None:
    html = f"<h1>{TITLE}</h1><article><p>عمان - الغد</p><p>1. {TEXT}</p><p>2. {TEXT}</p></article>"
    found = article(html)
    assert "عمان" not in found.text


def test_who_signs_goes_before_the_house_that_the_tab_names() -> None:
    head = '<meta name="author" content="The Courier">'
    html = (
        f"<title>{TITLE} | The Courier</title>{head}<h1>{TITLE}</h1><article><p>1. {TEXT}</p>"
        f"<p>2. {TEXT}</p><p><em>Zrinka Aquin</em></p></article>"
    )
    found = article(html)
    assert found.authors == ("Zrinka Aquin",)


def test_a_name_above_a_job_at_the_end_signs_whatever_its_name() -> None:
    found = read("<p>زرينكا عسكر</p><p>كاتب مصري</p>")
    assert found.authors == ("زرينكا عسكر",)
    assert "كاتب" not in found.text


@pytest.mark.parametrize(
    ("last", "names"),
    [
        ("<p><strong>Noemi Lo Cascio</strong><br>Economist</p>", ("Noemi Lo Cascio",)),
        ("<p>Jane Doe<br>Director, Coastal Trust</p>", ("Jane Doe",)),
        ("<p>أ.د. نادر فرجاني<br>كاتب مصري</p>", ("أ.د. نادر فرجاني",)),
        # what only looks like one
        ("<p>Jane Doe<br>+44 20 7946 0000</p>", ()),
        ("<p>Jane Doe<br>walked home that night.</p>", ()),
        ("<p>Jane Doe said so.</p><p>Jane Doe<br>Director</p>", ()),
    ],
)
def test_a_last_line_that_breaks_behind_a_name_signs(last: str, names: tuple[str, ...]) -> None:
    found = read(last)
    assert found.authors == names
    assert ("Doe" in found.text) is (not names and "Doe" in last)


@pytest.mark.parametrize(
    ("last", "names"),
    [
        ("<p>Reporter: Jane Doe</p><p>Editor: John Roe</p>", ("Jane Doe",)),
        ("<p>By Jane Doe<br>Translated by John Roe</p>", ("Jane Doe",)),
        ("<p>글 권나영<br>번역 배준호</p>", ("권나영",)),
        ("<p>권나영 기자</p>", ("권나영",)),
        ("<p><em>송미경 / 연합뉴스</em></p>", ("송미경", "연합뉴스")),
        ("<p>The Courier / El Heraldo</p>", ("El Heraldo",)),
        # what only looks like one
        ("<p>사진 권나영 기자</p>", ()),
        ("<p>The Courier / what we saw</p>", ()),
        ("<p>Harbour / Sea</p>", ()),
    ],
)
def test_last_lines_that_tell_who_wrote(last: str, names: tuple[str, ...]) -> None:
    html = (
        f"<html><head><title>{TITLE} | The Courier</title></head><body><main><h1>{TITLE}</h1>"
        f"<article><p>1. {TEXT}</p><p>2. {TEXT}</p><p>3. {TEXT}</p>{last}</article></main></body>"
    )
    assert article(html).authors == names


def test_a_last_sentence_that_begins_like_a_byline_is_text() -> None:
    for line in (
        "كتبت الصحيفة أن المفاوضين عادوا إلى عواصمهم.",
        "كتبت هدى زين روايتها الأولى في السجن.",
        "بقلم رصاص ودفتر صغير بدأ العالم مشروعه.",
        "ترجمہ ادھورا رہ گیا۔",
    ):
        found = read(f"<p>{line}</p>")
        assert found.authors == ()
        assert found.text.endswith(line)


def test_a_first_line_that_announces_a_person_signs() -> None:
    html = f"<h1>{TITLE}</h1><article><p>زهير السباعي (صحفي):</p><p>1. {TEXT}</p><p>2. {TEXT}</p>"
    found = article(html)
    assert found.authors == ("زهير السباعي",)
    assert "زهير" not in found.text


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("المدى - نادية بن يوسف", "نادية بن يوسف"),
        ("المدى – بترا", "بترا"),
        ("المدى/ بغداد - نادية بن يوسف", "نادية بن يوسف"),
        ("المدى - خاص - نادية بن يوسف", "نادية بن يوسف"),
        ("خاص المدى/ نادية بن يوسف", "نادية بن يوسف"),
        ("عمان - نادية بن يوسف - المدى", "نادية بن يوسف"),
        ("عمان - المدى - نادية بن يوسف", "نادية بن يوسف"),
    ],
)
def test_a_first_line_that_the_house_begins_signs(line: str, author: str) -> None:
    title, text = "محرك جديد يصل إلى السوق", "قال مهندسو الشركة إن المحرك الجديد يعمل بنصف الطاقة."
    html = (
        f"<title>صحيفة المدى | {title}</title><body><main><h1>{title}</h1>"
        f"<div><b>{line}</b><br><br>1. {text}<br><br>2. {text}<br><br></div></main></body>"
    )
    found = article(html)
    assert found.authors == (author,)
    assert "المدى" not in found.text


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("بقلم: سارة أحمد", ("سارة أحمد",)),
        ("كتبت- سارة أحمد وريم سالم", ("سارة أحمد", "ريم سالم")),
        ("تونس - سارة أحمد", ("سارة أحمد",)),
        ("تدقيق: سارة أحمد", ("مكتب الأخبار",)),
        ("سارة أحمد تفوز بجائزة", ("مكتب الأخبار",)),
    ],
)
def test_who_signs_above_the_text_goes_before_the_desk_that_posted_it(
    line: str, authors: tuple[str, ...]
) -> None:
    html = (
        f"<title>{TITLE}</title><body><main><h1>{TITLE}</h1><p class='author'>مكتب الأخبار</p>"
        f"<article><p>{line}</p><p>1. {TEXT}</p><p>2. {TEXT}</p></article></main></body>"
    )
    found = article(html)
    assert found.authors == authors


@pytest.mark.parametrize(
    ("opening", "names"),
    [
        ("新华社洛阳5月3日电（记者王晓琳、李思敏）消息传到洛阳。", ("王晓琳", "李思敏")),
        ("(강릉=한길통신) 김서연 기자 = 주민들은 다시 반대했다.", ("김서연",)),
    ],
)  # fmt: skip
def test_a_dateline_names_the_reporters(opening: str, names: tuple[str, ...]) -> None:
    editor = "<meta name='author' content='责任编辑：王萌'>"
    html = f"<html><head><title>{TITLE}</title>{editor}</head><body><main><h1>{TITLE}</h1><article>"
    html += f"<p>{opening}</p><p>1. {TEXT}</p><p>2. {TEXT}</p></article></main></body></html>"
    found = article(html)
    assert found.authors == names
    assert found.text.startswith(opening)


@pytest.mark.parametrize(("last", "signs"), [("يعمل المحرك.", True), ("قالت أحمد ذلك.", False)])
def test_a_name_set_aside_below_the_standfirst_signs_unless_the_text_is_of_that_person(
    last: str, signs: bool
) -> None:
    aside = "<p class='has-text-align-right'>سارة أحمد</p>"
    html = (
        f"<title>{TITLE}</title><body><main><h1>{TITLE}</h1><h2>{TEXT}</h2><article><p>{TEXT} 0</p>"
        f"{aside}<p>1. {TEXT}</p><p>2. {TEXT}</p><p>{last}</p></article></main></body>"
    )
    found = article(html)
    assert found.authors == (("سارة أحمد",) if signs else ())
    assert ("سارة" in found.text) != signs


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("دبي (وام)", ("وام",)),
        ("دبي - وام", ("وام",)),
        ("وام", ("وام",)),
        ("دبي (خاص)", ("صحيفة المرسى",)),
    ],
)
def test_the_agency_with_its_place_signs_against_the_house_in_metadata(
    line: str, names: tuple[str, ...]
) -> None:
    author = '{"@type": "Organization", "name": "صحيفة المرسى"}'
    data = f'{{"@type": "NewsArticle", "headline": "{TITLE}", "author": {author}}}'
    html = (
        f"<head><meta property='og:site_name' content='صحيفة المرسى'><title>{TITLE}</title>"
        f'<script type="application/ld+json">{data}</script></head><body><main><h1>{TITLE}</h1>'
        f"<div><span>{line}</span><span>20 نوفمبر 2026</span></div><p>1. {TEXT}</p>"
        f"<p>2. {TEXT}</p></main><p>صحيفة المرسى</p></body>"
    )
    found = article(html)
    assert found.authors == names


@pytest.mark.parametrize(
    ("heading", "authors"),
    [
        ("<h5>كتب - سارة أحمد</h5>", ("سارة أحمد",)),
        ("<h5>صحار - سارة أحمد</h5>", ("سارة أحمد",)),
        ("<h5>مسقط - العمانية</h5>", ()),
    ],
)
def test_a_byline_made_large_is_no_heading_of_the_text(
    heading: str, authors: tuple[str, ...]
) -> None:
    html = (
        f"<title>{TITLE}</title><body><main><h2>{TITLE}</h2><div><h4>{TEXT}</h4>{heading}"
        f"<p>1. {TEXT}</p><p>2. {TEXT}</p><p>3. {TEXT}</p></div></main></body>"
    )
    found = article(html)
    assert found.authors == authors
    assert " - " not in found.text


def test_a_heading_with_a_dash_stays() -> None:
    found = read(f"<h5>مسقط - مدينة المستقبل الذكية</h5><p>3. {TEXT}</p>")
    assert "مسقط" in found.text


def test_an_appeal_below_a_signature_hides_it_not() -> None:
    found = read("<p><i>Jane Doe</i></p><p>Follow us on Google News so you miss nothing</p>")
    assert found.authors == ("Jane Doe",)
    assert found.text.endswith(TEXT)


def test_a_place_and_a_name_in_a_line_sign_the_text() -> None:
    found = read("<p>خورفكان: محمد صبري</p>")
    assert found.authors == ("محمد صبري",)
    assert "صبري" not in found.text


def test_a_name_beside_the_site_s_own_above_the_text() -> None:
    html = (
        f"<html><head><title>{TITLE} - عنب أخضر</title><meta property='og:site_name' "
        f"content='عنب أخضر'></head><body><main><h1>{TITLE}</h1><article><p><strong>عنب أخضر – هدى "
        f"عبد الرحمن</strong></p><p>1. {TEXT}</p><p>2. {TEXT}</p></article></main></body></html>"
    )
    found = article(html)
    assert found.authors == ("هدى عبد الرحمن",)
    assert found.text == f"1. {TEXT}\n\n2. {TEXT}"


def test_short_sentences_in_items_are_no_facts_about_the_author() -> None:
    title, text = (
        "停运十年的夜行列车重返海滨线路",
        "消息传到洛阳，连当地的议员也感到意外，因为那里的票早已卖完。",
    )
    items = "".join(f"<li>{n}。{text}</li>" for n in range(5))
    html = (
        f"<html><head><title>{title}</title></head><body><main><h1>{title}</h1>"
        f"<article><ul><li>【文/陈志远】</li>{items}</ul></article></main></body></html>"
    )
    found = article(html)
    assert found.authors == ("陈志远",)
    assert found.text.count(text) == 5


@pytest.mark.parametrize("line", ["The Courier", "The Courier - London", "Cairo | The Courier"])
def test_the_site_s_own_name_alone_in_a_line_is_no_text(line: str) -> None:
    html = (
        f"<html><head><title>{TITLE} - The Courier</title><meta property='og:site_name' "
        f"content='The Courier'></head><body><main><h1>{TITLE}</h1><article><p>{line}</p>"
        f"<p>1. {TEXT}</p><p>2. {TEXT}</p><p>– The Courier</p></article></main></body></html>"
    )
    found = article(html)
    assert found.text == f"1. {TEXT}\n\n2. {TEXT}"


@pytest.mark.parametrize(
    "line",
    [
        "<p>Technology</p>",
        "<p><strong>Technology</strong></p>",
        "<p><strong>Reuters</strong></p>",
        "<p>خاص - المساء</p>",
        "<p>خاص المساء:</p>",
        "<p>خاص للمساء</p>",
        "<p>المساء من الرباط</p>",
        "<p>القاهرة - (د ب أ)</p>",
        "<p>القاهرة (رويترز) -</p>",
        "<p>واشنطن - أ ف ب</p>",
    ],
)
def test_a_first_line_of_section_house_or_wire_is_no_text(line: str) -> None:
    html = (
        f"<html><head><title>{TITLE} - المساء</title><meta property='og:site_name' "
        "content='المساء'><meta property='article:section' content='Technology'></head><body>"
        f"<main><h1>{TITLE}</h1><article>{line}<p>1. {TEXT}</p><p>2. {TEXT}</p></article></main>"
    )
    found = article(html)
    assert found.text == f"1. {TEXT}\n\n2. {TEXT}"


@pytest.mark.parametrize(
    ("line", "goes"),
    [
        ("المساء: متابعات", True),
        ("المساء- بيروت:", True),
        ("القاهرة – المساء:", True),
        ("المساء: عودة الجدل حول الجسر القديم بعد عام كامل", False),
    ],
)
def test_a_house_and_its_place_go_below_the_standfirst_too(line: str, goes: bool) -> None:
    html = (
        f"<html><head><title>{TITLE} - المساء</title><meta property='og:site_name' "
        f"content='المساء'></head><body><main><h1>{TITLE}</h1><article><p>0. {TEXT}</p>"
        f"<p>{line}</p><p>1. {TEXT}</p><p>2. {TEXT}</p></article></main></body></html>"
    )
    found = article(html)
    assert (line not in found.text) is goes
    assert found.text.startswith(f"0. {TEXT}")
    assert found.authors == (("المساء",) if goes and "متابعات" not in line else ())


@pytest.mark.parametrize("line", ["<h2>How it works</h2>", "<p>خاصية جديدة في الهواتف</p>"])
def test_a_first_line_that_tells_something_is_text(line: str) -> None:
    html = (
        f"<html><head><title>{TITLE}</title><meta property='article:section' content='Technology'>"
        f"</head><body><main><h1>{TITLE}</h1><article>{line}<p>1. {TEXT}</p><p>2. {TEXT}</p>"
        "</article></main>"
    )
    found = article(html)
    assert len(found.blocks) == 3


def test_by_below_the_text_is_surer_than_the_desk_that_posted_it() -> None:
    desk = "<div class='byline'><a rel='author' href='/author/desk'>National Desk</a></div>"
    found = read("<p>-- By Jane Doe</p>", desk)
    assert found.authors == ("Jane Doe",)
    assert found.text == f"1. {TEXT}\n\n2. {TEXT}"


def test_a_list_of_facts_below_the_text_is_none_of_it() -> None:
    facts = (
        "<ul><li>Date 25.11.2026</li><li>Author Jane Doe</li>"
        "<li>Keywords chips, language models, small devices, networks, batteries, engineers, "
        "fairs</li><li>Permalink https://news.example/p/3WRPd</li></ul>"
    )
    byline = "<div class='byline'>By <a rel='author' href='/author/jane'>Jane Doe</a></div>"
    assert read(facts, byline).text == f"1. {TEXT}\n\n2. {TEXT}"


def test_an_author_s_credit_below_a_picture_is_no_text() -> None:
    byline = "<div class='byline'>By <a rel='author' href='/author/jane'>Jane Doe</a></div>"
    credit = f"<p>Jane Doe/The Courier</p><p>3. {TEXT}</p>"
    assert read(credit, byline).text == f"1. {TEXT}\n\n2. {TEXT}\n\n3. {TEXT}"


def test_a_city_in_capitals_above_the_text_is_none_of_it() -> None:
    html = (
        f"<html><head><title>{TITLE}</title></head><body><main><h1>{TITLE}</h1><article>"
        f"<p>LONDON</p><p>1. {TEXT}</p><p>2. {TEXT}</p></article></main>"
    )
    found = article(html)
    assert found.text == f"1. {TEXT}\n\n2. {TEXT}"


@pytest.mark.parametrize("last", ["No.", "لا.", "So?"])
def test_a_last_word_is_no_code_of_an_editor(last: str) -> None:
    assert read(f"<p>{last}</p>").text.endswith(f"\n\n{last}")
    assert read("<p>a.b.</p>").text.endswith(TEXT)


@pytest.mark.parametrize(
    ("name", "profile"),
    [
        ("王小明", "王小明是示例网的科技记者，报道芯片与手机。"),
        ("山田太郎", "山田太郎は本紙の技術記者。半導体を担当。"),
        ("홍길동", "홍길동은 본지 기술 담당 기자다."),
    ],
)
def test_a_profile_of_an_author_whose_name_is_one_word(name: str, profile: str) -> None:
    byline = f"<div class='author'>{name}</div>"
    assert read(f"<p>{profile}</p>", byline).text.endswith(TEXT)
    told = profile.replace(name, f"{name}氏の本")
    assert read(f"<p>{told}</p>", byline).text.endswith(told)


@pytest.mark.parametrize(
    "code", ["(mak, 20.11.2026)", "(mak, bst, 3. 5. 2026)", "mak/bst", "rmlgv", "MAK/BST"]
)
def test_letters_of_those_who_edited_go_with_their_day(code: str) -> None:
    assert read(f"<p>{code}</p>").text == f"1. {TEXT}\n\n2. {TEXT}"


@pytest.mark.parametrize("word", ["(seit 20.11.2026)!", "loops", "and/or it"])
def test_words_that_look_like_such_letters_stay(word: str) -> None:
    assert read(f"<p>{word}</p>").text.endswith(word)


def test_a_name_alone_with_its_profile_below_is_no_text() -> None:
    profile = (
        "<div><p>Jane Doe</p><p>Studied in Lund and has written on chips since 2019.</p></div>"
    )
    found = read(
        f"<p>3. {TEXT}</p>{profile}", '<p>By <a rel="author" href="/a/jd">Jane Doe</a></p>'
    )
    assert found.text == f"1. {TEXT}\n\n2. {TEXT}\n\n3. {TEXT}"
    other = "<p>Deep Blue</p><p>Studied in Lund and has written on chips since 2019.</p>"
    assert "Deep Blue" in read(f"<p>3. {TEXT}</p>{other}").text


def test_an_agency_and_its_reporter_sign() -> None:
    found = read("<p>وام/سارة العتيبي</p>")
    assert found.text == f"1. {TEXT}\n\n2. {TEXT}"
    assert found.authors == ("سارة العتيبي",)


def test_a_profile_in_a_list_and_a_house_with_its_desk_are_no_text() -> None:
    byline = '<p>By <a rel="author" href="/a/jd">Jane Doe</a></p>'
    profile = "<ul><li><p><i>Jane Doe is technology correspondent of the Courier.</i></p></li></ul>"
    assert read(profile, byline).text == f"1. {TEXT}\n\n2. {TEXT}"
    house = '<meta property="og:site_name" content="Courier">'
    signed = "<p><strong>Courier Technology</strong></p>"
    assert read(signed, house).text == f"1. {TEXT}\n\n2. {TEXT}"
    assert read("<p>Courier Technology</p>", "").text.endswith("Courier Technology")


SITED = "<head><meta property='og:site_name' content='The Harbour Post'><title>T</title></head>"


@pytest.mark.parametrize(
    ("line", "stays"),
    [
        ("Jane Doe has covered chips for The Harbour Post since 2014.", False),
        ("Words from Leeds, for The Harbour Post: Jane Doe", False),
        ("Jane Doe reads what you send to tips@harbour.example", False),
        ("Nobody would have guessed, the engineer told The Harbour Post's Jane Doe.", True),
    ],
)
def test_a_line_at_an_edge_that_names_author_and_site_is_no_text(line: str, stays: bool) -> None:
    html = (
        f"<html>{SITED}<body><main><h1>{TITLE}</h1><p class='author'>By Jane Doe</p><article>"
        f"<p>1. {TEXT}</p><p>2. {TEXT}</p><p>{line}</p></article></main>"
    )
    assert (line in article(html).text) is stays


def test_a_profile_above_a_template_s_lines_is_no_text() -> None:
    profile = "<p>جين دو، كاتبة في شؤون الرقائق، وتقيم في عمّان</p>"
    html = (
        f"<html lang='ar'><body><main><h1>{TITLE}</h1><p class='author'>بقلم جين دو</p><article>"
        f"<p>1. {TEXT}</p><p>2. {TEXT}</p>{profile}<p>سطر من قالب لا يعرفه أحد</p></article></main>"
    )
    assert "عمّان" not in article(html).text


def test_a_few_words_in_brackets_below_a_text_are_no_text() -> None:
    assert "Courier" not in read("<p>(The Evening Courier)</p>").text
    assert "(Ö)" not in read("<p>(Ö)</p>").text
    assert "Heron" in read("<p>(The chip, code name Heron, is sold from May)</p>").text


def test_a_name_that_signs_above_and_below_a_text_takes_nothing_between_with_it() -> None:
    lines = "".join(f"<div>{n}. {TEXT}</div>" for n in range(1, 6))
    name = "<div>André Schmidt</div>"
    data = '{"@type":"NewsArticle","author":{"@type":"Person","name":"André Schmidt"}}'
    found = article(
        f"<html><head><title>{TITLE}</title><script type='application/ld+json'>{data}</script>"
        f"</head><body><div><h1>{TITLE}</h1>{name}{lines}{name}</div></body></html>"
    )
    assert found.text == "\n\n".join(f"{n}. {TEXT}" for n in range(1, 6))
    assert found.authors == ("André Schmidt",)


@pytest.mark.parametrize(
    ("line", "is_so"),
    [
        ("Ana Peña\nVillaquieta", True),
        ("سارة أحمد\nقرندشة", True),
        ("Ana Peña\nnever came back.", False),
        ("Eva Peña\nVillaquieta", False),
    ],
)
def test_a_town_below_the_author_s_name_is_of_the_facts(line: str, is_so: bool) -> None:
    assert is_facts(line, ("Ana Peña", "سارة أحمد")) is is_so


@pytest.mark.parametrize(
    ("line", "goes"),
    [
        ("..( الأفق – طرابلس ) ر س ..", True),
        ("..( الأفق – طرابلس ) وصل القطار ..", False),
        ("( الأفق – طرابلس ) ر س وصل القطار.", False),
    ],
)
def test_an_agency_s_town_and_an_editor_s_letters_sign_but_name_nobody(
    line: str, goes: bool
) -> None:
    found = read(f"<p>{line}</p>")
    assert not found.authors
    assert (line not in found.text) is goes


@pytest.mark.parametrize(
    "line",
    [
        "متابعات: ترى أمينة حداد، أستاذة اللسانيات في جامعة صفاقس، أن اللهجات لغات.",
        "لمتابعة أخبارنا <a href='https://t.me/p'>اضغط هنا</a>",
    ],
)
def test_who_says_something_and_what_a_link_asks_for_signs_nothing(line: str) -> None:
    html = (
        f"<html lang='ar'><head><title>{TITLE}</title></head><body><main><h1>{TITLE}</h1>"
        f"<div class='txt'><p>{line}</p><p>1. {TEXT}</p><p>2. {TEXT}</p></div></main>"
    )
    assert article(html).authors == ()


BELOW = (
    "Visitors rated the story with four of five stars since it appeared on these pages.<br><br>"
    "Whoever likes to quote it finds the formats for that in the handbook of the library."
)


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("Written by Jane Doe", ("Jane Doe",)),
        ("Translated by Jane Doe", ()),
        ("Written by hand and by heart", ()),
    ],
)
def test_a_label_and_a_person_sign_above_what_a_page_says_below(
    line: str, authors: tuple[str, ...]
) -> None:
    more = "<br><br>".join(f"{number}. {TEXT}" for number in range(3, 12))
    last = f"<div>{more}<br><br>{line} <br><br>{BELOW}</div>"
    found = read(last)
    assert found.authors == authors
    if authors:
        assert line not in found.text
        known = read(last, f"<p class=byline>By {authors[0]}</p>")
        assert known.authors == authors
        assert line not in known.text
