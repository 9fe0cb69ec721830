"""Vietnamese: words of assessments. A word in braces is filled in; every key stands in every language."""

from __future__ import annotations

from types import MappingProxyType

LABELS = MappingProxyType({
    "assessment.title": "{village}: {ruleset}",
    "assessment.about": "Đánh giá ngày {on} · {ruleset}",
    "decision.line": "{title}: ",
    "group.all": "Cả bộ",
    "group.all_but": "Cả bộ (không kể điều kiện tiên quyết)",
    "group.precondition": "{title} (điều kiện tiên quyết)",
    "group.none": "Tiêu chí ngoài nhóm",
    "column.group": "Nhóm",
    "column.proven": "Chứng minh",
    "note.because": "vì {reasons}",
    "note.caveats": "lưu ý: {caveats}",
    "note.basis_of_rule": "quy tắc này: {basis}",
    "note.basis": "căn cứ: {basis}",
    "note.open": "cần biết {open}",
    "assessment.legend": (
        "“Theo báo cáo” là tin số liệu như địa phương ghi. “Chứng minh” là có đủ minh chứng còn hiệu lực và số liệu "
        "đúng phạm vi, đúng chỉ số, còn mới, không mâu thuẫn."
    ),
    "as_counted.legend": "* Ghi theo cách đếm của xã: tiêu chí chưa đánh giá được ghi là “chưa đạt”.",
})  # fmt: skip
