"""How the documentation is built."""

import sys
from importlib.metadata import version as version_of
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent / "_ext"))

project = "cchc_index"
author = "cchc_index maintainers"
version = release = version_of("cchc-index")
language = "en"

extensions = [
    "myst_nb",
    "sphinx.ext.autodoc",
    "sphinx.ext.napoleon",
    "sphinx_copybutton",
    "sphinx_design",
    "generated",
    "vietnamese",
]
exclude_patterns = ["_build", "_ext", "examples"]
myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3

# Notebooks are run when they are built, without a network; one that raises, or does not end, fails the build.
nb_execution_mode = "cache"
nb_execution_cache_path = str(Path(__file__).parent / "_build" / "notebooks")
nb_execution_timeout = 300
nb_execution_raise_on_error = True
nb_execution_show_tb = True
nb_merge_streams = True

smartquotes = False  # what is printed is shown as it is printed

html_theme = "furo"
html_title = "cchc_index"
html_static_path = ["_static"]
html_css_files = ["site.css"]
html_copy_source = False
html_show_sphinx = False
html_show_copyright = False

add_module_names = False
autodoc_member_order = "bysource"
autodoc_typehints = "description"
autodoc_typehints_description_target = "documented"
autodoc_preserve_defaults = True
napoleon_custom_sections = [("Reads", "params_style"), "Source"]
napoleon_use_ivar = True

suppress_warnings = ["ref.python"]  # short names in annotations that two modules have; both are shown

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
