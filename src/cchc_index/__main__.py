"""``python -m cchc_index`` is the command ``cchc-index``."""

import sys

from cchc_index.cli import main

if __name__ == "__main__":
    sys.exit(main())
