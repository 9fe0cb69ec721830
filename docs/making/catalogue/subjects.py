"""Subjects: by which words in its title, or in the name of what it measures, a criterion is held beside others.

The rule: the words alone decide, so that a criterion that somebody adds finds its row; what has none of them stands by
itself. Titles are compared in Vietnamese, the language of the decisions.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smartvillage.model.criteria import Criterion

    from .telling import Telling


@dataclass(frozen=True)
class Subject:
    """Something that sets ask about, what it is called, and the words that tell it."""

    vi: str
    en: str
    words: tuple[str, ...]


SUBJECTS = (
    Subject("Cáp quang", "Fibre broadband", ("cáp quang",)),
    Subject("Di động 4G, 5G", "4G/5G mobile service", ("di động",)),
    Subject("Wifi miễn phí", "Free wifi", ("wifi",)),
    Subject("Điện thoại thông minh", "Smartphones", ("điện thoại thông minh",)),
    Subject("Thanh toán không tiền mặt", "Cashless payment", ("thanh toán",)),
    Subject("Dịch vụ công trực tuyến", "Online public services", ("dịch vụ công",)),
    Subject("Kỹ năng số, tập huấn", "Digital skills and training", ("kỹ năng", "tập huấn", "bồi dưỡng")),
    Subject("Tổ công nghệ, tổ điều hành", "Digital and operating teams", ("tổ công nghệ số", "tổ điều hành")),
    Subject("Thông tin, tuyên truyền qua kênh số", "Information over digital channels",
            ("tuyên truyền", "phổ biến thông tin", "quảng bá")),
    Subject("Địa chỉ số", "Digital addresses", ("địa chỉ",)),
    Subject("Thương mại điện tử", "E-commerce", ("thương mại điện tử",)),
    Subject("Sản phẩm OCOP", "OCOP products", ("ocop",)),
    Subject("Mô hình ứng dụng công nghệ, chuyển đổi số", "Models that apply digital technology",
            ("mô hình ứng dụng", "mô hình chuyển đổi số", "ứng dụng công nghệ")),
)  # fmt: skip


def subjects_of(telling: Telling, criterion: Criterion) -> Iterator[Subject]:
    """Yield the subjects of a criterion."""
    facts = (telling.ruleset.facts[name] for name in telling.reads.facts_of(criterion.id))
    titles = [criterion.title.vi, *sorted(fact.title.vi for fact in facts if fact.title)]
    named = " · ".join(titles).lower()
    return (subject for subject in SUBJECTS if any(word in named for word in subject.words))
