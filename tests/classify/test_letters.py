"""What letters say without the word for it: corrections, stories of thanks, told questions, offers, permissions."""

from __future__ import annotations

import pytest

from gratitude.classify import classify
from gratitude.message import Kind, Kinds, Message, Permission
from gratitude.note import Via

CORRECTIONS = {
    "en": [
        "The second link in your post on tides takes you to a parked domain, it is dead.",
        "One small thing: the last command needs --recursive here.",
        "Since version 4 it is called `serve`, not `server`.",
        "In step three the path should be /srv/www and not /var/www.",
        "The button in the demo points to a file that does not exist.",
        "Your own checklist breaks on the page that explains it.",
        "The package is spelled `libfoo` in one place and `lib-foo` in another.",
        "The sum in the last row should be 418, you have 481.",
        "The village is called Hollin, not Holling.",
        "I love this post, thank you! Only the link to the manual no longer works.",
        "It is true for small sites, but the post leaves out that caches keep such an answer for a year.",
    ],
    "de": [
        "Der Verweis auf die Anleitung führt leider ins Leere.",
        "Seit Version 5 heißt der Schalter `--quiet`.",
        "Eine Kleinigkeit: der Befehl braucht noch ein sudo.",
        "Vielen Dank! Im dritten Absatz muss es `chmod` heißen, nicht `chown`.",
        "Beim Tabellenkopf bin ich gestutzt, da steht 12 statt 21.",
    ],
    "fr": [
        "Le lien vers la documentation mène à une page qui n'existe plus.",
        "Depuis la version 5, l'option s'appelle désormais `--quiet`.",
        "Un petit détail : dans le tableau il manque une virgule.",
        "Merci pour ce billet. C'est `chmod` et non `chown`.",
    ],
    "es": [
        "El enlace del segundo párrafo lleva a una página que ya no existe.",
        "Desde la versión 5 la opción se llama ahora `--quiet`.",
        "Un pequeño detalle: al comando le falta una opción.",
        "Muchas gracias por la entrada. Es `chmod` y no `chown`.",
    ],
    "pt": [
        "O link do segundo parágrafo leva a uma página que já não existe.",
        "Desde a versão 5 a opção agora se chama `--quiet`.",
        "Um pequeno detalhe: na tabela falta uma vírgula.",
        "Obrigada pelo texto. É `chmod` e não `chown`.",
    ],
    "it": ["Il link alla guida porta a una pagina che non esiste più.", "Dalla versione 5 si chiama `quiet`."],
    "nl": ["De link naar de handleiding leidt nergens meer heen.", "Sinds versie 5 heet de optie anders."],
    "pl": ["Link do instrukcji prowadzi donikąd.", "Drobiazg: w tytule brakuje litery."],
    "ru": ["Ссылка на руководство ведёт на страницу, которой больше нет.", "Мелочь: в заголовке пропущена буква."],
    "ja": ["リンク先のページが存在しません。", "細かい点ですが、オプションの綴りが違います。"],
    "zh": ["文中的链接指向一个不存在的页面。", "小问题：这里少了一个逗号。"],
}

STORIES = {
    "en": [
        "Because of your warning I looked at my own archive, and half of the tapes were missing.",
        "After reading your note I checked the router and found the old rule.",
        "The whole site now rebuilds every morning without me.",
        "I had almost given up on comments until I found your page.",
        "Without your guide we would still be copying files by hand.",
        "Your recipe is taped to the door of our workshop: the page is pinned above my desk.",
        "We use your post in our course for librarians.",
        "Four days I searched for this. Now the lamp is green.",
        "This meant a great deal to my mother, and I wanted you to know.",
        "You wrote that one should test the spare key. It did not fit. Now we have one that does.",
        "I used your table for my exam and passed.",
        "My students start every term with your chapter on maps.",
        "It worked on the first try!",
    ],
    "de": [
        "Wegen deines Hinweises habe ich nachgesehen und die alten Bänder gefunden.",
        "Ich hatte schon aufgegeben, bis ich diese Seite fand.",
        "Seitdem läuft die Sicherung jede Nacht.",
        "Ohne Ihre Anleitung hätten wir das ganze Archiv verloren.",
        "Ihr Text hängt ausgedruckt in der Werkstatt.",
        "Wir verwenden den Beitrag im Unterricht.",
        "Ich habe deinen Tipp ausprobiert und die Lampe brennt wieder.",
    ],
    "fr": [
        "Après avoir lu votre note j'ai retrouvé les bandes de mon oncle.",
        "J'avais presque abandonné avant de tomber ici.",
        "Sans votre guide nous aurions perdu toutes les archives.",
        "Nous utilisons votre page en classe.",
        "J'ai suivi vos conseils et la radio marche à nouveau.",
    ],
    "es": [
        "A raíz de tu nota revisé el archivo y recuperé las cintas.",
        "Ya me había dado por vencido.",
        "Sin tu guía habríamos perdido todo el archivo.",
        "Usamos tu página en clase.",
        "He seguido tus instrucciones y la radio vuelve a funcionar.",
    ],
    "pt": [
        "Depois de ler o texto consegui recuperar as fitas do meu tio.",
        "Eu já tinha desistido de procurar.",
        "Sem o seu guia teríamos perdido todo o arquivo.",
        "Usamos a página em sala, na aula de quinta.",
        "Segui as suas instruções e o rádio voltou a tocar.",
    ],
    "it": [
        "Senza la tua guida avremmo perso tutto l'archivio.",
        "Usiamo la pagina in classe ogni anno.",
        "Ho seguito i passi e ha funzionato al primo colpo.",
    ],
    "nl": [
        "Zonder jouw handleiding waren we het archief kwijt.",
        "We gebruiken de pagina in de klas.",
        "Ik heb de stappen gevolgd en het werkte meteen.",
    ],
    "pl": [
        "Bez tego wpisu stracilibyśmy całe archiwum.",
        "Dzięki notatce wreszcie naprawiłem router.",
        "Zrobiłam wszystko według instrukcji i radio gra.",
    ],
    "ru": [
        "Без вашей заметки мы бы потеряли весь архив.",
        "Прочитав заметку, наконец нашёл ошибку.",
        "Сделал по вашей инструкции, всё заработало.",
    ],
    "ja": [
        "この記事がなければ写真は消えていました。",
        "一行足しただけで直りました。",
        "説明の通りにしたらラジオが鳴りました。",
    ],
    "zh": ["照着您的教程终于把照片找回了。", "本来都快放弃了。", "按照你的步骤一次就成功了。"],
}

NO_THANKS = [
    "Without your glasses you would not see it.",
    "After reading your note I still get the same error.",
    "It does not matter to me.",
    "I tried your method, but the lamp stays dark.",
    "I followed your steps and it never works again.",
    "You wrote that one should test the key.",
    "The radio plays again.",
    "Wo steht dein Rezept? Die Lampe brennt wieder.",
    "Teraz nic nie działa.",
    "Nachdem ich das eingestellt habe, läuft gar nichts mehr.",
    "Não consegui recuperar os arquivos.",
    "No pude recuperar los archivos.",
]

NO_QUESTIONS = {
    "en": [
        "I don't know how to thank you for the chapter on feeds.",
        "My neighbour asked me who had written it.",
        "For years I wondered why the clock was late, and your post told me. Thank you.",
        "I asked you in May whether it holds for BSD. It does, thank you!",
        "What matters is the order of the rules.",
        "You may remember me: I wrote about the lost index. It works now.",
    ],
    "de": [
        "Danke, ich weiß nicht, wie oft ich das schon nachgeschlagen habe.",
        "Genau so, wie Sie es zeigen, habe ich es gemacht. Danke!",
        "Meine Tochter fragte, warum ich so lache. Danke für den Text.",
        "Ich habe mich immer gefragt, warum die Uhr nachgeht. Jetzt weiß ich es, danke.",
        "Danke. Bitte nicht auf der Seite veröffentlichen.",
    ],
    "es": [
        "Gracias por la guía, que es muy clara.",
        "Gracias. No sé cómo agradecerte tanto trabajo.",
        "No sabía que se podía hacer así. Gracias.",
        "Mi hija me preguntó por qué sonreía. Gracias por el texto.",
        "Gracias. Puede publicar esto con mi nombre.",
    ],
    "pt": [
        "Obrigado pelo guia, que é muito claro.",
        "Não sabia como se fazia. Obrigado.",
        "Obrigada. Não sei como lhe agradecer.",
        "A minha filha perguntou-me porque eu sorria. Obrigado pelo texto.",
        "Obrigado. Pode citar esta carta sem o meu nome.",
    ],
    "fr": ["Merci pour ce guide, qui est très clair.", "Merci. Je ne sais pas comment vous remercier."],
    "it": ["Grazie per la guida, dove si spiega tutto bene.", "Grazie, non so come ringraziarti."],
    "nl": ["Bedankt, precies hoe je het beschrijft heb ik het gedaan."],
    "pl": ["Dziękuję za wpis, który jest bardzo jasny.", "Nie wiem, jak dziękować."],
    "ru": ["Спасибо, я думаю, что это лучший текст.", "Спасибо, не знаю, как благодарить."],
    "ja": ["何とお礼を言っていいかわかりません。ありがとうございます。"],
    "zh": ["谢谢，真不知道怎么感谢您。"],
}

PITCHES = [
    "Just following up on my proposal from last week. Did you get a chance to consider my titles?",
    "Great list! One link is dead. Would you replace it with ours?",
    "We published a guide on the same topic. Could you add it? It would make a great addition to your page.",
    "We would love to welcome you on our podcast next month.",
    "Would your readers like an exclusive discount? In return we would promote your blog.",
    "We offer affordable hosting packages, from only $9 a month.",
    "I also run a similar blog, please check out my site.",
    "For my class I am required to interview a blogger. Can you answer ten questions?",
    "We would like to sponsor one issue of your newsletter.",
    "Would you be open to a paid collaboration?",
    "Any update on the article I proposed?",
    "Wir zahlen 100 Euro für einen Link in Ihrem Beitrag.",
    "Haben Sie Interesse an einer Kooperation mit unserem Unternehmen?",
    "¿Le interesaría una colaboración con nuestra marca?",
    "Könnten Sie unseren Ratgeber in Ihrem Beitrag verlinken?",
    "Pourriez-vous ajouter notre guide à votre page ?",
    "¿Podría incluir nuestro enlace en su lista?",
    "Você poderia adicionar nosso link à lista?",
    "Potresti inserire il nostro link nella pagina?",
    "Kunt u onze gids toevoegen aan uw lijst?",
    "Czy mógłby Pan dodać nasz link do artykułu?",
    "Не могли бы вы добавить нашу ссылку в статью?",
    "弊社のリンクを追加していただけますか。",
    "能否添加我们的链接？",
]

NO_PITCHES = [
    "Could you add a link to the second part?",
    "Would you consider adding a link to the source?",
    "I wrote about the same trick on my blog last year.",
    "Is there a podcast you like?",
    "Did you have a chance to look at my question?",
    "We offer our thanks for the guide.",
]

SAID = [
    ("You're welcome to credit me as Ann from Leeds.", "named"),
    ("You may mention me by name.", "named"),
    ("You may put this on your page with my name.", "named"),
    ("Print this too, just as before.", "anonymous"),
    ("You may quote me as a reader.", "anonymous"),
    ("You may quote me as you like.", "anonymous"),
    ("Sie dürfen mich gern mit meinem Namen zitieren.", "named"),
    ("Du darfst das auf die Seite stellen, nenn mich aber bitte nicht.", "anonymous"),
    ("Vous pouvez me citer comme lecteur.", "anonymous"),
    ("Vous pouvez le mettre sur la page avec mon prénom.", "named"),
    ("Puede citarme con gusto.", "anonymous"),
    ("Puedes citarme como Lupe.", "named"),
    ("Pode citar-me como Inês.", "named"),
    ("Pode citar-me como quiser.", "anonymous"),
    ("Puoi citarmi come Ada.", "named"),
    ("Je mag me citeren, noem me gerust als Jet.", "named"),
    ("Może Pani to zamieścić na stronie i podpisać moim imieniem.", "named"),
    (
        "Можете процитировать меня с моим именем.",
        "named",
    ),
    ("名前付きで掲載していただいて構いません。", "named"),
    ("紹介していただいても大丈夫です。", "anonymous"),
    ("You can put this script on your site.", "none"),
    ("Puedes poner el archivo en tu página.", "none"),
    ("Du kannst mich gern Anna nennen.", "none"),
]


def read(words: str, **more: object) -> Kinds:
    values: dict[str, object] = {"via": Via.MAIL, **more}
    return classify(Message(identity="mid:1@example.com", own_words=words, **values))  # type: ignore[arg-type]


def rows(table: dict[str, list[str]]) -> list[str]:
    return [text for texts in table.values() for text in texts]


@pytest.mark.parametrize("words", rows(CORRECTIONS))
def test_who_names_what_is_wrong_corrects(words: str) -> None:
    """Dead links, old names, a wrong value beside the right one: a correction, first, whatever it also praises."""
    assert Kind.CORRECTION == read(words).primary


@pytest.mark.parametrize(
    "words",
    [
        "We set the timer to 30 instead of 20 and the bread is better.",
        "I should say that the page is a joy.",
        "Ich nehme jetzt 80 statt 70 Gramm.",
        "My links no longer work.",
    ],
)
def test_who_tells_of_their_own_values_corrects_nothing(words: str) -> None:
    """Two numbers side by side are the post's mistake only where the post is said to have them."""
    assert Kind.CORRECTION not in read(words)


@pytest.mark.parametrize("words", rows(STORIES))
def test_a_story_of_what_came_of_a_post_is_thanks(words: str) -> None:
    """What a reader could do, found or saved because of the post is thanks without the word."""
    assert Kind.THANKS == read(words).primary


@pytest.mark.parametrize("words", NO_THANKS)
def test_a_story_without_a_good_end_is_none(words: str) -> None:
    """The same words with a no in them thank nobody."""
    assert Kind.THANKS not in read(words)


@pytest.mark.parametrize("words", rows(NO_QUESTIONS))
def test_what_only_tells_of_a_question_asks_nothing(words: str) -> None:
    """Relative clauses, questions of others or of the past, "I don't know how to thank you", words about quoting."""
    assert Kind.QUESTION not in read(words)


@pytest.mark.parametrize("words", PITCHES)
def test_an_offer_is_a_pitch_first(words: str) -> None:
    """Links, podcasts, sponsors, assignments: even where it praises, points out a dead link or asks."""
    assert Kind.PITCH == read(words).primary


@pytest.mark.parametrize("words", NO_PITCHES)
def test_what_readers_ask_for_is_no_pitch(words: str) -> None:
    """A link wished for, a blog of one's own and a question that waits are a reader's."""
    assert Kind.PITCH not in read(words)


@pytest.mark.parametrize(("words", "expected"), SAID)
def test_a_name_given_for_the_page_is_named(words: str, expected: str) -> None:
    """A name or "by name" is needed; "as last time" and "as a reader" say yes to the words alone."""
    assert Permission(expected) == read(words).permission


@pytest.mark.parametrize(
    ("subject", "words", "expected"),
    [
        ("Broken link in your tide post", "The third one, below the map.", Kind.CORRECTION),
        ("Re: Broken link in your tide post", "The third one, below the map.", Kind.REMARK),
        ("Re: Guest post for your blog", "Any news?", Kind.PITCH),
        ("Re: Guest post by Ann", "Thank you, it helped me.", Kind.THANKS),
    ],
)
def test_a_subject_counts_where_the_words_say_nothing(subject: str, words: str, expected: Kind) -> None:
    """A new letter's subject may correct; who answers below an offer of their own goes on offering."""
    assert expected == read(words, subject=subject).primary


@pytest.mark.parametrize(
    ("words", "more", "thanks"),
    [
        ("Thanks Bo, that did it.", {"via": Via.COMMENT, "in_reply_to": "wp:7"}, False),
        ("Thanks Ann, that did it.", {"via": Via.COMMENT, "in_reply_to": "wp:7"}, True),
        ("Thanks Bo, that did it.", {"via": Via.MAIL, "in_reply_to": "mid:7"}, True),
    ],
)
def test_thanks_to_another_reader_by_name_are_not_the_authors(
    words: str, more: dict[str, object], thanks: bool
) -> None:
    """In a comment thread "Thanks Bo" is Bo's, unless the author is called so; a letter is always the author's."""
    message = Message(identity="wp:example:9", own_words=words, **more)  # type: ignore[arg-type]

    assert thanks is (Kind.THANKS in classify(message, names=("Ann Holt",)))


def test_a_line_that_begins_with_quoted_words_goes_on() -> None:
    """A wrapped line may begin with a name in quotes: only a line that is code alone ends a sentence."""
    words = 'Thanks. In the fifth part the reference to\n"Tides and times" leads to a page that is gone,\nI think.'

    assert any("fifth part" in s.text for s in read(words).evidence if s.kind == "best")
