"""The shipped set written out by hand: the same comparisons, straight down, with nothing in between.

Every argument is a number, a truth (0 false, 1 unknown, 2 true), or nothing where it is not known. Counts over
entities come counted, as the library's own walk gets them.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TypeAlias

Number: TypeAlias = int | Fraction | None

#: What the function is given, in order: the paths of slots, or a tally's list and the field it asks for.
ARGUMENTS = (
    "facts/hamlets_covered", "facts/voluntary", "facts/definite_area", "facts/farmers_clubs", "facts/cooperatives",
    "facts/production_groups", "facts/speciality_product", "facts/ocop_stars", "facts/operating_regulation",
    "facts/smartphone_share", "facts/public_places:free_wifi", "facts/security_cameras", "facts/operating_team",
    "facts/operating_team/members_online", "facts/information_flow", "facts/promotion_items", "facts/two_way_channel",
    "facts/shared_data_systems", "facts/digital_channel", "facts/schools:digital_level", "facts/schools:cashless",
    "facts/police_online_share", "facts/stem_education", "facts/smart_education", "facts/online_commendation_users",
    "facts/ehealth_book_share", "facts/managed_health_file_share", "facts/online_service_user_share",
    "facts/online_file_share", "facts/traceability", "facts/ecommerce_channels#low", "facts/ecommerce_channels#high",
    "facts/growing_area_code", "facts/food_safety_certificate",
    "facts/food_safety_certificate/scheme", "facts/resident_survey",
    "facts/resident_survey/channel", "facts/village_operation", "facts/development_roadmap",
)  # fmt: skip

SEVENTY = Fraction(7, 10)


def by_hand(  # noqa: PLR0913, PLR0917 - straight down is the point
    hamlets: Number, voluntary: int, area: int, clubs: Number, cooperatives: Number, groups: Number, product: int,
    stars: Number, regulation: int, smartphones: Number, wifi: int, cameras: int, team: int, online: int, flow: int,
    items: Number, channel: int, systems: Number, digital: int, levels: int, cashless: int, police: Number, stem: int,
    smart: int, commended: Number, books: Number, files: Number, users: Number, online_files: Number, trace: int,
    shops: int, shops_at_most: Number, code: int, safety: int, scheme: Number, survey: int, by: Number,
    operation: int, plan: int,
) -> list[int]:  # fmt: skip
    """Return the truths of the 33 criteria and of the decision."""
    out = [1 if hamlets is None else 2 if hamlets >= 1 else 0, voluntary, area]
    one = 1 if clubs is None else 2 if clubs >= 1 else 0
    two = 1 if cooperatives is None else 2 if cooperatives >= 1 else 0
    three = 1 if groups is None else 2 if groups >= 1 else 0
    out.append(max(one, two, three))
    out.append(min(product, 1 if stars is None else 2 if stars >= 3 else 0))
    out.append(regulation)
    out.append(1 if smartphones is None else 2 if smartphones >= 1 else 0 if smartphones <= 0 else 1)
    out.append(wifi)
    out.append(cameras)
    out.append(min(team, online))
    out.append(flow)
    out.append(1 if items is None else 2 if items >= 1 else 0)
    out.append(channel)
    out.append(1 if systems is None else 2 if systems >= 1 else 0)
    out.append(digital)
    out.append(levels)
    out.append(cashless)
    out.append(1 if police is None else 2 if police >= 1 else 0 if police <= 0 else 1)
    out.append(stem)
    out.append(smart)
    out.append(1 if commended is None else 2 if commended >= 1 else 0)
    share = books if books is not None else files
    out.append(1 if share is None else 2 if share >= 1 else 0 if share <= 0 else 1)
    share = users if users is not None else online_files
    out.append(1 if share is None else 2 if share >= SEVENTY else 0)
    out.append(trace)
    out.append(2 if shops >= 1 else 1 if shops_at_most is None or shops_at_most >= 1 else 0)
    out.append(1)
    out.append(code)
    out.append(min(safety, 1 if scheme is None else 2 if scheme in {0, 1, 2} else 0))
    out.append(min(survey, 1 if by is None else 2 if by == 0 else 0))
    out.append(1 if stars is None else 2 if stars >= 3 else 0)
    out.append(operation)
    out.append(regulation)
    out.append(plan)
    framework, rest = min(out[:6]), min(out[6:])
    out.append(min(framework, rest))
    return out
