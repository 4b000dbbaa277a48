"""What WordPress, Blogger, Drupal, Joomla and SPIP print below a text, in sixteen languages."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from pipeline.clean import clean_blocks
from pipeline.ledger import rebuild
from pipeline.lines.known_lines import named_by_heading
from pipeline.page.pieces import Extracted
from pipeline.records import Block, BlockKind

CASES: dict[str, dict[str, list[str]]] = tomllib.loads(
    (Path(__file__).parent / "cases" / "systems.toml").read_text(encoding="utf-8")
)
PROSE = [f"The council voted on Tuesday to close bridge {n} for repairs of a year." for n in "123"]


@pytest.mark.parametrize(
    ("system", "language"), [(system, language) for system in CASES for language in CASES[system]]
)
def test_lines_of_systems_go(system: str, language: str) -> None:
    for line in CASES[system][language]:
        blocks = [Block(BlockKind.PARAGRAPH, text) for text in (*PROSE, line)]
        cleaned = clean_blocks([Extracted(block) for block in blocks], language=language)
        assert [block.text for block in cleaned.kept] == PROSE, line
        assert rebuild(cleaned.kept, cleaned.removed) == tuple(blocks)


@pytest.mark.parametrize(
    "heading",
    [
        "Details",
        "التفاصيل",
        "Home",
        "Start the conversation",
        "Weitere Meldungen",
        "Who are you?",
        "Qui êtes-vous ?",
        "Votre message",
        "相关",
        "7.1.4. Website",
        "Website",
        "Nombre",
    ],
)
def test_headings_that_only_look_like_theirs_stay(heading: str) -> None:
    blocks = [Block(BlockKind.PARAGRAPH, PROSE[0]), Block(BlockKind.HEADING, heading, 2)]
    blocks.append(Block(BlockKind.PARAGRAPH, PROSE[1]))
    assert clean_blocks([Extracted(block) for block in blocks]).kept == tuple(blocks)
    assert named_by_heading(heading) is None


@pytest.mark.parametrize(
    ("heading", "region"),
    [
        ("Top Rated Comments", "comments"),
        ("Leserkommentare", "comments"),
        ("أحدث التعليقات", "comments"),
        ("网友评论", "comments"),
        ("Editor’s choice", "related"),
        ("À ne pas manquer", "related"),
        ("الأكثر تداولاً", "related"),
        ("よく読まれている記事", "related"),
        ("Folgen Sie uns", "newsletter"),
        ("اشترك في النشرة البريدية", "newsletter"),
        ("Palavras-chave", "meta"),
        ("Articles in this section", "related"),
        ("مقالات هذا القسم", "related"),
        ("Previous comments", "comments"),
        ("この記事を書いた人", "author-box"),
        ("Comentarii (14)", "comments"),
        ("Hozzászólások: 3", "comments"),
        ("14 comments · Newest first", "comments"),
        ("3 تعليقات | الأحدث", "comments"),
        ("3 towns | Newest first", None),
        ("Related 3", None),
        ("Website", None),
        ("الاسم", None),
        # What may as well head a part of an article.
        ("Discussion", None),
        ("Start the conversation", None),
        ("ابدأ النقاش", None),
        ("Show us the comments", None),
        ("رد على المنتقدين", None),
        ("Réactions", None),
        ("Other news", None),
        ("Weitere Meldungen", None),
        ("Unsere Empfehlung", None),
    ],
)
def test_what_a_heading_says_of_its_box(heading: str, region: str | None) -> None:
    assert named_by_heading(heading) == region
