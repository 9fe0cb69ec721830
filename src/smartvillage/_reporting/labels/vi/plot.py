"""Tiếng Việt: words of pictures. A word in braces is filled in; every key stands in every language."""

from __future__ import annotations

from types import MappingProxyType

LABELS = MappingProxyType({
    "plot.groups": "{village}: đạt {met} trên {total} tiêu chí theo báo cáo, {proven} đã chứng minh",
    "plot.proven_count": "{proven} đã chứng minh",
    "plot.criteria": "số tiêu chí",
    "plot.proof": "{village}: {met} đạt theo báo cáo, {proven} đã chứng minh",
    "plot.reported": "theo báo cáo",
    "plot.proven": "đã chứng minh",
    "plot.not_proven": "thiếu minh chứng",
    "plot.nothing_to_prove": "–",
    "plot.distances": "{village}: còn cách ngưỡng bao xa ({drawn} trên {total} tiêu chí có đủ hai con số)",
    "plot.reached": "{value} trên {asked}",
    "plot.of_threshold": "phần trăm so với mức yêu cầu",
    "plot.gantt": "Lộ trình của {village}: xong ngày {ready}",
    "plot.gantt_until": "Lộ trình của {village}: xong ngày {ready}, hạn {until}",
    "plot.gantt_done": "Lộ trình của {village}: không còn việc phải làm",
    "plot.critical": "đường găng: chậm một ngày thì cả lộ trình chậm",
    "plot.task": "công việc",
    "plot.slack": "có thể lùi đến",
    "plot.deadline": "┆ hạn",
    "plot.distance": "{village}, {criterion}: còn cách ngưỡng bao xa",
    "plot.first": "Hình vẽ {drawn} trên {total}; bảng có đủ.",
    "plot.duties": "Ai chịu trách nhiệm việc gì: {ruleset}",
    "plot.owed": "Ai còn nợ việc gì: {ruleset}",
    "plot.lead": "chủ trì",
    "plot.support": "phối hợp",
    "plot.weak": "* chỉ là suy ra hoặc giả định",
    "plot.villages": "{villages} làng: từng tiêu chí ra kết quả thế nào",
    "plot.of_villages": "số làng",
    "plot.turns": "{turned} trên {villages} làng ra kết quả khác",
    "plot.gained": "sau thay đổi mới đạt",
    "plot.lost": "sau thay đổi không còn đạt",
    "plot.otherwise": "ra kết quả khác, trước và sau đều không đạt",
})  # fmt: skip
