"""The words of the pages themselves, in both languages; all else on them is read off the code and the files."""

from __future__ import annotations

from smartvillage.diagnostics import Words

TITLE = Words("Mã chẩn đoán", "Diagnostics")
ERROR = Words("lỗi", "error")
WARNING = Words("cảnh báo", "warning")
CODE = Words("Mã", "Code")
MEANING = Words("Nghĩa", "Meaning")
FILE = Words("Ví dụ", "For example")
TOLD = Words("Báo lại", "What is told")
FIX = Words("Cách sửa", "What mends it")
FIX_IN = Words("Cách sửa, trong `{file}`", "What mends it, in `{file}`")
SHOWN = Words("Kiểm thử cho thấy mã này: `{test}`.", "The test that shows it: `{test}`.")
LEAD = Words(
    "Mỗi mã dưới đây có một tệp mẫu, lời công cụ báo về tệp đó và cách sửa ngắn nhất. "
    "Cách sửa nào cũng đã được áp dụng và kiểm tra lại: sau khi sửa, tệp không còn gì để báo. "
    "Mã mà một tệp ngắn không cho thấy được thì kể bằng lời.",
    "Each code below has a file that shows it, what the tool tells of the file, and the shortest edit that mends it. "
    "Each edit has been made and checked: after it nothing is told of the file any more. "
    "What no short file can show is told in words.",
)
INTRO = Words(
    "Điều gì công cụ báo về một tệp cũng có một mã không đổi (`SV` và ba chữ số), một chỗ (tệp, dòng, cột), một câu "
    "nói điều gì sai và một gợi ý nói phải làm gì, bằng tiếng Việt và tiếng Anh. "
    "*Lỗi* thì tệp không dùng được cho đến khi sửa, và `smartvillage validate` kết thúc với mã 1; *cảnh báo* được báo "
    "rồi lệnh chạy tiếp.",
    "Whatever the tool tells of a file has a code that stays the same (`SV` and three digits), a place (file, line, "
    "column), a sentence that says what is wrong and a hint that says what to do, in Vietnamese and in English. "
    "With an *error* the file cannot be used until it is mended, and `smartvillage validate` ends with 1; a *warning* "
    "is told and the command goes on.",
)
READING = Words(
    "Bấm vào mã để xem tệp mẫu, lời báo và cách sửa.",
    "Follow a code to the file that shows it, what is told of it and what mends it.",
)
