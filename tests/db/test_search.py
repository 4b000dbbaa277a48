"""Search: the same answers on both databases, however a word is written."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from database_cases import Store, article
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy.orm import Session

from bench.judged import SETS, judge, recall_and_precision, store_documents
from db.filters import Filters
from db.search import Hit, Rank, rebuild_index, search
from db.searching.faults import BadQuery
from db.searching.query import parse_query
from db.write import sync_source
from pipeline.records import Moment, Origin, Source

ARTICLES = {
    "ai": ("طفرة الذكاء الاصطناعي", "تعتمد الشركات على التـقـنـيـة الحديثة في السيارات."),
    "ai-with": ("خطة حكومية", "تستعين المدارس بالذكاء الاصطناعيّ في التعليم."),
    "ai-and": ("ندوة", "ناقش الخبراء الحوسبة والذكاء في مؤتمر القاهرة."),
    "ai-bare": ("رأي", "كل ذكاء له حدود كما قال مُحَمَّد."),
    "tech": ("أخبار التقنيّة", "أعلنت المسؤولة عن تطبيقاتها عام ٢٠٢٥."),
    "persian": ("گزارش فناوری", "کتاب‌های تازه دربارهٔ هوش مصنوعی در تهران."),
    "urdu": ("خبریں", "یہ ٹیکنالوجی کی نئی خبر ہے۔"),
    "english": ("Naïve robots", "The Café opened its doors; engineers were running tests on 5G."),
    "chips": ("Chips", "A chip maker's factory in Arizona runs at full speed."),
}


@pytest.fixture
def filled(s: Session, store: Store) -> Session:
    sync_source(s, Source(id="other", name="Other", section="https://other.example/"))
    for path, (title, body) in ARTICLES.items():
        store(article(f"/{path}", title, body, tags=("semiconductors",) if path == "chips" else ()))
    return s


def found(s: Session, query: str, filters: Filters = Filters()) -> list[str]:  # noqa: B008
    return [hit.url.rsplit("/", 1)[1] for hit in search(s, query, filters)]


QUERIES: list[tuple[str, set[str]]] = [
    ("تقنية", {"ai", "tech"}),
    ("التقنيه", {"ai", "tech"}),
    ("الذكاء", {"ai", "ai-with", "ai-and", "ai-bare"}),
    ("بالذكاء", {"ai", "ai-with", "ai-and", "ai-bare"}),
    ("والذكاء", {"ai", "ai-with", "ai-and", "ai-bare"}),
    ("ذكاء", {"ai", "ai-with", "ai-and", "ai-bare"}),
    ('"الذكاء الاصطناعي"', {"ai", "ai-with"}),
    ("محمد", {"ai-bare"}),
    ("2025", {"tech"}),
    ("تطبيق", {"tech"}),
    ("مسئولة", {"tech"}),
    ("كتابهاي", {"persian"}),
    ("فناوري", {"persian"}),
    ("ٹیکنالوجی", {"urdu"}),
    ("يه", {"urdu"}),
    ("naive cafe", {"english"}),
    ("run", {"english", "chips"}),
    ("running OR arizona", {"english", "chips"}),
    ('"chip maker"', {"chips"}),
    ('"maker chip"', set()),
    ("run -factory", {"english"}),
    ('الذكاء -"الذكاء الاصطناعي"', {"ai-and", "ai-bare"}),
    ("engin*", {"english"}),
    ("تقني*", {"ai", "tech"}),
    ("title:chips", {"chips"}),
    ("title:factory", set()),
    ("tag:semiconductor", {"chips"}),
    ("semiconductors", {"chips"}),
    ('author:"mona said" naive', {"english"}),
    ("author:said title:تقنية", {"tech"}),
    ("source:tech run", {"english", "chips"}),
    ("source:other run", set()),
    ("run -source:tech", set()),
    ("source:other OR source:tech arizona", {"chips"}),
    ("language:EN run since:2026-11-19 until:2026-11-20", {"english", "chips"}),
    ("language:EN run since:٢٠٢٦-١١-١٩ until:۲۰۲۶-۱۱-۲۰", {"english", "chips"}),
    ("run until:2026-11-19", set()),
    ("language:fr run", set()),
    ("run language:en language:fr section:Technology", {"english", "chips"}),
    ('run section:"No such"', set()),
    ("وزير", set()),
]


def test_what_is_found(filled: Session) -> None:
    """All in one database, which takes longer to make than to ask."""
    assert {query: set(found(filled, query)) for query, _ in QUERIES} == dict(QUERIES)


def test_the_exact_form_comes_first(filled: Session) -> None:
    hits = search(filled, "بالذكاء")
    assert hits[0].url.endswith("/ai-with")
    assert [hit.exact for hit in hits] == [True, False, False, False]
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)


def test_pages_of_a_search_do_not_overlap(filled: Session) -> None:
    whole = [hit.id for hit in search(filled, "الذكاء", limit=10)]
    parts = [hit.id for at in range(4) for hit in search(filled, "الذكاء", limit=1, offset=at)]
    assert parts == whole


def test_a_snippet_marks_what_was_written(filled: Session) -> None:
    (hit,) = search(filled, "تطبيق")
    assert [hit.snippet[start:end] for start, end in hit.marks] == ["تطبيقاتها"]
    (first, _) = search(filled, "تقنية", Filters(), 2)
    assert [first.title[start:end] for start, end in first.title_marks] in (["التقنيّة"], [])


def test_a_snippet_of_a_long_text(s: Session, store: Store) -> None:
    filler = "nothing of note is told in this sentence. " * 40
    store(article("/long", "Long", f"{filler}\nThe rocket left its pad.\n{filler}"))
    (hit,) = search(s, "rocket pad")
    assert [hit.snippet[start:end] for start, end in hit.marks] == ["rocket", "pad"]
    assert hit.snippet.startswith("… ")
    assert hit.snippet.endswith(" …")
    assert len(hit.snippet.split()) < 40


def test_only_the_current_revision_is_found(s: Session, store: Store) -> None:
    store(article("/a", "Rockets", "The rocket left."))
    store(article("/a", "Balloons", "The balloon left."))
    assert found(s, "rocket") == []
    assert found(s, "balloon") == ["a"]


def test_filters_and_order(s: Session, store: Store) -> None:
    store(article("/old", body="A rocket, rocket, rocket.", published=None, language="fr"))
    store(article("/new", body="One rocket among other things that fly in the sky at night."))
    assert found(s, "rocket", Filters(languages=("fr",))) == ["old"]
    since = Filters(since=datetime(2026, 11, 20, tzinfo=UTC))
    assert found(s, "rocket", since) == ["old"]
    assert found(s, "rocket", Filters(until=since.since)) == ["new"]
    assert found(s, "rocket", Filters(section="Technology", sources=("tech",))) == ["old", "new"]
    assert [hit.url[-3:] for hit in search(s, "rocket", rank=Rank.RECENT)] == ["old", "new"]


def test_age_counts_as_much_as_it_should(s: Session, store: Store) -> None:
    day = datetime.now(UTC)
    text = "A rocket flew over the sea, and nobody on the shore had been told of it before."
    for path, body, age in (
        ("/best", text.replace("sea", "rocket, a rocket"), 400),
        ("/old", text.replace("sea", "bay"), 400),
        ("/fresh", text, 1),
        ("/other", "Nothing of the kind.", 0),
    ):
        published = Moment(day - timedelta(days=age), Origin.JSON_LD)
        store(article(path, f"Title of {path}", body, published=published))
    orders = {
        rank: [hit.url.rsplit("/", 1)[1] for hit in search(s, "rocket", rank=rank)] for rank in Rank
    }
    assert orders[Rank.RELEVANCE][0] == "best"
    assert orders[Rank.RECENT] == ["fresh", "old", "best"]
    assert orders[Rank.BLEND][0] == "fresh"
    assert orders[Rank.BLEND].index("fresh") < orders[Rank.BLEND].index("old")


@pytest.mark.parametrize("rank", [Rank.RELEVANCE, Rank.BLEND])
@pytest.mark.parametrize("limit", [2, 5, 20])
def test_of_a_frequent_word_all_are_found(
    s: Session, store: Store, monkeypatch: pytest.MonkeyPatch, rank: Rank, limit: int
) -> None:
    """What is too much to be ranked follows by date, on whatever page."""
    monkeypatch.setattr("db.searching.ranking.RANKED", 3)
    monkeypatch.setattr("db.searching.ranking.UNPACKED", 3)
    for number in range(12):
        day = Moment(datetime(2026, 11, 1 + number, tzinfo=UTC), Origin.JSON_LD)
        word = "rocket" if number % 2 else "rockets"
        store(article(f"/{number}", body=f"The {word} of number {number}.", published=day))
    pages = [
        search(s, "rocket", limit=limit, offset=offset, rank=rank) for offset in range(0, 24, limit)
    ]
    found = [hit.url.rsplit("/", 1)[1] for page in pages for hit in page]
    assert len(found) == 12
    assert {*found} == {str(number) for number in range(12)}
    scores = [hit.score for page in pages for hit in page]
    assert scores == sorted(scores, reverse=True)


QUERIES_BY_DATE = [
    "run OR ذكاء",
    "الذكاء -كتاب",
    "title:robots",
    "author:said naive",
    '"chip maker"',
]


def test_of_many_finds_the_newest_are_found_alike(
    filled: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    def by_date() -> list[list[int]]:
        return [
            [hit.id for hit in search(filled, query, rank=Rank.RECENT)] for query in QUERIES_BY_DATE
        ]

    sorted_ = by_date()
    assert [len(ids) for ids in sorted_] == [6, 4, 1, 1, 1]
    monkeypatch.setattr("db.searching.ranking.ASKED", 0)  # SQLite asks one by one
    monkeypatch.setattr("db.searching.ranking.NEWEST", 0)  # PostgreSQL sorts all
    assert by_date() == sorted_


@pytest.mark.parametrize(("query", "at"), [("source:thec run", 7), ("run -source:thec", 12)])
def test_a_source_that_nobody_knows_is_refused(filled: Session, query: str, at: int) -> None:
    with pytest.raises(BadQuery, match="source:thec names no source of this database") as caught:
        search(filled, query)
    assert caught.value.at == at


@pytest.mark.parametrize(
    ("query", "at"),
    [
        ("", 0),
        ("  ", 0),
        ("()&!", 0),
        ('robots "open', 7),
        ("robots title:", 7),
        ("source: robots", 0),
        ("OR robots", 0),
        ("robots OR", 7),
        ("robots OR -chips", 7),
        ("robots NOT", 7),
        ("-robots", 0),
        ("a source:x OR b", 14),
        ("a since:yesterday", 2),
        ("a language:", 2),
        ("a language:xx", 2),
        ("a until:2026-01-01 since:2026-01-01", 19),
        ("a -language:en", 2),
        ("language:en OR a", 12),
        ("a OR section:x", 5),
        ("until:2026-01-01 until:2026-02-01 a", 17),
        ("(robots chips) OR a", 0),
        ("a OR (robots chips)", 5),
        ("a -(robots OR chips)", 3),
        ("a NOT (robots chips)", 6),
        ("a title:(robots chips)", 8),
        ("x" * 2_000, 1_000),
    ],
)
def test_a_bad_query_says_where(query: str, at: int) -> None:
    with pytest.raises(BadQuery, match="at character") as caught:
        parse_query(query)
    assert caught.value.at == at


@pytest.mark.parametrize(
    ("query", "same"),
    [
        ("(robots OR chips)", "robots OR chips"),
        ("(robots OR chips) a", "robots OR chips a"),
        ("a ((robots OR chips) b)", "a robots OR chips b"),
        ("(robots OR (chips)) OR a", "robots OR chips OR a"),
        ('("open ai" OR chip*) a', '"open ai" OR chip* a'),
        ("(title:robots OR author:mona) -(a)", "title:robots OR author:mona -a"),
        ("(robots chips) a", "robots chips a"),
        ("a) robots :) (chips", "a robots chips"),
    ],
)
def test_brackets_around_alternatives_are_understood(query: str, same: str) -> None:
    def meant(text: str) -> list[list[tuple[str | None, tuple[str, ...], bool]]]:
        groups = parse_query(text).groups
        return [[(term.field, term.words, term.prefix) for term in group] for group in groups]

    assert meant(query) == meant(same)
    assert len(parse_query(query).excluded) == len(parse_query(same).excluded)


HOSTILE = st.text(
    alphabet=st.one_of(
        st.sampled_from("\"'*:-()^{}[]&|!<>~\\;%_ \x00\t\n+.,"),
        st.sampled_from("abORNEARANDtitleذكاءﷺ٣é𝔸\ud800\u0640\u064b"),
        st.characters(),
    ),
    max_size=40,
)


@settings(
    max_examples=150,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(query=HOSTILE)
def test_no_query_reaches_the_engine(filled: Session, query: str) -> None:
    try:
        search(filled, query)
    except BadQuery:
        return


def test_a_rebuilt_index_gives_the_same(filled: Session) -> None:
    before = found(filled, "الذكاء")
    assert rebuild_index(filled) == len(ARTICLES)
    assert found(filled, "الذكاء") == before


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("a NOT b", "a -b"),
        ('NOT "a b" c', '-"a b" c'),
        ("“a b” c", '"a b" c'),
        ("title:“a b”", 'title:"a b"'),
        ("a ” b", "a b"),
    ],
)
def test_other_ways_to_say_it(typed: str, meant: str) -> None:
    assert parse_query(typed) == parse_query(meant)


# What the folding joins and a reader does not: each is known, and no other may come.
WRONG = {
    "search": {
        "مسئولة": "the masculine plural has the same stem",
        "لعبة": "a card is «for games», which the judge of this set did not want",
        "كتابة": "Persian «کتاب» has the same stem",
        "كتاب": "the same",
        "قیمتیں": "Persian «قیمت» has the same stem",
    },
    "search_newsroom": {
        "شهر": "a month in Arabic, a town in Persian",
        "كتابيں": "Arabic «كتاب» has the same stem",
        "مدرسه": "Arabic «مدارس» is its plural",
    },
    "search_magazine": {
        "الدورى": "a league and «it turns» have the same stem",
    },
    "search_agency": {
        "يعلن": "advertisements are announcements",
        "أعلنوا": "the same",
        "يطالبون": "a student is «he demanded»",
        "کتاب": "writers are written as a book is",
        "کتابیں": "the same",
        "کتابوں": "the same",
        "كشتي": "wrestling and a boat are one word in Persian and Urdu",
        "قطرہ": "drops, in Urdu, are written as one from Qatar is",
    },
    "search_wire": {
        "عقاقير": "a drug is written as real estate is",
        "عقارات": "the same",
        "شہری": "a citizen, in Urdu, is written as Arabic's «monthly»",
    },
}


@pytest.mark.parametrize("of", SETS)
def test_the_judged_searches(s: Session, of: str) -> None:
    store_documents(s, "tech", 1, of)
    verdicts = judge(lambda query: [hit.url for hit in search(s, query, limit=100)], of)
    assert len(verdicts) >= 60
    assert {v.query for v in verdicts if v.right < len(v.wanted)} == set()
    assert {v.query for v in verdicts if v.right < len(v.found)} == set(WRONG[of])
    recall, precision = recall_and_precision(verdicts)
    assert recall == 1
    assert precision >= 0.95


@given(
    st.text(max_size=60),
    st.text(alphabet="اب ك\"*-:|()^~'\\+{}ORANDtitle\u200c\u0640é9", max_size=60),
)
@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
def test_any_text_is_a_query_or_a_fault_in_a_place(filled: Session, one: str, other: str) -> None:
    for query in (one, other, f'title:{one}* -"{other}'):
        faults: list[int] = []
        hits: list[Hit] = []
        try:
            hits = search(filled, query, rank=tuple(Rank)[len(one) % 3])
        except BadQuery as fault:
            faults.append(fault.at)
        assert all(0 <= at <= len(query) for at in faults)
        assert len({hit.id for hit in hits}) == len(hits)
        for hit in hits:
            assert all(0 <= start < end <= len(hit.snippet) for start, end in hit.marks)
