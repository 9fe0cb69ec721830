"""What a village writes of a fact, by the fact's type, and what it may say around every value.

The rule: the keys are those that the reader of villages knows; the lines are ones that it read.
"""

from __future__ import annotations

from collections.abc import Iterator

from smartvillage._forms.words import say
from smartvillage._program.lines import AROUND
from smartvillage.diagnostics import Lang, Words

from .lines import village_lines
from .spelling import link

#: The types by their classes, in the order of the page of facts, and the form of their answer.
TYPES = {
    "FlagFact": ("flag", "answer.flag"),
    "JudgementFact": ("judgement", "answer.flag"),
    "RecordFact": ("record", "answer.record"),
    "CountFact": ("count", "answer.count"),
    "QuantityFact": ("quantity", "answer.quantity"),
    "ShareFact": ("share", "answer.share"),
    "LevelFact": ("level", "answer.level"),
    "ChoiceFact": ("choice", "answer.choice"),
    "DateFact": ("date", "answer.date"),
    "ResultFact": ("result", "answer.record"),
    "ListFact": ("list", "answer.list"),
}
UNIT = Words("của số liệu", "the fact's own")
TITLE = Words("Giá trị của làng", "What a village writes")
INTRO = Words(
    "Ghi ngay giá trị, hoặc một bảng `{value: …}` khi cần nói thêm. Không có gì sau dấu hai chấm là chưa biết; chưa "
    "biết khác với `false` và khác với 0.",
    "The value itself, or a mapping `{value: …}` where more is to be said. Nothing after the colon is not known; not "
    "known is neither `false` nor 0.",
)
AROUND_TITLE = Words("Quanh mỗi giá trị", "Around every value")
AROUND_WORDS: dict[str, Words] = {
    "scope": Words(
        "Số liệu nói về đâu, khi khác nơi mà số liệu hỏi: `commune`, `unstated`… Khác thì có lưu ý `scope_mismatch`.",
        "What it is about, where that is not what the fact asks: `commune`, `unstated`… It then leaves "
        "`scope_mismatch`.",
    ),
    "period": Words(
        "Số liệu của khoảng nào: năm, tháng, ngày hoặc `{from, until}`.",
        "Which stretch of time it is of: a year, a month, a day or `{from, until}`.",
    ),
    "measured_on": Words(
        "Ngày đo đếm; cũ hơn `fresh_for` thì có lưu ý `stale`.",
        "The day it was measured; older than `fresh_for` leaves `stale`.",
    ),
    "status": Words(
        "`existing`, hoặc `planned`: mới dự kiến, chưa có.", "`existing`, or `planned`: it is not there yet."
    ),
    "source": Words("Nguồn của riêng giá trị này.", "The source of this value alone."),
    "note": Words("Ghi chú cho người đọc.", "A note for readers."),
    "planned": Words(
        "Giá trị dự kiến: chỉ để xem và gợi ý cho lộ trình.",
        "The value that is planned: shown, and a hint for the roadmap.",
    ),
    "planned_for": Words("Dự kiến vào ngày nào.", "For which day it is planned."),
}
FORMS_WORDS: dict[str, Words] = {
    "statements": Words(
        "Nhiều lời về cùng một số liệu; dùng lời đúng phạm vi, rồi lời mới nhất.",
        "Several statements about one fact; the one of the wanted scope counts, then the latest.",
    ),
    "part whole": Words(
        "Phần và tổng của một tỷ lệ; đứng trên phần trăm ghi cùng dòng.",
        "Part and whole of a share; they stand over a percent on the same line.",
    ),
    "items complete": Words(
        "Các mục của danh sách; `complete: false`: còn thiếu mục.",
        "A list's entities; `complete: false`: there may be more.",
    ),
    "all number": Words(
        "Một dòng nói về mọi mục, và số mục nếu biết.",
        "One row that speaks of all entities, and how many there are where that is known.",
    ),
    "by date": Words("Ai đánh giá và ngày nào.", "Who judged, and when."),
    "number issued_on issuer valid_until": Words(
        "Giấy tờ: số, ngày cấp, nơi cấp, hạn; thêm các trường của nó.",
        "A record's number, days, issuer and end; its own fields beside them.",
    ),
    "decision issued_on": Words("Quyết định công nhận theo bộ kia.", "The decision under the other set."),
    "village": Words(
        "Tệp riêng của nơi đó, tính từ thư mục này.", "That place's own file, as a path from this folder."
    ),
}


def given_sections(lang: Lang) -> str:
    """Return the sections on what a village writes."""
    parts = [f"(village-values)=\n## {TITLE.say(lang)}", INTRO.say(lang), *_types(lang)]
    parts += [f"### {AROUND_TITLE.say(lang)}", _listed({key: AROUND_WORDS[key] for key in sorted(AROUND)}, lang)]
    parts += ["### `statements part whole items …`", _listed(FORMS_WORDS, lang)]
    return "\n\n".join(parts) + "\n"


def _types(lang: Lang) -> Iterator[str]:
    for name, (kind, answer) in TYPES.items():
        yield f"### {link(name, f'`type: {kind}`')}"
        told = say(lang, answer, unit=UNIT.say(lang), item=say(lang, "list.item"))
        yield f"{told[0].upper()}{told[1:]}."
        lines = village_lines().get(name)
        if lines:
            yield "```yaml\n" + "\n".join(one.text for one in lines) + "\n```"


def _listed(words: dict[str, Words], lang: Lang) -> str:
    return "\n".join(
        f"{' '.join(f'`{key}`' for key in keys.split())}\n: {told.say(lang)}\n" for keys, told in words.items()
    )
