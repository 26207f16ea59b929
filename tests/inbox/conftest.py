"""A real inbox in a folder of its own."""

from collections.abc import Iterator

import pytest

from gratitude.inbox import Inbox, open_inbox


@pytest.fixture
def inbox(tmp_path) -> Iterator[Inbox]:
    with open_inbox(tmp_path / "home") as opened:
        yield opened
