"""Does somebody want to sell something, to place a link, or to have their homework done? Pure."""

from __future__ import annotations

__all__ = ["pitched"]

from .reading import Place, Reading

FAMILIES = ("pitch_praise", "pitch_partner", "pitch_article", "pitch_traffic", "pitch_site")
"""What pitches have in common and readers hardly ever: one is chance, three together are a pattern."""

ENOUGH = 3


def pitched(reading: Reading) -> list[Place]:
    """Return the words of an offer (guest post, link, SEO, sponsoring) or of a student's duty; none for a reader.

    One hard mark ("guest post", "dofollow") or marks of three families. Unmeasured: no labelled set exists (field).
    """
    hard = [p for s in reading.sentences for slot in ("pitch", "homework") for p in reading.find(slot, s)]
    if hard:
        return hard
    soft = {f: [p for s in reading.sentences for p in reading.find(f, s)] for f in FAMILIES}
    if sum(1 for places in soft.values() if places) < ENOUGH:
        return []
    return sorted(p for places in soft.values() for p in places)
