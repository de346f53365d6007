"""A pytest plugin that changes one line of one module before anything imports it.

The environment says what: CCHC_SWAP = module, the text, and what to put in its place, with tabs between.
"""

from __future__ import annotations

import importlib.machinery
import os
import sys
from collections.abc import Sequence
from importlib.machinery import ModuleSpec, PathFinder, SourceFileLoader
from types import CodeType, ModuleType

MODULE, OLD, NEW = os.environ["CCHC_SWAP"].split("\t")


class _Swapped(SourceFileLoader):
    def get_code(self, fullname: str) -> CodeType:
        source = self.get_data(self.path).decode("utf-8")
        if source.count(OLD) != 1:
            raise ImportError(f"{OLD!r} stands {source.count(OLD)} times in {fullname}")
        return compile(source.replace(OLD, NEW), self.path, "exec")


class _Finder:
    @staticmethod
    def find_spec(fullname: str, path: Sequence[str] | None, target: ModuleType | None = None) -> ModuleSpec | None:
        if fullname != MODULE:
            return None
        spec = PathFinder.find_spec(fullname, path, target)
        if spec is None or spec.origin is None:
            return None
        return importlib.machinery.ModuleSpec(fullname, _Swapped(fullname, spec.origin), origin=spec.origin)


sys.meta_path.insert(0, _Finder)
