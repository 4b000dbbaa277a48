"""The bench that reads manuals as articles."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench.manuals import Line, language_of, lines_of, parts_of, read

TEXTS = [
    f"The lock keeper of Orrick opens gate {n} by hand, in rain and in snow, and notes the hour."
    for n in range(4)
]
DOCBOOK = (
    "<html><head><title>Gates</title></head><body><ul class='docnav'><li>Next</li></ul>"
    "<h1>Gates</h1><div class='toc'><p>Contents</p></div>"
    f"<div class='para'>{TEXTS[0]}</div><p>{TEXTS[1]}</p><ul><li><p>{TEXTS[2]}</p></li></ul>"
    f"<p>{TEXTS[3]}</p><p>{{}}</p><h2>Bells</h2></body></html>"
)
MALLARD = (
    '<page xmlns="http://projectmallard.org/1.0/"><info><desc>Of gates</desc></info>'
    f"<title>Gates</title><p>{TEXTS[0]}</p><list><item><p>{TEXTS[2]}</p></item></list>"
    f"<section><title>Bells</title><p>{TEXTS[1]}</p></section></page>"
)


def written(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_the_prose_of_docbook_s_pages(tmp_path: Path) -> None:
    path = written(tmp_path, "html/pt-BR/gates.html", DOCBOOK.format("The end."))
    title, lines = lines_of(path)
    assert (language_of(path), title) == ("pt", "Gates")
    assert lines == [
        Line("p", TEXTS[0]), Line("p", TEXTS[1]), Line("li", TEXTS[2]), Line("p", TEXTS[3]),
        Line("p", "The end."), Line("h2", "Bells"),
    ]  # fmt: skip
    assert [*parts_of(lines)] == [lines[:-1]]


def test_the_prose_of_mallard_s_pages(tmp_path: Path) -> None:
    path = written(tmp_path, "help/C/manual/gates.page", MALLARD)
    title, lines = lines_of(path)
    assert (language_of(path), title) == ("en", "Gates")
    assert lines == [
        Line("p", TEXTS[0]), Line("li", TEXTS[2]), Line("h2", "Bells"), Line("p", TEXTS[1]),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("last", "rules"),
    [("The bell is rung at noon.", []), ("All rights reserved.", ["any:licence"])],
)
def test_what_is_taken_is_told_with_its_rule(tmp_path: Path, last: str, rules: list[str]) -> None:
    path = written(tmp_path, "html/en/gates.html", DOCBOOK.format(last))
    count, taken = read(path)
    assert count == 5
    assert [each.rule for each in taken] == rules
