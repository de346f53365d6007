"""What the author of a plugin does about a mistake: the cures of natural ones, and of all others."""

from __future__ import annotations

from typing import Final

#: Vietnamese, English
ADVICE: Final = {
    "there": (
        "Sửa plugin ở chỗ đó; người chỉ dùng plugin thì báo cho tác giả.",
        "Correct the plugin there; who only uses it tells its author.",
    ),
    "anywhere": (
        "Sửa plugin, hoặc báo cho tác giả của nó.",
        "Correct the plugin, or tell its author.",
    ),
    "per_unit": (
        "Ghi @per_unit trước def {call}: hàm được viết cho một đơn vị, mà nhận cả cột.",
        "Put @per_unit before def {call}: it is written for one unit's case, and is given the whole column.",
    ),
    "whole_column": (
        "per_unit đưa từng đơn vị: dùng case.decimal(...), hoặc bỏ @per_unit để nhận cả cột.",
        "per_unit hands over one unit's case: use case.decimal(...), or leave @per_unit out to take the column.",
    ),
    "per_unit_elsewhere": (
        "Bỏ @per_unit trước def {call}: nó chỉ dùng cho score.",
        "Remove @per_unit before def {call}: it is for score alone.",
    ),
    "read_field": (
        "Ghi case.decimal('{field}') cho số, case.values['{field}'] cho có/không hoặc chữ.",
        "Write case.decimal('{field}') for a number, case.values['{field}'] for yes or no and for text.",
    ),
    "undeclared_field": (
        "reads khai báo: {known}; sửa tên '{field}', hoặc thêm Field('{field}') vào reads.",
        "reads declares: {known}; correct the name '{field}', or add Field('{field}') to reads.",
    ),
    "unreported_field": (
        "Đơn vị có thể báo cáo theo cách khác trong reads: hỏi '{field}' in case.values trước.",
        "A unit may report another alternative of reads: ask '{field}' in case.values first.",
    ),
    "undeclared_column": (
        "Khai báo cột của danh sách đơn vị: columns = ('{field}',).",
        "Declare the register's column: columns = ('{field}',).",
    ),
    "no_such_name": (
        "{kind} không có '{name}'; các tên có: {known}.",
        "{kind} has no '{name}'; it has: {known}.",
    ),
    "exact_text": (
        'Ghi số dưới dạng chữ: Decimal("0.5"), hoặc phân số: Fraction(1, 2).',
        'Write the number as text: Decimal("0.5"), or as a fraction: Fraction(1, 2).',
    ),
    "mixed": (
        "Đổi Decimal sang Fraction trước khi tính: Fraction(case.decimal(...)) và Fraction(case.max_points).",
        "Make a Fraction of each Decimal first: Fraction(case.decimal(...)) and Fraction(case.max_points).",
    ),
    "divide": (
        "Chia bằng Fraction: Fraction(case.max_points) / 3; thư viện tự làm tròn điểm.",
        "Divide a Fraction: Fraction(case.max_points) / 3; the library rounds the points.",
    ),
    "no_return": (
        "Có nhánh không trả về gì: mỗi nhánh của {call} phải return.",
        "A branch returns nothing: every branch of {call} ends in return.",
    ),
    "bare_not_applicable": (
        "Ghi return NotApplicable, không có dấu ngoặc và không raise.",
        "Write return NotApplicable, without brackets and not raised.",
    ),
    "truth": (
        "Trả về điểm, không trả về đúng hay sai: case.max_points if ... else 0.",
        "Return points, not whether it is so: case.max_points if ... else 0.",
    ),
    "one_number": (
        "Trả về một số của Decimal, Fraction hoặc int, hoặc NotApplicable.",
        "Return one number, a Decimal, a Fraction or an int, or NotApplicable.",
    ),
    "without_per_unit": (
        "Bỏ @per_unit: hàm đã trả về Points của cả cột.",
        "Remove @per_unit: the function gives Points of the whole column already.",
    ),
    "points": (
        "Trả về Points(...) chính xác cho cả cột, hoặc ghi @per_unit trước def {call} và trả về một số.",
        "Return exact Points(...) of the whole column, or put @per_unit before def {call} and return a number.",
    ),
    "zero": (
        "Hỏi số chia trước: nếu là 0, trả về NotApplicable, 0 hoặc điểm tối đa theo quy định.",
        "Ask for the divisor first: where it is 0, return NotApplicable, 0 or the maximum, as the decision says.",
    ),
    "no_number": (
        "Chữ này không phải là số: kiểm tra trước khi đổi, và từ chối bằng refusals.",
        "The text is no number: look at it before it is converted, and refuse it by refusals.",
    ),
    "both_languages": (
        'Ghi cả hai ngôn ngữ bằng tên: say(vi="...", en="...").',
        'Say it in both languages, by name: say(vi="...", en="...").',
    ),
    "refuse_values": (
        "Giá trị không chấm được thì từ chối bằng refusals, tham số sai thì báo bằng faults; không raise.",
        "Values that cannot be scored are refused by refusals, parameters told by faults; nothing is raised.",
    ),
    "read_only": (
        "Không sửa dữ liệu đã nhận và không lưu gì vào self: tạo giá trị mới trong hàm.",
        "Change nothing that was given, and keep nothing in self: make new values in the function.",
    ),
    "signature": (
        "Hàm được gọi là {signature}; sửa các tham số.",
        "It is called as {signature}; correct its parameters.",
    ),
    "property": (
        "Ghi @property trước def {call}, hoặc gán trong lớp: {call} = ...",
        "Put @property before def {call}, or assign it in the class: {call} = ...",
    ),
    "reads": (
        "Ghi reads = ((Field(...),),): các cách báo cáo, mỗi cách là một bộ trường; một phần tử cũng cần dấu phẩy.",
        "Write reads = ((Field(...),),): alternatives, each a tuple of fields; a single one has its comma too.",
    ),
    "names": (
        'Ghi {call} = ("...",): một bộ tên; một phần tử cũng cần dấu phẩy.',
        'Write {call} = ("...",): a tuple of names; a single one has its comma too.',
    ),
    "text": (
        'Trả về một dòng chữ: case.say(vi="...", en="...").',
        'Return a line of text: case.say(vi="...", en="...").',
    ),
    "range": (
        "Giữ điểm trong khoảng: max(0, min(..., điểm tối đa)).",
        "Keep points within bounds: max(0, min(..., the maximum)).",
    ),
    "again": (
        "Điểm chỉ phụ thuộc vào số liệu: không số ngẫu nhiên, đồng hồ hay biến toàn cục; nếu so các đơn vị, "
        "ghi relative = True.",
        "Points follow from the values alone: no random numbers, clock or globals; a rule that compares units says "
        "relative = True.",
    ),
    "bounds": (
        "Ghi Integers.of(numbers): giới hạn được đọc từ các số.",
        "Write Integers.of(numbers): bounds are read from the numbers.",
    ),
    "whole_numbers": (
        "Integers chỉ nhận số nguyên; số thập phân: Ratios.of([Decimal(...)]), hoặc đổi sang đơn vị của chữ số cuối.",
        "Integers take whole numbers; decimals: Ratios.of([Decimal(...)]), or units of the last decimal.",
    ),
    "installed": (
        "Cài gói còn thiếu, và ghi nó vào dependencies của plugin.",
        "Install what is missing, and name it in the plugin's dependencies.",
    ),
    "importable": (
        "cchc_index.plugins có: {known}.",
        "cchc_index.plugins has: {known}.",
    ),
    "syntax": (
        "Sửa cú pháp ở dòng đó.",
        "Correct the syntax of that line.",
    ),
    "frozen": (
        "Ghi @attrs.frozen trước class {name}.",
        "Put @attrs.frozen before class {name}.",
    ),
    "the_class": (
        "Trả về chính lớp, không có dấu ngoặc: {name}.",
        "Return the class itself, without brackets: {name}.",
    ),
    "derive": (
        "Ghi @attrs.frozen và class ...({base}).",
        "Write @attrs.frozen, and class ...({base}).",
    ),
    "imported": (
        "Import {type} ở đầu tệp, không đặt dưới TYPE_CHECKING: tham số được đọc theo kiểu của nó.",
        "Import {type} at the top, and not under TYPE_CHECKING: parameters are read by their types.",
    ),
    "parameter_exact": (
        'Ghi {parameter}: Decimal = Decimal("0.5"): số thực nhị phân không nói được là số thập phân nào.',
        'Write {parameter}: Decimal = Decimal("0.5"): a binary float cannot say which decimal it means.',
    ),
    "parameter_type": (
        "Ghi kiểu của {parameter} là một trong: {known}.",
        "Give {parameter} one of the types {known}.",
    ),
    "misspelt": (
        "Ghi {call}, hoặc đặt tên có dấu gạch dưới ở đầu nếu không phải.",
        "Write {call}; if it is not meant, begin its name with an underscore.",
    ),
    "probes": (
        "Ghi vào lớp:",
        "Write into the class:",
    ),
    "languages": (
        'Ghi case.say(vi="...", en="..."): mỗi đơn vị đọc lý do bằng ngôn ngữ của mình.',
        'Write case.say(vi="...", en="..."): each unit reads its reason in its own language.',
    ),
    "typed": (
        "Ghi kiểu: {parameter}: {type} = ...; nếu không, đó không phải là tham số.",
        "Give it a type, {parameter}: {type} = ...; without one it is no parameter.",
    ),
    "documented": (
        "Ghi vào docstring của lớp, mục Attributes, mỗi tham số một dòng.",
        "Write a line for each parameter under Attributes in the docstring of the class.",
    ),
    "exemplified": (
        "Ghi vào docstring của lớp một ví dụ với >>> (Example:).",
        "Write an example with >>> into the docstring of the class (Example:).",
    ),
    "alone": (
        "Mỗi đơn vị chỉ tính từ số liệu của mình, hoặc ghi relative = True trong lớp.",
        "Work each unit out from its own values, or write relative = True in the class.",
    ),
    "direction": (
        "Sửa cách tính, hoặc bỏ better ở Field nếu không phải càng nhiều (hay càng ít) càng tốt.",
        "Correct the rule, or leave better out of the Field where more (or less) is not always better.",
    ),
    "satisfiable": (
        "Sửa refusals, reading hoặc least và most của Field: mọi giá trị thử đều bị từ chối.",
        "Correct refusals, reading, or least and most of a Field: every value that was tried is refused.",
    ),
    "prints": (
        "Bỏ print: kết quả phải sạch để chương trình khác đọc được.",
        "Remove the print: output must stay readable to other programs.",
    ),
    "process": (
        "Không đổi gì của tiến trình: môi trường, ngữ cảnh decimal, locale, sys.path, bộ lọc cảnh báo.",
        "Leave the process as it is: environment, decimal context, locale, sys.path, warning filters.",
    ),
    "ends": (
        "Chia cho điểm tối đa của các thành phần áp dụng: parts.weigh(Ratios(điểm, parts.attainable)).",
        "Divide by what the parts that apply could attain: parts.weigh(Ratios(points, parts.attainable)).",
    ),
    "own_parts": (
        "Điểm của mỗi đơn vị chỉ tính từ thành phần của chính đơn vị đó.",
        "Work each unit's points out from its own parts.",
    ),
    "weighed": (
        "Trả về parts.weigh(Ratios(...)): một phần của điểm tối đa cho mỗi đơn vị.",
        "Return parts.weigh(Ratios(...)): a share of the maximum for each unit.",
    ),
    "probe": (
        "Sửa giá trị hoặc điểm của probe này, hoặc sửa score.",
        "Correct the values or the points of this probe, or correct score.",
    ),
    "own_words": (
        'Ghi cả hai ngôn ngữ: own={{"vi": (..., ..., ...), "en": (..., ..., ...)}}.',
        'Give both languages: own={{"vi": (..., ..., ...), "en": (..., ..., ...)}}.',
    ),
    "field": (
        "Sửa Field: kind là number, whole, yes_no hoặc text; better là more hoặc less; least, most là Decimal; "
        "tên khác nhau.",
        "Correct the Field: kind is number, whole, yes_no or text; better more or less; least, most Decimals; "
        "names differ.",
    ),
    "problem": (
        'Trả về các Problem: yield Problem("", path="...", own={{"vi": (..., ..., ...), "en": (..., ..., ...)}}).',
        'Give Problems: yield Problem("", path="...", own={{"vi": (..., ..., ...), "en": (..., ..., ...)}}).',
    ),
    "message": (
        'Không có thông báo nào có khóa đó; dùng {known}, hoặc own={{"vi": ..., "en": ...}}.',
        'There is no message of that key; use {known}, or own={{"vi": ..., "en": ...}}.',
    ),
    "blank": (
        'Thông báo còn chỗ trống: arguments={{"{key}": ...}}.',
        'The message has a blank to be filled: arguments={{"{key}": ...}}.',
    ),
    "no_points_yet": (
        "case.points là None khi đang tính điểm: dùng case.max_points.",
        "case.points is None while points are worked out: use case.max_points.",
    ),
    "default": (
        "Ghi giá trị mặc định đúng kiểu, hoặc {parameter}: ... | None.",
        "Write a default of that type, or {parameter}: ... | None.",
    ),
    "rename": (
        "Đổi tên '{near}' thành {call}.",
        "Rename '{near}' to {call}.",
    ),
    "write": (
        "Viết thêm {call}.",
        "Write {call}.",
    ),
}
