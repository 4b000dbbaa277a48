"""Who signs in the first words of a text or its last, beside the house, a town or a picture."""

from __future__ import annotations

import json

import pytest

from tests.pipeline.people.story_page import authors


def _signed(*names: str, kind: str = "Person") -> str:
    """A head whose JSON-LD signs with the names."""
    said = {"@type": "NewsArticle", "author": [{"@type": kind, "name": name} for name in names]}
    return f"<script type='application/ld+json'>{json.dumps(said)}</script>"


@pytest.mark.parametrize(
    ("site", "line", "names"),
    [
        ("صحيفة المدى الإلكترونية", "المدى- هبة سالم", ("هبة سالم",)),
        ("جريدة المدى السودانية", "المدى – هبة سالم وعلي حسن", ("هبة سالم", "علي حسن")),
        ("وكالة المدى العربية الإخبارية", "المدى: هبة سالم", ("هبة سالم",)),
        # what the site's name begins or ends with is not all of it
        ("صحيفة المدى الأخضر", "المدى- لجنة السكان", ()),
        ("نادي المدى الرياضي", "المدى: خطة جديدة", ()),
    ],
)
def test_a_house_between_its_kind_and_an_adjective(
    site: str, line: str, names: tuple[str, ...]
) -> None:
    assert authors(first=f"<p><strong>{line}</strong></p>", site=site) == names


@pytest.mark.parametrize(
    ("said", "names"),
    [
        ("لندن- هبة سالم", ("هبة سالم",)),
        ("إسطنبول - هبة سالم، علي حسن", ("هبة سالم", "علي حسن")),
        ("غزة / هبة سالم", ("هبة سالم",)),
        # no town
        ("شيرين لندن", ("شيرين لندن",)),
    ],
)
def test_a_town_before_a_dash_in_metadata_is_no_author(said: str, names: tuple[str, ...]) -> None:
    assert authors(head=_signed(said)) == names


@pytest.mark.parametrize(
    ("lang", "first", "names"),
    [
        ("fa", "<b>کرانه-</b> <b>سارا احمدی؛</b> شورای شهر طرح را تصویب کرد. ", ("سارا احمدی",)),
        (
            "ur",
            "لاہور(سدرہ ملک،علی خان)شہری کونسل نے منصوبہ منظور کر لیا۔ ",
            ("سدرہ ملک", "علی خان"),
        ),
        (
            "ko",
            "[서울=바다뉴스] 김철수 이하은 박민준 기자 = 시의회는 계획을 통과시켰다. ",
            ("김철수", "이하은", "박민준"),
        ),
        # sentences
        ("fa", "کرانه- شورای شهر؛ طرح تازه را تصویب کرد. ", ()),
        ("ur", "لاہور(پنجاب پولیس،ضلعی انتظامیہ)شہری کونسل نے منصوبہ منظور کر لیا۔ ", ()),
    ],
)
def test_who_reports_before_the_first_word(lang: str, first: str, names: tuple[str, ...]) -> None:
    assert authors(lead=first, lang=lang, site="کرانه" if lang == "fa" else "") == names


@pytest.mark.parametrize(
    ("end", "names"),
    [
        ("計画は来春始まるという。（報道センター　石川誠）", ("石川誠",)),
        ("計画は来春始まるという。（函館支社　石川誠）", ("石川誠",)),
        ("計画は来春始まるという。（交通センター　改修中）", ()),
    ],
)
def test_a_desk_before_a_person_in_the_last_brackets(end: str, names: tuple[str, ...]) -> None:
    assert authors(end=f"<p>{end}</p>", lang="ja") == names


def test_who_took_the_pictures_behind_a_dash_that_is_joined_with_the_label() -> None:
    line = "<p><b>تغطية هبة سالم:</b></p><p>تصوير- علي حسن</p>"
    assert authors(first=line) == ("هبة سالم",)


@pytest.mark.parametrize(
    ("line", "lang", "names"),
    [
        (
            "<div class='editor'>Written by: PTI<br><span>New Delhi | <span>Updated: May 3, 2026 "
            "5:00 AM IST</span></span></div>",
            "en",
            ("PTI",),
        ),
        ("<div class='author'>Jane London</div>", "en", ("Jane London",)),
        (
            "<p class='autor'>Ana Prado e Rui Lima - Repórteres da Agência Brasil</p>",
            "pt",
            ("Ana Prado", "Rui Lima"),
        ),
    ],
)
def test_an_agency_before_a_town_and_reporters_before_their_house(
    line: str, lang: str, names: tuple[str, ...]
) -> None:
    assert authors(line, lang=lang) == names


@pytest.mark.parametrize(
    ("end", "names"),
    [
        ("<p><b>هبة سالم وعلي حسن</b></p>", ("هبة سالم", "علي حسن")),
        ("<p><b>هبة سالم</b></p>", ("هبة سالم",)),
        ("<p><b>الماء والكهرباء</b></p>", ("Sahil Editor",)),
        ("", ("Sahil Editor",)),
    ],
)
def test_an_account_of_editors_gives_way_to_who_ends_the_text(
    end: str, names: tuple[str, ...]
) -> None:
    more = "<p><b><a href='https://t.me/sahil'>متابعة أخبار الساحل على تلغرام</a></b></p>"
    assert authors(end=end + more, head=_signed("Sahil Editor"), site="Sahil") == names


def test_a_sentence_about_a_person_and_their_job_is_no_byline() -> None:
    text = "<p>राहुल चौहान, महापौर, ने बताया कि अंतिम रिपोर्ट साल के अंत से पहले आएगी।</p>"
    assert authors(
        "<p>नई सेवाओं से परिवारों को फायदा होगा।</p>" + text,
        lang="hi",
        head=_signed("तट", kind="Organization"),
    ) == ("तट",)


def test_all_in_links_to_authors_pages_beside_the_only_one_whom_metadata_name() -> None:
    link = "<a href='/author/{}'><img src='/{}.jpg' alt=''><span>{}</span></a>"
    row = link.format(1, 1, "هبة سالم") + link.format(2, 2, "سلام قصير")
    assert authors(f"<div class='row'>{row}</div>", head=_signed("هبة سالم")) == (
        "هبة سالم",
        "سلام قصير",
    )
