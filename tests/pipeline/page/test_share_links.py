"""Links amid a text that open a form in which a reader posts it elsewhere."""

from __future__ import annotations

import pytest
from lxml.html import fromstring

from pipeline.page.block_forms import is_share_link
from tests.pipeline.bodies.nameless_page import SENTENCES, kept_of

SAID = "The tide gate lasts a whole winter."


@pytest.mark.parametrize(
    "href",
    [
        "https://x.com/intent/post?text=a", "https://twitter.com/intent/tweet?text=a&via=b",
        "https://www.facebook.com/sharer/sharer.php?u=a", "https://wa.me/?text=a",
        "https://t.me/share/url?url=a", "https://bsky.app/intent/compose?text=a",
    ],
)  # fmt: skip
@pytest.mark.parametrize("words", ["غرّد بهذا الاقتباس", "Diesen Satz posten"])
def test_a_button_behind_a_quotation_goes(href: str, words: str) -> None:
    quote = f'<blockquote>{SAID} <a href="{href}">{words}</a></blockquote>'
    lines = "".join(f"<p>{each}</p>" for each in SENTENCES)
    assert kept_of(f"{lines}{quote}{lines}")[4] == SAID


@pytest.mark.parametrize(
    ("href", "words"),
    [
        ("https://x.com/a/status/1?s=20", "wrote"),
        ("https://x.com/intent/post?text=a", "The council says that the gate will be built"),
        ("https://wa.me/4915100000", "a number of its own"),
    ],
)
def test_a_link_that_is_a_word_of_the_text_stays(href: str, words: str) -> None:
    said = f'<p>{SENTENCES[0][:-1]}, as it <a href="{href}">{words}</a> on Monday.</p>'
    lines = "".join(f"<p>{each}</p>" for each in SENTENCES[1:])
    assert words in " ".join(kept_of(f"{said}{lines}"))


@pytest.mark.parametrize(("tag", "button"), [("p", True), ("h3", False)])
def test_a_heading_of_such_links_is_read_whole(tag: str, button: bool) -> None:
    line = f"<{tag}><a href='https://x.com/intent/post?text=a'>Share</a> / 3 comments</{tag}>"
    assert is_share_link(fromstring(line)[0]) is button
