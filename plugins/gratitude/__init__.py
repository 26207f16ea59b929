"""gratitude: who your posts helped, and what they still asked.

A message travels through the folders in order (collect, classify, link, screen, moderate, publish), becomes a note
file, and render shows it. This module is the map, and Pelican's door: it stays light, since Pelican imports it on
every run, also for sites that do not use it.
"""

from __future__ import annotations

__version__ = "0.1.0"

__all__ = ["__version__", "register"]


def register() -> None:
    """Connect the build half to Pelican's signals. Never raises for anything in a site's settings."""
    from .render import plugin

    plugin.register()
