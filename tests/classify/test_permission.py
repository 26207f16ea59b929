"""What a writer says about being quoted, and what a form says for them."""

from __future__ import annotations

import pytest

from gratitude.classify import classify
from gratitude.message import Form, Message
from gratitude.note import Via

SAID = [
    ("You may quote me with my name.", "named"),
    ("Feel free to quote me, my name is fine.", "named"),
    ("Yes, you may print it. Use my full name.", "named"),
    ("I don't want to be anonymous, so you may publish this under my name.", "named"),
    ("You can publish this.", "anonymous"),
    ("I don't mind if you share this on your blog.", "anonymous"),
    ("You have my permission to publish it.", "anonymous"),
    ("You can publish this without my name.", "anonymous"),
    ("If you quote this, leave my name out.", "anonymous"),
    ("Please don't publish my name, but the rest is fine to quote.", "anonymous"),
    ("Happy for you to quote this, but anonymously please.", "anonymous"),
    ("Please do not publish this.", "refused"),
    ("You may publish my first letter, but not this one.", "refused"),
    ("You may publish my first letter.", "none"),
    ("Vous pouvez publier ma première lettre, mais pas celle-ci.", "refused"),
    ("Other guides worked, but not this one.", "none"),
    ("My friend Ben said you may quote him by name.", "none"),
    ("please dont post this comment", "refused"),
    ("I'd rather you didn't publish it.", "refused"),
    ("This stays between us, please do not put it on your site.", "refused"),
    ("This is not for publication.", "refused"),
    ("Please treat this as confidential, it is only for you.", "refused"),
    ("Please delete this comment again, I wrote my real name by mistake.", "refused"),
    ("Could you take my comment down?", "refused"),
    ("I withdraw my permission.", "refused"),
    ("You can quote the first part with my name, but do not publish the rest.", "refused"),
    ("Keep it between us, please.", "refused"),
    ("A neighbour asked me, years ago, to take it down.", "none"),
    ("The only thing between us and the sea is a wall.", "none"),
    ("The plugin is free to use.", "none"),
    ("Please don't publish my email address.", "none"),
    ("You may publish this, but please do not show my e-mail address.", "anonymous"),
    ("Please do not publish this, nor my email address.", "refused"),
    ("Thank you for the post.", "none"),
    ("May I quote you with your name?", "none"),
    ("You can publish it with make publish.", "none"),
    ("I never publish anything before noon.", "none"),
    ("My site is a place where people can share their thoughts anonymously with others.", "none"),
    ("You can use anonymous functions here.", "none"),
    ("Please don't use tabs in a Makefile.", "none"),
    ("You do not publish often enough.", "none"),
    ("Please delete this file after the build.", "none"),
    ('The footer says "please do not publish this" in red.', "none"),
]


def permission(words: str, show: str = "") -> str:
    return classify(
        Message(identity="mid:1@example.com", via=Via.MAIL, own_words=words, form=Form(show=show))
    ).permission


@pytest.mark.parametrize(("words", "expected"), SAID)
def test_permission_is_read_carefully(words: str, expected: str) -> None:
    """A refusal beats everything; a yes without a word about the name is anonymous; a question is no answer."""
    assert expected == permission(words)


@pytest.mark.parametrize("words", [words for words, expected in SAID if expected != "none"])
def test_the_words_that_say_so_are_shown(words: str) -> None:
    """Every permission that words give or refuse has its evidence."""
    found = classify(Message(identity="mid:1@example.com", via=Via.MAIL, own_words=words))

    assert [span for span in found.evidence if span.kind == "permission"]


@pytest.mark.parametrize(
    ("show", "expected"),
    [("private", "refused"), ("counted", "refused"), ("anonymous", "anonymous"), ("Named", "named"), ("?", "none")],
)
def test_a_form_says_it_by_its_choice(show: str, expected: str) -> None:
    """Private and counted let no word be shown."""
    assert expected == permission("Thank you.", show)


@pytest.mark.parametrize(
    ("words", "show", "expected"),
    [
        ("Please do not publish this.", "named", "refused"),
        ("You may publish this, but without my name.", "named", "anonymous"),
        ("You may quote me with my name.", "private", "refused"),
        ("You may quote me with my name.", "anonymous", "anonymous"),
    ],
)
def test_the_stricter_of_words_and_form_counts(words: str, show: str, expected: str) -> None:
    """Who clicks one thing and writes another is not shown more than either allows."""
    assert expected == permission(words, show)


FURTHER = [
    ("Publicera inte det här, tack.", "refused"),
    ("Jag vill inte att detta publiceras.", "refused"),
    ("Var snäll och ta bort min kommentar.", "refused"),
    ("Du får gärna citera mig, med mitt namn.", "named"),
    ("Du får inte citera mig.", "refused"),
    ("Skillnaden mellan oss och dem är liten.", "none"),
    ("Du må ikke offentliggøre dette.", "refused"),
    ("Det bliver mellem os.", "refused"),
    ("Du må gerne citere mig med navn.", "named"),
    ("Vennligst ikke legg ut e-posten min.", "refused"),
    ("Ikke publiser dette, takk.", "refused"),
    ("Älä julkaise tätä.", "refused"),
    ("En halua, että tätä julkaistaan.", "refused"),
    ("Saat julkaista tämän nimelläni.", "named"),
    ("Prosím, nezveřejňujte to.", "refused"),
    ("Nechci, aby to bylo zveřejněno.", "refused"),
    ("Smažte prosím můj komentář.", "refused"),
    ("Můžete mě citovat i se jménem.", "named"),
    ("Mezi námi vývojáři je to známé.", "none"),
    ("Prosím, nezverejňujte to.", "refused"),
    ("Kérem, ne tegye közzé.", "refused"),
    ("Maradjon köztünk.", "refused"),
    ("Nyugodtan idézhet a nevemmel.", "named"),
    ("Lütfen bunu yayınlamayın.", "refused"),
    ("Yayınlanmasını istemiyorum.", "refused"),
    ("Adımla yayınlayabilirsiniz.", "named"),
    ("Μην το δημοσιεύσεις, σε παρακαλώ.", "refused"),
    ("Παρακαλώ διαγράψτε το σχόλιό μου.", "refused"),
    ("Μπορείτε να το δημοσιεύσετε με το όνομά μου.", "named"),
    ("Будь ласка, не публікуйте це.", "refused"),
    ("Vă rog să nu publicați asta.", "refused"),
    ("Molim vas, nemojte to objaviti.", "refused"),
    ("Si us plau, no ho publiquis.", "refused"),
    ("이 글은 공개하지 말아 주세요.", "refused"),
    ("من فضلك لا تنشر هذا.", "refused"),
    ("בבקשה אל תפרסם את זה.", "refused"),
    ("Tack så mycket, det fungerar nu.", "none"),
]


@pytest.mark.parametrize(("text", "expected"), FURTHER)
def test_a_refusal_is_heard_in_further_languages(text: str, expected: str) -> None:
    """Languages without a file of their own: what must not be published is never offered for publishing."""
    assert expected == classify(Message(identity="1", via=Via.COMMENT, own_words=text, public=True)).permission.value


@pytest.mark.parametrize(
    "text",
    [
        "Tack så mycket för inlägget.",
        "Mange tak for indlægget.",
        "Kiitos artikkelista!",
        "Děkuji za článek.",
        "Köszönöm a cikket.",
        "Teşekkür ederim.",
        "Ευχαριστώ για το άρθρο.",
    ],
)
def test_thanks_is_heard_in_further_languages(text: str) -> None:
    """Thanks in so many words is thanks in these languages too."""
    assert "thanks" == classify(Message(identity="1", via=Via.MAIL, own_words=text)).primary.value


# What people really write when they mean no, in the languages of the phrases; and what only looks like it.
MEANT = [
    ("I would rather this was not quoted.", "refused"),
    ("Please leave this off your website.", "refused"),
    ("This is for your eyes only.", "refused"),
    ("off the record: it saved me.", "refused"),
    ("Kindly do not share this with anyone.", "refused"),
    ("Not for public consumption.", "refused"),
    ("Don't post my comment please, it's just for you.", "refused"),
    ("I am not comfortable with this being published.", "refused"),
    ("I do not consent to publication.", "refused"),
    ("You do not have my permission to publish this.", "refused"),
    ("Please don't put this online.", "refused"),
    ("keep my message private please", "refused"),
    ("No need to publish this comment.", "refused"),
    ("You needn't publish this.", "refused"),
    ("(not for publishing)", "refused"),
    ("[Please do not approve this comment]", "refused"),
    ("Please do not let this comment through.", "refused"),
    ("I'd like my comment removed.", "refused"),
    ("Could you please remove my comment from 2019? My employer found it.", "refused"),
    ("Under GDPR I request the erasure of my comments.", "refused"),
    ("Please erase all my personal data.", "refused"),
    ("I revoke my consent.", "refused"),
    ("I changed my mind, please don't quote me after all.", "refused"),
    ("Please take it down.", "refused"),
    ("DO NOT PUBLISH", "refused"),
    ("don´t publish this", "refused"),
    ("dont publish plz", "refused"),
    ("P.S. this mail is private", "refused"),
    ("This is a private message.", "refused"),
    ("I'd prefer that you keep this private.", "refused"),
    ("This is confidential.", "refused"),
    ("Never publish this.", "refused"),
    ("Bitte nicht veröffentlichen!", "refused"),
    ("Das ist nur für Sie bestimmt.", "refused"),
    ("Bitte lösche meinen Kommentar wieder.", "refused"),
    ("Ich möchte nicht zitiert werden.", "refused"),
    ("Diese Zeilen sind nicht für die Öffentlichkeit.", "refused"),
    ("Ich widerrufe meine Einwilligung.", "refused"),
    ("Merci de ne pas publier ce message.", "refused"),
    ("Ne me citez pas.", "refused"),
    ("Ceci reste entre nous.", "refused"),
    ("Merci de supprimer mon commentaire.", "refused"),
    ("Por favor no publiques esto.", "refused"),
    ("No lo publiques.", "refused"),
    ("Esto queda entre nosotros.", "refused"),
    ("Por favor, borra mi comentario.", "refused"),
    ("Non pubblicare questo messaggio.", "refused"),
    ("Resti tra noi.", "refused"),
    ("Niet publiceren alstublieft.", "refused"),
    ("Dit blijft onder ons.", "refused"),
    ("Por favor não publique isto.", "refused"),
    ("Proszę nie publikować.", "refused"),
    ("Не публикуйте это, пожалуйста.", "refused"),
    ("Прошу удалить мой комментарий.", "refused"),
    ("公開しないでください。", "refused"),
    ("掲載はご遠慮ください。", "refused"),
    ("请不要公开。", "refused"),
    ("请不要发表这封信。", "refused"),
    ("Feel free to use my name and quote.", "named"),
    ("You're welcome to publish this, including my name.", "named"),
    ("Sure, go ahead and publish it with my full name.", "named"),
    ("I'm happy for you to share this on your site under my name.", "named"),
    ("You have my permission to publish my letter with my name.", "named"),
    ("Please do publish this! You can use my first name.", "named"),
    ("Sie dürfen mich gerne namentlich zitieren.", "named"),
    ("Vous pouvez me citer avec mon nom.", "named"),
    ("Puedes publicarlo con mi nombre.", "named"),
    ("You can publish this but please change my name.", "anonymous"),
    ("Feel free to quote, just don't use my real name.", "anonymous"),
    ("Use it if you like, but leave my name out of it.", "anonymous"),
    ('You may quote me as "a reader from Turin".', "anonymous"),
    ("publish it if you want, but anonymously", "anonymous"),
    ("Sie dürfen das gerne zitieren, aber ohne Namen.", "anonymous"),
    ("Vous pouvez citer ce message de façon anonyme.", "anonymous"),
    ("I published a similar post on my blog.", "none"),
    ("May I publish a translation of your post?", "none"),
    ("Can I quote you on my blog?", "none"),
    ("Please do not delete this post!", "none"),
    ("Why did you not publish the second part?", "none"),
    ("The repository is private.", "none"),
    ("My confidential data is safe now thanks to you.", "none"),
    ("I could not publish my site until I read this.", "none"),
    ("Do not share your keys with anyone, as you say.", "none"),
    ("How do I remove a comment in WordPress?", "none"),
    ("I deleted my comment section after reading this.", "none"),
    ("Please don't stop publishing!", "none"),
    ("It does not publish the feed on my machine.", "none"),
    ("Your post was the only one that did not quote the docs.", "none"),
    ("Just between us developers, cron is weird.", "none"),
    ("How do I keep my messages private?", "none"),
    ("The private message plugin fails.", "none"),
    ("Can you remove the comment line in the config?", "none"),
    ("Ich habe den Beitrag nicht veröffentlicht bekommen.", "none"),
    ("Wie lösche ich einen Kommentar in WordPress?", "none"),
    ("Ich erlaube nicht, dass Sie das veröffentlichen.", "refused"),
    ("Sie haben keine Erlaubnis, das zu veröffentlichen.", "refused"),
    ("Ich gebe keine Zustimmung zur Veröffentlichung.", "refused"),
    ("Das muss nicht veröffentlicht werden.", "refused"),
    ("Mir wäre es lieber, wenn das nicht im Blog erscheint.", "refused"),
    ("Ich bin nicht damit einverstanden, dass das veröffentlicht wird.", "refused"),
    ("Bitte entfernen Sie meine Daten.", "refused"),
    ("Je n'autorise pas la publication.", "refused"),
    ("Vous n'avez pas mon accord pour publier ceci.", "refused"),
    ("Je ne suis pas d'accord pour que vous publiiez cela.", "refused"),
    ("Je ne souhaite pas que ce message soit publié.", "refused"),
    ("Je retire mon accord.", "refused"),
    ("No autorizo la publicación.", "refused"),
    ("No tiene mi permiso para publicar esto.", "refused"),
    ("No quiero que se publique.", "refused"),
    ("Retiro mi consentimiento.", "refused"),
    ("Non autorizzo la pubblicazione.", "refused"),
    ("Non voglio che venga pubblicato.", "refused"),
    ("Ritiro il mio consenso.", "refused"),
    ("Não autorizo a publicação.", "refused"),
    ("Não quero que isto seja publicado.", "refused"),
    ("Retiro o meu consentimento.", "refused"),
    ("Ik geef geen toestemming voor publicatie.", "refused"),
    ("Ik wil niet dat dit gepubliceerd wordt.", "refused"),
    ("Ik trek mijn toestemming in.", "refused"),
    ("Nie wyrażam zgody na publikację.", "refused"),
    ("Nie chcę, żeby to było publikowane.", "refused"),
    ("Proszę usunąć mój komentarz.", "refused"),
    ("Cofam zgodę.", "refused"),
    ("Я не разрешаю публиковать это.", "refused"),
    ("Не хочу, чтобы это публиковали.", "refused"),
    ("Отзываю своё согласие.", "refused"),
    ("公開に同意しません。", "refused"),
    ("コメントを削除してください。", "refused"),
    ("我不同意公开。", "refused"),
    ("请删除我的评论。", "refused"),
    ("Ja, gerne veröffentlichen.", "anonymous"),
    ("Ich bin nicht sicher, ob ich das veröffentlichen darf.", "none"),
    ("Je ne sais pas comment publier mon blog.", "none"),
    ("No sé cómo publicar mi blog.", "none"),
    ("Non so come pubblicare il sito.", "none"),
    ("Não consigo publicar o site.", "none"),
]


@pytest.mark.parametrize(("text", "expected"), MEANT)
def test_a_no_is_heard_however_it_is_said(text: str, expected: str) -> None:
    """Above all where a permission stands inside it: "you do not have my permission to publish this"."""
    words = f"Thank you for the post, it works now.\n\n{text}"

    assert expected == classify(Message(identity="1", via=Via.MAIL, own_words=words)).permission.value
