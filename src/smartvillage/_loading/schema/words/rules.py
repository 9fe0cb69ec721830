"""What schemas say of criteria, conditions, limits, measures and decisions."""

from smartvillage.diagnostics import Words

RULES = {
    "Criterion": Words("Một tiêu chí: điều làng phải đạt.", "A criterion: what must hold of a village."),
    "Criterion.id": Words(
        'Số thứ tự như trong quyết định, đặt trong ngoặc kép: `"2.13"`.', 'As the decision numbers it: `"2.13"`.'
    ),
    "Criterion.group": Words("Nhóm chứa nó.", "Its group."),
    "Criterion.tags": Words("Các nhãn để chọn tiêu chí.", "Words by which criteria are picked."),
    "Criterion.rule": Words("Điều kiện để đạt.", "The condition under which it is met."),
    "Criterion.points": Words("Điểm: một số, hoặc `{max, of, …}`.", "Points: a number, or `{max, of, …}`."),
    "Criterion.grade": Words("Mức: thang và cận dưới của từng mức.", "A grade: a scale and each level's lower edge."),
    "Criterion.applies_if": Words("Chỉ xét khi điều này đúng.", "It applies only where this holds."),
    "Criterion.instead": Words(
        "Số liệu thay thế khi số liệu của quy tắc thiếu.", "Other facts, used where the rule's own is missing."
    ),
    "Criterion.valid": Words("Thời gian tiêu chí thuộc bộ.", "When the criterion is in the set."),
    "Criterion.evidence": Words(
        "Minh chứng: danh sách các danh sách; trong một danh sách cần đủ, giữa các danh sách cần một; hoặc `none`.",
        "Evidence: a list of lists; inside a list all, between lists any; or `none`.",
    ),
    "Criterion.responsible": Words("Ai phụ trách.", "Who answers for it."),
    "Criterion.derived_from": Words("Văn bản gốc của tiêu chí.", "The text it is taken from."),
    "lock": Words(
        "fixed: bản phủ không sửa được; may_tighten: chỉ được siết.",
        "fixed: no overlay may change it; may_tighten: only stricter.",
    ),
    "Responsible": Words("Một vai trò và trách nhiệm.", "A role, and how it answers."),
    "Responsible.role": Words("Vai trò.", "The role."),
    "Responsible.duty": Words("lead: chủ trì; support: phối hợp.", "lead or support."),
    "Substitute": Words(
        "Một số liệu thay thế, có thể có phép thử riêng.", "Another fact, under the same or its own tests."
    ),
    "Substitute.fact": Words("Số liệu được dùng thay.", "The fact that is used instead."),
    "Substitute.caveat": Words("Điểm yếu của việc thay.", "What is weak about it."),
    "AnyCondition.id": Words("Mã để bản phủ sửa được điều kiện.", "So that an overlay can reach the condition."),
    "FactCondition": Words("Một số liệu, với các phép thử.", "One fact, under tests."),
    "FactCondition.fact": Words("Số liệu được xét.", "The fact that is looked at."),
    "CountCondition": Words("Bao nhiêu mục, hoặc bao nhiêu điều kiện.", "How many entities, or conditions, hold."),
    "CountCondition.count": Words(
        "Danh sách được đếm, hoặc các điều kiện.", "The list that is counted, or conditions."
    ),
    "CountCondition.when_empty": Words(
        "Khi danh sách rỗng thì kết quả là gì; mặc định chưa đánh giá được.",
        "What an empty list gives; by default not assessable.",
    ),
    "where": Words("Chỉ tính những mục có các trường như sau.", "Only those whose fields are so."),
    "MetCondition": Words("Bao nhiêu tiêu chí đạt.", "How many criteria are met."),
    "MetCondition.met": Words(
        "all, `{group}`, `{tag}` hoặc danh sách mã.", "all, `{group}`, `{tag}` or a list of ids."
    ),
    "NotMetCondition": Words("Bao nhiêu tiêu chí không đạt.", "How many criteria are not met."),
    "NotMetCondition.not_met": Words(
        "all, `{group}`, `{tag}` hoặc danh sách mã.", "all, `{group}`, `{tag}` or a list of ids."
    ),
    "PointsCondition": Words("Tổng điểm của các tiêu chí.", "What points criteria give together."),
    "PointsCondition.points": Words(
        "all, `{group}`, `{tag}` hoặc danh sách mã.", "all, `{group}`, `{tag}` or a list of ids."
    ),
    "GradeCondition": Words("Mức thấp nhất của các tiêu chí.", "The lowest grade of criteria."),
    "GradeCondition.grade": Words(
        "all, `{group}`, `{tag}` hoặc danh sách mã.", "all, `{group}`, `{tag}` or a list of ids."
    ),
    "MeasureCondition": Words("Một số đo có tên.", "A named measure."),
    "MeasureCondition.measure": Words("Tên trong `measures`.", "Its name in `measures`."),
    "DaysCondition": Words(
        "Số ngày giữa hai ngày, không tính ngày đầu: 1/3 đến 11/3 là 10 ngày.",
        "The days between two date facts, the first not counted: 1 to 11 March is 10 days.",
    ),
    "DaysCondition.days": Words("Từ số liệu ngày nào đến ngày nào.", "From which date fact to which."),
    "Span": Words("Hai số liệu ngày.", "Two date facts."),
    "Span.from": Words("Số liệu ngày đầu.", "The date fact it begins with."),
    "Span.to": Words("Số liệu ngày cuối.", "The date fact it ends with."),
    "DecisionCondition": Words("Một kết luận khác phải đạt.", "Another decision that must be met."),
    "DecisionCondition.decision": Words("Mã của kết luận.", "The decision's id."),
    "AllOf": Words("Mọi điều kiện đều đúng.", "Every condition holds."),
    "AllOf.all_of": Words("Các điều kiện phải đúng cả.", "Conditions that must all hold."),
    "AnyOf": Words("Ít nhất một điều kiện đúng.", "At least one condition holds."),
    "AnyOf.any_of": Words("Các điều kiện, đúng một là đủ.", "Conditions of which one is enough."),
    "Not": Words("Điều kiện không đúng.", "The condition does not hold."),
    "Not.not": Words("Điều không được đúng.", "What must not hold."),
    "NoMethod": Words("Chưa có cách đánh giá.", "There is no way to assess it."),
    "NoMethod.no_method": Words(
        "Vì sao: chưa có hướng dẫn, giao cấp khác quy định, hay chưa đọc được.",
        "Why: no guidance, delegated, or not seen.",
    ),
    "ask": Words("Vai trò biết hoặc quy định điều này.", "The role that knows or sets it."),
    "Tests": Words("Các phép thử; hai phép thử là cả hai.", "Tests; two of them mean both."),
    "Tests.at_least": Words("Ít nhất (≥).", "At least (≥)."),
    "Tests.more_than": Words("Trên (>).", "More than (>)."),
    "Tests.at_most": Words("Nhiều nhất (≤).", "At most (≤)."),
    "Tests.less_than": Words("Dưới (<).", "Less than (<)."),
    "Tests.is": Words("Đúng bằng.", "Is exactly."),
    "Tests.one_of": Words("Là một trong.", "Is one of."),
    "Tests.on_or_after": Words("Từ ngày.", "On or after the day."),
    "Tests.after": Words("Sau ngày.", "After the day."),
    "Tests.on_or_before": Words("Chậm nhất ngày.", "On or before the day."),
    "Tests.before": Words("Trước ngày.", "Before the day."),
    "Where": Words(
        "Các trường phải như thế nào, cùng `all_of any_of not`.", "How fields must be, and `all_of any_of not`."
    ),
    "Where.fields": Words("Giá trị phải bằng, hoặc các phép thử.", "The value that it must be, or tests."),
    "Where.all_of": Words("Mọi điều sau đều đúng.", "All of these hold."),
    "Where.any_of": Words("Một điều sau là đủ.", "One of these holds."),
    "Where.not": Words("Điều sau không đúng.", "This does not hold."),
    "GroupSelector": Words("Các tiêu chí của một nhóm.", "The criteria of one group."),
    "GroupSelector.group": Words("Mã nhóm.", "The group's id."),
    "TagSelector": Words("Các tiêu chí mang một nhãn.", "The criteria with one tag."),
    "TagSelector.tag": Words("Nhãn.", "The tag."),
    "ValueLimit": Words("Một con số hoặc giá trị.", "A number or a value."),
    "ValueLimit.value": Words("Như `70 %`, `7 days`, `all`, `true`.", "As `70 %`, `7 days`, `all`, `true`."),
    "UnknownLimit": Words("Ngưỡng chưa ai đọc được.", "A limit nobody here has seen."),
    "UnknownLimit.unknown": Words("Khoảng chắc chắn chứa nó, hoặc `{}`.", "Between what it must lie, or `{}`."),
    "Bounds": Words("Khoảng chắc chắn chứa ngưỡng.", "Between what the limit must lie."),
    "Bounds.at_least": Words("Không dưới.", "No less than."),
    "Bounds.more_than": Words("Trên.", "More than."),
    "Bounds.at_most": Words("Không quá.", "No more than."),
    "Bounds.less_than": Words("Dưới.", "Less than."),
    "ByLimit": Words("Ngưỡng theo loại.", "A limit by class."),
    "ByLimit.by": Words(
        "Số liệu lựa chọn, hoặc số đo, quyết định loại.", "The choice fact or measure that picks the class."
    ),
    "ByLimit.values": Words("Ngưỡng của từng loại.", "The limit of each class."),
    "otherwise": Words("Trong mọi trường hợp còn lại.", "In every other case."),
    "DatedLimit": Words("Ngưỡng theo thời gian.", "A limit by day."),
    "DatedLimit.dated": Words(
        "Các khoảng; ngày không thuộc khoảng nào thì không có ngưỡng.", "Periods; outside them nothing is in force."
    ),
    "DatedValue": Words("Giá trị của một khoảng.", "One period's value."),
    "DatedValue.value": Words("Giá trị trong khoảng đó.", "The value in that period."),
    "NamedLimit": Words("Ngưỡng có tên.", "A limit with a name."),
    "NamedLimit.limit": Words(
        "Tên trong `limits`, hoặc `bộ#tên` của bộ khác.", "A name of `limits`, or `set#name` of another set."
    ),
    "TimesLimit": Words("Ngưỡng tính theo thứ khác.", "A limit relative to something else."),
    "TimesLimit.times": Words("Bao nhiêu lần, như `110 %`.", "How many times it, as `110 %`."),
    "TimesLimit.of": Words("Của số liệu, số đo hoặc ngưỡng nào.", "Of which fact, measure or limit."),
    "FactReference": Words("Một số liệu của làng.", "What the village says of a fact."),
    "FactReference.fact": Words("Mã số liệu.", "The fact's id."),
    "MeasureReference": Words("Một số đo có tên.", "A named measure."),
    "MeasureReference.measure": Words("Tên số đo.", "The measure's name."),
    "LimitReference": Words("Một ngưỡng có tên.", "A named limit."),
    "LimitReference.limit": Words("Tên ngưỡng, hoặc `bộ#tên`.", "The limit's name, or `set#name`."),
    "YearlyLimit": Words("Một ngày của mỗi năm.", "A day of every year."),
    "YearlyDay": Words("Một ngày của mỗi năm.", "A day of every year."),
    "YearlyDay.month": Words("Tháng, 1 đến 12.", "The month, 1 to 12."),
    "YearlyDay.day": Words("Ngày trong tháng.", "The day of the month."),
    "YearlyDay.year": Words("Năm trước, năm nay hay năm sau của năm xét.", "The year before, this one or the next."),
    "AnyLimit.lock": Words(
        "fixed: bản phủ không sửa được; may_tighten: chỉ được siết.",
        "fixed: no overlay may change it; may_tighten: only stricter.",
    ),
    "AnyLimit.round": Words("Làm tròn số đo trước khi so.", "How the measured value is rounded first."),
    "Rounding": Words("Cách làm tròn.", "How a value is rounded."),
    "Rounding.to": Words("Bước, như `1 %`.", "The step, as `1 %`."),
    "Rounding.mode": Words("Cách: nửa lên, xuống, lên.", "Half up, down, or up."),
    "Points": Words("Điểm của tiêu chí.", "What a criterion gives."),
    "Points.max": Words("Điểm tối đa.", "The most it can give."),
    "Points.of": Words(
        "Tính theo số đo nào (điều kiện không có phép thử).", "What is measured: a condition's head without tests."
    ),
    "Points.steps": Words(
        'Điểm từ mỗi giá trị trở lên: `{"4": 20, "3": 15}`.', 'Points from each value up: `{"4": 20, "3": 15}`.'
    ),
    "Points.otherwise": Words("Điểm khi dưới bậc thấp nhất.", "Points below the lowest step."),
    "Points.proportional": Words(
        "Điểm theo tỷ lệ: true hoặc `{full_at: 80 %}`.", "In proportion: true, or `{full_at: 80 %}`."
    ),
    "FullAt": Words("Đủ điểm từ mức nào.", "From where all points are given."),
    "FullAt.full_at": Words("Từ tỷ lệ này được đủ điểm.", "The share that gives all points."),
    "Grade": Words("Mức theo số đo.", "A level by what a measure comes to."),
    "Grade.of": Words("Số đo (điều kiện không có phép thử).", "What is measured: a condition's head without tests."),
    "scale": Words("Tên thang trong `scales`.", "The scale's name in `scales`."),
    "Grade.levels": Words(
        "Cạnh dưới của từng mức, hoặc hai cạnh như in.", "Each level's lower edge, or both edges as printed."
    ),
    "GradeMeasure.grade": Words("Thang và các cạnh.", "The scale and its edges."),
    "GradeMeasure": Words("Mức theo một số đo khác.", "A level by another measure."),
    "LowestMeasure": Words("Thấp nhất trong các mức.", "The lowest of several levels."),
    "LowestMeasure.lowest": Words("Các số đo, hoặc `{grade: …}`.", "Measures, or `{grade: …}`."),
    "HighestMeasure": Words("Cao nhất trong các mức.", "The highest of several levels."),
    "HighestMeasure.highest": Words("Các số đo, hoặc `{grade: …}`.", "Measures, or `{grade: …}`."),
    "GradesOf": Words("Mức của các tiêu chí.", "The grades of criteria."),
    "GradesOf.grade": Words("Những tiêu chí nào.", "Of which criteria."),
    "MeasureRef": Words("Một số đo có tên khác.", "Another named measure."),
    "MeasureRef.measure": Words("Tên của nó.", "Its name."),
    "Choice": Words("Một dòng lựa chọn.", "One row of a choice."),
    "Choice.when": Words("Khi điều này đúng…", "When this holds…"),
    "Choice.then": Words("… thì là bậc, mã hoặc số đo này.", "… it is this level, code or measure."),
    "ChooseMeasure": Words("Dòng đúng đầu tiên.", "The first row that holds."),
    "ChooseMeasure.choose": Words("Các dòng `{when, then}`.", "Rows of `{when, then}`."),
    "codes": Words("Tên danh mục trong `codes`, hoặc chính các mã.", "A name of `codes`, or the codes themselves."),
    "Decision": Words("Một kết luận.", "A verdict."),
    "Decision.if": Words("Điều kiện để đạt.", "The condition under which it is met."),
    "Decision.level": Words("Số đo cho ra bậc.", "The measure whose level it is."),
    "Decision.score": Words("Số đo cho ra điểm.", "The measure whose score it is."),
    "Decision.needs": Words("Kết luận phải đạt trước.", "A decision that must be met first."),
    "Decision.main": Words("true: kết luận chính, in ở đầu.", "true: the verdict in headlines."),
    "Decision.decided_by": Words("Vai trò quyết định.", "The role that decides."),
    "Decision.unseen": Words(
        "Bộ chưa đủ: keep_open coi như còn tiêu chí mở, leave_out chỉ xét điều đã biết.",
        "In a partial set: keep_open counts an unseen criterion, leave_out judges what is known.",
    ),
}
