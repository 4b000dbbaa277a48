"""Writers beside the text, in its first bold line, and behind labels that say more than "by"."""

from __future__ import annotations

import pytest

from pipeline.extract import extract_article
from pipeline.memory import EMPTY
from pipeline.people.dense_reporters import reporters_at_end, reporters_in_dateline
from pipeline.people.house_parts import without_house
from pipeline.people.labels import cut_before
from pipeline.people.names_in_text import names_in_text
from pipeline.records import Article, Page
from tests.pipeline.people.story_page import NOW, STORIES, TEXT, authors, read

LD = '<script type="application/ld+json">{{"@type":"NewsArticle","author":{}}}</script>'
PERSIAN = "این طرح نشان می‌دهد که هزینه حمل و نقل عمومی در شهر نسبت به سال گذشته رشد داشته است. "


def column(name: str, job: str) -> tuple[str, ...]:
    """The authors of a guest's text, the name in a column beside it, that the house signs."""
    title, text = STORIES["en"]
    house = LD.format('{"@type":"Organization","name":"Harbour Review"}')
    html = (
        f"<html lang=en><head><title>{title}</title>{house}</head><body><div><aside><img src=p.jpg>"
        f"<p><strong>{name}</strong></p><p>{job}</p></aside><div><h1>{title}</h1><p>1 May 2026</p>"
        + "".join(f"<p>{n}. {text * 2}</p>" for n in range(4))
        + "</div></div></body></html>"
    )
    url = "https://harbour.example/opinion/guest"
    found = extract_article(Page(url, url, html.encode(), NOW, charset="utf-8"), EMPTY, NOW)
    assert isinstance(found, Article)
    return found.authors


@pytest.mark.parametrize(
    ("said", "name"), [("Li Wei", "Li Wei"), ("Doe, Jane", "Jane Doe"), ("Ono Reva", "Ono Reva")]
)
def test_a_bold_name_between_a_picture_and_a_job_beside_the_text_signs(
    said: str, name: str
) -> None:
    assert column(said, "Chief Economist at Orient Capital") == (name,)
    assert column(said, "Professor, University of Leeds") == (name,)


def test_a_bold_line_that_no_job_follows_signs_nothing() -> None:
    assert column("Li Wei", "The bridge in May") == ("Harbour Review",)


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("نورا حسینی:", "نورا حسینی"),
        ("سعید لیلاز . تحلیلگر اقتصادی", "سعید لیلاز"),
        ("امیر جدیدی-روزنامه‌نگار", "امیر جدیدی"),
        ("سیدمصطفی هاشمی‌طبا در روزنامه ساحل نوشت:", "سیدمصطفی هاشمی‌طبا"),
    ],
)
def test_a_bold_name_with_a_colon_or_a_job_below_the_standfirst_signs(line: str, name: str) -> None:
    found = read(
        lead=f"{PERSIAN * 2}</p><p><strong>{line}</strong></p><p>", text=PERSIAN, lang="fa"
    )
    assert found.authors == (name,)
    assert line not in found.text


def test_who_answers_in_a_talk_signs_nothing() -> None:
    talk = "<p><strong>سارة أحمد:</strong></p><p>نعم.</p>"
    found = read(lead=f"{TEXT}</p>{talk}<p>", end=talk)
    assert found.authors == ()


def test_a_report_of_a_thing_is_by_nobody() -> None:
    assert cut_before("گزارشی از بازار فناوری") is None
    assert cut_before("گزارشی از سارا رستگار") == "سارا رستگار"
    assert authors(above="<div class='toptitle'>گزارشی از بازار فناوری</div>", lang="fa") == ()


@pytest.mark.parametrize("text", ["مقال لم ينشر بعد", "مقال للبيع", "مقال لافت عن المدينة"])
def test_an_article_that_is_something_is_nobodys(text: str) -> None:
    assert cut_before(text) is None


def test_a_long_place_is_no_part_of_a_telegrams_reporter() -> None:
    line = "（中央社記者張建中新竹科學園區26日電）市議會週三通過新計畫。"
    assert reporters_in_dateline(line) == ("張建中",)


@pytest.mark.parametrize(
    ("end", "names"),
    [
        ("計画を可決した。【町野幸】", ("町野幸",)),
        ("計画を可決した。【写真集】", ()),
        ("計画を可決した。【写真有】", ()),
    ],
)
def test_three_letters_in_thick_brackets_sign_a_text(end: str, names: tuple[str, ...]) -> None:
    assert reporters_at_end(end) == names


def test_a_houses_name_with_figures_signs() -> None:
    head = LD.format('[{"@type":"Person","name":"Courier360"}]')
    head += "<meta property='og:site_name' content='Courier360'>"
    assert read(head=head, lang="en").authors == ("Courier360",)


def test_a_town_behind_a_slash_is_no_author() -> None:
    head = "<meta name='articleAuthor' content='Sefa Uyar / Ankara'>"
    assert read("<div>Sefa Uyar / Ankara</div>", head=head, lang="tr").authors == ("Sefa Uyar",)


def test_a_chinese_name_set_wide_is_written_as_one() -> None:
    line = "<div><div>王 磊</div><div><span>2026-11-20 14:15</span></div></div>"
    text = "市议会周三晚间通过一项新的公共交通计划，将在城市线路上投入四十辆电动公交车。"
    below = "<div>责任编辑：吴跃伟</div>"
    assert read(line, text=text, lang="zh", after=below).authors == ("王磊",)


def test_an_urdu_job_beside_a_linked_name_is_no_part_of_it() -> None:
    line = (
        "<div class='author'><a href='/a'>راجہ قیصر احمد</a> <span>استاد، قائد اعظم یونیورسٹی"
        "</span></div>"
    )
    assert authors(line, lang="ur") == ("راجہ قیصر احمد",)


def test_a_paper_behind_two_writers_above_the_text_parts_none_of_them() -> None:
    line = "<div><span>Tim Bradshaw and Jane Doe, Financial Times</span></div>"
    box = "<div><a href='/author/tim'>Tim Bradshaw</a> <span>Editor</span></div>"
    assert read(line, behind=box, lang="en").authors == ("Tim Bradshaw", "Jane Doe")


def test_two_persons_before_the_job_of_both_sign() -> None:
    line = "<div>KAZUNARI HANAWA and ERI SUGIURA, Harbour staff writers</div>"
    assert authors(line, lang="en") == ("KAZUNARI HANAWA", "ERI SUGIURA")
    assert authors("<div>Boats and Harbours, spring guide</div>", lang="en") == ()


def test_a_column_called_a_writers_between_headline_and_text_names_the_author() -> None:
    aside = (
        "<div class=nm>عبير قرنداشي</div><div class=ds>تعشق التقنية</div><div>20 نوفمبر 2026</div>"
    )
    line = f'<div class="grid"><aside class="writer">{aside}</aside></div>'
    assert authors(line) == ("عبير قرنداشي",)
    assert authors(line.replace("writer", "promo")) == ()


def test_a_paper_is_no_person_beside_one() -> None:
    assert names_in_text("山田 雄一郎 : 東洋経済 記者", 2) == ("山田 雄一郎",)


def test_a_house_written_with_other_letters_stands_before_a_person() -> None:
    head = "<meta property='og:site_name' content='عصر ساحل نيوز'>"
    line = "<p><strong>عصر ساحل نیوز؛ جعفر محمدی -</strong></p><p>"
    found = read(lead=f"{PERSIAN}</p>{line}", head=head, text=PERSIAN, lang="fa")
    assert found.authors == ("جعفر محمدی",)


def test_a_desk_of_the_house_before_a_chinese_name_is_no_part_of_it() -> None:
    sites = frozenset({"新京报"})
    assert without_house("新京报贝壳财经 韦博雅", sites) == "韦博雅"
    assert without_house("新闻 韦博雅", sites) == "新闻 韦博雅"


def test_who_signs_at_the_end_wrote_what_a_paper_put_out() -> None:
    head = LD.format('[{"@type":"Organization","name":"海辺新聞"}]')
    end = "<p>市議会は水曜日の夜、新しい公共交通計画を可決した。（福田涼太郎）</p>"
    assert read(head=head, end=end, lang="ja").authors == ("福田涼太郎",)
    assert read(head=head, lang="ja").authors == ("海辺新聞",)


def test_a_name_turned_round_signs_where_something_marks_it() -> None:
    assert names_in_text("Doe, Jane", 2) == ("Jane Doe",)
    assert authors("<div class='author'>Doe, Jane</div>", lang="en") == ("Jane Doe",)
    assert authors("<div>Football, Jack</div>", lang="en") == ()


def test_a_column_of_several_or_of_figures_names_nobody() -> None:
    links = "".join(f"<a href='/author/{n}'>{n} Roe</a>" for n in ("Jane", "John", "Ann"))
    for box in (
        f"<aside class='writers'><h3>Our writers</h3>{links}</aside>",
        "<aside class='by-numbers'><div>Forty Buses</div></aside>",
    ):
        assert authors(box, lang="en") == ()
