"""Sentences into rules: understood as a whole and in one way, or left to a person; never another rule than is meant."""

from __future__ import annotations

import random
from decimal import Decimal
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_index.office.annex.grammar import CASE, CLAUSES, PIECES, RULES, STRICT
from cchc_index.office.annex.matching import facts_of, pieces_of
from cchc_index.office.annex.rules import MAKERS, Terms, slug
from cchc_index.office.annex.sentences import Said, read_sentences
from cchc_index.office.annex.spelling import SPELT, clauses, plain
from cchc_index.office.annex.steps import read_steps
from cchc_index.office.annex.unclear import Unclear
from cchc_index.office.annex.understanding import said_back
from cchc_index.registry.registry import Registry
from cchc_index.rules.columns import Words
from cchc_index.rules.contract import Leaf
from tests.rules.test_said import RULES as SAID
from tests.rules.test_said import _set as set_of

REGISTRY = Registry.builtin()


def _read(text: str, most: str = "4", *, takes: bool = False) -> Said:
    return read_sentences(text, Terms(Decimal(most), takes=takes))


def _back(text: str, most: str, *, takes: bool = False) -> str:
    """A rule's name and words; "" where it was left to a person."""
    rule = _read(text, most, takes=takes).rule
    if rule is None:
        return ""
    words = said_back(rule, Decimal(most), REGISTRY, "vi")
    return f"{rule if isinstance(rule, str) else next(iter(rule))}: {words.words or words.fault}"


#: (sentences, maximum, what is said back)
READ: list[tuple[str, str, str]] = [
    ("Có: 1 điểm; không: 0 điểm", "1", "yes_no: có: 1 điểm; không: 0"),
    ("Ban hành kế hoạch: 1\nKhông ban hành: 0", "1", "yes_no: có: 1 điểm; không: 0"),
    ("Đúng quy định = 2; Không đúng = 0", "2", "yes_no: có: 2 điểm; không: 0"),
    (
        "Tỷ lệ từ 80% đến dưới 100%: 0,5. Đạt 100%: 1 điểm; dưới 80%: 0",
        "1",
        "steps: tỷ lệ (%): từ 100: 1; từ 80 dưới 100: 0,5; dưới 80: 0; ngoài các mức: 0",
    ),
    ("TỶ LỆ  TỪ 80 %  TRỞ LÊN :  1", "1", "steps: tỷ lệ (%): từ 80: 1; ngoài các mức: 0"),
    ("Có 02 sáng kiến trở lên: 02 điểm; 01 sáng kiến: 1", "2", "steps: số: từ 2: 2; từ 1 dưới 2: 1; ngoài các mức: 0"),
    ("Từ 50% đến dưới 80%: 1; còn lại: 0", "1", "steps: tỷ lệ (%): từ 50 dưới 80: 1; ngoài các mức: 0"),
    ("Từ 80% đến 100%: 1; dưới 80%: 0", "1", "steps: tỷ lệ (%): từ 80 đến 100: 1; dưới 80: 0; ngoài các mức: 0"),
    (
        "0 vụ: 2; 1 vụ: 1; từ 2 vụ trở lên: 0",
        "2",
        "steps: số: từ 0 dưới 1: 2; từ 1 dưới 2: 1; từ 2: 0; ngoài các mức: 0",
    ),
    ("Thực hiện cơ chế một cửa: 1; không thực hiện: 0", "1", "yes_no: có: 1 điểm; không: 0"),
    ("Báo cáo chậm trừ 0,5 điểm/báo cáo", "2", "deduct: 2 điểm, mỗi trường hợp trừ 0,5, không dưới 0"),
    (
        "Điểm = b/a × 1; trong đó: a là tổng số hồ sơ; b là tổng số hồ sơ đã số hóa",
        "1",
        "proportion: 1 × tỷ lệ / 100 %, tối đa 1",
    ),
    (
        "≥ 80%: 1\n60% ≤ tỷ lệ < 80%: 0,5\n< 60%: 0",
        "1",
        "steps: tỷ lệ (%): từ 80: 1; từ 60 dưới 80: 0,5; dưới 60: 0; ngoài các mức: 0",
    ),
    (
        "Trên 90% – 100%: 2; từ 90% trở xuống: 0",
        "2",
        "steps: tỷ lệ (%): trên 90 đến 100: 2; đến 90: 0; ngoài các mức: 0",
    ),
    ("Từ 3 văn bản trở lên: 2; từ 1 đến 2 văn bản: 1", "2", "steps: số: trên 2: 2; từ 1 đến 2: 1; ngoài các mức: 0"),
    (
        "Đúng hạn: 2; chậm từ 1 đến 3 ngày: 1; chậm trên 3 ngày: 0",
        "2",
        "steps: số ngày: đến 0: 2; trên 0 đến 3: 1; trên 3: 0; ngoài các mức: 0",
    ),
    ("Điểm = tỷ lệ hồ sơ đúng hạn × điểm tối đa", "4", "proportion: 4 × tỷ lệ / 100 %, tối đa 4"),
    (
        "Tính theo công thức: (b/a) x 4,00. Nếu b/a dưới 50% thì điểm là 0",
        "4",
        "proportion: 4 × tỷ lệ / 100 %, tối đa 4; dưới 50 %: 0",
    ),
    ("Mỗi sáng kiến được 1 điểm, tối đa 5 điểm", "5", "per_case: mỗi trường hợp 1 điểm, tối đa 5"),
    ("0,5 điểm/mô hình", "2", "per_case: mỗi trường hợp 0,5 điểm, tối đa 2"),
    ("Mỗi văn bản chậm trừ 0,5 điểm", "4", "deduct: 4 điểm, mỗi trường hợp trừ 0,5, không dưới 0"),
    (
        "Mỗi báo cáo chậm trừ 0,25, mỗi báo cáo thiếu trừ 0,5",
        "2",
        "deduct: 2 điểm, mỗi trường hợp báo cáo chậm trừ 0,25, mỗi trường hợp báo cáo thiếu trừ 0,5, không dưới 0",
    ),
    ("Mỗi lỗi trừ 0,5 điểm (trừ không quá 2 điểm)", "3", "deduct: 3 điểm, mỗi trường hợp trừ 0,5, không dưới 1"),
    ("Chỉ số SIPAS x 10%", "10", "convert: 10 × giá trị / 100"),
    ("Hội đồng thẩm định chấm, điểm lẻ đến 0,25", "3", "points: chấm từ 0 đến 3 điểm, theo bội số của 0,25"),
    ("Xếp loại tốt: 2; loại khá: 1; loại yếu: 0", "2", "choice: tốt: 2; khá: 1; yếu: 0"),
    ("Chỉ thống kê", "0", "unscored: chỉ báo cáo, không chấm điểm"),
]

#: Sentences of which something is open, whatever the maximum.
LEFT = [
    "Ban hành đúng hạn: 1; không ban hành: 0",  # and who is late?
    "Đạt 100%: 1, trừ trường hợp bất khả kháng",
    "Đạt khoảng 80%: 1; dưới 80%: 0",
    "Từ 80% đến dưới 100%: 0,5; còn lại do Hội đồng xem xét",
    "Tỷ lệ từ 1.000 hồ sơ trở lên: 1",  # one, or a thousand
    "Mỗi sáng kiến cấp tỉnh 1 điểm, cấp huyện 0,5 điểm, tối đa 1 điểm",
    "Cao hơn bình quân chung: 1; thấp hơn: 0",
    "Có kế hoạch: 0,5; có báo cáo: 0,5",
    "Điểm = giá trị / giá trị cao nhất × 1",  # of whom?
    "Đạt 50% được 0,5 điểm, cứ tăng thêm 10% được cộng 0,1 điểm, tối đa 1 điểm",  # and below 50?
    "Từ 70% trở lên: 1; dưới 70% thì tính theo tỷ lệ",  # of 100, or of 70?
    "1 × (giá trị - 1) / (5 - 1)",  # from another scale, or between goalposts
    "Tăng 10% so với năm trước: 1",
    "10²: 1",
    "Tỷ lệ hồ sơ đúng hạn từ 90% trở lên: 1; tỷ lệ văn bản ký số từ 50% trở lên: 0,5",  # of which?
    "Có từ 2 mô hình trở lên: 1; có 1 sáng kiến: 0,5",
    "Từ 50% đến dưới 80%: 1; dưới 50%: 0",  # and from 80?
    "Từ 5 đến 10 ngày: 1; trên 10 ngày: 0",  # and under 5?
    "Trong 5 ngày: 1; từ 6 đến 10 ngày: 0,5",
    "Có 4 báo cáo: 1; không có: 0",  # and 3, and 5?
    "5 văn bản: 1; 4 văn bản: 0,5",
    "Báo cáo chậm trừ 0,5 điểm/ngày",  # are reports counted, or days?
    "Báo cáo chậm trừ 0,5 điểm/ngày; báo cáo thiếu trừ 1 điểm/báo cáo",
    "Trừ 0,5 điểm/văn bản/ngày chậm",
    "Thực hiện đúng hạn: 1; không thực hiện: 0",  # and late?
    "Niêm yết đầy đủ: 1; không thực hiện: 0",
    "Có đầy đủ kế hoạch: 1; không có: 0",
    "Có báo cáo quý và báo cáo năm: 1; không có: 0",
    "Từ 95% hồ sơ đúng hạn: 1; từ 50% hồ sơ trực tuyến: 0,5",
    "Từ 80% trở lên và có sáng kiến: 1; dưới 80%: 0",
    "Từ 80% trở lên kèm minh chứng: 1; dưới 80%: 0",
    "Từ 80% đồng thời công khai: 1; dưới 80%: 0",
    "Từ 80% liên tục: 1; dưới 80%: 0",
    "Điểm = b/a × 1; trong đó: b là tổng số hồ sơ; a là số hồ sơ đúng hạn",  # the wrong way round
    "Điểm = b/a × 1; b là tổng số hồ sơ",
    "Điểm = b/a × 1; c là số hồ sơ",
    "Mỗi hai văn bản chậm trừ 1 điểm",
    "Mỗi chục sáng kiến được 0,5 điểm",
    "Mỗi sáng kiến thứ hai được 1 điểm",
    "1 điểm/sáng kiến/năm",
    "Chấm theo tỷ lệ nghịch",
    "Từ 80% trở lên ở cả hai cấp: 1; dưới 80%: 0",
    "Từ 80% trở lên và đúng hạn: 1; dưới 80%: 0",
    "Từ 80% trở lên hai năm liền: 1; dưới 80%: 0",
    "Đạt chuẩn mức cao: 1; không đạt chuẩn: 0",
    "Công khai kết quả hằng tháng: 1; không công khai: 0",
    "",
]


@pytest.mark.parametrize(("text", "most", "said"), READ)
def test_sentences_of_the_field_are_understood(text: str, most: str, said: str) -> None:
    """And said back in words, so that they can be compared."""
    assert _back(text, most) == said


@pytest.mark.parametrize("text", LEFT)
def test_what_is_half_understood_is_left_to_a_person(text: str) -> None:
    """No rule, and, where there was a sentence, a doubt that says why."""
    said = _read(text, "1")

    assert said.rule is None
    assert bool(said.doubts) is bool(text)


def test_among_penalty_points_what_is_taken_is_counted() -> None:
    """The same sentence is a deduction of the maximum elsewhere."""
    text = "Mỗi lần bị phê bình trừ 0,5 điểm"

    assert _back(text, "2", takes=True).startswith("per_case")
    assert _back(text, "2").startswith("deduct")


@pytest.mark.parametrize("name", SAID)
def test_what_a_rule_says_of_itself_is_read_back_as_the_same_rule_or_left(name: str) -> None:
    """Never as another: its own words, read, say the same words again."""
    wanted = SAID[name]
    named = set_of(wanted).leaves[0].criterion.rule
    assert named is not None
    leaf = Leaf(Decimal(str(wanted["max"])), 2, "half_up")
    words = named.rule.describe(leaf, Words("vi"))

    said = read_sentences(words, Terms(leaf.max_points))

    if said.rule is None:
        assert said.doubts
        return
    again = (
        set_of(wanted | {"rule": said.rule, "leaf": wanted.get("leaf", {}) | {"small_rates": "yes"}})
        .leaves[0]
        .criterion.rule
    )
    assert again is not None
    assert (again.name, again.rule.describe(leaf, Words("vi"))) == (named.name, words)


def test_most_of_what_rules_say_is_read_back() -> None:
    """The law above would hold of a reader that reads nothing."""
    read = 0
    for wanted in SAID.values():
        named = set_of(wanted).leaves[0].criterion.rule
        assert named is not None
        leaf = Leaf(Decimal(str(wanted["max"])), 2, "half_up")
        read += read_sentences(named.rule.describe(leaf, Words("vi")), Terms(leaf.max_points)).rule is not None

    assert read >= len(SAID) - 6


@st.composite
def _tables(draw: st.DrawFn) -> tuple[str, Decimal, dict[str, Any]]:
    """A step table in words, its maximum, and the rule that it is."""
    bounds = sorted(draw(st.sets(st.integers(2, 99), min_size=1, max_size=4)), reverse=True)
    points = sorted(draw(st.sets(st.integers(1, 40), min_size=len(bounds), max_size=len(bounds))), reverse=True)
    is_sign = draw(st.sampled_from([": ", " : ", " = ", " được ", ": đạt ", " – "]))
    unit = draw(st.sampled_from([" điểm", "", "đ"]))
    subject = draw(st.sampled_from(["", "Tỷ lệ ", "Tỷ lệ hồ sơ được giải quyết ", "Hoàn thành "]))
    lines, steps = [], []
    for at, (bound, point) in enumerate(zip(bounds, points, strict=True)):
        written = f"{Decimal(point) / 4:f}".replace(".", ",")
        above = bounds[at - 1] if at else None
        where = f"từ {bound}% trở lên" if above is None else f"từ {bound}% đến dưới {above}%"
        lines.append(f"{subject}{where}{is_sign}{written}{unit}")
        step = {"from": str(bound)} | ({"below": str(above)} if above is not None else {})
        steps.append(step | {"points": f"{Decimal(point) / 4:f}"})
    lines.append(f"Dưới {bounds[-1]}%: 0")
    steps.append({"below": str(bounds[-1]), "points": "0"})
    return draw(st.sampled_from(["\n", "; ", ". "])).join(lines), Decimal(points[0]) / 4, {"on": "rate", "steps": steps}


@given(_tables())
def test_a_table_in_words_is_that_table(drawn: tuple[str, Decimal, dict[str, Any]]) -> None:
    """However it is spelt: signs, units, subjects, lines or semicolons."""
    text, most, rule = drawn

    assert read_sentences(text, Terms(most)).rule == {"steps": rule}


@given(_tables(), st.integers(1, 30))
def test_a_table_whose_best_is_not_the_maximum_is_no_rule(
    drawn: tuple[str, Decimal, dict[str, Any]], more: int
) -> None:
    """What is read contradicts the maximum, and cannot be bound."""
    text, most, _ = drawn
    other = most + Decimal(more) / 4
    rule = read_sentences(text, Terms(other)).rule

    assert rule is None or said_back(rule, other, REGISTRY, "vi").words == ""


@given(st.sampled_from(READ), st.integers(1, 9))
def test_numbers_that_contradict_the_maximum_make_no_rule(drawn: tuple[str, str, str], more: int) -> None:
    """Whatever sentence states the maximum, another maximum is told."""
    text, most, said = drawn
    if not any(
        word in text for word in ("điểm tối đa", "Mỗi lỗi", "chậm trừ", "/mô hình", "Hội đồng", "thống kê", "SIPAS")
    ):
        other = str(Decimal(most) + more)
        rule = _read(text, other).rule
        assert rule is None or said_back(rule, Decimal(other), REGISTRY, "vi").words == "", said


_VOCABULARY = (
    *(
        "tỷ lệ",
        "hồ sơ",
        "từ",
        "đến",
        "dưới",
        "trên",
        "trở lên",
        "80%",
        "100%",
        "0,5",
        "1",
        "2",
        "điểm",
        ":",
        ";",
        "mỗi",
        "trừ",
    ),
    *(
        "không",
        "có",
        "ban hành",
        "đúng hạn",
        "chậm",
        "ngày",
        "tối đa",
        "nếu",
        "thì",
        "hoặc",
        "và",
        ",",
        "(",
        ")",
        "/",
        "×",
    ),
    *(
        "văn bản",
        "báo cáo",
        "được",
        "tính",
        "theo",
        "bình quân",
        "so với",
        "năm trước",
        "giảm",
        "tăng",
        "khoảng",
        "xem xét",
    ),
)


@given(st.lists(st.sampled_from(_VOCABULARY), min_size=1, max_size=14))
def test_random_sentences_give_no_rule_unless_each_clause_matches_as_a_whole(words: list[str]) -> None:
    """Whatever is read, every clause of it was matched by a pattern, from its first letter to its last."""
    text = " ".join(words)

    said = _read(text, "1")

    if said.rule is not None:
        assert all(pieces_of(clause) for clause in clauses(text))
        assert said_back(said.rule, Decimal(1), REGISTRY, "vi") is not None
    else:
        assert said.doubts or said.beside or not clauses(text)


@pytest.mark.parametrize("word", ["trừ trường hợp đặc biệt", "tùy mức độ", "nếu có", "tối đa", "so với năm trước"])
@given(chance=st.randoms(use_true_random=False), drawn=st.sampled_from(READ))
def test_a_word_more_is_never_overlooked(word: str, chance: random.Random, drawn: tuple[str, str, str]) -> None:
    """A sentence that is understood, with something in it that may change it, is left to a person."""
    text, most, _ = drawn
    parts = text.split()
    at = chance.randint(0, len(parts))
    changed = " ".join([*parts[:at], word, *parts[at:]])

    assert _back(changed, most) == "", changed


def test_the_grammar_is_whole() -> None:
    """Every kind of clause serves a rule or a criterion, every rule has one that makes it, every piece is used."""
    kinds = {kind for kind, _ in CLAUSES}
    served = {kind for _, needs, may in RULES for kind in (*may, *(each for group in needs for each in group))}
    beside = {"ignored", "defined", "requires", "allowed"} | {kind for kind in kinds if kind.startswith("combine.")}
    assert kinds - served - beside == {"floor.down"}
    assert served <= kinds
    assert {name for name, _, _ in RULES} - set(MAKERS) == {"best_of", "choose"}
    assert set(STRICT) & {"được", "đạt"} == set() == set(CASE) & {"chậm"}
    text = " ".join(pattern for _, patterns in CLAUSES for pattern in patterns) + " ".join(PIECES.values())
    assert [name for name in PIECES if f"<{name}>" not in text] == []
    assert all(first != second for first, second in SPELT)


def test_small_parts_say_what_they_do() -> None:
    """A name of words; what two measures mean together; one spelling for many."""
    assert slug("Báo cáo  THIẾU") == "bao_cao_thieu"
    facts = [facts_of("Từ 80% trở lên: 1")[0], facts_of("Từ 3 văn bản trở lên: 1")[0]]
    with pytest.raises(Unclear):
        read_steps(facts, Decimal(1))
    assert plain("hoà  x 0,5") == plain("hòa × 0.5")
    assert attrs.evolve(facts[0]) == facts[0]
