"""Words: what the board says itself, in both languages. What is said of a village is the library's own."""

from __future__ import annotations

from types import MappingProxyType
from typing import Literal

_WORDS = MappingProxyType({
    "title": ("Bảng theo dõi làng", "Village board"),
    "lang": ("Ngôn ngữ", "Language"),
    "village": ("Làng", "Village"),
    "upload": ("Tệp khác …", "Another file …"),
    "file": ("Tệp của làng (YAML hoặc JSON)", "The village's file (YAML or JSON)"),
    "file_note": ("Chọn một tệp để bắt đầu.", "Choose a file to begin."),
    "on": ("Ngày đánh giá", "Day asked about"),
    "on_note": ("Để trống: ngày trong tệp", "Empty: the day in the file"),
    "until": ("Hạn của lộ trình", "Deadline of the roadmap"),
    "until_note": ("Để trống: hết hiệu lực bộ tiêu chí", "Empty: the ruleset's last day"),
    "budget": ("Kinh phí (triệu đồng)", "Budget (million đồng)"),
    "budget_note": ("Để trống: không giới hạn", "Empty: no bound"),
    "met": ("Đạt", "Met"),
    "not_met": ("Chưa đạt", "Not met"),
    "open": ("Chưa rõ", "Open"),
    "proven": ("Có chứng minh", "Proven"),
    "not_assessable": ("Chưa đánh giá được", "Not assessable"),
    "unknown": ("Thiếu số liệu", "Unknown"),
    "not_applicable": ("Không áp dụng", "Does not apply"),
    "none": ("không có kết luận", "no outcome"),
    "verdict": ("Kết luận", "Verdict"),
    "findings": ("Kết quả", "Findings"),
    "pictures": ("Hình", "Pictures"),
    "what_if": ("Nếu như …", "What if …"),
    "why": ("Vì sao?", "Why?"),
    "roadmap": ("Lộ trình", "Roadmap"),
    "what_if_note": (
        "Chọn số liệu hoặc ngưỡng để đổi thử. Tệp không bị sửa; mọi thẻ bên cạnh theo giá trị mới.",
        "Pick facts or thresholds to turn. No file is changed; all other tabs follow the new values.",
    ),
    "facts": ("Số liệu đổi thử", "Facts to turn"),
    "limits": ("Ngưỡng đổi thử", "Thresholds to turn"),
    "pick": ("Chọn …", "Pick …"),
    "true": ("có", "yes"),
    "false": ("không", "no"),
    "nobody": ("chưa biết", "not known"),
    "now": ("hiện nay", "now"),
    "turned": ("Thay đổi so với tệp", "What comes out differently"),
    "nothing": ("Không tiêu chí nào đổi kết quả.", "No criterion comes out differently."),
    "criterion": ("Tiêu chí", "Criterion"),
    "refused": ("Chưa trả lời được", "There is no answer yet"),
    "download": ("Tải lộ trình (HTML, mở được bằng Word)", "Download the roadmap (HTML, opens in Word)"),
    "warnings": ("Điều nên đối chiếu trong tệp", "What to compare in the file"),
})  # fmt: skip


def words(lang: Literal["vi", "en"]) -> dict[str, str]:
    """Return the board's words in a language."""
    return {name: both[lang == "en"] for name, both in _WORDS.items()}
