"""Messages about cycles, stages, results and the command."""

from __future__ import annotations

from typing import Final

MESSAGES: Final = {
    "cycle.absent": (
        ("không có đợt đánh giá '{name}'", "cần một thư mục có tệp cycle.yaml", "{hint}Kiểm tra đường dẫn."),
        ("there is no cycle '{name}'", "a folder with a file cycle.yaml is wanted", "{hint}Check the path."),
    ),
    "cycle.no_units": (
        ("không có đơn vị thuộc nhóm {groups}", "", "Kiểm tra cột 'group' của units.csv: {known}."),
        ("no unit belongs to {groups}", "", "Check the column 'group' of units.csv: {known}."),
    ),
    "cycle.two_sets": (
        (
            "đơn vị '{unit}' thuộc hai bộ tiêu chí ({first} và {second})",
            "mỗi đơn vị chỉ thuộc một bộ ở mỗi giai đoạn",
            "Sửa 'groups' trong cycle.yaml.",
        ),
        (
            "the unit '{unit}' belongs to two sets ({first} and {second})",
            "and belongs to one at each stage",
            "Correct 'groups' in cycle.yaml.",
        ),
    ),
    "cycle.unscored_unit": (
        (
            "đơn vị '{unit}' (nhóm {group}) không thuộc bộ tiêu chí nào",
            "",
            "Thêm nhóm vào một mục của 'assessments', hoặc bỏ đơn vị khỏi units.csv.",
        ),
        (
            "the unit '{unit}' (group {group}) belongs to no set",
            "",
            "Add its group to an entry of 'assessments', or take it off units.csv.",
        ),
    ),
    "cycle.no_assessments": (
        ("không có mục nào trong 'assessments'", "", "Ghi bộ tiêu chí và các tệp."),
        ("there is nothing under 'assessments'", "", "Write a criteria set and its files."),
    ),
    "cycle.no_files": (
        ("không có tệp nào", "", "Ghi ít nhất một tệp dưới 'files'."),
        ("there are no files", "", "Name one at least under 'files'."),
    ),
    "cycle.stage": (
        ("giai đoạn '{stage}'", "đợt này có: {stages}", "Sửa tên giai đoạn."),
        ("the stage '{stage}'", "this cycle has: {stages}", "Correct its name."),
    ),
    "cycle.stage_order": (
        (
            "thứ tự các giai đoạn",
            "self đứng đầu, final đứng cuối, giữa là các lần thẩm định, không lặp",
            "Sửa 'stages'.",
        ),
        (
            "the order of the stages",
            "self comes first, final last, and appraisals between them, each once",
            "Correct 'stages'.",
        ),
    ),
    "cycle.council_differs": (
        (
            "council: {found}, còn assessments[{first}] cùng bộ tiêu chí, cùng nhóm và giai đoạn là {other}",
            "các bảng của một giai đoạn được đọc chung, nên điểm ở bảng kia cũng được tính như thế",
            "Ghi council: decides ở cả hai, hoặc bỏ ở cả hai.",
        ),
        (
            "council: {found}, while assessments[{first}], of the same set, groups and stage, says {other}",
            "and the tables of a stage are read together, so that points in the other's would stand or fall as well",
            "Write council: decides in both, or in neither.",
        ),
    ),
    "cycle.stage_name": (
        (
            "tên giai đoạn '{stage}'",
            "là chữ, số, dấu cách, dấu chấm, gạch nối; self, appraised, final viết thường; all và survey có nghĩa khác",
            "Đặt tên khác.",
        ),
        (
            "the name of a stage '{stage}'",
            "is letters, digits, spaces, points and hyphens; self, appraised and final are written small; "
            "all and survey mean something else",
            "Choose another name.",
        ),
    ),
    "cycle.no_data": (
        ("giai đoạn {stage_name} chưa có dữ liệu", "có dữ liệu: {stages}", "Chọn giai đoạn khác, hoặc thêm tệp."),
        ("the stage {stage_name} has no data", "there is some for: {stages}", "Choose another, or add files."),
    ),
    "cycle.decimal": (
        ("decimal: '{found}'", 'chỉ có "." hoặc ","', 'Ghi decimal: "," hoặc bỏ.'),
        ("decimal: '{found}'", 'which is "." or ","', 'Write decimal: "," or leave it out.'),
    ),
    "cycle.thousands": (
        ("thousands: '{found}'", 'là ".", "," hoặc " ", khác dấu thập phân và dấu ngăn cách', "Sửa, hoặc bỏ."),
        (
            "thousands: '{found}'",
            'which is ".", "," or " ", no decimal mark and no delimiter',
            "Correct it, or leave it out.",
        ),
    ),
    "cycle.table_delimiter": (
        (
            "chỉ có một cột, trong đó có '{other}'",
            "các ô được hiểu là ngăn cách bằng '{declared}'",
            'Khai báo trong cycle.yaml: {key}: {{path: {path}, delimiter: "{other}"}}',
        ),
        (
            "there is one column only, with '{other}' in it",
            "since cells are taken to be separated by '{declared}'",
            'Declare in cycle.yaml: {key}: {{path: {path}, delimiter: "{other}"}}',
        ),
    ),
    "cycle.delimiter": (
        ("delimiter: '{found}'", "phải là một ký tự, khác dấu thập phân", 'Ghi "," , ";" hoặc dấu tab.'),
        ("delimiter: '{found}'", "which is one character and not the decimal mark", 'Write ",", ";" or a tab.'),
    ),
    "cycle.outside": (
        ("tệp '{found}'", "nằm ngoài thư mục của đợt", "Đặt tệp trong thư mục và ghi tên tương đối."),
        ("the file '{found}'", "which lies outside the cycle's folder", "Put it inside and name it from there."),
    ),
    "cycle.leads_outside": (
        (
            "'{found}' là một liên kết",
            "dẫn ra ngoài thư mục của đợt",
            "Đặt chính tệp đó trong thư mục, thay cho liên kết.",
        ),
        ("'{found}' is a link", "which leads outside the cycle's folder", "Put the file itself there, not a link."),
    ),
    "published.column": (
        (
            "cột lạ '{found}'",
            "có thể so sánh: points, max_points, index, rank, band, previous.index/points, change và mã tiêu chí",
            "{hint}Sửa tên cột, hoặc xóa cột.",
        ),
        (
            "unknown column '{found}'",
            "what can be compared is points, max_points, index, rank, band, previous.index/points, change and codes",
            "{hint}Correct its name, or delete it.",
        ),
    ),
    "published.value": (
        ("'{value}' ở cột {column}", "không phải là số", "Ghi số như đã công bố."),
        ("'{value}' in column {column}", "which is not a number", "Write the figure as published."),
    ),
    "published.comma": (
        (
            "'{value}' ở cột {column}",
            "số thập phân trong tệp này được ghi bằng dấu chấm",
            'Ghi {cure}, hoặc khai báo trong cycle.yaml: published: {{path: published.csv, decimal: ","}}',
        ),
        (
            "'{value}' in column {column}",
            "and decimals in this file take a point",
            'Write {cure}, or declare in cycle.yaml: published: {{path: published.csv, decimal: ","}}',
        ),
    ),
    "published.counts": (
        (
            "'{found}' trong bảng số đơn vị theo xếp loại",
            "bảng này có các cột group, band, units",
            "Sửa dòng tiêu đề thành group,band,units.",
        ),
        (
            "'{found}' in the table of class counts",
            "which has the columns group, band, units",
            "Make its header group,band,units.",
        ),
    ),
    "published.no_group": (
        ("nhóm '{found}'", "không có đơn vị nào của đợt thuộc nhóm này", "Sửa tên nhóm, hoặc để trống cho tất cả."),
        ("group '{found}'", "to which no unit of the cycle belongs", "Correct the group, or leave it blank for all."),
    ),
    "published.no_band": (
        ("xếp loại '{found}'", "không có trong bộ tiêu chí nào của đợt", "Sửa tên như bộ tiêu chí ghi."),
        ("class '{found}'", "which no set of the cycle has", "Correct the name to what the set calls it."),
    ),
    "published.none": (
        ("không có published.csv", "không có gì để đối chiếu", "Ghi kết quả đã công bố vào published.csv."),
        (
            "there is no published.csv",
            "so there is nothing to compare with",
            "Write the published results into published.csv.",
        ),
    ),
    "cli.criteria_wanted": (
        ("{path} là một tệp dữ liệu", "không rõ bộ tiêu chí nào", "Thêm --criteria TÊN_HOẶC_TỆP."),
        ("{path} is a table", "and nobody can say by which set", "Add --criteria NAME_OR_FILE."),
    ),
    "cli.replaces": (
        (
            "--reason và --by đi cùng --replaces, và bảng CSV không có chỗ cho đính chính",
            "đính chính ghi kết quả nào bị thay, vì sao, ai quyết định",
            "Ghi --replaces TỆP.json --reason '...' --by '...', kết quả dạng khác CSV.",
        ),
        (
            "--reason and --by go with --replaces, and CSV has no room for a correction",
            "since it says which result is replaced, why, and who decided so",
            "Write --replaces FILE.json --reason '...' --by '...', with another format.",
        ),
    ),
    "cli.explain": (
        ("--explain cần kết quả JSON", "bảng và CSV không có chỗ cho lý do", "Thêm --format json, hoặc -o FILE.json."),
        (
            "--explain goes with JSON",
            "since tables and CSV have no room for reasons",
            "Add --format json, or -o FILE.json.",
        ),
    ),
    "cli.ending": (
        (
            "không ghi được tệp '{path}'",
            "đuôi tệp phải là một trong: {known}, và không trái với --format",
            "Đổi đuôi tệp, hoặc bỏ --format.",
        ),
        (
            "'{path}' cannot be written",
            "its ending must be one of: {known}, and may not contradict --format",
            "Change the ending, or leave out --format.",
        ),
    ),
    "cli.plugin_name": (
        (
            "tên plugin '{name}'",
            "chỉ gồm chữ thường không dấu, chữ số và dấu gạch nối, bắt đầu bằng chữ, và không phải template",
            "Ghi tên khác, ví dụ ha-giang.",
        ),
        (
            "the plugin name '{name}'",
            "but a name has a-z, digits and hyphens, begins with a letter, and is not template",
            "Choose another, for example ha-giang.",
        ),
    ),
    "cli.plugin_exists": (
        ("'{path}'", "đã có", "Chọn tên khác, hoặc chuyển thư mục đó đi."),
        ("'{path}'", "which is there already", "Choose another name, or move it away."),
    ),
    "init.group": (
        (
            "bộ tiêu chí {name} chấm nhóm nào ('{group}')",
            "danh sách đơn vị có các nhóm: {known}",
            "Ghi --criteria {name}=NHÓM, mỗi bộ một nhóm, cách nhau bằng dấu phẩy.",
        ),
        (
            "which group the set {name} scores ('{group}')",
            "while the register has the groups: {known}",
            "Write --criteria {name}=GROUP, a group for each set, separated by commas.",
        ),
    ),
    "cli.exists": (
        ("tệp đã có", "không ghi đè: có thể đã điền số liệu", "Xóa hoặc đổi tên tệp, hoặc ghi nơi khác bằng -o."),
        (
            "the file is already there",
            "and is not overwritten, as it may be filled in",
            "Remove or rename it, or name another place with -o.",
        ),
    ),
    "cli.unwritable": (
        ("không ghi được '{path}' ({fault})", "", "Kiểm tra thư mục, quyền ghi và dung lượng."),
        ("'{path}' cannot be written ({fault})", "", "Check the folder, its permissions and the space on the disk."),
    ),
    "cli.kind": (
        (
            "không rõ '{path}' là loại tệp gì",
            "check nhận tệp YAML, thư mục đợt đánh giá, hoặc CSV kèm --criteria",
            "Sửa đường dẫn.",
        ),
        (
            "nobody can say what '{path}' is",
            "check takes a YAML file, a cycle's folder, or a CSV with --criteria",
            "Correct the path.",
        ),
    ),
}
