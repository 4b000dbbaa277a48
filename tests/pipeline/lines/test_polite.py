"""A polite line of a Korean or Japanese text that is written plainly is the house's."""

from __future__ import annotations

import pytest

from pipeline.lines.polite import polite_lines
from pipeline.records import Block, BlockKind

PLAIN = (
    "경기도 수원시가 전통시장의 빈 점포를 청년 작업실로 바꾼다고 24일 밝혔다.",
    "시는 점포 주인에게 3년간 임대료의 절반을 지원하고 관리비를 보태 준다.",
    "하지만 인근 시장에서 1년을 넘긴 청년은 4명뿐이었다.",
    "시는 다음 달 12일까지 신청을 받아 심사를 거쳐 입주시킬 계획이다.",
)


def _taken(line: str, text: tuple[str, ...] = PLAIN, language: str = "ko") -> bool:
    blocks = [Block(BlockKind.PARAGRAPH, each) for each in (*text[:2], line, *text[2:])]
    return blocks[2] in polite_lines(blocks, language)


@pytest.mark.parametrize(
    "line",
    [
        "수원 관련 제보를 기다립니다.",
        "※ 기사 제보는 카카오톡 '경기마루' 채널로 받습니다.",
        "요약봇이 자동으로 요약한 내용으로 본문과 다를 수 있습니다.",
        "이 기사가 도움이 되었나요?",
    ],
)
def test_a_polite_line_goes(line: str) -> None:
    assert _taken(line)
    assert not _taken(line, language="ja")


@pytest.mark.parametrize(
    "line",
    [
        "그는 “바다에서 나오면 배가 고픕니다.”",
        "'불 꺼진 가게가 늘면 손님도 끊깁니다'",
        "수입은 넉넉하지 않다.",
    ],
)
def test_what_somebody_says_and_plain_sentences_stay(line: str) -> None:
    assert not _taken(line)


def test_a_text_that_is_written_politely_keeps_its_lines() -> None:
    polite = tuple(each.removesuffix("다.") + "습니다." for each in PLAIN)
    assert not _taken("수원 관련 제보를 기다립니다.", polite)


@pytest.mark.parametrize(
    "labels", [("[앵커]", "[기자]"), ("<앵커>", "<기자>"), ("[알림]", "[알림]")]
)
def test_what_several_named_speakers_say_below_their_names_stays(labels: tuple[str, str]) -> None:
    ask, answer = "무엇이 달라지나요?", "기사와 댓글을 앱에서 보여 드립니다."
    call = "수원 관련 제보를 기다립니다."
    texts = (labels[0], ask, labels[1], answer, *PLAIN, *PLAIN, call)
    blocks = [Block(BlockKind.PARAGRAPH, each) for each in texts]
    said = set() if labels[0] != labels[1] else {answer}
    assert {block.text for block in polite_lines(blocks, "ko")} == {call, *said}


def test_the_questions_of_an_interview_stay() -> None:
    asked = ("이렇게 많이 찾아올 줄 알았나요?", "내년에는 무엇이 달라질까요?")
    call = "수원 관련 제보를 기다립니다."
    texts = (PLAIN[0], asked[0], *PLAIN[1:3], asked[1], PLAIN[3], call)
    blocks = [Block(BlockKind.PARAGRAPH, each) for each in texts]
    assert {b.text for b in polite_lines(blocks, "ko")} == {call}
    assert _taken("이 기사가 도움이 되었나요?")  # it asks readers


def test_a_question_stays_above_its_answer_though_a_brief_line_stands_between() -> None:
    first, second = "이 일은 어떻게 시작하셨나요?", "시장의 반대가 두렵지 않나요?"
    text = (*PLAIN, first, "- AD -", PLAIN[0], second, PLAIN[1], PLAIN[3])
    blocks = [Block(BlockKind.PARAGRAPH, each) for each in text]
    assert not {first, second} & {block.text for block in polite_lines(blocks, "ko")}


JAPANESE = (
    "市は24日、商店街の空き店舗を若者の工房に変えると発表した。",
    "店主には3年間、家賃の半分を支援し、管理費も補う。",
    "だが近くの市場で1年を超えた若者は4人だけだった。",
    "市は来月12日まで申し込みを受け、審査のうえで決める。",
)


@pytest.mark.parametrize(
    "line", ["記事へのお問い合わせは広報までお願いします。", "（画像を押すと大きく表示します）"]
)
def test_a_polite_line_of_a_plain_japanese_text_goes(line: str) -> None:
    assert _taken(line, JAPANESE, "ja")
    polite = tuple(each.removesuffix("た。") + "ました。" for each in JAPANESE)
    assert not _taken(line, polite, "ja")


@pytest.mark.parametrize(
    "line",
    [
        "「海から上がるとおなかがすきます。」",
        "収入は多くない。",
        "同社は来年、新しい端末を発売する予定です。",
    ],
)
def test_what_somebody_says_and_plain_japanese_stay(line: str) -> None:
    assert not _taken(line, JAPANESE, "ja")


def test_a_question_in_japanese_stays_with_its_answer() -> None:
    texts = (JAPANESE[0], "一番難しかったのは何ですか。", "接着剤です。", *JAPANESE[1:])
    blocks = [Block(BlockKind.PARAGRAPH, each) for each in texts]
    assert not polite_lines(blocks, "ja")


def test_polite_questions_above_plain_answers_are_an_interview() -> None:
    answer = "会社は三年間で研究所を二つ増やし、若い技術者を毎年百人ほど迎えると決めた。"
    asked = ("始めたのはいつですか", "心配する人に何と答えますか", "まだ先を走っていますか")
    lines = [line for question in asked for line in (question, answer)]
    blocks = [Block(BlockKind.PARAGRAPH, line) for line in (answer, *lines, answer)]
    assert polite_lines(blocks, "ja") == frozenset()
    of_house = "この記事は役に立ちましたか"
    alone = [Block(BlockKind.PARAGRAPH, line) for line in (answer, of_house, *[answer] * 3)]
    assert polite_lines(alone, "ja") == {alone[1]}


@pytest.mark.parametrize(
    ("line", "language"),
    [
        ("계약서는 서명하기 전에 끝까지 읽으세요.", "ko"),
        ("낯선 번호로 온 파일은 열지 마세요.", "ko"),
        ("契約書は署名の前に最後まで読んでください。", "ja"),
        ("いつから海に出ていたのですか。", "ja"),
    ],
)
def test_advice_and_a_question_that_speak_of_nothing_of_the_house_stay(
    line: str, language: str
) -> None:
    assert not _taken(line, PLAIN if language == "ko" else JAPANESE, language)


def test_what_an_interview_asks_behind_a_dash_stays() -> None:
    text = (
        "市は水曜日の夜、新しい交通計画を可決した。",
        "計画では四十台の電気バスが走る。",
        "市長は費用の内訳を示さなかった。",
        "住民は冬までに結論を求めている。",
    )
    assert not _taken("――この記事はどこで読めますか。", text, "ja")
    assert _taken("この記事はどこで読めますか。", text, "ja")
