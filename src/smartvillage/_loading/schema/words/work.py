"""What schemas say of activities, the procedure and overlays."""

from smartvillage.diagnostics import Words

WORK = {
    "Activity": Words("Một việc có thể làm.", "Something somebody can do."),
    "Activity.kind": Words(
        "Ai làm: cấp trên hỗ trợ, địa phương, người dân.", "Who does it: support from above, locality, residents."
    ),
    "Activity.effects": Words("Việc này làm thay đổi điều gì.", "What it changes."),
    "Activity.duration": Words("Bao lâu, như `20 working days`.", "How long it takes, as `20 working days`."),
    "Activity.owner": Words("Vai trò chịu trách nhiệm.", "The role that does it."),
    "Activity.cost": Words("Chi phí: một số tiền, hoặc `{low, likely, high}`.", "Money, or `{low, likely, high}`."),
    "Activity.after": Words("Các việc phải xong trước.", "Activities that come first."),
    "Activity.support": Words("Các vai trò phối hợp.", "Roles that help."),
    "Activity.evidence": Words("Các loại minh chứng nó tạo ra.", "The kinds of evidence it produces."),
    "Activity.available": Words("Chỉ làm được trong thời gian này.", "When it can be done."),
    "Activity.funding": Words("Nguồn kinh phí, một từ.", "Where the money comes from, a word."),
    "Activity.advised": Words(
        "true: nên làm dù không khép tiêu chí nào.", "true: worth doing though it closes nothing."
    ),
    "Range": Words("Một giá trị, hoặc thấp, có thể, cao.", "One value, or low, likely and high."),
    "Range.low": Words("Thấp nhất.", "The lowest."),
    "Range.likely": Words("Có thể nhất.", "The likeliest."),
    "Range.high": Words("Cao nhất.", "The highest."),
    "AnyEffect.granted_by": Words(
        "Cơ quan khác quyết định: đến lúc đó chỉ là giả định.", "Another body decides; until then an assumption."
    ),
    "FactEffect": Words("Một số liệu thay đổi.", "A fact changes."),
    "FactEffect.fact": Words("Số liệu thay đổi; một mình thì thành có.", "The fact; alone it becomes true."),
    "FactEffect.becomes": Words("Giá trị mới.", "What it becomes."),
    "FactEffect.add": Words("Tăng thêm bao nhiêu.", "How much is added."),
    "FactEffect.reach": Words("Nâng tới ngưỡng ở đường dẫn này.", "Raised to the limit at this path."),
    "with": Words("Đặt các trường như sau.", "Sets these fields."),
    "ListEffect": Words("Các mục của danh sách thay đổi, hoặc thêm mục.", "Entities change, or are added."),
    "ListEffect.list": Words("Danh sách.", "The list."),
    "ListEffect.add": Words("Thêm bao nhiêu mục.", "How many entities are added."),
    "LearnEffect": Words("Một số liệu được biết; giá trị còn mở.", "A fact becomes known; its value stays open."),
    "LearnEffect.learn": Words("Số liệu được biết.", "The fact that becomes known."),
    "LearnEffect.hoped": Words("Giá trị mong đợi.", "What is hoped for."),
    "SettleEffect": Words("Ngưỡng hoặc cách đánh giá được làm rõ.", "Limits or methods become known."),
    "SettleEffect.settle": Words("Đường dẫn của chúng.", "Their paths."),
    "Step": Words("Một bước của thủ tục.", "One step of the procedure."),
    "Step.owner": Words("Vai trò thực hiện, hoặc `unknown`.", "The role that takes it, or `unknown`."),
    "Step.after": Words("Các bước phải xong trước.", "The steps that come first."),
    "Step.lasts": Words("Kéo dài ít nhất bao lâu, như `10 days`.", "How long it lasts at least, as `10 days`."),
    "Step.until": Words("Ngày cuối: một ngày, hoặc một ngày của mỗi năm.", "Its last day: one day, or a yearly one."),
    "Step.decision": Words("Kết luận phải đạt để qua bước.", "The decision that must be met to pass it."),
    "Step.records": Words("Các số liệu ngày ghi lại bước.", "The date facts that record it."),
    "StepRecords": Words("Các số liệu ngày ghi lại bước.", "The date facts that record a step."),
    "StepRecords.start": Words("Số liệu ngày bắt đầu.", "The fact of its first day."),
    "StepRecords.end": Words("Số liệu ngày kết thúc.", "The fact of its last day."),
    "overlay": Words("Một bản phủ lên bộ tiêu chí khác.", "An overlay on another ruleset."),
    "overlay.overlay": Words("Phần đầu: bản phủ là gì, phủ lên bộ nào.", "The header: what it is and what it extends."),
    "overlay.edits": Words("Các sửa đổi; thứ tự không quan trọng.", "The edits; their order never matters."),
    "OverlayHeader": Words("Bản phủ là gì và phủ lên bộ nào.", "What an overlay is and which set it extends."),
    "OverlayHeader.version": Words("Phiên bản gồm ba số, như 1.0.0.", "A version of three numbers, as 1.0.0."),
    "OverlayHeader.extends": Words(
        'Bộ hoặc bản phủ được phủ và phiên bản: `"dong-thap-2021-2025@>=1,<2"`.',
        'The set or overlay and its versions: `"dong-thap-2021-2025@>=1,<2"`.',
    ),
    "OverlayHeader.in_force": Words(
        "Thời gian có hiệu lực: bản sửa đổi có ngày.", "When it counts: a dated amendment."
    ),
    "because": Words("Vì sao sửa.", "Why it is edited."),
    "SetEdit": Words("Đặt một giá trị ở một đường dẫn đã có.", "One value set at a path that is there."),
    "SetEdit.set": Words(
        "Đường dẫn theo mã: `criteria/2.13/rule/at_least`.", "The path of ids: `criteria/2.13/rule/at_least`."
    ),
    "SetEdit.to": Words("Giá trị mới.", "The new value."),
    "AlterEdit": Words("Đặt vài khóa của một bảng, có sẵn hay chưa.", "Keys of a mapping set, be they there or not."),
    "AlterEdit.alter": Words("Đường dẫn theo mã: `criteria/2.13`.", "The path of ids: `criteria/2.13`."),
    "AlterEdit.with": Words("Các khóa và giá trị mới.", "The keys and their new values."),
    "AddEdit": Words("Thêm một mục vào một phần.", "An entry added to a section."),
    "AddEdit.add": Words("Tên phần, như `criteria`.", "The section, as `criteria`."),
    "AddEdit.after": Words("Đứng sau mã này; không ghi thì ở cuối.", "The id it stands after; without it at the end."),
    "AddEdit.item": Words("Mục mới, có `id`.", "The new entry, with its `id`."),
    "RetireEdit": Words("Một mục thôi áp dụng.", "An entry leaves the set."),
    "RetireEdit.retire": Words("Đường dẫn của mục: `criteria/2.13`.", "The entry's path: `criteria/2.13`."),
    "RetireEdit.from": Words("Từ ngày này; không ghi thì bỏ hẳn.", "From this day on; without it altogether."),
    "SelectEdit": Words("Chỉ giữ một số tiêu chí.", "Only some criteria stay."),
    "SelectEdit.select": Words(
        "Những tiêu chí được giữ; nhóm điều kiện luôn được giữ.", "Those that stay; precondition groups always do."
    ),
    "LockEdit": Words("Khóa một ngưỡng hay một tiêu chí.", "A limit or a criterion is locked."),
    "LockEdit.lock": Words("Đường dẫn theo mã.", "The path of ids."),
    "LockEdit.as": Words(
        "`fixed`: giữ nguyên; `may_tighten`: chỉ siết.", "`fixed`: stays; `may_tighten`: only tighter."
    ),
}
