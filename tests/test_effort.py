"""The measure that other tests measure with."""

from effort import is_steep


def square(text: str) -> int:
    return sum(1 for _ in text for _ in text)


def line(text: str) -> int:
    return sum(1 for _ in range(50) for _ in text)


def test_work_that_grows_with_the_square_is_steep() -> None:
    """Twice the length costs four times as much."""
    assert is_steep(square, "a" * 500, "a" * 1_000, "a" * 10)


def test_work_that_grows_with_the_length_is_not() -> None:
    """However much it is."""
    assert not is_steep(line, "a" * 20_000, "a" * 40_000, "a")


def test_work_that_costs_little_is_not() -> None:
    """What grows with the square, and is still no more than some ordinary inputs, does no harm."""
    assert not is_steep(square, "a" * 200, "a" * 400, "a" * 300)
