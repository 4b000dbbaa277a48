"""The agency that an article credits."""

from __future__ import annotations

import pytest

from pipeline.lines.credits import agency_of_site, extract_credit, is_sign_off

BODY = "أعلنت الشركة عن خطة جديدة لتطوير النماذج الكبيرة في مراكز البيانات خلال العام المقبل. " * 4


@pytest.mark.parametrize(
    ("text", "authors", "credit"),
    [
        pytest.param("القاهرة (رويترز) - " + BODY, (), "reuters", id="dateline in brackets"),
        pytest.param("PARIS (AFP) - " + BODY, (), "afp", id="Latin dateline"),
        pytest.param("واشنطن - أ.ف.ب: " + BODY, (), "afp", id="dateline by a dash"),
        pytest.param(BODY + "\n(وكالات)", (), "agencies", id="brackets at the end"),
        pytest.param(BODY + "\nالمصدر: وكالات + رويترز", (), "reuters", id="the one that is named"),
        pytest.param(BODY + "\nSource: Reuters", (), "reuters", id="source line"),
        pytest.param(BODY + "\nرویترز", (), "reuters", id="a last line of its own"),
        pytest.param(BODY, ("أ ف ب",), "afp", id="author"),
        pytest.param(BODY, ("Jane Doe, Associated Press",), "ap", id="within an author"),
        pytest.param(BODY + "قالت رويترز إن الشركة نفت ذلك. " + BODY, (), None, id="spoken of"),
        pytest.param("قالت رويترز إن الشركة نفت ذلك. " + BODY, (), None, id="spoken of first"),
        pytest.param("", (), None, id="empty"),
    ],
)
def test_credit(text: str, authors: tuple[str, ...], credit: str | None) -> None:
    assert extract_credit(text, authors) == credit


@pytest.mark.parametrize(
    ("host", "agency"),
    [
        ("www.reuters.com", "reuters"),
        ("aa.com.tr:443", "anadolu"),
        ("notreuters.com", None),
        ("com", None),
    ],
)
def test_the_agencys_own_site(host: str, agency: str | None) -> None:
    assert agency_of_site(host) == agency


@pytest.mark.parametrize(
    ("line", "signs"),
    [
        ("(avec Reuters)", True),
        ("(Con datos de Reuters)", True),
        ("(With inputs from Reuters)", True),
        ("With inputs from Reuters", False),
        ("(Jane Doe told Reuters)", False),
        ("(with inputs from the mayor)", False),
    ],
)
def test_a_line_in_brackets_may_say_of_which_agency_a_text_has_parts(
    line: str, signs: bool
) -> None:
    assert is_sign_off(line) is signs


def test_a_chinese_sentence_before_an_agency_is_no_place() -> None:
    assert is_sign_off("北京 (AFP)")
    assert not is_sign_off("第二颗卫星将在次年发射。 (AFP)")
