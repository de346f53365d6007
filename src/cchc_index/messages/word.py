"""What the Word documents of results say of themselves, and what is wrong with a template: Vietnamese, English."""

from __future__ import annotations

from typing import Final

from cchc_index.messages.word_fields import WORD_FIELDS

#: Words and sentences: those of templates hold the fields that are filled in, in double braces.
WORD: Final = {
    **WORD_FIELDS,
    "word.provisional": ("KẾT QUẢ TẠM THỜI: còn thiếu số liệu", "PROVISIONAL: figures are still to come"),
    "word.class": ("{units} đơn vị xếp loại {label}", "{units} classed {label}"),
    "word.lost_by": ("{unit} ({points})", "{unit} ({points})"),
    "word.others": ("và {count} đơn vị khác", "and {count} others"),
    "word.left_out": ("{files}: có dòng không được tính ({what})", "{files}: rows were left out ({what})"),
    "word.was": ("{unit}: {index}%", "{unit}: {index}%"),
    "word.merged": (
        "{unit} (sáp nhập): chỉ số năm nay {index}%, không so sánh như một đơn vị; các đơn vị cũ: {was}.",
        "{unit} (merged): index {index}% this year, not compared as one unit; the former units: {was}.",
    ),
    "word.split": (
        "{unit} (chia tách): chỉ số năm nay {index}%, không so sánh như một đơn vị; đơn vị cũ: {was}.",
        "{unit} (split): index {index}% this year, not compared as one unit; the former unit: {was}.",
    ),
    "word.explanation": ("giải trình", "explanation"),
    "word.objection": ("kiến nghị", "objection"),
    "word.objection_open": ("chưa trả lời", "open"),
    "word.objection_adjusted": ("đã điều chỉnh", "adjusted"),
    "word.objection_accepted": ("được chấp nhận", "accepted"),
    "word.objection_answered": ("đã trả lời", "answered"),
    # the head of a document
    "word.agency_above": ("......................................", "......................................"),
    "word.agency": ("......................................", "......................................"),
    "word.country": ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "SOCIALIST REPUBLIC OF VIET NAM"),
    "word.motto": ("Độc lập - Tự do - Hạnh phúc", "Independence - Freedom - Happiness"),
    "word.number": ("Số: ......../BC-........", "No. ......../BC-........"),
    "word.place": (
        "................, ngày ...... tháng ...... năm ..........",
        "................, date ........................",
    ),
    "word.receivers": (
        "Nơi nhận:\n- ..............................;\n- Lưu: VT, ..........",
        "To:\n- ..............................;\n- Archive.",
    ),
    "word.signer": (
        "................................\n(Chữ ký của người có thẩm quyền, dấu của cơ "
        "quan)\n\n\n................................",
        "................................\n(Signature and seal)\n\n\n................................",
    ),
    # the annex
    "word.annex": ("PHỤ LỤC", "ANNEX"),
    "word.annex_title": (
        "Kết quả xác định Chỉ số cải cách hành chính",
        "Results of the public administration reform index",
    ),
    "word.annex_of": (
        "(Kèm theo Quyết định số ............/QĐ-............ ngày ...... tháng ...... năm .......... của "
        "........................)",
        "(Annex of Decision No. ............ of ............ by ........................)",
    ),
    "word.annex_ranking": ("A. Xếp hạng, xếp loại", "A. Ranks and classes"),
    "word.annex_areas": ("B. Chỉ số thành phần theo lĩnh vực (%)", "B. Component indices by area (%)"),
    "word.set": (
        "{{{{ s.title }}}} ({{{{ s.name }}}}, {{{{ s.stage }}}}; tổng điểm tối đa {{{{ s.max_points }}}})",
        "{{{{ s.title }}}} ({{{{ s.name }}}}, {{{{ s.stage }}}}; maximum {{{{ s.max_points }}}} points)",
    ),
    "word.group": (
        "Nhóm {{{{ g.name }}}}: {{{{ g.units }}}} đơn vị, xếp hạng {{{{ g.ranked }}}} đơn vị"
        "{{% if g.classes_words %}}: {{{{ g.classes_words }}}}{{% endif %}}.",
        "Group {{{{ g.name }}}}: {{{{ g.units }}}} units, {{{{ g.ranked }}}} ranked"
        "{{% if g.classes_words %}}: {{{{ g.classes_words }}}}{{% endif %}}.",
    ),
    "word.group_alone": ("Nhóm {{{{ g.name }}}}", "Group {{{{ g.name }}}}"),
    "word.rank_head": (
        "Hạng|Đơn vị|Điểm đạt|Điểm tối đa|Chỉ số (%)|Xếp loại",
        "Rank|Unit|Points|Max.|Index (%)|Class",
    ),
    "word.area_head": ("Hạng|Đơn vị", "Rank|Unit"),
    "word.mean_row": ("Trung bình các đơn vị được xếp hạng", "Mean of the ranked units"),
    "word.notes": ("Ghi chú", "Notes"),
    "word.made_by": (
        "Mã kiểm tra của kết quả (SHA-256): {{{{ digest }}}}; tính bằng cchc-index {{{{ version }}}}.",
        "Digest of the results (SHA-256): {{{{ digest }}}}; computed by cchc-index {{{{ version }}}}.",
    ),
    # the review
    "word.review": ("BÁO CÁO", "REPORT"),
    "word.review_title": (
        "Kết quả công tác cải cách hành chính và xác định Chỉ số cải cách hành chính",
        "Public administration reform and its index",
    ),
    "word.part_index": ("I. KẾT QUẢ XÁC ĐỊNH CHỈ SỐ CẢI CÁCH HÀNH CHÍNH", "I. THE INDEX"),
    "word.part_figures": ("II. SỐ LIỆU THỰC HIỆN NHIỆM VỤ TRONG NĂM", "II. FIGURES OF THE YEAR"),
    "word.part_council": ("III. THẨM ĐỊNH, GIẢI TRÌNH VÀ KIẾN NGHỊ", "III. APPRAISAL, EXPLANATIONS AND OBJECTIONS"),
    "word.part_tasks": ("IV. NHIỆM VỤ TRỌNG TÂM NĂM SAU", "IV. TASKS FOR NEXT YEAR"),
    "word.general": ("1. Kết quả chung", "1. In general"),
    "word.general_text": (
        "Có {{{{ units }}}} đơn vị được chấm điểm ({{{{ stage }}}})"
        "{{% if ranked == '0' %}}, không đơn vị nào được xếp hạng"
        "{{% elif ranked %}}, trong đó {{{{ ranked }}}} đơn vị được xếp hạng{{% endif %}}"
        "{{% if classes_words %}}. Kết quả xếp loại: {{{{ classes_words }}}}{{% endif %}}.",
        "{{{{ units }}}} units were scored ({{{{ stage }}}})"
        "{{% if ranked == '0' %}}, none of which is ranked"
        "{{% elif ranked %}}, of which {{{{ ranked }}}} are ranked{{% endif %}}"
        "{{% if classes_words %}}. Classes: {{{{ classes_words }}}}{{% endif %}}.",
    ),
    "word.ranking": ("2. Xếp hạng, xếp loại theo nhóm đơn vị", "2. Ranks and classes by group"),
    "word.leaders": ("3. Đơn vị dẫn đầu và đơn vị ở cuối bảng xếp hạng", "3. Leading and trailing units"),
    "word.leading": (
        "- Nhóm {{{{ g.name }}}}: dẫn đầu là {{{{ g.leading_words }}}}"
        "{{% if g.trailing_words %}}; ở cuối bảng xếp hạng là {{{{ g.trailing_words }}}}{{% endif %}}.",
        "- Group {{{{ g.name }}}}: {{{{ g.leading_words }}}} lead"
        "{{% if g.trailing_words %}}; {{{{ g.trailing_words }}}} trail{{% endif %}}.",
    ),
    "word.nobody_ranked": (
        "- Nhóm {{{{ g.name }}}}: không có đơn vị nào được xếp hạng.",
        "- Group {{{{ g.name }}}}: no unit is ranked.",
    ),
    "word.areas": ("4. Kết quả theo lĩnh vực", "4. Results by area"),
    "word.areas_text": (
        "Chỉ số trung bình (%) của các đơn vị được xếp hạng, theo “{{{{ s.title }}}}”:",
        "Mean index (%) of the ranked units, by {{{{ s.title }}}}:",
    ),
    "word.areas_head": (
        "Mã|Lĩnh vực|Điểm tối đa|Năm nay|Năm trước|Tăng, giảm",
        "Code|Area|Max.|This year|Last year|Change",
    ),
    "word.areas_head_alone": ("Mã|Lĩnh vực|Điểm tối đa|Chỉ số trung bình (%)", "Code|Area|Max.|Mean index (%)"),
    "word.before": ("5. So với năm trước", "5. Beside the year before"),
    "word.before_none": (
        "Không có kết quả năm trước để so sánh.",
        "No result of the year before was given.",
    ),
    "word.before_refused": (
        "Không so sánh được với năm trước: {{{{ previous.refused }}}}",
        "It cannot be compared with the year before: {{{{ previous.refused }}}}",
    ),
    "word.before_text": (
        "So với kết quả {{{{ previous.title }}}}, các đơn vị có ở cả hai năm:",
        "Beside {{{{ previous.title }}}}, the units that both years have:",
    ),
    "word.years_head": (
        "Đơn vị|Năm trước (%)|Năm nay (%)|Tăng, giảm|Phần do số liệu của đơn vị|Hạng năm trước|Hạng năm nay",
        "Unit|Last year (%)|This year (%)|Change|By own values|Last rank|This rank",
    ),
    "word.improved": (
        "Tiến bộ nhất: {{% for u in previous.improved %}}{{{{ u.name }}}} ({{{{ u.change }}}}){{% if not "
        "loop.last %}}; {{% endif %}}"
        "{{% endfor %}}.",
        "Most improved: {{% for u in previous.improved %}}{{{{ u.name }}}} ({{{{ u.change }}}}){{% if not "
        "loop.last %}}; {{% endif %}}"
        "{{% endfor %}}.",
    ),
    "word.nobody_improved": (
        "Không đơn vị xếp hạng nào có chỉ số tăng.",
        "The index of no ranked unit rose.",
    ),
    "word.before_notes": ("Cần lưu ý khi so sánh:", "To know when comparing:"),
    "word.lost": ("6. Tiêu chí mất nhiều điểm nhất và đơn vị liên quan", "6. Where most points were lost, and by whom"),
    "word.lost_text": (
        "Theo “{{{{ s.title }}}}”, điểm của mọi đơn vị cộng lại:",
        "By {{{{ s.title }}}}, the points of all units together:",
    ),
    "word.lost_head": (
        "Mã|Tiêu chí|Điểm mất|Điểm có thể đạt|Số đơn vị|Đơn vị mất điểm nhiều nhất",
        "Code|Criterion|Lost|Of|Units|Units that lost most",
    ),
    "word.nothing_lost": ("Không đơn vị nào mất điểm.", "No unit lost points."),
    "word.dossiers": ("1. Giải quyết hồ sơ thủ tục hành chính", "1. Dossiers"),
    "word.dossiers_text": (
        "{{% if d.figures.received %}}Đã tiếp nhận {{{{ d.figures.received }}}} hồ sơ. {{% endif %}}"
        "{{% if d.figures.settled %}}Đã giải quyết {{{{ d.figures.settled }}}} hồ sơ"
        "{{% if d.figures.in_time and d.figures.late %}}, trong đó {{{{ d.figures.in_time }}}} hồ sơ trước và "
        "đúng hạn, "
        "{{{{ d.figures.late }}}} hồ sơ trễ hạn{{% endif %}}. {{% endif %}}"
        "{{% if d.figures.returned %}}Trả lại {{{{ d.figures.returned }}}} hồ sơ. {{% endif %}}"
        "{{% if d.figures.online %}}Nộp trực tuyến {{{{ d.figures.online }}}} hồ sơ"
        "{{% if d.figures.online_of_received %}} ({{{{ d.figures.online_of_received }}}}% số hồ sơ tiếp "
        "nhận){{% endif %}}. {{% endif %}}",
        "{{% if d.figures.received %}}{{{{ d.figures.received }}}} dossiers were received. {{% endif %}}"
        "{{% if d.figures.settled %}}{{{{ d.figures.settled }}}} were settled"
        "{{% if d.figures.in_time and d.figures.late %}}, {{{{ d.figures.in_time }}}} of them in time and {{{{ "
        "d.figures.late }}}} "
        "late{{% endif %}}. {{% endif %}}"
        "{{% if d.figures.returned %}}{{{{ d.figures.returned }}}} were returned. {{% endif %}}"
        "{{% if d.figures.online %}}{{{{ d.figures.online }}}} were handed in online"
        "{{% if d.figures.online_of_received %}} ({{{{ d.figures.online_of_received }}}}% of those received){{% "
        "endif %}}. {{% endif %}}",
    ),
    "word.rates_text": (
        "Tỷ lệ giải quyết trước và đúng hạn: "
        "{{% if d.figures.in_time_of_settled %}}{{{{ d.figures.in_time_of_settled }}}}% tính trên số hồ sơ đã "
        "giải quyết"
        "{{% endif %}}{{% if d.figures.in_time_of_settled and d.figures.in_time_of_received %}}; {{% endif %}}"
        "{{% if d.figures.in_time_of_received %}}{{{{ d.figures.in_time_of_received }}}}% tính trên số hồ sơ "
        "tiếp nhận{{% endif %}}."
        "{{% if d.figures.late_of_settled %}} Tỷ lệ trễ hạn: {{{{ d.figures.late_of_settled }}}}% số hồ sơ đã "
        "giải quyết.{{% endif %}}",
        "Settled in time: "
        "{{% if d.figures.in_time_of_settled %}}{{{{ d.figures.in_time_of_settled }}}}% of those settled"
        "{{% endif %}}{{% if d.figures.in_time_of_settled and d.figures.in_time_of_received %}}; {{% endif %}}"
        "{{% if d.figures.in_time_of_received %}}{{{{ d.figures.in_time_of_received }}}}% of those received{{% "
        "endif %}}."
        "{{% if d.figures.late_of_settled %}} Settled late: {{{{ d.figures.late_of_settled }}}}% of those "
        "settled.{{% endif %}}",
    ),
    "word.backlog_text": (
        "Hồ sơ tồn: {{{{ d.figures.in_process }}}} hồ sơ đang giải quyết"
        "{{% if d.figures.overdue %}}, trong đó {{{{ d.figures.overdue }}}} hồ sơ đã quá hạn{{% endif %}}.",
        "Backlog: {{{{ d.figures.in_process }}}} dossiers in process"
        "{{% if d.figures.overdue %}}, {{{{ d.figures.overdue }}}} of them overdue{{% endif %}}.",
    ),
    "word.dossiers_head": (
        "Đơn vị|Tiếp nhận|Đã giải quyết|Trước và đúng hạn|Trễ hạn|Đang giải quyết|% đúng hạn trên số đã giải quyết"
        "|% đúng hạn trên số tiếp nhận",
        "Unit|Received|Settled|In time|Late|In process|% in time of settled|% in time of received",
    ),
    "word.documents": ("2. Văn bản quy phạm pháp luật", "2. Legal documents"),
    "word.documents_text": (
        "Tính theo từng đơn vị: nhận {{{{ d.figures.drafts }}}} dự thảo, được đề nghị góp ý {{{{ "
        "d.figures.asked }}}} dự thảo; "
        "đã góp ý đối với {{{{ d.figures.commented }}}} dự thảo, trong đó {{{{ d.figures.commented_in_time }}}} "
        "dự thảo đúng hạn. "
        "Phải tự kiểm tra {{{{ d.figures.planned }}}} văn bản, đã tự kiểm tra {{{{ d.figures.self_checked }}}} "
        "văn bản; "
        "{{{{ d.figures.faulty }}}} văn bản có sai sót, đã xử lý {{{{ d.figures.corrected }}}} văn bản.",
        "Counted unit by unit: {{{{ d.figures.drafts }}}} drafts received, comments asked for on {{{{ "
        "d.figures.asked }}}} and given on "
        "{{{{ d.figures.commented }}}}, {{{{ d.figures.commented_in_time }}}} of them in time. {{{{ "
        "d.figures.planned }}}} documents were "
        "to be self-checked and {{{{ d.figures.self_checked }}}} were; {{{{ d.figures.faulty }}}} were found "
        "faulty, and "
        "{{{{ d.figures.corrected }}}} of them put right.",
    ),
    "word.surveys": ("3. Khảo sát, điều tra xã hội học", "3. Surveys"),
    "word.surveys_text": (
        "Có {{{{ d.respondents }}}} người trả lời"
        "{{% if d.sent %}} trên {{{{ d.sent }}}} phiếu phát ra của các đơn vị có phiếu thu về{{% endif %}}"
        "{{% if d.response_rate %}}, tỷ lệ {{{{ d.response_rate }}}}%{{% endif %}} ({{{{ d.files }}}}).",
        "{{{{ d.respondents }}}} respondents"
        "{{% if d.sent %}} of {{{{ d.sent }}}} forms sent for the units from which some came back{{% endif %}}"
        "{{% if d.response_rate %}}, {{{{ d.response_rate }}}}%{{% endif %}} ({{{{ d.files }}}}).",
    ),
    "word.answered_head": ("Đơn vị|Số người trả lời|Số phiếu phát ra|Tỷ lệ (%)", "Unit|Respondents|Sent|Rate (%)"),
    "word.intervals_text": (
        "Sai số của các tỷ lệ (khoảng tin cậy, mức tin cậy ghi ở cột cuối):",
        "How far the rates may be off (confidence intervals, with their level):",
    ),
    "word.intervals_head": (
        "Đơn vị|Số liệu|Giá trị (%)|Từ (%)|Đến (%)|Số người trả lời|Mức tin cậy (%)",
        "Unit|Figure|Value (%)|From (%)|To (%)|Respondents|Level (%)",
    ),
    "word.initiatives": ("4. Sáng kiến, khen thưởng", "4. Initiatives and commendations"),
    "word.initiatives_text": (
        "Có {{{{ d.figures.submitted }}}} sáng kiến dự thi, {{{{ d.figures.eligible }}}} sáng kiến đủ điều kiện, "
        "{{{{ d.figures.recognised }}}} sáng kiến được công nhận, trong đó {{{{ d.figures.awarded }}}} sáng "
        "kiến được trao giải.",
        "{{{{ d.figures.submitted }}}} initiatives were submitted, {{{{ d.figures.eligible }}}} were eligible, "
        "{{{{ d.figures.recognised }}}} recognised and {{{{ d.figures.awarded }}}} of these awarded.",
    ),
    "word.commendations_text": (
        "Khen thưởng {{{{ d.figures.collectives }}}} tập thể và {{{{ d.figures.individuals }}}} cá nhân.",
        "{{{{ d.figures.collectives }}}} collectives and {{{{ d.figures.individuals }}}} individuals were commended.",
    ),
    "word.other_figures": ("5. Số liệu khác", "5. Other figures"),
    "word.other_head": ("Số liệu|Toàn bộ các đơn vị", "Figure|All units"),
    "word.each_head": ("Đơn vị|Số liệu|Giá trị", "Unit|Figure|Value"),
    "word.other_text": (
        "{{% if d.purpose %}}{{{{ d.purpose }}}}{{% else %}}{{{{ d.builder }}}}{{% endif %}} ({{{{ d.files }}}}):",
        "{{% if d.purpose %}}{{{{ d.purpose }}}}{{% else %}}{{{{ d.builder }}}}{{% endif %}} ({{{{ d.files }}}}):",
    ),
    "word.counted_from": (
        "Nguồn: {{{{ d.files }}}}{{% if d.parameters %}} ({{{{ d.parameters }}}}){{% endif %}}, "
        "{{{{ d.rows_counted }}}} dòng; {{{{ d.units }}}} đơn vị"
        "{{% if d.feeds %}}; dùng để chấm tiêu chí {{{{ d.feeds }}}}{{% endif %}}.",
        "Source: {{{{ d.files }}}}{{% if d.parameters %}} ({{{{ d.parameters }}}}){{% endif %}}, "
        "{{{{ d.rows_counted }}}} rows; {{{{ d.units }}}} units"
        "{{% if d.feeds %}}; criteria {{{{ d.feeds }}}} are scored by it{{% endif %}}.",
    ),
    "word.none_given": ("Không có số liệu nào được cung cấp.", "No figures were given."),
    "word.adjusted": ("1. Điều chỉnh của Hội đồng thẩm định", "1. What the council changed"),
    "word.adjusted_head": ("Đơn vị|Tiêu chí|Điều chỉnh|Lý do|Người quyết định", "Unit|Criterion|Change|Reason|By"),
    "word.adjusted_none": ("Không ghi nhận điều chỉnh nào.", "No change is recorded."),
    "word.objected": ("2. Giải trình, kiến nghị của đơn vị", "2. Explanations and objections"),
    "word.objected_text": (
        "Có {{{{ objected }}}} giải trình, kiến nghị; {{{{ objected_open }}}} chưa được trả lời.",
        "Explanations and objections: {{{{ objected }}}}, of which open: {{{{ objected_open }}}}.",
    ),
    "word.objected_head": (
        "Số|Đơn vị|Tiêu chí|Nội dung|Trả lời|Kết quả",
        "No.|Unit|Criterion|What is said|Answer|Outcome",
    ),
    "word.objected_none": ("Không ghi nhận giải trình, kiến nghị nào.", "None is recorded."),
    "word.blank": (
        "........................................................................................................",
        "........................................................................................................",
    ),
    "word.proposals": ("Kiến nghị, đề xuất", "Proposals"),
    "word.fields_head": ("Trường|Ý nghĩa", "Field|What it holds"),
    "word.template_made": ("Đã ghi mẫu: {path}", "The template was written: {path}"),
}

MESSAGES: Final = {
    "report.template_kind": (
        (
            "mẫu không phải là tệp Word .docx đọc được ({fault})",
            "không điền số liệu vào được",
            "Lưu mẫu dạng .docx, không đặt mật khẩu.",
        ),
        (
            "the template is no readable Word file .docx ({fault})",
            "so nothing can be filled in",
            "Save it as .docx, without a password.",
        ),
    ),
    "report.template_large": (
        (
            "mẫu quá lớn ({found}, nhiều nhất {most})",
            "một mẫu báo cáo không cần lớn như vậy",
            "Bỏ ảnh và phần thừa khỏi mẫu.",
        ),
        (
            "the template is too large ({found}, at most {most})",
            "no report needs one of that size",
            "Take out pictures and what else is not needed.",
        ),
    ),
    "report.template_syntax": (
        (
            "mẫu viết sai: {fault}",
            "nên không biết phải điền gì",
            "Sửa chỗ trong ngoặc {{{{ }}}} hoặc {{% %}}; cchc-index report --make-template ghi ra mẫu đúng để "
            "đối chiếu.",
        ),
        (
            "the template is written wrongly: {fault}",
            "so nobody knows what to fill in",
            "Correct what stands in {{{{ }}}} or {{% %}}; cchc-index report --make-template writes one that is right.",
        ),
    ),
    "report.template_field": (
        (
            "mẫu dùng trường '{name}'",
            "không có trường nào tên như vậy",
            "{hint}Sửa tên trường; cchc-index report --fields liệt kê mọi trường.",
        ),
        (
            "the template names the field '{name}'",
            "and there is none of that name",
            "{hint}Correct it; cchc-index report --fields lists all fields.",
        ),
    ),
    "report.template_list": (
        (
            "mẫu dùng '{name}' như một giá trị",
            "trong khi đó là một danh sách hay một nhóm trường",
            "Đi qua danh sách bằng {{% for x in {name} %}}, hoặc ghi một trường bên trong.",
        ),
        (
            "the template takes '{name}' for a value",
            "while it is a list or a group of fields",
            "Go through a list by {{% for x in {name} %}}, or name a field inside.",
        ),
    ),
    "report.template_acts": (
        (
            "mẫu dùng '{name}'",
            "mẫu chỉ được ghi trường, đi qua danh sách (for) và hỏi có hay không (if)",
            "Bỏ chỗ này; cchc-index report --fields liệt kê mọi trường.",
        ),
        (
            "the template uses '{name}'",
            "while it may only name fields, go through lists (for) and ask whether something is there (if)",
            "Take it out; cchc-index report --fields lists all fields.",
        ),
    ),
    "report.template_filling": (
        (
            "không điền được vào mẫu: {fault}",
            "",
            "Sửa mẫu; cchc-index report --make-template ghi ra mẫu đúng để đối chiếu.",
        ),
        (
            "the template cannot be filled: {fault}",
            "",
            "Correct it; cchc-index report --make-template writes one that is right.",
        ),
    ),
    "report.template_empty": (
        (
            "mẫu không có trường nào",
            "nên mọi báo cáo lập từ mẫu đều như nhau, không có số liệu",
            "Ghi trường vào mẫu, ví dụ {{{{ title }}}}; cchc-index report --fields liệt kê mọi trường.",
        ),
        (
            "the template names no field",
            "so that every report made from it would be the same, without figures",
            "Write fields into it, such as {{{{ title }}}}; cchc-index report --fields lists all of them.",
        ),
    ),
    "report.ending": (
        ("tệp '{path}' không có đuôi .docx", "báo cáo là một tệp Word", "Đặt tên tệp có đuôi .docx."),
        ("the file '{path}' does not end in .docx", "and the report is a Word file", "Give it a name that does."),
    ),
    "report.no_output": (
        ("chưa nói ghi báo cáo vào đâu", "báo cáo là một tệp Word", "Thêm -o bao-cao.docx."),
        ("nobody said where to write the report", "which is a Word file", "Add -o review.docx."),
    ),
    "report.no_path": (
        ("chưa nói báo cáo về đợt đánh giá nào", "", "Ghi thư mục của đợt: cchc-index report THƯ_MỤC -o bao-cao.docx."),
        ("nobody said which cycle to report on", "", "Name its folder: cchc-index report FOLDER -o review.docx."),
    ),
}
