"""What the console is shown in tests: sources that do well and badly, articles, runs, alerts."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import AlertRow, LinkRow, RunRow, StoryMemberRow, StoryRow
from db.write import (
    end_run,
    fail_link,
    reject_link,
    save_links,
    set_next_visit,
    start_run,
    store_article,
    sync_source,
)
from pipeline.errors import Reason
from pipeline.fingerprints import content_hash
from pipeline.records import Article, Block, BlockKind, Link, Moment, Origin, Removed, Source

NOW = datetime.now(UTC).replace(microsecond=0)
ARABIC, ENGLISH, BROKEN = "https://rased.example", "https://signal.example", "https://down.example"
WATERMARK = "aXA6IDE4NS4yNDQuMzYuMTM3IA=="  # base64 of "ip: 185.244.36.137 "
HOSTILE_TITLE = (
    '<script>document.title="taken"</script><img src=x onerror=alert(1)> "quoted" & done'
)

P, H, L, Q = BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.LIST_ITEM, BlockKind.QUOTE


def article(url: str, title: str, blocks: tuple[Block, ...], **changes: object) -> Article:
    """An article of a page that says all of itself."""
    text = "\n\n".join(block.text for block in blocks)
    made = Article(
        url=url,
        canonical_url=url,
        title=title,
        blocks=blocks,
        text=text,
        language="en",
        content_hash=content_hash(title, text),
        word_count=len(text.split()),
        section="Technology",
        authors=("Mona Said",),
        tags=("AI", "ذكاء اصطناعي"),
        published=Moment(NOW - timedelta(hours=5), Origin.JSON_LD),
        extractor="rasid/test",
    )
    return replace(made, **changes)  # type: ignore[arg-type]


SEED = article(
    ARABIC + "/tech/brains",
    "جذب العقول النادرة.. استراتيجية «ميتا» لاختراق مشهد AI المتقدم",
    (
        Block(
            P, "في سباق محموم نحو الذكاء الاصطناعي الفائق، تعرض شركة Meta رواتب بملايين الدولارات."
        ),
        Block(H, "مكسب استراتيجي", 2),
        Block(
            P,
            "وبحسب تقرير Bloomberg في 12 يونيو 2025، انضم إليه باحثون من OpenAI وGoogle.",
        ),
        Block(L, "باحثون من «ديب مايند»"),
        Block(L, "مهندسون عملوا على GPT-4o"),
        Block(Q, "من يملك العقول يملك المستقبل."),
        Block(H, "انتقادات", 3),
        Block(P, "ورغم الانتقادات، فإن السباق لا يبدو أنه سيتباطأ قريبًا."),
    ),
    language="ar",
    section="تقنية",
    authors=("منى سعيد", "John Carter"),
    description="تسعى «ميتا» إلى استقطاب أبرز الباحثين عبر عروض غير مسبوقة.",
    image_url="https://rased.example/images/brains.jpg",
    removed=(
        Removed(WATERMARK, "ip-watermark", 8),
        Removed("185.244.36.137", "ip-watermark", 9),
        Removed("اترك تعليقاً", "comment-form", 10),
    ),
)

HOSTILE = article(
    ENGLISH + "/hostile",
    HOSTILE_TITLE,
    (
        Block(
            P, '<script>document.body.innerHTML=""</script> and <a href="javascript:alert(1)">x</a>'
        ),
        Block(H, "</main><style>body{display:none}</style>", 2),
        Block(P, "Averyveryverylongwordthatneverends" * 12),
        Block(BlockKind.CODE, "for " + "x" * 300 + " in y: pass"),
        Block(BlockKind.TABLE_ROW, "one | two | " + "three " * 40),
    ),
    image_url="javascript:alert(1)",
    authors=('"><script>alert(2)</script>',),
    published=None,
)

PLAIN = article(
    ENGLISH + "/chips",
    "A chip that needs no battery",
    (
        Block(P, "Researchers have shown a processor that runs on the heat of a hand."),
        Block(H, "How it works", 2),
        Block(P, "A layer of bismuth telluride turns a difference of three degrees into power."),
        Block(P, "It will be sold next year."),
    ),
)
PLAIN_LATER = article(
    ENGLISH + "/chips",
    "A chip that needs no battery at all",
    (
        Block(P, "Researchers have shown a processor that runs on the heat of a hand."),
        Block(H, "How it works", 2),
        Block(P, "A layer of bismuth telluride turns a difference of two degrees into power."),
        Block(P, "The price is not known, and nobody has seen one outside of the laboratory yet."),
        Block(P, "Two universities have asked for samples, to repeat the measurements."),
    ),
)


def fill(s: Session) -> dict[str, int]:
    """Fills an empty database; gives the ids of articles by name."""
    sources = (
        Source("rased", "راصد التقنية", ARABIC + "/tech", "ar"),
        Source("signal", "The Signal", ENGLISH + "/tech", "en"),
        Source("down", "صحيفة معطّلة", BROKEN + "/tech", "ar"),
        Source("quiet", "Quiet Weekly", "https://quiet.example/", "en"),
        Source("shut", "Shut Times", "https://shut.example/", "en", enabled=False),
    )
    for source in sources:
        sync_source(s, source)
    s.flush()
    for source_id, hours in (("rased", 1), ("signal", 3), ("down", -7)):
        set_next_visit(s, source_id, NOW + timedelta(hours=hours))
    ids = {
        "seed": store(s, "rased", SEED, NOW),
        "hostile": store(s, "signal", HOSTILE, NOW),
        "plain": store(s, "signal", PLAIN, NOW - timedelta(hours=2)),
    }
    store(s, "signal", PLAIN_LATER, NOW)
    for number in range(40):
        made = article(
            f"{ARABIC}/tech/{number}",
            f"خبر تقني رقم {number} عن الحوسبة السحابية",
            (Block(P, f"نص الخبر رقم {number} عن مراكز البيانات الجديدة في المنطقة."),),
            language="ar",
            section="تقنية",
            published=Moment(NOW - timedelta(days=number % 14, hours=6), Origin.META),
        )
        store(s, "rased", made, NOW - timedelta(days=number % 14))
    s.add(StoryRow(id=1, origin_article_id=ids["plain"], origin_by="published-at"))
    s.flush()
    for name in ("plain", "hostile"):
        s.add(StoryMemberRow(article_id=ids[name], story_id=1, similarity=0.8, credit="afp"))
    _fill_links(s)
    _fill_runs(s)
    return ids


def store(s: Session, source_id: str, found: Article, now: datetime) -> int:
    """Saves an article as a visit does; gives its id."""
    link_id = _link(s, source_id, found.url, now)
    return store_article(s, link_id, found, now).article_id


def _link(s: Session, source_id: str, url: str, now: datetime) -> int:
    save_links(s, source_id, [Link(url, f"https://{source_id}.example/tech")], now)
    return s.scalars(
        select(LinkRow.id).where(LinkRow.source_id == source_id, LinkRow.url == url)
    ).one()


def _fill_links(s: Session) -> None:
    rejected = _link(s, "signal", ENGLISH + "/login", NOW)
    reject_link(s, rejected, Reason.LOGIN_WALL, "the page asks to sign in", NOW)
    failed = _link(s, "down", BROKEN + "/tech/one", NOW)
    fail_link(s, failed, Reason.DNS, "no such host", NOW, retry_at=NOW + timedelta(hours=2))


def _fill_runs(s: Session) -> None:
    for number in range(34):
        began = NOW - timedelta(hours=40 - number)
        run_id = start_run(s, "rased", began, pid=1)
        counts = {"outcomes": {"new": number % 4, "unchanged": 2}, "reasons": {"too-short": 1}}
        end_run(
            s,
            run_id,
            began + timedelta(seconds=75),
            counts=counts,
            requests=9,
            bytes=812_000,
        )
    good = start_run(s, "signal", NOW - timedelta(hours=2), pid=1)
    counts = {"outcomes": {"new": 2, "content": 1}, "reasons": {"login-wall": 1}}
    end_run(s, good, NOW - timedelta(hours=1), counts=counts, requests=5, bytes=90_000)
    bad = start_run(s, "down", NOW - timedelta(minutes=30), pid=1)
    counts = {"outcomes": {}, "reasons": {"dns": 1}}
    error = "https://down.example/tech: no such host (down.example)"
    end_run(s, bad, NOW - timedelta(minutes=29), state="failed", counts=counts, error=error)
    s.add(
        AlertRow(
            source_id="signal",
            kind="yield-fell",
            detail="3 articles in 7 days; 21 were usual",
            opened_at=NOW - timedelta(days=1),
        )
    )
    assert s.get(RunRow, bad) is not None
