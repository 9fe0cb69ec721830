"""What schemas say of a ruleset's sections, its header, its sources and its people."""

from smartvillage.diagnostics import Words

HEADER = {
    "id": Words(
        "Mã: 1–64 chữ, số, `_`, `-`, `.`; mã trông như số phải đặt trong ngoặc kép.",
        "Id: 1 to 64 letters, digits, `_`, `-`, `.`; quote one that looks like a number.",
    ),
    "title": Words("Tên để in ra: một câu, hoặc `{vi, en}`.", "What is printed: a text, or `{vi, en}`."),
    "note": Words("Ghi chú cho người đọc.", "A note for readers."),
    "basis": Words(
        "Căn cứ: stated (văn bản nêu), wording (chính tên tiêu chí), inferred (suy ra), assumed (giả định), unknown.",
        "Where it comes from: stated by a text, the wording itself, inferred, assumed by us, or unknown.",
    ),
    "source": Words(
        "Nguồn: mã trong `sources`, hoặc `{id, item, quote}`.",
        "The source: an id of `sources`, or `{id, item, quote}`.",
    ),
    "from": Words("Ngày đầu, tính cả ngày đó.", "The first day, included."),
    "until": Words("Ngày cuối, tính cả ngày đó.", "The last day, included."),
    "ruleset": Words("Một bộ tiêu chí, hoặc một phần của nó.", "A ruleset, or one file of its folder."),
    "ruleset.ruleset": Words("Phần đầu: bộ này là gì, của ai.", "The header: what the set is and whose."),
    "ruleset.sources": Words("Các văn bản được dẫn, theo mã.", "The texts that are cited, by id."),
    "ruleset.roles": Words("Các vai trò phụ trách, theo mã.", "The roles that answer for things, by id."),
    "ruleset.parties": Words("Các cơ quan giữ vai trò, theo mã.", "The offices that fill roles, by id."),
    "ruleset.scales": Words(
        'Các thang bậc, thấp nhất trước: `{sao: ["1", "2", "3"]}`.',
        'Ordered scales, lowest first: `{stars: ["1", "2"]}`.',
    ),
    "ruleset.codes": Words("Các danh mục mã không thứ tự: mã → tên.", "Unordered lists of codes: code → title."),
    "ruleset.facts": Words("Các số liệu mà bộ tiêu chí hỏi, theo mã.", "The facts that the set asks for, by id."),
    "ruleset.limits": Words("Các ngưỡng có tên, dùng chung.", "Limits with a name, shared by rules."),
    "ruleset.measures": Words("Các số đo có tên: điểm, mức, lựa chọn.", "Named measures: points, grades, choices."),
    "ruleset.groups": Words("Các nhóm tiêu chí, theo thứ tự in.", "Groups of criteria, in the order of printing."),
    "ruleset.criteria": Words("Các tiêu chí, theo thứ tự in.", "The criteria, in the order of printing."),
    "ruleset.decisions": Words("Các kết luận; một kết luận là `main`.", "The verdicts; one of them is `main`."),
    "ruleset.procedure": Words("Các bước của thủ tục công nhận.", "The steps of the procedure."),
    "ruleset.evidence_types": Words("Các loại minh chứng, theo mã.", "The kinds of evidence, by id."),
    "ruleset.activities": Words("Các việc có thể làm, theo mã.", "The things that can be done, by id."),
    "ruleset.defaults": Words(
        "Giá trị mặc định cho tiêu chí và hoạt động của riêng tệp này.",
        "What criteria and activities of this file alone say where they say nothing.",
    ),
    "Header": Words("Bộ tiêu chí là gì và của ai.", "What the ruleset is and whose it is."),
    "Header.id": Words("Tên của bộ; tệp làng gọi bộ bằng tên này.", "The set's name, by which villages ask for it."),
    "Header.version": Words("Phiên bản gồm ba số, như 1.0.0.", "A version of three numbers, as 1.0.0."),
    "Header.subject": Words(
        "Cái được xét (`hamlet`, `commune`…); cũng là phạm vi mặc định của mọi số liệu.",
        "What is judged (`hamlet`, `commune`…); also the default scope of every fact.",
    ),
    "Header.period": Words("Thời gian áp dụng, kèm căn cứ.", "When the set is in force; takes a basis."),
    "Header.authority": Words("Cơ quan ban hành.", "The body that issued it."),
    "Header.completeness": Words(
        "whole: đủ mọi tiêu chí; partial: còn tiêu chí chưa ai đọc được.",
        "whole: every criterion is here; partial: some were never seen.",
    ),
    "Header.basis": Words("Căn cứ khi không ghi gì khác.", "The basis where nothing else is said."),
    "Header.source": Words("Nguồn khi không ghi gì khác.", "The source where nothing else is said."),
    "Header.numbers": Words(
        "Cách viết số trong tệp: vi (1.234,5) hoặc en (1,234.5).",
        "How numbers are typed: vi (1.234,5) or en (1,234.5).",
    ),
    "RulesetPeriod": Words("Thời gian áp dụng.", "When the set is in force."),
    "Period": Words("Một khoảng ngày, tính cả hai đầu.", "A stretch of days, both ends included."),
    "Text": Words("Một câu, hoặc `{vi, en}`.", "A text, or `{vi, en}`."),
    "Text.vi": Words("Tiếng Việt.", "In Vietnamese."),
    "Text.en": Words("Tiếng Anh.", "In English."),
    "Citation": Words("Chỗ trong một nguồn.", "A place in a source."),
    "Citation.id": Words("Mã của nguồn trong `sources`.", "The source's id in `sources`."),
    "Citation.item": Words("Mục, điều, khoản hoặc dòng của bảng.", "The item, article, clause or row."),
    "Citation.quote": Words("Nguyên văn.", "Its words."),
    "Source": Words("Một văn bản nói về bộ tiêu chí hoặc về làng.", "A text that speaks of the set or the village."),
    "Source.type": Words("Loại văn bản; `own`: của chính người soạn.", "The kind of text; `own`: the author's own."),
    "Source.issuer": Words(
        "Cơ quan hoặc nơi ban hành, không ghi tên người.", "The body that issued it; never a person."
    ),
    "Source.seen": Words("true nếu chính người soạn đã đọc văn bản.", "true where the author read the text itself."),
    "Source.number": Words("Số và ký hiệu, như 384/QĐ-UBND-HC.", "Its number and symbol, as 384/QĐ-UBND-HC."),
    "Source.date": Words("Ngày, tháng hoặc năm: 2023-04-03, 2023-04, 2023.", "A day, month or year: 2023-04-03, 2023."),
    "Source.link": Words("Địa chỉ trên mạng.", "Where it stands on the web."),
    "Source.reports": Words("Nguồn mà văn bản này thuật lại.", "The source whose content this one retells."),
    "Source.in_force": Words("Thời gian có hiệu lực.", "When it is in force."),
    "Source.cites": Words(
        "Các văn bản nó nhắc tới, ghi đúng như in, kể cả lỗi.",
        "The texts it names, as it prints them, mistakes included.",
    ),
    "CitedText": Words("Một văn bản được nhắc, đúng như in.", "A text as another text prints its name."),
    "CitedText.number": Words("Số và ký hiệu như in.", "Number and symbol as printed."),
    "CitedText.date": Words("Ngày như in.", "The date as printed."),
    "CitedText.type": Words("Loại văn bản như in.", "The kind of text as printed."),
    "CitedText.issuer": Words("Cơ quan ban hành như in.", "The issuer as printed."),
    "CitedText.quote": Words("Câu nhắc tới nó.", "The words that name it."),
    "Role": Words("Một vai trò.", "A part somebody plays."),
    "Party": Words("Một cơ quan giữ vai trò trong một thời gian.", "An office that fills roles for a time."),
    "Party.fills": Words("Các vai trò nó giữ.", "The roles it fills."),
    "Party.successors": Words(
        "Cơ quan kế nhiệm: danh sách, `none` hoặc `unknown`.", "Who succeeds it: a list, `none` or `unknown`."
    ),
    "Group": Words("Các tiêu chí đứng chung.", "Criteria that stand together."),
    "Group.precondition": Words(
        "Điều kiện tiên quyết: không tính vào số tiêu chí đạt.", "A precondition: in no count of the set's criteria."
    ),
    "EvidenceType": Words("Một loại giấy tờ, dấu vết chứng minh được điều gì đó.", "A kind of paper or trace."),
    "EvidenceType.valid_for": Words(
        "Có giá trị bao lâu từ ngày cấp, như `12 months`.", "How long it counts, as `12 months`."
    ),
    "EvidenceType.issuer": Words("Nơi cấp.", "Who issues it."),
}
