"""What the schema says of a comparison of two rulesets."""

from smartvillage.diagnostics import Words

COMPARISON = {
    "section": Words("Phần của bộ tiêu chí.", "The section of the ruleset."),
    "because": Words("Vì sao.", "Why."),
    "witness": Words("Một làng cho thấy khác biệt.", "A village that fares differently."),
    "flips": Words("Các làng ra kết quả khác.", "The villages that come out differently."),
    "before_answer": Words("Kết luận trước đó, bằng một từ.", "The verdict before, in one word."),
    "after_answer": Words("Kết luận sau đó, bằng một từ.", "The verdict after, in one word."),
    "villages": Words("Bao nhiêu làng đã xét.", "How many villages were looked at."),
    "unjudged": Words("Các làng không xét được.", "The villages that could not be judged."),
    "why": Words("Vì sao.", "Why."),
}
