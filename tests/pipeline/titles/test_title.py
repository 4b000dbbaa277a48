"""The title: candidates of metadata and headings, the site's additions stripped."""

from __future__ import annotations

import pytest

from pipeline.declared.metadata import read_metadata
from pipeline.page.html import parse_text
from pipeline.records import Link
from pipeline.titles.surroundings import find_headline
from pipeline.titles.title import extract_title

STORY = "Example Labs unveils a browser for the desert"
SITE = "<meta property='og:site_name' content='Example Gazette'>"


def _title(html: str, link: Link | None = None) -> str | None:
    doc = parse_text(html, "https://www.gazette.example/story")
    return extract_title(doc, read_metadata(doc), link)


def _og(title: str) -> str:
    return f'<meta property="og:title" content="{title}">'


def _ld(title: str) -> str:
    return (
        '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2026-11-01",'
        f'"headline":"{title}"}}</script>'
    )


@pytest.mark.parametrize(
    "html",
    [
        pytest.param(_og(f"{STORY} - Example Gazette") + SITE, id="suffix-site-name"),
        pytest.param(_og(f"Example Gazette | {STORY}") + SITE, id="prefix-site-name"),
        pytest.param(_og(f"{STORY} – gazette.example – 01.11.2026"), id="suffix-host-and-date"),
        pytest.param(
            _ld("Gazette | News and Weather") + f"<title>{STORY} - Gazette</title><h1>{STORY}</h1>",
            id="json-ld-of-the-site",
        ),
        pytest.param(_og(f"{STORY} | Technology") + f"<h1>{STORY}</h1>", id="suffix-section"),
        pytest.param(
            _ld(STORY)
            + _og(f"Analysis: {STORY} | EXN Technology")
            + "<meta property='og:site_name' content='EXN'>"
            + f"<h1>{STORY}</h1>",
            id="label-before-and-a-section-of-the-site-behind",
        ),
        pytest.param(_ld(STORY) + _og(f"{STORY} | Other words"), id="json-ld-is-clean"),
        pytest.param(f"<title>{STORY[:30]}</title><h1>{STORY}</h1>", id="tab-title-cut"),
        pytest.param(
            _ld("A browser for the desert, in pictures")
            + _og("Watch: the browser that Example Labs made")
            + f"<title>{STORY} - Example Gazette</title>{SITE}<h1>{STORY}</h1>",
            id="page-and-tab-beside-two-for-machines",
        ),
        pytest.param(_og(STORY[:24] + "…") + f"<h1>{STORY}</h1>", id="og-cut-with-ellipsis"),
        pytest.param(_og(STORY[:-2] + "...") + f"<h1>{STORY}</h1>", id="og-cut-near-its-end"),
        pytest.param(
            f"<title>{STORY} – Blog</title><h1>Blog</h1><article><h2>{STORY}</h2></article>",
            id="site-title-in-h1",
        ),
        pytest.param(
            _og(f"Example Gazette: {STORY}") + SITE + f"<title>{STORY}</title><h1>{STORY}</h1>",
            id="prefix-with-colon",
        ),
        pytest.param(
            f"<title>{STORY} - Gazette</title><h1><span>Analysis</span> {STORY}</h1>",
            id="label-in-the-heading",
        ),
        pytest.param(
            _og(f"{STORY} :: Gazette News") + f"<title>{STORY} :: Gazette News</title>"
            f"<h1>{STORY}</h1>",
            id="two-colons-before-the-site-s-name",
        ),
        pytest.param(
            f"<title>{STORY} - Gazette</title><h1>{STORY} <span class='date'>1.5.2026</span></h1>",
            id="day-in-the-heading",
        ),
        pytest.param(
            f"<title>{STORY} - Gazette</title><h1>{STORY} "
            "<span class='comments-count'>9</span></h1>",
            id="comments-counted-in-the-heading",
        ),
        pytest.param(f"<title>Home</title><article><h1>{STORY}</h1></article>", id="generic-tab"),
        pytest.param(f"<title>{STORY}</title><p>Text.</p>", id="tab-title-alone"),
        pytest.param(f"<h1>\u202e{STORY}\u202c \u2068</h1>", id="written-backwards"),
        pytest.param(
            f"<title>{STORY} – Gazette</title><div class='site'><h1>{STORY}</h1></div>",
            id="wrapper-called-site",
        ),
        pytest.param(
            f"<h1 class='logo'>Gazette</h1><article><h1>{STORY}</h1></article>", id="logo-in-h1"
        ),
        pytest.param(
            f"<h1>{STORY}<a class='headerlink' href='#x'>¶</a></h1>", id="permalink-in-heading"
        ),
        pytest.param(
            f"<title>{STORY} – Gazette</title><h1>{STORY}<a href='#x'>#</a></h1>",
            id="permalink-that-nothing-names",
        ),
        pytest.param(_og(STORY.replace("browser", "brow&shy;ser")), id="soft-hyphen"),
        pytest.param(
            _og(f"{STORY} - Example Gazette, the paper of the desert")
            + f"<meta name='DC.publisher' content='{STORY} - Example Gazette, the paper of"
            " the desert'><meta property='og:site_name' content='Example Gazette, the paper of the"
            f" desert'><h1>{STORY}</h1>",
            id="whole-title-where-a-publisher-is-asked-for",
        ),
    ],
)
def test_title(html: str) -> None:
    assert _title(html + "<p>Some text of the story.</p>") == STORY


def test_arabic_suffix() -> None:
    title = "جذب العقول النادرة.. استراتيجية «ميتا» لاختراق مشهد AI المتقدم"
    html = _og(f"{title} - الخليج") + "<meta property='og:site_name' content='الخليج'>"
    assert _title(html) == title


def test_a_label_before_a_kicker_cuts_nothing() -> None:
    title = "Flood: helpers secure the dykes along the river"
    html = _ld(title) + _og(title) + f"<h1><span>Update</span> {title}</h1>"
    assert _title(html) == title


def test_a_kicker_that_both_name_stays() -> None:
    whole = "Rückbau von Atomkraftwerk: Kühltürme von Gundremmingen gesprengt"
    html = _ld(whole.replace(": ", " - ")) + _og(whole)
    html += "<h1>Kühltürme von Gundremmingen gesprengt</h1>"
    assert _title(html) in (whole, whole.replace(": ", " - "))


def test_a_kicker_in_a_box_is_no_headline_where_the_tab_has_both() -> None:
    kicker, story = "Three whole hours of work", "Cat freed from a shaft in Linz"
    html = (
        f"{_og(f'{kicker}: {story}')}<title>{kicker} - {story} | Gazette</title>"
        f"<div>{kicker}</div><h1>{story}</h1>"
    )
    assert _title(html) == f"{kicker}: {story}"


def test_the_listing_only_confirms() -> None:
    link = Link("https://www.gazette.example/story", "https://www.gazette.example/", title=STORY)
    html = f"<h2>Something else</h2><h2>{STORY}</h2><p>Text.</p>"
    assert _title(html, link) == STORY


def test_a_headline_that_metadata_repeat_is_one_wherever_it_stands() -> None:
    shared = f"{STORY} | Courier Politics"
    html = f"{_ld(STORY)}{_og(shared)}<title>{shared}</title>"
    html += f"<div class='most-popular'><h1>{STORY}</h1></div><p>Text of it.</p>"
    assert _title(html + "<div class='video__headline article-title'>Watch it</div>") == STORY


def test_a_site_s_name_behind_a_wide_colon_goes() -> None:
    story, site = "砂漠のブラウザーを公開 記者が見た一日", "砂漠日報新聞"
    html = f"<meta property='og:site_name' content='{site}社'>{_ld(f'{story}　：{site}')}"
    assert _title(f"{html}{_og(story.replace(' ', ''))}<p>本文です。</p>") == story
    assert _title(f"{_ld(f'{story}：十年目の今')}<p>本文です。</p>") == f"{story}：十年目の今"


@pytest.mark.parametrize(
    "tail",
    [
        "_凤凰网资讯_凤凰网",
        "_政务_观察新闻-The Watch",
        "-新华网",
        "--中国地理学会官网",
        " | 北方日报",
    ],
)
def test_what_chinese_sites_add_goes_though_nothing_names_them(tail: str) -> None:
    story = "他放弃高薪来到这里 唯一的要求竟是……"
    assert _title(f"<title>{story}{tail}</title><p>正文在这里。</p>") == story
    assert (
        _title("<title>use_cache 参数引发的故障复盘</title><p>正文。</p>")
        == "use_cache 参数引发的故障复盘"
    )


@pytest.mark.parametrize("name", ["-36氪", "-北方网报", "丨观察"])
def test_a_name_without_blanks_goes_from_behind_the_chinese_headline(name: str) -> None:
    story = "一座海岛小学的最后一个冬天"
    assert _title(f"{_og(story + name)}<h1>{story}</h1><p>正文。</p>") == story
    whole = f"{story}-风里的孩子们终于可以离开"
    assert _title(f"{_og(whole)}<h1>{story}</h1><p>正文。</p>") == whole


def test_what_stands_behind_a_dash_without_blanks_goes_where_a_line_shows_the_rest() -> None:
    story = "一座海岛小学的最后一个冬天"
    page = f"<table><tr><td><font>{story}</font></td></tr></table><p>正文在这里。</p>"
    assert _title(f"<title>{story}-教育</title>{page}") == story
    whole = f"{story}-风里的孩子们终于可以离开"
    assert _title(f"<title>{whole}</title>{page.replace(story, whole)}") == whole


def test_the_line_above_the_day_is_the_headline_where_the_tab_names_the_site_alone() -> None:
    story = "2026年海岛教育年会在港城成功举行！"
    facts = "<div class=ly><b>发布时间：2026-05-18</b><i>来源：海岛学会</i></div>"
    page = f"<title>新闻动态--海岛学会官网</title><h5>{story}</h5>{facts}<p>正文在这里。</p>"
    assert _title(page) == story
    several = page + "<div><h5>另一篇文章的题目在这里</h5><p>发布时间：2026-05-17</p></div>"
    assert _title(several) != story
    shown = page.replace("新闻动态--海岛学会官网", "海岛上的教师们终于等到了春天")
    line = "<div>海岛上的教师们终于等到了春天</div>"
    assert _title(shown.replace("<h5>", f"{line}<h5>")) == "海岛上的教师们终于等到了春天"


def test_the_site_s_name_behind_the_headline_itself_goes() -> None:
    tab = f"<title>{STORY} | Gazette</title><p>Text.</p>"
    assert _title(f"{tab}<h1>{STORY} | Gazette</h1>") == STORY
    other = f"{STORY} | Interview"
    assert _title(f"<title>{other}</title><h1>{other}</h1><p>Text.</p>") == other


def test_the_site_s_name_behind_two_stops_goes_in_either_spelling() -> None:
    story = "هيئة الاتصالات تحذر من رسائل العنوان الوهمية"
    for tab in (f"{story}..مرساوى | مرساوي", f"{story}..مرساوى"):
        site = "<meta property='og:site_name' content='مرساوي'>"
        assert _title(f"{site}<title>{tab}</title><h1>{story}</h1><p>نص.</p>") == story
    whole = f"{story}..وتدعو إلى الحذر"
    assert _title(f"<title>{whole}</title><h1>{whole}</h1><p>نص.</p>") == whole


def test_a_section_in_a_heading_is_not_the_headline_that_ends_the_tab() -> None:
    tab = f"<title>News - The Town Hall - {STORY}</title>"
    html = f"{tab}<h1>The Town Hall</h1><h1>News</h1><h2>{STORY}</h2><p>Text.</p>"
    assert _title(html) == STORY


def test_a_title_cut_at_a_quotation_that_was_not_escaped_is_whole_elsewhere() -> None:
    story = 'The boy wrote "help us" on paper and the police came'
    html = f'<meta property="og:title" content="{story}"><h1>{story}</h1><p>Text.</p>'
    assert _title(html) == story


def test_the_name_of_a_blog_in_a_folder_is_no_headline() -> None:
    own = "https://www.gazette.example/films/2026/story"
    html = (
        f"<title>The Films » Blog Archive » {STORY}</title>"
        "<h1><a href='https://www.gazette.example/films/'>The Films</a></h1>"
        f"<div class='post'><h2><a href='{own}'>{STORY}</a></h2><p>Text.</p></div>"
    )
    doc = parse_text(html, own)
    assert extract_title(doc, read_metadata(doc)) == STORY


def test_a_headline_that_differs_from_the_tab_in_a_word_beats_a_part_of_it() -> None:
    told = "Johannesburg has failed the people who sell fruit on its pavements"
    html = (
        f"<title>{told} - Gazette</title><a href='/joburg'><h4>Johannesburg</h4></a><article>"
        f"<h1>{told.replace('Johannesburg', 'Joburg')}</h1><p>Text.</p></article>"
    )
    assert _title(html) == told.replace("Johannesburg", "Joburg")


def test_of_two_headings_the_one_without_more_is_the_headline() -> None:
    html = (
        f"<title>{STORY} - Regional - Gazette</title><h2>{STORY} | today's bulletin</h2>"
        f"<h1>{STORY}</h1>"
    )
    assert _title(html) == STORY


@pytest.mark.parametrize("generic", ["News", "الأخبار", "Haber Detayı"])
def test_what_all_pages_are_headed_with_is_no_headline(generic: str) -> None:
    html = (
        f"<title>Gazette - {generic}</title><h1>{generic}</h1><div><h2>{STORY}</h2><p>T.</p></div>"
        "<aside><h2><a href=/2>Another story</a></h2></aside>"
    )
    assert _title(html) == STORY


@pytest.mark.parametrize(
    "headline",
    [
        "<input type=hidden name=__VIEWSTATE><span id=ctl00_main_lblNewsTitle>{}</span>",
        "<span class=title_news>{}</span>",
    ],
)
def test_a_label_of_the_server_may_be_the_headline(headline: str) -> None:
    html = f"<title>Gazette - News you can hold</title>{headline.format(STORY)}<p>Text.</p>"
    assert _title(html) == STORY


def test_no_title() -> None:
    assert _title("<p>Only text.</p>") is None


def test_a_title_of_thousands_of_parts_is_taken_as_it_is() -> None:
    html = f"<title>{'a | ' * 50_000}</title><body><h1>A headline of some words</h1><p>x</p>"
    assert _title(html) == "A headline of some words"


@pytest.mark.parametrize(
    "facts",
    [
        "<br><small>Written by <a rel='author' href='/a'>Ann</a> on <time>3 May</time></small>",
        "<time datetime='2026-05-03'>3 May 2026</time>",
    ],
)
def test_the_line_of_facts_within_a_heading_is_none_of_its_words(facts: str) -> None:
    html = f"<title>{STORY} | Blog</title><article><h2>{STORY} {facts}</h2><p>Text.</p></article>"
    assert _title(html) == STORY
    assert _title(f"<h1><span>{STORY} of <time>3 May</time></span></h1>") == f"{STORY} of 3 May"


def test_one_title_for_all_pages_gives_way_to_what_the_list_says_and_the_page_shows() -> None:
    link = Link("https://www.gazette.example/story", "https://www.gazette.example/", title=STORY)
    site = "The first gazette of the desert and its towns"
    page = (
        f"<title>{site}</title>{_og(site)}<table><tr><td><span class='big'>{{}}</span></td></tr>"
        "<tr><td>Text of it.</td></tr></table><h4>Most read</h4>"
    )
    assert _title(page.format(STORY), link) == STORY
    assert _title(page.format(f"<a href='/x'>{STORY}</a>"), link) == site
    assert _title(page.format(STORY)) == site
    assert _title(f"<h1>{STORY} today</h1>{page.format(STORY)}", link) != STORY


def test_a_label_set_apart_goes_where_the_list_leaves_it_away() -> None:
    link = Link("https://www.gazette.example/story", "https://www.gazette.example/", title=STORY)
    page = _og(f"Breaking | {STORY}") + "<article><h1>{}</h1><p>Text.</p></article>"
    apart = page.format(f"<span class='b'>Breaking</span> {STORY}")
    assert _title(apart, link) == STORY
    assert _title(page.format(f"Breaking | {STORY}"), link) == f"Breaking | {STORY}"
    assert _title(apart) != STORY


@pytest.mark.parametrize(
    "after", ["|华为|折叠屏_都市科技", " | 產業綜合 | 產經 | 都市新聞網"], ids=["tags", "sections"]
)
def test_tags_and_sections_before_the_site_s_name_go(after: str) -> None:
    story = "国产折叠屏手机销量首次超过直板旗舰"
    page = f"<title>{story}{after}</title>{_og(story + after)}"
    assert _title(f"{page}<h1>{story}</h1>") == story


def test_the_name_of_a_page_in_its_address_is_no_title() -> None:
    assert _title(f"{_og('bridge-shut-autumn-2026')}<title>{STORY}</title><p>Text.</p>") == STORY


def test_signs_that_a_content_system_escaped_twice() -> None:
    twice = "Tom &amp;amp; Jerry&amp;#8217;s plant opens"
    for html in (_og(twice), f"<title>{twice}</title>"):
        assert _title(html + "<p>Text.</p>") == "Tom & Jerry’s plant opens"


@pytest.mark.parametrize(
    ("heading", "title"),
    [
        ("A bridge opens in Basra <span class='x'>Video</span>", "A bridge opens in Basra"),
        ("جسر جديد يفتتح في البصرة<i>محدث</i>", "جسر جديد يفتتح في البصرة"),
        ("<em>Tech</em>A bridge opens in Basra", "A bridge opens in Basra"),
        ("A bridge opens in <em>Basra</em>", "A bridge opens in Basra"),
    ],
)
def test_a_label_at_an_end_of_the_heading_that_the_tab_leaves_away(
    heading: str, title: str
) -> None:
    page = f"<title>{title} - Tarifa</title><main><h1>{heading}</h1><p>Text of it.</p></main>"
    assert _title(page) == title


def test_a_standfirst_within_the_heading_that_the_tab_leaves_away() -> None:
    lines = (
        "<b>A bridge opens in Basra today</b><i>Its engineers waited nine years for the day.</i>"
    )
    page = f"<title>A bridge opens in Basra today - Tarifa</title><main><h1>{lines}</h1></main>"
    assert _title(page) == "A bridge opens in Basra today"


def test_an_element_that_says_to_ears_that_it_is_the_first_heading() -> None:
    heading = '<div role="heading" aria-level="{}">A bridge opens in Basra</div>'
    page = f"<title>Tarifa</title><main>{heading}<p>Text of it, and more text.</p></main>"
    assert _title(page.replace("{}", "1")) == "A bridge opens in Basra"
    assert _title(page.replace("{}", "3")) != "A bridge opens in Basra"


@pytest.mark.parametrize(
    ("tab", "title"),
    [
        ("Gazette: A bridge opens in Basra", "A bridge opens in Basra"),
        ("Basra: A bridge opens", "Basra: A bridge opens"),
    ],
)
def test_the_site_before_a_colon_in_the_tab_of_a_page_without_headings(
    tab: str, title: str
) -> None:
    assert _title(f"<title>{tab}</title><main><p>Text of it, and more text.</p></main>") == title


@pytest.mark.parametrize(
    ("shown", "shared"),
    [
        ("A bridge opens in Basra", "The Courier: all the day brings"),
        ("لماذا ترتفع أسعار البيض كل شتاء؟", "آخر أخبار الساعة من كل مكان"),
        ("鉄道運賃に上限、閣僚が合意", "卵の値段がまた上がる"),
        ("मुख्य सड़क पर नया पुल बना", "नव प्रभात"),
    ],
)
def test_a_title_for_sharing_without_a_word_of_the_headline_is_another_s(
    shown: str, shared: str
) -> None:
    page = f"<title>{shown} - Tarifa</title><h1>{shown}</h1>"
    assert _title(_og(shared) + page) == shown
    assert _title(_og(shared) + _ld(shown) + page) == shown
    again = f"{shared} {shown[2:]}"  # told otherwise
    assert _title(_og(again) + page) == again
    assert _title(_og(shared) + f"<title>Tarifa</title><h1>Tarifa</h1><h2>{shared}</h2>") == shared


@pytest.mark.parametrize("label", ["Video", "شاهد", "Exclusif"])
def test_a_label_that_only_the_title_for_sharing_has(label: str) -> None:
    heading = "<title>A bridge opens in Basra - Tarifa</title><h1>A bridge opens in Basra</h1>"
    assert _title(_og(f"{label}: A bridge opens in Basra") + heading) == "A bridge opens in Basra"
    both = heading.replace("A bridge", f"{label}: A bridge")
    told = f"{label}: A bridge opens in Basra"
    assert _title(_og(told) + both) == told


@pytest.mark.parametrize("section", [" - 财经", "|财经", " - 财经 - 公交"])
def test_sections_behind_a_chinese_headline_that_the_page_shows(section: str) -> None:
    told = "三条公交线路试用新客车"
    tab = f"{told}{section} - 江岸晚报"
    shared = f"<meta property='og:title' content='{tab}'>"
    html = f"<title>{tab}</title>{shared}<article><h1>{told}</h1><p>文。</p></article>"
    assert _title(html) == told


def test_a_dash_within_a_chinese_headline_stays() -> None:
    told = "三条公交线路 - 试用新客车"
    tab = f"{told} - 江岸晚报"
    shared = f"<meta property='og:title' content='{tab}'>"
    html = f"<title>{tab}</title>{shared}<article><h1>{told}</h1><p>文。</p></article>"
    assert _title(html) == told


def test_a_section_before_the_sites_name_is_told_by_the_address() -> None:
    head = _og(f"{STORY} | Opinions | Example Gazette") + SITE
    for folder, title in (("opinions", STORY), ("tech", f"{STORY} | Opinions")):
        doc = parse_text(head, f"https://www.gazette.example/paper/{folder}/a-browser")
        assert extract_title(doc, read_metadata(doc)) == title
    doc = parse_text(head, "https://www.gazette.example/paper/opinions/index.html")
    assert extract_title(doc, read_metadata(doc)) == f"{STORY} | Opinions"  # its own name


def test_what_a_site_says_of_itself_behind_its_name_goes_with_it() -> None:
    assert _title(_og(f"{STORY} » Gazette - News from the coast")) == STORY
    short = "Who pays » Gazette - all that anybody wrote of the coast"
    assert _title(_og(short)) == short  # too little is left of it


def test_the_site_s_name_behind_a_space_goes_where_the_page_shows_the_rest() -> None:
    headline = "【防汛】市政府昨夜关闭老城区两座地铁站"
    tab = f"<title>{headline} 海滨市交通管理局</title>"
    assert _title(f"{tab}<div class='t'>{headline}</div><p>正文第一段。</p>") == headline


def test_what_the_tab_and_a_box_say_beats_another_box_called_like_a_headline() -> None:
    headline = "Example Labs unveils a browser for the desert"
    page = (
        f"<title>Markets--{headline}</title><div class='text'>{headline}</div><p>A text.</p>"
        "<div class='meta-item-title'>Articles in total</div>"
    )
    assert _title(page) == headline


def test_a_town_hall_names_its_article_in_a_meta_element_of_its_own() -> None:
    tab = f"<title>Town of Example News {STORY}</title>"
    named = f'<meta name="ArticleTitle" content="{STORY}">'
    assert _title(f"<head>{tab}{named}</head><td>{STORY}</td><p>Text.</p>") == STORY


def test_a_house_before_a_colon_of_the_tab_is_told_by_what_an_old_page_shows() -> None:
    def told(tab: str, shown: str) -> str | None:
        cell = f"<td><font size=4><b>{shown}</b></font><p>The tent was full by noon.</td>"
        return _title(f"<title>{tab}</title><table><tr>{cell}</table>")

    assert told(f"Rafid Net: {STORY}", STORY) == STORY
    kicked = f"Deserts: {STORY}"
    assert told(kicked, kicked) == kicked
    assert told(kicked, "The tent was full by noon, said one") == kicked


def test_a_colon_behind_a_kicker_for_screen_readers_is_none_of_the_title() -> None:
    kicker = '<span class="kicker">Browsers</span><span class="hide">: </span>'
    html = f"<title>{STORY} | Example Gazette</title><h1>{kicker}<span>{STORY}</span></h1>"
    assert _title(html) == STORY
    said = "– We read only thin books"
    assert _title(f"<title>{said} | Example Gazette</title><h1>{said}</h1>") == said


def test_the_headline_of_a_hand_made_page_is_its_line_in_the_largest_letters() -> None:
    story = "Two villages share one ferry again"
    body = f"<font size=6>{story}</font><br><font size=3>{'The ferry sails. ' * 30}</font>"
    assert _title(f"<title>Harbour</title><p align=center>{body}</p>") == story
    two = f"<font size=6>{story}</font><font size=6>And three towns share a bus at last</font>"
    assert _title(f"<title>Harbour</title><p>{two}</p><p>Text.</p>") == "Harbour"


def test_a_section_in_the_headline_goes_where_the_tab_has_the_house_first() -> None:
    head = f'<h1><span class="topic">Culture</span> {STORY}</h1>'
    assert _title(f"<title>The Gazette | {STORY}</title>{head}") == STORY
    whole = f"Culture {STORY}"
    assert _title(f"<title>The Gazette | {whole}</title>{head}") == whole
    brief = '<h1><span class="topic">The long</span> view</h1>'
    assert _title(f"<title>The Gazette | view</title>{brief}") == "The long view"


def test_a_kicker_in_the_heading_hides_no_headline() -> None:
    heading = f"<h1><small>Exclusive</small> {STORY}</h1>"
    tab = f"<title>{STORY} - Harbour Lines</title>"
    for shared in (f"{STORY} | Harbour Lines - Tech", f"{STORY} | Harbour Lines"):
        assert _title(f"{tab}{_og(shared)}{heading}") == STORY


def test_a_house_that_signs_is_no_headline_beside_one_with_its_standfirst() -> None:
    page = "<title>A bridge opens in Basra | Daily Tarifa</title><h1>A bridge opens in Basra{}</h1>"
    page += "<div class='author'>Daily Tarifa</div>"
    lead = "<small>Two towns of the north had waited for it for years</small>"
    assert _title(page.format(lead)) == "A bridge opens in Basra"
    assert _title(page.format("")) == "A bridge opens in Basra"
    shared = _og("Daily Basra") + page.format("").replace("Tarifa", "Basra")
    assert _title(shared) == "A bridge opens in Basra"


def test_a_standfirst_in_a_brief_heading_is_no_part_of_it() -> None:
    heading = "<h1>{}<small>Two towns of the north had waited for it</small></h1>"
    brief = "Museums reopen"
    site = '<meta property="og:site_name" content="Harbour Lines">'
    tab = f"<title>{brief} | Harbour Lines</title>"
    assert _title(f"{tab}{site}{heading.format(brief)}") == brief
    whole = "Museums reopenTwo towns of the north had waited for it"
    assert _title(f"<title>{brief}</title>{heading.format(brief)}") == whole


def test_a_title_for_sharing_that_goes_on_gives_way_to_page_and_tab() -> None:
    site = '<meta property="og:site_name" content="Harbour Lines">'
    page = f"<title>{STORY} | Harbour Lines</title>{site}<h1>{STORY}</h1>"
    for more in (f"{STORY} (updated)", f"{STORY}. And the boats are back"):
        assert _title(f"{_og(more)}{page}") == STORY
    elsewhere = page.replace(f"{STORY} |", "News |")
    assert _title(f"{_og(f'{STORY} (updated)')}{elsewhere}") == f"{STORY} (updated)"


def test_the_site_s_name_and_a_section_that_are_shared_are_no_brief_headline() -> None:
    tab = "<title>Sídlištní knihovny ožívají · Přístavní noviny</title>"
    heading = "<h1>Sídlištní knihovny ožívají</h1>"
    shared = _og("Přístavní noviny · Ekonomika")
    assert _title(f"{tab}{shared}{heading}") == "Sídlištní knihovny ožívají"
    shared = _og("Knihovny na sídlištích znovu ožívají · Ekonomika")
    logo = heading.replace("Sídlištní knihovny ožívají", "Přístavní noviny")
    tab = "<title>Přístavní noviny · Knihovny na sídlištích znovu ožívají</title>"
    assert _title(f"{tab}{shared}{logo}").startswith("Knihovny na sídlištích")


def test_the_site_s_name_that_is_shared_is_no_title_of_a_brief_headline() -> None:
    tab = "<title>Museet öppnar igen | Skogsbygdens Tidning</title>"
    heading = "<h1>Museet öppnar igen</h1>"
    assert _title(f"{tab}{_og('Skogsbygdens Tidning')}{heading}") == "Museet öppnar igen"
    logo = "<h1>Skogsbygdens Nya Tidning</h1>"
    tab = "<title>Museet öppnar | Skogsbygdens Nya Tidning</title>"
    assert _title(f"{tab}{_og('Museet öppnar')}{logo}") == "Museet öppnar"


def test_the_site_s_name_with_a_section_is_no_title() -> None:
    story = "الموازنة الجديدة أمام البرلمان"
    tab = f"<title>{story} - المنارة الجديدة</title><h1>{story}</h1>"
    assert _title(f"{tab}{_og('المنارة الجديدة | رأي')}") == story
    urdu = "دریائے سندھ میں پانی کی سطح بلند"
    tab = f"<title>{urdu} - ڈیلی منزل</title><h1>{urdu}</h1>"
    assert _title(f"{tab}{_og('کاروبار: موبائل فون کی درآمد پر ٹیکس کم')}") == urdu


def test_a_title_for_sharing_in_capitals_is_written_as_the_page_writes_it() -> None:
    assert _title(_og(STORY.upper()) + f"<h1>{STORY}</h1>") == STORY
    shouted = STORY.upper()
    assert _title(_og(shouted) + f"<h1>{shouted}</h1>") == shouted


def test_a_cut_title_is_whole_in_a_heading_of_the_second_level() -> None:
    cut = f"{STORY[:24]} ..."
    tab = f"<title>{cut} | Example Gazette</title>"
    assert _title(f"{_og(cut)}{tab}{SITE}<h2 class='t'>{STORY}</h2>") == STORY
    other = "<h2 class='t'>Another story of the desert</h2>"
    assert _title(f"{_og(cut)}{tab}{SITE}{other}") == cut


def test_a_card_beside_the_article_heads_no_page() -> None:
    tab = f"<title>Example Gazette</title>{_og('Example Gazette')}{SITE}"
    card = "<h3 class='entry-title'><a href='/9'>Another story of another town</a></h3>"
    related = f"<section class='related'><h3>Related</h3><div>{card}</div></section>"
    assert _title(f"{tab}<article><h2>{STORY}</h2><p>Text.</p></article>{related}") == STORY


@pytest.mark.parametrize(
    ("heading", "found"),
    [
        (f"<h2>{STORY}<small>It took its makers a year.</small></h2>", True),
        (f"<h2>{STORY} and the sea</h2>", False),
    ],
)
def test_a_headline_may_hold_a_standfirst(heading: str, found: bool) -> None:
    doc = parse_text(f"<p>Text.</p>{heading}", "https://www.gazette.example/story")
    assert (find_headline(doc, STORY) is not None) == found


def test_what_the_site_says_of_itself_behind_a_headline_is_no_headline() -> None:
    claim = "Desks . Lamps . Courses by the river"
    tab = f"<title>{STORY} - How it was made | The Studio - {claim}</title>"
    html = f"{tab}<h1>{claim}</h1><article><h2>{STORY}: How it was made</h2><p>Text.</p></article>"
    assert _title(html) == f"{STORY}: How it was made"


SHARED = "The desert gets a browser of its own"
SEARCHED = "Browsers for deserts: what labs offer now"


@pytest.mark.parametrize(
    "head",
    [
        pytest.param(
            _ld("A browser for the desert")
            + _og("A browser for the desert")
            + f"<title>{STORY} - Gazette</title>",
            id="tab-beside-a-shorter-one-for-sharing",
        ),
        pytest.param(
            _ld(STORY) + _og(SHARED) + f"<title>{SEARCHED} | Gazette</title>",
            id="headline-beside-two-others",
        ),
        pytest.param(
            _ld(SEARCHED) + _og(SHARED) + f"<title>{SEARCHED} | Gazette</title>",
            id="one-heading-beside-two-for-machines",
        ),
    ],
)
def test_of_titles_that_differ_the_one_that_the_page_shows(head: str) -> None:
    assert _title(f"<head>{head}</head><body><h1>{STORY}</h1><p>Sand.</p></body>") == STORY


def test_one_heading_of_few_words_is_no_headline_beside_titles_that_differ() -> None:
    head = _ld(SEARCHED) + _og(SHARED) + f"<title>{SEARCHED} | Gazette</title>"
    html = f"<head>{head}</head><body><h1>Deserts and seas</h1><p>Sand.</p></body>"
    assert _title(html) in (SEARCHED, SHARED)


@pytest.mark.parametrize(("signs", "is_cut"), [(70, True), (56, True), (52, False), (30, False)])
def test_a_title_that_is_cut_amid_a_word_is_read_from_the_heading(signs: int, is_cut: bool) -> None:
    whole = "Harbour pilots of three northern towns learn to read ice-maps from small satellites"
    page = f"{_og(whole[:signs])}<title>{whole} | Gazette</title><h1>{whole}</h1><p>Text.</p>"
    assert _title(page) == (whole if is_cut else whole[:signs])


@pytest.mark.parametrize(
    ("declared", "shown"),
    [("The ferry’s winter", "The ferry's winter"), ("The ferry's winter", "The ferry’s winter")],
)
def test_quotation_marks_are_those_that_the_page_shows(declared: str, shown: str) -> None:
    assert _title(f"{_og(declared)}<title>{shown}</title><h1>{shown}</h1>") == shown


@pytest.mark.parametrize("label", ["<a href=/topics/mobile>Mobile</a>", "<span>#24518</span>"])
def test_a_label_at_the_end_of_a_heading_that_the_tab_has_not(label: str) -> None:
    whole = "A bridge opens in Basra"
    scope = "<article itemscope itemtype='https://schema.org/Article'>"
    heading = f"{scope}<h1 itemprop=headline>{whole} {label}</h1><p>Sand.</p></article>"
    assert _title(f"<title>{whole} | Tarifa</title>{heading}") == whole
    assert _title(f"{_og(whole)}<title>{whole}</title>{heading}") == whole
    linked = "<h1>A bridge opens in the town of <a href=/basra>Basra</a></h1>"
    tab = "<title>A bridge opens in the town of Basra | Tarifa</title>"
    assert _title(f"{tab}{linked}") == "A bridge opens in the town of Basra"


def test_a_title_that_is_written_twice_is_one() -> None:
    once = "The council shuts the bridge"
    page = f"<title>{once} {once} | Tarifa</title><h1>{once} {once}</h1><p>Sand.</p>"
    assert _title(page) == once


def test_signs_that_a_title_has_for_a_script_are_those_of_a_reader() -> None:
    head = "<meta property='og:title' content=\"World\\'s oldest bridge is shut\">"
    page = "<title>World's oldest bridge is shut</title><h1>World's oldest bridge is shut</h1>"
    assert _title(head + page) == "World's oldest bridge is shut"


def test_a_heading_with_fewer_words_of_the_tab_is_the_headline_below_a_section_s() -> None:
    page = (
        "<title>Panel votes to change tight rules on island ferries – Tarifa</title>"
        "<h1>Harbour Centre</h1><div><h2>Panel votes to change rules on ferries</h2>"
        "<p>Nobody spoke for the rules of old.</p></div>"
    )
    assert _title(page) == "Panel votes to change rules on ferries"


def test_one_word_for_sharing_that_the_page_shows_nowhere_is_a_section() -> None:
    page = "<title>Harbour - the bridge - Jun 06</title><h1>The old bridge is shut again</h1>"
    assert _title(_og("Recaps") + page) == "The old bridge is shut again"


def test_the_motto_beside_the_site_s_name_is_no_headline_of_a_page_that_has_one() -> None:
    head = "<title>Harbour Notes | Technology and trade, every day</title>"
    top = "<div><a href='/'>Harbour Notes</a> <span>Technology and trade, every day</span></div>"
    page = "<div class=post-main><div class=post-main-title>The bridge is shut</div><p>Sand.</p>"
    assert _title(f"{head}{top}{page}</div>") == "The bridge is shut"
    crumbs = head.replace("Technology and trade, every day", "The bridge is shut")
    shown = "<div><a href='/'>Harbour Notes</a> <b>The bridge is shut</b></div><p>Sand.</p>"
    assert _title(crumbs + shown) == "The bridge is shut"


@pytest.mark.parametrize("tab", [True, False])
def test_a_title_for_sharing_that_ends_before_a_word_that_did_not_fit(tab: bool) -> None:
    whole = "Harbour pilots of three northern towns learn to read ice-charts from small satellites"
    cut = whole[:63]
    shown = whole if tab else cut
    page = f"{_og(cut)}<title>{shown} | Gazette</title><h1>{whole}</h1><p>Text.</p>"
    assert cut.endswith("charts")
    assert whole[63] == " "
    assert (_title(page) == whole) is tab


@pytest.mark.parametrize("shared", ["KUNA : {} 22/11/2026", "{} 22.11.2026", "{}  2-11-2026"])
def test_a_day_right_behind_the_headline_goes_with_the_agency_before_it(shared: str) -> None:
    headline = "Harbour pilots of three northern towns learn to read charts"
    told = shared.format(headline)
    page = f"{_og(told)}<title>{told}</title><h1>{headline}</h1><p>Text.</p>"
    assert _title(page) == headline


def test_a_day_that_the_page_s_headline_has_too_stays() -> None:
    told = "Minutes of the harbour board 22/11/2026"
    assert _title(f"{_og(told)}<title>{told}</title><h1>{told}</h1><p>Text.</p>") == told


@pytest.mark.parametrize("sign", ["-", "–", "|", "»", "- |"])
def test_a_sign_with_no_site_behind_it_is_no_part_of_a_title(sign: str) -> None:
    title = f"{STORY} {sign}"
    assert _title(f"<title>{title}</title>{_og(title)}<h1>{STORY}</h1><p>Text.</p>") == STORY
    assert _title(f"<title>{title}</title>{_og(title)}<p>Text.</p>") == STORY


def test_a_title_that_is_a_quotation_keeps_the_sign_that_ends_it() -> None:
    title = "« Une horloge publique ne ment qu'une fois »"
    assert _title(f"<title>{title}</title>{_og(title)}<h1>{title}</h1><p>Texte.</p>") == title


@pytest.mark.parametrize("host", ["ig.com.br", "www.ig.com.br", "recipes.ig.com.br", "ig.co.uk"])
def test_a_house_of_two_letters_below_what_a_country_shares(host: str) -> None:
    title = f"{STORY} - iG"
    doc = parse_text(f"<title>{title}</title>{_og(title)}<p>Text.</p>", f"https://{host}/story")
    assert extract_title(doc, read_metadata(doc)) == STORY


def _called_as_its_page(name: str, site: str, path: str) -> str | None:
    data = f'<script type="application/ld+json">{{"@type":"WebSite","name":"{name}"}}</script>'
    own = f"<meta property='og:site_name' content='{site}'>"
    body = f"<h1>{name}</h1><p>Avocados and a lime.</p><h2>Other recipes with limes</h2>"
    html = f"<title>{name}</title>{_og(name)}{own}{data}{body}"
    doc = parse_text(html, f"https://www.gazette.example{path}")
    return extract_title(doc, read_metadata(doc))


def test_a_title_that_is_told_as_the_name_of_the_site_too() -> None:
    assert _called_as_its_page("Green Dip", "Gazette Kitchen", "/recipes/71") == "Green Dip"
    assert _called_as_its_page("Green Dip", "Green Dip", "/recipes/green-dip-2") == "Green Dip"
    assert _called_as_its_page("Gazette Kitchen", "Gazette Kitchen", "/s/71") != "Gazette Kitchen"


@pytest.mark.parametrize(
    ("headline", "title"),
    [
        ("<div itemprop='headline'><p>It took four years.</p></div>", STORY),
        ("<p itemprop='headline'>It took four years.</p>", STORY),
        (
            "<header itemprop='headline'><h1>The desert gets one</h1></header>",
            "The desert gets one",
        ),
    ],
)
def test_a_standfirst_that_microdata_call_the_headline(headline: str, title: str) -> None:
    scope = "itemscope itemtype='http://schema.org/Article'"
    html = f"<article {scope}><h2 itemprop='name'>{STORY}</h2>{headline}<p>Text.</p></article>"
    assert _title(html) == title
    alone = html.replace("itemprop='name'", "")
    assert _title(alone) != STORY
