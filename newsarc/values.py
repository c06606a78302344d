"""Values: dataclasses that are frozen, and equal where they say the same.

`dataclasses` writes and compiles the methods of each class anew, which took a quarter of the
time in which the command starts; here those that are the same for all stand once.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeVar, dataclass_transform

T = TypeVar("T")


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def value(cls: type[T]) -> type[T]:
    """Make a frozen dataclass with slots, compared, hashed and shown by its positional fields.

    Fields that can only be given by name are no part of what a value says.
    """
    cls.__eq__ = _equals  # type: ignore[method-assign]
    cls.__hash__ = _hashed  # type: ignore[method-assign,assignment]
    cls.__repr__ = _shown  # type: ignore[method-assign]
    return dataclass(frozen=True, slots=True, eq=False, repr=False)(cls)


def _equals(one: object, other: object) -> bool:
    return _said(one) == _said(other) if type(one) is type(other) else NotImplemented


def _hashed(one: object) -> int:
    return hash((type(one), *_said(one)))


def _shown(one: object) -> str:
    said = ", ".join(f"{name}={getattr(one, name)!r}" for name in _names(one))
    return f"{type(one).__qualname__}({said})"


def _said(one: object) -> tuple[object, ...]:
    return tuple([getattr(one, name) for name in _names(one)])


def _names(one: object) -> tuple[str, ...]:
    names: tuple[str, ...] = type(one).__match_args__  # type: ignore[attr-defined]
    return names
