"""Messages and conversations as JSON values and as lines: the contract of --json stands here."""

from __future__ import annotations

__all__ = ["conversation_row", "event_rows", "json_line", "lines_of", "message_row", "post_label"]

import json
import sys
from collections.abc import Sequence
from datetime import date
from typing import Any

from ..message import Conversation, Event, Kinds, Links, Message, Tier, Verdict
from ..moderate import Standing, consent_of, piles_of
from ..moderate.piles import primary_of
from ..moderate.standing import undone_steps
from ..publish.draft import best_link
from .words import fitted

WIDE = 120
"""Cells: from here on a conversation has room on one line."""
POST_CELLS = 30


def json_line(value: object) -> str:
    """Return ``value`` as one line of JSON, whole also where the terminal does not speak UTF-8."""
    speaks = (getattr(sys.stdout, "encoding", None) or "utf-8").lower().replace("-", "")
    return json.dumps(value, ensure_ascii=speaks != "utf8")


def message_row(message: Message, kinds: Kinds, links: Links, verdict: Verdict, reason: str | None) -> dict[str, Any]:
    """Return one message as ``explain --json`` and ``show --json`` print it. Fields may be added, none renamed."""
    return {
        "id": message.message_id or message.identity,
        "from": {"name": message.sender.name, "address": message.sender.address},
        "date": message.sent.isoformat().replace("+00:00", "Z") if message.sent else None,
        "subject": message.subject,
        "own_words": message.own_words,
        "level": verdict.level.value,
        "score": verdict.score,
        "engine": verdict.engine,
        "akismet": dict(verdict.akismet) if verdict.akismet else None,
        "recheck_at": verdict.recheck_at.isoformat() if verdict.recheck_at else None,
        "signals": [{"code": s.code, "weight": s.weight, "text": s.text, "source": s.source} for s in verdict.signals],
        "kinds": [k.value for k in kinds.kinds],
        "primary": kinds.primary.value,
        "permission": kinds.permission.value,
        "evidence": [{"kind": s.kind, "start": s.start, "end": s.end, "text": s.text} for s in kinds.evidence],
        "specificity": links.specificity,
        "specific": list(links.specific),
        "silent": links.silent or None,
        "links": [
            {
                "post": link.post, "score": link.score, "tier": link.tier.value,
                "evidence": [
                    {"code": r.code, "text": r.text}
                    | ({"spans": [{"start": s.start, "end": s.end, "text": s.text} for s in r.spans]} if r.spans else {})
                    for r in link.evidence
                ],
            }
            for link in links.posts
        ],
        "thread": {"in_reply_to": message.in_reply_to or None, "references": list(message.references)},
        "via": message.via.value,
        "yours": message.yours,
        "public": message.public,
        "reason": reason,
    }  # fmt: skip


def conversation_row(
    conversation: Conversation, standing: Standing, *, note: str | None, today: date
) -> dict[str, Any]:
    """Return one conversation as ``list --json`` prints it; ``note`` is its note's path under PATH."""
    opening = conversation.opening
    kinds = [k.value for k in opening.kinds.kinds]
    primary = primary_of(conversation, standing).value
    post, tier = post_of(conversation, standing)
    return {
        "id": conversation.id,
        "state": standing.state.value,
        "piles": [p.value for p in piles_of(conversation, standing, today=today)],
        "kinds": kinds if primary in kinds else [primary, *kinds],
        "primary": primary,
        "from": {"name": opening.message.sender.name, "address": opening.message.sender.address},
        "date": opening.message.sent.isoformat().replace("+00:00", "Z") if opening.message.sent else None,
        "subject": opening.message.subject,
        "post": post,
        "tier": tier,
        "level": opening.verdict.level.value,
        "consent": consent_of(conversation, standing).value,
        "show": standing.note.show.value if standing.note else None,
        "best": opening.kinds.best or " ".join(opening.message.own_words.split())[:200],
        "note": note,
    }


def post_of(conversation: Conversation, standing: Standing) -> tuple[str | None, str | None]:
    """Return (post, tier) as decided by the author (``set``), else of the best link."""
    if standing.note is not None:
        return standing.note.post or None, "set"
    if "post" in standing.edits:
        return str(standing.edits["post"]) or None, "set"
    best: tuple[str, Tier] | None = best_link(conversation.reader)
    return (best[0], best[1].value) if best else (None, None)


def event_rows(events: Sequence[Event]) -> list[dict[str, Any]]:
    """Return the journal as ``show --json`` prints it."""
    gone = undone_steps(events)
    return [
        {
            "name": str(e.name),
            "at": e.at.isoformat() if e.at else None,
            "step": e.step,
            "undone": bool(e.step) and e.step in gone,
            "data": dict(e.data),
        }
        for e in events
    ]


def lines_of(row: dict[str, Any], width: int, post_cells: int) -> list[str]:
    """Return a conversation for the eye: ID, day, name, what it is, post, and its best line.

    On one line where ``width`` cells have room for it, else its best line stands on a second one. ``post_cells`` is
    how wide the column of posts is.
    """
    day = (row["date"] or "no date")[:10]
    name = row["from"]["name"] or row["from"]["address"] or "somebody"
    best = " ".join(row["best"].split())
    is_wide = width >= WIDE
    post = fitted(post_label(row), post_cells)
    head = f"{row['id']}  {day:<10}  {fitted(name, 18 if is_wide else 12)}  {row['primary']:<10}  {post}"
    if is_wide:
        return [_cut(f"{head}  {best}", width)]
    return [_cut(head.rstrip(), width), _cut(f"          {best}", width)]


def post_label(row: dict[str, Any]) -> str:
    """Return the post as a list shows it: with a question mark where it is not sure, ``-`` where there is none."""
    if not row["post"]:
        return "-"
    mark = "" if row["tier"] in {Tier.SURE.value, "set"} else "?"
    return f"{fitted(row['post'], POST_CELLS - 1).rstrip()}{mark}"


def _cut(line: str, width: int) -> str:
    return fitted(line, width).rstrip()
