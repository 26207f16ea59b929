"""Does somebody want to sell something, to place a link, or to have their homework done? Pure."""

from __future__ import annotations

__all__ = ["pitched"]

from .reading import Place, Reading, apart_from

FAMILIES = ("pitch_praise", "pitch_partner", "pitch_article", "pitch_traffic", "pitch_site", "pitch_yours")
"""What pitches have in common and readers hardly ever: one is chance, three together are a pattern."""

ENOUGH = 3


def pitched(reading: Reading) -> list[Place]:
    """Return the words of an offer (guest post, link, SEO, sponsoring) or of a student's duty; none for a reader.

    One hard mark ("guest post", "dofollow") or marks of three families. No labelled set exists (field); what invented
    ones show stands in `benchmarks/understanding.md`.
    """
    hard = [
        p
        for s in reading.sentences
        for slot in ("pitch", "homework")
        for p in apart_from(reading.find(slot, s), reading.find("pitch_not", s))
    ]
    if hard:
        return hard
    soft = {f: [p for s in reading.sentences for p in reading.find(f, s)] for f in FAMILIES}
    if sum(1 for places in soft.values() if places) < ENOUGH:
        return []
    return sorted(p for places in soft.values() for p in places)
