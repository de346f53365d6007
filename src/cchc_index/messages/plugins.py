"""Messages about plugins and what they do."""

from __future__ import annotations

from typing import Final

MESSAGES: Final = {
    "plugin.raised": (
        (
            "plugin '{plugin}' ({distribution}) bị lỗi: {fault}",
            "kết quả không thể tin cậy",
            "{advice}",
        ),
        (
            "the plugin '{plugin}' ({distribution}) failed: {fault}",
            "so no result can be trusted",
            "{advice}",
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
    "plugin.hook_name": (
        ("plugin '{plugin}' ({distribution}) có hook '{hook}'", "không có hook nào tên như vậy", "Ghi {known}."),
        (
            "the plugin '{plugin}' ({distribution}) has a hook '{hook}'",
            "which nobody calls",
            "Write {known}.",
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
            "{advice}",
        ),
        (
            "the plugin '{plugin}' ({distribution}): '{name}' is {found}",
            "and must be an attrs class derived from {base}",
            "{advice}",
        ),
    ),
    "plugin.rule_raised": (
        (
            "cách chấm '{rule}' của plugin '{plugin}' ({distribution}) bị lỗi ở tiêu chí {code}: {fault}",
            "không có kết quả nào được đưa ra",
            "{advice}",
        ),
        (
            "the rule '{rule}' of the plugin '{plugin}' ({distribution}) failed at criterion {code}: {fault}",
            "so there is no result",
            "{advice}",
        ),
    ),
    "plugin.rule_raised_unplaced": (
        (
            "'{rule}' của plugin '{plugin}' ({distribution}) bị lỗi: {fault}",
            "không có kết quả nào được đưa ra",
            "{advice}",
        ),
        (
            "'{rule}' of the plugin '{plugin}' ({distribution}) failed: {fault}",
            "so there is no result",
            "{advice}",
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
            "{advice}",
        ),
        (
            "'{call}' of the rule '{rule}' of the plugin '{plugin}' ({distribution}) returned {found} "
            "at criterion {code}",
            "where {wanted} belongs",
            "{advice}",
        ),
    ),
    "plugin.answer_unplaced": (
        (
            "'{call}' của '{rule}', plugin '{plugin}' ({distribution}), trả về {found}",
            "cần {wanted}",
            "{advice}",
        ),
        (
            "'{call}' of '{rule}' of the plugin '{plugin}' ({distribution}) returned {found}",
            "where {wanted} belongs",
            "{advice}",
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
    "plugin.no_attrs": (
        (
            "plugin '{plugin}' ({distribution}): lớp của '{name}' không phải là lớp attrs bất biến",
            "nên tham số của nó không đọc được từ YAML, hoặc có thể bị sửa giữa chừng",
            "{advice}",
        ),
        (
            "the plugin '{plugin}' ({distribution}): the class of '{name}' is no frozen attrs class",
            "so that its parameters are not read from YAML, or may change on the way",
            "{advice}",
        ),
    ),
    "plugin.member": (
        (
            "plugin '{plugin}' ({distribution}): {call} của '{name}' là một hàm",
            "phải là một thuộc tính",
            "{advice}",
        ),
        (
            "the plugin '{plugin}' ({distribution}): {call} of '{name}' is a function",
            "where an attribute belongs",
            "{advice}",
        ),
    ),
    "plugin.signature": (
        (
            "plugin '{plugin}' ({distribution}): không gọi được {call} của '{name}': {fault}",
            "",
            "{advice}",
        ),
        (
            "the plugin '{plugin}' ({distribution}): {call} of '{name}' cannot be called: {fault}",
            "",
            "{advice}",
        ),
    ),
    "plugin.parameter": (
        (
            "plugin '{plugin}' ({distribution}): tham số {parameter} của '{name}' có kiểu {found}",
            "không đọc được chính xác từ YAML",
            "{advice}",
        ),
        (
            "the plugin '{plugin}' ({distribution}): the parameter {parameter} of '{name}' is of type {found}",
            "which no criteria file can give exactly",
            "{advice}",
        ),
    ),
    "plugin.default": (
        (
            "plugin '{plugin}' ({distribution}): giá trị mặc định của tham số {parameter} của '{name}' là {found}",
            "kiểu của nó là {wanted}",
            "{advice}",
        ),
        (
            "the plugin '{plugin}' ({distribution}): the default of the parameter {parameter} of '{name}' is {found}",
            "while its type is {wanted}",
            "{advice}",
        ),
    ),
    "plugin.abstract": (
        (
            "plugin '{plugin}' ({distribution}): lớp của '{name}' thiếu {lacking}",
            "nên không dùng được",
            "{advice}",
        ),
        (
            "the plugin '{plugin}' ({distribution}): the class of '{name}' lacks {lacking}",
            "so that it cannot be used",
            "{advice}",
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
            "{advice}",
        ),
        (
            "the rule '{rule}' of the plugin '{plugin}' ({distribution}) gives other points the second time, "
            "at criterion {code}",
            "while the same values of a unit must give the same points, whichever units are scored with it",
            "{advice}",
        ),
    ),
    "plugin.no_points": (
        (
            "cách chấm '{rule}' của plugin '{plugin}' ({distribution}) trả về {found} ở tiêu chí {code}",
            "cần Points",
            "{advice}",
        ),
        (
            "the rule '{rule}' of the plugin '{plugin}' ({distribution}) returned {found} at criterion {code}",
            "where Points belong",
            "{advice}",
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
            "{advice}",
        ),
        (
            "the rule '{rule}' of the plugin '{plugin}' ({distribution}) gave {found} points at criterion {code}",
            "which must lie between 0 and {most}",
            "{advice}",
        ),
    ),
}
