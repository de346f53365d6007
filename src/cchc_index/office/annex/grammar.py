"""The sentences in which annexes write their scoring, as data: what a clause may say, and which clauses make a rule.

A pattern is matched by a whole clause or not at all:

- ``{name}`` is a number, ``{name%}`` one in per cent, ``{name!}`` one that may be negative, ``{name#}`` a code;
- ``~`` is words that only name what is counted: none of `STRICT` may be among them, and no digit; ``{name~}`` is words
  that are kept, without those of `CASE`; ``{name*}`` is anything, which is read on its own;
- ``<name>`` is a piece of `PIECES`, ``[...]`` may be left out, ``(a|b)`` is either; brackets without a bar are
  brackets.
"""

from __future__ import annotations

from typing import Final

#: Words that change what a sentence says, so that they can be no mere name of what is counted.
STRICT: Final = (
    *(
        "không",
        "chưa",
        "trừ",
        "mỗi",
        "tối đa",
        "tối thiểu",
        "nếu",
        "hoặc",
        "ngoài",
        "riêng",
        "dưới",
        "trên",
        "từ",
        "đến",
    ),
    *(
        "trước",
        "sau",
        "quá",
        "vượt",
        "chậm",
        "trễ",
        "muộn",
        "sớm",
        "hơn",
        "điểm",
        "nhưng",
        "thì",
        "trở lên",
        "trở xuống",
    ),
    *("còn", "ít nhất", "nhiều nhất", "chỉ", "cộng", "bằng", "so với", "bình quân", "năm trước", "tăng", "giảm"),
    *("một phần", "tương ứng", "một nửa", "cao nhất", "thấp nhất", "trường hợp", "khi", "lần lượt", "tối đa là", "mức"),
    *("và có", "và được", "và phải", "đồng thời", "kèm", "liên tục", "điều kiện", "ngoại lệ", "miễn", "bao gồm"),
    *("nghịch", "ngược", "hai", "ba", "liền", "liên tiếp", "và đúng", "và đầy đủ"),
    *("ngày", "tháng", "quý", "giờ", "tuần", "đồng", "triệu", "nghìn", "tỷ đồng", "trong đó", "gồm", "tính", "chấm"),
)
#: Words that leave something to whoever scores, wherever they stand.
OPEN: Final = (
    "tùy",
    "tuỳ",
    "mức độ",
    "xem xét",
    "khoảng",
    "gần",
    "đối với",
    "nhân",
    "chia",
    "nếu",
    "trừ",
    "tối đa",
    "so với",
)
#: Fewer words are barred where what is counted is itself late, lacking or wrong.
CASE: Final = (
    *("trừ", "mỗi", "tối đa", "tối thiểu", "nếu", "ngoài", "riêng", "dưới", "trên", "từ", "đến", "điểm"),
    *("nhưng", "thì", "trở lên", "trở xuống", "còn", "ít nhất", "chỉ", "cộng", "so với", "tương ứng", "trước"),
    *("cao nhất", "thấp nhất", "sau đó", "kể cả", "lần đầu", "thứ"),
)

PIECES: Final = {
    "is": "(:|=|-|→|thì được|thì đạt|thì chấm|thì tính|thì điểm đánh giá là|thì điểm là|được tính|được chấm|được|đạt|"
    "cho|chấm|tính|là|thì|: đạt|: được|: chấm|)",
    "pts": "{points} [điểm|đ]",
    "zero": "(0 [điểm|đ]|không [có|được|tính|cho|chấm] điểm)",
    "given": "([số] điểm tối đa|trọn điểm|đủ điểm|{given} [điểm|đ]|không áp dụng|không đánh giá|không chấm)",
    "most": "({most}|[số] điểm tối đa|[số] điểm chuẩn)",
    "says": "[điểm] [số điểm] [được] [tính] [đạt được] [theo công thức] [:|=|là]",
    "rate": "(tỷ lệ [%] [~]|b/a|[(] b/a [)]|[(] số ~ / tổng số ~ [)]|[(] ~ / tổng số ~ [)])",
    "percents": "({from%} trở lên|[đạt] [tỷ lệ] (từ|≥) {from%} [trở lên]|[từ] {from}[%] (đến|-) (dưới|<) {below%}"
    "|[từ] {from}[%] (đến|-) {to%}|(trên|>) {above%}|(trên|>) {above}[%] (đến|-) {to%}"
    "|(trên|>) {above}[%] (đến|-) (dưới|<) {below%}|(dưới|<) {below%}|(≤|đến|không quá|không vượt quá) {to%}"
    "|từ {to%} trở xuống)",
    "within": "({from}[%] ≤ ~ < {below%}|{above}[%] < ~ ≤ {to%}|{from}[%] ≤ ~ ≤ {to%}|{above}[%] < ~ < {below%})",
    "numbers": "((từ|≥) {from}|từ {from} (đến|-) (dưới|<) {below}|từ {from} (đến|-) {to}|(trên|>) {above}"
    "|(trên|>) {above} (đến|-) {to}|(trên|>) {above} (đến|-) (dưới|<) {below}|(dưới|<) {below}|(≤|đến|không quá) {to})",
    "bare": "(từ {from!}|từ {from!} đến {to!}|từ {from!} dưới {below!}|trên {above!}|trên {above!} đến {to!}"
    "|trên {above!} dưới {below!}|đến {to!}|dưới {below!})",
    "late": "(chậm|trễ|quá hạn|trễ hạn|chậm so với quy định|muộn)",
    "due": "(đúng hạn|đúng thời hạn|đúng thời gian quy định|đúng tiến độ|kịp thời|không chậm)",
    "value": "(giá trị|[giá trị] [của] đơn vị)",
    "among": "(trong nhóm|cùng nhóm|của nhóm|trong cùng nhóm|của các đơn vị cùng nhóm|của tất cả [các] đơn vị|"
    "trong tất cả [các] đơn vị)",
}

#: (what a clause says, its patterns). The rules that clauses make are `RULES`.
CLAUSES: Final = (
    ("ignored", ("cách (chấm|tính) [điểm]", "[cách chấm] [cụ thể] [như sau]", "thang điểm", "điểm đánh giá")),
    (
        "defined",
        (
            "tính tỷ lệ [%] [giữa] {counted~} (so với|trên) {all~}",
            "[trong đó] [:] {letter~} (là|:) [tổng] số ~",
        ),
    ),
    (
        "step.rate",
        (
            "[~] <percents> [~] [trở lên] <is> <pts>",
            "[~] <within> <is> <pts>",
            "<within> [~] <is> <pts>",
        ),
    ),
    ("step.whole", ("[~] [đạt] {whole%} [~] <is> <pts>",)),
    ("step.number", ("[~] [có] <numbers> {noun~} [trở lên] <is> <pts>", "[~] [có] {from} {noun~} trở lên <is> <pts>")),
    ("step.exact", ("[~] [có] {equal} {noun~} <is> <pts>",)),
    (
        "step.days",
        (
            "[~] [<late>] <numbers> ngày [làm việc] [trở lên] <is> <pts>",
            "<late> {from} ngày [làm việc] trở lên <is> <pts>",
        ),
    ),
    ("step.due", ("[~] <due> [~] <is> <pts>",)),
    ("step.bare", ("<bare> : {points}",)),
    ("on.rate", ("tỷ lệ (%) : <bare> : {points}", "tỷ lệ [(] % [)] : <bare> : {points}")),
    ("on.number", ("số : <bare> : {points}",)),
    ("on.days", ("số ngày : <bare> : {points}",)),
    (
        "rest",
        (
            "(ngoài các mức|còn lại|trường hợp còn lại|các trường hợp còn lại|các trường hợp khác|ngược "
            "lại) <is> 0 [điểm|đ]",
        ),
    ),
    (
        "none_arose",
        (
            "[trường hợp] [nếu] [trong năm] không phát sinh [~] (:|=|thì|được|cho|tính|thì được|thì cho|: "
            "cho|: được|) <given>",
        ),
    ),
    ("no", ("(không|không có|không đạt|không thực hiện) <is> 0 [điểm|đ]",)),
    ("no.same", ("(không|chưa) {denied~} <is> 0 [điểm|đ]",)),
    (
        "floor",
        ("(nếu|khi|trường hợp|) [tỷ lệ] [~|b/a|(b/a)] (dưới|<) {floor%} [~] (thì|:|) [điểm đánh giá là] <is> <zero>",),
    ),
    ("floor.down", ("[đạt] từ {start%} trở lên mới (tính|chấm) điểm",)),
    (
        "formula",
        (
            "<says> <rate> × <most> [điểm]",
            "<says> <rate> × <most> / {hundred}",
            "<says> <most> × <rate> [/ {hundred%}|× 100%]",
            "<says> [(] <rate> × <most> [)] / {hundred%}",
            "<says> (tỷ lệ|[(] tỷ lệ) [~] / {hundred%} [)] × <most>",
            "(tính|chấm) [điểm] theo tỷ lệ [%] [~]",
            "(tính|chấm) [điểm] theo tỷ lệ [%] [~] × <most>",
        ),
    ),
    ("formula.told", ("{most} × tỷ lệ / {hundred%} , tối đa {again}",)),
    (
        "formula.below",
        (
            "[~] từ {start%} (đến|-) dưới {full_at%} [~] thì điểm [đánh giá] [được] [tính] [theo công thức] [:|=|là] "
            "(tỷ lệ [%]|b/a) [~] × <most> [/ {hundred%}]",
            "[~] (dưới|<) {full_at%} (thì|:|thì :|) [điểm =] (tỷ lệ|b/a) [~] × <most>",
            "[~] (dưới|<) {full_at%} (thì|:|thì :|) [được] (tính|chấm) [điểm] theo tỷ lệ [~]",
            "[~] (dưới|<) {full_at%} (thì|:|thì :|) [điểm =] [(] tỷ lệ [~] × <most> [)] / {hundred%}",
        ),
    ),
    ("cap", ("(vượt|trên|>) 100% (tính|được tính|thì tính) (là|bằng|như|) 100%",)),
    (
        "each",
        (
            "[cứ] (mỗi|có 1|1) {case~} (:|=|được|cộng|được cộng|tính|được tính|cho|) {each} (điểm|đ) [, "
            "[nhưng] (tối đa|không quá) [là] {most} [điểm|đ]]",
            "[cứ] mỗi {case~} (:|=|được|cộng|được cộng|tính|được tính|cho|) {each} [điểm|đ] , (tối "
            "đa|không quá) {most} [điểm|đ]",
            "{each} (điểm|đ) (/|cho mỗi|với mỗi|mỗi) {case~} [, [nhưng] (tối đa|không quá) [là] {most} [điểm|đ]]",
        ),
    ),
    ("each.cap", ("[tổng điểm] [nhưng] (tối đa|không quá) [là] {most} (điểm|đ)",)),
    (
        "off",
        (
            "[cứ] (mỗi|có 1|1) {case~} [thì] [bị] trừ {each} [điểm|đ]",
            "trừ {each} [điểm|đ] (/|cho mỗi|với mỗi|trên mỗi|đối với mỗi) {case~}",
            "{case~} (:|thì|) [bị] trừ {each} [điểm|đ] / {per~}",
            "[cứ] (mỗi|có 1|1) {case~} [thì] [bị] trừ {each} [điểm|đ] ([(]|,) [nhưng] (trừ không quá|trừ "
            "tối đa|tối đa trừ|không quá|tối đa) {limit} [điểm|đ] [)]",
        ),
    ),
    ("off.limit", ("[(] [nhưng] (trừ không quá|trừ tối đa|tối đa trừ|tổng điểm trừ không quá) {limit} [điểm|đ] [)]",)),
    (
        "off.down",
        (
            "(không dưới|không thấp hơn|trừ đến|đến) {down} [điểm|đ]",
            "(trừ đến|trừ cho đến khi) hết {all~}",
            "trừ đến hết",
        ),
    ),
    ("start", ("{points} điểm",)),
    (
        "label",
        (
            "[xếp] loại {label~} <is> <pts>",
            "[kết quả] [được] xếp loại {label~} <is> <pts>",
            "mức độ {label~} <is> <pts>",
        ),
    ),
    ("label.gone", ("[xếp loại|loại] {label~} : không (áp dụng|đánh giá|chấm)",)),
    ("good", ("{good~} <is> <pts>",)),
    ("good.rate", ("[~] {good~} 100% <is> <pts>", "[~] 100% {good~} <is> <pts>")),
    (
        "relative.up",
        (
            "[điểm] [=] [(] <value> / [giá trị] [của đơn vị] cao nhất <among> [)] × <most>",
            "<most> × <value> / cao nhất <among>",
            "đơn vị cao nhất <among> [được|đạt] điểm tối đa , các đơn vị khác (tính|chấm) theo tỷ lệ so "
            "với [đơn vị] cao nhất",
        ),
    ),
    (
        "relative.down",
        (
            "[điểm] [=] [(] [giá trị] thấp nhất <among> / <value> [)] × <most>",
            "<most> × thấp nhất <among> / <value>",
        ),
    ),
    ("relative.zero", ("cao nhất là 0 : <given>",)),
    ("min_max.up", ("[chấm] từ {low} [điểm] (giá trị thấp nhất <among>) đến {high} [điểm] (giá trị cao nhất)",)),
    ("min_max.down", ("[chấm] từ {low} [điểm] (giá trị cao nhất <among>) đến {high} [điểm] (giá trị thấp nhất)",)),
    ("min_max.same", ("mọi giá trị bằng nhau : <given>",)),
    (
        "convert",
        (
            "[điểm] [=] (chỉ số|điểm|kết quả) ~ × {most} / {scale}",
            "[điểm] [=] (chỉ số|điểm|kết quả) ~ / {scale} × <most>",
            "[điểm] [=] {most} × (chỉ số|điểm|kết quả) ~ / {scale}",
            "[điểm] [=] (chỉ số|điểm|kết quả) ~ × {share%}",
            "quy đổi từ thang [điểm] {scale} [điểm] [sang thang [điểm] {most} [điểm]]",
        ),
    ),
    (
        "line.from",
        (
            "{start} + {climb} × giá trị / {best!}",
            "{start} + {climb} × (giá trị - {worst!}) / ({best!} - {worst_again!})",
        ),
    ),
    (
        "line.said",
        (
            "[chấm] (theo đường thẳng|tuyến tính) : {worst!} [%|ngày|~] [được] {least} [điểm|đ] , {best!} "
            "[%|ngày|~] [được] <most> [điểm|đ]",
            "[chấm] theo (thang|đường) logarit : {log_worst} [%|~] [được] {least} [điểm|đ] , {best} [%|~] "
            "[được] <most> [điểm|đ]",
        ),
    ),
    (
        "line.log",
        (
            "{most} × (ln giá trị - ln {worst}) / (ln {best} - ln {worst_again})",
            "{start} + {climb} × (ln giá trị - ln {worst}) / (ln {best} - ln {worst_again})",
        ),
    ),
    ("line.ends", ("từ {best!} trở đi : {most} , đến {worst!} : {least}",)),
    (
        "base_plus",
        (
            "điểm nền {base} [điểm] , cộng theo tỷ lệ từ {from}[%] đến {scale}[%] , tối đa {most} [điểm]",
            "{base} + ({most} - {base_again}) × giá trị / {scale} , tối đa {cap}",
            "{base} + ({most} - {base_again}) × (giá trị - {from}) / ({scale} - {from_again}) , tối đa {cap}",
        ),
    ),
    (
        "base_steps",
        (
            "{base} điểm khi đạt {floor}[%] , thêm {each} [điểm] cho mỗi {per}[%] trên mức đó , tối đa {most} [điểm]",
            "đạt {floor}[%] được {base} điểm , (cứ|) (tăng|thêm) [thêm] [mỗi] {per}[%] (được "
            "cộng|được|cộng) [thêm] {each} điểm , tối đa {most} [điểm]",
        ),
    ),
    ("base_steps.below", ("dưới {floor}[%] : {left} [điểm]",)),
    ("factor", ("mức yêu cầu theo '{by~}' : {name~} : {share%}", "{name~} : {share%}")),
    ("mean", ("điểm trung bình của các trường hợp ({list*})", "bình quân điểm các (hồ sơ|trường hợp) ({list*})")),
    (
        "survey",
        ("{most} × mức trung bình của các câu trả lời ({list*})", "bình quân các câu trả lời ({list*}) × <most>"),
    ),
    ("survey.out", ("không tính : {list*}",)),
    (
        "awarded",
        (
            "chấm từ 0 đến {most} điểm",
            "[do] hội đồng [thẩm định] (chấm|cho điểm|quyết định) [trực tiếp]",
            "chấm theo thẩm định của hội đồng [thẩm định]",
        ),
    ),
    ("awarded.steps", ("theo bội số của {by}", "điểm lẻ đến {by} [điểm]")),
    ("unscored", ("chỉ báo cáo , không chấm điểm", "không chấm điểm", "chỉ (báo cáo|thống kê|theo dõi)")),
    ("best_of", ("(tính theo|lấy) cách cho điểm cao nhất : {list*}", "(tính theo|lấy) cách có lợi nhất : {list*}")),
    ("choose", ("theo '{by~}' của đơn vị : {list*}",)),
    (
        "improvement",
        (
            "mức tăng so với năm trước [(của chỉ số {of_index*}|của điểm {of_points*})] : <bare> : {points}",
            "mức tăng so với năm trước [(của chỉ số {of_index*}|của điểm {of_points*})] (% của năm trước) "
            ": <bare> : {points}",
        ),
    ),
    ("improvement.none", ("không có số năm trước : <given>",)),
    (
        "requires",
        (
            "(chỉ chấm|chỉ được chấm|chỉ tính điểm) (khi|nếu) [tiêu chí] {code#} đạt (từ|ít nhất) {least} "
            "điểm [trở lên]",
        ),
    ),
    (
        "combine.minimum",
        (
            "[lấy] [điểm] [theo] (thành phần|tiêu chí thành phần) (thấp nhất|yếu nhất)",
            "lấy điểm thấp nhất của các [tiêu chí] thành phần",
        ),
    ),
    ("combine.geometric", ("trung bình nhân [của] các [tiêu chí] thành phần",)),
    ("combine.harmonic", ("trung bình điều hòa [của] các [tiêu chí] thành phần",)),
    ("combine.best", ("lấy {best} (thành phần|tiêu chí thành phần) cao nhất",)),
    ("combine.drop_lowest", ("bỏ {drop} (thành phần|tiêu chí thành phần) thấp nhất",)),
    ("allowed", ("[đơn vị] được ghi không áp dụng", "cho phép [ghi] không áp dụng")),
)

#: Labels of answers that stand for nothing but themselves.
LABELS: Final = ("A", "B", "C", "D", "E", "xuất sắc", "tốt", "khá", "trung bình", "yếu", "kém", "cao", "thấp")
#: Words of which one at least says that nothing was late, lacking or wrong: such a clause gives the whole maximum.
FAULTLESS: Final = ("đúng", "đủ", "đầy đủ", "kịp thời", "không có", "không để", "không", "tốt")

#: Words that ask for more than the thing itself, so that who has the thing may still lack them.
QUALIFYING: Final = (
    *(
        "đúng",
        "đủ",
        "đầy",
        "kịp",
        "trong",
        "trước",
        "sau",
        "theo",
        "hạn",
        "tốt",
        "tất",
        "toàn",
        "cả",
        "hiệu quả",
        "và",
        "các",
    ),
    *(
        "được",
        "chất lượng",
        "thường xuyên",
        "định kỳ",
        "ít nhất",
        "từ",
        "mới",
        "cụ thể",
        "phù hợp",
        "với",
        "bảo đảm",
        "đảm bảo",
    ),
    *("mức", "cao", "hằng", "hàng", "mọi", "nhiều"),
)

#: Words that begin no name of one case: each two of them, each ten.
SEVERAL: Final = (
    *("hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười", "chục", "cặp", "đôi", "nửa", "phần", "vài"),
    *("nhiều", "nhóm", "bộ", "trăm", "nghìn"),
)

#: Words that name nothing in particular, so that clauses with and without them are of one thing.
GENERAL: Final = (
    *(
        "đạt",
        "tỷ",
        "lệ",
        "hoàn",
        "thành",
        "thực",
        "hiện",
        "có",
        "được",
        "kế",
        "hoạch",
        "nhiệm",
        "vụ",
        "số",
        "của",
        "các",
    ),
    *("trong", "năm", "là", "này", "giải", "quyết", "xử", "lý", "tổng", "trở", "lên"),
)

_STEPS: Final = ("step.rate", "step.whole", "step.number", "step.exact", "step.days", "step.due")
_BARE: Final = ("on.rate", "on.number", "on.days")
#: (rule, clauses of which each group must be there, clauses that may be there).
RULES: Final = (
    ("steps", ((*_STEPS, *_BARE),), (*_STEPS, "step.bare", "rest", "no", "no.same", "none_arose", "cap", "defined")),
    ("yes_no", (("good",), ("no", "no.same", "rest")), ()),
    (
        "proportion",
        (("formula", "formula.told", "formula.below"),),
        ("step.rate", "step.whole", "floor", "none_arose", "cap", "defined"),
    ),
    ("per_case", (("each",),), ("each.cap", "no", "no.same")),
    ("deduct", (("off",),), ("off.limit", "off.down", "start", "good", "good.rate", "step.due")),
    ("relative_to_best", (("relative.up", "relative.down"),), ("relative.zero",)),
    ("min_max", (("min_max.up", "min_max.down"),), ("min_max.same",)),
    ("convert", (("convert",),), ()),
    ("between", (("line.said", "line.from", "line.log"),), ("line.ends",)),
    ("base_plus", (("base_plus",),), ("factor",)),
    ("base_steps", (("base_steps",),), ("base_steps.below", "factor")),
    ("mean_of_cases", (("mean",),), ("none_arose",)),
    ("survey", (("survey",),), ("survey.out", "none_arose")),
    ("points", (("awarded",),), ("awarded.steps",)),
    ("unscored", (("unscored",),), ()),
    ("choice", (("label", "good"),), ("label.gone",)),
    ("best_of", (("best_of",),), ()),
    ("choose", (("choose",),), ()),
    ("improvement", (("improvement",),), ("step.bare", "rest", "improvement.none")),
)
#: Clauses that may stand beside those of any rule, and say something of the criterion.
BESIDE: Final = ("requires", "allowed")
#: Clauses that combine the parts of a criterion.
COMBINED: Final = ("combine.minimum", "combine.geometric", "combine.harmonic", "combine.best", "combine.drop_lowest")
