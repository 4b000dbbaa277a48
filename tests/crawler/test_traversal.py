"""When a listing goes on, and when all of it is seen."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from crawler.listings.records import Listing
from crawler.traversal import MAX_BARREN, Traversal
from pipeline.records import Link, ListingKind

HOME = "https://example.org/tech"


def listing(*names: str, next_urls: tuple[str, ...] = ()) -> Listing:
    links = tuple(Link(f"{HOME}/{name}", HOME) for name in names)
    return Listing(links, next_urls=next_urls)


def page(number: int) -> str:
    return f"{HOME}?page={number}"


def begin(max_pages: int = 10) -> Traversal:
    return Traversal(ListingKind.SECTION, HOME, max_pages)


def test_goes_on_while_there_is_something_new() -> None:
    traversal = begin()
    assert traversal.read(listing("a", "b", next_urls=(page(2),)), (), HOME)
    assert traversal.next_page() == page(2)
    assert not traversal.read(listing("c"), (), page(2))
    assert traversal.next_page() is None


def test_ends_where_everything_is_old() -> None:
    traversal = begin()
    old = {f"{HOME}/a", f"{HOME}/b"}
    assert not traversal.read(listing("a", "b", next_urls=(page(2),)), old, HOME)


def test_goes_on_where_one_link_is_new() -> None:
    traversal = begin()
    assert traversal.read(listing("n", "a", next_urls=(page(2),)), {f"{HOME}/a"}, HOME)


def test_a_page_that_repeats_another_leads_no_further() -> None:
    traversal = begin()
    traversal.read(listing("a", next_urls=(page(2),)), (), HOME)
    traversal.next_page()
    assert not traversal.read(listing("a", next_urls=(page(3),)), (), page(2))


def test_a_repeated_page_does_not_hide_the_others() -> None:
    traversal = begin()
    traversal.read(listing("a", next_urls=(page(1), page(2))), (), HOME)
    assert traversal.next_page() == page(1)
    assert traversal.read(listing("a", next_urls=(page(2),)), (), page(1))
    assert traversal.next_page() == page(2)


def test_pages_in_the_order_of_the_latest_page() -> None:
    traversal = begin()
    traversal.read(listing("a", next_urls=(page(2), page(9))), (), HOME)
    traversal.next_page()
    traversal.read(listing("b", next_urls=(page(3), page(4), page(9))), (), page(2))
    assert [traversal.next_page() for _ in range(4)] == [page(3), page(4), page(9), None]


def test_endless_pages_end_with_the_budget() -> None:
    traversal = begin(max_pages=3)
    url: str | None = HOME
    seen = []
    while url:
        seen.append(url)
        traversal.read(listing(str(len(seen)), next_urls=(page(len(seen) + 1),)), (), url)
        url = traversal.next_page()
    assert seen == [HOME, page(2), page(3)]


def test_lists_beside_the_section_do_not_count() -> None:
    traversal = begin()
    beside = Listing(
        (Link(f"{HOME}/a", HOME), Link(f"{HOME}/new", HOME, certain=False)),
        next_urls=(page(2),),
    )
    assert not traversal.read(beside, {f"{HOME}/a"}, HOME)


def test_a_page_whose_slash_form_is_not_there_may_be_a_file() -> None:
    traversal = begin()
    assert traversal.spare_form(f"{HOME}/elsewhere/") is None
    assert traversal.spare_form(f"{HOME}/") == f"{HOME}.html"
    assert traversal.spare_form(f"{HOME}/") is None


def test_a_day_without_an_article_is_not_the_end() -> None:
    traversal = begin(100)
    traversal.read(listing("a", next_urls=(f"{HOME}?date=2026-11-23",)), (), HOME)
    asked = 0
    while url := traversal.next_page():
        asked += 1
        day = 23 - asked
        traversal.read(listing(next_urls=(f"{HOME}?date=2026-11-{day:02}",)), (), url)
    assert asked == MAX_BARREN + 1


def test_a_day_whose_articles_the_first_page_showed_is_not_the_end() -> None:
    traversal = begin()
    days = [f"{HOME}/2026/11/{day}" for day in range(24, 20, -1)]
    traversal.read(listing("a", "b", next_urls=(days[0],)), (), HOME)
    old = {f"{HOME}/c"}  # what an earlier visit knew is the end
    for at, (names, goes_on) in enumerate(((("a",), True), (("b",), True), (("c",), False))):
        assert traversal.next_page() == days[at]
        assert traversal.read(listing(*names, next_urls=(days[at + 1],)), old, days[at]) is goes_on


def test_days_to_come_are_not_asked_for() -> None:
    traversal = begin()
    traversal.until = date(2026, 11, 24)
    days = tuple(f"{HOME}/2026/{day}" for day in ("12/1", "11/24", "11/23"))
    traversal.read(listing("a", next_urls=days), (), HOME)
    assert [traversal.next_page() for _ in range(3)] == [*days[1:], None]


def test_indexes_that_name_each_other_without_end_do_not_hide_a_sitemap() -> None:
    top = "https://example.org/sitemap.xml"
    traversal = Traversal(ListingKind.SITEMAP, top, 25)
    traversal.read(Listing(sitemaps=(f"{top}?1", f"{top}?articles")), (), top)
    asked = []
    while url := traversal.next_page():
        asked.append(url)
        number = len(asked)
        named = Listing(sitemaps=(f"{top}?{2 * number}", f"{top}?{2 * number + 1}"))
        traversal.read(listing("a") if url.endswith("articles") else named, (), url)
    assert f"{top}?articles" in asked[:4]
    assert len(asked) == 24


def test_the_newest_of_an_index_within_an_index_come_first() -> None:
    top = "https://example.org/sitemap.xml"
    traversal = Traversal(ListingKind.SITEMAP, top, 25)
    traversal.read(Listing(sitemaps=(f"{top}?new", f"{top}?old")), (), top)
    assert traversal.next_page() == f"{top}?new"
    traversal.read(Listing(sitemaps=(f"{top}?new-1", f"{top}?new-2")), (), f"{top}?new")
    assert [traversal.next_page() for _ in range(3)] == [
        f"{top}?{n}" for n in ("new-1", "new-2", "old")
    ]


def test_an_empty_page_is_the_end() -> None:
    traversal = begin()
    traversal.read(listing("a", next_urls=(page(2),)), (), HOME)
    traversal.next_page()
    assert not traversal.read(listing(next_urls=(page(3),)), (), page(2))


def test_further_pages_that_hold_nothing_else_led_nowhere() -> None:
    traversal = begin()
    traversal.read(listing("a", next_urls=(page(2),)), (), HOME)
    assert not traversal.led_nowhere
    traversal.next_page()
    assert traversal.led_nowhere
    traversal.read(listing("a"), (), page(2))
    assert traversal.led_nowhere


def test_further_pages_of_known_links_led_somewhere() -> None:
    traversal = begin()
    traversal.read(listing("n", "a", next_urls=(page(2),)), {f"{HOME}/a"}, HOME)
    traversal.next_page()
    traversal.read(listing("b"), {f"{HOME}/a", f"{HOME}/b"}, page(2))
    assert not traversal.led_nowhere


def test_a_part_that_lists_the_whole_section_goes_on_behind_what_its_first_page_shows() -> None:
    whole = f"{HOME}/all"
    for url, goes_on in ((whole, True), (f"{HOME}/phones", False)):
        traversal = Traversal(ListingKind.SECTION, url, 10, part=True)
        traversal.links = {f"{HOME}/a", f"{HOME}/b"}
        first = listing("a", "b", next_urls=(f"{url}?page=2",))
        assert traversal.read(first, (), url) is goes_on


def test_what_leads_a_first_page_alone_leads_the_section() -> None:
    boxed = tuple(Link(f"https://example.org/{n}", HOME, certain=False) for n in ("l", "m", "x"))
    first = replace(listing("a", "b", next_urls=(page(2),)), leads=frozenset({boxed[0].url}))
    for shown, led in ((boxed[1:], True), (boxed, False), ((), False)):
        traversal = begin()
        traversal.read(replace(first, links=first.links + boxed), (), HOME)
        traversal.read(replace(listing("c"), links=listing("c").links + shown), (), page(2))
        assert traversal.led is led
