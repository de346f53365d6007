"""Messages about files and about YAML as such."""

from __future__ import annotations

from typing import Final

_UTF8_VI = "Lưu lại tệp dưới dạng UTF-8 (trong Excel: CSV UTF-8)."
_UTF8_EN = "Save the file as UTF-8 (in Excel: CSV UTF-8)."

MESSAGES: Final = {
    "file.absent": (
        ("không có tệp này", "", "Kiểm tra đường dẫn và tên tệp."),
        ("there is no such file", "", "Check the path and the name."),
    ),
    "file.folder": (
        ("đây là một thư mục", "cần một tệp", "Ghi tên một tệp trong thư mục."),
        ("this is a folder", "a file is wanted", "Name a file in it."),
    ),
    "file.special": (
        (
            "đây là ống dẫn (FIFO), thiết bị hoặc socket, không phải tệp",
            "đọc nó có thể không bao giờ kết thúc",
            "Lưu dữ liệu thành một tệp và ghi tên tệp đó.",
        ),
        (
            "this is a FIFO, a device or a socket, and no file",
            "so reading it may never end",
            "Save the data as a file and name that.",
        ),
    ),
    "file.unreadable": (
        ("không đọc được tệp ({fault})", "", "Kiểm tra quyền truy cập và xem tệp có đang bị khóa không."),
        ("the file cannot be read ({fault})", "", "Check its permissions and whether another program has locked it."),
    ),
    "folder.unreadable": (
        ("không đọc được thư mục ({fault})", "", "Kiểm tra quyền truy cập."),
        ("the folder cannot be read ({fault})", "", "Check its permissions."),
    ),
    "file.large": (
        ("tệp lớn hơn {most}", "vượt giới hạn", "Chia tệp thành các tệp nhỏ hơn."),
        ("the file is larger than {most}", "which is the limit", "Split it into smaller files."),
    ),
    "file.encoding": (
        ("byte {byte} không phải UTF-8 (có lẽ là {looks})", "chữ tiếng Việt có thể bị đọc sai", _UTF8_VI),
        ("byte {byte} is not UTF-8 (it looks like {looks})", "so Vietnamese letters could be misread", _UTF8_EN),
    ),
    "file.binary": (
        (
            "nội dung không phải là văn bản (có lẽ là sổ tính, hình ảnh hoặc tệp nén)",
            "dù tên tệp là gì",
            "Lưu lại dưới dạng CSV UTF-8; nếu là sổ tính, đặt lại đuôi tệp là .xlsx, .xls hoặc .ods.",
        ),
        (
            "the contents look like no text (a workbook, a picture or an archive, perhaps)",
            "whatever the file's name says",
            "Save it as CSV UTF-8; if it is a workbook, give it back its ending: .xlsx, .xls or .ods.",
        ),
    ),
    "file.unseen": (
        ("ký tự không nhìn thấy {code}", "hai tên trông giống nhau có thể khác nhau", "Xóa ký tự này, gõ lại chỗ đó."),
        (
            "the invisible character {code}",
            "with which two names that look the same can differ",
            "Delete it; type this place again.",
        ),
    ),
    "file.kind": (
        ("không phải là bảng", "chỉ đọc được: {known}", "Lưu theo một trong các dạng này, hoặc bỏ tệp khỏi thư mục."),
        ("this is no table", "of which these are read: {known}", "Save it as one of them, or move it elsewhere."),
    ),
    "folder.inner": (
        (
            "thư mục con có tệp",
            "chỉ đọc các tệp nằm ngay trong thư mục",
            "Chuyển các tệp ra ngoài thư mục con, hoặc chuyển thư mục con đi nơi khác.",
        ),
        (
            "a folder with files inside the folder",
            "of which only its own files are read",
            "Move the files up, or the inner folder elsewhere.",
        ),
    ),
    "folder.empty": (
        ("thư mục không có tệp nào", "", "Đặt các tệp vào thư mục."),
        ("there is no file in the folder", "", "Put the files into it."),
    ),
    "write.link": (
        ("'{path}' là một liên kết", "ở đây cần một tệp", "Ghi tên một tệp khác."),
        ("'{path}' is a link", "where a file is to be written", "Name another file."),
    ),
    "write.folder": (
        ("'{path}' là một thư mục", "ở đây cần một tệp", "Ghi tên một tệp khác."),
        ("'{path}' is a folder", "where a file is to be written", "Name another file."),
    ),
    "write.pipe": (
        ("'{path}' là một ống dẫn", "ở đây cần một tệp", "Ghi tên một tệp khác."),
        ("'{path}' is a pipe", "where a file is to be written", "Name another file."),
    ),
    "write.socket": (
        ("'{path}' là một socket", "ở đây cần một tệp", "Ghi tên một tệp khác."),
        ("'{path}' is a socket", "where a file is to be written", "Name another file."),
    ),
    "write.device": (
        ("'{path}' là một thiết bị", "ở đây cần một tệp", "Ghi tên một tệp khác."),
        ("'{path}' is a device", "where a file is to be written", "Name another file."),
    ),
    "write.input": (
        ("'{path}' là tệp vừa được đọc", "ghi kết quả vào đó sẽ mất số liệu", "Ghi tên một tệp khác."),
        ("'{path}' was read to make this", "and the result would replace it", "Name another file."),
    ),
    "write.input_folder": (
        (
            "thư mục '{path}' có tệp vừa được đọc",
            "kết quả ghi vào đó lần sau sẽ bị đọc như số liệu",
            "Ghi tên một thư mục khác.",
        ),
        (
            "'{path}' holds files that were read to make this",
            "and the result would be read with them",
            "Name another folder.",
        ),
    ),
    "workbook.kind": (
        (
            "nội dung không phải là {wanted}",
            "tên tệp và nội dung không khớp",
            "Mở bằng Excel và lưu lại dưới dạng .xlsx.",
        ),
        ("the contents are no {wanted}", "whatever the file's name says", "Open it in Excel and save it as .xlsx."),
    ),
    "workbook.macros": (
        ("sổ tính có macro", "không được nhận", "Lưu lại dưới dạng .xlsx (không macro)."),
        ("the workbook has macros", "which are not accepted", "Save it as .xlsx, without macros."),
    ),
    "workbook.encrypted": (
        ("sổ tính có mật khẩu", "không mở được", "Bỏ mật khẩu mở tệp, rồi lưu lại."),
        ("the workbook is encrypted", "so it cannot be opened", "Remove the password for opening it, and save it."),
    ),
    "workbook.external": (
        (
            "sổ tính liên kết ra ngoài ({part})",
            "giá trị có thể đến từ tệp khác",
            "Ngắt liên kết (Data, Edit Links, Break Link), rồi lưu lại.",
        ),
        (
            "the workbook links to something outside ({part})",
            "so values may come from another file",
            "Break its links (Data, Edit Links, Break Link), and save it.",
        ),
    ),
    "workbook.dtd": (
        ("phần {part} chứa DOCTYPE", "không được nhận", "Mở bằng Excel và lưu lại dưới dạng .xlsx."),
        ("the part {part} holds a DOCTYPE", "which is not accepted", "Open it in Excel and save it as .xlsx."),
    ),
    "workbook.parts": (
        ("sổ tính có hơn {most} phần", "vượt giới hạn", "Xóa các trang tính, hình ảnh không cần, rồi lưu lại."),
        ("the workbook has more than {most} parts", "which is the limit", "Delete sheets and images; save it again."),
    ),
    "workbook.unpacked": (
        ("sổ tính giải nén ra hơn {most}", "vượt giới hạn", "Chép phần dữ liệu sang một tệp mới."),
        ("the workbook unpacks to more than {most}", "which is the limit", "Copy the data into a new file."),
    ),
    "workbook.many_cells": (
        (
            "sổ tính có quá nhiều ô (hơn {most} thẻ XML)",
            "vượt giới hạn",
            "Xóa các dòng và cột thừa, hoặc lưu bảng thành tệp CSV.",
        ),
        (
            "the workbook has too many cells (more than {most} XML tags)",
            "which is the limit",
            "Delete rows and columns that hold nothing, or save the table as CSV.",
        ),
    ),
    "workbook.far": (
        ("có nội dung ở ô {cell}, rất xa bảng", "vượt giới hạn", "Xóa các dòng và cột thừa, rồi lưu lại."),
        (
            "there is something in cell {cell}, far from the table",
            "beyond the limit",
            "Delete rows and columns that do not belong, and save it.",
        ),
    ),
    "workbook.damaged": (
        ("không đọc được sổ tính ({fault})", "tệp có thể bị hỏng", "Mở bằng Excel và lưu lại, hoặc xin lại tệp."),
        (
            "the workbook cannot be read ({fault})",
            "and may be damaged",
            "Open it in Excel and save it again, or ask for it again.",
        ),
    ),
    "workbook.hidden_sheet": (
        ("trang tính '{sheet}' bị ẩn và có dữ liệu", "người duyệt không nhìn thấy", "Bỏ ẩn, hoặc xóa trang tính."),
        ("the sheet '{sheet}' is hidden and holds something", "which nobody sees", "Unhide it, or delete it."),
    ),
    "workbook.two_sheets": (
        (
            "có nhiều trang tính: {names}",
            "không rõ trang nào cần đọc",
            "Giữ một trang có dữ liệu, hoặc khai báo sheet: tên trang.",
        ),
        (
            "there are several sheets: {names}",
            "so nobody can say which is meant",
            "Keep one that holds something, or declare sheet: with its name.",
        ),
    ),
    "workbook.no_sheet": (
        ("không có trang tính '{sheet}'", "có: {names}", "Sửa tên trang tính."),
        ("there is no sheet '{sheet}'", "there are: {names}", "Correct its name."),
    ),
    "yaml.syntax": (
        ("không đọc được YAML ({fault})", "", "Kiểm tra dòng này: thụt lề bằng dấu cách, dấu hai chấm, dấu ngoặc."),
        ("this is not YAML ({fault})", "", "Check this line: indentation by spaces, colons, quotes and brackets."),
    ),
    "yaml.empty": (
        ("tệp không có nội dung", "", "Điền nội dung, hoặc bỏ tệp."),
        ("the file is empty", "", "Fill it in, or leave it out."),
    ),
    "yaml.two_documents": (
        ("một văn bản YAML thứ hai bắt đầu ở đây", "mỗi tệp chỉ có một", "Bỏ dòng '---', hoặc tách thành hai tệp."),
        ("a second document starts here", "but a file holds one", "Remove the line '---', or make two files."),
    ),
    "yaml.directive": (
        ("chỉ thị YAML (%)", "không được dùng", "Bỏ dòng bắt đầu bằng '%'."),
        ("a YAML directive (%)", "which is not accepted", "Remove the line that starts with '%'."),
    ),
    "yaml.deep": (
        ("lồng sâu hơn {most} cấp", "vượt giới hạn", "Giảm số cấp lồng nhau; kiểm tra dấu ngoặc bị mở thừa."),
        (
            "nested more than {most} levels deep",
            "which is the limit",
            "Use fewer levels; look for brackets that are not closed.",
        ),
    ),
    "yaml.many": (
        ("có hơn {most} phần tử", "vượt giới hạn", "Chia bộ tiêu chí thành nhiều tệp."),
        ("more than {most} entries", "which is the limit", "Make several sets of it."),
    ),
    "yaml.alias": (
        ("tham chiếu {name}", "không được dùng: mỗi giá trị phải đọc được tại chỗ", "Ghi lại giá trị đó ở đây."),
        ("the alias {name}", "which is not accepted: each value must be readable in its place", "Write the value out."),
    ),
    "yaml.anchor": (
        ("điểm neo {name}", "không được dùng", "Bỏ {name}."),
        ("the anchor {name}", "which is not accepted", "Remove {name}."),
    ),
    "yaml.merge": (
        ("khóa gộp '<<'", "không được dùng: mỗi khóa phải đọc được tại chỗ", "Ghi đầy đủ các khóa ở đây."),
        ("the merge key '<<'", "which is not accepted: each key must be readable in its place", "Write the keys out."),
    ),
    "yaml.tag": (
        ("thẻ {tag}", "không được dùng: tệp chỉ chứa chữ, danh sách và bảng", "Bỏ thẻ."),
        ("the tag {tag}", "which is not accepted: a file holds texts, lists and mappings only", "Remove the tag."),
    ),
    "yaml.key": (
        ("khóa không phải là chữ", "", "Dùng một từ làm khóa."),
        ("a key that is not a text", "", "Use a word as the key."),
    ),
    "yaml.comma_in_braces": (
        (
            "'{key}' đứng như một khóa không có giá trị",
            "trong ngoặc nhọn, dấu phẩy ngăn cách hai mục",
            "Nếu là phần thập phân, viết dấu chấm: 0.5, không viết 0,5.",
        ),
        (
            "'{key}' stands as a key without a value",
            "since a comma inside braces separates two entries",
            "If it is a decimal, write a point: 0.5, not 0,5.",
        ),
    ),
    "yaml.quotes": (
        (
            "dấu nháy cong ở {found}",
            "YAML coi dấu này là một phần của chữ",
            "Dùng dấu nháy thẳng: {cure}; nếu dấu nháy thuộc về chữ, đặt cả đoạn trong dấu nháy thẳng: '{found}'.",
        ),
        (
            "curly quotes at {found}",
            "which YAML takes for letters of the text",
            "Use straight quotes: {cure}; if the marks belong to the text, put straight ones around them: '{found}'.",
        ),
    ),
    "yaml.duplicate_key": (
        ("khóa '{key}' xuất hiện lần thứ hai", "lần đầu ở dòng {first}", "Bỏ một trong hai dòng."),
        ("the key '{key}' a second time", "which stands already in line {first}", "Remove one of the two."),
    ),
    "number.float": (
        (
            "số dấu phẩy động {found}",
            "float không giữ đúng số thập phân",
            "Ghi số dưới dạng chữ ('0.1'), Decimal hoặc số nguyên.",
        ),
        (
            "the binary float {found}",
            "which keeps no decimal exactly",
            "Give the number as a text ('0.1'), a Decimal or a whole number.",
        ),
    ),
    "type.object": (
        ("{found}", "không phải chữ, số hay danh sách", "Dùng chữ, số, dict, list, hoặc đối tượng của thư viện."),
        ("{found}", "no text, number, dict or list", "Give one of these, or an object of the library."),
    ),
    "result.json": (
        ("tệp không phải JSON đầy đủ", "có thể bị cắt cụt hoặc bị sửa", "Lấy lại tệp gốc, hoặc chấm lại."),
        ("no whole JSON", "perhaps since the file was cut off or edited", "Get the file again, or score again."),
    ),
    "result.no_result": (
        ("tệp không phải kết quả", "thiếu 'schema'", "Dùng tệp do score --format json ghi ra."),
        ("no result", "since it names no schema", "Use a file that score --format json wrote."),
    ),
    "result.schema": (
        ("tệp kết quả theo '{found}'", "ở đây đọc '{wanted}'", "Chấm lại bằng phiên bản này."),
        ("a result of the schema '{found}'", "where '{wanted}' is read", "Score again with this version."),
    ),
    "result.changed": (
        ("tệp kết quả đã bị thay đổi", "nội dung không khớp mã kiểm tra", "Lấy lại tệp gốc, hoặc chấm lại."),
        (
            "a result that was changed",
            "since its content does not have the digest that it states",
            "Get the file again, or score again.",
        ),
    ),
    "result.no_sets": (
        ("tệp kết quả không kèm bộ tiêu chí", "không thể đọc lại", "Chấm lại bằng phiên bản này."),
        ("a result without its criteria sets", "so it cannot be read back", "Score again with this version."),
    ),
    "result.other_set": (
        ("bộ tiêu chí {set} trong tệp đã bị thay đổi", "mã kiểm tra không khớp", "Lấy lại tệp gốc, hoặc chấm lại."),
        (
            "the set {set} of the file was changed",
            "since its fingerprint is not the one that the result states",
            "Get the file again, or score again.",
        ),
    ),
    "result.shape": (
        ("tệp kết quả thiếu hoặc sai một phần ({found})", "", "Lấy lại tệp gốc, hoặc chấm lại."),
        ("a part of the result is missing or of another shape ({found})", "", "Get the file again, or score again."),
    ),
    "yaml.unknown_key": (
        ("khóa lạ '{key}'", "", "Các khóa có thể dùng: {known}."),
        ("unknown key '{key}'", "", "Known keys: {known}."),
    ),
    "yaml.no_keys": (
        ("khóa lạ '{key}'", "ở đây không có khóa nào", "Bỏ khóa này."),
        ("unknown key '{key}'", "where there are no keys at all", "Remove it."),
    ),
    "yaml.meant_key": (
        ("khóa lạ '{key}'", "", "Có phải là '{meant}'? Các khóa có thể dùng: {known}."),
        ("unknown key '{key}'", "", "Did you mean '{meant}'? Known keys: {known}."),
    ),
    "yaml.other_kind": (
        ("tệp này không có khóa nào trong các khóa cần có", "nên có lẽ là tệp khác", "Các khóa cần có: {known}."),
        ("none of the keys that belong here", "so this may be another file", "The keys are: {known}."),
    ),
    "yaml.missing_key": (
        ("thiếu khóa '{key}'", "không có giá trị mặc định", "Thêm '{key}'."),
        ("the key '{key}' is missing", "and has no default", "Add '{key}'."),
    ),
    "type.no_value": (
        (
            "không có giá trị",
            "để trống không phải là số 0",
            "Ghi giá trị, hoặc bỏ khóa này; đặt trong dấu nháy nếu là chữ.",
        ),
        (
            "there is no value",
            "and a blank is not zero",
            "Write the value, or remove the key; quote it if it is a text.",
        ),
    ),
    "type.text_wanted": (
        ("một danh sách hoặc bảng", "ở đây cần một đoạn chữ", "Ghi một đoạn chữ."),
        ("a list or a mapping", "where a text belongs", "Write a text."),
    ),
    "type.number_wanted": (
        ("một danh sách hoặc bảng", "ở đây cần một số", "Ghi một số, ví dụ 0.5."),
        ("a list or a mapping", "where a number belongs", "Write a number, for example 0.5."),
    ),
    "type.list_wanted": (
        ("không phải danh sách", "ở đây cần một danh sách", "Ghi từng mục trên một dòng bắt đầu bằng '- '."),
        ("this is no list", "where a list belongs", "Write one item a line, each starting with '- '."),
    ),
    "type.mapping_wanted": (
        (
            "không có các khóa",
            "ở đây cần các cặp khóa và giá trị",
            "Ghi 'khóa: giá trị', hoặc {{}} nếu không có tham số.",
        ),
        (
            "there are no keys",
            "where keys with values belong",
            "Write 'key: value', or {{}} if there are no parameters.",
        ),
    ),
    "type.yes_no": (
        ("'{found}'", "ở đây cần yes hoặc no", "Ghi yes hoặc no."),
        ("'{found}'", "where yes or no belongs", "Write yes or no."),
    ),
    "type.language": (
        ("ngôn ngữ '{found}'", "chỉ có vi và en", "Ghi {{vi: ..., en: ...}} hoặc một đoạn chữ."),
        ("the language '{found}'", "of which there are vi and en", "Write {{vi: ..., en: ...}} or a plain text."),
    ),
    "type.choice": (
        ("'{found}'", "không nằm trong các lựa chọn", "Chọn một trong: {known}."),
        ("'{found}'", "which is none of the choices", "Choose one of: {known}."),
    ),
    "type.ReformArea": (
        ("lĩnh vực lạ '{found}'", "", "Chọn một trong: {known}."),
        ("unknown area '{found}'", "", "Choose one of: {known}."),
    ),
    "type.one_rule": (
        (
            "không rõ cách chấm nào",
            "mỗi tiêu chí có đúng một",
            "Ghi rule: {{tên: {{tham số}}}}, ví dụ rule: {{yes_no: {{}}}}.",
        ),
        (
            "no single rule",
            "of which a leaf has exactly one",
            "Write rule: {{name: {{parameters}}}}, for example rule: {{yes_no: {{}}}}.",
        ),
    ),
    "type.one_classifier": (
        ("không rõ cách xếp loại nào", "mỗi bộ tiêu chí có đúng một", "Ghi classify: {{thresholds: {{...}}}}."),
        ("no single classifier", "of which a set has exactly one", "Write classify: {{thresholds: {{...}}}}."),
    ),
    "number.comma": (
        ("'{found}'", "số thập phân trong YAML dùng dấu chấm, không dùng dấu phẩy", "Viết {cure}."),
        ("'{found}'", "but decimals take a point here, not a comma", "Write {cure}."),
    ),
    "number.unreadable": (
        ("'{found}'", "không phải là số", "Viết các chữ số với nhiều nhất một dấu chấm, ví dụ 0.5 hoặc 12."),
        ("'{found}'", "which is not a number", "Write digits with at most one decimal point, for example 0.5 or 12."),
    ),
    "number.long": (
        ("{found}", "dài hơn {most} chữ số", "Viết số ngắn hơn."),
        ("{found}", "which is longer than {most} digits", "Write a shorter number."),
    ),
    "number.whole": (
        ("{found}", "ở đây cần số nguyên", "Viết số không có phần thập phân."),
        ("{found}", "where a whole number belongs", "Write it without decimals."),
    ),
    "number.places": (
        (
            "{value} có nhiều hơn {places} chữ số thập phân",
            "bộ tiêu chí làm tròn đến {places}",
            "Giảm số chữ số thập phân, hoặc tăng số chữ số trong 'rounding'.",
        ),
        (
            "{value} has more than {places} decimals",
            "to which the set rounds",
            "Write fewer decimals, or allow more under 'rounding'.",
        ),
    ),
    "workbook.too_large": (
        (
            "kết quả có {cells} điểm của đơn vị và tiêu chí, bộ tiêu chí lớn nhất có {nodes} mục",
            "một bảng tính chỉ chứa được {columns} cột và mở nổi chừng {most} điểm",
            "Hãy ghi ra tệp .csv hoặc .json (-o ket-qua.csv), hoặc chấm từng nhóm đơn vị.",
        ),
        (
            "the result has {cells} points of units and criteria, and its largest set {nodes} nodes",
            "a spreadsheet holds {columns} columns and opens about {most} points",
            "Write a .csv or .json file (-o result.csv), or score one group of units at a time.",
        ),
    ),
}
