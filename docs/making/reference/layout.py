"""Which page holds which types, and under which heading: the order of the reference.

The rule: headings are what a file says there, so that they need no translation; a test finds a type that no page holds.
"""

from __future__ import annotations

from dataclasses import dataclass

from smartvillage.diagnostics import Words


@dataclass(frozen=True)
class Page:
    """A page of the reference of files."""

    name: str
    title: Words
    intro: Words
    sections: tuple[tuple[str, str], ...]
    """The types in order, each with its heading."""


PAGES = (
    Page(
        "ruleset",
        Words("Tệp bộ tiêu chí", "The ruleset file"),
        Words(
            "Một bộ tiêu chí là một tệp, hoặc một thư mục gồm nhiều tệp. Thư mục là hợp của các phần trong các tệp "
            "`.yaml`, `.yml`, `.json` nằm ngay trong nó và trong `criteria/`; mỗi mã chỉ được khai một lần. Phần nào "
            "cũng có thể bỏ, trừ `ruleset`, `sources`, `facts`, `criteria` và `decisions`.",
            "A ruleset is one file, or a folder of files. The folder is the union of the sections of the `.yaml`, "
            "`.yml` and `.json` files right inside it and in `criteria/`; an id is defined once. Every section may "
            "be left out but `ruleset`, `sources`, `facts`, `criteria` and `decisions`.",
        ),
        (
            ("RulesetFile", "ruleset.yaml"),
            ("Header", "ruleset"),
            ("RulesetPeriod", "ruleset.period"),
            ("Source", "sources.ID"),
            ("CitedText", "sources.ID.cites"),
            ("Role", "roles.ID"),
            ("Party", "parties.ID"),
            ("Level", "scales.ID"),
            ("Group", "groups"),
            ("EvidenceType", "evidence_types.ID"),
            ("Defaults", "defaults"),
        ),
    ),
    Page(
        "facts",
        Words("Số liệu: `facts`", "Facts: `facts`"),
        Words(
            "Một số liệu nói loại điều có thể biết về một làng. `type` cho biết làng được ghi giá trị nào; xem "
            "[giá trị của làng](#village-values).",
            "A fact says what kind of thing can be known of a village. Its `type` tells what a village may write; see "
            "[what a village writes](#village-values).",
        ),
        (
            ("Fact", "facts.ID"),
            ("AnyFact", "title question scope …"),
            ("FlagFact", "type: flag"),
            ("JudgementFact", "type: judgement"),
            ("RecordFact", "type: record"),
            ("CountFact", "type: count"),
            ("QuantityFact", "type: quantity"),
            ("ShareFact", "type: share"),
            ("LevelFact", "type: level"),
            ("ChoiceFact", "type: choice"),
            ("DateFact", "type: date"),
            ("ResultFact", "type: result"),
            ("ListFact", "type: list"),
            ("Field", "fields.ID"),
        ),
    ),
    Page(
        "criteria",
        Words("Tiêu chí và kết luận: `criteria`, `decisions`", "Criteria and decisions: `criteria`, `decisions`"),
        Words(
            "Tiêu chí là điều làng phải đạt; kết luận nói các tiêu chí cộng lại thành gì. Tiêu chí không có `rule` chỉ "
            "cho điểm hoặc mức: nó không có kết quả đạt hay không đạt và không được đếm.",
            "A criterion is what must hold of a village; a decision says what the criteria come to together. A "
            "criterion without `rule` only gives points or a grade: it has no outcome and is in no count of met.",
        ),
        (
            ("Criterion", "criteria"),
            ("Substitute", "criteria.instead"),
            ("Responsible", "criteria.responsible"),
            ("Points", "criteria.points"),
            ("FullAt", "points.proportional"),
            ("Grade", "criteria.grade"),
            ("Decision", "decisions.ID"),
        ),
    ),
    Page(
        "conditions",
        Words("Điều kiện", "Conditions"),
        Words(
            "Một điều kiện có đúng một *đầu*, là khóa cho biết xét cái gì, cùng các *phép thử*, là từ so sánh và "
            "[ngưỡng](#file-limit). Hai phép thử trong một điều kiện là cả hai.",
            "A condition has exactly one *head*, the key that says what is looked at, and *tests*: a word of "
            "comparison and a [limit](#file-limit). Two tests in one condition mean both.",
        ),
        (
            ("Condition", "rule"),
            ("AnyCondition", "id"),
            ("Tests", "at_least more_than …"),
            ("FactCondition", "fact"),
            ("CountCondition", "count"),
            ("Where", "where"),
            ("MetCondition", "met"),
            ("NotMetCondition", "not_met"),
            ("PointsCondition", "points"),
            ("GradeCondition", "grade"),
            ("GroupSelector", "{group}"),
            ("TagSelector", "{tag}"),
            ("DaysCondition", "days"),
            ("Span", "days: {from, to}"),
            ("MeasureCondition", "measure"),
            ("DecisionCondition", "decision"),
            ("AllOf", "all_of"),
            ("AnyOf", "any_of"),
            ("Not", "not"),
            ("NoMethod", "no_method"),
        ),
    ),
    Page(
        "limits",
        Words("Ngưỡng", "Limits"),
        Words(
            "Ngưỡng ngắn là chính giá trị: `70 %`, `7 days`, `all`, `unknown`. Ngưỡng dài là một bảng có đúng một "
            "trong các dạng sau, kèm căn cứ và nguồn của con số.",
            "A short limit is the value itself: `70 %`, `7 days`, `all`, `unknown`. A long one is a mapping with "
            "exactly one of the forms below, with the basis and the source of its number.",
        ),
        (
            ("Limit", "at_least"),
            ("AnyLimit", "lock round ask"),
            ("Rounding", "round"),
            ("ValueLimit", "value"),
            ("UnknownLimit", "unknown"),
            ("Bounds", "unknown: {…}"),
            ("ByLimit", "by"),
            ("DatedLimit", "dated"),
            ("DatedValue", "dated: […]"),
            ("NamedLimit", "limit"),
            ("TimesLimit", "times"),
            ("FactReference", "of: {fact}"),
            ("MeasureReference", "of: {measure}"),
            ("LimitReference", "of: {limit}"),
            ("YearlyLimit", "month"),
            ("YearlyDay", "month day year"),
        ),
    ),
    Page(
        "measures",
        Words("Số đo có tên: `measures`", "Named measures: `measures`"),
        Words(
            "Số đo là điều cho ra một số hay một bậc mà chưa so với ngưỡng: đầu của một [điều kiện](#file-condition) "
            "không có phép thử, hoặc một trong các loại sau.",
            "A measure gives a number or a level that is not yet held against a limit: the head of a "
            "[condition](#file-condition) without tests, or one of the kinds below.",
        ),
        (
            ("Measure", "measures.ID"),
            ("AnyMeasure", "title"),
            ("GradeMeasure", "grade"),
            ("LowestMeasure", "lowest"),
            ("HighestMeasure", "highest"),
            ("GradesOf", "{grade}"),
            ("ChooseMeasure", "choose"),
            ("Choice", "choose: […]"),
            ("MeasureRef", "{measure}"),
        ),
    ),
    Page(
        "work",
        Words("Hoạt động và thủ tục: `activities`, `procedure`", "Activities and procedure: `activities`, `procedure`"),
        Words(
            "Hoạt động là việc ai đó làm được và điều nó làm thay đổi; lộ trình chọn trong số đó. Thủ tục là các "
            "bước từ hồ sơ đến quyết định.",
            "An activity is something somebody can do, and what it changes; a roadmap chooses among them. The "
            "procedure is the steps from the dossier to the decision.",
        ),
        (
            ("Activity", "activities.ID"),
            ("Range", "duration cost"),
            ("Effect", "effects"),
            ("AnyEffect", "granted_by"),
            ("FactEffect", "fact"),
            ("ListEffect", "list"),
            ("LearnEffect", "learn"),
            ("SettleEffect", "settle"),
            ("Step", "procedure"),
            ("StepRecords", "procedure.records"),
        ),
    ),
    Page(
        "overlay",
        Words("Tệp bản phủ", "The overlay file"),
        Words(
            "Bản phủ sửa một bộ tiêu chí khác mà không chép lại: huyện siết một ngưỡng, hay một quyết định sửa đổi có "
            "ngày. Ngoài `overlay` và `edits`, nó thêm được mục vào mọi phần của [bộ tiêu chí](ruleset.md).",
            "An overlay changes another ruleset without copying it: a district tightens a limit, or a dated decision "
            "amends it. Beside `overlay` and `edits` it may add entries to every section of a [ruleset](ruleset.md).",
        ),
        (
            ("OverlayFile", "overlay.yaml"),
            ("OverlayHeader", "overlay"),
            ("Edit", "edits"),
            ("Reasoned", "because"),
            ("SetEdit", "set"),
            ("AlterEdit", "alter"),
            ("AddEdit", "add"),
            ("RetireEdit", "retire"),
            ("SelectEdit", "select"),
            ("LockEdit", "lock"),
        ),
    ),
    Page(
        "village",
        Words("Tệp làng", "The village file"),
        Words(
            "Điều đã biết về một nơi vào một ngày. Giá trị giữ nguyên như đã ghi; bộ tiêu chí cho biết mỗi giá trị "
            "thuộc loại nào.",
            "What is known of a place on a day. Values stay as written; the ruleset says of what type each is.",
        ),
        (
            ("VillageFile", "village.yaml"),
            ("VillageHeader", "village"),
            ("Evidence", "evidence"),
            ("ValidPeriod", "evidence.valid"),
            ("Progress", "progress.ID"),
        ),
    ),
    Page(
        "case",
        Words("Tệp tình huống thử", "The case file"),
        Words(
            "Tệp `*.case.yaml`: biết gì về một làng, và phải ra kết quả gì. Cách viết từng bước nằm ở trang "
            "[thử bộ tiêu chí](../../how-to/cases.md).",
            "A file `*.case.yaml`: what is known of a village, and what must come out. How to write one step by step "
            "is on the page [testing a ruleset](../../how-to/cases.md).",
        ),
        (("CaseFile", "*.case.yaml"), ("Case", "cases"), ("Expectations", "cases.expect")),
    ),
    Page(
        "values",
        Words("Cách ghi giá trị", "How values are written"),
        Words(
            "Những điều đúng cho mọi tệp: mã, chữ, số, đơn vị, thời hạn, ngày, căn cứ và nguồn.",
            "What holds for every file: ids, texts, numbers, units, durations, days, basis and source.",
        ),
        (("Based", "basis source note"), ("Citation", "source"), ("Text", "title"), ("Period", "from until")),
    ),
)

#: What a key's text is read as, where the schema can only say that it is text: the section that tells its units.
UNITS = {
    "AnyFact.fresh_for": "durations",
    "EvidenceType.valid_for": "durations",
    "Activity.duration": "durations",
    "Step.lasts": "durations",
    "Activity.cost": "units",
    "QuantityFact.unit": "units",
}
