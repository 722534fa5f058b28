"""A tree -> text of the scenario language, with no more parentheses than it needs.

Parsed again it is the same tree: ``a + (b + c)`` keeps its parentheses, since sums of doubles
depend on their order.
"""

from __future__ import annotations

from workbook.expr.nodes import (
    Arithmetic,
    Call,
    Choose,
    Compare,
    Decided,
    Logic,
    Name,
    Negate,
    Node,
    Not,
    Number,
    Points,
    Word,
)

_CHOOSE, _OR, _AND, _NOT, _COMPARE, _SUM, _PRODUCT, _SIGNED, _POWER, _ATOM = range(10)


def text_of(node: Node) -> str:
    """The expression as an author would write it."""
    return _written(node, _CHOOSE)


def number_text(value: float) -> str:
    """A number as short as it can be without losing a digit."""
    return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)


def _written(node: Node, least: int) -> str:
    text, level = _text_and_level(node)
    return f"({text})" if level < least else text


def _text_and_level(node: Node) -> tuple[str, int]:
    match node:
        case Number():
            return number_text(node.value), _SIGNED if node.value < 0 else _ATOM
        case Name():
            return node.name, _ATOM
        case Word():
            return f"'{node.value}'", _ATOM
        case Decided():
            return f"decision.{node.decision}", _ATOM
        case Points():
            pairs = (f"[{number_text(x)}, {number_text(y)}]" for x, y in zip(node.xs, node.ys, strict=True))
            return f"[{', '.join(pairs)}]", _ATOM
        case Call():
            return f"{node.function}({', '.join(text_of(argument) for argument in node.arguments)})", _ATOM
        case Negate():
            return f"-{_written(node.operand, _SIGNED)}", _SIGNED
        case Not():
            return f"not {_written(node.operand, _NOT)}", _NOT
        case Choose():
            yes, condition = _written(node.yes, _OR), _written(node.condition, _OR)
            return f"{yes} if {condition} else {text_of(node.no)}", _CHOOSE
        case Compare():
            return f"{_written(node.left, _SUM)} {node.op} {_written(node.right, _SUM)}", _COMPARE
        case Logic():
            level = _OR if node.op == "or" else _AND
            return f"{_written(node.left, level)} {node.op} {_written(node.right, level + 1)}", level
        case Arithmetic():
            return _arithmetic(node)


def _arithmetic(node: Arithmetic) -> tuple[str, int]:
    if node.op == "**":
        return f"{_written(node.left, _ATOM)} ** {_written(node.right, _SIGNED)}", _POWER
    level = _SUM if node.op in ("+", "-") else _PRODUCT
    return f"{_written(node.left, level)} {node.op} {_written(node.right, level + 1)}", level
