"""The bench's folder of pages that other packages bring."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

from bench.packaged import KNOWN, make_folder, visible_lines
from bench.pages import read_folder

PAGE = (
    "<html><head><title>Gates</title></head><body><nav><a href='/'>Home</a> <a href='/n'>News</a>"
    "</nav><h1>Gates</h1><div>The lock keeper <b>opens</b><br>each gate.<script>1</script></div>"
    "<p>In rain\n and snow.</p><svg><text>x</text></svg>Share</body></html>"
)
LINES = ["Home News", "Gates", "The lock keeper opens", "each gate.", "In rain and snow.", "Share"]


def test_what_a_reader_sees_line_by_line() -> None:
    assert visible_lines(PAGE.encode()) == LINES
    coded = '<meta charset="windows-1256"><p>بوابة</p>'.encode("cp1256")
    assert visible_lines(coded) == ["بوابة"]


def test_pages_that_are_known_make_a_folder(tmp_path: Path) -> None:
    for name, text in ("a/x.html", PAGE), ("b/same.html", PAGE), ("b/other.html", "<p>Other</p>"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text)
    number = hashlib.sha256(PAGE.encode()).hexdigest()
    fact = {"url": "https://orrick.example/gates", "lines": [[2, 3], [4, 4]], "title": "Gates"}
    absent = {"url": "https://orrick.example/bells", "lines": [[0, 1]]}
    assert make_folder(tmp_path, tmp_path / "out", {number: fact, "0" * 64: absent}) == 1
    (case,) = read_folder(tmp_path / "out")
    assert case.page.body == PAGE.encode()
    assert case.truth["body"].split("\n\n") == LINES[2:5]
    assert "lines" not in case.truth
    assert (case.truth["title"], "authors" in case.truth) == ("Gates", False)


def test_what_is_known_of_pages_is_well_formed() -> None:
    known = json.loads(KNOWN.read_text(encoding="utf-8"))
    for fact in known.values():
        assert fact["url"].startswith("http")
        ends = [at for pair in fact["lines"] for at in pair]
        assert ends == sorted(ends)
        assert ends
        assert set(fact) <= {"url", "lines", "title", "authors", "date"}
