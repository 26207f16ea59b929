r"""Comments as people write them, invented: what a reader of each language says they are.

A line is ``kinds | words``; kinds in the order of weight, ``-`` for none of them, ``\n`` a line break. The English
ones were labelled before the rules first saw them; of a pitch only its being one counts.
"""

from __future__ import annotations

VOICES = {
    "en": r"""
thanks | Worked first time on Debian 12, you are a star. I'd been fighting with that permission thing since Tuesday.
thanks | Finally an explanation that doesn't assume I already know the answer. My builds are green again.
question | Tried this on a Raspberry Pi 3 but step four just hangs. Is there a log somewhere I should be looking at?
question | What would you use instead of rsync if the target only speaks SFTP?
- | I do the same with a Makefile and two lines of awk. Never had a problem with it in ten years.
correction | In the second listing you use `$HOST` but you export `$HOSTNAME` above, so it never picks up the value.
question thanks | Thanks for writing this up! Do you know whether the same approach works behind a corporate proxy?
- | Not everyone has the luxury of root on their server. Some of us are on shared hosting.
thanks | Three years later and this is still the only page on the internet that explains it properly. Cheers from Leeds.
praise | What a beautiful write-up.
question | hi, i have followed all but when i run the command it says module not found. pls help me out
question | anyone got this working on windows 11?
- | @marta you need to restart the daemon afterwards, otherwise it keeps the old config.
- | Thanks @marta, that did it for me.
thanks | Made this for my mother's birthday and there was not a crumb left. She asked me for the recipe, I sent her here!
question | Can I replace the buttermilk with yogurt, or will it turn out too dense?
question | Mine came out flat and a bit gummy in the middle. Oven was at 200 as you wrote. Where did I go wrong?
- | My grandmother used to add a spoon of vinegar to hers. She swore it kept the crust crisp.
praise | These look divine!
thanks | I've never managed to bake a decent rye before this one. It rose! It actually rose!
- | I would go easier on the salt next time, but that's a matter of taste.
question | How long does it keep in the freezer?
correction | You list 300 g of flour in the ingredients, but step 2 says 350 g. I guess one of them is wrong.
thanks | Your hint with the wet towel saved my loaf. Bless you.
- | Made it twice, once with spelt and once with whole wheat. The spelt one was nicer.
question thanks | So glad I found your page, my kids loved the pancakes. Would the batter survive a night in the fridge?
praise | Yum, yum, yum.
question | Wondering if almond flour would do the trick here
- | I'm allergic to nuts, so sadly this one is not for me.
thanks | I read this on the train this morning and had to wipe my eyes. Thank you for putting into words what I could not.
- | I lost my father in March too. It comes in waves, doesn't it.
praise | You write so well.
- | So sorry to hear this. Sending you strength from Ohio.
thanks | You wrote that it gets lighter after the second winter. I held on to that sentence for a year, and it did.
- | We moved to the countryside as well, four years ago. The silence takes some getting used to.
question | Did you ever go back to see the old house?
question | I'd love to hear what became of the dog.
- | Who needs a television when the neighbours behave like this?
- | Isn't it strange how a smell can bring back a whole summer?
thanks | Because of your piece I called my brother after six years. We're meeting on Sunday.
question | I want to do this for a network share instead of a local disk. Pointers welcome, thanks in advance.
- | Oh great, another tutorial that skips the one step that matters. Thanks for nothing.
- | Thanks, now I have to rewrite everything I did last week. Just kidding. Well, half.
- | "How hard can it be?" my boss asked. Three months later here I am.
- | ```\n$ ./configure --with-foo\nchecking for foo... no?\n```\nThat is what I get, fwiw. Ended up compiling by hand.
question | I keep getting `ValueError: too many values to unpack` at line 12. No idea what that means, I'm new to this.
- | Same error here.
thanks | Had the same error as the person above; adding the trailing slash as you suggest cured it.
correction | Small typo: "teh" in the paragraph above the diagram.
correction | Just a heads-up, the download link at the bottom goes to a 404.
correction | That isn't quite right: since 3.9 dicts can be merged with |, so the helper function is no longer needed.
correction | It's Eötvös, not Eotvos. Sorry to be that person.
- | I disagree with your conclusion. Static types do not replace tests, they replace a class of them.
question | Is there an RSS feed for just this category? I couldn't find one.
question | Could you do a follow-up on how to restore from those backups?
question | Would you mind sharing the config you ended up with?
- | Would be lovely to see a part two some day.
question | Any chance of a version for people who don't use Docker?
thanks | Subscribed. I've pointed two colleagues to it already and one of them has stopped swearing, which is a small miracle, so thank you.
thanks | This is gold. Bookmarked, printed, and stuck above my desk.
praise | Brilliant stuff, more of this please!
praise | Love it.
praise | Great article, very well researched.
thanks | Very informative, I learned more in ten minutes here than in a whole semester.
thanks | I was about to throw the printer out of the window. Your third suggestion did it. Printer lives, window lives.
thanks | Merci beaucoup, ça marche enfin chez moi.
question | Bonjour, est-ce que cela fonctionne aussi avec la version 5 ?
thanks | Hat auf Anhieb geklappt, vielen herzlichen Dank aus Graz!
question | Funktioniert das auch mit einem alten Drucker ohne Netzwerk
thanks | Muchísimas gracias, llevaba dos días buscando esto.
question | ¿Se puede congelar la masa antes de hornear?
pitch | Hi there, I came across your blog and was really impressed. We offer high-quality content and would love to publish a sponsored article on your site with a dofollow link. What are your rates?
pitch | Hello, I noticed you link to example.com in your article. We have a more up to date guide on the same topic, would you consider adding a link to it?
pitch | Dear webmaster, we can bring your site to the first page of search results. Reply for a free audit.
pitch | I am a student and my professor requires each of us to interview a blogger as a mentor for 20 hours. Would you be mine?
pitch | Just following up on my last email about a possible collaboration with our brand.
pitch | Our app does exactly this in one click, check it out at https://example.com/app and get 20% off with code BLOG20!
- | I wrote a small tool for this a while ago, it's on my GitHub if anybody wants to have a look.
question | Does anyone know if the author is still around? I'd like to ask about the licence.
- | Dave, did you find out what caused it?
- | To answer your question, Jim: yes, but only on the newer kernels.
thanks | Thanks for the quick reply! Removing the lock file worked.
thanks | Thank you, that clears it up.
question thanks | Thanks for your reply. I tried that and it still gives me the same message. What else could it be?
question | Hello sir, kindly guide me how to deploy this on the server. I am waiting for your response.
question | please explain the part with the closure, i did not get it
- | The thing I never understood is why they removed it in the first place. Politics, probably.
- | Never thought I'd see the day when someone defends XML.
question | I don't quite follow the last step. What is the second argument for?
thanks | Oh my god. Four hours. FOUR HOURS. And it was a missing semicolon. I owe you a beer.
thanks | After reading your post I finally dared to delete my account. Best decision of the year.
thanks | I've used this trick on three projects now. Keep forgetting it and keep coming back here. :)
thanks | Good stuff, it got rid of the warning for me.
- | The warning went away on its own after an update.
- | I used to think the same, until I had children.
- | This is not helpful at all. You left out half the options.
- | Helpful? Hardly.
- | It would have been more useful with screenshots.
- | No, thank you. I'll keep my paper notebook.
- | Thankfully they fixed this in the last release.
- | Thanks to the new API none of this is needed any more.
- | My thanks go to the council for planting the trees, they were long overdue.
thanks | Appreciate the effort you put into the diagrams.
thanks | Kudos and many thanks from a fellow sourdough addict!
question thanks | Ta very much, that was the missing bit. One more thing: do I have to do it again after each upgrade?
thanks | You have no idea how much this means to me. I showed it to my therapist.
thanks | My students at the community college love this page, I hand it out every autumn.
thanks | It's rare to find someone who takes the time to explain things this patiently. I'm really thankful you did.
question | I need this for my 2008 Golf. Is it the same part number
question | which yarn did you use for the border??
thanks | Knitted it in a weekend for my niece. The pattern was so easy to follow!
question | I am stuck at row 14, my stitch count is off by two and I can't see why.
correction | I think row 22 should say k2tog rather than ssk, otherwise the decreases lean the wrong way.
- | I've frogged mine three times now. Fourth time lucky.
- | Greetings from a rainy Bergen!
- | First!
- | test
- | Following.
- | +1
- | Haha, been there.
praise | Wow.
praise | Awesome job, well done!
question | Where can I buy it?
question | Price?
question | Hey, cool project. I was thinking about building one with my daughter. Roughly what did the parts cost you?
- | You could also solder it directly, saves you the connector.
- | A word of warning: don't try this with the cheap clones, the regulator gets very hot.
thanks | Built one last weekend. Everything fit together just as you described and my daughter is over the moon.
question | The motor spins the wrong way round for me. Do I just swap the two wires?
- | If the motor spins the wrong way round, just swap the two wires.
question | What I'd like to know is how you got the finish so smooth
- | What I like about this is how it gets out of the way.
- | How I wish I had known this earlier.
thanks | How I wish I had known this earlier! It would have spared me a new hard drive. Thanks for posting.
- | Why would anyone do it differently?
- | Do people really still use FTP in this day and age?
- | Why do I do this to myself? Because I love it.
question | Do you still use FTP for this or have you moved on?
- | Guess what happened next?
thanks | I just wanted to drop you a line to say how much I enjoy your newsletter. It is the one mail I look forward to.
- | I unsubscribed after the third mail in a week.
question | I'd be grateful for any advice on which lens to start with.
question | Been going round in circles with this for a week. Help!
thanks | Been going round in circles with this for a week. Your diagram untangled it in a minute.
- | I went with the other option in the end. Cheaper and quieter.
correction thanks | Thanks for the guide, everything worked. One note: in step 5 the package is now called python3-venv.
question thanks | Your article was a lifesaver during my exam week. I still don't understand why the last term vanishes, though. Could you elaborate?
question | It compiles, but nothing shows up on the screen.
- | It compiles, nothing shows up on the screen, and somehow that is considered a feature.
thanks | Beautiful pictures, and the map was a great help in planning our own trip.
question | We'll be there in May. Is the ferry already running then, and would you book ahead?
- | We were there in May. The ferry was not running yet, so we took the bus.
correction | The museum is closed on Mondays, not Tuesdays as it says here.
- | Sounds like a wonderful trip!
praise | Stunning photos!
thanks | We followed your route last summer, and it was the best holiday we ever had.
thanks | Spent the whole evening on this, found your page, five minutes later it was done. Respect.
thanks | You just rescued my thesis. Literally.
question | Which of the two would you pick for a small shop with three employees?
question | Tried with Python 3.12 and pip refuses to build the wheel. Has the package been abandoned?
- | We had a similar setup at my last job, only with Perl.
thanks | Nice one! This is the first description that matched what I actually see on my screen, and now the fan is quiet again.
question | The script runs fine by hand but does nothing from cron. Ideas?
thanks | Cheers, works a treat.
question thanks | Works great on my laptop, thanks! Is there a way to make it start automatically after a reboot?
correction | There's a missing closing parenthesis in the last code block.
correction | FYI the API changed in version 4, `get_items` takes a keyword argument now, so your example throws a TypeError.
- | Version 4 changed the API. Took me an hour to adapt our code base.
- | Love-hate relationship with this tool, to be honest.
question | Could somebody tell me why line 7 needs the extra cast?
- | Because the compiler cannot know that it is never null.
question | I have no clue how to apply this to my own data, would you be able to help?
thanks | Well explained. I finally get what a monad is for.
praise | Clear and concise. Well done.
- | A monad is just a monoid in the category of endofunctors, what's the problem?
question | What camera did you take these with?
praise | That second photo, wow.
thanks | My daughter and I made these on Sunday and they were gone by Monday. Will be a regular in our house!
question | Do the eggs have to be at room temperature
question | My dough is very sticky, is that normal?
- | Mine was sticky too, I just added a handful of flour.
correction | The oven temperature can't be right: 350 °C would burn it to coal. You surely mean Fahrenheit.
thanks | Thank you for this recipe! I left out the raisins and it was still wonderful.
- | Raisins do not belong in a strudel. I will die on this hill.
question | I don't own a stand mixer. Can this be done by hand?
thanks | Your words reached me on a bad day and made it a better one.
thanks | I've been reading you since my own diagnosis and it has made me feel less alone.
- | We got the same diagnosis two years ago. Hang in there.
- | Hugs.
question | How is your mother doing now?
- | Isn't that the truth.
- | Who hasn't been there?
- | Aren't we all just muddling through?
thanks | Just wanted to say that your post got me out of bed and running again.
- | I started running again last spring. My knees were not amused.
- | @tomasz no, that only works on the paid plan.
- | Tomasz: no, that only works on the paid plan.
- | Agreed with Tomasz above. The paid plan is a rip-off.
question | Need the source code for this asap, mail it to me please.
question | Sir, can you give me the code in Java?
question | Kindly share the dataset
- | The dataset can be found on the author's page.
pitch | Greetings! My name is Tina and I am a content strategist. I'd love to send you three topic ideas for articles that your audience would enjoy, free of charge. All we ask is one link back to our homepage.
pitch | We've developed a new plugin that would be a perfect fit for your readers. Would you be open to reviewing it? We pay for your time.
pitch | Quick question: do you sell text links on your blog? We have a budget of 80 USD per link.
pitch | Hello, I am writing a paper for my English class about a career I'm interested in and my teacher wants us to interview someone in the field. It is due on Friday. Could you answer these ten questions?
pitch | Your site could get a lot more visitors. I'm an SEO consultant and made a short video with three quick wins, shall I send it over?
- | I switched from WordPress to a static site for exactly these reasons and traffic has not suffered at all.
- | I sell soap for a living and have no idea what any of this means, but it was fun to read.
thanks | Been using your cheat sheet daily for a month now, it's taped to my monitor. Thanks a bunch.
thanks | Ohhh so THAT'S what the flag is for. Thank you!!
question | so what is the flag for then
question | And what about ARM?
- | And what about it? Nobody forces you to upgrade.
thanks | I had given up on getting this scanner to work under Linux. One paragraph of yours and it hums along.
- | This scanner never worked under Linux for me and I threw it away.
thanks | A belated thank-you: your answer from 2014 still holds.
question | Your answer is from 2014. Does it still hold?
- | It still holds.
thanks | Perfect. Exactly the explanation I needed before tomorrow's exam.
- | Exactly. That is what I keep telling my students.
question | I cloned the repo and ran make, but there's no binary anywhere.
question | Getting a 403 whenever I post the form.
- | Got a 403 at first, then noticed I had mistyped the key. All good now.
thanks | Got a 403 at first, then re-read your second paragraph. All good now, thanks.
question | Hello! First of all great site. I'm trying to adapt the theme for Arabic but the sidebar stays on the left. Where is that set?
correction | "Its" in the headline should have an apostrophe.
correction | Nitpick: Norway is not in the EU.
- | I'm from Norway and we're not even in the EU.
correction | You forgot to mention that the second argument is optional.
correction | The date in the title is off, it was 1987.
- | It was 1987 and I was seven.
praise | I really enjoyed this one!
praise | Superb. Please keep writing.
praise | Fantastic series so far.
thanks | This series has taught me more than any course I paid for.
- | Will there be a part three? Asking for a friend. Haha no, I know you said there won't.
question | Will there be a part three?
question | When will part three be out? Can't wait!
- | Can't wait for part three!
question | Would you recommend it to a complete beginner?
- | I would not recommend it to a beginner.
question | I'm torn between the two models you compare. I mostly do portraits. Any recommendation is much appreciated.
- | Any camera will do for portraits, it's the light that counts.
thanks | Took your advice and bought the older model. Couldn't be happier.
- | Bought the older model as well. It broke after a month.
question | Mine broke after a month. Did you get it repaired under warranty?
thanks | Vielen Dank für die ausführliche Anleitung, jetzt läuft der Drucker wieder.
question | Weiß jemand, ob das auch unter Windows 11 geht?
thanks | Merci pour cet article, il m'a bien dépanné !
question | Comment faire si on n'a pas les droits d'administrateur ?
thanks | Obrigado, me ajudou muito!
question | Onde posso baixar o arquivo?
- | Interesting point about the cache, had not thought of that.
- | My two cents: measure first.
- | The comments here are better than the article.
- | What a waste of time.
- | Thank you, next.
- | Please stop using tables for layout.
- | Please note that this only works with the trailing slash.
thanks | I've been using your template for two years and never said thank you. So: thank you.
thanks | Great stuff. The bit about locale settings explains exactly why my sorting was off. Fixed now.
question | Do I need the paid version for this or is the free tier enough?
question | My CSS isn't applied at all after the update. What did I miss?
- | My CSS broke after the update too, had to clear the cache.
thanks | Cleared the cache as you suggested and the layout is back. Phew!
praise | One of the best posts I have read on this.
- | Meh. I've seen better.
question | Is there any difference between the two flags?
question | how can i get the count of each word?
- | You can get the count of each word with a Counter.
question thanks | Nice walkthrough, it worked for me. Does anyone know how to add a second user?
correction | There is an error in the formula: the exponent should be negative.
correction | Your link to part 2 points back to part 1.
- | Part 2 was better than part 1, in my opinion.
question | Can you share the recipe for the sauce as well?
thanks | I tried the sauce yesterday and my husband, who hates mushrooms, had seconds. Thank you!
- | Mushrooms are overrated.
question | What temperature would you use in a gas oven?
thanks | I cried reading this. Thank you for sharing your story, it helps to know that one is not the only one.
- | My aunt went through the same thing. She is fine now.
question | How did you tell your children?
- | Children know more than we think.
praise | So beautifully written.
- | Thanks to everyone who came to the meetup yesterday!
- | I'd be thankful if people read the documentation before they complain.
thanks | To the author: you just saved a very tired father an evening of swearing.
question | Could the author please update this for the newest release?
question | I am getting "permission denied" no matter what I try.
- | Permission problems are the bane of my existence.
pitch | Hi, I'm reaching out from a small software company. We'd love to sponsor one of your posts. Could you send us your media kit and rates?
pitch | Greetings, I would like to know if you accept guest contributions on your website.
- | I write for a small newspaper and we had the same discussion last year.
question | Which editor is that in the screenshots?
- | That editor in the screenshots looks a lot like mine.
thanks | This cleared up years of confusion for me.
- | This only adds to the confusion.
question | Sorry for the silly question, but where do I put this file?
thanks | Not a silly post at all, I needed this today. Thanks.
question | Has this been fixed in the meantime?
- | This has been fixed in the meantime.
thanks | Super! Klappt einwandfrei, danke dir.
question | Gibt es das auch für Linux?
thanks | Grazie, finalmente ho risolto!
question | Peut-on l'utiliser hors ligne ?
- | I don't think I'll ever get used to this new design.
- | Why, oh why, do they keep changing the interface?
question | Why does the script need root?
- | Reminds me of the old days on Usenet.
thanks | I printed this out for my team and it made our Monday meeting half as long. Much obliged!
thanks | The loaf had ears this time. I did what you said about the lid and my wife asked which bakery I'd been to.
thanks | Third batch of marmalade in my life and the first that set. Page bookmarked, jar on its way to my neighbour.
question | Mine never thickens, however long I let it simmer. Not sure where I go off the rails with this one
question | Curious whether the dough would forgive a night in a cold garage
- | My aunt would have a word with you about putting cream in a carbonara.
- | @Petra just use half the sugar, works fine
thanks | I was about to throw out the starter when I came upon your note about the hooch. It bubbles like mad now.
question | Half my guests don't eat gluten. Any flour you'd trust here
- | Thanks to the neighbours' cat there was nothing left to photograph.
- | Who on earth peels tomatoes?
question thanks | Cooked this for the in-laws, plates came back clean. What do you drink with it?
question | I has only a gas oven with no thermometer, so I don't know how hot make it. Please advise
thanks | Sir, you recipe make my childrens very happy, they want it every Sunday now.
praise | Drooling over here.
- | Made it with lamb. Different, not better.
thanks | Since last night the hallway lamp comes on when it should and stays off when it should. I owe you a beer.
thanks | So it was the pull-up resistor all along! Two weekends I searched. Your schematic had it in plain sight.
question | The sensor reports 85 degrees every few minutes, then goes back to normal. Bad cable, bad sensor, or something in the driver
question | hi, i have same board but no led is blinking after flash. what can be
question | Would love to hear what you ended up using for the thermostat after the old one died.
- | I went with Zigbee instead and never looked at wifi bulbs again.
- | You can also do it with a $4 relay and a bit of patience.
thanks | The blinds have gone up at seven for a week without me touching anything. Hadn't believed it till I followed this.
question | MQTT broker refuses the connection as soon as I enable TLS. Been at it since noon.
- | Had the same trouble with MQTT; turned out the clock on the Pi was wrong.
question thanks | Got it running on a Pi Zero thanks to your image. Does it survive a power cut?
- | If only every vendor documented their stuff as badly as this one, we'd all be electricians by now.
thanks | Not a single false alarm since I moved the sensor the way you draw it. The dog is grateful too.
question | Pls how to make that the heating know when window is open
correction | Pin 17 in the table, pin 27 in the picture. They can't both be right.
thanks | My son has his exam behind him, and the chapter on fractions was the one he kept open. He passed.
thanks | Twenty years after school I finally see why the determinant is an area.
question | Step 3: where does the minus sign come from
question | I can follow it up to the substitution, then I am lost.
question | Shouldn't the sum start at n = 1, or do you count the empty set too?
- | Isn't it lovely that such a thing is even true?
- | A colleague asked me the other day why anyone would care about primes. I had no answer.
- | Suppose we want to know whether n is prime. How do we proceed? We divide.
thanks | You have turned my worst subject in the one I look forward to. I am 54 and learning it for pleasure.
question thanks | Your picture of the two circles did in a minute what my lecturer failed to do in a term. Is there one for three?
question | i not understand why is epsilon chosen first and then delta, always confuse me
correction | The last line of the proof wants a strict inequality, otherwise x = 0 breaks it.
praise | This is the most elegant proof I've seen of it.
- | Proof left to the reader, I suppose. Ha.
thanks | I read you out to my mother yesterday. She held my hand the whole time. I wanted you to know.
thanks | Your letter about the empty chair is the only thing that got me through December.
question | How is the knee these days?
question | Tell us more about the lighthouse, if you feel like it
- | What wouldn't I give for one more summer like that?
- | Thank you for the music, as the song goes. We danced to it at our wedding.
thanks | When all the others told me to move on you wrote that one may stay a while. It was what I needed to hear.
- | You'll thank me later: book the early ferry.
question thanks | I've carried your line about small doors in my wallet since spring. May I ask where it comes from?
- | @Nora I'm so sorry. What was his name?
thanks | I started writing again, after nine years. Blame yourself.
praise | I could read you all day.
- | We too had a yellow kitchen. And a dog who hated it.
question | Did your sister ever forgive you? You never said
- | Thanks for making me cry on a bus, I looked like an idiot in front of thirty commuters. Worth it though.
thanks | Me too I was lost after the birth, nobody speak of this. Reading here I feel not alone anymore.
thanks | My sister who never cooks rang me to say the lasagne worked. I'd sent her your page.
thanks | Sunday roast without smoke alarm for the first time since we moved in.
question | Whole milk or does skimmed do as well
question | Mine split when I added the lemon. No idea what I did differently from you
- | I add the lemon at the very end and never had it split.
thanks | You were right about resting the dough overnight, I'll never go back.
question thanks | The brine trick is a keeper. How far ahead can I start it?
- | Isn't butter always the answer?
- | Thanks to a power cut I ate it cold.
thanks | i do the bread every week now and neighbours smells it in the stair, they ask me from where
question | my oven only goes to 220, will this be a problem you think
thanks | The gate opens when I come home and my mother-in-law thinks I'm a wizard. Credit where it's due.
question | After the update the scenes don't fire any more. Would downgrading be safe?
question | Wired everything like in the photo and the fuse blew. What did I overlook
- | I run the same thing on an old phone.
- | "Why is the light blue?" my daughter keeps asking. I blame the firmware.
thanks | Took me an evening instead of the week I had set aside, your parts list was complete down to the last screw.
question | Somebody knows if the sensor can sleep between two readings
thanks | Now I see it: the proof is just bookkeeping. Nobody had told me.
question | Line four, the epsilon on the right: should it not be squared?
question | Where could I read more about the history of this theorem
- | My teacher drew it the other way round.
- | What is a circle, after all, but a very patient polygon?
thanks | I went into the exam with your three rules in my head and came out smiling.
thanks | For months I couldn't open her wardrobe. I read what you wrote about the coat and did it the same evening.
question | Did the letter ever arrive?
- | What a summer that was, wasn't it?
thanks | You put a name to it. That alone helped.
question | I would be curious how your mother took it
- | Thank goodness for libraries.
""",
    "de": r"""
thanks | Dank Deiner Beschreibung läuft mein Drucker wieder, ich war schon am Verzweifeln.
thanks | Hat sofort geklappt. Ich habe bestimmt drei Stunden gesucht.
thanks | Herzlichen Dank für die Mühe, die du dir hier machst!
thanks | Endlich jemand, der das verständlich erklärt. Jetzt hab ich es kapiert.
thanks | Das Brot ist super geworden, die ganze Familie war begeistert.
question | Kann man den Teig auch über Nacht im Kühlschrank lassen?
question | Weiß jemand, wo ich die alte Version herunterladen kann
question | Bei mir kommt leider immer nur eine leere Seite. Woran könnte das liegen?
question | Ich komme bei Schritt vier nicht weiter, bitte um Hilfe.
question | Mich würde interessieren, welche Kamera du benutzt.
question thanks | Super Anleitung, hat mir sehr geholfen! Muss man das nach jedem Update wiederholen?
correction | In Zeile 12 fehlt eine Klammer.
correction | Da hat sich ein Tippfehler eingeschlichen: es heißt Standard, nicht Standart.
correction | Der Link zum Download funktioniert nicht mehr.
- | Ich mache das seit Jahren mit einem kleinen Skript.
- | Wer braucht denn sowas? Niemand.
- | Danke im Voraus ist keine Frage, sagt meine Lehrerin.
praise | Wunderschöne Fotos!
pitch | Wir würden gerne einen Gastbeitrag auf Ihrer Seite veröffentlichen und bieten dafür 100 Euro.
pitch | Ich schreibe meine Facharbeit über Blogger und brauche dafür einen Mentor.
""",
    "fr": r"""
thanks | Un grand merci, j'ai enfin réussi à faire démarrer ma machine.
thanks | Tu m'as sauvé la soirée !
thanks | Votre astuce avec le linge humide a sauvé mon pain.
thanks | C'est exactement ce que je cherchais depuis des semaines.
thanks | Recette testée hier soir, toute la famille s'est régalée.
question | Est-ce que ça fonctionne aussi sous Windows ?
question | Bonjour, je n'arrive pas à ouvrir le fichier, quelqu'un a une solution
question | Pourriez-vous m'indiquer où trouver la pièce ? Merci d'avance.
question | Peut-on remplacer le beurre par de l'huile ?
question | J'aimerais savoir quel appareil vous utilisez.
question thanks | Merci pour ce tuto très clair ! Faut-il recommencer après chaque mise à jour ?
correction | Petite coquille dans le titre : il manque un s à « saisons ».
correction | Le lien vers la carte ne fonctionne plus.
correction | Attention, le musée est fermé le mardi et non le lundi.
- | Chez nous on ajoute toujours une cuillère de vinaigre.
- | Qui n'a jamais rêvé de tout plaquer ?
- | Je fais pareil depuis dix ans, sans aucun souci.
praise | Magnifiques photos, bravo !
pitch | Nous aimerions publier un article sponsorisé sur votre blog, quels sont vos tarifs ?
pitch | Je me permets de vous relancer au sujet de notre proposition de partenariat.
""",
    "es": r"""
thanks | Mil gracias, me has salvado el fin de semana.
thanks | Por fin alguien que lo explica bien, ya lo entiendo.
thanks | Funcionó a la primera, llevaba días peleándome con esto.
thanks | Justo lo que necesitaba.
thanks | Hice la receta ayer y a mis hijos les encantó.
question | ¿Sirve también para la versión 5?
question | Hola, no me funciona, me sale pantalla en blanco. Qué puedo hacer
question | Alguien sabe dónde se descarga el archivo
question | Me gustaría saber qué cámara usas.
question | ¿Se puede sustituir la mantequilla por aceite?
question thanks | Muy útil, gracias. ¿Hay que repetirlo después de cada actualización?
correction | Hay una errata en el segundo párrafo: pone "haber" en vez de "a ver".
correction | El enlace de descarga está roto.
correction | En el paso 3 falta un paréntesis.
- | Yo lo hago con un script desde hace años.
- | ¿Quién no ha soñado con dejarlo todo?
- | Aquí llueve desde el lunes.
praise | ¡Qué fotos tan bonitas!
pitch | Nos gustaría publicar un artículo patrocinado en su blog con un enlace dofollow.
pitch | Le escribo de nuevo por si pudo ver mi propuesta de colaboración.
""",
    "pt": r"""
thanks | Muito obrigada, você salvou meu dia!
thanks | Finalmente funcionou, graças ao seu passo a passo.
thanks | Era exatamente isso que eu procurava.
thanks | Me ajudou demais, parabéns e obrigado.
thanks | Fiz o bolo ontem e a família toda adorou.
question | Isso funciona também no Windows 11?
question | Não consigo instalar, aparece uma tela branca. Alguém pode me ajudar
question | Onde encontro essa peça?
question | Gostaria de saber qual câmera você usa.
question | Posso trocar a manteiga por óleo?
question thanks | Ótimo tutorial, me ajudou muito! Precisa repetir depois de cada atualização?
correction | Tem um erro de digitação no título.
correction | O link para download está quebrado.
correction | Faltou um parêntese na última linha do código.
- | Eu faço isso com um script há anos.
- | Quem nunca?
- | Aqui chove desde segunda-feira.
praise | Que fotos lindas!
pitch | Gostaríamos de publicar um artigo patrocinado no seu blog, qual o valor?
pitch | Estou entrando em contato novamente sobre a nossa proposta de parceria.
""",
    "it": r"""
thanks | Grazie mille, mi hai salvato la giornata.
thanks | Finalmente funziona, grazie alla tua guida.
thanks | Proprio quello che cercavo.
thanks | Spiegato benissimo, ora ho capito.
thanks | Ho fatto il pane ieri ed è venuto buonissimo, grazie della ricetta.
question | Funziona anche con la versione 5?
question | Non riesco ad aprire il file, qualcuno sa come fare
question | Dove posso trovare il pezzo di ricambio?
question | Vorrei sapere che macchina fotografica usi.
question | Si può sostituire il burro con l'olio?
question thanks | Guida utilissima, grazie! Bisogna rifarlo dopo ogni aggiornamento?
correction | C'è un refuso nel titolo.
correction | Il link per il download non funziona più.
correction | Nella riga 12 manca una parentesi.
- | Io lo faccio da anni con uno script.
- | Chi non l'ha mai sognato?
- | Qui piove da lunedì.
praise | Che belle foto!
pitch | Vorremmo pubblicare un articolo sponsorizzato sul vostro blog, quali sono i costi?
pitch | Vi riscrivo in merito alla nostra proposta di collaborazione.
""",
    "nl": r"""
thanks | Hartelijk dank, je hebt mijn weekend gered.
thanks | Werkt perfect, eindelijk iemand die het goed uitlegt.
thanks | Precies wat ik zocht.
thanks | Dankzij jouw uitleg draait mijn server weer.
thanks | Gisteren gebakken en het hele gezin was er gek op.
question | Werkt dit ook met versie 5?
question | Het lukt me niet om het bestand te openen, iemand een idee
question | Waar kan ik dat onderdeel kopen?
question | Ik ben benieuwd welke camera je gebruikt.
question | Kan ik de boter vervangen door olie?
question thanks | Heel handig, bedankt! Moet dit na elke update opnieuw?
correction | Er staat een typfout in de titel.
correction | De link naar de download werkt niet meer.
correction | In regel 12 ontbreekt een haakje.
- | Ik doe dit al jaren met een scriptje.
- | Wie heeft daar nooit van gedroomd?
- | Hier regent het al sinds maandag.
praise | Prachtige foto's!
pitch | Wij willen graag een gastartikel op uw website plaatsen, wat zijn de kosten?
pitch | Ik kom nog even terug op mijn eerdere voorstel voor een samenwerking.
""",
    "pl": r"""
thanks | Serdeczne dzięki, uratowałeś mi weekend.
thanks | W końcu działa, dzięki Twojemu opisowi!
thanks | Dokładnie tego szukałem.
thanks | Bardzo pomocny wpis, wreszcie zrozumiałem o co chodzi.
thanks | Upiekłam wczoraj, cała rodzina była zachwycona.
question | Czy to działa też w wersji 5?
question | Nie mogę otworzyć pliku, może ktoś wie jak to zrobić
question | Gdzie można kupić tę część?
question | Chciałbym się dowiedzieć, jakiego aparatu używasz.
question | Czy można zastąpić masło olejem?
question thanks | Świetny poradnik, bardzo mi pomógł. Czy trzeba to powtarzać po każdej aktualizacji?
correction | W tytule jest literówka.
correction | Link do pobrania nie działa.
correction | W linii 12 brakuje nawiasu.
- | Robię to od lat prostym skryptem.
- | Kto o tym nie marzył?
- | U nas pada od poniedziałku.
praise | Piękne zdjęcia!
pitch | Chcielibyśmy opublikować artykuł sponsorowany na Państwa blogu, jaki jest koszt?
pitch | Wracam do mojej poprzedniej wiadomości w sprawie współpracy.
""",
    "ru": r"""
thanks | Огромное спасибо, вы спасли мои выходные!
thanks | Наконец-то заработало, спасибо вашей инструкции.
thanks | Именно то, что я искал.
thanks | Очень помогло, теперь всё понятно.
thanks | Испекла вчера, вся семья в восторге. Благодарю за рецепт!
question | Это работает и в пятой версии?
question | Не могу открыть файл, подскажите что делать
question | Где можно купить эту деталь?
question | Интересно узнать, какой камерой вы снимаете.
question | Можно ли заменить масло?
question thanks | Отличная статья, мне очень помогла! Нужно ли повторять это после каждого обновления?
correction | В заголовке опечатка.
correction | Ссылка на скачивание не работает.
correction | В строке 12 пропущена скобка.
- | Я делаю это скриптом уже много лет.
- | Кто об этом не мечтал?
- | У нас с понедельника идёт дождь.
praise | Прекрасные фотографии!
pitch | Мы хотели бы разместить на вашем сайте спонсорскую статью, сколько это стоит?
pitch | Пишу повторно по поводу нашего предложения о сотрудничестве.
""",
    "ja": r"""
thanks | おかげさまで週末がつぶれずに済みました。ありがとうございます。
thanks | やっと動きました！丁寧な説明に感謝です。
thanks | まさに探していた情報でした。
thanks | とても助かりました。
thanks | 昨日作ってみました。家族みんな大喜びでした。
question | バージョン5でも動きますか？
question | ファイルが開けません。どなたか教えていただけないでしょうか
question | その部品はどこで買えますか？
question | どのカメラを使っているのか知りたいです。
question | バターの代わりに油でも大丈夫でしょうか。
question thanks | とても参考になりました。更新のたびにやり直す必要がありますか？
correction | タイトルに誤字があります。
correction | ダウンロードのリンクが切れています。
correction | 12行目の括弧が抜けています。
- | 私は何年も前からスクリプトでやっています。
- | 誰だって一度は夢見るものですよね。
- | こちらは月曜からずっと雨です。
praise | 素敵な写真ですね！
pitch | 貴サイトにスポンサー記事を掲載させていただけないでしょうか。料金を教えてください。
pitch | 先日お送りした提携のご提案について、再度ご連絡いたしました。
""",
    "zh": r"""
thanks | 太感谢了，你救了我的周末！
thanks | 终于成功了，多亏了你的教程。
thanks | 这正是我要找的。
thanks | 讲得很清楚，终于明白了，谢谢。
thanks | 昨天照着做了，全家人都很喜欢。
question | 第五版也能用吗？
question | 我打不开这个文件，请问怎么办
question | 这个零件在哪里可以买到？
question | 想知道你用的是什么相机。
question | 黄油可以换成油吗
question thanks | 很有帮助，谢谢！每次更新之后都要重新做一遍吗？
correction | 标题里有个错别字。
correction | 下载链接失效了。
correction | 第12行少了一个括号。
- | 我用脚本做这件事已经很多年了。
- | 谁没有梦想过呢？
- | 我们这里从星期一开始一直下雨。
praise | 照片真漂亮！
pitch | 我们想在您的网站上发布一篇赞助文章，请问费用是多少？
pitch | 再次联系您，是关于我们之前的合作提案。
""",
}
