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
    "Comparison.before": Words("Bộ cũ.", "The earlier ruleset."),
    "Comparison.after": Words("Bộ mới.", "The later ruleset."),
    "Change.before": Words("Bộ cũ nói gì, bằng lời.", "What the earlier ruleset says, in words."),
    "Change.after": Words("Bộ mới nói gì, bằng lời.", "What the later ruleset says, in words."),
    "Flip.before": Words("Kết luận theo bộ cũ.", "The verdict under the earlier ruleset."),
    "Flip.after": Words("Kết luận theo bộ mới.", "The verdict under the later ruleset."),
    "Witness.before": Words("Làng ấy ra sao theo bộ cũ.", "How it stands under the earlier ruleset."),
    "Witness.after": Words("Làng ấy ra sao theo bộ mới.", "How it stands under the later ruleset."),
    "Stand.proven": Words("Đã chứng minh hay chưa.", "Whether it is proven."),
    "Change.because": Words(
        "Đường dẫn của các mục khác làm đổi nghĩa.", "Paths of other entries through which the meaning changed."
    ),
    "Change.whole": Words(
        "Đã thử hết; nếu không thì loại thay đổi chỉ là điều các phép thử cho thấy.",
        "Whether every case was tried; if not, the kind is what the tried ones show.",
    ),
}
