"""What changed between two revisions."""

from __future__ import annotations

from typing import Any

from web.differences import Part, compare


def record(title: str, *texts: str) -> dict[str, Any]:
    return {"title": title, "blocks": [{"kind": "paragraph", "text": text} for text in texts]}


def test_a_changed_word_is_marked_inside_its_block() -> None:
    [title, changed] = compare(record("T", "one two three four"), record("T", "one two 3 four"))
    assert title.kind == "same"
    assert changed.kind == "changed"
    assert changed.parts == (
        Part("same", "one two "),
        Part("removed", "three"),
        Part("added", "3"),
        Part("same", " four"),
    )


def test_blocks_that_have_little_in_common_are_two() -> None:
    lines = compare(record("T", "one two three"), record("T", "wholly other words"))
    assert [line.kind for line in lines] == ["same", "removed", "added"]


def test_added_and_removed_blocks() -> None:
    lines = compare(record("T", "a", "b"), record("T", "b", "c"))
    assert [(line.kind, line.parts[0].text) for line in lines if line.kind != "same"] == [
        ("removed", "a"),
        ("added", "c"),
    ]


def test_unchanged_blocks_far_from_a_change_are_counted() -> None:
    many = [f"paragraph {number}" for number in range(10)]
    lines = compare(record("T", *many), record("T", *many, "end"))
    assert [(line.kind, line.skipped) for line in lines] == [("gap", 10), ("same", 0), ("added", 0)]


def test_equal_revisions_have_no_change() -> None:
    assert [line.kind for line in compare(record("T", "a"), record("T", "a"))] == ["gap"]


def test_both_texts_can_be_read_from_a_comparison() -> None:
    old, new = record("T one", "a b c d e", "x"), record("T two", "a b q d e", "y z", "w")
    lines = compare(old, new)
    for gone, texts in (
        ("added", ["T one", "a b c d e", "x"]),
        ("removed", ["T two", "a b q d e", "y z", "w"]),
    ):
        joined = ["".join(p.text for p in line.parts if p.kind != gone) for line in lines]
        assert [text for text in joined if text] == texts


def test_very_long_blocks_are_not_compared_by_word() -> None:
    long = " ".join(str(number) for number in range(5_000))
    lines = compare(record("T", long), record("T", long + " end"))
    assert [line.kind for line in lines] == ["same", "removed", "added"]
