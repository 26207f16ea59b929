"""The private values that travel down the road: what arrived, what each step says of it, and what may be asked. Pure.

``collect`` makes a `Message`; ``classify`` gives `Kinds`, ``link`` gives `Links`, ``screen`` gives a `Verdict`.
`History` and `Catalogue` are all that these steps may know of the world.
"""

from __future__ import annotations

__all__ = [
    "Arrival",
    "Catalogue",
    "Conversation",
    "Disclosure",
    "Earlier",
    "Elsewhere",
    "Event",
    "Folder",
    "Form",
    "History",
    "Kind",
    "Kinds",
    "Lessons",
    "Level",
    "Link",
    "Links",
    "Message",
    "Permission",
    "Person",
    "Post",
    "Reason",
    "Signal",
    "Site",
    "Span",
    "State",
    "Taken",
    "Tier",
    "Traces",
    "Verdict",
    "hand_of",
    "traces_of",
]

from .conversation import Conversation, Event, State, Taken
from .disclosure import Disclosure
from .known import Catalogue, Earlier, Elsewhere, History, Lessons, Post
from .letter import Arrival, Folder, Form, Message, Person, Site
from .said import Kind, Kinds, Level, Link, Links, Permission, Reason, Signal, Span, Tier, Verdict
from .traces import Traces, hand_of, traces_of
