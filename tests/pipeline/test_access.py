"""Opt-outs, and pages that are no article."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from pipeline.access import check_usable, extract_policy
from pipeline.errors import Reason, Rejected, UnusablePage
from pipeline.extract import extract_article
from pipeline.page.html import parse_page
from pipeline.records import Link, Memory, Page

LONG = (
    "<p>" + "A paragraph of an article that says what happened and why it matters. " * 12 + "</p>"
)

TOLD = "A text of several sentences, as a script would draw it. " * 8


def _page(html: str, headers: tuple[tuple[str, str], ...] = ()) -> Page:
    url = "https://news.example/story"
    return Page(url, url, html.encode(), datetime(2026, 11, 25, tzinfo=UTC), headers=headers)


@pytest.mark.parametrize(
    ("html", "reason"),
    [
        ("<title>Page not found – Gazette</title><p>Sorry.</p>", Reason.SOFT_404),
        ("<title>Oups ! Page introuvable - Journal</title><p>Désolé.</p>", Reason.SOFT_404),
        ("<title>عذراً، الصفحة غير موجودة</title><p>ابحث</p>", Reason.SOFT_404),
        ("<title>الصفحة غير موجودة - الموقع</title><p>عذرا</p>", Reason.SOFT_404),
        ("<title>صفحہ نہیں ملا | اخبار</title><p>معذرت</p>", Reason.SOFT_404),
        ("<title>Gazette</title><h1>x</h1><p>The page you requested is gone.</p>", Reason.SOFT_404),
        ("<title>Gazette</title><h1>Tech</h1><p>There are no articles here.</p>", Reason.SOFT_404),
        ("<title>المرفأ</title><h1>تقنية</h1><p>لا توجد مقالات حاليا.</p>", Reason.SOFT_404),
        ("<title>تسجيل الدخول</title><form><input type='password'></form>", Reason.LOGIN_WALL),
        (
            "<title>Protected: A story</title><p>Enter the password.</p>"
            "<form class='post-password-form'><input type='password'></form>",
            Reason.PASSWORD_PROTECTED,
        ),
        (
            "<title>Just a moment...</title><script>window._cf_chl_opt={}</script><p>Checking</p>",
            Reason.BOT_CHALLENGE,
        ),
        ("<title>Before you continue</title><p>Cookies.</p>", Reason.CONSENT_WALL),
        ("<title>الموقع</title><h1>نحن نهتم بخصوصيتك</h1><p>نستخدم ملفات تعريف الارتباط."
         "</p><button>قبول الكل</button>", Reason.CONSENT_WALL),
        ("<title>Site</title><h1>About you</h1>"
         + "<p>We and our partners store cookies and personal data on your device.</p>" * 20
         + "<form><input type=submit value='I Accept'></form>", Reason.CONSENT_WALL),
        (
            "<title>App</title><noscript>x</noscript><p>You need to enable JavaScript to run "
            "this app.</p><div id='root'></div>",
            Reason.NEEDS_JAVASCRIPT,
        ),
        ("<title>App</title><div id='__next'></div><script src='a.js'></script>",
         Reason.NEEDS_JAVASCRIPT),
        ("<title>A story</title><div id='root'><div class=spin><b>Loading…</b></div></div>"
         "<script src='a.js'></script>", Reason.NEEDS_JAVASCRIPT),
        ("<title>App</title><app>Loading...</app><p hidden>x</p><script src='a.js'></script>",
         Reason.NEEDS_JAVASCRIPT),
        ("<script>setCookie('a', 1); location.reload()</script>", Reason.NEEDS_JAVASCRIPT),
        ("<title>The Gazette</title><article><h1>Error 503</h1><p>XID: 12345</p><p>Guru Meditation"
         "</p><p>Varnish cache server</p></article>", Reason.ERROR_PAGE),
        ("<title>The Gazette</title><article><h1>Sorry</h1><p>Your activity and behavior on this "
         "site made us think that you are a bot.</p></article>", Reason.BOT_CHALLENGE),
        ("<div style='display: contents'><script>import('/_app/start.js')</script></div>",
         Reason.NEEDS_JAVASCRIPT),
        ("<title>gazette.example</title><p>Please enable JS and disable any ad blocker</p>"
         "<script>var dd={}</script>", Reason.BOT_CHALLENGE),
        ("<title>404</title><h1>404 - Not Found</h1><h2>Latest stories</h2>"
         + "<p><a href='/x'>A headline of another story that has nothing to do with it</a></p>" * 9,
         Reason.SOFT_404),
        ("<title>Cookies required</title><h1>Please enable cookies</h1><p>Your browser must accept "
         "cookies to view this page.</p>", Reason.CONSENT_WALL),
        ("<title>Welcome</title><h1>Are you over 18?</h1><p>You must be 18 or older to enter.</p>"
         "<button>Yes</button>", Reason.CONSENT_WALL),
        ("<title>Gazette</title><h1>This is for adults</h1><p>Please confirm that you are 18 or "
         "older to enter this site.</p><button>Enter</button>", Reason.CONSENT_WALL),
        ("<title>Gazette</title><h1>Quel âge avez-vous ?</h1><p>Contenu sensible.</p><button>"
         "J’ai plus de 18 ans</button><p>J’ai plus de 18 ans et je souhaite entrer.</p>",
         Reason.CONSENT_WALL),
        ("<title>Gazette</title><h1>Mature content</h1><p>By entering you declare that you are of "
         "age.</p><button>OK</button>", Reason.CONSENT_WALL),
        ("<title>Газета</title><h1>Вам есть 18 лет?</h1><p>Материал для взрослых.</p>",
         Reason.CONSENT_WALL),
        ("<title>Gazette</title><h1>التحقق من العمر</h1><p>هل أنت بالغ؟</p>", Reason.CONSENT_WALL),
        ("<title>Unavailable</title><h1>Unavailable for legal reasons</h1><p>We recognize that you "
         "are attempting to access this website from a country belonging to the European Economic "
         "Area, and therefore access cannot be granted at this time. For any questions, call us or "
         "write to the editors.</p>", Reason.ERROR_PAGE),
        ("<title>Gazette</title><h1>Register to read this article</h1><p>Create a free account to "
         "continue reading.</p><form><input type=email><input type='password'></form>",
         Reason.LOGIN_WALL),
    ],
)  # fmt: skip
def test_walls_and_errors_are_refused(html: str, reason: Reason) -> None:
    page = _page(f"<html><head></head><body>{html}</body></html>")
    with pytest.raises(UnusablePage) as raised:
        check_usable(parse_page(page), page)
    assert raised.value.rejected.reason is reason


@pytest.mark.parametrize(
    ("title", "reason"),
    [
        ("Stránka nenalezena", Reason.SOFT_404),
        ("Az oldal nem található", Reason.SOFT_404),
        ("הדף לא נמצא", Reason.SOFT_404),
        ("पेज नहीं मिला", Reason.SOFT_404),
        ("페이지를 찾을 수 없습니다", Reason.SOFT_404),
        ("المحتوى غير متوفر", Reason.SOFT_404),
        ("Dieser Artikel ist nicht mehr verfügbar", Reason.SOFT_404),
        ("お探しの記事は掲載期間が終了しました", Reason.SOFT_404),
        ("Vos choix de confidentialité", Reason.CONSENT_WALL),
        ("Coming soon", Reason.ERROR_PAGE),
        ("This Account has been suspended", Reason.ERROR_PAGE),
        ("سياسة الخصوصية", Reason.NOT_ARTICLE),
        ("Impressum", Reason.NOT_ARTICLE),
        ("Please turn off your ad blocker", Reason.CONSENT_WALL),
        ("يرجى تعطيل مانع الإعلانات", Reason.CONSENT_WALL),
        ("We will be back soon", Reason.ERROR_PAGE),
        ("Oops! Something went wrong", Reason.ERROR_PAGE),
        ("حدث خطأ ما", Reason.ERROR_PAGE),
        ("Thank you for signing up", Reason.NOT_ARTICLE),
        ("Wir sind bald wieder da", Reason.ERROR_PAGE),
        ("سنعود قريبا", Reason.ERROR_PAGE),
        ("メンテナンス中", Reason.ERROR_PAGE),
        ("Our newsletters", Reason.NOT_ARTICLE),
        ("فريق التحرير", Reason.NOT_ARTICLE),
        ("Conditions générales d'utilisation", Reason.NOT_ARTICLE),
    ],
)
def test_titles_of_pages_that_are_no_article_in_many_languages(title: str, reason: Reason) -> None:
    text = "<p>Fifty letters and more that say nothing of any news whatsoever, anywhere.</p>" * 3
    html = f"<html><head><title>{title} - Gazette</title></head><body><h1>{title}</h1>{text}</body>"
    with pytest.raises(UnusablePage) as raised:
        check_usable(parse_page(_page(html)), _page(html))
    assert raised.value.rejected.reason is reason
    told = _page(html.replace(title, f"{title} na 3 dny: co se stalo"))
    check_usable(parse_page(told), told)


@pytest.mark.parametrize(
    "html",
    [
        pytest.param(f"<title>404: what the number means</title>{LONG}", id="speaks-of-404"),
        pytest.param(f"<title>Login</title><h1>Login</h1>{LONG}", id="long-text"),
        pytest.param(
            f"<title>A story</title>{LONG}<form><input type='password'></form>", id="login-box"
        ),
        pytest.param(
            f"<title>A story</title>{LONG}<div role=dialog><p>We and our partners use cookies.</p>"
            "<button>Accept all</button></div>",
            id="consent-beside-it",
        ),
        pytest.param(
            "<title>A story</title><h1>A story</h1><p>We and our partners use cookies.</p><button>"
            "Accept</button>" + f"<div class=tx><span>{'It goes on and on. ' * 9}</span></div>" * 3,
            id="text-in-plain-boxes-beside-consent",
        ),
        pytest.param(
            "<title>A rule for cookies</title><article><p>The law on cookies and personal data is "
            "new.</p></article><button>Accept all</button>",
            id="news-flash-of-cookies",
        ),
        pytest.param(
            "<title>App asks for ages</title><p>Users of the app must confirm that they are 18 or "
            "older from Monday, a court in Lyon ruled.</p>",
            id="news-flash-of-ages",
        ),
        pytest.param(
            "<title>عاجل</title><article><h1>عاجل</h1><p>خبر من فقرة واحدة.</p></article>",
            id="news-flash",
        ),
        pytest.param(
            "<title>A</title><div id='__next'></div><script id='__NEXT_DATA__' "
            f'type=\'application/json\'>{{"x":"{TOLD}"}}</script>',
            id="body-in-a-script",
        ),
        pytest.param(
            "<title>A</title><div id='app'></div><script>window.__STATE__ = "
            f'{{"a": "<p>{TOLD}</p>"}}</script>',
            id="body-under-a-name-of-the-window",
        ),
        pytest.param(
            "<title>A</title><div id='root'></div><script type='application/ld+json'>"
            '{"@type":"NewsArticle","articleBody":"Text of it."}</script>',
            id="body-in-json-ld",
        ),
        pytest.param(
            "<title>Forbidden love</title><p>A short poem.</p><noscript>Please enable JavaScript"
            "</noscript>",
            id="title-with-a-word",
        ),
    ],
)
def test_articles_are_let_through(html: str) -> None:
    page = _page(f"<html><body>{html}</body></html>")
    check_usable(parse_page(page), page)


VIDEO = '<meta property="og:type" content="video.other">'
VIDEO_DATA = '<script type="application/ld+json">{"@type": "VideoObject", "name": "T"}</script>'
NEWS_DATA = '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "T"}</script>'
WARE_DATA = '<script type="application/ld+json">{"@type": "Product", "name": "T"}</script>'
SHORT = "<p>See how the rocket left the ground this morning.</p>"
FOOT = "<p>The Gazette is published by the Gazette Company, 1 Main Street, since 1998.</p>"


@pytest.mark.parametrize(
    ("head", "body", "reason"),
    [
        (VIDEO, SHORT, Reason.NOT_ARTICLE),
        (VIDEO_DATA, SHORT, Reason.NOT_ARTICLE),
        (VIDEO_DATA + NEWS_DATA, SHORT, None),
        (VIDEO, LONG, None),
        ("", f"<video src=x></video>{SHORT}", None),
        (WARE_DATA, SHORT, Reason.NOT_ARTICLE),
        ('<meta property="og:type" content="product">', SHORT, Reason.NOT_ARTICLE),
        ('<meta property="og:type" content="profile">', SHORT, Reason.NOT_ARTICLE),
        (WARE_DATA + NEWS_DATA, SHORT, None),
        (WARE_DATA, LONG, None),
    ],
    ids=[
        "og",
        "data",
        "both",
        "with-a-text",
        "unsaid",
        "ware",
        "og-ware",
        "person",
        "tested",
        "praised",
    ],
)
def test_videos_and_wares_are_no_articles(head: str, body: str, reason: Reason | None) -> None:
    html = f"<head><title>A rocket starts</title>{head}</head><h1>A rocket starts</h1>{body}"
    found = extract_article(_page(html), Memory(), datetime(2026, 11, 25, tzinfo=UTC))
    assert (found.reason if isinstance(found, Rejected) else None) is reason


@pytest.mark.parametrize(
    "body",
    [
        f"<main><h1>A title</h1></main>{FOOT}",
        f"<article><h1>A title</h1><time>20 November 2026</time></article><div>{FOOT}</div>",
        f"<h1>A title</h1><div class='site-footer'>{FOOT}</div>",
        f"<article><h1>A title</h1><div id='footer'>{FOOT}</div></article>",
    ],
)
def test_a_title_alone_has_no_text_in_its_foot(body: str) -> None:
    page = _page(f"<title>A title</title><body>{body}</body>")
    found = extract_article(page, Memory(), datetime(2026, 11, 25, tzinfo=UTC))
    assert isinstance(found, Rejected)
    assert found.reason is Reason.NO_BODY


def test_policy() -> None:
    page = _page(
        "<meta name='robots' content='NOAI, noimageai'><meta name='tdm-reservation' content='1'>"
        "<meta name='tdm-policy' content='https://x.example/p'><p>x</p>",
        (("x-robots-tag", "gptbot: noarchive"), ("content-type", "text/html")),
    )
    policy = extract_policy(parse_page(page), page)
    assert policy.robots_meta == ("noai", "noimageai")
    assert policy.x_robots_tag == ("noarchive",)
    assert policy.tdm_reservation is True
    assert policy.tdm_policy == "https://x.example/p"
    assert policy.opted_out


@pytest.mark.parametrize(
    ("value", "withheld", "opted_out"),
    [
        ("noarchive", True, True),
        ("rasid: noindex, noarchive", True, True),
        ("otherbot: noarchive", False, False),
        ("otherbot: nofollow, rasid: noarchive", True, True),
        ("rasid: nofollow, otherbot: noindex, noarchive", False, False),
        ("googlebot: noarchive", False, False),
        ("noai, noimageai", False, True),
        ("unavailable_after: 25 Jun 2026 15:00:00 PST", False, False),
        ("max-image-preview: large, noarchive", True, True),
    ],
)
def test_what_a_header_withholds(value: str, withheld: bool, opted_out: bool) -> None:
    page = _page("<p>x</p>", (("x-robots-tag", value),))
    policy = extract_policy(parse_page(page), page)
    assert (policy.withheld, policy.opted_out) == (withheld, opted_out)


@pytest.mark.parametrize("said", ["noarchive;noindex", "noai noimageai", "NOAI", "all, noai"])
def test_directives_are_parted_by_other_signs_too(said: str) -> None:
    page = _page(f"<meta name='robots' content='{said}'><p>x</p>")
    assert extract_policy(parse_page(page), page).opted_out


def test_no_policy() -> None:
    page = _page("<meta name='robots' content='index, follow'><p>x</p>")
    assert not extract_policy(parse_page(page), page).opted_out


NOTICE = "<h1>Notice</h1><p>Nous vous remercions de votre visite, revenez dans quelques heures.</p>"
SHORT_STORY = (
    "<h1>Exclusive</h1><p>Engineers in Tampere showed batteries made of paper, on sale.</p>"
)


@pytest.mark.parametrize(
    ("listed", "head", "body", "reason"),
    [
        ("Tampere engineers make batteries of paper", "", NOTICE, Reason.ERROR_PAGE),
        ("نماذج جديدة تترجم اللهجات العربية فورا", "", NOTICE, Reason.ERROR_PAGE),
        ("紙から作る電池を開発した技術者たち", "", NOTICE, Reason.ERROR_PAGE),
        ("Tampere engineers make batteries of paper", "", SHORT_STORY, None),
        ("Read the story", "", NOTICE, None),
        ("You will never guess which batteries last longest", "", SHORT_STORY, None),
        ("Tampere engineers make batteries of paper", "<meta name=author content='Jane Doe'>",
         NOTICE, None),
        ("Tampere engineers make batteries of paper", NEWS_DATA, NOTICE, None),
    ],
)  # fmt: skip
def test_what_stands_in_place_of_what_was_listed(
    listed: str, head: str, body: str, reason: Reason | None
) -> None:
    page = _page(f"<html><head>{head}</head><body><main>{body}</main></body></html>")
    link = Link("https://news.example/a-story", "https://news.example/tech", title=listed)
    found = extract_article(replace(page, link=link), Memory(), datetime(2026, 11, 25, tzinfo=UTC))
    assert (found.reason if isinstance(found, Rejected) else None) is reason


CARDS = "".join(
    f"<article class=card><h3><a href='/tech/story-{n}'>An older story number {n} of the town</a>"
    f"</h3><p>An older story number {n} of the town and its people: what is known of it today.</p>"
    "</article>"
    for n in range(9)
)


@pytest.mark.parametrize(
    ("head", "body", "reason"),
    [
        ("", CARDS, Reason.LISTING_PAGE),
        ("", f"<p>128 results found</p>{CARDS}", Reason.LISTING_PAGE),
        ("<meta property='og:type' content='article'>", CARDS, Reason.LISTING_PAGE),
        (
            "<meta property='og:type' content='article'>"
            "<meta property='article:published_time' content='2026-11-24T09:00:00Z'>",
            CARDS,
            Reason.NO_BODY,
        ),
        ("<meta name='author' content='Mara Lind'>", CARDS, Reason.NO_BODY),
        ("", f"<p>{'This is what the week has brought to the town. ' * 3}</p>{CARDS}", None),
    ],
    ids=[
        "list",
        "results",
        "called-an-article",
        "called-one-of-a-day",
        "signed",
        "with-words-of-its-own",
    ],
)
def test_a_section_in_an_articles_place_is_none(
    head: str, body: str, reason: Reason | None
) -> None:
    html = f"<head><title>Tech</title>{head}</head><main><h1>Tech</h1><div>{body}</div></main>"
    now = datetime(2026, 11, 25, tzinfo=UTC)
    listed = Link("https://news.example/a-story", "https://news.example/tech", published=now)
    found = extract_article(replace(_page(html), link=listed), Memory(), now)
    assert (found.reason if isinstance(found, Rejected) else None) is reason
