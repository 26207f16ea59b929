"""What the writer wrote: quotes, attribution lines, header blocks and signatures of real mail programs are cut."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gratitude.collect.quoted import own_words, split

ATTRIBUTIONS = [
    "On Thu, May 8, 2025 at 9:14 PM Maren Holt <maren@example.com> wrote:",
    "On 08/05/2025 21:14, Maren Holt wrote:",
    "Am 08.05.25 um 21:14 schrieb Maren Holt:",
    "Am Do., 8. Mai 2025 um 21:14 Uhr schrieb Maren Holt <maren@example.com>:",
    "Maren Holt <maren@example.com> schrieb am Do., 8. Mai 2025, 21:14:",
    "Le jeu. 8 mai 2025 à 21:14, Maren Holt <maren@example.com> a écrit :",
    "El jue, 8 may 2025 a las 21:14, Maren Holt (<maren@example.com>) escribió:",
    "Em qui., 8 de mai. de 2025 às 21:14, Maren Holt <maren@example.com> escreveu:",
    "Il giorno gio 8 mag 2025 alle ore 21:14 Maren Holt <maren@example.com> ha scritto:",
    "Op do 8 mei 2025 om 21:14 schreef Maren Holt <maren@example.com>:",
    "Den tors 8 maj 2025 kl 21:14 skrev Maren Holt <maren@example.com>:",
    "to 8. toukok. 2025 klo 21.14 Maren Holt (maren@example.com) kirjoitti:",
    "czw., 8 maj 2025 o 21:14 Maren Holt <maren@example.com> napisał(a):",
    "W dniu 08.05.2025 o 21:14, Maren Holt pisze:",
    "čt 8. 5. 2025 v 21:14 odesílatel Maren Holt <maren@example.com> napsal:",
    "Dňa 8. 5. 2025 o 21:14 Maren Holt napísal(a):",
    "чт, 8 мая 2025 г. в 21:14, Maren Holt <maren@example.com>:",
    "08.05.2025 21:14, Maren Holt пишет:",
    "чт, 8 трав. 2025 р. о 21:14 Maren Holt <maren@example.com> пише:",
    "Maren Holt <maren@example.com>, 8 May 2025 Per, 21:14 tarihinde şunu yazdı:",
    "Maren Holt <maren@example.com> ezt írta (időpont: 2025. máj. 8., Cs, 21:14):",
    "joi, 8 mai 2025 la 21:14, Maren Holt <maren@example.com> a scris:",
    "Στις Πέμ 8 Μαΐ 2025 στις 9:14 μ.μ., ο χρήστης Maren Holt <maren@example.com> έγραψε:",
    "2025年5月8日(木) 21:14 Maren Holt <maren@example.com>:",
    "Maren Holt <maren@example.com> 于2025年5月8日周四 21:14写道：",
    "2025년 5월 8일 (목) 오후 9:14, Maren Holt <maren@example.com>님이 작성:",
    "Vào Th 5, 8 thg 5, 2025 vào lúc 21:14 Maren Holt <maren@example.com> đã viết:",
    "Pada tanggal Kam, 8 Mei 2025 pukul 21.14 Maren Holt <maren@example.com> menulis:",
    "El dj., 8 de maig 2025, 21:14, Maren Holt <maren@example.com> va escriure:",
    "\u202bבתאריך יום ה׳, 8 במאי 2025 ב-21:14 מאת \u202aMaren Holt\u202c\u200f <\u202amaren@example.com\u202c\u200f>:\u202c",
    "2011/4/7 Maren Holt <maren@example.com>",
    "Maren Holt wrote:",
]
BLOCKS = [
    "From: Maren Holt <maren@example.com>\nSent: Thursday, May 8, 2025 9:14 PM\nTo: Ann <ann@example.com>\nSubject: RE: x",
    "*From:* Maren Holt\n*Sent:* Thursday, May 8, 2025 9:14 PM\n*To:* Ann\n*Subject:* RE: x",
    "Von: Maren Holt <maren@example.com>\nGesendet: Donnerstag, 8. Mai 2025 21:14\nAn: Ann\nBetreff: AW: x",
    "De : Maren Holt <maren@example.com>\nEnvoyé : jeudi 8 mai 2025 21:14\nÀ : Ann\nObjet : RE: x",
    "De: Maren Holt\nEnviado el: jueves, 8 de mayo de 2025 21:14\nPara: Ann\nAsunto: RE: x",
    "Da: Maren Holt <maren@example.com>\nInviato: giovedì 8 maggio 2025 21:14\nA: Ann\nOggetto: R: x",
    "Van: Maren Holt <maren@example.com>\nVerzonden: donderdag 8 mei 2025 21:14\nAan: Ann\nOnderwerp: RE: x",
    "Från: Maren Holt\nSkickat: den 8 maj 2025 21:14\nTill: Ann\nÄmne: SV: x",
    "Od: Maren Holt <maren@example.com>\nWysłano: czwartek, 8 maja 2025 21:14\nDo: Ann\nTemat: ODP: x",
    "От: Maren Holt\nОтправлено: 8 мая 2025 г. 21:14\nКому: Ann\nТема: x",
    "Gönderen: Maren Holt\nGönderildi: 8 Mayıs 2025 Perşembe 21:14\nKime: Ann\nKonu: x",
    "发件人: Maren Holt <maren@example.com>\n发送时间: 2025年5月8日 21:14\n收件人: Ann\n主题: x",
    "差出人: Maren Holt <maren@example.com>\n送信日時: 2025年5月8日 21:14\n宛先: Ann\n件名: x",
    "-----Original Message-----\nFrom: Maren Holt",
    "----- Ursprüngliche Nachricht -----\nVon: Maren",
    "-------- Message original --------",
    "---------- Forwarded message ---------",
    "Begin forwarded message:",
    "---- Maren Holt wrote ----",
    "________________________________\nFrom: Maren Holt\nSent: 8 May 2025 21:14",
]
DEVICES = [
    "Sent from my iPhone", "Sent from Mail for Windows", "Get Outlook for Android<https://aka.ms/x>", "Sent with Proton Mail secure email.",
    "Von meinem iPad gesendet", "Envoyé de mon iPhone", "Enviado desde mi iPhone", "Enviado do meu iPhone", "Inviato da iPhone",
    "Verstuurd vanaf mijn iPhone", "Skickat från min iPhone", "Sendt fra min iPhone", "Lähetetty iPhonesta", "Wysłane z iPhone’a",
    "Odesláno z iPhonu", "Отправлено с iPhone", "iPhone'umdan gönderildi", "iPhoneから送信", "发自我的iPhone", "나의 iPhone에서 보냄",
]  # fmt: skip


@pytest.mark.parametrize("line", ATTRIBUTIONS)
def test_an_attribution_before_a_quote_is_cut(line):
    """Every language's "On ... wrote:" goes with the quote it introduces."""
    assert own_words(f"Thank you, it works.\n\n{line}\n\n> Try this.\n> Maren") == "Thank you, it works."


@pytest.mark.parametrize("line", [a for a in ATTRIBUTIONS if "@" in a and a.endswith((":", "："))])
def test_an_attribution_with_an_address_begins_an_unmarked_quote(line):
    """A program that quotes without > is told by the attribution alone."""
    assert own_words(f"Thank you.\n\n{line}\n\nTry this.\nMaren") == "Thank you."


@pytest.mark.parametrize(
    "broken",
    [
        "On Thu, May 8, 2025 at 9:14 PM Maren Holt\n<maren@example.com> wrote:",
        "On Thu, May 8, 2025 at 9:14 PM, Maren Holt <maren@example.com>\nwrote:",
        "Am Do., 8. Mai 2025 um 21:14 Uhr schrieb Maren Holt <\nmaren@example.com>:",
        "Le jeu. 8 mai 2025 à 21:14, Maren Holt\n<maren@example.com>\na écrit :",
    ],
)
def test_an_attribution_over_several_lines_is_one(broken):
    """Mail programs break the line at 76 characters."""
    assert ("It works.", broken + "\n> Try this.") == split(f"It works.\n\n{broken}\n> Try this.")


@pytest.mark.parametrize("block", BLOCKS)
def test_a_header_block_begins_the_letter_below(block):
    """Outlook quotes the whole letter below its headers, without marks."""
    assert own_words(f"Thanks!\n\n{block}\n\nTry this.\n\nMaren") == "Thanks!"


@pytest.mark.parametrize("line", DEVICES)
def test_what_a_telephone_adds_is_cut(line):
    """With a quote below, or alone at the end."""
    assert [own_words(f"Works.\n\n{line}"), own_words(f"Works.\n\n{line}\n\n> Try this.")] == ["Works.", "Works."]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param("> Does it work?\n\nYes.\n\n> And offline?\n\nThat too.", "Yes.\n\nThat too.", id="interleaved"),
        pytest.param("On 8 May 2025, Maren wrote:\n> Does it?\n\nYes.\n\n-- \nAnn", "Yes.", id="bottom-posted with signature"),
        pytest.param("-- \nAnn\n\n> Does it?\n\nYes.", "Yes.", id="signature on top, answer below"),
        pytest.param("Sent from my iPhone\n\nYes, it does.", "Yes, it does.", id="a telephone's line on top"),
        pytest.param("Works.\n\nSent from my iPhone\n\nP.S. Thanks!", "Works.\n\nP.S. Thanks!", id="words behind a telephone's line"),
        pytest.param("I tried.\nSent with curl -sI it gives 301,\nand then?", "I tried.\nSent with curl -sI it gives 301,\nand then?",
                     id="a sentence that begins like one"),
        pytest.param("CAUTION: This email originated from outside of the company.\n\nWorks.", "Works.", id="a notice on top"),
        pytest.param("[EXTERNAL EMAIL] DO NOT CLICK links unless you recognize the sender.\n\nWorks.", "Works.", id="another one"),
        pytest.param("Works.\n-------------- next part --------------\nAn HTML attachment was scrubbed...", "Works.", id="what Mailman took out"),
        pytest.param("Works.\n\nNext part\n\nMore.", "Works.\n\nNext part\n\nMore.", id="a heading of the writer's own"),
        pytest.param("> a\n> b", "", id="quoted whole"),
        pytest.param("Works.\n\nMaren <m@stillpages.example.com>\n08.05.2025 10:00\n\nAn\nAnn <ann@example.com>\nKopie\n\nThema\nRe: cron\n\nTry this.",
                     "Works.", id="Lotus Notes' block"),
        pytest.param("Works since\n08.05.2025 10:00\nas it should.", "Works since\n08.05.2025 10:00\nas it should.", id="a moment is no block"),
        pytest.param("Works.\n\nMaren wrote on 8.5.2025 10:00:\nTry this.", "Works.", id="the writer before the moment"),
        pytest.param("Works.\n\n___________________\nAnn Example\nExample Ltd\nTel +49 30 5550123", "Works.", id="a card under a drawn line"),
        pytest.param("Works.\n\n___________________\nIt took\nthree days", "Works.\n\n___________________\nIt took\nthree days",
                     id="words under a drawn line"),
        pytest.param("", "", id="empty"),
        pytest.param("Hi,\n\n\n\nbye", "Hi,\n\nbye", id="empty lines single"),
        pytest.param("Yes.\n\n--\nAnn\nExample Ltd", "Yes.", id="a separator that lost its space"),
        pytest.param("Yes.\n\n-Ann", "Yes.", id="a name behind a dash"),
        pytest.param("I need\n\n- Docker", "I need\n\n- Docker", id="an item is no name"),
        pytest.param("On Windows I got this:\n\nno PATH", "On Windows I got this:\n\nno PATH", id="On without a writer"),
        pytest.param("You wrote:\n\nuse env -i\n\nand I did.", "You wrote:\n\nuse env -i\n\nand I did.", id="quoted by hand"),
        pytest.param("At 10:30 it said:\nerror 5", "At 10:30 it said:\nerror 5", id="a clock is no attribution by itself"),
        pytest.param("Date: 5\nand nothing else", "Date: 5\nand nothing else", id="one header is none"),
        pytest.param("a -- b\n\n5 > 3", "a -- b\n\n5 > 3", id="marks inside a line"),
        pytest.param("Title\n=====\n\ntext\n-----\nmore", "Title\n=====\n\ntext\n-----\nmore", id="rules of the writer's own"),
        pytest.param("```\n> x\n-- y\n```", "```\n> x\n-- y\n```", id="a fence"),
        pytest.param("```\n> x", "```", id="an open fence is none"),
        pytest.param(
            "Works.\n_______________________________________________\nx mailing list\nhttps://lists.example.com/listinfo/x", "Works.",
            id="a list's footer",
        ),
        pytest.param(
            "Works.\n\nThis message is intended solely for the use of the person it is addressed to and is confidential.", "Works.",
            id="a company's notice",
        ),
    ],
)  # fmt: skip
def test_what_stays_and_what_goes(body, expected):
    """One rule each; see the id."""
    assert expected == own_words(body)


@pytest.mark.parametrize(
    ("closing", "behind", "is_cut"),
    [
        ("Kind regards,", "Ann Example\nHead of Pages | Example Ltd\nMobile: +49 170 5550123", True),
        ("Mit freundlichen Grüßen", "Ann Example\nann@work.example.com", True),
        ("Cheers", "Ann", False),
        ("Thanks,", "Ann\nfrom the workshop", False),
        ("Thanks,", "and one more question:\nis +49 30 5550123 your number?", False),
        ("Best wishes,", "\n".join(["line"] * 9 + ["+49 30 5550123"]), False),
    ],
)
def test_an_unmarked_signature_is_cut_only_when_unmistakable(closing, behind, is_cut):
    """A closing, then a few short lines with a number or an address, to the end."""
    expected = f"It works.\n\n{closing}" + ("" if is_cut else f"\n{behind}")

    assert expected == own_words(f"It works.\n\n{closing}\n{behind}")


LINES = st.sampled_from(
    [*ATTRIBUTIONS[:6], "> quote", ">> deeper", "-- ", "--", "", "words", "```", "From: a <a@example.com>", "Sent: 8 May 2025 10:00",
     "To: b", "________________________________", "Sent from my iPhone", "Thanks,", "-Ann", "- item", "+49 30 5550123"]
) | st.text(max_size=30)  # fmt: skip


@given(st.lists(LINES, max_size=25).map("\n".join))
@settings(max_examples=300, deadline=None)
def test_every_line_is_one_of_the_bodys_and_stands_in_one_part(body):
    """Nothing is invented, nothing is lost, whatever the body holds."""
    own, rest = split(body)
    lines = [line.rstrip() for line in body.split("\n") if line.strip()]
    shown = [line.rstrip() for line in f"{own}\n{rest}".split("\n") if line.strip()]

    assert sorted(lines) == sorted(shown)


@pytest.mark.parametrize(
    "line",
    ["> " * 50, "On " * 300 + "wrote:", "-" * 900, "_" * 900 + "x", "From: " * 100, "-- ", "--", "a" * 70 + ":", "*" * 400 + ":",
     "On 8 May 2025, a", "Date: x@example.com 10:00", "```", "Sent from my x", "1" * 900 + ":", "+1 " * 300, "x@" * 400],
)  # fmt: skip
def test_hostile_bodies_take_no_time(line):
    """Hundreds of kilobytes of one line over and over stays linear."""
    body = "\n".join([line] * (400_000 // (len(line) + 1)))
    start = time.process_time()

    own_words(body)

    assert time.process_time() - start < 2


@pytest.mark.parametrize(
    "notice",
    [
        "Ce message et ses pièces jointes sont confidentiels et destinés exclusivement à leurs destinataires.",
        "Este mensaje va dirigido exclusivamente a su destinatario. No está permitida su reproducción sin autorización.",
        "Le informazioni contenute in questo messaggio sono riservate e ad uso esclusivo del destinatario.",
        "Esta mensagem pode conter informações confidenciais. Se você não é o destinatário, apague.",
        "Dit bericht kan informatie bevatten die niet voor u is bestemd. Indien u niet de geadresseerde bent, wis het.",
        "NOTICE: This communication may contain privileged or other confidential information. Do not copy or publish it.",
        "Please consider the environment before printing this e-mail.",
        "Det här meddelandet kan innehålla konfidentiell information. Om du inte är avsedd mottagare, radera det.",
        "________________________________\nThe content of this email is confidential and intended for the recipient only.",
    ],
)
def test_a_companys_notice_is_cut_in_many_languages(notice):
    """What a company adds below every letter is not its writer's wish, and the rule above it goes with it."""
    assert "Thank you." == own_words(f"Thank you.\n\n{notice}\n")


def test_a_rule_inside_a_letter_stays():
    """Only the rule that parted the letter from what was cut goes."""
    assert "One.\n\n_____\n\nTwo." == own_words("One.\n\n_____\n\nTwo.")


@pytest.mark.parametrize(
    "below",
    ["PS: does it work on BSD?", "P.S. It still works.", "ps: thanks again", "P.-S. : merci encore", "PS It works."],
)
def test_a_postscript_below_the_signature_is_the_writers(below):
    """What stands under the signature behind PS is a sentence of the writer's, not of the signature."""
    assert f"Thank you.\n\n{below}" == own_words(f"Thank you.\n\n-- \nAnn Example\n\n{below}\n")


@pytest.mark.parametrize("line", ["Psychologist", "PS5 and more", "psql administrator", "ps. Example Ltd"])
def test_a_signature_that_begins_like_one_stays_cut(line):
    """A profession or a firm is no postscript."""
    assert "Thank you." == own_words(f"Thank you.\n\n-- \nAnn Example\n{line}\n")


def test_a_card_behind_three_stars_is_cut():
    """A short rule parts a card too, where a telephone number or an address stands among two to eight lines."""
    assert "Thank you." == own_words("Thank you.\n\n***\nAnn\nTel: +49 30 5550123\n")
    assert "One.\n\n***\n\nTwo." == own_words("One.\n\n***\n\nTwo.")
