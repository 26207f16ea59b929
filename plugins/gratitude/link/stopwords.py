"""Function words of other languages: on an English blog with one German post they are rare, and say nothing. Pure.

Closed classes only (articles, pronouns, prepositions, conjunctions, auxiliaries, common adverbs), so no subject of any
post is among them. A word that is also a usual English word of a subject is left out (die, war, son, come, sous).
"""

from __future__ import annotations

__all__ = ["FUNCTION_WORDS", "LANGUAGES", "READER"]

GERMAN = """
aber alle allem allen aller alles als also am an ander andere anderen auch auf aus bei beim bin bis bisher da dabei dadurch
dafür dagegen daher damit danach daneben dann daran darauf daraus darin darum das dass dasselbe dazu dein deine dem den denen
denn der deren des deshalb dessen dich dies diese diesem diesen dieser dieses dir doch dort du durch ein eine einem einen einer
eines einfach einige einmal er es etwas euch euer für ganz gar gegen genau gerade gern geht gibt habe haben hat hatte hatten hätte
heute hier hinter ich ihm ihn ihnen ihr ihre ihrem ihren ihrer im immer in ins ist ja jede jedem jeden jeder jedes jetzt kann kannst
kein keine keinem keinen keiner können könnte lange leider man manche mal mehr mein meine meinem meinen meiner mich mir mit muss
müssen nach nämlich nein nicht nichts noch nun nur ob oder ohne schon sehr sein seine seinem seinen seiner seit selbst sich sie sind
so sogar soll sollte sonst über um und uns unser unsere unter viel viele vom von vor während wäre warum was weil welche wenn wer
werde werden weshalb wie wieder will wir wird wirklich wo wurde würde wurden zu zum zur zwar zwischen
"""
FRENCH = """
ai aie alors après as assez au aucun aussi autre autres aux avais avait avant avec avez avoir avons beaucoup bien car ce ceci cela
celle celui ces cet cette ceux chaque chez comme comment dans de déjà depuis derrière des dès donc dont du elle elles en encore
entre es est et étais était étant été être eu eux fait fois ici il ils jamais je jusque la là laquelle le lequel les leur leurs lors lui
ma mais malgré me même mes mieux moi moins mon ne ni nos notre nous on ont ou où par parce pas pendant peu peut plus plusieurs pour
pourquoi presque puis quand que quel quelle quelques qui quoi sa sans sauf se selon sera serait ses si sinon soit sont sur ta tant
te tes toi ton toujours tous tout toute toutes très trop tu un une vers voici voilà vos votre vous y
"""
SPANISH = """
a al algo alguna alguno algunos ante antes aquel aquí así aún aunque bajo cada casi como cómo con contra cual cuál cualquier cuando
cuándo de del desde después donde dónde dos durante el él ella ellas ellos en entonces entre era eran es esa ese eso esta está están
estas este esto estos estoy fue fueron ha había habían han hasta hay he la las le les lo los luego más me mejor menos mi mis mismo
mucha mucho muchos muy nada ni ningún no nos nosotros o otra otro otros para pero poco por porque pues que qué quien quién se sea
según ser si sí sido siempre sin sobre solo son su sus tal también tampoco tan tanto te tiene todo todos tu tus un una uno unos usted
y ya yo
"""
PORTUGUESE = """
a à ainda algum alguma além antes ao aos apenas aquela aquele aqui as às assim até bem cada com como contra da das de dela dele
depois desde do dos e é ela elas ele eles em enquanto entre era essa esse esta está estão estas este estou eu foi foram há isso isto
já lhe lá mais mas me mesmo meu meus minha muito muitos na nada não nas nem no nos nós nossa nosso num numa o onde os ou outra outro
para pela pelas pelo pelos por porque pouco qual quando que quem se seja sem sempre ser seu seus sim só sobre sua suas também tão
tem têm ter teu toda todas todo todos tudo tua um uma umas uns você vocês
"""
ITALIAN = """
a ad agli ai al alla alle allo allora anche ancora c' che chi ci ciò come con contro cosa così cui da dagli dai dal dalla dalle dallo
degli dei del della delle dello dentro di dopo dove due e è ed era erano essere fa già gli ha hai hanno ho i il in io l' la le lei li
lo loro lui ma mai me mentre mi mia mie mio molto ne nei nel nella nelle nessuno noi non nostro o ogni oppure per perché perciò però
più poi poiché qua quale quando quanto quasi quella quello questa queste questi questo qui se sei sempre senza si sia siamo sono sta
stato su sua sue sugli sui sul sulla suo tra troppo tu tua tue tuo tutti tutto un una uno vi voi
"""
DUTCH = """
aan al alle alleen als altijd ander andere bij dan dat de deze die dit doch doen door dus een en er ge geen haar had heb hebben heeft
hem het hier hij hoe hun iets ik in is ja je kan kon maar me meer men met mij mijn moet na naar niet niets nog nu of om omdat onder
ons ook op over reeds te tegen toch toen tot u uit uw van veel voor waar waren wat werd wezen wie wij wil worden wordt zal ze zelf
zich zij zijn zo zonder zou
"""
POLISH = """
a aby ale ani az aż bardzo bez bo by był była było być choć co coś czy dla dlaczego do gdy gdzie go i ich ile im inne ja ją jak jako
jakie je jednak jego jej jest jestem jeszcze już każdy kiedy kto która które który lub ma mam mi mnie mój może można mu my na nad
nam nas nawet nic nie niż o od on ona one oni oraz po pod przed przez przy się są tak także tam te tego tej ten teraz też to trochę tu
tutaj ty tylko tym u w wam was we więc wiele wszystko wtedy z za ze że żeby
"""
USUAL_ENGLISH = frozenset(
    [
        "die",
        "war",
        "son",
        "come",
        "sous",
        "age",
        "pas",
        "and",
        "men",
        "all",
        "here",
        "hier",
        "over",
        "plus",
        "comment",
        "car",
        "pour",
        "fait",
        "fois",
        "an",
        "as",
        "at",
        "by",
    ]
)

LANGUAGES = {
    "de": frozenset(GERMAN.split()),
    "fr": frozenset(FRENCH.split()),
    "es": frozenset(SPANISH.split()),
    "pt": frozenset(PORTUGUESE.split()),
    "it": frozenset(ITALIAN.split()),
    "nl": frozenset(DUTCH.split()),
    "pl": frozenset(POLISH.split()),
}
"""The function words of each language, usual English words among them."""

FUNCTION_WORDS = frozenset().union(*LANGUAGES.values()) - USUAL_ENGLISH

READER = {
    "en": frozenset(["you", "your", "yours", "yourself", "yourselves"]),
    "de": frozenset(
        ["dein", "deine", "deinem", "deinen", "deiner", "dich", "dir", "du", "euch", "euer", "eure", "eurem", "euren"]
    ),
    "fr": frozenset(["toi", "tu", "vos", "votre", "vous"]),
    "es": frozenset(["tu", "tus", "tuyo", "tú", "usted", "ustedes", "vosotros"]),
    "pt": frozenset(["tu", "teu", "tua", "você", "vocês"]),
    "it": frozenset(["tu", "tua", "tue", "tuo", "tuoi", "voi", "vostra", "vostro"]),
    "nl": frozenset(["je", "jij", "jou", "jouw", "jullie", "u", "uw"]),
    "pl": frozenset(["ciebie", "tobie", "twoja", "twoje", "twój", "ty", "wam", "was"]),
}
"""The words by which each language speaks to its reader; not "sie", which German says of others too."""
