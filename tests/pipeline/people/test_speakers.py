"""Who speaks in a talk that was written down signs it with none of their lines."""

from __future__ import annotations

from tests.pipeline.people.story_page import authors

SPEAKS = "<p><strong>Zrinka Aquin</strong> -- <em>Chief Executive Officer</em></p>"
SAYS = "<p>We closed the plant in May, a quarter earlier than we had planned it.</p>"


def test_a_line_that_stands_again_tells_who_speaks() -> None:
    assert authors(lead="", first=f"{SPEAKS}{SAYS}{SPEAKS}{SAYS}", lang="en") == ()


def test_a_line_that_stands_once_in_its_box_tells_who_wrote() -> None:
    byline = "<p><strong>Jane Miller</strong> -- <em>Senior Reporter</em></p>"
    assert authors(byline, lang="en") == ("Jane Miller",)
    assert authors(byline, end=f"<div>{byline}</div>", lang="en") == ("Jane Miller",)
    assert authors(f"<div>{byline}{byline}</div>", lang="en") == ("Jane Miller",)
