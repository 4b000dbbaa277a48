"""Short lines that sign, wherever they stand: told word by word, each with what only looks so."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.ledger import REPEATED
from pipeline.lines.tails import TAIL
from pipeline.people.dense_lines import persons_of_dense_line
from pipeline.people.dense_persons import is_korean_person
from pipeline.people.fact_parts import persons_among_facts
from pipeline.people.given_names import begins_with_given_name
from pipeline.people.signed_in_removed import signed_in_removed
from pipeline.records import BlockKind, Removed
from tests.pipeline.people.story_page import authors

SITES = frozenset({"海岸新闻", "해안일보", "صحيفةالأفق"})


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("来源：海岸新闻　记者 司马青　编辑 丁卓然", ("司马青",)),
        ("2026-03-12 10:30 海岸新闻 安宁", ("安宁",)),
        ("撰文：安宁｜摄影：诸葛明", ("安宁",)),
        ("翻译：丁卓 作者 安宁", ("安宁",)),
        ("海岸新闻记者 程依伦 严圣禾 北京报道", ("程依伦", "严圣禾")),
        ("水野良樹（フリーライター）", ("水野良樹",)),
        ("久保田健司＝北京", ("久保田健司",)),
        ("執筆：三好はるか　編集：久保田健司", ("三好はるか",)),
        ("佐伯 真理子 記者", ("佐伯 真理子",)),
        ("记者 三浦 翔太", ("三浦 翔太",)),
        ("アンナ・シュミット 2026/3/12", ("アンナ・シュミット",)),
        ("구은서(cosmos7)", ("구은서",)),
        ("구은서 특파원 | 워싱턴", ("구은서",)),
        ("(서울=연합뉴스) 제갈태일 기자 =", ("제갈태일",)),
        ("글 남궁현(객원기자) · 사진 정하윤", ("남궁현",)),
        ("남궁현 기자의 기사 더보기", ("남궁현",)),
        ("송미경 / 연합뉴스", ("송미경", "연합뉴스")),
        # what only looks so
        ("北京 | 王府井", ()),
        ("责任编辑：刘万里", ()),
        ("图：王晓琳", ()),
        ("文/图", ()),
        ("张家港 2026-03-12", ()),
        ("기자 페이지 구독", ()),
        ("김치찌개 2026.03.12", ()),
        ("王晓琳说，这项计划来得太晚。", ()),
    ],
)
def test_words_of_a_line_without_capitals(line: str, names: tuple[str, ...]) -> None:
    assert persons_of_dense_line(line, SITES) == names


def test_korean_names_by_their_letters() -> None:
    assert all(map(is_korean_person, ("구은서", "황보연", "남궁현", "배수진")))
    assert not any(
        map(is_korean_person, ("정치부", "이용자", "기상청", "고객센터", "안내문", "최신순"))
    )


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("لندن – «القدس العربي» من سارة أحمد:", ("سارة أحمد",)),
        ("رام الله- «القدس العربي»: سارة أحمد", ("سارة أحمد",)),
        ("«عكاظ» (جدة) سارة أحمد", ("سارة أحمد",)),
        ("دبي، الإمارات العربية المتحدة (CNN) -- إعداد: سارة أحمد", ("سارة أحمد",)),
        ("مراسل الأفق في عدن سارة أحمد", ("سارة أحمد",)),
        # what only looks so
        ("«الجزيرة» محمد صلاح يسجل", ()),
        ("سارة أحمد «الطبيبة»", ()),
        ("سارة أحمد:", ()),
        ("دبي، الإمارات -- تصوير: سارة أحمد", ()),
    ],
)
def test_a_house_a_place_and_a_label_around_a_person(line: str, names: tuple[str, ...]) -> None:
    assert persons_among_facts(line, SITES) == names


def test_letters_and_hyphens_stand_for_given_names() -> None:
    for name in ("K. V. Raman", "M. Taufan Rengganis", "Wolf-Dieter Ohlsen"):
        assert begins_with_given_name(name)
    for name in ("U.S. Senate", "U. S. Senate", "Baden-Baden Nord"):
        assert not begins_with_given_name(name)


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("<p>Pubblicato il 12 marzo 2026 da Benedetta Lo Bianco</p>", ("Benedetta Lo Bianco",)),
        ("<p>Pubblicato il 12 marzo 2026 da Samuele Di Paola</p>", ("Samuele Di Paola",)),
        ("<p>Katharina zu Salm aus Wien</p>", ("Katharina zu Salm",)),
        ("<p>Yosep Suprayogi, CNN Indonesia</p>", ("Yosep Suprayogi",)),
        (
            "<div><span>Zhivko Joon</span> &amp; <span>Anna Kern</span></div>",
            ("Zhivko Joon", "Anna Kern"),
        ),
        (
            "<p class='byline'>By Anna Kern and Jan Roth<span>Reporting from Leeds</span></p>",
            ("Anna Kern", "Jan Roth"),
        ),
        (
            "<ul class='auth'><li><span>Jan Roth</span><span>correspondent Leeds</span></li></ul>",
            ("Jan Roth",),
        ),
        ("<p class='firma'>ANA DE LA PEÑA <br> Valencia</p>", ("ANA DE LA PEÑA",)),
        ("<p class='firma'>Ana Peña<br>Villaquieta</p>", ("Ana Peña",)),
        ("<p class='firma'>Ana<br>Villaquieta</p>", ("Ana Villaquieta",)),
        ("<p class='byline'>Anna Kern Special to the Post</p>", ("Anna Kern",)),
        (
            "<div class='auth'>Von <a href='/i/a'>Jan Roth</a> und "
            "<a href='/i/b'>Anna Kern</a> (Fotos)</div>",
            ("Jan Roth",),
        ),
        (
            "<div><img src='/u/1.jpg'><div>Anna Kern</div><div>2026-03-12 10:30</div></div>",
            ("Anna Kern",),
        ),
        # what only looks so
        ("<div><img src='/u/1.jpg'><div>Anna Kern</div></div>", ()),
        ("<p>Wien aus der Luft</p>", ()),
    ],
)
def test_lines_below_a_headline(line: str, names: tuple[str, ...]) -> None:
    assert authors(line, lang="en") == names


def test_lines_of_a_text_and_around_it() -> None:
    assert authors(first="<p>لندن – «القدس العربي» من سارة أحمد:</p>", lang="ar") == ("سارة أحمد",)
    assert authors(first="<h2>سارة أحمد</h2>", lang="ar") == ("سارة أحمد",)
    assert authors(above="<div>سارة أحمد تكتب:</div>", lang="ar") == ("سارة أحمد",)
    edited = "<p>تحرير: هدى رزق<br>كتابة: سارة أحمد</p>"
    assert authors(end=edited, lang="ar") == ("سارة أحمد",)
    assert authors(first="<p>(서울=연합뉴스) 제갈태일 기자 = </p>", lang="ko") == ("제갈태일",)
    assert authors("<p>水野良樹（フリーライター）</p><p>2026/3/12</p>", lang="ja") == ("水野良樹",)


def test_letters_before_who_pictured_sign_a_text() -> None:
    line = Removed("mak, bst; Foto [M]: Jan Roth", "line:unconfirmed", 0, BlockKind.PARAGRAPH)
    assert signed_in_removed([line]) == ("mak", "bst")
    for text in ("am 3. Mai; Foto: Jan Roth", "mak; und sonst nichts", "Foto: Jan Roth"):
        assert signed_in_removed([replace(line, text=text)]) == ()


def test_a_label_that_a_woman_may_sign_too() -> None:
    assert authors("<p>كتب/ت سارة أحمد</p>", lang="ar") == ("سارة أحمد",)
    assert authors("<p>كتب/تامر حسن</p>", lang="ar") == ("تامر حسن",)


def test_who_is_named_below_comments_or_behind_another_label_signs_nothing() -> None:
    def removed(*lines: tuple[str, str]) -> list[Removed]:
        return [
            Removed(text, rule, at, BlockKind.PARAGRAPH) for at, (rule, text) in enumerate(lines)
        ]

    head = ("ar:comment-form", "ردود الزوار")
    line = (TAIL, "سارة أحمد - 27 نوفمبر 2026")
    assert signed_in_removed(removed(line)) == ("سارة أحمد",)
    assert signed_in_removed(removed(head, line)) == ()
    apart = [*removed(head), replace(removed(line)[0], index=9)]
    assert signed_in_removed(apart) == ("سارة أحمد",)
    helped = (REPEATED, "أسهم في التغطية: سارة أحمد")
    assert signed_in_removed(removed(helped)) == ()


def test_what_names_others_signs_nothing() -> None:
    subject = (
        "<h2>سارة أحمد</h2><p>قالت أحمد إن الخطة جيدة وإن المدينة تحتاج إليها منذ سنوات طويلة.</p>"
    )
    assert authors(first=subject, lang="ar") == ()
    listed = '<div class="writers"><h4>الكتّاب</h4><a href="/w/2">سارة أحمد</a></div>'
    assert authors(after=listed, lang="ar") == ()
    posted = '{"@type":"NewsArticle","author":{"@type":"Person","name":"superadmin"}}'
    account = f'<script type="application/ld+json">{posted}</script>'
    assert authors(account, lang="en") == ()


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Guest post: Jane Doe", ("Jane Doe",)),
        ("Konuk yazar: Ayşe Kaya", ("Ayşe Kaya",)),
        ("Tác giả: Trần Ngọc Diệp", ("Trần Ngọc Diệp",)),
        ("Guest: Jane Doe", ()),
        ("Diễn giả: Trần Ngọc Diệp", ()),
        ("Phát ngôn viên: Trần Ngọc Diệp", ()),
    ],
)
def test_a_label_of_an_author_may_have_a_word_of_others(text: str, names: tuple[str, ...]) -> None:
    line = Removed(text, "any:byline", 9, BlockKind.PARAGRAPH)
    assert signed_in_removed([line]) == names
