"""Who signs in the first words of a text or its last, beside the house, a town or a picture."""

from __future__ import annotations

import json

import pytest

from tests.pipeline.people.story_page import authors, read


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


@pytest.mark.parametrize(
    ("first", "names"),
    [
        ("<p>هبة سالم</p>", ("هبة سالم",)),
        ("<p>د. هبة سالم</p>", ("د. هبة سالم",)),
        # the text tells of her
        (
            "<p>هبة سالم</p><p>وقالت سالم إن المجلس تأخر في نشر جداول الحافلات هذا العام.</p>",
            ("علي حسن",),
        ),
        ("<p>خطة النقل</p>", ("علي حسن",)),
        ("", ("علي حسن",)),
    ],
)
def test_who_posts_all_and_is_never_seen_gives_way_to_who_opens_the_text(
    first: str, names: tuple[str, ...]
) -> None:
    assert authors(first=first, head=_signed("علي حسن")) == names


def test_who_opens_the_text_is_not_who_is_seen_to_sign() -> None:
    below = "<p class='byline'>علي حسن</p>"
    assert authors(below, first="<p>هبة سالم</p>", head=_signed("علي حسن")) == ("علي حسن",)


@pytest.mark.parametrize(
    ("line", "lang", "site", "names"),
    [
        # a house by the word before its kind, and who wrote for it
        ("<div class='byline'>文｜海港 杨国强</div>", "zh", "海港网", ("杨国强",)),
        ("<div class='byline'>文｜海港 杨国强</div>", "zh", "山地网", ("海港", "杨国强")),
        # whence, in an element of its own
        (
            "<div class='byline'><span>特約撰稿人 刘子涵</span><span> 發自 成都</span></div>",
            "zh",
            "",
            ("刘子涵",),
        ),
        # who took the picture
        (
            "<div class='writer'><a href='/w/1'>محرر الساحل</a></div><div class='dt'>20 نوفمبر 2026"
            "</div><div class='img-cap'>هبة سالم، الساحل</div>",
            "ar",
            "الساحل",
            ("محرر الساحل",),
        ),
    ],
)
def test_a_house_an_agency_and_a_place_beside_who_signs(
    line: str, lang: str, site: str, names: tuple[str, ...]
) -> None:
    assert authors(line, lang=lang, site=site) == names


@pytest.mark.parametrize(
    ("line", "lang", "site", "names"),
    [
        (
            "<div class='author'>Par Rivage.fr avec AFP</div>",
            "fr",
            "Rivage.fr",
            "Rivage.fr avec AFP",
        ),
        ("<div class='author'>Par AFP</div>", "fr", "Rivage.fr", "AFP"),
        ("<ul class='byline'><li>Ritzau</li></ul>", "da", "Kysten", "Ritzau"),
        ("<ul class='tags'><li>Ritzau</li></ul>", "da", "Kysten", "Kysten"),
    ],
)
def test_an_agency_beside_a_house_that_signs_all_pages(
    line: str, lang: str, site: str, names: str
) -> None:
    assert authors(line, lang=lang, site=site, head=_signed(site, kind="Organization")) == (names,)


def test_who_wrote_and_who_pictured_before_their_house_below_the_text() -> None:
    line = "<div class='byline'><p>Jana Roth (Text), Mark Albers (Bild), hafen.example</p></div>"
    head = _signed("hafen.example", kind="Organization")
    assert authors(behind=line, lang="de", site="hafen.example", head=head) == ("Jana Roth",)


@pytest.mark.parametrize(
    ("first", "lang", "names"),
    [
        # a label and two persons before a break
        (
            "Haber: Serkan Polat, Nazlı Çelik<br>Liman yeniden açıldı.",
            "tr",
            ("Serkan Polat", "Nazlı Çelik"),
        ),
        (
            "Ece Ak - Burak Şen / ANKARA, (DHA)- Liman uzun bir aradan sonra, aylardır süren "
            "tartışmaların ve onarım çalışmalarının ardından yeniden açıldı.",
            "tr",
            ("Ece Ak", "Burak Şen", "DHA"),
        ),
        ("每经记者：司马子涵　每经编辑：孙伟", "zh", ("司马子涵",)),
        # a sentence
        ("多名记者 在现场 看到，市场已经恢复营业。", "zh", ()),
    ],
)
def test_labels_and_dashes_between_those_who_report(
    first: str, lang: str, names: tuple[str, ...]
) -> None:
    assert authors(first=f"<p>{first}</p>", lang=lang) == names


@pytest.mark.parametrize(
    ("first", "lang", "site"),
    [
        ("المدى: لجنة السكان تجتمع مع ممثلي التجار يوم الخميس.", "ar", "صحيفة المدى الإلكترونية"),
        ("المدى – خطة جديدة لتطوير الشواطئ في المدينة القديمة.", "ar", "صحيفة المدى الإلكترونية"),
        ("بيروت(لبنان)تستضيف المؤتمر الثالث للنقل العام في الشرق الأوسط.", "ar", ""),
        ("تصوير- فكرة الفيلم جاءت من حكاية قديمة سمعها المخرج في طفولته.", "ar", ""),
        ("تهران- علی رضایی؛ شهردار منطقه ده، گفت که کار تا پاییز پایان می‌یابد.", "fa", "کرانه"),
        ("کراچی(سندھ اسمبلی)کا اجلاس کل ہو گا جس میں بجٹ پیش کیا جائے گا۔", "ur", ""),
        ("[단독] 김철수 이하은 박민준 세 사람은 어제 시청을 찾았다.", "ko", ""),
        ("राहुल चौहान, महापौर, ने कहा।", "hi", ""),
        ("राहुल चौहान, महापौर, ने बताया कि रिपोर्ट जल्द आएगी और काम चलता रहेगा।", "hi", ""),
        ("王芳 发自 内心的笑容感染了所有人。", "zh", ""),
        ("Ece Ak - Burak Şen çifti İzmir (Türkiye) - Atina seferini açtı.", "tr", ""),
    ],
)
def test_sentences_that_begin_as_lines_of_reporters_do(first: str, lang: str, site: str) -> None:
    found = read(first=f"<p>{first}</p>", lang=lang, site=site)
    assert found.authors == ()
    assert first in found.text
