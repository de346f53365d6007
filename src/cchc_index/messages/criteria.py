"""Messages about criteria sets, rules, classifiers and plugins."""

from __future__ import annotations

from typing import Final

MESSAGES: Final = {
    "criteria.none": (
        ("không có tiêu chí nào", "", "Thêm ít nhất một tiêu chí."),
        ("there are no criteria", "", "Add one at least."),
    ),
    "criteria.many": (
        ("có hơn {most} tiêu chí chấm điểm", "vượt giới hạn", "Chia thành nhiều bộ tiêu chí."),
        ("more than {most} leaves", "which is the limit", "Make several sets of it."),
    ),
    "criteria.id": (
        ("'{found}'", "chỉ dùng chữ thường không dấu, chữ số, và . _ - ở giữa", "Sửa, ví dụ 'departments' và '2021'."),
        (
            "'{found}'",
            "but only a-z, digits, and . _ - between them are used here",
            "Correct it, for example 'departments' and '2021'.",
        ),
    ),
    "criteria.date": (
        ("'{found}'", "không phải là ngày", "Viết năm-tháng-ngày, ví dụ 2021-12-01."),
        ("'{found}'", "which is not a date", "Write year-month-day, for example 2021-12-01."),
    ),
    "criteria.places": (
        ("{found} chữ số thập phân", "chỉ từ 0 đến {most}", "Chọn từ 0 đến {most}."),
        ("{found} decimals", "of which there are 0 to {most}", "Choose 0 to {most}."),
    ),
    "criteria.word": (
        (
            "'{found}'",
            "có thể là một giá trị thật nên không thể có nghĩa là không áp dụng",
            "Chọn từ khác, ví dụ na hoặc KAD.",
        ),
        (
            "'{found}'",
            "which can be a value and so cannot mean not applicable",
            "Choose another word, for example na or KAD.",
        ),
    ),
    "criteria.code": (
        ("mã '{found}'", "nhưng mã không có dấu cách, dấu phẩy, dấu nháy và dài nhất 40 ký tự", "Sửa mã."),
        (
            "the code '{found}'",
            "but a code has no spaces, commas or quotes, and at most 40 characters",
            "Correct the code.",
        ),
    ),
    "criteria.code_twice": (
        ("mã {code} lần thứ hai", "đã có ở {first}", "Đổi một trong hai mã."),
        ("the code {code} a second time", "which stands already at {first}", "Change one of the two."),
    ),
    "criteria.two_readings": (
        (
            "mã {code}",
            "cũng có thể đọc là trường '{field}' của tiêu chí {leaf}, nên cột cùng tên có hai nghĩa",
            "Đổi mã, ví dụ dùng chữ số.",
        ),
        (
            "the code {code}",
            "which can also be read as the field '{field}' of criterion {leaf}, "
            "so that a column of that name has two readings",
            "Change the code, for example to digits.",
        ),
    ),
    "criteria.area_below": (
        ("tiêu chí {code} có 'area'", "lĩnh vực chỉ ghi ở cấp cao nhất", "Bỏ 'area' ở đây."),
        ("criterion {code} has an 'area'", "which only top-level nodes have", "Remove it here."),
    ),
    "criteria.only_leaf": (
        (
            "'{key}' ở tiêu chí {code}",
            "tiêu chí này có tiêu chí thành phần",
            "Bỏ '{key}', hoặc ghi ở tiêu chí thành phần.",
        ),
        ("'{key}' on criterion {code}", "which has parts", "Remove it, or give it to the parts."),
    ),
    "criteria.only_parent": (
        ("'{key}' ở tiêu chí {code}", "tiêu chí này không có tiêu chí thành phần", "Bỏ '{key}'."),
        ("'{key}' on criterion {code}", "which has no parts", "Remove it."),
    ),
    "criteria.no_rule": (
        (
            "tiêu chí {code} không có cách chấm",
            "tiêu chí không có thành phần thì phải có",
            "Thêm 'rule', hoặc thêm tiêu chí thành phần dưới 'criteria'.",
        ),
        (
            "criterion {code} has no rule",
            "and a criterion without parts needs one",
            "Add 'rule', or parts under 'criteria'.",
        ),
    ),
    "criteria.negative": (
        ("tiêu chí {code} có {found} điểm", "điểm tối đa phải lớn hơn 0", "Sửa số điểm."),
        ("criterion {code} has {found} points", "which must be more than 0", "Correct the number."),
    ),
    "criteria.large": (
        ("tiêu chí {code} có {found} điểm", "nhiều nhất là một tỷ", "Sửa số điểm."),
        ("criterion {code} has {found} points", "of which there can be a thousand million", "Correct the number."),
    ),
    "criteria.zero": (
        (
            "tiêu chí {code} có 0 điểm",
            "nhưng có cách chấm điểm",
            "Ghi điểm tối đa, hoặc rule: {{unscored: {{}}}} nếu chỉ báo cáo.",
        ),
        (
            "criterion {code} has 0 points",
            "but a rule that gives some",
            "Write its maximum, or rule: {{unscored: {{}}}} if it is only reported.",
        ),
    ),
    "criteria.sum": (
        (
            "tiêu chí {code}: {key} là {stated}, nhưng các thành phần cộng lại là {total} ({sum})",
            "chênh lệch {difference}",
            "Sửa {key} hoặc điểm của thành phần; nếu cố ý quy đổi, ghi parts_points: {total}.",
        ),
        (
            "criterion {code}: {key} is {stated}, but its parts add up to {total} ({sum})",
            "a difference of {difference}",
            "Correct {key} or the parts; if they are meant to be scaled, write parts_points: {total}.",
        ),
    ),
    "criteria.then": (
        ("không có tiêu chí mang mã '{code}'", "nên không thể dùng để phân hạng khi bằng nhau", "{hint}Sửa mã."),
        ("no criterion has the code '{code}'", "so it cannot break ties", "{hint}Correct the code."),
    ),
    "rule.refused": (
        ("cách chấm {name} không nhận các tham số này ({fault})", "", "Xem tài liệu của cách chấm."),
        ("the rule {name} does not take these parameters ({fault})", "", "See the rule's documentation."),
    ),
    "rule.per_cent": (
        ("{value} %", "phải lớn hơn 0 và không quá 100", "Sửa số này."),
        ("{value} %", "which must be more than 0 and at most 100", "Correct the number."),
    ),
    "rule.zero_below": (
        ("mức sàn {value} %", "phải nằm giữa 0 và full_at ({full_at} %)", "Sửa mức sàn."),
        ("a floor of {value} %", "which must lie between 0 and full_at ({full_at} %)", "Correct the floor."),
    ),
    "rule.empty_scale": (
        (
            "hai đầu thang đo cùng là {value}",
            "không thể quy đổi",
            "Ghi giá trị đạt điểm tối đa vào 'scale' và giá trị được 0 điểm vào 'from'.",
        ),
        (
            "both ends of the scale are {value}",
            "so nothing can be converted",
            "Write the value that earns all points under 'scale', the one that earns none under 'from'.",
        ),
    ),
    "rule.in_steps_of": (
        ("bước điểm {value}", "phải lớn hơn 0 và không quá điểm tối đa {most}", "Sửa bước điểm."),
        ("steps of {value}", "which must be more than 0 and at most the maximum of {most}", "Correct the step."),
    ),
    "rule.unscored_maximum": (
        (
            "điểm tối đa {value}",
            "tiêu chí chỉ báo cáo (unscored) không có điểm",
            "Ghi max_points: 0, hoặc chọn cách chấm khác.",
        ),
        ("a maximum of {value}", "but what is unscored has none", "Write max_points: 0, or choose another rule."),
    ),
    "steps.none": (
        ("không có mức điểm nào", "", "Ghi ít nhất một mức."),
        ("there are no steps", "", "Write one at least."),
    ),
    "steps.two_bounds": (
        ("vừa có '{one}' vừa có '{other}'", "mỗi phía chỉ có một giới hạn", "Bỏ một trong hai."),
        ("both '{one}' and '{other}'", "of which a step has one", "Remove one of the two."),
    ),
    "steps.no_bound": (
        ("mức điểm không có giới hạn", "không rõ mức này áp dụng từ đâu đến đâu", "Ghi from, above, to hoặc below."),
        ("a step without bounds", "so nobody can say where it reaches", "Write from, above, to or below."),
    ),
    "steps.empty": (
        ("mức điểm từ {from} đến {to}", "không có giá trị nào nằm trong đó", "Sửa hai giới hạn."),
        ("a step from {from} to {to}", "in which no value lies", "Correct its bounds."),
    ),
    "steps.negative": (
        ("{value} điểm", "điểm không thể âm", "Sửa số điểm."),
        ("{value} points", "of which there cannot be fewer than 0", "Correct the number."),
    ),
    "steps.overlap": (
        (
            "{low} điểm và {high} điểm cùng áp dụng quanh {at}",
            "các mức không được chồng nhau",
            "Sửa giới hạn để mỗi giá trị thuộc đúng một mức.",
        ),
        (
            "{low} points and {high} points are both given around {at}",
            "and steps must not overlap",
            "Correct the bounds so that each value lies in one step.",
        ),
    ),
    "steps.gap": (
        ("không có mức nào giữa {from} và {to}", "các mức phải liền nhau", "Sửa giới hạn, hoặc thêm một mức 0 điểm."),
        (
            "no step lies between {from} and {to}",
            "and steps must leave no gap",
            "Correct the bounds, or add a step of 0 points.",
        ),
    ),
    "steps.best": (
        ("mức cao nhất được {best} điểm", "điểm tối đa của tiêu chí là {most}", "Sửa mức điểm, hoặc max_points."),
        (
            "the best step gives {best} points",
            "but the criterion's maximum is {most}",
            "Correct the step, or max_points.",
        ),
    ),
    "bands.none": (
        ("không có mức xếp loại nào", "", "Ghi ít nhất một mức."),
        ("there are no bands", "", "Write one at least."),
    ),
    "bands.twice": (
        ("mức '{label}' lần thứ hai", "", "Đổi tên một trong hai mức."),
        ("the band '{label}' a second time", "", "Rename one of the two."),
    ),
    "bands.no_from": (
        ("mức '{label}' không có 'from'", "chỉ mức cuối cùng không có", "Ghi ngưỡng dưới của mức này."),
        ("the band '{label}' has no 'from'", "which only the last band goes without", "Write its lower cut-off."),
    ),
    "bands.last": (
        (
            "mức cuối cùng '{label}' có from: {from}",
            "đơn vị dưới {from} sẽ không có xếp loại",
            "Bỏ 'from', hoặc thêm một mức thấp hơn.",
        ),
        (
            "the last band '{label}' has from: {from}",
            "so units under {from} would have no band",
            "Remove 'from', or add a lower band.",
        ),
    ),
    "bands.order": (
        ("ngưỡng {from} đứng sau ngưỡng {above}", "các ngưỡng phải giảm dần", "Xếp các mức từ cao xuống thấp."),
        (
            "a cut-off of {from} after one of {above}",
            "and cut-offs must fall",
            "Write the bands from the highest to the lowest.",
        ),
    ),
    "name.rules": (
        ("không có cách chấm nào tên '{name}'", "", "{hint}Các cách chấm có thể dùng: {known}."),
        ("no scoring rule is called '{name}'", "", "{hint}There are: {known}."),
    ),
    "name.classifiers": (
        ("không có cách xếp loại nào tên '{name}'", "", "{hint}Các cách xếp loại có thể dùng: {known}."),
        ("no classifier is called '{name}'", "", "{hint}There are: {known}."),
    ),
    "name.plugin": (
        ("plugin '{plugin}' chưa được cài", "", "pip install {package}, hoặc sửa tên."),
        ("the plugin '{plugin}' is not installed", "", "pip install {package}, or correct the name."),
    ),
    "name.plugin_of_rules": (
        (
            "không có cách chấm nào tên '{name}'",
            "tên này thuộc plugin '{plugin}', chưa được cài",
            "pip install {package}, hoặc sửa tên.",
        ),
        (
            "no scoring rule is called '{name}'",
            "which belongs to the plugin '{plugin}', and that is not installed",
            "pip install {package}, or correct the name.",
        ),
    ),
    "name.plugin_of_classifiers": (
        (
            "không có cách xếp loại nào tên '{name}'",
            "tên này thuộc plugin '{plugin}', chưa được cài",
            "pip install {package}, hoặc sửa tên.",
        ),
        (
            "no classifier is called '{name}'",
            "which belongs to the plugin '{plugin}', and that is not installed",
            "pip install {package}, or correct the name.",
        ),
    ),
    "name.plugin_of_criteria": (
        (
            "không có bộ tiêu chí '{name}'",
            "tên này thuộc plugin '{plugin}', chưa được cài",
            "pip install {package}, hoặc sửa tên.",
        ),
        (
            "there is no criteria set '{name}'",
            "which belongs to the plugin '{plugin}', and that is not installed",
            "pip install {package}, or correct the name.",
        ),
    ),
    "name.plugin_twice": (
        ("hai bản phân phối cùng tên plugin '{plugin}' ({both})", "không rõ dùng bản nào", "Gỡ một trong hai."),
        (
            "two distributions call their plugin '{plugin}' ({both})",
            "so nobody can say which is meant",
            "Uninstall one of the two.",
        ),
    ),
    "name.plugin_twice_of_rules": (
        (
            "cách chấm '{name}': hai bản phân phối cùng tên plugin '{plugin}' ({both})",
            "không rõ dùng bản nào",
            "Gỡ một trong hai.",
        ),
        (
            "the rule '{name}': two distributions call their plugin '{plugin}' ({both})",
            "so nobody can say which is meant",
            "Uninstall one of the two.",
        ),
    ),
    "name.plugin_twice_of_classifiers": (
        (
            "cách xếp loại '{name}': hai bản phân phối cùng tên plugin '{plugin}' ({both})",
            "không rõ dùng bản nào",
            "Gỡ một trong hai.",
        ),
        (
            "the classifier '{name}': two distributions call their plugin '{plugin}' ({both})",
            "so nobody can say which is meant",
            "Uninstall one of the two.",
        ),
    ),
    "name.plugin_twice_of_criteria": (
        (
            "bộ tiêu chí '{name}': hai bản phân phối cùng tên plugin '{plugin}' ({both})",
            "không rõ dùng bản nào",
            "Gỡ một trong hai.",
        ),
        (
            "the criteria set '{name}': two distributions call their plugin '{plugin}' ({both})",
            "so nobody can say which is meant",
            "Uninstall one of the two.",
        ),
    ),
    "name.criteria": (
        ("không có bộ tiêu chí '{name}'", "", "{hint}Ghi mã và năm của bộ tiêu chí, hoặc đường dẫn tệp YAML."),
        ("there is no criteria set '{name}'", "", "{hint}Write a set's id and edition, or the path of a YAML file."),
    ),
    "name.unit": (
        ("không có đơn vị '{name}'", "", "{hint}Kiểm tra mã đơn vị."),
        ("there is no unit '{name}'", "", "{hint}Check the identifier."),
    ),
    "name.code": (
        ("bộ tiêu chí {criteria} không có mã '{name}'", "", "{hint}Kiểm tra mã tiêu chí."),
        ("the set {criteria} has no code '{name}'", "", "{hint}Check the code."),
    ),
    "plugin.raised": (
        (
            "plugin '{plugin}' ({distribution}) bị lỗi: {fault}",
            "kết quả không thể tin cậy",
            "Báo cho người viết plugin, hoặc cài bản khác.",
        ),
        (
            "the plugin '{plugin}' ({distribution}) failed: {fault}",
            "so no result can be trusted",
            "Tell its author, or install another version.",
        ),
    ),
    "plugin.newer": (
        (
            "plugin '{plugin}' ({distribution}) cần phiên bản hook {wanted}",
            "thư viện này có phiên bản {api}",
            "pip install --upgrade cchc-index, hoặc cài bản cũ hơn của plugin.",
        ),
        (
            "the plugin '{plugin}' ({distribution}) wants hook API {wanted}",
            "and this library has {api}",
            "pip install --upgrade cchc-index, or install an older version of the plugin.",
        ),
    ),
    "plugin.hook": (
        (
            "plugin '{plugin}' ({distribution}): {fault}",
            "hook không đúng",
            "Sửa tên hoặc tham số của hook; xem tài liệu cho người viết plugin.",
        ),
        (
            "the plugin '{plugin}' ({distribution}): {fault}",
            "which is no hook of this library",
            "Correct the hook's name or arguments; see the documentation for plugin authors.",
        ),
    ),
    "plugin.no_hook": (
        (
            "plugin '{plugin}' ({distribution}) không có hook nào",
            "có thể thiếu @hookimpl",
            "Thêm @hookimpl trước các hàm cchc_register_...",
        ),
        (
            "the plugin '{plugin}' ({distribution}) has no hooks",
            "perhaps @hookimpl is missing",
            "Put @hookimpl before its cchc_register_... functions.",
        ),
    ),
    "plugin.no_mapping": (
        (
            "plugin '{plugin}' ({distribution}): {hook} trả về {found}",
            "cần một bảng tên và lớp",
            "Trả về {{tên ngắn: lớp}}.",
        ),
        (
            "the plugin '{plugin}' ({distribution}): {hook} returned {found}",
            "where a mapping of names to classes belongs",
            "Return {{short name: class}}.",
        ),
    ),
    "plugin.no_class": (
        (
            "plugin '{plugin}' ({distribution}): '{name}' là {found}",
            "phải là một lớp attrs kế thừa {base}",
            "Viết @attrs.frozen class ...({base}).",
        ),
        (
            "the plugin '{plugin}' ({distribution}): '{name}' is {found}",
            "and must be an attrs class derived from {base}",
            "Write @attrs.frozen class ...({base}).",
        ),
    ),
    "plugin.rule_raised": (
        (
            "cách chấm '{rule}' của plugin '{plugin}' bị lỗi ở tiêu chí {code}: {fault}",
            "không có kết quả nào được đưa ra",
            "Báo cho người viết plugin.",
        ),
        (
            "the rule '{rule}' of the plugin '{plugin}' failed at criterion {code}: {fault}",
            "so there is no result",
            "Tell the plugin's author.",
        ),
    ),
    "plugin.no_points": (
        (
            "cách chấm '{rule}' của plugin '{plugin}' trả về {found} ở tiêu chí {code}",
            "cần Points",
            "Trả về Points(...) chính xác, hoặc dùng per_unit.",
        ),
        (
            "the rule '{rule}' of the plugin '{plugin}' returned {found} at criterion {code}",
            "where Points belong",
            "Return exact Points(...), or use per_unit.",
        ),
    ),
    "plugin.length": (
        (
            "cách chấm '{rule}' của plugin '{plugin}' trả về {found} điểm cho {wanted} đơn vị ở tiêu chí {code}",
            "",
            "Trả về một điểm cho mỗi dòng.",
        ),
        (
            "the rule '{rule}' of the plugin '{plugin}' returned {found} points for {wanted} units at criterion {code}",
            "",
            "Return one for each row.",
        ),
    ),
    "plugin.range": (
        (
            "cách chấm '{rule}' của plugin '{plugin}' cho {found} điểm ở tiêu chí {code}",
            "điểm phải từ 0 đến {most}",
            "Báo cho người viết plugin.",
        ),
        (
            "the rule '{rule}' of the plugin '{plugin}' gave {found} points at criterion {code}",
            "which must lie between 0 and {most}",
            "Tell the plugin's author.",
        ),
    ),
    "plugin.classifier_raised": (
        (
            "cách xếp loại '{rule}' của plugin '{plugin}' bị lỗi: {fault}",
            "không có kết quả nào được đưa ra",
            "Báo cho người viết plugin.",
        ),
        (
            "the classifier '{rule}' of the plugin '{plugin}' failed: {fault}",
            "so there is no result",
            "Tell the plugin's author.",
        ),
    ),
    "plugin.no_classification": (
        (
            "cách xếp loại '{rule}' của plugin '{plugin}' không trả về xếp loại của từng đơn vị",
            "",
            "Trả về Classification với một số cho mỗi đơn vị.",
        ),
        (
            "the classifier '{rule}' of the plugin '{plugin}' did not return each unit's band",
            "",
            "Return a Classification with one number for each unit.",
        ),
    ),
    "extra.missing": (
        ("gói '{package}' chưa được cài", "", "pip install 'cchc-index[{extra}]'"),
        ("the package '{package}' is not installed", "", "pip install 'cchc-index[{extra}]'"),
    ),
}
