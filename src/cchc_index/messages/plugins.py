"""Messages about names, plugins and extras."""

from __future__ import annotations

from typing import Final

MESSAGES: Final = {
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
    "name.two_candidates": (
        (
            "'{name}' có hai: một đi kèm thư viện, một ở thư mục này",
            "không rõ dùng cái nào",
            "Ghi ./{name} để dùng cái ở đây; đổi tên nó để dùng cái đi kèm.",
        ),
        (
            "there are two of '{name}': one comes with the library, one lies in this folder",
            "so nobody can say which is meant",
            "Write ./{name} for the one here; rename it to use the other.",
        ),
    ),
    "name.group": (
        ("không có nhóm '{name}'", "", "Các nhóm: {known}."),
        ("there is no group '{name}'", "", "There are: {known}."),
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
    "plugin.no_version": (
        (
            "plugin '{plugin}' ({distribution}) không ghi phiên bản API",
            "nên không biết có dùng được hay không",
            "Tác giả cần ghi cchc_index_api = {api} trong mô-đun.",
        ),
        (
            "the plugin '{plugin}' ({distribution}) does not say which hook API it was written for",
            "so that nobody knows whether it works",
            "Its author writes cchc_index_api = {api} in the module.",
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
            "cách chấm '{rule}' của plugin '{plugin}' ({distribution}) bị lỗi ở tiêu chí {code}: {fault}",
            "không có kết quả nào được đưa ra",
            "Báo cho người viết plugin.",
        ),
        (
            "the rule '{rule}' of the plugin '{plugin}' ({distribution}) failed at criterion {code}: {fault}",
            "so there is no result",
            "Tell the plugin's author.",
        ),
    ),
    "plugin.rule_raised_unplaced": (
        (
            "'{rule}' của plugin '{plugin}' ({distribution}) bị lỗi: {fault}",
            "không có kết quả nào được đưa ra",
            "Báo cho người viết plugin.",
        ),
        (
            "'{rule}' of the plugin '{plugin}' ({distribution}) failed: {fault}",
            "so there is no result",
            "Tell the plugin's author.",
        ),
    ),
    "plugin.interrupted": (
        (
            "đã dừng khi cách chấm '{rule}' của plugin '{plugin}' ({distribution}) đang chạy ở tiêu chí {code}",
            "",
            "Nếu chờ quá lâu, báo cho người viết plugin.",
        ),
        (
            "stopped while the rule '{rule}' of the plugin '{plugin}' ({distribution}) was at work at criterion {code}",
            "",
            "If that took too long, tell the plugin's author.",
        ),
    ),
    "plugin.interrupted_unplaced": (
        (
            "đã dừng khi '{rule}' của plugin '{plugin}' ({distribution}) đang chạy",
            "",
            "Nếu chờ quá lâu, báo cho người viết plugin.",
        ),
        (
            "stopped while '{rule}' of the plugin '{plugin}' ({distribution}) was at work",
            "",
            "If that took too long, tell the plugin's author.",
        ),
    ),
    "plugin.interrupted_loading": (
        (
            "đã dừng khi plugin '{plugin}' ({distribution}) đang được nạp",
            "",
            "Nếu chờ quá lâu, báo cho người viết plugin.",
        ),
        (
            "stopped while the plugin '{plugin}' ({distribution}) was being loaded",
            "",
            "If that took too long, tell the plugin's author.",
        ),
    ),
    "plugin.prints": (
        (
            "cách chấm '{rule}' của plugin '{plugin}' ({distribution}) in ra màn hình ở tiêu chí {code}: {said}",
            "kết quả phải sạch để chương trình khác đọc được",
            "Báo cho người viết plugin bỏ lệnh in.",
        ),
        (
            "the rule '{rule}' of the plugin '{plugin}' ({distribution}) prints at criterion {code}: {said}",
            "while output must stay readable to other programs",
            "Tell the plugin's author to remove the print.",
        ),
    ),
    "plugin.prints_unplaced": (
        (
            "'{rule}' của plugin '{plugin}' ({distribution}) in ra màn hình: {said}",
            "kết quả phải sạch để chương trình khác đọc được",
            "Báo cho người viết plugin bỏ lệnh in.",
        ),
        (
            "'{rule}' of the plugin '{plugin}' ({distribution}) prints: {said}",
            "while output must stay readable to other programs",
            "Tell the plugin's author to remove the print.",
        ),
    ),
    "plugin.prints_loading": (
        (
            "plugin '{plugin}' ({distribution}) in ra màn hình khi được nạp: {said}",
            "kết quả phải sạch để chương trình khác đọc được",
            "Báo cho người viết plugin bỏ lệnh in.",
        ),
        (
            "the plugin '{plugin}' ({distribution}) prints while it is loaded: {said}",
            "while output must stay readable to other programs",
            "Tell the plugin's author to remove the print.",
        ),
    ),
    "plugin.answer": (
        (
            "'{call}' của cách chấm '{rule}', plugin '{plugin}' ({distribution}), trả về {found} ở tiêu chí {code}",
            "cần {wanted}",
            "Báo cho người viết plugin.",
        ),
        (
            "'{call}' of the rule '{rule}' of the plugin '{plugin}' ({distribution}) returned {found} "
            "at criterion {code}",
            "where {wanted} belongs",
            "Tell the plugin's author.",
        ),
    ),
    "plugin.answer_unplaced": (
        (
            "'{call}' của '{rule}', plugin '{plugin}' ({distribution}), trả về {found}",
            "cần {wanted}",
            "Báo cho người viết plugin.",
        ),
        (
            "'{call}' of '{rule}' of the plugin '{plugin}' ({distribution}) returned {found}",
            "where {wanted} belongs",
            "Tell the plugin's author.",
        ),
    ),
    "plugin.inexact": (
        (
            "cách chấm '{rule}' của plugin '{plugin}' ({distribution}) làm mất chữ số ở tiêu chí {code}",
            "phép chia hay làm tròn bằng Decimal không giữ được số chính xác",
            "Trong plugin, chia bằng fractions.Fraction; thư viện tự làm tròn điểm.",
        ),
        (
            "the rule '{rule}' of the plugin '{plugin}' ({distribution}) loses digits at criterion {code}",
            "since a division or a rounding of a Decimal does not keep the exact number",
            "In the plugin, divide fractions.Fraction; the library rounds the points.",
        ),
    ),
    "plugin.inexact_unplaced": (
        (
            "'{rule}' của plugin '{plugin}' ({distribution}) làm mất chữ số",
            "phép chia hay làm tròn bằng Decimal không giữ được số chính xác",
            "Trong plugin, chia bằng fractions.Fraction; thư viện tự làm tròn điểm.",
        ),
        (
            "'{rule}' of the plugin '{plugin}' ({distribution}) loses digits",
            "since a division or a rounding of a Decimal does not keep the exact number",
            "In the plugin, divide fractions.Fraction; the library rounds the points.",
        ),
    ),
    "plugin.no_name": (
        (
            "plugin '{plugin}' ({distribution}): {hook} có tên '{name}'",
            "tên ngắn không có dấu chấm hay khoảng trắng; tiền tố của plugin được thêm vào sau",
            "Ghi '{short}'.",
        ),
        (
            "the plugin '{plugin}' ({distribution}): {hook} names '{name}'",
            "and a short name has no dot and no space; the plugin's prefix is added to it",
            "Write '{short}'.",
        ),
    ),
    "plugin.abstract": (
        (
            "plugin '{plugin}' ({distribution}): lớp của '{name}' thiếu {lacking}",
            "nên không dùng được",
            "Viết thêm {lacking}, hoặc sửa tên viết sai.",
        ),
        (
            "the plugin '{plugin}' ({distribution}): the class of '{name}' lacks {lacking}",
            "so that it cannot be used",
            "Write {lacking}, or correct a misspelt name.",
        ),
    ),
    "plugin.no_resource": (
        (
            "plugin '{plugin}' ({distribution}): bộ tiêu chí '{name}' là {found}",
            "cần đường dẫn của một tệp YAML",
            "Trả về {{tên: importlib.resources.files(...) / 'tệp.yaml'}}.",
        ),
        (
            "the plugin '{plugin}' ({distribution}): the criteria set '{name}' is {found}",
            "where the path of a YAML file belongs",
            "Return {{name: importlib.resources.files(...) / 'file.yaml'}}.",
        ),
    ),
    "plugin.unreadable": (
        (
            "không đọc được entry_points.txt của bản phân phối '{name}': {fault}",
            "không biết đó có phải là plugin hay không",
            "Cài lại hoặc gỡ '{name}'; những plugin khác vẫn dùng được.",
        ),
        (
            "the entry_points.txt of the distribution '{name}' cannot be read: {fault}",
            "so that nobody knows whether it is a plugin",
            "Install '{name}' again or uninstall it; all other plugins can be used.",
        ),
    ),
    "plugin.changes": (
        (
            "cách chấm '{rule}' của plugin '{plugin}' ({distribution}) cho hai kết quả khác nhau ở tiêu chí {code}",
            "cùng số liệu của một đơn vị phải cho cùng điểm, bất kể chấm cùng đơn vị nào",
            "Báo cho người viết plugin.",
        ),
        (
            "the rule '{rule}' of the plugin '{plugin}' ({distribution}) gives other points the second time, "
            "at criterion {code}",
            "while the same values of a unit must give the same points, whichever units are scored with it",
            "Tell the plugin's author.",
        ),
    ),
    "plugin.no_points": (
        (
            "cách chấm '{rule}' của plugin '{plugin}' ({distribution}) trả về {found} ở tiêu chí {code}",
            "cần Points",
            "Trả về Points(...) chính xác, hoặc dùng per_unit.",
        ),
        (
            "the rule '{rule}' of the plugin '{plugin}' ({distribution}) returned {found} at criterion {code}",
            "where Points belong",
            "Return exact Points(...), or use per_unit.",
        ),
    ),
    "plugin.length": (
        (
            "cách chấm '{rule}' của plugin '{plugin}' ({distribution}) trả về {found} điểm cho {wanted} đơn vị "
            "ở tiêu chí {code}",
            "",
            "Trả về một điểm cho mỗi dòng.",
        ),
        (
            "the rule '{rule}' of the plugin '{plugin}' ({distribution}) returned {found} points for {wanted} units "
            "at criterion {code}",
            "",
            "Return one for each row.",
        ),
    ),
    "plugin.range": (
        (
            "cách chấm '{rule}' của plugin '{plugin}' ({distribution}) cho {found} điểm ở tiêu chí {code}",
            "điểm phải từ 0 đến {most}",
            "Báo cho người viết plugin.",
        ),
        (
            "the rule '{rule}' of the plugin '{plugin}' ({distribution}) gave {found} points at criterion {code}",
            "which must lie between 0 and {most}",
            "Tell the plugin's author.",
        ),
    ),
    "usage.kind": (
        ("tham số '{argument}' có kiểu {found}", "cần {wanted}", "Truyền {wanted}."),
        ("the argument '{argument}' is of type {found}", "where {wanted} belongs", "Pass {wanted}."),
    ),
    "usage.got_from": (
        ("tham số '{argument}' có kiểu {found}", "cần {wanted}", "Truyền kết quả của {how}."),
        ("the argument '{argument}' is of type {found}", "where {wanted} belongs", "Pass what {how} gives."),
    ),
    "usage.word": (
        ("tham số '{argument}' là {found}", "", "Chọn một trong: {known}."),
        ("the argument '{argument}' is {found}", "", "It is one of {known}."),
    ),
    "usage.content": (
        (
            "tham số '{argument}' là '{found}'",
            "có vẻ là nội dung của tệp, ở đây cần đường dẫn",
            "Ghi nội dung vào một tệp và truyền đường dẫn của tệp.",
        ),
        (
            "the argument '{argument}' is '{found}'",
            "which looks like the content of a file, where a path belongs",
            "Write it to a file and pass the file's path.",
        ),
    ),
    "usage.other_set": (
        (
            "số liệu được đọc cho bộ tiêu chí {found}",
            "không phải cho {wanted}",
            "Đọc bằng read_assessment với bộ này, hoặc assessment.for_criteria(bộ).",
        ),
        (
            "the assessment was read for {found}",
            "not for {wanted}",
            "Read it with read_assessment and that set, or take assessment.for_criteria(set).",
        ),
    ),
    "usage.frame_column": (
        ("tiêu chí có mã '{code}'", "trùng tên một cột khác của bảng", "Đặt mã khác cho tiêu chí."),
        ("a node has the code '{code}'", "which is the name of another column of the frame", "Choose another code."),
    ),
    "extra.missing": (
        ("gói '{package}' chưa được cài", "", "pip install 'cchc-index[{extra}]'"),
        ("the package '{package}' is not installed", "", "pip install 'cchc-index[{extra}]'"),
    ),
}
