"""Values: dataclasses that are frozen, and equal where they say the same.

The module `dataclasses` writes and compiles the methods of each class anew, which took a tenth of
the time of a search; here they stand once for all. It is loaded for those alone who ask it about a
value, or try to change one.
"""

from __future__ import annotations

from collections.abc import Mapping  # noqa: TC003 (whoever asks for types reads it)
from functools import cache
from typing import Any, Literal, Self, TypeVar, dataclass_transform

from msgspec import Struct, structs

T = TypeVar("T")


class _Named:
    """What a class has for the default of a field that can only be given by name."""

    def __init__(self, default: object) -> None:
        self.default = default


def named(*, default: T, kw_only: Literal[True]) -> T:  # noqa: ARG001 (type checkers read it)
    """Make a field that can only be given by name, and is no part of what a value says."""
    return _Named(default)  # type: ignore[return-value]


@dataclass_transform(frozen_default=True, field_specifiers=(named,))
def value(cls: type[T]) -> type[T]:
    """Make a frozen dataclass with slots, compared, hashed and shown by its positional fields."""
    body = {name: what for name, what in vars(cls).items() if name not in _OF_NO_SLOTS}
    own = tuple(body.get("__annotations__", ()))
    given = {name: body.pop(name) for name in own if name in body}
    by_name = {name: what.default for name, what in given.items() if isinstance(what, _Named)}
    base: Any = _Value if cls.__base__ is object else cls.__base__
    body["__slots__"] = own
    body["__match_args__"] = (*base.__match_args__, *(name for name in own if name not in by_name))
    body["_fields"] = base._fields + own
    body["_names"] = frozenset(body["_fields"])
    body["_field_defaults"] = base._field_defaults | given | by_name
    made: type[T] = type(cls.__name__, (base,), body)
    return made


_OF_NO_SLOTS = {"__dict__", "__weakref__"}


def replace(one: T, **changes: object) -> T:
    """Give a value that differs in some fields from one."""
    if isinstance(one, Struct):
        return structs.replace(one, **changes)
    return type(one)(**_as_given(one) | changes)


def _as_given(one: object) -> dict[str, object]:
    fields: tuple[str, ...] = one._fields  # type: ignore[attr-defined]
    return {name: getattr(one, name) for name in fields}


class _Told:
    """What `dataclasses` and `inspect` ask a class for."""

    def __set_name__(self, _: type, name: str) -> None:
        self._name = name

    def __get__(self, _: object, cls: type) -> object:
        return _told(cls)[self._name]


@cache
def _told(cls: type[_Value]) -> Mapping[str, object]:
    """Give what is asked for by its name: what a dataclass with the same fields tells."""
    from dataclasses import MISSING, field, make_dataclass
    from inspect import get_annotations, signature

    types: dict[str, Any] = {}
    for base in reversed(cls.__mro__):
        types |= get_annotations(base)
    fields = [
        (
            name,
            types[name],
            field(
                default=cls._field_defaults.get(name, MISSING),
                kw_only=name not in cls.__match_args__,
            ),
        )
        for name in cls._fields
    ]
    like: Any = make_dataclass(cls.__name__, fields, frozen=True)
    return {
        "__dataclass_fields__": like.__dataclass_fields__,
        "__dataclass_params__": like.__dataclass_params__,
        "__signature__": signature(like),
    }


class _Value:
    """What all values have in common."""

    __slots__ = ()
    __match_args__: tuple[str, ...] = ()  # the positional fields
    _fields: tuple[str, ...] = ()  # all fields
    _names: frozenset[str] = frozenset()  # the same
    _field_defaults: Mapping[str, object] = {}
    __dataclass_fields__ = _Told()
    __dataclass_params__ = _Told()
    __signature__ = _Told()

    def __init__(self, *given: object, **named: object) -> None:
        positional = self.__match_args__
        fields = {**self._field_defaults, **dict(zip(positional, given, strict=False)), **named}
        twice = named and not named.keys().isdisjoint(positional[: len(given)])
        if fields.keys() != self._names or len(given) > len(positional) or twice:
            raise TypeError(f"{type(self).__qualname__} takes {', '.join(self._fields)}, each once")
        self.__setstate__(fields)
        self.__post_init__()

    def __post_init__(self) -> None:
        """Check nothing, where a class has nothing to check."""

    def __replace__(self, **changes: object) -> Self:
        """Give a value that differs in some fields, for `copy.replace`."""
        return replace(self, **changes)

    def __getstate__(self) -> dict[str, object]:
        return _as_given(self)

    def __setstate__(self, fields: Mapping[str, object]) -> None:
        for name, what in fields.items():
            object.__setattr__(self, name, what)

    def __setattr__(self, name: str, _: object) -> None:
        self.__delattr__(name)

    def __delattr__(self, name: str) -> None:
        from dataclasses import FrozenInstanceError

        raise FrozenInstanceError(f"{name} cannot be changed")

    def _said(self) -> tuple[object, ...]:
        return tuple([getattr(self, name) for name in self.__match_args__])

    def __eq__(self, other: object) -> bool:
        if type(self) is not type(other):
            return NotImplemented
        return self._said() == other._said()

    def __hash__(self) -> int:
        return hash((type(self), *self._said()))

    def __repr__(self) -> str:
        said = zip(self.__match_args__, self._said(), strict=True)
        return f"{type(self).__qualname__}({', '.join(f'{name}={what!r}' for name, what in said)})"
