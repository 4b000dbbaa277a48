"""Content codings: whole, cut off, upon each other, without end, and in name alone."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Callable

import brotli  # type: ignore[import-untyped]
import pytest
from backports import zstd

from crawler.fetching.codings import undo, unframed
from crawler.fetching.guard import Refused
from pipeline.errors import Reason

TEXT = "نص طويل ".encode() * 9000
LIMIT = 1_000_000
CODINGS: dict[str, Callable[[bytes], bytes]] = {
    "gzip": gzip.compress,
    "deflate": zlib.compress,
    "br": lambda data: bytes(brotli.compress(data, quality=4)),
    "zstd": zstd.compress,
}


@pytest.mark.parametrize("name", CODINGS)
def test_a_whole_body_is_given(name: str) -> None:
    assert undo(CODINGS[name](TEXT), [name], LIMIT) == TEXT


def test_deflate_without_its_frame_is_given() -> None:
    assert undo(zlib.compress(TEXT, wbits=-15), ["deflate"], LIMIT) == TEXT


@pytest.mark.parametrize("name", ["gzip", "zstd"])
def test_all_parts_of_a_body_are_given(name: str) -> None:
    code = CODINGS[name]
    assert undo(code(TEXT) + code(b"more"), [name], LIMIT) == TEXT + b"more"


def test_what_follows_gzip_is_left_out() -> None:
    assert undo(gzip.compress(TEXT) + b"\x00" * 300_000, ["x-gzip"], LIMIT) == TEXT


@pytest.mark.parametrize("name", CODINGS)
@pytest.mark.parametrize("missing", [1, 20])
def test_a_body_that_was_cut_off_is_not(name: str, missing: int) -> None:
    with pytest.raises(Refused) as refused:
        undo(CODINGS[name](TEXT)[:-missing], [name], LIMIT)
    assert refused.value.rejected.reason is Reason.TRUNCATED
    assert refused.value.retry


@pytest.mark.parametrize("name", CODINGS)
def test_a_bomb_is_stopped(name: str) -> None:
    bomb = CODINGS[name](b"\x00" * 30_000_000)
    with pytest.raises(Refused) as refused:
        undo(bomb, [name], LIMIT)
    assert refused.value.rejected.reason is Reason.TOO_LARGE


@pytest.mark.parametrize("name", CODINGS)
def test_another_kind_of_bytes_is_refused(name: str) -> None:
    with pytest.raises(Refused):
        undo(b"\xff\xfe nothing of the kind" * 50, [name], LIMIT)


def test_layers_are_undone_to_a_limit() -> None:
    twice = zstd.compress(gzip.compress(TEXT))
    assert undo(twice, ["gzip", "zstd"], LIMIT) == TEXT
    with pytest.raises(Refused) as refused:
        undo(TEXT, ["gzip"] * 1000, LIMIT)
    assert refused.value.rejected.reason is Reason.TOO_LARGE


def test_markup_that_is_not_coded_is_taken_as_it_is() -> None:
    assert undo(b"<!DOCTYPE html><p>x", ["gzip"], LIMIT) == b"<!DOCTYPE html><p>x"


def test_an_unknown_coding_is_refused() -> None:
    with pytest.raises(Refused) as refused:
        undo(b"\x01\x02", ["compress"], LIMIT)
    assert refused.value.rejected.reason is Reason.UNDECODABLE


@pytest.mark.parametrize("name", ["gzip", "zstd"])
def test_a_body_of_many_parts_is_given_and_one_of_far_too_many_refused(name: str) -> None:
    code = CODINGS[name]
    assert undo(code(b"<p>") * 900, [name], LIMIT) == b"<p>" * 900
    with pytest.raises(Refused) as refused:
        undo(code(b"") * 300_000, [name], LIMIT)
    assert refused.value.rejected.reason is Reason.TOO_LARGE


def _framed(body: bytes, size: int = 700) -> bytes:
    pieces = [body[at : at + size] for at in range(0, len(body), size)]
    return b"".join(b"%x\r\n%s\r\n" % (len(piece), piece) for piece in pieces) + b"0\r\n\r\n"


def test_frames_that_the_head_does_not_name_are_taken_off() -> None:
    assert unframed(_framed(TEXT)) == TEXT
    assert undo(_framed(gzip.compress(TEXT)), ["gzip", "chunked"], LIMIT) == TEXT


def test_frames_without_an_end_are_a_body_that_was_cut_off() -> None:
    with pytest.raises(Refused) as refused:
        unframed(_framed(TEXT)[:-300])
    assert refused.value.rejected.reason is Reason.TRUNCATED


@pytest.mark.parametrize(
    "body", [b"7\r\n\r\nnumbers of the day", b"beef\r\n12\r\na list of words", b"12\r\n", b"bad\n"]
)
def test_a_text_that_begins_with_a_number_is_left(body: bytes) -> None:
    assert unframed(body) == body
