"""Words: what the page says itself, in both languages. What is said of a village is the library's own."""

from __future__ import annotations

from types import MappingProxyType
from typing import Literal

_WORDS = MappingProxyType({
    "title": ("Làng và bộ tiêu chí", "Villages and their criteria"),
    "lead": (
        "Gửi tệp YAML của làng để biết làng đang ở đâu, vì sao, và cần làm gì. Không có gì được lưu lại.",
        "Send a village's YAML file to see where it stands, why, and what has to be done. Nothing is kept.",
    ),
    "file": ("Tệp của làng (YAML hoặc JSON)", "The village's file (YAML or JSON)"),
    "text": ("hoặc dán, sửa nội dung ở đây", "or paste and change it here"),
    "on": ("Ngày đánh giá", "Day asked about"),
    "on_note": ("để trống: ngày trong tệp", "empty: the day in the file"),
    "until": ("Hạn của lộ trình", "Deadline of the roadmap"),
    "until_note": ("để trống: hết hiệu lực bộ tiêu chí", "empty: the ruleset's last day"),
    "budget": ("Kinh phí (đồng)", "Budget (đồng)"),
    "budget_note": ("để trống: không giới hạn", "empty: no bound"),
    "ask": ("Đánh giá", "Evaluate"),
    "samples": ("Xem thử:", "Have a look at:"),
    "faults": ("Chưa đánh giá được", "This cannot be evaluated yet"),
    "form_faults": ("Biểu mẫu có chỗ chưa đúng", "Something in the form is wrong"),
    "findings": ("Kết quả", "Findings"),
    "why": ("Vì sao?", "Why?"),
    "why_note": (
        "Chọn một tiêu chí để xem quy tắc, số liệu, ngưỡng và nguồn.",
        "Pick a criterion to see its rule, figures, threshold and source.",
    ),
    "roadmap": ("Lộ trình", "Roadmap"),
    "other": ("English", "Tiếng Việt"),
    "warnings": ("Điều nên đối chiếu trong tệp", "What to compare in the file"),
})  # fmt: skip


def words(lang: Literal["vi", "en"]) -> dict[str, str]:
    """Return the page's words in a language."""
    return {name: both[lang == "en"] for name, both in _WORDS.items()}
