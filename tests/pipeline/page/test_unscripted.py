"""What is read of a page that keeps its article for readers without scripts."""

from __future__ import annotations

import pytest

from pipeline.page.html import parse_text

STORY = "".join(
    f"<p>The survey of street {n} found {n} lamps that burn by day, and nobody who minds.</p>"
    for n in range(8)
)
NOTE = "<p>This page needs JavaScript. Switch it on in the settings of your browser.</p>" * 6


def shown(body: str) -> str:
    tree = parse_text(f"<html><body><nav>Home News</nav>{body}</body></html>", "https://a.example/")
    words = tree.tree.xpath("//text()[not(ancestor::noscript or ancestor::template)]")
    return " ".join(words)


@pytest.mark.parametrize(
    "body",
    [
        f"<div id=app></div><noscript><article>{STORY}</article></noscript>",
        f"<a-story><template shadowrootmode=open><div>{STORY}</div></template></a-story>",
        f"<noscript>{NOTE}</noscript><noscript>{STORY}{STORY}{STORY}</noscript>",
    ],
)
def test_what_a_reader_without_scripts_is_given_is_read(body: str) -> None:
    assert "The survey of street 7" in shown(body)


@pytest.mark.parametrize(
    "body",
    [
        f"<main>{STORY}{STORY}</main><noscript>{STORY}</noscript>",
        f"<div id=app></div><noscript>{NOTE}</noscript>",
        f"<div id=app></div><template><article>{STORY}</article></template>",
    ],
)
def test_notes_copies_and_moulds_are_not(body: str) -> None:
    text = shown(body)
    assert "JavaScript" not in text
    assert text.count("The survey of street 7") == body.count("<main>") * 2
