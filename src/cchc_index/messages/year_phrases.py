"""Words and sentences about years side by side: Vietnamese, English."""

from __future__ import annotations

from typing import Final

YEARS: Final = {
    "years.heading": ("So sánh: {before} (trước), {after} (sau)", "Comparison: {before} (before), {after} (after)"),
    "years.before": ("Năm trước", "Before"),
    "years.after": ("Năm sau", "After"),
    "years.index": ("Chỉ số (%): thay đổi và nguyên nhân", "Index (%): change, and what it came from"),
    "years.rank": (
        "Thứ hạng: lên (+) hay xuống (-) bao nhiêu bậc, và nguyên nhân",
        "Rank: places up (+) or down (-), and what they came from",
    ),
    "years.columns": (
        "Đơn vị|Trước|Sau|Thay đổi|Số liệu|Quy định|Đơn vị khác|Đơn vị vào, ra|Không tách được",
        "Unit|Before|After|Change|Values|Rules|Others|Membership|Not separable",
    ),
    "years.path": (
        "Cách tách: kết quả trước; chỉ còn các đơn vị tiếp tục (đơn vị vào, ra); chỉ các tiêu chí có ở cả hai năm "
        "(không tách được); số liệu cũ theo quy định mới (quy định); số liệu mới của đơn vị (số liệu); "
        "số liệu mới của mọi đơn vị (đơn vị khác); mọi tiêu chí của năm sau (không tách được); "
        "kết quả sau (đơn vị vào, ra). Các phần cộng lại đúng bằng thay đổi.",
        "The way: the earlier result; the units that continue (membership); the criteria that both years have (not "
        "separable); the earlier values by the later rules (rules); the unit's later values (values); those of all "
        "units (others); all criteria of the later year (not separable); the later result (membership). The parts "
        "add up to the change exactly.",
    ),
    "years.bands": ("Đổi xếp loại", "Changes of class"),
    "years.band": ("{unit}: {path}", "{unit}: {path}"),
    "years.band_step": (" → {band} ({cause})", " → {band} ({cause})"),
    "years.cause_values": ("do số liệu", "by its values"),
    "years.cause_rules": ("do quy định", "by the rules"),
    "years.cause_others": ("do đơn vị khác", "through other units"),
    "years.cause_membership": ("do đơn vị vào, ra", "by membership"),
    "years.cause_unseparated": (
        "không tách được quy định và số liệu",
        "rules and values cannot be told apart",
    ),
    "years.unlike": ("Sáp nhập, chia tách", "Mergers and splits"),
    "years.merged_kind": ("sáp nhập", "merged"),
    "years.renamed_kind": ("đổi tên", "renamed"),
    "years.split_kind": ("chia tách", "split"),
    "years.same_kind": ("giữ mã cũ", "kept its identifier"),
    "years.now": (
        "{unit}: chỉ số {index} %, hạng {rank}, xếp loại {band}",
        "{unit}: index {index} %, rank {rank}, class {band}",
    ),
    "years.was": (
        "từ {unit} ({kind}{decision}): chỉ số {index} %, hạng {rank}, xếp loại {band}; chênh lệch {difference}",
        "from {unit} ({kind}{decision}): index {index} %, rank {rank}, class {band}; difference {difference}",
    ),
    "years.mean": (
        "trung bình theo tỷ lệ trong succession.csv: {index} %; thay đổi {change}",
        "mean by the shares of succession.csv: {index} %; change {change}",
    ),
    "years.by": (", {decision}", ", {decision}"),
    "years.improved": ("Tiến bộ nhất", "Most improved"),
    "years.rise": ("{unit}: +{change} ({before} → {after})", "{unit}: +{change} ({before} → {after})"),
    "years.nobody": ("không đơn vị nào tăng chỉ số", "no unit's index rose"),
    "years.new": ("Đơn vị mới: {units}.", "New units: {units}."),
    "years.gone": ("Không còn: {units}.", "Gone: {units}."),
    "years.gone_abolished": ("{unit} (giải thể, {decision})", "{unit} (abolished, {decision})"),
    "years.gone_elsewhere": (
        "{unit} (thành {successors}, {decision}; không có trong năm sau)",
        "{unit} (became {successors}, {decision}; not in the later year)",
    ),
    "years.gone_unknown": (
        "{unit} (succession.csv không nói vì sao)",
        "{unit} (succession.csv does not say why)",
    ),
    "years.apart": ("{unit}: {why}", "{unit}: {why}"),
    "years.notes": ("Cần biết", "To know"),
    "years.remark_data": (
        "Số liệu khác loại: năm trước {before}, năm sau {after} (real: thật; synthetic: giả lập).",
        "The data are of two kinds: {before} before, {after} after.",
    ),
    "years.remark_stages": (
        "Hai kết quả ở hai giai đoạn: {before} và {after}.",
        "The results are of two stages: {before} and {after}.",
    ),
    "years.remark_read_back": (
        "Một kết quả được đọc từ tệp, không có số liệu báo cáo: không tách được quy định và số liệu. "
        "Muốn tách, so sánh hai thư mục của hai đợt.",
        "A result was read from a file, which has no reported values: rules and values cannot be told apart. "
        "Compare the cycles' folders for that.",
    ),
    "years.remark_code": (
        "Tiêu chí {code} của {criteria}: trước {before}, sau {after}, nên không coi là một tiêu chí. "
        "Nếu vẫn là một, ghi là thay đổi (changed) trong mapping.csv.",
        "Criterion {code} of {criteria}: {before} before, {after} after, so it is not taken for one criterion. "
        "If it is one, write changed into mapping.csv.",
    ),
    "years.remark_other_sets": (
        "năm trước ({unit}) chấm theo {before}, năm sau theo {after}, mapping.csv không nối hai bộ này",
        "scored by {before} before ({unit}) and by {after} after, which mapping.csv does not connect",
    ),
    "years.remark_succession_unused": (
        "Bảng kế tục đơn vị có dòng về đơn vị cũ không có ở năm trước: {rows}. Kiểm tra mã đơn vị.",
        "Rows of the table of succession are about former units that the earlier year has not: {rows}. Check the "
        "identifiers.",
    ),
    "years.remark_mapping_unused": (
        "mapping.csv có dòng về các bộ không có ở đây: {sets}.",
        "mapping.csv has rows about sets that are not here: {sets}.",
    ),
    "years.remark_order": (
        "{before} đứng trước {after}: có phải hai năm bị đổi chỗ?",
        "{before} stands before {after}: are the two years in the wrong order?",
    ),
    "years.remark_lacking": (
        "Danh sách đơn vị của năm trước không có cột {columns} mà {criteria} cần: không chấm lại được số liệu cũ.",
        "The earlier register has no column {columns}, which {criteria} reads: "
        "the earlier values cannot be scored by it.",
    ),
    "diff.equal": ("Hai bộ tiêu chí giống nhau.", "The two sets say the same."),
    "diff.heading": ("{before} và {after}: {count} điểm khác", "{before} and {after}: {count} differences"),
    "diff.set": ("Cả bộ", "The set"),
    "diff.added": ("thêm mới, tối đa {most} điểm", "added, at most {most} points"),
    "diff.dropped": ("bỏ, trước tối đa {most} điểm", "dropped, at most {most} points before"),
    "diff.changed": ("{what}: {before} → {after}", "{what}: {before} → {after}"),
    "diff.nothing": ("không", "none"),
    "diff.top": ("cấp cao nhất", "the top level"),
    "diff.scored": ("cách chấm: {rule}", "scored so: {rule}"),
    "diff.key_renumbered": ("đổi mã", "renumbered"),
    "diff.key_moved": ("chuyển sang mục khác", "moved, from"),
    "diff.key_order": ("thứ tự tiêu chí", "order of the criteria"),
    "diff.key_id": ("mã bộ", "identifier"),
    "diff.key_edition": ("năm ban hành", "edition"),
    "diff.key_title": ("tên", "title"),
    "diff.key_source": ("nguồn", "source"),
    "diff.key_rounding": ("làm tròn", "rounding"),
    "diff.key_rank": ("xếp hạng", "ranking"),
    "diff.key_missing": ("khi thiếu số liệu", "where values are missing"),
    "diff.key_not_applicable_words": ("từ ghi khi không áp dụng", "words for not applicable"),
    "diff.key_classify": ("xếp loại", "classes"),
    "diff.key_extras": ("điểm thưởng, điểm trừ", "bonus and penalty"),
    "diff.key_optional": ("mục có thể bỏ", "optional blocks"),
    "diff.key_max_points": ("điểm tối đa", "maximum points"),
    "diff.key_area": ("lĩnh vực", "area"),
    "diff.key_rule": ("cách chấm", "rule"),
    "diff.key_method": ("cách đánh giá", "method"),
    "diff.key_not_applicable": ("không áp dụng", "not applicable"),
    "diff.key_not_applicable_parts": ("khi tiêu chí con không áp dụng", "where parts do not apply"),
    "diff.key_parts_points": ("tổng điểm các tiêu chí con", "points of the parts"),
    "diff.key_free_points": ("điểm nhập tự do", "free points"),
    "diff.key_small_rates": ("tỷ lệ nhỏ hơn 1 %", "small rates"),
    "diff.key_reference": ("căn cứ", "reference"),
    "diff.key_note": ("ghi chú", "note"),
    "diff.key_combine": ("cách gộp tiêu chí con", "how parts are combined"),
    "diff.key_requires": ("điều kiện", "requirements"),
    "diff.key_otherwise": ("khi không đạt điều kiện", "where a requirement fails"),
    "diff.band": ("{label} từ {cut_off}", "{label} from {cut_off}"),
    "diff.band_above": ("{label} trên {cut_off}", "{label} above {cut_off}"),
    "diff.band_last": ("{label} còn lại", "{label} below"),
    "diff.band_needs": ("có điều kiện {needs}", "with needs {needs}"),
    "diff.rounding": (
        "điểm {points} chữ số, chỉ số {index} chữ số, {mode}",
        "points to {points} decimals, the index to {index}, {mode}",
    ),
    "diff.source": ("{status}{decision}", "{status}{decision}"),
    "diff.rank_index": ("theo chỉ số", "by the index"),
    "diff.rank_points": ("theo điểm", "by points"),
    "diff.compare_published": ("so số đã làm tròn", "printed figures are compared"),
    "diff.compare_exact": ("so số trước khi làm tròn", "figures before rounding are compared"),
    "diff.ties_shared": ("bằng nhau thì cùng hạng (1, 2, 2, 4)", "equals share a rank (1, 2, 2, 4)"),
    "diff.ties_dense": ("bằng nhau thì cùng hạng (1, 2, 2, 3)", "equals share a rank (1, 2, 2, 3)"),
    "diff.then": ("rồi xét điểm {codes}", "then points of {codes} decide"),
    "diff.within": ("trong cùng {columns}", "among those alike in {columns}"),
    "diff.missing_refuse": ("không nhận", "refused"),
    "diff.missing_incomplete": ("chưa đủ, không xếp hạng", "incomplete, without rank"),
    "diff.applies_allowed": ("đơn vị được ghi", "units may say so"),
    "diff.applies_when": ("khi {when}", "where {when}"),
    "diff.method_appraised": ("thẩm định", "appraised"),
    "diff.method_survey": ("khảo sát", "survey"),
    "diff.method_outside": ("số liệu bên ngoài", "from outside"),
    "diff.method_default": ("theo cách chấm", "as the rule says"),
    "diff.yes": ("có", "yes"),
}
