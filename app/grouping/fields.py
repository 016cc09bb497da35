"""Finite fields, whose lines give groups that never meet twice: arithmetic on 0 to q-1, for a prime power q.

An element stands for a polynomial over the integers modulo p; its coefficients are the digits of its number in base p.
Multiplication is modulo an irreducible polynomial, found by trying (Lidl and Niederreiter, Finite Fields, chapter 2).
"""

from __future__ import annotations

from functools import cache
from itertools import product
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

GREATEST: Final = 64
"""The greatest field that is made; larger classes are not formed by lines."""


class Field(NamedTuple):
    """A finite field as two tables: `plus[a][b]` and `times[a][b]`."""

    order: int
    plus: tuple[tuple[int, ...], ...]
    times: tuple[tuple[int, ...], ...]


@cache
def prime_power(number: int) -> tuple[int, int] | None:
    """Return the prime and the exponent of a prime power; None for other numbers."""
    for prime in range(2, number + 1):
        if number % prime == 0:
            exponent, rest = 0, number
            while rest % prime == 0:
                rest //= prime
                exponent += 1
            return (prime, exponent) if rest == 1 else None
    return None


@cache
def field(order: int) -> Field | None:
    """Return the field with so many elements; None when there is none, or it is larger than `GREATEST`."""
    found = prime_power(order)
    if found is None or order > GREATEST:
        return None
    prime, exponent = found
    modulus = _irreducible(prime, exponent)
    digits = [_digits(n, prime, exponent) for n in range(order)]
    plus = tuple(
        tuple(_number([(a + b) % prime for a, b in zip(one, other, strict=True)], prime) for other in digits)
        for one in digits
    )
    times = tuple(tuple(_number(_times(one, other, modulus, prime), prime) for other in digits) for one in digits)
    return Field(order, plus, times)


def _digits(number: int, prime: int, count: int) -> list[int]:
    found = []
    for _ in range(count):
        number, digit = divmod(number, prime)
        found.append(digit)
    return found


def _number(digits: Sequence[int], prime: int) -> int:
    return sum(digit * prime**place for place, digit in enumerate(digits))


def _times(one: Sequence[int], other: Sequence[int], modulus: Sequence[int], prime: int) -> list[int]:
    """Multiply two polynomials, lowest coefficient first, modulo a monic one."""
    result = [0] * (len(one) + len(other) - 1)
    for i, a in enumerate(one):
        for j, b in enumerate(other):
            result[i + j] = (result[i + j] + a * b) % prime
    return _rest(result, modulus, prime)


def _rest(value: Sequence[int], modulus: Sequence[int], prime: int) -> list[int]:
    degree = len(modulus) - 1
    rest = list(value)
    for top in range(len(rest) - 1, degree - 1, -1):
        factor = rest[top]
        for place in range(degree + 1):
            rest[top - degree + place] = (rest[top - degree + place] - factor * modulus[place]) % prime
    return (rest + [0] * degree)[:degree]


def _irreducible(prime: int, degree: int) -> list[int]:
    """Return the first monic polynomial of a degree that no smaller one divides."""
    for lower in product(range(prime), repeat=degree):
        candidate = [*lower, 1]
        divisors = ([*some, 1] for size in range(1, degree // 2 + 1) for some in product(range(prime), repeat=size))
        if all(any(_rest(candidate, divisor, prime)) for divisor in divisors):
            return candidate
    msg = f"no irreducible polynomial of degree {degree} over {prime}"
    raise AssertionError(msg)
