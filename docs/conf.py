"""How the documentation is built."""

from importlib.metadata import version as version_of

project = "cchc_index"
author = "cchc_index maintainers"
version = release = version_of("cchc-index")
language = "en"

extensions = [
    "myst_parser",
    "sphinx.ext.autodoc",
    "sphinx.ext.napoleon",
    "sphinx_copybutton",
]
exclude_patterns = ["_build", "examples"]
myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3

html_theme = "furo"
html_title = "cchc_index"

add_module_names = False
autodoc_member_order = "bysource"
autodoc_typehints = "description"
autodoc_typehints_description_target = "documented"
autodoc_preserve_defaults = True
napoleon_custom_sections = [("Reads", "params_style"), "Source"]
napoleon_use_ivar = True

copybutton_prompt_text = r"\$ |>>> |\.\.\. "
copybutton_prompt_is_regexp = True
copybutton_only_copy_prompt_lines = True

# Names of other libraries and of annotations; every name of the project's own resolves.
nitpick_ignore_regex = [
    ("py:.*", r"datetime\..*"),
    ("py:.*", r"(np|npt|numpy|nw|collections|decimal|fractions|pathlib|typing|importlib|abc|attrs|pluggy)\..*"),
    ("py:.*", r"datetime\..*"),
    ("py:.*", r"(int|str|bool|float|object|None|dict|list|tuple|set|type|property|optional)"),
    ("py:.*", r"(Exception|ValueError|OSError|TypeError|KeyError)"),
    ("py:.*", r"(Mapping|Iterable|Iterator|Sequence|Callable|Decimal|Fraction|Path|Any|Literal|Self|Traversable)"),
    ("py:.*", r"(Language|Stage|RoundingMode|Doubt|Fewest|types\.ModuleType)"),  # aliases
    ("py:.*", r".*Array"),
    ("py:.*", r"(Figure|.*\.PlainColumns)"),  # matplotlib's; and columns that pictures are given, no part of the API
]
