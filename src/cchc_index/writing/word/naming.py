"""What a template names, held against the fields there are: every name that is none is told, before anything is filled.

A template is data. It is parsed and looked at here, and filled in a sandbox afterwards (see
`cchc_index.writing.word.filled`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, Final

from cchc_index.problems.problem import Place, Problem
from cchc_index.values.units import near_names
from cchc_index.writing.word.fields import Shape

if TYPE_CHECKING:
    from jinja2 import nodes

_ANYTHING: Final = ""  #: the shape of what nobody can tell, such as what a filter gives
_COUNTS: Final = ("index", "index0", "revindex", "revindex0", "first", "last", "length", "depth", "depth0")
_LOOP: Final[Shape] = dict.fromkeys(_COUNTS, _ANYTHING)  #: what a loop says of itself
Scope = Mapping[str, Shape]


class Names:
    """Goes through a parsed template and keeps what it names.

    Attributes:
        used: The fields at the top that are named.
        problems: Names that are no fields, and lists that are written as if they were texts; each once.
    """

    def __init__(self, file: str, known: Scope) -> None:
        """Take the file for messages, and the fields there are."""
        self.file, self.known = file, known
        self.used: set[str] = set()
        self.problems: list[Problem] = []

    def look(self, tree: nodes.Template, part: str) -> None:
        """Go through one part of the template, by the name that a reader knows it by."""
        self.part = part
        self._visit(tree, dict(self.known))

    def _visit(self, node: nodes.Node, scope: dict[str, Shape]) -> None:
        from jinja2 import nodes

        if isinstance(node, nodes.For):
            self._loop(node, scope)
        elif tag := _acting().get(type(node)):
            self._tell("report.template_acts", tag)
        elif isinstance(node, nodes.Output):
            for each in node.nodes:
                if not isinstance(self._shape(each, scope), str):
                    self._tell("report.template_list", _written(each))
        elif isinstance(node, nodes.Expr):
            self._shape(node, scope)
        else:
            self._all(node.iter_child_nodes(), scope)

    def _all(self, several: Any, scope: dict[str, Shape]) -> None:
        for each in several:
            self._visit(each, scope)

    def _loop(self, node: nodes.For, scope: dict[str, Shape]) -> None:
        from jinja2 import nodes

        shape = self._shape(node.iter, scope)
        inner: dict[str, Shape] = {**scope, **dict.fromkeys(_bound(node.target), _ANYTHING), "loop": _LOOP}
        if isinstance(node.target, nodes.Name):
            inner[node.target.name] = shape[0] if isinstance(shape, tuple) else _ANYTHING
        if node.test is not None:
            self._shape(node.test, inner)
        self._all(node.body, inner)
        self._all(node.else_, scope)

    def _shape(self, node: nodes.Node, scope: dict[str, Shape]) -> Shape:
        """The shape of an expression; everything in it is looked at."""
        from jinja2 import nodes

        if isinstance(node, nodes.Name):
            return self._named(node.name, scope)
        if isinstance(node, nodes.Getattr):
            return self._inner(node, node.attr, scope)
        if isinstance(node, nodes.Getitem) and isinstance(node.arg, nodes.Const):
            if isinstance(node.arg.value, str):
                return self._inner(node, node.arg.value, scope)
            shape = self._shape(node.node, scope)
            return shape[0] if isinstance(shape, tuple) else _ANYTHING
        if isinstance(node, nodes.Call):
            return self._tell("report.template_acts", f"{_written(node.node)}()")
        if isinstance(node, nodes.BinExpr) and type(node) not in (nodes.And, nodes.Or) and not _is_count(node):
            self._tell("report.template_acts", node.operator)
        if isinstance(node, nodes.Filter) and node.node is not None:
            shape = self._shape(node.node, scope)
            self._all(node.args, scope)
            return shape[0] if node.name in ("first", "last") and isinstance(shape, tuple) else _ANYTHING
        self._all(node.iter_child_nodes(), scope)
        return _ANYTHING

    def _named(self, name: str, scope: dict[str, Shape]) -> Shape:
        if name in self.known and scope.get(name) is self.known[name]:
            self.used.add(name)
        if name not in scope:
            self._tell("report.template_field", name, scope)
            return _ANYTHING
        return scope[name]

    def _inner(self, node: nodes.Getattr | nodes.Getitem, name: str, scope: dict[str, Shape]) -> Shape:
        """A field of a record; where a list is meant, that of what is in it."""
        shape = self._shape(node.node, scope)
        if isinstance(shape, str):
            return _ANYTHING if shape == _ANYTHING else self._tell("report.template_field", _written(node))
        if isinstance(shape, tuple):
            return self._tell("report.template_list", _written(node.node))
        return shape[name] if name in shape else self._tell("report.template_field", _written(node), shape)

    def _tell(self, key: str, name: str, near: Scope | None = None) -> Shape:
        last = name.rpartition(".")[2]
        hint = ", ".join(near_names(last, tuple(near or ())))
        said = {"name": name, **({"hint": hint} if key.endswith("field") else {})}
        problem = Problem(key, place_of(self.file, self.part), arguments=said)
        if problem not in self.problems:
            self.problems.append(problem)
        return _ANYTHING


def place_of(file: str, part: str) -> Place:
    """Where in a template something stands: in its text, "", or in the head or foot of its pages."""
    return Place(f"{file} ({part})" if part else file)


def _bound(target: nodes.Node) -> Iterator[str]:
    """The names that a loop or an assignment gives something to."""
    from jinja2 import nodes

    yield from (each.name for each in ([target] if isinstance(target, nodes.Name) else target.find_all(nodes.Name)))


def _acting() -> Mapping[type, str]:
    """What a template may not do, by the word for it: it sets, keeps and fetches nothing."""
    from jinja2 import nodes

    return {
        nodes.Assign: "set",
        nodes.AssignBlock: "set",
        nodes.Macro: "macro",
        nodes.CallBlock: "call",
        nodes.FilterBlock: "filter",
        nodes.With: "with",
        nodes.Include: "include",
        nodes.Import: "import",
        nodes.FromImport: "from",
        nodes.Extends: "extends",
        nodes.Block: "block",
    }


def _is_count(node: nodes.Node) -> bool:
    """Whether an expression is made of whole numbers and of where a loop stands: what may be added and multiplied."""
    from jinja2 import nodes

    if isinstance(node, nodes.Add | nodes.Sub | nodes.Mul):
        return _is_count(node.left) and _is_count(node.right)
    if isinstance(node, nodes.Const):
        return isinstance(node.value, int)
    is_loop = isinstance(node, nodes.Getattr) and isinstance(node.node, nodes.Name) and node.node.name == "loop"
    return is_loop or (isinstance(node, nodes.Filter) and node.name in ("length", "count"))


def _written(node: nodes.Node) -> str:
    """An expression of names, as a template writes it."""
    from jinja2 import nodes

    if isinstance(node, nodes.Name):
        return node.name
    if isinstance(node, nodes.Getattr):
        return f"{_written(node.node)}.{node.attr}"
    if isinstance(node, nodes.Getitem) and isinstance(node.arg, nodes.Const):
        said = node.arg.value
        return f"{_written(node.node)}.{said}" if isinstance(said, str) else f"{_written(node.node)}[{said}]"
    return "..."
