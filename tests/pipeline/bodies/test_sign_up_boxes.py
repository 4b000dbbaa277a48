"""Forms for newsletters amid a text: told by what their lines say, whatever their box is called."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from pipeline.extract import extract_article
from pipeline.lines.known_lines import signs_up
from pipeline.memory import EMPTY
from pipeline.records import Article, Page

NOW = datetime(2026, 11, 25, tzinfo=UTC)
TITLE = "A second plant"
PROSE = "The council voted on day {} to close the bridge for repairs, which will last about a year."
TEXTS = [PROSE.format(number) for number in range(8)]


def _text(box: str) -> list[str]:
    lines = [f"<p>{text}</p>" for text in TEXTS]
    body = "".join([*lines[:4], box, *lines[4:]])
    html = f"<title>{TITLE}</title><main><h1>{TITLE}</h1><article>{body}</article></main>"
    url = "https://news.example/story"
    found = extract_article(Page(url, url, html.encode(), NOW, charset="utf-8"), EMPTY, NOW)
    assert isinstance(found, Article)
    return found.text.split("\n\n")


@pytest.mark.parametrize(
    "lines",
    [
        (
            "The Posted",
            "Get a dash of perspective along with the trending news of the day.",
            "By signing up you consent to receive the above newsletter from us.",
            "We encountered an issue signing you up. Please try again",
        ),
        ("Der Brief aus Wien", "Vielen Dank für Ihre Anmeldung.", "Danke für Ihre Registrierung!"),
        ("La matinale", "En vous inscrivant, vous acceptez nos conditions.", "Le menu du jour."),
        ("النشرة", "أهم الأخبار كل صباح", "بالاشتراك فإنك توافق على سياسة الخصوصية."),
    ],
)
def test_a_form_for_a_newsletter_goes_whole(lines: tuple[str, ...]) -> None:
    head, *rest = lines
    box = f"<h3>{head}</h3>" + "".join(f"<p>{line}</p>" for line in rest)
    assert _text(f"<div class='x1'>{box}</div>") == TEXTS
    assert _text(f"<div class='x1'><p><b>{head}</b></p>{box}</div>") == TEXTS


@pytest.mark.parametrize(
    "box",
    [
        "<h4>حمّل تطبيقنا</h4><p>الأخبار فور وقوعها على هاتفك</p><a href='/i'>آب ستور</a>",
        "<p>News as it breaks</p><a href='/i'>App Store</a> <a href='/g'>Google Play</a>",
    ],
)
def test_a_box_that_leads_to_stores_of_apps(box: str) -> None:
    assert _text(f"<div class='x1'>{box}</div>") == TEXTS
    told = "<p>The firm left Google Play last year.</p>"
    assert len(_text(f"<div class='x1'><p>News as it breaks.</p>{told}</div>")) > len(TEXTS)


def test_a_group_of_paragraphs_loses_only_the_line() -> None:
    """Some systems wrap paragraphs by twos: what stands beside the invitation may be text."""
    line = "By signing up you agree to our terms and conditions."
    group = f"<div class='x1'><p>The mayor was not amused at all.</p><p>{line}</p></div>"
    assert _text(group) == [*TEXTS[:4], "The mayor was not amused at all.", *TEXTS[4:]]


@pytest.mark.parametrize(
    ("head", "lines"),
    [
        ("Newsletter", ("« Chaleur humaine »", "Nos meilleurs articles sur le climat.")),
        ("Gemeinsam für freie Presse", ("Texte, die man woanders nicht liest, aus Prinzip.",)),
        ("Together with Harbour Kilns", ("The kiln that thinks ahead", "It saves a fifth.")),
        ("برعاية أفران الميناء", ("الفرن الذي يفكر", "يوفر خمس الغاز في كل شهر.")),
        ("Sostieni Orizzonte: abbiamo bisogno di te", ("Siamo orgogliosi di quel che diamo.",)),
    ],
)
def test_a_box_headed_by_an_appeal_goes_with_its_button(head: str, lines: tuple[str, ...]) -> None:
    box = f"<p>{head}</p>" + "".join(f"<p>{line}</p>" for line in lines)
    assert _text(f"<section class='x1'>{box}<a href='/join'>Join now</a></section>") == TEXTS
    own = "The council will vote once more before the bridge is closed for its repairs."
    assert own in _text(f"<section class='x1'>{box}<p>{own}</p></section>")
    long = f"<p>{TEXTS[0]} {' '.join(TEXTS[4:])}</p>"  # more than a third of all
    assert _text(f"<section class='x1'>{box}{long}<a href='/join'>Join now</a></section>") == TEXTS


def test_whom_a_box_was_made_with_stays_without_a_button() -> None:
    box = "<p>In partnership with the port</p><p>The school opens its doors to all in May.</p>"
    assert "The school opens its doors to all in May." in _text(f"<section>{box}</section>")


def test_a_button_in_a_box_of_its_own_is_one() -> None:
    box = "<h3>The Bell at six</h3><p>What happened on the water, on weekdays.</p>{}"
    button = "<div class='b1'><a href='/join'>Join now</a></div>"
    assert _text(f"<div class='g1'><div class='g2'>{box.format(button)}</div></div>") == TEXTS
    linked = "<p>It is told in <a href='/log'>a log</a> of the port.</p>"
    grouped = f"<div class='wp-block-group'><div class='g2'>{box.format(linked)}</div></div>"
    assert len(_text(grouped)) > 8


@pytest.mark.parametrize(
    "lines",
    [
        ("Poll", "Would your town do the same?", "Yes", "No", "Vote"),
        ("ما رأيك في الجسر الجديد؟", "جميل", "عادي", "صوّت"),
    ],
)
def test_a_box_of_a_question_and_its_answers_is_a_poll(lines: tuple[str, ...]) -> None:
    box = "".join(f"<p>{line}</p>" for line in lines)
    assert _text(f"<section class='x1'>{box}</section>") == TEXTS
    answered = f"<p>{lines[-4]}</p><p>{lines[-4][:-1]} Nobody knows.</p><p>Then she left.</p>"
    assert len(_text(f"<section class='x1'>{answered}</section>")) > len(TEXTS)


@pytest.mark.parametrize(
    "heading",
    [
        "Fakta",
        "Zur Person:",
        "Fakta om broen",
        "Fact file",
        "Så arbetar vi",
        "Konteksts:",
        "Fakta. Broen",
    ],
)
def test_a_box_of_facts_is_told_by_its_heading(heading: str) -> None:
    facts = "<ul><li>Built in 1972</li><li>112 metres long</li></ul>"
    assert _text(f"<div class='x1'><h3>{heading}</h3>{facts}</div>") == TEXTS
    assert "What it is" in _text(f"<div class='x1'><h3>What it is</h3>{facts}</div>")


@pytest.mark.parametrize(
    ("line", "is_of_form"),
    [
        ("I would like to be emailed about offers, events and updates.", True),
        ("You can unsubscribe at any time by clicking on the link in our emails.", True),
        ("By signing the treaty you agree to peace, the envoy said.", False),
        ("Iscrivendoti accetti l’informativa sulla privacy.", True),
        ("Ved at tilmelde dig accepterer du vores betingelser.", True),
        ("登録すると利用規約に同意したものとみなされます。", True),
        ("구독하면 개인정보 처리방침에 동의하는 것으로 간주됩니다.", True),
        ("订阅即表示您同意我们的隐私政策。", True),
        ("Получайте главные новости дня на почту каждое утро.", True),
        ("Он получает письма на почту каждое утро, и каждое утро рвёт их.", False),
    ],
)
def test_lines_of_such_forms(line: str, is_of_form: bool) -> None:
    assert signs_up(line) is is_of_form


@pytest.mark.parametrize("called", ["newsletter-signup", "b"])
def test_a_column_that_begins_with_a_form_goes_on_as_text(called: str) -> None:
    form = "<form><input type='email'><button>Go</button></form>"
    box = f"<div class='{called}'><h4>Sign up for our newsletter</h4>{form}</div>"
    columns = [TEXTS[:3], TEXTS[3:6], TEXTS[6:]]
    lines = ["".join(f"<p>{text}</p>" for text in column) for column in columns]
    parts = f"<div class='c'>{lines[0]}</div><div class='c'>{lines[1]}</div>"
    parts += f"<div class='c'>{box}<h3>What comes next</h3>{lines[2]}</div>"
    html = f"<title>{TITLE}</title><main><h1>{TITLE}</h1><article>{parts}</article></main>"
    url = "https://news.example/story"
    found = extract_article(Page(url, url, html.encode(), NOW, charset="utf-8"), EMPTY, NOW)
    assert isinstance(found, Article)
    assert found.text.split("\n\n") == [*TEXTS[:6], "What comes next", *TEXTS[6:]]


def test_a_column_that_begins_with_related_links_goes_on_as_text() -> None:
    links = "".join(
        f"<li><a href='/{n}'>A story with number {n} of the day</a></li>" for n in (1, 2)
    )
    box = f"<div class='b'><h4>Related articles</h4><ul>{links}</ul></div>"
    lines = ["".join(f"<p>{text}</p>" for text in column) for column in (TEXTS[:5], TEXTS[5:])]
    parts = f"<div class='c'>{lines[0]}</div><div class='c'>{box}{lines[1]}</div>"
    assert _text("") == TEXTS
    html = f"<title>{TITLE}</title><main><h1>{TITLE}</h1><article>{parts}</article></main>"
    url = "https://news.example/story"
    found = extract_article(Page(url, url, html.encode(), NOW, charset="utf-8"), EMPTY, NOW)
    assert isinstance(found, Article)
    assert found.text.split("\n\n") == TEXTS


@pytest.mark.parametrize(
    "head", ["2 weeks free", "Das Blatt 3 Wochen kostenlos lesen", "14日間無料でお試し"]
)
def test_a_box_that_begins_with_a_while_for_nothing_and_ends_with_a_button_goes(head: str) -> None:
    told = "Whoever wants to know what the harbour is about reads the Courier, and has for years."
    more = "It comes by post, and waits in the box. " * 8
    box = f"<div><p><b>{head}</b></p><p>{told}</p><p>{more}</p>{{}}</div>"
    button = "<p><a href=/order>Show me</a></p>"
    assert _text(box.format(button)) == TEXTS
    assert len(_text(box.format("<p>It costs nothing in the winter.</p>"))) > len(TEXTS)
    ferry = box.replace(head, "The ferry is late")
    assert any(told in line for line in _text(ferry.format(button)))
