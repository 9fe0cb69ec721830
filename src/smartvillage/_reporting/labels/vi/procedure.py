"""Vietnamese: words of the procedure. A word in braces is filled in; every key stands in every language."""

from __future__ import annotations

from types import MappingProxyType

LABELS = MappingProxyType({
    "section.procedure": "Thủ tục",
    "section.procedure_ahead": "Thủ tục còn lại khi mọi việc đã xong",
    "procedure.done": "đã xong",
    "procedure.under_way": "đang làm",
    "procedure.open": "chưa bắt đầu",
    "procedure.unrecorded": "không có số liệu nào ghi lại",
    "procedure.on": "ngày {day}",
    "procedure.since": "từ {start}",
    "procedure.days": "{start} – {end}",
    "procedure.earliest": "sớm nhất {start} – {end}",
    "procedure.no_days": "chưa thể bắt đầu",
    "procedure.owner": "ai làm: {owner}",
    "procedure.owner_unknown": "ai làm: chưa văn bản nào nói",
    "procedure.until": "muộn nhất {until}",
    "procedure.in_time": "đúng hạn ({until})",
    "procedure.late": "trễ hạn: muộn nhất {until}",
    "procedure.lasts": "kéo dài ít nhất {lasts}",
    "procedure.lasts_unknown": "bao lâu: chưa văn bản nào nói",
    "procedure.kept": "đã kéo dài ít nhất {lasts}",
    "procedure.not_kept": "kết thúc quá sớm: ít nhất {lasts}, tới {day}",
    "procedure.may_end": "kéo dài ít nhất {lasts}, tới {day}",
    "procedure.decision": "cần “{decision}”: {verdict}",
    "procedure.waits": "sau: {steps}",
})  # fmt: skip
