"""The line one would quote."""

from __future__ import annotations

import pytest

from gratitude.classify import classify
from gratitude.message import Message
from gratitude.note import Via


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "Hi Maren,\n\nThanks! I spent two days on this before your note on `env -i` fixed my problem.\n\nBest,\nBo",
            "I spent two days on this before your note on `env -i` fixed my problem.",
        ),
        ("Thanks! I never knew about flock.", "Thanks! I never knew about flock."),
        ("Thank you", "Thank you"),
        (
            "Your post saved my weekend. Does the same trick\nwork with systemd timers?",
            "Does the same trick\nwork with systemd timers?",
        ),
        ("Hi Maren, how do I keep the old addresses?", "how do I keep the old addresses?"),
        (
            "My cron job starts but finds no python3. Any idea?",
            "My cron job starts but finds no python3. Any idea?",
        ),
        (
            "Could you explain the last step of the restore? Thanks in advance!",
            "Could you explain the last step of the restore?",
        ),
        (
            "I have a question. Where does restic keep its cache?",
            "Where does restic keep its cache?",
        ),
        (
            "Hello! There is a typo in the second paragraph, it says recieve.\n\nRegards,\nBo",
            "There is a typo in the second paragraph, it says recieve.",
        ),
        (
            "Thank you, this helped me to move my old posts over. Please do not publish this.",
            "Thank you, this helped me to move my old posts over.",
        ),
        (
            "The build of my old site stops at the very first page.\n\n```\nexit 1\n```\n\nAny feedback appreciated.",
            "The build of my old site stops at the very first page.",
        ),
        (
            "I wrote the file by hand.\n(By the way: is its mode a bug?)\n\nWhich of the two folders should it lie in?",
            "Which of the two folders should it lie in?",
        ),
        (
            "Hi Maren, thanks for the guide, it brought my old feed back.",
            "thanks for the guide, it brought my old feed back.",
        ),
        (
            "I agree with the two apps.Thanks for the time you took to explain it.",
            "Thanks for the time you took to explain it.",
        ),
        (
            "I keep my notes in two folders. One holds the drafts.\n\nIs it possible to change that?",
            "I keep my notes in two folders. One holds the drafts.\n\nIs it possible to change that?",
        ),
        (
            "I would like to keep the menu open on the first page only. Would this be possible to add?",
            "I would like to keep the menu open on the first page only. Would this be possible to add?",
        ),
        (
            "The feed holds ten posts, no? How do I make it hold twenty?",
            "How do I make it hold twenty?",
        ),
        (
            "I was wondering if the theme works without JavaScript. By the way, is your cat called Fermat?",
            "I was wondering if the theme works without JavaScript.",
        ),
        ("I have a plan.\n\n1) Does the timer survive a reboot?", "Does the timer survive a reboot?"),
        ("By the way, which editor do you write this in?", "which editor do you write this in?"),
        ("Thanks for the review. With your help I finally bought a lathe.", "With your help I finally bought a lathe."),
        (
            "Great work :) I finally see why the sum must be odd. Thank you!",
            "I finally see why the sum must be odd.",
        ),
        (
            "My timer starts twice a night. Could you tell me why this is not working for me?",
            "My timer starts twice a night. Could you tell me why this is not working for me?",
        ),
        (
            "My clock on the shelf loses a minute a day.\n\n```\nntpq: timed out\n```\n\nDo you have any idea what to do about it?",
            "My clock on the shelf loses a minute a day.",
        ),
        (
            "Please could you explain these two:\nthe lock file and the pid file",
            "Please could you explain these two:\nthe lock file and the pid file",
        ),
        (
            "Nice. I get an error when the timer starts. Any idea?\n\nI am on Debian.",
            "I get an error when the timer starts. Any idea?",
        ),
        (
            "Thanks in advance. Great guide, I read it twice on the train to Porto.",
            "Great guide, I read it twice on the train to Porto.",
        ),
        ("I have two questions.\nDoes it run on a Pi? Or a phone?", "Does it run on a Pi?"),
        (
            "Could you show the old gate and the new one? I like the gate.\n\nCan you name the cheaper one?",
            "Could you show the old gate and the new one?",
        ),
        (
            "I made a lamp, "
            + "and then a chair and a table and a shelf, " * 8
            + "and they came out well because of your guide.",
            "and they came out well because of your guide.",
        ),
        (
            "Interesting. I noticed a typo in line 3. It should read twelve.\n\nThe rest reads well.",
            "I noticed a typo in line 3. It should read twelve.",
        ),
        (
            "I keep my seeds in twelve boxes (thanks to a neighbour for these). Thank you for the labels, Ann!",
            "Thank you for the labels, Ann!",
        ),
        (
            "My feed of bread went silent on Monday.\n\n    curl: (6) could not resolve\n\nAny thoughts would be appreciated.",
            "My feed of bread went silent on Monday.",
        ),
        (
            "What a clear overview of the tides! Thank you. There is a book as well.",
            "What a clear overview of the tides! Thank you.",
        ),
        (
            "Hey Maren, I could use some help here. The lamp goes out whenever it rains.",
            "Hey Maren, I could use some help here. The lamp goes out whenever it rains.",
        ),
        (
            "The second release can be given a whole list of files at last.\n\nI read about it at three in the morning.\n\nThanks!",
            "I read about it at three in the morning.",
        ),
        (
            "The sensor is new and sits in the shade. Any idea what is wrong, Maren?",
            "The sensor is new and sits in the shade. Any idea what is wrong, Maren?",
        ),
        (
            "I changed the lamp, and now it hums. Any help would be great, the shop is in Leeds.",
            "I changed the lamp, and now it hums. Any help would be great, the shop is in Leeds.",
        ),
        (
            "Is there a way to try the map today? Or do I need to wait for the printed one?",
            "Is there a way to try the map today?",
        ),
        (
            "Lovely! Is there any way to try this out? Or do we need to wait for the printed one?",
            "Is there any way to try this out? Or do we need to wait for the printed one?",
        ),
        ("Lovely. Many thanks for the long answer", "Lovely. Many thanks for the long answer"),
        ("ありがとうございます。とても参考になりました。", "ありがとうございます。とても参考になりました。"),
    ],
)
def test_the_best_line_is_the_one_a_person_would_quote(words: str, expected: str) -> None:
    """The most telling sentence; a bare one with its neighbour; no greeting, no signature, nothing rewritten."""
    found = classify(Message(identity="mid:1@example.com", via=Via.MAIL, own_words=words))

    assert expected == found.best


def test_a_text_without_any_end_is_cut() -> None:
    """No line is longer than 400 characters, and it ends at a clause or a word."""
    words = "thank you for the guide " + "and the many things it taught me about feeds, " * 40
    best = classify(Message(identity="mid:1@example.com", via=Via.MAIL, own_words=words)).best

    assert 35 <= len(best) <= 400
    assert best.endswith(("feeds", "me", "guide"))
