"""What a journal teaches."""

import pytest

from builders import event
from gratitude.moderate import Name, lesson_of

UNDO_2 = event(Name.UNDONE, 3, step=2)


@pytest.mark.parametrize(
    ("events", "lesson"),
    [
        ([], None),
        ([event(Name.ACCEPTED, 1)], False),
        ([event(Name.ASKED, 1)], False),
        ([event(Name.KEPT, 1)], False),
        ([event(Name.ANSWERED, 1)], False),
        ([event(Name.ADOPTED)], False),
        ([event(Name.SPAM, 1)], True),
        ([event(Name.TRASH, 1)], None),
        ([event(Name.LATER, 1)], None),
        ([event(Name.KEPT, 1), event(Name.LATER, 2)], False),
        ([event(Name.KEPT, 1), event(Name.RETURNED)], False),
        ([event(Name.KEPT, 1), event(Name.TRASH, 2)], None),
        ([event(Name.KEPT, 1), event(Name.SPAM, 2)], True),
        ([event(Name.SPAM, 1), event(Name.KEPT, 2)], False),
        ([event(Name.SPAM, 2), UNDO_2], None),
        ([event(Name.KEPT, 1), event(Name.SPAM, 2), UNDO_2], False),
        ([event(Name.EDITED, 1, title="x")], None),
    ],
)
def test_the_newest_decision_that_stands_teaches(events, lesson):
    """Ham, spam or nothing; trash takes back, later and a new letter change nothing, an undo undoes."""
    assert lesson_of(events) is lesson
