"""The words of forms, in both languages. A word in braces is filled in; every key stands in both."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from smartvillage.diagnostics import Lang

_VI: Mapping[str, str] = MappingProxyType({
    "head.how": "Điền điều đã biết sau dấu hai chấm; chưa biết thì để trống: trống là thiếu, không phải là “không”.",
    "head.trust": "Mỗi câu trả lời nói về đúng nơi ghi ở dòng “nói về”; nếu là số liệu của nơi khác hãy ghi:",
    "head.source": "Nguồn, ngày đo và việc mới dự kiến cũng ghi được:",
    "head.comma": "Giá trị có dấu phẩy đứng trong ngoặc { } thì đặt trong dấu nháy.",
    "head.numbers": "Số viết kiểu Việt Nam: 1.234.567,8; tệp dùng kiểu 1,234,567.8 thì ghi thêm numbers: en.",
    "village.stands_in": "Bộ tiêu chí áp dụng từ {since} đến hết {until}: ngày dưới đây là ngày gần nhất.",
    "village.name": "Tên ấp, thôn hoặc làng",
    "village.name_of": "Tên {scope}",
    "village.id": "ten-khong-dau",
    "village.within": "Nơi bao quanh, ví dụ:",
    "village.as_of": "Ngày của số liệu",
    "group.context": "Thông tin chung (không chỉ tiêu nào dùng)",
    "group.rest": "Thông tin khác",
    "group.none": "Tiêu chí ngoài nhóm",
    "fact.about": "nói về: {scope}",
    "fact.period": "kỳ: {period}",
    "fact.fresh": "không cũ quá {age}",
    "fact.used": "dùng cho: {criteria}",
    "fact.fills": "dùng để tính: {facts}",
    "fact.answer": "trả lời: {answer}",
    "fact.example": "ví dụ: {example}",
    "fact.levels": "các mức, thấp nhất trước: {words}",
    "fact.codes": "một trong: {words}",
    "fact.fields": "từng {item} ghi thêm:",
    "fact.record_fields": "ghi thêm được:",
    "fact.needs": "để được coi là có chứng minh cần: {keys}",
    "answer.flag": "true hoặc false",
    "answer.record": "true, false, hoặc ghi rõ",
    "answer.count": "số nguyên từ 0",
    "answer.quantity": "số kèm đơn vị {unit}",
    "answer.share": "phần trăm, hoặc số có trên tổng số",
    "answer.level": "một mức",
    "answer.choice": "một mã",
    "answer.date": "ngày/tháng/năm hoặc năm-tháng-ngày",
    "village.for_year": "Năm được xét, nếu khác năm của as_of; các ngày hằng năm tính từ năm này",
    "fact.result": "hỏi: kết quả theo bộ tiêu chí {ruleset}",
    "fact.nested": "có tệp riêng của nơi đó thì ghi đường dẫn từ thư mục này; kết quả được tính từ tệp ấy",
    "answer.list": "danh sách {item}; không có cái nào thì ghi [], chưa đủ thì ghi complete: false",
    "answer.between": "{answer}, từ {low} đến {high}",
    "answer.from": "{answer}, từ {low}",
    "answer.up_to": "{answer}, đến {high}",
    "list.item": "đối tượng",
    "scope.hamlet": "ấp (hamlet)",
    "scope.village": "làng, thôn (village)",
    "scope.commune": "xã (commune)",
    "scope.district": "huyện (district)",
    "scope.province": "tỉnh (province)",
    "scope.school": "trường (school)",
    "scope.product": "sản phẩm (product)",
    "scope.city": "đô thị (city)",
    "evidence.how": "Minh chứng, ví dụ (supports là các tiêu chí hoặc các mục ở trên):",
    "evidence.types": "Các loại minh chứng:",
})  # fmt: skip

_EN: Mapping[str, str] = MappingProxyType({
    "head.how": "Fill in what you know after the colon; leave the rest empty: empty means missing, not no.",
    "head.trust": "Each answer speaks of the place named under “about”; where a figure is another place's, say so:",
    "head.source": "Source, day of measuring and what is only planned can be told too:",
    "head.comma": "A value with a comma inside { } must be quoted.",
    "head.numbers": "Numbers are written as in Vietnamese, 1.234.567,8; for 1,234,567.8 add the line numbers: en.",
    "village.stands_in": "The ruleset applies from {since} to {until}: the day below is the nearest inside.",
    "village.name": "Name of the village",
    "village.name_of": "Name of the {scope}",
    "village.id": "my-village",
    "village.within": "The wider places, for instance:",
    "village.as_of": "The day the figures are of",
    "group.context": "General (no criterion uses these)",
    "group.rest": "Other facts",
    "group.none": "Criteria outside groups",
    "fact.about": "about: {scope}",
    "fact.period": "period: {period}",
    "fact.fresh": "not older than {age}",
    "fact.used": "used by: {criteria}",
    "fact.fills": "fills: {facts}",
    "fact.answer": "answer: {answer}",
    "fact.example": "for instance: {example}",
    "fact.levels": "levels, lowest first: {words}",
    "fact.codes": "one of: {words}",
    "fact.fields": "each {item} also tells:",
    "fact.record_fields": "may also tell:",
    "fact.needs": "needed to count as proven: {keys}",
    "answer.flag": "true or false",
    "answer.record": "true, false, or in detail",
    "answer.count": "a whole number from 0",
    "answer.quantity": "a number with its unit, {unit}",
    "answer.share": "a percentage, or the part over the whole",
    "answer.level": "one level",
    "answer.choice": "one code",
    "answer.date": "day/month/year or year-month-day",
    "village.for_year": "The year the village is judged for, if not that of as_of; days of every year count from it",
    "fact.result": "asked: how it stands against the ruleset {ruleset}",
    "fact.nested": "where that place has a file of its own, write its path from this folder; its result is worked out",
    "answer.list": "a list of each {item}; write [] for none, and complete: false if it is not whole",
    "answer.between": "{answer}, from {low} to {high}",
    "answer.from": "{answer}, from {low}",
    "answer.up_to": "{answer}, up to {high}",
    "list.item": "entity",
    "scope.hamlet": "hamlet",
    "scope.village": "village",
    "scope.commune": "commune",
    "scope.district": "district",
    "scope.province": "province",
    "scope.school": "school",
    "scope.product": "product",
    "scope.city": "city",
    "evidence.how": "Evidence, for instance (supports names criteria or facts above):",
    "evidence.types": "Types of evidence:",
})  # fmt: skip

WORDS: Mapping[Lang, Mapping[str, str]] = MappingProxyType({"vi": _VI, "en": _EN})


def say_scope(lang: Lang, scope: str) -> str:
    """Return the word for a kind of place with the key to type; the key alone where there is no word."""
    return WORDS[lang].get(f"scope.{scope}", scope)


def say(lang: Lang, key: str, **filling: object) -> str:
    """Return a word in a language, filled in."""
    return WORDS[lang][key].format(**filling) if filling else WORDS[lang][key]
