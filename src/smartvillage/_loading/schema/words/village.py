"""What schemas say of a village's file."""

from smartvillage.diagnostics import Words

VILLAGE = {
    "case": Words("Các tình huống thử một bộ tiêu chí.", "Cases that a ruleset is tried with."),
    "case.ruleset": Words(
        "Tên bộ tiêu chí, hoặc đường dẫn từ tệp này.", "The ruleset's name, or where it lies from here."
    ),
    "case.date": Words("Ngày đánh giá, khi tình huống không ghi.", "The day, where a case says none."),
    "case.cases": Words("Các tình huống.", "The cases."),
    "Case.name": Words("Tên tình huống.", "What the case is called."),
    "Case.village": Words("Tệp làng làm nền, tính từ tệp này.", "The village it starts from, as a path from here."),
    "Case.overlays": Words("Các bản phủ được dùng.", "The overlays to resolve."),
    "Case.date": Words("Ngày đánh giá.", "The day to evaluate on."),
    "Case.facts": Words("Số liệu thay cho số liệu của làng.", "Facts in place of the village's."),
    "Case.without": Words("Các số liệu bỏ đi.", "Facts that are taken out."),
    "Case.evidence": Words("Minh chứng thêm vào.", "Evidence that is attached."),
    "Case.expect": Words(
        "Kết quả phải có: `criteria/ID`, `decisions/ID`, `counts`, `reasons/ID`, `caveats/ID`, `proven`.",
        "What must come out: `criteria/ID`, `decisions/ID`, `counts`, `reasons/ID`, `caveats/ID`, `proven`.",
    ),
    "Case.error": Words("Mã lỗi phải có, như SV601 hoặc SV6xx.", "The code that must be told, as SV601 or SV6xx."),
    "Village": Words("Một làng: số liệu, minh chứng, tiến độ.", "A village: its facts, evidence and progress."),
    "village": Words("Một làng: số liệu, minh chứng, tiến độ.", "A village: its facts, evidence and progress."),
    "Village.village": Words("Làng nào, nằm trong đâu.", "Which place it is, and what lies around it."),
    "Village.ruleset": Words("Tên bộ tiêu chí, không phải đường dẫn.", "The ruleset's name, no path."),
    "Village.as_of": Words("Số liệu nói về ngày nào.", "The day the facts speak of."),
    "Village.overlays": Words("Tên các bản phủ được dùng.", "The overlays to resolve, by name."),
    "Village.for_year": Words(
        "Năm được xét, khi khác năm đánh giá.", "The year that is judged, where not the day's own."
    ),
    "Village.source": Words("Nguồn của mọi số liệu không ghi nguồn.", "The source of facts that name none."),
    "Village.sources": Words("Các văn bản được dẫn, theo mã.", "The texts that are cited, by id."),
    "Village.parties": Words("Các cơ quan của làng, theo mã.", "The village's offices, by id."),
    "Village.facts": Words(
        "Số liệu, theo mã của bộ tiêu chí; để trống là chưa biết.", "Facts by the ruleset's ids; empty is not known."
    ),
    "Village.evidence": Words("Minh chứng kèm theo.", "The evidence that is attached."),
    "Village.progress": Words(
        "Việc đã bắt đầu hoặc đã xong, theo mã hoạt động.", "What was begun or done, by activity."
    ),
    "Village.numbers": Words(
        "Cách viết số: vi (1.234,5) hoặc en (1,234.5).", "How numbers are typed: vi (1.234,5) or en (1,234.5)."
    ),
    "VillageHeader": Words("Làng nào, nằm trong đâu.", "Which place it is, and what lies around it."),
    "VillageHeader.name": Words("Tên làng.", "Its name."),
    "VillageHeader.kind": Words("Loại nơi: `hamlet`, `commune`…", "What kind of place: `hamlet`, `commune`…"),
    "VillageHeader.within": Words("Nơi chứa nó: `{commune: xa-a}`.", "What it lies in: `{commune: xa-a}`."),
    "Evidence": Words("Một giấy tờ hoặc dấu vết kèm theo.", "A paper or trace that is attached."),
    "Evidence.type": Words("Loại minh chứng.", "Its kind."),
    "Evidence.supports": Words("Các tiêu chí hoặc số liệu nó chứng minh.", "The criteria or facts it supports."),
    "Evidence.link": Words("Địa chỉ trên mạng.", "Where it stands on the web."),
    "Evidence.file": Words("Tên tệp.", "The file."),
    "Evidence.number": Words("Số, ký hiệu.", "Its number and symbol."),
    "Evidence.issuer": Words("Nơi cấp.", "Who issued it."),
    "Evidence.issued_on": Words("Ngày cấp.", "The day it was issued."),
    "Evidence.valid": Words("Thời gian có giá trị.", "When it is valid."),
    "ValidPeriod": Words("Thời gian có giá trị, tính cả hai đầu.", "When it is valid, both days included."),
    "Progress": Words("Một việc đã tới đâu.", "How far an activity has come."),
    "Progress.started": Words("Ngày bắt đầu.", "The day it began."),
    "Progress.done": Words("Ngày xong.", "The day it was done."),
}
