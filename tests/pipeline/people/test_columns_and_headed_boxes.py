"""Authors in a column before the one that the headline opens, in boxes that a line heads, in items
of a list of facts; each with what only looks so."""

from __future__ import annotations

import pytest

from pipeline.extract import extract_article
from pipeline.memory import EMPTY
from pipeline.records import Article, Page
from tests.pipeline.people.story_page import NOW, STORIES, authors

HEADLINE, SENTENCE = STORIES["en"]
PROSE = "".join(f"<p>{n}. {SENTENCE * 2}</p>" for n in range(3))


def beside_column(column: str, inside: str = f"<h1>{HEADLINE}</h1>{PROSE}") -> tuple[str, ...]:
    """The authors of a page with a column before the one of its headline and text."""
    page = (
        f"<html lang='en'><head><title>{HEADLINE}</title></head><body><div class='layout'>"
        f"{column}<div class='story'>{inside}</div></div></body></html>"
    )
    url = "https://paper.example/a/1"
    article = extract_article(Page(url, url, page.encode(), NOW), EMPTY, NOW)
    assert isinstance(article, Article)
    return article.authors


@pytest.mark.parametrize(
    ("column", "names"),
    [
        ("<aside><p>By Anahera Rangi</p><p>3 May 2026</p></aside>", ("Anahera Rangi",)),
        ("<aside class='rail'><div class='byline'>Anahera Rangi</div></aside>", ("Anahera Rangi",)),
        ("<div><p>Anahera Rangi · Sports · 3 May 2026</p></div>", ("Anahera Rangi",)),
        (
            "<div><a class='p-author h-card' href='/about'>Anahera Rangi</a></div>",
            ("Anahera Rangi",),
        ),
        # what only looks so
        ("<aside><h3>Latest</h3><p>By Anahera Rangi</p></aside>", ()),
        (
            "<aside><a href='/1'>Ferry strike ends</a><a href='/2'>Rents fall again</a>"
            "<a href='/3'>Bridge to close</a><a href='/4'>Rain is due</a>"
            "<p>By Anahera Rangi</p></aside>",
            (),
        ),
        (f"<aside><p>By Anahera Rangi</p><p>{SENTENCE * 3}</p></aside>", ()),
    ],
)
def test_a_brief_column_before_the_headlines_own_tells_who_wrote(
    column: str, names: tuple[str, ...]
) -> None:
    assert beside_column(column) == names


@pytest.mark.parametrize(
    ("lang", "head", "line", "names"),
    [
        ("en", "About the columnist", "Anahera Rangi, senior reporter", ("Anahera Rangi",)),
        ("de", "Über die Autorin", "Annika Brandt, Redakteurin", ("Annika Brandt",)),
        ("ar", "نبذة عن الكاتبة", "منى سالم، صحفية", ("منى سالم",)),
        ("fa", "درباره نویسنده", "سارا رستگار، روزنامه‌نگار", ("سارا رستگار",)),
        ("ckb", "دەربارەی نووسەر", "ئاکۆ کەریم، ڕۆژنامەنووس", ("ئاکۆ کەریم",)),
        ("bn", "লেখক পরিচিতি", "তানিয়া হোসেন, সাংবাদিক", ("তানিয়া হোসেন",)),
        ("ja", "筆者紹介", "藤井遥、記者", ("藤井遥",)),
        ("zh", "作者介绍", "王子涵，记者", ("王子涵",)),
        # what only looks so
        ("en", "About the author", "Read all of her columns, every week", ()),
        ("ar", "نبذة عن الكاتبة", "تابعوا صفحتنا، كل أسبوع", ()),
        ("ja", "筆者紹介", "毎週水曜日に掲載", ()),
    ],
)
@pytest.mark.parametrize("called", ["author-card", "box-9"])
def test_a_line_in_bold_heads_a_box_about_the_author(
    lang: str, head: str, line: str, names: tuple[str, ...], called: str
) -> None:
    box = f"<div class='{called}'><p><b>{head}</b></p><p>{line}</p></div>"
    assert authors(after=box, lang=lang) == names


def test_a_line_in_bold_about_another_heads_no_box_about_the_author() -> None:
    box = "<div><p><b>About the council</b></p><p>Anahera Rangi, senior councillor</p></div>"
    assert authors(after=box, lang="en") == ()


@pytest.mark.parametrize(
    ("below", "names"),
    [
        ("<ul><li>حنان حسن</li><li>اقتصاد</li></ul>", ("حنان حسن",)),
        (
            "<div><div><ul><li>حنان حسن</li><li>محليات</li></ul></div><div></div></div>",
            ("حنان حسن",),
        ),
        # what only looks so
        ("<ul><li>المدينة</li><li>النقل العام</li></ul>", ()),
        ("<ul class='topics'><li>حنان حسن</li><li>اقتصاد</li></ul>", ()),
        (
            "<ul><li>حنان حسن</li><li>منى سالم</li><li>علي فهد</li><li>سامي ناصر</li>"
            "<li>ليلى عمر</li></ul>",
            (),
        ),
    ],
)
def test_an_item_of_a_list_of_facts_may_be_all_a_persons_name(
    below: str, names: tuple[str, ...]
) -> None:
    assert authors(below) == names


def test_an_authors_microdata_name_whom_a_reader_sees_by_the_job_alone() -> None:
    sign = (
        "<span itemprop='author' itemscope><meta itemprop='name' content='منى سالم'>"
        "<b>{}</b></span>"
    )
    assert authors(sign.format("مراسلة")) == ("منى سالم",)
    assert authors(sign.format("حنان حسن")) == ("حنان حسن",)


@pytest.mark.parametrize(
    ("below", "names"),
    [
        (
            "<div class='post-header__username'><a href='/u'><b>harbour_notes</b></a></div>",
            ("harbour_notes",),
        ),
        # what only looks so
        ("<div class='comment-header__username'><a href='/u'><b>harbour_notes</b></a></div>", ()),
    ],
)
def test_who_posted_an_entry_is_named_in_its_head(below: str, names: tuple[str, ...]) -> None:
    assert authors(below) == names


NAMED = (
    "<div itemprop='author' itemscope><a itemprop='url' href='/p/7'><span itemprop='name'>{}</span>"
    "</a> <em itemprop='jobTitle'>{}</em></div>"
)


def test_microdata_tell_a_name_and_what_its_person_does_apart() -> None:
    two = NAMED.format("Anahera Rangi", "parks watcher") + NAMED.format("Jane Ives", "diver")
    assert authors(two, lang="en") == ("Anahera Rangi", "Jane Ives")
    assert authors(above=two, lang="en") == ("Anahera Rangi", "Jane Ives")


@pytest.mark.parametrize(
    ("end", "names"),
    [
        ("<a class='p-author h-card' href='/'>منى سالم</a>", ("منى سالم",)),
        ("<p class='p-author h-card'><b class='p-name'>منى سالم</b> غواصة</p>", ("منى سالم",)),
        # what only looks so
        ("<div class='h-cite p-comment'><p class='p-author h-card'>منى سالم</p></div>", ()),
    ],
)
def test_microformats_of_an_entry(end: str, names: tuple[str, ...]) -> None:
    assert authors(behind=end) == names


@pytest.mark.parametrize(
    ("lang", "line", "names"),
    [
        ("pt", "Texto de Duarte Sampaio e fotos de Afonso Reis", ("Duarte Sampaio",)),
        ("de", "Text von Kai Maurer und Fotos von Rieke Jung", ("Kai Maurer",)),
        ("it", "L’intervista di Dario Morandi", ("Dario Morandi",)),
        ("nl", "Een column van Sjoerd Mulder", ("Sjoerd Mulder",)),
        ("el", "Άρθρο του Στέλιου Μπέλλου", ("Στέλιου Μπέλλου",)),
        ("he", "טור אישי / שני בר־לב", ("שני בר־לב",)),
        ("nl", "Theo Mulder", ("Theo Mulder",)),
        # what only looks so
        ("it", "L’intervista di ieri sera", ()),
        ("nl", "Een verhaal van de zee", ()),
    ],
)
def test_what_a_text_is_and_whose(lang: str, line: str, names: tuple[str, ...]) -> None:
    assert authors(f"<p>{line}</p>", lang=lang) == names


@pytest.mark.parametrize(
    ("lang", "below", "names"),
    [
        ("ar", "<p class='byline'>زاوية يكتبها كمال نصار</p>", ("كمال نصار",)),
        ("vi", "<p class='byline'>Theo Reuters</p>", ("Reuters",)),
        ("el", "<p>Γράφει Στέλιος Χρήστου</p>", ("Στέλιος Χρήστου",)),
        ("pl", "<p class='byline'>Felieton: Krzysztof Nowak</p>", ("Krzysztof Nowak",)),
        ("ckb", "<p>نووسینی: ئاکۆ کەریم و. هانا شەریف</p>", ("ئاکۆ کەریم",)),
        # what only looks so
        ("ckb", "<p>و. هانا شەریف</p>", ()),
        ("fa", "<p class='byline'>کد خبر: 8453 | گروه: اقتصاد</p>", ()),
    ],
)
def test_words_before_names_and_numbers(lang: str, below: str, names: tuple[str, ...]) -> None:
    assert authors(below, lang=lang) == names


def test_an_articles_own_foot_signs_though_data_name_its_house() -> None:
    data = (
        '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "'
        + HEADLINE
        + '", "author": {"@type": "Organization", "name": "Harbour Lines"}}</script>'
    )
    story = f"<article><h1>{HEADLINE}</h1><div>{PROSE}</div>SIGNED</article>"
    page = (
        f"<html lang='en'><head><title>{HEADLINE}</title>{data}</head><body>{story}</body></html>"
    )
    signed = "<{0}><div class='byline'>Anahera Rangi, Jane Ives</div></{0}>"
    url = "https://paper.example/a/2"
    for box, names in (("footer", ("Anahera Rangi", "Jane Ives")), ("div", ("Harbour Lines",))):
        html = page.replace("SIGNED", signed.format(box)).encode()
        article = extract_article(Page(url, url, html, NOW), EMPTY, NOW)
        assert isinstance(article, Article)
        assert article.authors == names


@pytest.mark.parametrize(
    ("behind", "names"),
    [
        ("<div><a href='/authors/1'>حنان حسن</a> و<a href='/authors/2'>علي فهد</a></div>",
         ("حنان حسن", "علي فهد")),
        # what only looks so
        ("<div><a href='/authors/1'>حنان حسن</a> <a href='/authors/2'>علي فهد</a></div>", ()),
    ],
)  # fmt: skip
def test_an_and_joins_the_links_of_those_who_wrote_below_the_text(
    behind: str, names: tuple[str, ...]
) -> None:
    assert authors(behind=behind) == names


def test_whom_a_box_of_facts_quotes_or_pictures_wrote_nothing() -> None:
    quoted = "<blockquote><p>We shall go on for two years more.</p><cite>Ilinca Popescu</cite>"
    line = f"<div class='sub'>{quoted}</blockquote><div><span>3 May 2026</span></div></div>"
    assert authors(line, lang="ro") == ()
    kicker = "<p class='kicker'>Anahera Rangi</p>"
    picture = "<figure><img src='/1.jpg' alt='Anahera Rangi'></figure>"
    assert authors(picture, above=kicker, lang="en") == ()


@pytest.mark.parametrize(
    ("lang", "below", "names"),
    [
        ("pl", "<p><b>Agnieszka Wrona</b> <i>Gdynia</i></p>", ("Agnieszka Wrona",)),
        ("ro", "<p><b>Anca Popa</b> <em>Cluj</em></p>", ("Anca Popa",)),
        ("ro", "<p class='byline'>De Ștefan Țurcanu</p>", ("Ștefan Țurcanu",)),
        ("ja", "<div class='author-line'>村田美咲<span>5 min read</span></div>", ("村田美咲",)),
        # what only looks so
        ("en", "<p><b>The council</b> <i>Leeds</i></p>", ()),
        ("nl", "<p class='byline'>De Smet Jan</p>", ("De Smet Jan",)),
    ],
)
def test_what_an_elements_parts_tell_apart(lang: str, below: str, names: tuple[str, ...]) -> None:
    assert authors(below, lang=lang) == names


def test_a_list_of_json_ld_holds_its_authors() -> None:
    listed = '{"@list": [{"@type": "Person", "name": "منى سالم"}, {"name": "علي فهد"}]}'
    data = f'{{"@type": "NewsArticle", "headline": "{STORIES["ar"][0]}", "author": {listed}}}'
    head = f"<script type='application/ld+json'>{data}</script>"
    assert authors(head=head) == ("منى سالم", "علي فهد")


@pytest.mark.parametrize(
    ("aside", "names"),
    [
        ("<div><p>Anahera Rangi | Reporter | The Courier</p></div>", ("Anahera Rangi",)),
        ("<p>By Anahera Rangi</p><p>3 May 2026</p>", ("Anahera Rangi",)),
        # what only looks so
        ("<p>Anahera Rangi | Reporter | The Courier</p><a href='/n/2'>Ferry strike ends</a>", ()),
        (f"<p>Anahera Rangi | Reporter</p><p>{SENTENCE * 3}</p>", ()),
    ],
)
def test_a_brief_column_behind_the_article_tells_who_wrote(
    aside: str, names: tuple[str, ...]
) -> None:
    assert (
        beside_column("", f"<article><h1>{HEADLINE}</h1>{PROSE}</article><aside>{aside}</aside>")
        == names
    )


def test_a_family_name_before_a_comma_is_of_one_person_whom_the_page_writes_otherwise() -> None:
    data = f'{{"@type": "NewsArticle", "headline": "{HEADLINE}", "author": {{"@type": "Person", '
    head = f'<script type=\'application/ld+json\'>{data}"name": "Rangi, Anahera"}}}}</script>'
    assert authors("<p>By Anahera Rangi</p>", head=head, lang="en") == ("Anahera Rangi",)
    assert len(authors("<p>By Rangi and Anahera</p>", head=head, lang="en")) > 1


def test_another_program_may_tell_of_the_persons_of_a_page_that_a_house_signs() -> None:
    blocks = (
        '{"@type": "NewsArticle", "headline": "%s", "datePublished": "2026-05-03", '
        '"author": {"@type": "Organization", "name": "Harbour Lines"}}',
        '{"@type": "BlogPosting", "headline": "%s", '
        '"author": {"@type": "Person", "name": "Anahera Rangi"}}',
    )
    head = "<script type='application/ld+json'>%s</script>"
    for other, names in ((HEADLINE, ("Anahera Rangi",)), ("Rents fall", ("Harbour Lines",))):
        said = (blocks[0] % HEADLINE, blocks[1] % other)
        both = "".join(head % block for block in said)
        assert authors(head=both, lang="en", site="Harbour Lines") == names


def test_labels_of_one_language_that_stand_before_each_of_two_names() -> None:
    assert authors("<p>De Ilinca Lupu<br>De Ioana Stan</p>", lang="ro") == (
        "Ilinca Lupu",
        "Ioana Stan",
    )
    assert authors("<p>De Ilinca De Stan</p>", lang="ro") == ("Ilinca De Stan",)


def test_the_label_of_a_day_behind_a_name_is_no_part_of_it() -> None:
    line = "<div><b>Author:</b> Vũ Thu Trang <b>Đăng ngày:</b> 03/05/2026</div>"
    assert authors(line, lang="vi") == ("Vũ Thu Trang",)
    opened = "<div class='contrib'><button type='button'>Anahera Rangi</button></div>"
    assert authors(opened, lang="en") == ("Anahera Rangi",)
