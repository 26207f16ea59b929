r"""The words that rules look for, by what they are about: patterns for `Seen.flat` (lower case, single spaces). Pure.

Chosen for what is true of spam everywhere (trades that live on links, praise that fits any post), not for what the
spammers of one blog happened to say. Every repetition is bounded.
"""

from __future__ import annotations

__all__ = [
    "EXPERIENCE",
    "FLATTERY",
    "HARD",
    "INVITATION",
    "OUTREACH",
    "SMALL_TALK",
    "SOFT",
    "SPUN",
    "TESTIMONIAL",
    "TRADE_HOST",
    "TRADE_NAME",
    "any_of",
    "listed",
]

import re


def any_of(table: str) -> re.Pattern[str]:
    """Return the pattern of a table: alternatives between line ends or spaced bars, each matched as whole words.

    A line that ends in a bar goes on in the next.
    """
    joined = re.sub(r"(?<=\|)\n\s*", "", table.strip())
    alternatives = [one.strip() for one in re.split(r" \| |\n", joined) if one.strip()]
    return re.compile(r"(?<!\w)(?:" + "|".join(alternatives) + r")(?!\w)")


def listed(table: str) -> frozenset[str]:
    """Return the words of a table."""
    return frozenset(table.split())


HARD = any_of(
    r"""
    viagra\w{0,6} | cialis\w{0,4} | levitra | kamagra\w{0,4} | tadalafil\w{0,4} | sildenafil\w{0,4} | vardenafil
    dapoxetine | amoxi(?:l|cillin) | azithromycin | zithromax | doxycycline | ciprofloxacin | prednisone
    prednisolone | lasix | propecia | finasteride | clomid | nolvadex | accutane | isotretinoin | priligy
    stromectol | ivermectin | valtrex | plaquenil | hydroxychloroquine | neurontin | gabapentin | tramadol | xanax
    valium | ambien | modafinil | provigil | phentermine | oxycodone | diflucan | synthroid | provera | ventolin
    albuterol | cytotec | metformin | zoloft | elimite | strattera | orlistat
    (?:online|canadian|mexican|internet) (?:pharmac|drug ?store)\w{0,4} | pharmac(?:y|ies) online
    without (?:a )?prescription | no prescription | erectile dysfunction | (?:male|penis) enhance?(?:ment|r)\w{0,2}
    hgh pills | diet pills | farmacia (?:online|en linea) | sin receta | sans ordonnance | senza ricetta
    rezeptfrei\w{0,2} | виагр[аыу] | сиалис\w{0,2}
    (?:online|best|live|mobile|crypto|bitcoin) casinos?
    casinos? (?:online|en ligne|en linea|bonus\w{0,2}|games?|slots?) | casino bonus\w{0,2}
    (?:no deposit|free spins?|welcome) bonus\w{0,2} | free spins | slot (?:machines?|gacor|online|games?)
    situs (?:judi|slot) | judi (?:online|bola) | poker online
    online (?:poker|slots?|betting|gambling|roulette|blackjack|baccarat) | sports? ?betting | sportsbook | togel
    bandar ?q\w{0,4} | agen (?:judi|slot|poker|bola) | казино | ставк[иа] на спорт | букмекер\w{0,4}
    apuestas deportivas | paris sportifs | sportwetten | nhà cái | kèo nhà cái | 카지노\w{0,3} | 토토\w{0,3} | 百家乐 | 娱乐城
    porno? | porn ?(?:sites?|videos?|hub|tube|movies?) | xxx (?:videos?|movies?|cams?|porn)
    sex ?(?:cams?|chat|dolls?|toys?|videos?|tape) | escorts? (?:service|girls?|agency|in)\b.{0,20} | escort girls?
    call girls? | cam ?girls? | nudes? | onlyfans leaks? | milfs? | hookup | (?:adult|casual|online) dating
    порно\w{0,4} | проститутк\w{0,3}
    payday loans? | (?:bad credit|personal|quick|instant|online) loans? | cash advance | binary options?
    forex (?:broker|trading|signals?|robot|bonus)\w{0,2}
    (?:bitcoin|crypto|btc|usdt) (?:investment|invest|mining company|recovery|wallet recovery|trading (?:bot|
      platform|signals?)|doubler|giveaway)
    (?:recover|recovered|recovery of) (?:my |your |lost |stolen ){1,3}(?:crypto\w{0,8}|bitcoins?|funds|money)
    airdrop | make money (?:online|fast|from home) | earn (?:money|cash) (?:online|from home|fast)
    work from home jobs? | get rich | double your (?:money|bitcoin|income) | passive income
    replica (?:watches|handbags?|bags?|rolex|shoes) | fake (?:passports?|ids?|diplomas?|documents?)
    counterfeit (?:money|notes|bills)
    (?:essay|paper|dissertation|assignment|thesis|homework) (?:writing )?(?:services?|writers?|help online)
    write my (?:essay|paper) | buy (?:an )?essays? | louis vuitton
    (?:gucci|prada|chanel) (?:outlet|handbags?|bags?) | ray ?ban\w{0,2} (?:outlet|sunglasses) | michael kors
    nike air max | cheap (?:jerseys?|ugg|oakley)\w{0,2} | spell ?cast(?:er|ing)s? | love spells?
    herbal (?:cure|medicine|remed\w{1,3}|doctor) | illuminati | hire a hacker
    (?:professional|ethical) hackers? for hire
    xrumer | xevil | gsa ser | captcha (?:solver|breaker|solving) | scrapebox | dofollow (?:backlinks?|links?)
    buy (?:backlinks?|followers|likes|instagram|youtube|facebook|traffic)\b.{0,20}
    (?:instagram|youtube|tiktok|facebook) (?:followers|likes|views|subscribers)
    target(?:t)?ed (?:visitors|traffic)
    """
)
"""Trades that live on comment spam; a reader hardly ever writes these words."""

SOFT = any_of(
    r"""
    casinos? | poker | slots? | jackpots? | betting | gambl(?:e|ing) | lottery | roulette | pharmac(?:y|ies)
    pills? | tablets? online | \d{1,4} ?mg | dosage | side effects | weight loss | lose weight | keto | cbd(?: oil)?
    vap(?:e|es|ing) | supplements? | testosterone | skin ?care | anti ?aging | botox | plastic surgery | loans?
    mortgages? | insurance | credit (?:card|score|repair)s? | debt (?:relief|consolidation) | forex | bitcoins?
    crypto(?:currency|currencies)? | investors? | real estate | dating | escorts? | sexy? | massage | webcams?
    replicas? | rolex | handbags? | jewell?ery | sunglasses | discounts? | coupons? | promo codes? | cheap(?:est)?
    best price | low price | buy (?:\w{1,15} ){0,2}online | order (?:\w{1,15} ){0,2}online | for sale | wholesale
    free (?:download|trial|shipping|delivery|consultation|quote) | full (?:movie|version|crack)
    crack(?:ed)? (?:download|version|software) | keygen | watch (?:\w{1,15} ){0,3}online | stream(?:ing)? online
    hack (?:tool|online|apk) | cheats? | mod apk | plumb(?:er|ing)s? | locksmiths? | roofing | movers | packers
    pest control | carpet cleaning | cleaning (?:services?|company) | limo(?:usine)?s? | taxi | car rental
    rent(?:al)? (?:a )?cars? | hotels? | tour packages? | travel agency | lawyers? | attorneys? | immigration
    visa services?
    (?:web|website|logo|app) (?:design|development|designer|developer)s?(?: company| services?| agency)?
    (?:digital|internet|email|content|affiliate) marketing | software company | development company
    (?:training|coaching|course|courses|classes|institute|certification|tuition)s? (?:in|at|online)(?: \w{2,20})?
    training institutes? | online (?:training|courses?|classes|certification) | phone number lookup
    cell ?phone lookup | customer (?:care|service|support) number | clipping path | photo editing services?
    data entry | outsourcing | our (?:services?|products?|company|team of experts|clients|customers)
    we (?:offer|provide|deliver|specialize) | contact us | call us
    best (?:services?|company|quality) (?:in|at|for)(?: \w{2,20})?
    """
)
"""Trades that readers also speak of: each counts little, several together count."""

OUTREACH = {
    "search ranking": any_of(
        r"""
        seo | search engine (?:optimi[sz]ation|ranking)s? | backlinks? | link ?building | page rank
        (?:rank|ranking)s? (?:higher|better|in google|on google) | google (?:ranking|rank|first page)s?
        first page of google | organic traffic
        (?:increase|boost|more|drive|get) (?:\w{1,15} ){0,3}(?:traffic|visitors)(?: to your \w{1,15})?
        traffic to your (?:site|blog|website) | monetize | adsense | viral | domain authority
        (?:your|my) (?:site|blog|website)s? rank
        """
    ),
    "placing an article or a link": any_of(
        r"""
        guest ?post(?:s|ing)? | guest (?:article|author|blogger|writer|contribution)s?
        sponsored (?:post|article|content|link)s? | link (?:insertion|exchange|placement|swap)s? | exchange links?
        trade links? | write (?:for|an article for) your (?:site|blog|website) | do[- ]?follow
        advertis(?:e|ing) on your (?:site|blog|website) | paid (?:post|placement|link)s? | mutually beneficial
        collaborat(?:e|ion) (?:with|opportunity) | dear (?:site|web ?site|blog) ?(?:owner|admin|master)
        dear webmaster | required to have a mentor
        """
    ),
}
"""What search optimisers and outreach mails speak of, by what they want."""

FLATTERY = {
    "praise for a post": any_of(
        r"""
        (?:very |really |such (?:an? )?|quite |truly |most |so |this is (?:an? )?|an? )?(?:nice|great|good|
          excellent|awesome|wonderful|amazing|fantastic|superb|brilliant|informative|helpful|useful|interesting|
          valuable|impressive|outstanding|remarkable|fabulous|magnificent|perfect|lovely|cool|neat|pleasant|worthy|
          incredible|insightful) (?:and \w{3,15} )?(?:blog ?posts?|posts?|articles?|blogs?|sites?|web ?sites?|
          content|contents|infos?|informations?|write-? ?ups?|stuff|jobs?|works?|weblogs?|pages?|web ?pages?|
          topics?|points?|ideas?|piece|reading|tips|style|views?|knowledge|data|material|resources?|blogging|share|
          sharing|deals?|text|paragraphs?)
        (?:article|post|blog|site|website|content|information) (?:is|was|are) (?:\w{1,10} ){0,2}(?:nice|great|
          good|excellent|awesome|wonderful|amazing|fantastic|informative|helpful|useful|interesting|valuable|
          impressive|outstanding)
        """
    ),
    "thanks for sharing": any_of(
        r"""
        (?:thanks?|thanx|thank you|thankyou)(?: (?:you|so much|very much|a lot|again|a ton|a million|
          lots))?,?(?: \w{1,12})? for (?:the |this |your |such |providing |giving |posting |writing |a |an |
          any other |every other |all ){0,3}(?:sharing|share|shared|info\w{0,10}|post(?:ing)?s?|articles?|content|
          blog|write-? ?up|magnificent|wonderful|great|nice|excellent|valuable|useful|knowledge|idea|time|efforts?|
          topic|effort)
        (?:i )?appreciate (?:you|your|this|the) (?:sharing|post|article|content|efforts?|info\w{0,10}|work|writing)
        for sharing (?:this|your|with|such|the|it|useful|nice|great|valuable)(?: \w{1,12})?
        """
    ),
    "a wish for more": any_of(
        r"""
        keep (?:it|them|up|on)(?: the| coming| up)?(?: \w{1,12}){0,2}
        keep (?:writing|posting|sharing|blogging|doing|going)
        (?:waiting|wait) for (?:your |the |more |you ){1,2}(?:next|further|new|more|post|update|write)\w{0,3}
        look(?:ing)? (?:forward|ahead) (?:to|for) (?:\w{1,12} ){0,3}(?:next|more|new|posts?|updates?|reading|
          seeing|articles?)
        write more | post more | more (?:posts|articles|updates|content) like this
        (?:carry|go) on (?:the|with|writing) | hope you (?:write|post|will) (?:\w{1,10} ){0,2}(?:again|more|soon)
        """
    ),
    "a promise to return": any_of(
        r"""
        book-? ?mark(?:ed|ing)? | subscrib(?:e|ed|ing) (?:to |for )?(?:your|the|you)(?: \w{1,12})?
        (?:rss|your) feeds?
        (?:visit|come|be|return|check|coming|stop|go to see) (?:\w{1,8} ){0,3}(?:back|again|daily|often|regularly|
          everyday)
        (?:share|tell|recommend|suggest|forward)\w{0,4} (?:\w{1,10} ){0,4}(?:friends?|colleagues?|groups?|
          facebook|twitter|followers|brother|roommate|family)
        (?:daily|regular|every day) (?:visit|reader|basis)
        """
    ),
    "praise for the writing": any_of(
        r"""
        your (?:\w{1,12} ){0,2}(?:writing|blogging|style|layout|design|theme|posts|articles|skills?|way of)
        well[- ](?:written|explained|written article|researched)
        (?:way|manner) (?:you|of) (?:\w{1,10} ){0,2}(?:write|writing|explain\w{0,3}|describe|describing|telling|
          cover|present)
        (?:you|you're|you are) (?:\w{1,10} ){0,3}(?:writer|blogger|talent(?:ed)?|expert|genius|skilled)
        your (?:blog|site|website|weblog|web ?page) | easy to (?:understand|read|follow)
        """
    ),
    "a find by chance": any_of(
        r"""
        (?:stumbled?|stumbleupon|came|come|ran) (?:\w{1,10} )?(?:up)?on (?:\w{1,10} )?(?:your|this|
          the)(?: \w{1,10})?
        (?:found|discovered|find|located) (?:your|this|the) (?:\w{1,10} )?(?:site|blog|website|web ?page|weblog|
          post|article|page)(?: \w{1,10})?
        (?:searching|looking|seeking|hunting|browsing|surfing) (?:\w{1,10} ){0,4}(?:for|about|on|through|online|
          internet|web|google)(?: \w{1,10})?
        first (?:time|visit|comment)(?: \w{1,8}){0,2} | (?:google|yahoo|bing)
        """
    ),
    "knowledge of any kind": any_of(
        r"""
        (?:this|that|such|these) (?:kind|type|sort)s? of (?:\w{1,12} )?(?:info\w{0,10}|posts?|articles?|content|
          topics?|blogs?|stuff|things?)
        (?:this|about this|on this|the) (?:subject|topic|matter|issue)
        (?:learn(?:ed|t)?|gain(?:ed)?|know|found|got|get) (?:\w{1,10} ){0,2}(?:a lot|lots|so much|many things|
          new things|something new|much|knowledge|information)
        (?:helpful|useful|informative|valuable|beneficial|important) (?:for|to) (?:me|us|everyone|all|many|people|
          others|beginners|the)
        (?:good|great|fine|decent|valid|nice) points?
        """
    ),
}
"""Praise that would stand under any post, by what it says. Readers say each; spam says several and nothing else."""

SPUN = any_of(
    r"""
    weblogs? | web-sites? | web ?site ?owners? | web ?pages? | internet sites? | piece of writing | write-? ?ups?
    this paragraph | nice paragraph | fastidious | internet (?:visitors|users|viewers|people)
    web (?:visitors|viewers|users|people) | pleasant (?:\w{1,10} )?(?:post|piece|article)
    put (?:\w{1,10} ){0,2}(?:together )?this (?:site|blog|web ?site) | for my (?:know-how|experience|knowledge)
    (?:unquestionably|undeniably|definitely) (?:believe|consider)
    what (?:you|you're|youre|you are) (?:talking|speaking) about
    hi there,? (?:all|everyone|colleagues|friends|mates|to all|to every)\b(?: \w{1,6})?
    hello (?:colleagues|mates|friends|everyone|admin|dear) | hey there!? | howdy!? | heya | hiya | greetings!?
    asking yourself | i every time | i used to (?:be|read|spend) | every (?:other|one) (?:posts?|articles?)
    someone necessarily | anything (?:else )?(?:like|to) (?:this|say)
    i am (?:truly|really|actually|in fact|genuinely|sure) (?:\w{1,12} )?(?:pleased|delighted|glad|happy|thankful|
      grateful|enjoying|this)
    simply (?:wanted|want|wish|had) to | just (?:wanted|want|wish|had) to (?:say|mention|tell|give|comment)
    at this (?:place|time|web ?site) | in (?:detail|the web|this web)
    (?:worthwhile|worth) (?:reading|bookmarking|checking) | genuinely | blogroll | on-?line (?:viewers|people)
    quality (?:based )?(?:writing|articles|content|posts)
    """
)
"""Words of the template engines that spin comments; alone each may be anybody's."""

SMALL_TALK = any_of(
    r"""
    (?:what|which) (?:blog |blogging )?(?:platform|theme|template|cms|host|web host|
      hosting)(?: \w{1,10}){0,3} (?:are|do|did) you(?: us\w{1,3})?
    (?:did|do) you (?:\w{1,10} )?(?:design|create|make|develop|customi[sz]e|code) (?:\w{1,10} ){0,4}(?:site|
      web ?site|blog|theme|it yourself|yourself)
    paid (?:theme|subject|topic|option)
    (?:site|blog|web ?site|page)s? (?:\w{1,10} ){0,3}load(?:s|ing)? (?:\w{1,10} ){0,2}(?:slow|fast|quick|speed|
      correctly|properly)\w{0,3}
    (?:site|web ?site|loading) (?:load )?speed | internet explorer | (?:run|running) off the screen
    (?:my|an?|new) (?:apple )?(?:iphone ?\d{0,2}|ipad|blackberry)
    (?:plagiarism|content theft|stolen content|copyright violation)s?
    (?:hackers?|hacked|spam remarks|spam comments) | aspiring (?:writers?|bloggers?|blog)
    (?:start|starting|begin|create|creating|build|building|make) (?:up )?(?:my|a) (?:own )?(?:new )?(?:blog|site|
      web ?site|weblog)
    (?:expand|elaborate)(?: a (?:little )?bit| on)
    comment (?:didn't|did not|form|got|disappeared|appear)\b(?: \w{1,8}){0,2} | ate my (?:first )?comment
    notify me when new comments | (?:e-?mail|contact) (?:you|me|section|subscription)(?: \w{1,10})? | donate button
    twitter (?:user|account|feed) | off[- ]topic | (?:co-?)?author(?:ing)? (?:a )?(?:guest|e-?book)
    quote (?:\w{1,10} ){0,3}(?:your|of your) (?:posts|articles) | listed in (?:yahoo|google)
    """
)
"""Small talk to a webmaster that has nothing to do with any post."""

INVITATION = any_of(
    r"""
    (?:visit|check out|check|see|look at|look into|read|surf to|stop by|feel free to (?:\w{1,8} )?(?:visit|surf|
      check|look|stop)\w{0,3}(?: (?:to|by|at|out))?|take a look at|here is|here's|also|click|
      browse) (?:\w{1,8} ){0,2}(?:my|our) (?:\w{1,10} ){0,2}(?:web ?-?sites?|site|blog|weblog|web-?page|page|
      home ?page|blog post|article|post|store|shop|channel|profile|services?)
    my (?:web ?-?site|weblog|blog|web-?page|home ?page|site|page|blog post|blog site)(?: is)? ?(?:\.{2,4}|:{1,2}|
      ;|-{1,2}|…|\()
    click (?:here|this|on|below|the link)
    (?:visit|check out|go to) (?:here|this (?:link|site|website|page)|us|the (?:link|website))
    (?:for more|more) (?:info\w{0,10}|details),? (?:visit|click|please|contact|call|check|go)\b(?: \w{1,8}){0,2}
    (?:also )?visit:? (?:my|our|us|here|this|the)
    if you (?:want|need|wish|are looking|would like) (?:to )?(?:\w{1,12} ){0,6}(?:visit|contact|click|call|check)
    """
)
"""Invitations to go somewhere else."""

TESTIMONIAL = re.compile(
    r"(?<!\w)(?:whats ?app|telegram|contact|reach|call|text|message|write|e-?mail) (?:to |out to )?"
    r"(?:him|her|them|us|now|today|via|through|on|this|dr|doctor)(?!\w).{0,60}?"
    r"(?:@|\(at\)|e-?mail|gmail|whats ?app|telegram|\+ ?\d[\d ()-]{7,16})"
    r"|(?<!\w)(?:dr|doctor|priest|prophet)\.? \w{2,20} .{0,80}?"
    r"(?:cured?|heal(?:ed)?|herbs?|spells?|loan|virus|hiv|herpes|husband|lover)(?!\w)"
)
"""Somebody to write to or to call who cures, lends or recovers."""

EXPERIENCE = any_of(
    r"""
    i (?:have |just |also |had |was |am |'ve |finally |still |even |already ){0,3}(?:tried|tested|installed|ran|
      run|running|followed|upgraded|updated|compiled|built|noticed|wrote|implemented|switched|managed|using|used|
      needed|fixed|solved|copied|typed|changed|removed|added|replaced|wondered|ended up|spent|struggled)
    i'(?:ve|m) (?:been |just |also |still |not ){0,2}(?:tried|using|trying|getting|seeing|running|working|having|
      stuck|sure|wondering|curious)
    i (?:get|got|see|saw|keep getting) (?:an?|the|this|these|some|no) (?:\w{1,15} ){0,2}(?:errors?|message|
      warning|output|result|problem|issue|exception)
    (?:on|in|with|for) my (?:\w{1,12} )?(?:machine|server|laptop|computer|system|box|setup|config\w{0,8}|project|
      code|script|case|repo\w{0,6}|phone|mac|pi)
    works? (?:for|on|with|fine|great|now|perfectly|like) | worked (?:for|on|like|great|perfectly|fine)
    doesn't work | does not work | it (?:did|fixed|solved|works|worked|helped) | same (?:problem|issue|error|thing)
    helped me (?:to )?(?:set ?up|fix|solve|build|install|integrate|debug|configure|implement|migrate|write|make|finish|
      switch|move|add|resolve|repair|replace)
    error messages? | version \d[\w.]{0,10} | in my case | saved (?:my|me) | i (?:disagree|wonder|suspect)
    """
)
"""Words of somebody who did something with what they read."""

TRADE_HOST = re.compile(
    re.sub(
        r"\s+",
        "|",
        r"""casino poker slot bett?ing gambl judi togel viagra cialis kamagra levitra pharm pills?\b drugs (?:^|[.-])rx
        loan payday credit mortgage insur forex bitcoin crypto escort porn xxx sex dating adult cam(?:girl|s) seo
        backlink traffic
        market(?:ing) essay homework assignment replica watches handbag jersey outlet cheap discount coupon
        deal[sz]?\b buy shop store sale\b rental hotel travel tours?\b plumb locksmith roofing cleaning movers packers
        clinic dental slim weight keto vape cbd training academy institute courses? classes solutions hosting webdesign
        agency company lawyer attorney clipping cheats crack""",
    )
)
"""Names of trades inside a host."""

TRADE_NAME = any_of(
    r"""
    company | services? | solutions | agency | technolog(?:y|ies) | ltd | llc | inc | pvt | gmbh | online | best
    buy | cheap | reviews? | prices? | shop | store | marketing | software | training | academy | courses? | near me
    how to | what is | health | games? | videos? | movies? | blogs? | web ?sites? | invest(?:ment|ing)s? | psychic
    dentists? | hosting | download | click here | homepage | chart | tickets? | tours?
    """
)
"""Words of firms and searches, in the place where a person's name should be."""
