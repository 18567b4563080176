"""Finds the rules of a package by walking it: a new rule is a new file."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType
from typing import Any


def rules_in(package: ModuleType) -> tuple[Callable[..., Any], ...]:
    """The ``check`` of each module of a package, in the order of their names."""
    names = sorted(module.name for module in iter_modules(package.__path__))
    return tuple(import_module(f"{package.__name__}.{name}").check for name in names)
