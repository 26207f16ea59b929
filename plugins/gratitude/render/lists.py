"""Lists that show the numbers somebody wrote; what HTML would count otherwise becomes the lines it was. Pure."""

from __future__ import annotations

__all__ = ["faithful_lists", "paragraph"]

from collections.abc import Sequence

from markdown_it.rules_core import StateCore
from markdown_it.token import Token


def faithful_lists(state: StateCore) -> None:
    """Keep as lists only what HTML shows with the same numbers; the other items become the lines they were.

    ``1986. That was the year`` is no list, nor is ``+ one for the cat``: one item is none. ``3.`` and ``7.`` would be
    shown as 3 and 4, and behind ``1.`` to ``3.`` a ``1986.`` as 4.
    """
    plan = _ListPlan(state.tokens)
    if plan.touched:
        state.tokens = plan.tokens()


class _ListPlan:
    """What becomes of the lists of a text: which tokens go, which come. One pass with a stack, and one to write."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self._tokens = tokens
        self._drop: set[int] = set()
        self._words: set[int] = set()
        self._before: dict[int, Token] = {}
        self._after: dict[int, Token] = {}
        stack: list[tuple[int, list[int]]] = []
        for i, token in enumerate(tokens):
            if token.type in ("bullet_list_open", "ordered_list_open"):
                stack.append((i, []))
            elif token.type in ("list_item_open", "list_item_close"):
                stack[-1][1].append(i)
            elif token.type in ("bullet_list_close", "ordered_list_close"):
                start, items = stack.pop()
                self._list(start, i, items)

    @property
    def touched(self) -> bool:
        """Whether there is a list in the text at all."""
        return bool(self._drop)

    def tokens(self) -> list[Token]:
        """Return the tokens of the text with its lists put right."""
        result: list[Token] = []
        for i, token in enumerate(self._tokens):
            if i in self._before:
                result.append(self._before[i])
            if i in self._words:
                _mark(result, self._tokens, i)
            elif i not in self._drop:
                result.append(token)
            if i in self._after:
                result.append(self._after[i])
        return result

    def _list(self, start: int, end: int, items: Sequence[int]) -> None:
        """Plan one list: its runs of numbers that HTML counts alike stay lists, each its own."""
        self._drop |= {start, end}
        pairs = list(zip(items[::2], items[1::2], strict=True))
        for run in _runs(pairs, self._tokens):
            first, last = run[0][0], run[-1][1]
            if len(run) == 1:
                self._words.add(first)
                self._drop |= {first, last}
                continue
            opening = self._tokens[start].copy()
            if opening.type == "ordered_list_open":
                number = int(self._tokens[first].info)
                opening.attrs = {"start": number} if number != 1 else {}
            self._before[first] = opening
            self._after[last] = self._tokens[end]


def _runs(items: Sequence[tuple[int, int]], tokens: Sequence[Token]) -> list[list[tuple[int, int]]]:
    """Return the items of a list in runs whose numbers count up by one; bullets are one run."""
    runs: list[list[tuple[int, int]]] = []
    expected = ""
    for item in items:
        number = tokens[item[0]].info
        if runs and number == expected:
            runs[-1].append(item)
        else:
            runs.append([item])
        plain = number == str(int(number)) if number else True
        expected = (str(int(number) + 1) if plain else "-") if number else ""
    return runs


def _mark(result: list[Token], tokens: Sequence[Token], i: int) -> None:
    """Put the marker of the item at ``i`` back before its words, which are no list any more."""
    item, following = tokens[i], tokens[i + 1]
    marker = item.info + item.markup
    depth = 0
    for token in tokens[i + 1 :]:
        depth += token.nesting
        if depth < 0:
            break
        if token.type.startswith("paragraph") and depth <= 1:
            token.hidden = False
    if following.type == "paragraph_open":
        inline = tokens[i + 2]
        inline.content = f"{marker} {inline.content}"
    else:
        paragraph(result, marker, item.level, 0)


def paragraph(tokens: list[Token], text: str, level: int, line: int) -> None:
    """Append the three tokens of a paragraph."""
    tokens.append(Token("paragraph_open", "p", 1, level=level, map=[line, line + 1], block=True))
    tokens.append(Token("inline", "", 0, level=level + 1, content=text, children=[], map=[line, line + 1], block=True))
    tokens.append(Token("paragraph_close", "p", -1, level=level, block=True))
