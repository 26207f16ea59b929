"""Letters that offer something, and letters that only look so, invented: all labelled before the rules first saw them.

`OFFERS`: guest posts, bought links, reviews, surveys, assignments and mentors, jobs, shows, SEO. `SINCERE`: readers who
write about the same things, as ``kinds | words`` (`classify_voices`).
"""

from __future__ import annotations

OFFERS = r"""
Hi, I hope this finds you well. I came across your article on sourdough and loved it! I'd like to write a post for your readers about the five best stand mixers, completely free, with just one link to our partner shop. Would that be of interest?
Hello Ann, I noticed that on your page about backups one of the links no longer works. We happen to have an up-to-date guide on the same topic: would you consider pointing to that instead? It would surely help your visitors.
Dear blogger, what do you charge for adding a link to an existing post? We have a budget and can pay via PayPal today.
We develop an app that lets people scan their recipes. We think it would be a perfect fit for your audience and would be thrilled if you gave it a try and told your readers what you think. I can set you up with a free premium account.
My name is Tom and I'm a student at the University of Somewhere. For my master thesis I survey bloggers about their motivation. It takes only 10 minutes: could you fill in the questionnaire?
For my career class I am required to have a mentor from the industry for eight weeks. Would you be willing to be mine? You'd only have to sign a form and answer some mails.
I have an assignment where I have to interview a professional in the field I want to work in. Could I send you 10 questions? It is due on Friday.
Hello webmaster! I run a blog on home automation too. If you link to mine I will link to yours, it's good for both of us.
I host a weekly show about makers and would love to have you on as a guest. We record remotely and it takes 45 minutes. Here's my calendar, grab a time that suits you.
We're hiring! Our fast growing startup is looking for senior Python engineers, fully remote, and your profile caught my eye. Do you have 15 minutes this week for a quick chat?
I ran a quick check of your website and found 23 problems that keep you from showing up in search. I can send you the full report at no cost, just reply "yes".
Just following up on my last email in case it got buried. Did you have a chance to think about the article I suggested?
Great read! We wrote something similar on our company blog, you may want to reference it in your post as a further source.
We are a digital agency from Leeds and our client, a well-known brand of kettles, would like to place a sponsored article on your website. Please share your rates.
Would you be open to a collaboration? We send you our new smart plug for free and you publish an honest review with a link to the shop.
Dear Sir or Madam, we are a leading manufacturer of CNC parts in Shenzhen. Best price, fast delivery. Please contact us for quotation.
I am a freelance writer and could deliver you well-researched articles on photography on a regular basis. Here are some samples of my work. My prices start at 40 dollars per 1000 words.
Hi there! I'm reaching out because your blog ranks nicely for "raspberry pi projects" and we would like to buy a text link on that page for 12 months.
Our team just launched an infographic about the history of coffee. Feel free to publish it on your blog, we only ask that you credit us with a link.
Congratulations! Your blog has been selected as one of the Top 50 Maths Blogs by our editors. Please display the badge with a link back on your homepage.
I represent a publisher of cookery books. May we send you a review copy in exchange for a mention on your blog?
Your domain name would be worth more than you think. Would you consider selling it? I have a buyer.
I can translate your whole blog into Spanish for a very affordable price. Let me know if you want a quote.
We noticed you mention Todoist in your article. Our tool does the same but better, and we offer bloggers a 30% commission on each sale. Shall I send you your affiliate link?
We would like to invite you to speak at our virtual summit on productivity. All speakers promote the event to their lists.
I'd love to get your opinion on our new course platform. If you like it, a short mention in one of your next posts would mean the world to us!
As part of my coursework I need to contact an author of a blog and ask for advice about the industry, my teacher will grade your answer.
hello i need someone to make my homework in python, it is easy for you, i can pay a little
Dear editor, we'd like to submit an op-ed by our CEO on the future of work. He has been featured in Forbes and Wired.
Could you please add our website to your blogroll? We offer handmade candles and think your readers will love them.
We help bloggers like you to earn money with display ads. Publishers on our network earn on average $25 per thousand visits.
I'm conducting a research study on open source maintainers at my university. Participants get a 20 euro voucher. Sign up here.
Is your site accessible? New laws make you liable. Our widget makes it compliant in 5 minutes. Book a free demo.
Hi, we've put together a list of the best knitting blogs and yours made it to number 7! All we ask is that you share it on social media and link to it.
Quick question: who is in charge of content partnerships at your site?
I love how you explain things. I teach online too, check out my channel and subscribe, I follow back!
We can bring 10,000 real visitors a month to your blog, guaranteed, or your money back.
I have been a virtual assistant for five years and can take over your inbox, your social media and your bookkeeping from 6 dollars an hour.
Our class has to find a person with a website and ask them to answer this questionnaire for a grade. Will you do it please
I'd like to offer you a free logo for your blog, I only do it to build my portfolio, and a small link in the footer would be nice.
Hi Ann, big fan of your blog here. I'm a writer who covers baking gear and have three topics in mind that your audience would enjoy. May I send you a draft for one of them?
While reading your page on seed saving I saw that the reference to the ministry is dead. We keep a similar overview, maybe you'd like to swap it in.
Do you accept paid posts? Please tell me your price for a permanent placement, do-follow preferred.
I'm the maker of Loomly Notes, a note-taking app for knitters. I'd be honoured if you took it for a spin and wrote about it. Happy to hand you a lifetime licence.
Dear blogger, for my dissertation on digital craft I'm looking for respondents. The form takes eight minutes: https://forms.example.com/x. It would help me enormously.
I take part in a mentorship program at my high school and every student needs a mentor they can email once a week. I picked you because your blog looks professional.
My English teacher wants us to interview somebody who writes for a living and hand in the answers on Monday. Here are my questions: 1. How did you become a writer? 2. What do you earn?
Let's swap links! I put yours in my sidebar, you put mine in yours. My blog is about slow cooking.
We'd be delighted to welcome you on the Kitchen Table Podcast. Previous guests include two bestselling authors. Episodes are half an hour and we handle all the editing.
Hello, I'm a recruiter for a fintech company in Berlin and came across your GitHub. We're looking for someone with your skills. Salary up to 110k, relocation paid.
Your website loads slowly and lacks meta descriptions, which costs you customers every day. Our experts can repair that within a week. May I call you?
Any thoughts on my previous message? I'd hate for you to miss out on this opportunity.
We recently surveyed 2,000 gardeners and turned the results into a study that would enrich your article on tomatoes. If you find it useful, we'd appreciate a mention.
Our client wants to reach makers like your readers and has set aside a budget for native articles. What are your conditions?
I'd be happy to ship you one of our mechanical keyboards. In return we'd love a review on your blog within 30 days.
We supply stainless steel screws at factory prices, MOQ 1000 pieces, samples free. Which quantity do you need?
Need fresh content? I write engaging texts for blogs like yours and deliver within 48 hours. First one is on the house.
Can I pay you to put a line about our VPN into your post on public wifi? 100 dollars, one sentence.
Our editors included you in the "30 woodworking blogs to watch" list! Grab the badge code below and put it on your site.
Hello dear, we do explainer videos. With a video on the landing page you'd sell more. Shall we prepare a free concept for you?
Would you consider joining our ambassador programme? You get 15 percent of everything your followers buy.
Have you considered selling your blog? We acquire content sites in the DIY niche and pay 30 times monthly profit.
I'm launching a Kickstarter for a smart compost bin next week. Could you share it with your readers on launch day? Every share counts!
We publish a magazine for engineers and would like to republish your articles, no fee, but you'd get great exposure.
do my assignment pls its about linked lists due tomorow i will pay
As head of outreach at BrightPath I wanted to introduce our scholarship page. Universities already link to it, would you do the same?
Would you like more subscribers? We grow newsletters from zero to thousands in 90 days. Reply "info" for the case studies.
Please visit my website and leave a comment, I will do the same for yours.
I'd like to talk with whoever handles advertising on this site.
We are an AI company and want to license the text of your blog to train our models. Compensation is possible.
Hello, I handle partnerships at Crumb & Co. Your bread posts are a joy. We'd love to contribute a recipe using our proofing baskets, written for you, with a link to the shop.
I stumbled over a dead link on your resources page. My site covers the same ground and is kept current, so it could take its place.
What would it cost to have my client mentioned in your post on solar chargers? They are a respected brand and we need it live before the end of the month.
Our little app turns photos of handwriting into text. As you write about note-taking I thought your readers might want to hear about it. Press kit attached.
I'm collecting data for my PhD on why people keep blogs. Would you take part in an online interview of thirty minutes?
Our career teacher told each of us to get a mentor by Friday. It's only signing a sheet, promise! Can I put your name down?
Assignment for media studies: contact a blogger and ask five questions. 1) Why do you blog? 2) Who is your audience? 3) How do you promote it? Please answer soon, my grade depends on it.
I'll add you to my links page if you add me to yours.
Would you be up for an interview on my YouTube channel? We have 12k subscribers and it would be good promotion for you.
We have an opening for a technical writer and you seem a great match. Remote, competitive pay. May I send you the job description?
Did you know your blog isn't optimised for mobile search? Get more visitors with our proven method. First consultation is free.
Circling back to my note from last week about the sponsored series. Still interested?
We just published a free e-book on composting and are looking for blogs to spread the word. Would you post about it?
Our agency pays 150 euros for each article you let us publish. Topics are flexible, two links per article.
Try our meal kit for a month, on us! All you have to do is to tell your followers about it and tag us.
Hello friend, we are factory for LED lamp in Ningbo, quality good, price low, you want catalog?
I can moderate your comments, write your newsletter and schedule your posts. Ten years of experience, references on request, 25 dollars an hour.
Your article about backups is in place 8 on the first page. For a small monthly fee we bring it to place 1.
We run an affiliate network for outdoor blogs. Sign up today and get a 50 euro bonus!
i have exam tomorow please solve attached questions and send me the answers fast
Hey Ann! Loved the bit about sharpening. I work with a knife maker from Solingen and we're giving away five sets to bloggers who show them in a post. Want in?
I checked your outgoing links with our tool and three of them are dead. Happy to share the list, and if you like it a link to the tool would be swell.
For a class on entrepreneurship I need a professional who coaches me through a term project. You would meet me on Zoom every other week.
Would love to place a piece by one of our authors on your site. It would be exclusive, with pictures, and we'd pay the usual rate.
Interested in making your photos pay? Upload them to our marketplace and keep 80 percent of every sale.
I am compiling an expert roundup on home baking. Answer one question in two sentences and I will include a link to your site. Please share the post when it's live.
We translate blogs into German and Dutch with native speakers. Shall I translate one post as a sample?
Your site came up while I was doing keyword research. There's a simple change that could double your clicks; let me know a good time to talk.
My publisher would like to send you my new novel about a lighthouse keeper, in the hope of a few lines on your blog.
It's Dave again. Should I take your silence as a no to the three titles I proposed?
We pay top dollar for aged blogs with clean history. What is yours worth to you?
The survey for my bachelor thesis on maker culture is still short of 40 answers. Please click here and help a desperate student.
Our festival of food blogs takes place in June. Stands from 400 euros, early birds save a quarter.
Let our writers do the work: you get two posts a month with images, you only press publish.
can you write me a program for my course, must be ready wednesday, teacher is very strict
"""

SINCERE = r"""
- | In your post on fermenting, the link to the salt table is broken. I found the page again under https://salt.example.com/table, perhaps you want to change it.
- | The second link in your list of museums leads to a shop now. The museum moved to museum.example.com.
question | I study physics in my second year and in your post about pendulums I don't get why you drop the second term. Could you explain?
question | I would like to translate your essay on grief into Polish for my mother's church newsletter. Would you allow that?
question | We are a small hospice and have no money. May we link to your piece on sitting with the dying from our page for relatives?
question thanks | I teach maths at a school in Porto and used your page on knots in class. May I hand out copies of it to my pupils?
- | I linked to this from my own blog today, hope you don't mind. It says it better than I could.
thanks | My students had to pick a text they like for an assignment and two of them picked yours. Thanks for writing it.
question | For my thesis I cite your measurement of the coil. How do you want to be named in the bibliography?
thanks | Heard you on a podcast last week, came here, stayed all night. Thank you.
question | Is there a way to support you? I don't see any sponsor button.
question | Which mixer would you recommend to a beginner with a small budget?
- | I wrote about the same bug in March: https://blog.example.org/bug. Your fix is nicer than mine.
thanks | We put your checklist up in our company kitchen and nobody has burnt the kettle since. Thank you!
question | Do you do workshops? Our allotment club would love to have you.
question thanks | Thanks for the nice write-up. Do you know if the company behind that board is still in business?
- | I got the job! The interviewer asked me about exactly the thing you describe here.
question | I run the newsletter of our village library and would love to print your story of the lighthouse, with your name of course. Would that be all right?
- | There's a free app for that too, I think it is called Forager, no affiliation.
question | My professor says your proof is wrong in the third step. Is he right?
question | Your feed seems to have stopped in May. Is that on purpose?
thanks | My mentor at work sent me this link and I am grateful to both of you.
question | Have you thought of turning this series into a book? I would buy it.
- | Your page does not show well on my phone, the code runs out of the screen.
question | Could you write something about pruning old apple trees some day?
- | A colleague of mine wrote a tool for this, it's free: https://tool.example.net
question | I'm a student and can't afford the board you use. What would be a cheap replacement?
thanks | Your guest post on Marta's blog brought me here, and I'm glad it did. It helped me a lot.
- | The sponsored posts on the other blogs about this are all useless. Good to read somebody who has done it.
question | I am writing my first guest post for a friend's blog. How long would you make it?
question | Is the traffic on the bridge still as bad as in your story?
- | Search engines hide your blog, I found it on page four. A pity.
question | We have a podcast club where we listen to one episode a week. Which one of yours should we begin with?
- | My homework today was to read one page for pleasure. It was this one.
question thanks | I made a Spanish version of your spreadsheet, thank you for sharing it. Shall I send it to you?
question | Do you offer the patterns as a PDF? I'd gladly pay for it.
- | We interviewed my grandfather about the war for school. He sounded just like yours.
question | I'd like to link to your post from the page of our self-help group. Is that fine with you?
- | The company that made this radio went bankrupt in 1984; my uncle worked there.
question | How much would it cost to build the big version?
- | The link under the third photo doesn't work any more. The right one is https://birds.example.com/wren.
question | I'm fifteen and want to become a programmer like you. Which language should I start with?
question | For school I have to explain how a fridge works and I understood all of your post but the part with the valve. What does it do?
question | May I read your poem at my sister's wedding? I'd say your name, of course.
question | I'd love to put your map into our parish leaflet, 80 copies, free of charge. Do you mind?
thanks | Our whole team uses your cheat sheet. It hangs next to the coffee machine and has saved us hours.
- | My company blocks your site, so I read it on the train.
question | We are looking for a speaker for our village beekeepers' evening in May. You wouldn't happen to come to Devon?
- | I run a small shop for yarn and every customer who asks me about felting gets your address.
- | Saw your talk at the conference. The bit about the ducks made the whole hall laugh.
question | Is there a donation link somewhere? I'd like to give something back.
question | I want to cite your post in a paper. Which date should I give?
question thanks | I translated your tutorial into Turkish, thank you for allowing that. Where shall I put the link?
question | Which host do you use, and what do you pay a month?
- | We pay about 30 dollars a month for ours, which is robbery.
question | Have you ever thought about doing a podcast? I'd listen.
thanks | Your review kept me from buying the wrong blender. Thank you.
question | Did the company ever answer your complaint about the kettle?
- | I reviewed the same mixer on my blog and came to the opposite verdict.
question | My thesis adviser doubts your numbers. Where did you get the sample from?
thanks | A student of mine brought your article to class and it led to the best discussion we had all year. Thank you so much.
question | Will you be at the maker fair this year? I'd love to buy you a coffee.
- | I have sold my car after reading this. No regrets.
question | Could you share the survey data? I'd like to redo the plot.
- | I answered your survey twice by mistake, please drop one of them.
question | Do you know a good freelance editor for a cookbook? You seem to know everybody.
- | Our kids' school blog links here now. They were very proud to have found you.
question | I'd like to hire somebody to build this for my mother. Do you take orders?
- | The ads on the recipe pages elsewhere drive me mad, yours has none. Bliss.
question | Is the free version of that app enough, or do you pay for the premium one?
- | The museum's site moved, so your link in the third paragraph ends nowhere. It's now at museum.example.org/visit.
question | I'm a nurse, not a programmer. Is there a way to use this without the command line?
question | Could I use two of your photos in a talk at our local history club? There are about fifteen of us.
question | My daughter has to give a talk on volcanoes and loved your drawing. Where did you find the numbers on the lava?
thanks | My client was about to give up on the whole project. Your page on caching turned it around, thank you!
- | Our company moved to this in 2019 and we have not looked back.
question | Would you be willing to have a look at my config? It's short.
- | I've started a blog too, because of yours. It's about moths. Nobody reads it yet.
question | Are you still selling the printed zine? I'd like two.
thanks | I showed this at our school and now every student has a windowsill garden. Thank you for the idea.
question | How do you promote your blog without losing your soul?
- | The price you mention went up to 60 euros, just so you know.
question | Can I buy your book somewhere other than Amazon?
- | We have an old loom in the museum here; come and see it if you are in town.
question thanks | Thank you for the guide. I'm launching my own site next week, would you glance at the feed?
- | My team at work laughed at me for using paper. They don't any more.
question | Would you consider writing a follow-up on the second half of the trail?
question | We'd love to see more about the garden. Any chance of that?
thanks | I got the job, and I think it was your advice on the letter that did it. Thank you.
- | The free trial of the program you mention now lasts only a week.
- | I checked your outgoing links with a little script of mine, three are dead: the ones to the mill, the museum and the old forum.
question | For a class on the history of radio I'm reading your blog. Which post would you begin with?
thanks | Your question about keyword search set me on the right track, thank you.
question | My novel has a lighthouse keeper in it. Would he have trimmed the wick every evening?
- | I translated a paragraph for my husband, who reads no English. He laughed in all the right places.
question | Could you include a link to the plans next time?
thanks | We were short of ideas for the festival and your stand made of pallets was the hit of the day. Thanks!
question | Do you pay for your photos or are they all your own?
- | My silence last month had a reason: twins.
question | Would you share the post about the dam again? I can't find it.
- | Five sets of knives later I can say: the cheap stone is good enough.
question | Is the marketplace in Solingen still held on Saturdays?
- | Our teacher is very strict too, he'd love this.
question | You said a simple change doubled your clicks. Which change was it?
question thanks | Thanks for all the posts. Do you write them on Wednesdays?
"""
