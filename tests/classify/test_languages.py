"""What people write in eleven languages: invented sentences, and the primary kind a reader of the language sees."""

from __future__ import annotations

import pytest

from gratitude.classify import classify
from gratitude.message import Message
from gratitude.note import Via

SENTENCES = {
    "en": [
        ("Your note on flock saved my weekend.", "thanks"),
        ("It finally works because of you!", "thanks"),
        ("You are my saviour.", "thanks"),
        ("This answered my question, thank you so much.", "thanks"),
        ("I would never have been able to move my old posts without you.", "thanks"),
        ("Exactly what I was looking for.", "thanks"),
        ("No thanks, I will stay with Hugo.", "remark"),
        ("Thank God for backups.", "remark"),
        ("Thanks a lot for nothing.", "remark"),
        ("Thanks, you've depressed me thoroughly.", "remark"),
        ("Thanks to my brother the old server is up again.", "remark"),
        ("I hope this helps somebody.", "remark"),
        ("A second feed would be very useful.", "remark"),
        ("What a lovely post!", "praise"),
        ("Keep up the good work.", "praise"),
        ("Does the same trick work with systemd timers?", "question"),
        ("I can't get it to work, any idea", "question"),
        ("Please tell me how to check whether the feed is valid.", "question"),
        ("I was wondering how you name your drafts.", "question"),
        ("Could you show your Makefile? Thanks in advance!", "question"),
        ("Thank you for the post. How do I keep the old addresses?", "question"),
        ("Why not? Because nobody reads the log anyway.", "remark"),
        ("What could possibly go wrong?", "remark"),
        ("If you have any questions, feel free to ask.", "remark"),
        ("There is a typo in the second paragraph: it says recieve.", "correction"),
        ("Shouldn't the third line read `ln -sfn` instead of `ln -s`?", "correction"),
        ("The link to the validator is broken.", "correction"),
        ("I moved my blog in 2019 and never looked back.", "remark"),
        ("I would like to contribute a guest post to your site.", "pitch"),
        ("My teacher says I am required to find a mentor for my class.", "pitch"),
    ],
    "de": [
        ("Vielen Dank, das hat mir sehr geholfen!", "thanks"),
        ("Dein Beitrag hat mir das Wochenende gerettet.", "thanks"),
        ("Genau das habe ich gesucht.", "thanks"),
        ("Das war sehr hilfreich, danke.", "thanks"),
        ("Nein danke, ich bleibe bei WordPress.", "remark"),
        ("Gott sei Dank gibt es Sicherungen.", "remark"),
        ("Ein zweiter Feed wäre sehr hilfreich.", "remark"),
        ("Toller Artikel, weiter so!", "praise"),
        ("Wie kann ich das auf dem Mac einrichten?", "question"),
        ("Kann mir jemand helfen, ich bekomme das nicht zum Laufen", "question"),
        ("Hast du das auch mit systemd probiert? Danke im Voraus!", "question"),
        ("Ich habe noch eine Frage zu den alten Adressen.", "question"),
        ("Im zweiten Absatz ist ein Tippfehler.", "correction"),
        ("Ich habe meinen Blog schon 2019 umgezogen.", "remark"),
        ("Gerne würden wir einen Gastbeitrag auf Ihrer Seite platzieren.", "pitch"),
    ],
    "fr": [
        ("Merci beaucoup pour cet article !", "thanks"),
        ("Merci infiniment. Vous avez résolu mon problème.", "thanks"),
        ("C'est exactement ce que je cherchais.", "thanks"),
        ("Votre billet m'a sauvé la vie.", "thanks"),
        ("Non merci, je reste avec Hugo.", "remark"),
        ("Dieu merci, j'avais une sauvegarde.", "remark"),
        ("Excellent article, bravo !", "praise"),
        ("Comment faire la même chose avec nginx ?", "question"),
        ("Je n'arrive pas à installer le plugin.", "question"),
        ("Pouvez-vous m'expliquer la dernière étape ? Merci d'avance.", "question"),
        ("J'ai une question sur les anciennes adresses.", "question"),
        ("Il y a une faute de frappe dans le titre.", "correction"),
        ("J'ai changé de blog en 2019 et je ne le regrette pas.", "remark"),
        ("Nous proposons un article sponsorisé pour votre site.", "pitch"),
    ],
    "es": [
        ("Muchas gracias por este artículo.", "thanks"),
        ("Me ayudó muchísimo, por fin entiendo los permisos.", "thanks"),
        ("Es justo lo que estaba buscando.", "thanks"),
        ("Me has salvado la vida con este truco.", "thanks"),
        ("No, gracias, prefiero otra herramienta.", "remark"),
        ("Gracias a Dios tenía una copia.", "remark"),
        ("Excelente artículo, sigue así.", "praise"),
        ("¿Cómo puedo hacerlo en Windows?", "question"),
        ("No puedo instalar el programa en mi servidor.", "question"),
        ("¿Alguien sabe dónde está el registro? Gracias de antemano.", "question"),
        ("Tengo una duda sobre las direcciones antiguas.", "question"),
        ("Hay una errata en el segundo párrafo.", "correction"),
        ("Yo cambié mi blog en 2019 y no me arrepiento.", "remark"),
        ("Ofrecemos artículos patrocinados para su página.", "pitch"),
    ],
    "pt": [
        ("Muito obrigado pelo texto!", "thanks"),
        ("Resolveu meu problema, valeu!", "thanks"),
        ("Era exatamente o que eu procurava.", "thanks"),
        ("Este artigo me ajudou muito.", "thanks"),
        ("Não, obrigado, prefiro outro.", "remark"),
        ("Graças a Deus eu tinha uma cópia.", "remark"),
        ("Excelente artigo, parabéns!", "praise"),
        ("Como faço isso no Windows?", "question"),
        ("Não consigo instalar o programa no meu servidor.", "question"),
        ("Você pode me explicar o último passo? Desde já agradeço.", "question"),
        ("Fiquei com uma dúvida sobre os endereços antigos.", "question"),
        ("Há um erro de digitação no segundo parágrafo.", "correction"),
        ("Eu mudei meu blog em 2019 e não me arrependo.", "remark"),
        ("Temos um artigo patrocinado para o seu site.", "pitch"),
    ],
    "it": [
        ("Grazie mille per questo articolo!", "thanks"),
        ("Mi hai salvato la giornata.", "thanks"),
        ("È proprio quello che cercavo.", "thanks"),
        ("La tua guida mi è stata di grande aiuto.", "thanks"),
        ("No grazie, preferisco un altro programma.", "remark"),
        ("Grazie a Dio avevo una copia.", "remark"),
        ("Ottimo articolo, complimenti!", "praise"),
        ("Come posso farlo su Windows?", "question"),
        ("Non riesco a installare il programma sul mio server.", "question"),
        ("Potresti spiegarmi l'ultimo passo? Grazie in anticipo.", "question"),
        ("Ho una domanda sui vecchi indirizzi.", "question"),
        ("C'è un refuso nel secondo paragrafo.", "correction"),
        ("Ho spostato il mio blog nel 2019 e non me ne pento.", "remark"),
        ("Proponiamo uno scambio di link con il tuo sito.", "pitch"),
    ],
    "nl": [
        ("Bedankt voor dit artikel!", "thanks"),
        ("Dit heeft me enorm geholpen.", "thanks"),
        ("Precies wat ik zocht.", "thanks"),
        ("Hartelijk dank, mijn weekend is gered.", "thanks"),
        ("Nee bedankt, ik blijf bij Hugo.", "remark"),
        ("Een tweede feed zou erg handig zijn.", "remark"),
        ("Mooi artikel, ga zo door!", "praise"),
        ("Hoe kan ik dit op Windows doen?", "question"),
        ("Ik krijg het niet aan de praat op mijn server.", "question"),
        ("Kun je de laatste stap uitleggen? Alvast bedankt!", "question"),
        ("Ik heb nog een vraag over de oude adressen.", "question"),
        ("Er staat een typefout in de tweede alinea.", "correction"),
        ("Ik heb mijn blog in 2019 verhuisd en dat beviel goed.", "remark"),
        ("Wij plaatsen graag een gastblog op uw site.", "pitch"),
    ],
    "pl": [
        ("Dziękuję za ten wpis!", "thanks"),
        ("Twój poradnik bardzo mi pomógł.", "thanks"),
        ("Dokładnie tego szukałem.", "thanks"),
        ("Wielkie dzięki, problem rozwiązany.", "thanks"),
        ("Nie, dziękuję, zostaję przy Hugo.", "remark"),
        ("Dzięki Bogu miałem kopię.", "remark"),
        ("Świetny artykuł, tak trzymaj!", "praise"),
        ("Jak mogę to zrobić w systemie Windows?", "question"),
        ("Nie mogę zainstalować programu na moim serwerze.", "question"),
        ("Czy możesz wyjaśnić ostatni krok? Z góry dziękuję.", "question"),
        ("Mam jeszcze pytanie o stare adresy.", "question"),
        ("W drugim akapicie jest literówka.", "correction"),
        ("Przeniosłem swój blog w 2019 i nie żałuję.", "remark"),
        ("Oferujemy artykuł sponsorowany na Państwa stronę.", "pitch"),
    ],
    "ru": [
        ("Большое спасибо за статью!", "thanks"),
        ("Ваша заметка мне очень помогла.", "thanks"),
        ("Именно то, что я искал.", "thanks"),
        ("Наконец-то всё понял, вы меня спасли.", "thanks"),
        ("Нет, спасибо, останусь на старом.", "remark"),
        ("Слава богу, была копия.", "remark"),
        ("Отличная статья, так держать!", "praise"),
        ("Как сделать то же самое в Windows?", "question"),
        ("Не могу установить программу на сервер.", "question"),
        ("Подскажите, где лежит журнал. Заранее спасибо!", "question"),
        ("У меня есть вопрос о старых адресах.", "question"),
        ("Во втором абзаце опечатка.", "correction"),
        ("Я перенёс свой блог в 2019 году и не жалею.", "remark"),
        ("Предлагаем рекламную статью для вашего сайта.", "pitch"),
    ],
    "ja": [
        ("記事をありがとうございます。", "thanks"),
        ("とても参考になりました。", "thanks"),
        ("おかげで週末に間に合いました。", "thanks"),
        ("まさに探していた情報です。", "thanks"),
        ("ありがた迷惑という言葉もあります。", "remark"),
        ("素晴らしい記事ですね。", "praise"),
        ("これはWindowsでも動きますか？", "question"),
        ("設定の方法を教えてください", "question"),
        ("インストールがうまくいきません。", "question"),
        ("最後の手順を説明していただけないでしょうか。よろしくお願いします。", "question"),
        ("二段落目に誤字があります。", "correction"),
        ("私は2019年にブログを移しました。", "remark"),
        ("御サイトへのゲスト投稿をご提案します。", "pitch"),
    ],
    "zh": [
        ("谢谢你的文章！", "thanks"),
        ("这篇文章帮了我大忙。", "thanks"),
        ("正是我要找的，解决了我的问题。", "thanks"),
        ("謝謝您，終於懂了。", "thanks"),
        ("不用了，谢谢。", "remark"),
        ("谢天谢地，我有备份。", "remark"),
        ("写得真好，赞！", "praise"),
        ("请问怎么在服务器上安装", "question"),
        ("这个可以在Windows上用吗？", "question"),
        ("一直报错，不知道怎么办，先谢谢了。", "question"),
        ("能否解释一下最后一步？", "question"),
        ("第二段有一个错别字。", "correction"),
        ("我在2019年搬了博客。", "remark"),
        ("我们想和您谈友情链接和广告合作。", "pitch"),
    ],
}  # fmt: skip

PERMISSIONS = {
    "en": [
        ("You may quote me with my name.", "named"),
        ("Feel free to use this with my name.", "named"),
        ("You can publish this.", "anonymous"),
        ("Go ahead and print it, but please anonymously.", "anonymous"),
        ("Please do not publish this.", "refused"),
        ("Please take my comment down.", "refused"),
    ],
    "de": [
        ("Du darfst das gerne mit meinem Namen veröffentlichen.", "named"),
        ("Sie dürfen mich gerne zitieren.", "anonymous"),
        ("Du kannst meine Nachricht veröffentlichen, aber bitte ohne meinen Namen.", "anonymous"),
        ("Bitte nicht veröffentlichen.", "refused"),
        ("Das bleibt unter uns.", "refused"),
        ("Bitte löschen Sie meinen Kommentar.", "refused"),
    ],
    "fr": [
        ("Vous pouvez publier ce message avec mon nom.", "named"),
        ("Vous pouvez me citer.", "anonymous"),
        ("Vous pouvez le publier, mais de façon anonyme.", "anonymous"),
        ("Merci de ne pas publier ce message.", "refused"),
        ("Cela reste entre nous.", "refused"),
        ("Pouvez-vous supprimer mon commentaire ?", "refused"),
    ],
    "es": [
        ("Puedes publicarlo con mi nombre.", "named"),
        ("Puede citarme.", "anonymous"),
        ("Puedes publicarlo, pero sin mi nombre.", "anonymous"),
        ("Por favor, no publiques este mensaje.", "refused"),
        ("Que quede entre nosotros.", "refused"),
        ("Por favor, borra mi comentario.", "refused"),
    ],
    "pt": [
        ("Pode publicar com o meu nome.", "named"),
        ("Pode citar-me.", "anonymous"),
        ("Pode publicar, mas sem o meu nome.", "anonymous"),
        ("Por favor, não publique esta mensagem.", "refused"),
        ("Isto fica entre nós.", "refused"),
        ("Por favor, apague o meu comentário.", "refused"),
    ],
    "it": [
        ("Puoi pubblicarlo con il mio nome.", "named"),
        ("Puoi citarmi.", "anonymous"),
        ("Puoi pubblicarlo, ma in forma anonima.", "anonymous"),
        ("Per favore non pubblicare questo messaggio.", "refused"),
        ("Che resti tra noi.", "refused"),
        ("Per favore cancella il mio commento.", "refused"),
    ],
    "nl": [
        ("Je mag dit met mijn naam publiceren.", "named"),
        ("Je mag me citeren.", "anonymous"),
        ("Je mag dit plaatsen, maar liever anoniem.", "anonymous"),
        ("Graag niet publiceren.", "refused"),
        ("Dit blijft onder ons.", "refused"),
        ("Kun je mijn reactie verwijderen?", "refused"),
    ],
    "pl": [
        ("Możesz to opublikować z moim imieniem.", "named"),
        ("Możesz mnie zacytować.", "anonymous"),
        ("Możesz to opublikować, ale anonimowo.", "anonymous"),
        ("Proszę nie publikować tej wiadomości.", "refused"),
        ("Niech to zostanie między nami.", "refused"),
        ("Proszę usunąć mój komentarz.", "refused"),
    ],
    "ru": [
        ("Можете опубликовать это с моим именем.", "named"),
        ("Можете меня процитировать.", "anonymous"),
        ("Можете опубликовать, но анонимно.", "anonymous"),
        ("Пожалуйста, не публикуйте это письмо.", "refused"),
        ("Пусть это останется между нами.", "refused"),
        ("Удалите, пожалуйста, мой комментарий.", "refused"),
    ],
    "ja": [
        ("名前を出して掲載してもかまいません。", "named"),
        ("引用していただいて構いません。", "anonymous"),
        ("匿名でなら掲載して構いません。", "anonymous"),
        ("公開しないでください。", "refused"),
        ("ここだけの話にしてください。", "refused"),
        ("コメントを削除してください。", "refused"),
    ],
    "zh": [
        ("您可以公开这封信，也可以写上我的名字。", "named"),
        ("欢迎引用我的话。", "anonymous"),
        ("可以发布，但请匿名。", "anonymous"),
        ("请不要公开这封信。", "refused"),
        ("这是我们之间的话，请保密。", "refused"),
        ("请删除我的评论。", "refused"),
    ],
}  # fmt: skip


def cases(table: dict[str, list[tuple[str, str]]]) -> list[tuple[str, str, str]]:
    return [(code, text, expected) for code, rows in table.items() for text, expected in rows]


@pytest.mark.parametrize(("code", "text", "expected"), cases(SENTENCES))
def test_a_sentence_is_read_as_its_speakers_read_it(code: str, text: str, expected: str) -> None:
    """Thanks, questions, corrections, praise and pitches are known in every language of the package."""
    kinds = classify(Message(identity="mid:1@example.com", via=Via.MAIL, own_words=text))

    assert expected == kinds.primary


@pytest.mark.parametrize(("code", "text", "expected"), cases(PERMISSIONS))
def test_permission_is_read_in_every_language(code: str, text: str, expected: str) -> None:
    """Named, anonymous and refused are known in every language of the package, alone and below thanks."""
    thanks = {"ja": "ありがとうございます。", "zh": "谢谢！"}.get(code, "")
    kinds = classify(Message(identity="mid:1@example.com", via=Via.MAIL, own_words=thanks + text))

    assert expected == kinds.permission


@pytest.mark.parametrize("code", sorted(SENTENCES))
def test_ordinary_sentences_give_no_permission(code: str) -> None:
    """No sentence that only thanks, asks or tells says anything about being quoted."""
    said = [
        text
        for text, _ in SENTENCES[code]
        if classify(Message(identity="mid:1@example.com", via=Via.MAIL, own_words=text)).permission != "none"
    ]

    assert [] == said
