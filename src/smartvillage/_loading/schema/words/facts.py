"""What schemas say of the facts that a ruleset asks for."""

from smartvillage.diagnostics import Words

FACTS = {
    "AnyFact.title": Words("Tên để in ra.", "What is printed."),
    "AnyFact.question": Words("Câu hỏi cho cán bộ xã.", "The question a commune officer is asked."),
    "AnyFact.scope": Words(
        "Số liệu nói về đâu (`hamlet`, `commune`…); mặc định là đối tượng của bộ.",
        "What the fact is about (`hamlet`, `commune`…); by default the set's subject.",
    ),
    "AnyFact.fresh_for": Words(
        "Cũ hơn mức này là số liệu cũ, như `12 months`.", "Older than this a figure is stale, as `12 months`."
    ),
    "AnyFact.context": Words(
        "true: chỉ để báo cáo, không quy tắc nào dùng.", "true: kept for reports; no rule uses it."
    ),
    "type": Words(
        "Loại: flag, judgement, count, quantity, share, level, choice, date, list, result, record hoặc loại con "
        "document, registration, certificate, body, event.",
        "The kind: flag, judgement, count, quantity, share, level, choice, date, list, result, a record or its presets "
        "document, registration, certificate, body, event.",
    ),
    "FlagFact": Words("Có hoặc không.", "Something is so, or is not."),
    "JudgementFact": Words("Điều do người đánh giá.", "Something a person judges."),
    "JudgementFact.assessor": Words("Vai trò đánh giá.", "The role that judges."),
    "RecordFact": Words(
        "Giấy tờ, đăng ký, tổ chức, sự kiện: có hoặc không có vào một ngày.",
        "A paper, registration, body or event: on a day it exists or not.",
    ),
    "RecordFact.fields": Words("Các trường riêng, theo mã.", "Fields of its own, by id."),
    "RecordFact.needs": Words(
        "Thiếu các khóa này thì chỉ là báo cáo, chưa chứng minh.", "Keys without which it is reported but not proven."
    ),
    "CountFact": Words("Số nguyên từ 0 trở lên.", "A whole number from 0 up."),
    "CountFact.min": Words("Giá trị nhỏ nhất hợp lý.", "The least that makes sense."),
    "CountFact.max": Words("Giá trị lớn nhất hợp lý.", "The most that makes sense."),
    "period": Words("Số liệu của khoảng thời gian nào.", "Which stretch of time the figure is of."),
    "QuantityFact": Words("Số có đơn vị, kể cả tiền.", "A number with a unit; money too."),
    "QuantityFact.unit": Words("Đơn vị, như `ha`, `km`, `VND`, `triệu đồng`.", "The unit, as `ha`, `km`, `VND`."),
    "QuantityFact.min": Words("Giá trị nhỏ nhất hợp lý.", "The least that makes sense."),
    "QuantityFact.max": Words("Giá trị lớn nhất hợp lý.", "The most that makes sense."),
    "ShareFact": Words("Tỷ lệ: phần trên tổng.", "A part of a whole."),
    "ShareFact.part": Words("Số liệu đếm phần.", "The fact that counts the part."),
    "ShareFact.whole": Words("Số liệu đếm tổng.", "The fact that counts the whole."),
    "LevelFact": Words("Một bậc của thang.", "One level of an ordered scale."),
    "LevelFact.scale": Words("Tên thang trong `scales`.", "The scale's name in `scales`."),
    "ChoiceFact": Words("Một mã trong danh mục.", "One code of an unordered list."),
    "ChoiceFact.codes": Words(
        "Tên danh mục trong `codes`, hoặc chính các mã.", "A name of `codes`, or the codes themselves."
    ),
    "DateFact": Words("Một ngày.", "A day."),
    "ResultFact": Words("Kết quả theo một bộ tiêu chí khác.", "How a place stands against another ruleset."),
    "ResultFact.ruleset": Words("Tên của bộ kia.", "The other set's name."),
    "ResultFact.counts": Words(
        "Tính theo quyết định công nhận, theo đánh giá, hay cả hai.",
        "Whether a recognition, an assessment or either counts.",
    ),
    "ListFact": Words("Nhiều thứ cùng loại, mỗi thứ có các trường.", "Entities of one kind, each with fields."),
    "ListFact.fields": Words("Các trường của mỗi mục, theo mã.", "The fields of each entity, by id."),
    "ListFact.item": Words("Một mục gọi là gì.", "What one entity is called."),
    "Level": Words("Một bậc của thang: mã, hoặc `{id, title}`.", "One level of a scale: its id, or `{id, title}`."),
}
