"""The words by which a mail shows what it is about: the author's writing, an offer, an errand. Pure."""

from __future__ import annotations

__all__ = ["CHORES", "MACHINES", "OFFER", "READ", "WRITING", "WRITING_UNSPACED"]

import re

from .phrases import any_of

WRITING = any_of(
    r"""
    (?:your|ur) (?:[\w'-]{1,20} ){0,3}?(?:(?:blog|web)[- ]?)?(?:posts?|articles?|entry|entries|tutorials?|write-? ?ups?|
      how-? ?tos?|guides?|essays?|walk-?throughs?|blogs?|sites?|web-? ?log|weblog)
    your (?:[\w'-]{1,20} ){0,2}?(?:home ?page|page (?:on|about)|series (?:on|about)|piece (?:on|about)|
      notes (?:on|about)|      explanation of|instructions (?:on|for)|rss feed|atom feed)
    you (?:wrote|posted|blogged|published|explain(?:ed)?|describe[ds]?) (?:\w{1,15} )?(?:about|on|in|how|at|that)
    (?:post|article|tutorial|guide|blog) (?:you|of yours|by you) | of your (?:posts|articles)
    (?:long[- ]?time|regular|faithful|avid) reader | (?:read|reading) you (?:for|since|in|on|via|through)
    (?:following|followed) you (?:for|since)
    your (?:[\w'-]{1,20} ){0,2}?(?:feeds?|newsletter|rss)(?! (?:preferences?|settings?|subscriptions?))
    my (?:feed|rss|news) ?reader | (?:subscribed|subscribe|subscriber) to you
    (?:dein|deine[mnrs]?|ihre?[mnrs]?|eure?[mnrs]?) (?:[\w-]{1,25} ){0,3}?(?:[\w-]{0,20}artikel[sn]?|beitr[aä]g\w{0,3}|
      [\w-]{0,15}blog\w{0,10}|anleitung(?:en)?|tutorials?|webseiten?|internetseiten?|website|homepage|posts?)
    (?:dein|ihr|euer)e?[mnrs]? (?:[\w-]{1,25} ){0,2}?(?:[\w-]{0,12}feeds?|newsletters?|rss)
    (?:just |exactly )?(?:as|like|the way) you (?:describe|described|explain|explained|suggest|suggested|recommend|recommended|wrote|advise)
    wie (?:du|sie|ihr) (?:es |das |sie )?(?:beschreib\w{1,3}|beschrieben|schreib\w{1,3}|geschrieben|empfiehl\w{1,2}|empfohlen|erkl[aä]r\w{1,3})
    comme (?:tu|vous) (?:le |l'|nous )?(?:d[eé]cri\w{1,3}|expliqu\w{1,3}|conseill\w{1,3}|proposez|proposes)
    (?:como|tal como) (?:usted )?(?:explica\w?|cuenta\w?|describe\w?|recomienda\w?|sugiere\w?|voc[eê] (?:descreve\w?|explica\w?|sugere))
    come (?:hai |ha |avete )?(?:descrivi|descritto|spieghi|spiegato|consigli\w?|suggerito) | zoals (?:je|u) (?:beschrijft|beschreef|schrijft|aanraadt)
    lese (?:dich|sie|euch) (?:seit|im|in|immer|gern) | (?:im|in meinem) (?:feed|rss|news)-?reader
    (?:ton|votre) (?:[\w'-]{1,20} ){0,2}?(?:flux|newsletter|infolettre|fil rss) | je (?:vous|te) lis
    (?:dans|sur) mon (?:lecteur|agr[eé]gateur)
    (?:tu|su|vuestro) (?:[\w-]{1,20} ){0,2}?(?:feed|canal rss|rss|bolet[ií]n|newsletter) | (?:te|le|os) leo (?:desde|en|cada|siempre)
    (?:en|con) mi lector de (?:feeds|rss|noticias)
    (?:teu|seu|sua|tua) (?:[\w-]{1,20} ){0,2}?(?:feed|rss|boletim|newsletter) | leio-o | (?:no|com o) meu leitor de (?:feeds|rss)
    (?:tuo|suo|vostro|tua|sua) (?:[\w-]{1,20} ){0,2}?(?:feed|rss|newsletter) | (?:ti|vi) leggo (?:da|nel|con|sempre)
    nel mio (?:lettore|aggregatore)
    (?:je|jouw|uw) (?:[\w-]{1,20} ){0,2}?(?:feed|rss|nieuwsbrief) | lees (?:je|u) (?:al|in|via|sinds) | in mijn (?:feed|rss)-?lezer
    (?:tw[oó]j\w{0,4}|pa[nń]sk\w{1,4}|pana|pani) (?:[\w-]{1,20} ){0,2}?(?:kana[lł]\w{0,2}|feed\w{0,2}|rss|newsletter\w{0,2})
    czytam (?:ci[eę]|pana|pani[aą]) | w (?:moim )?czytniku
    (?:ваш\w{0,4}|тво\w{1,4}) (?:\w{1,20} ){0,2}?(?:фид\w{0,2}|rss|рассылк\w{1,2}|лент\w{1,2}) | читаю (?:вас|тебя)
    в (?:моей |своей )?(?:читалке|rss)
    (?:ton|ta|tes|votre|vos) (?:[\w'-]{1,20} ){0,3}?(?:articles?|blogs?|billets?|tutos?|tutoriels?|posts?|guides?|
      sites?|pages? (?:web|sur))
    (?:tu|tus|su|sus|vuestr[oa]s?) (?:[\w-]{1,20} ){0,2}?(?:art[ií]culos?|blogs?|posts?|tutorial(?:es)?|gu[ií]as?|
      entradas? (?:sobre|de|en)|publicaci[oó]n(?:es)?|sitio|p[aá]gina)
    (?:teu|tua|seu|sua|vosso|vossa)s? (?:[\w-]{1,20} ){0,2}?(?:artigos?|blogs?|blogues?|posts?|postage(?:m|ns)|
      tutoria(?:l|is)|guias?|textos? sobre|site|p[aá]gina|publica[cç](?:[aã]o|[oõ]es))
    (?:tuo|tua|tuoi|tue|suo|sua|vostro|vostra) (?:[\w-]{1,20} ){0,2}?(?:articol[oi]|blog|post|tutorial|
      guid[ae]|sito|pagina)
    (?:je|jouw|uw) (?:[\w-]{1,20} ){0,2}?(?:artikel(?:en|tje)?|[\w-]{0,15}blogs?|blogposts?|blogbericht(?:en)?|
      handleiding(?:en)?|tutorials?|website|posts?|stuk over)
    (?:din|ditt|dina|dit|dine) (?:[\w-]{1,20} ){0,2}?(?:artik(?:el|keln?|lar|ler)|blogg?\w{0,10}|inl[aä]gg(?:et)?|
      indl[aæ]g(?:get)?|innlegg(?:et)?|guiden?|sida om|hjemmeside|nettside|rss|feed(?:en)?|nyhe[dt]sbrev(?:et)?)
    (?:tw[oó]j\w{0,4}|twoim\w{0,2}|pa[nń]sk\w{1,4}|pana|pani|tv[uů]j|tv[eé]\w{0,3}|v[aá][sš]\w{0,3}|
      twoimi) (?:[\w-]{1,20} ){0,2}?(?:wpisy?|
      wpis\w{0,4}|artyku[lł]\w{0,4}|blog\w{0,4}|poradnik\w{0,3}|stron[aęeiy]|
      [cč]l[aá]n(?:ek|k\w{1,3})|pr[ií]sp[eě]v\w{1,4})
    (?:ваш\w{0,4}|тво\w{1,4}) (?:\w{1,20} ){0,2}?(?:стат\w{1,4}|пост\w{0,3}|блог\w{0,4}|заметк\w{1,3}|сайт\w{0,3}|
      допис\w{0,3}|запис\w{1,3})
    (?:yaz[ıi]n[ıi]z\w{0,3}|blogunuz\w{0,3}|makaleniz\w{0,3}|yaz[ıi]n|blogun\w{0,3})
    blogod\w{0,4} | blogj[aá]\w{0,3} | cikked\w{0,4} | bejegyz[eé]sed\w{0,3}
    blogisi | blogias[ti]\w{0,2} | artikkelisi | kirjoituksesi
    """
)
"""How readers name what the author wrote: en, de, fr, es, pt, it, nl, sv/da/no, pl/cs/sk, ru/uk, tr, hu, fi."""

WRITING_UNSPACED = re.compile(
    r"(?:您|你)(?:的|写的|寫的)[^\n。，]{0,10}?(?:文章|博客|博文|帖子|部落格|教程|教學)"
    r"|(?:您|你)(?:的)?[^\n。，]{0,6}?(?:rss|订阅|訂閱|通讯|電子報)"
    r"|フィードリーダー|rssリーダー|メルマガ|ニュースレター|フィード(?:を|が|に|で|の|は)"
    r"|(?:ブログ|記事)(?:を|が|に|で|の|は|、)|블로그|글 (?:잘|감사)"
)
"""The same where words are not spaced: zh, ja, ko."""

READ = any_of(
    r"""
    (?:this|that|the|an?|last|great|nice|excellent|amazing|awesome|good|wonderful|fantastic|brilliant|interesting|helpful|
      useful|cool|lovely|superb) (?:[\w'-]{1,15} ){0,2}?(?:blog|blog ?post|article|tutorial|write-? ?up|guide|how-? ?to|
      post)
    this (?:[\w'-]{1,15} )?(?:series|review|recipe|story|website) | (?:love|like|enjoy) (?:the|this) (?:web ?)?site
    you (?:created|made|built|posted|shared|published|put up|wrote) here
    your (?:lessons?|series|serie|tips|recipes|screencasts?|drawings|lists?)
    (?:sharing|writing|posting|publishing|enjoyed) (?:this|these|the|your) (?:[\w'-]{1,15} ){0,2}?(?:series|page|list|tips?|
      story|stories|recipe|video)
    (?<!my )(?<!own )(?<!our )blog | (?:der|den|dem|diesen|die|diese) (?:artikel|beitrag|blogpost|anleitung) | cet article | l'article
    (?:le|ce) (?:billet|tuto\w{0,4}) | (?:el|este) (?:art[ií]culo|tutorial|post)
    (?:o|esse|este) (?:artigo|post|tutorial)
    l'articolo | questo articolo | (?:het|dit) artikel | статью? | статья | 文章 | 記事
    """
)
"""Words for something written, without saying whose: with thanks or a question they may be about the blog."""

OFFER = any_of(
    r"""
    guest[- ]?(?:post|article|author|blog)\w{0,5} | link (?:insertion|exchange|placement)s? | link to your \w{1,15}
    sponsored (?:post|article|content|link)s? | backlinks? | do-?follow | bloggers? | write for you
    your (?:\w{1,15} ){0,2}(?:site|website|web page|blog|readers|audience|content) | required to have a mentor
    collaborat\w{1,5}
    """
)
"""What is said to somebody because they have a blog."""

CHORES = any_of(
    r"""
    dentist | doctor'?s? appointment | appointment (?:reminder|confirm\w{0,6})
    your (?:\w{1,12} )?(?:appointment|order|invoice|receipt|booking|reservation|parcel|package|payment|subscription|
      account (?:statement|balance)|delivery|refund|password|tickets?)
    order (?:confirmation|number|#) | invoice (?:no|number|#|for|attached|is) | receipt (?:for|from|no)
    tracking (?:number|code) | has (?:been )?shipped | out for delivery
    (?:reset|change|forgot(?:ten)?) (?:your |my )?password | password reset | verification code | security code
    one-? ?time (?:code|password) | sign-?in (?:attempt|code|alert) | new (?:sign-?in|login|device)
    verify your (?:e-?mail|account) | calendar (?:invitation|invite)
    (?:invitation|accepted|declined|tentative): .{0,1}
    build (?:failed|passed|succeeded|fixed|is still failing) | pipeline (?:failed|#|passed) | workflow run | run failed
    deploy(?:ment)? (?:failed|succeeded|of) | pull request | merge request | dependabot
    domain (?:renewal|expir\w{1,6}|registration) | renewal notice | certificate (?:expir\w{1,6}|renewal)
    disk (?:usage|space) | zahnarzt\w{0,8} | rechnung(?:snummer| nr)?
    bestell(?:ung|best[aä]tigung|nummer) | sendungsverfolgung | passwort zur[uü]ck\w{0,8} | terminerinnerung
    facture | votre (?:commande|colis|rendez-vous) | factura | su pedido | tu pedido | recibo | fattura | factuur
    mot de passe oubli[eé]
    """
)
"""Errands of a life and machines that report: only a clear word about the blog outweighs them."""

MACHINES = re.compile(
    r"^(?:no-?reply|do-?not-?reply|notifications?|alerts?|billing|invoices?|orders?|receipts?|mailer-daemon|postmaster"
    r"|calendar-notification|builds?|ci|root|cron|security|accounts?|service)@"
    r"|@(?:[\w-]{1,40}\.){0,4}(?:facebookmail|linkedin|twitter|instagram|paypal|amazon|ebay|github|gitlab|travis-ci"
    r"|circleci|netlify|vercel)\.\w{2,6}$"
)
"""Addresses from which machines write."""
