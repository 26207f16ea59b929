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
        (
            "The bread came out flat. Especially the second loaf would have made a good doorstop.",
            "The bread came out flat. Especially the second loaf would have made a good doorstop.",
        ),
        (
            "Look at that! It is called a barometer but it only tells the height of the tower.",
            "It is called a barometer but it only tells the height of the tower.",
        ),
        (
            (
                "The market stands on the square by the river, where the mill was, between the ferry and the old school. "
                "They sell eggs, cheese and bread there, and flowers and honey from the hills, and the fish from the lake."
            ),
            "The market stands on the square by the river, where the mill was, between the ferry and the old school.",
        ),
        (
            "Thank you ever so much. You name every tool that one needs.",
            "Thank you ever so much. You name every tool that one needs.",
        ),
        (
            (
                "Thanks Maren! A clear and thorough tutorial. Your steps were perfect, everything seemed to just work. "
                "Now I have some painting to do, as my gate looks dreadful."
            ),
            "Your steps were perfect, everything seemed to just work.",
        ),
        (
            (
                "Another great post.\n\nThe comma is also used by the index. So if one sorts by name one may want another sign "
                "for it.\n\nThank you"
            ),
            "Another great post.",
        ),
        ("The safer road is told here:\n\n/opt/clock/faces.d\n", "The safer road is told here"),
        (
            (
                "The hole is in this piece:\n// fetch the name of the face, for show only\n$name = get('face of the clock');\n"
                "A caller chooses the face."
            ),
            "A caller chooses the face.",
        ),
        (
            (
                "The build stops here.\n1) I can search the titles, but the words of the notes are never found. "
                "Is it possible to change this?"
            ),
            "I can search the titles, but the words of the notes are never found. Is it possible to change this?",
        ),
        (
            "Mine is from your shop. I have a question on mixing lime plaster by weight. It cracks within a day.",
            "I have a question on mixing lime plaster by weight. It cracks within a day.",
        ),
        (
            (
                "I put it above the door. I was wondering if I could get some help. The bell is silent on every Friday. "
                "How do I check?"
            ),
            "The bell is silent on every Friday. How do I check?",
        ),
        ("The lamp hums a bit. What about in the rain? How do you dry the cable?", "How do you dry the cable?"),
        (
            (
                'The clock stops when the name holds a comma.\n\n    name = "a, b"\n\nIf I take it out:\n\n    name = "a"\n\n'
                "it works fine.\n\nAm I doing something wrong?"
            ),
            "The clock stops when the name holds a comma.",
        ),
        (
            "I keep the bees on the roof. Are you aware of any way to move them?",
            "I keep the bees on the roof. Are you aware of any way to move them?",
        ),
        (
            "I would like to show the tide in a box. Do you have a note with more detail of how you've done that?",
            "I would like to show the tide in a box. Do you have a note with more detail of how you've done that?",
        ),
        ("Do you sell the map by itself? That's why you drew it twice, I guess?", "Do you sell the map by itself?"),
        ("One question though: is there a setting for the hour hand?", "is there a setting for the hour hand?"),
        (
            "The clock in the second picture isn't turning. You may want to correct that.",
            "The clock in the second picture isn't turning. You may want to correct that.",
        ),
        (
            "cat /opt/clcok/face | sort > a\n\nshould probably say\n\ncat /opt/clock/face | sort > a\n\nRegards,\nBo",
            "cat /opt/clcok/face | sort > a\n\nshould probably say\n\ncat /opt/clock/face | sort > a",
        ),
        (
            "I have used nearly every sort of rye flour that the mills around here sell. Love, love this recipe!",
            "Love, love this recipe!",
        ),
        (
            "It fails when the option stands last in the line, i.e.\n\n    bake --slow",
            "It fails when the option stands last in the line",
        ),
        (
            (
                "My clock has been working brilliantly for me. I have been moving all the bells from the house into a single "
                "tower, one by one, since the spring of last year."
            ),
            "My clock has been working brilliantly for me.",
        ),
        (
            "Puxa, eu era fã do seu site. Lembro das fotos do farol, das ondas e do mar de inverno como se fosse hoje.",
            "Puxa, eu era fã do seu site.",
        ),
        (
            "The lock of your shed looks rather small. Aren't you worried about it?",
            "The lock of your shed looks rather small. Aren't you worried about it?",
        ),
        (
            "The old map is drawn by hand. Could that be copied by a machine in an evening, with all of the hills on it?",
            "The old map is drawn by hand. Could that be copied by a machine in an evening, with all of the hills on it?",
        ),
        (
            "Quick question: can the kiln melt glass? It looks as if it would.",
            "can the kiln melt glass?",
        ),
        (
            "Argh, knots! I will take a while to read the whole page of them.\n\nBTW, is this a knot of the Ashley book?",
            "is this a knot of the Ashley book?",
        ),
        ("# Does the clock work on Mars?\n* we shall see", "Does the clock work on Mars?"),
        ("Nice article. Although I would argue that\n\n    turn(a, b);\n\nis older.", "Nice article."),
        (
            "I got a lot further with the newest clock.\n\n* `clock --wind spring --face Roman` worked\n* the end",
            "I got a lot further with the newest clock.",
        ),
        (
            "The oven is fine for bread but too hot for cakes. Mine stands in the shed, as it is Model 2.",
            "The oven is fine for bread but too hot for cakes.",
        ),
        (
            "I keep nine hives behind the barn, by the brook. It would be best to have a page for every month.",
            "It would be best to have a page for every month.",
        ),
        (
            "When I ask for the hour I am getting this error: {\nfailed: true,\n}",
            "When I ask for the hour I am getting this error",
        ),
        (
            "I do not like the '$_HAND['HOUR']' part. Is it really needed?",
            "I do not like the '$_HAND['HOUR']' part. Is it really needed?",
        ),
        (
            "Stupid me!\n\n    clock --show --wind\n\nwas my saviour, as it tells the hour. Thanks for your help!",
            "Thanks for your help!",
        ),
        (
            "It works as long as the clock is wound by hand on a holiday. The best way is to ask a neighbour or her daughter for it.",
            "The best way is to ask a neighbour or her daughter for it.",
        ),
        (
            "Nearly there, but I'm hitting a nasty bug. The bells ring at noon as they should, but the hour is silent.",
            "Nearly there, but I'm hitting a nasty bug. The bells ring at noon as they should, but the hour is silent.",
        ),
        (
            "I love you guys, and had looked for a wick of that sort for ages. The lamp stood on Ann's shelf in Porto.",
            "I love you guys, and had looked for a wick of that sort for ages.",
        ),
        (
            "I can't figure out who drew it. Which of these two do you still use, and what would you use it for if you had to begin again?",
            "Which of these two do you still use, and what would you use it for if you had to begin again?",
        ),
        (
            "Is there an easy solution for the following? I have two sorts of wick that look alike.",
            "Is there an easy solution for the following? I have two sorts of wick that look alike.",
        ),
        ("This is a try of the box below. The page looks nice!", "The page looks nice!"),
        (
            "I list what I want to do each year. yet the list seems to grow. You inspire me.",
            "yet the list seems to grow. You inspire me.",
        ),
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


def test_what_a_program_wrote_without_a_fence_is_not_quoted() -> None:
    """Lists of quoted names and values are a machine's, also where no brace or slash stands among them."""
    said = (
        'It does not start any more. Answer ("Server","kettle"),("Date","Sat, 17 May 2025 19:04:51 GMT"),'
        '("Type","steam")("Length","235"),("Valve","closed by hand in the night of the storm at the harbour") failed. '
        "The lid was shut."
    )
    best = classify(Message(identity="mid:1@example.com", via=Via.MAIL, own_words=said)).best

    assert best
    assert "Server" not in best
