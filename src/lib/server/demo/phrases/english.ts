import { ENGLISH_SHARED } from './english-shared';
import { readPhrasebook } from './phrasebook';

export const ENGLISH = readPhrasebook(
	'en',
	`
good: lovely | so good | amazing | really fresh | spot on | better than I expected | great | perfect | just right | brilliant | unreal | wonderful
bad: awful | really off | just sad | not good | disappointing | a let-down | worse than before | flat | strange | too much for me
person: sister | flatmate | dad | boyfriend | girlfriend | daughter | colleague | neighbour | mum | whole office | running partner | brother
when: this morning | yesterday | last week | at the weekend | on Monday | after the gym | at breakfast | on the train | last night | for the third time
shop: corner shop | station kiosk | supermarket | local shop | gym | petrol station | online shop | store in town
place: Leeds | Utrecht | Bristol | Galway | Portland | Melbourne | Aarhus | Cardiff | Ghent | Toronto | Dunedin | Norwich
count: two | three | four | five | six | ten
often: every day | most mornings | twice a week | every weekend | almost every evening
order: 40217 | 51834 | 60192 | 38475 | 72903 | 45561 | 80316 | 29948

[taste]
+ The taste of the {product} is {good}
+ Tried the {product} {when} and the taste is {good}
+ Best taste of any {kind} I have had
+ My {person} stole the {product}, that says it all about the taste
+ That taste! {brand} got this one right
+ I can't get enough of the taste, buying the {product} {often}
+ So much flavour and not too sweet, love the {product}
+ The {product} tastes {good}, my {person} agrees
+ Had the {product} {when}. The taste is {good}, will buy again
= The taste is okay, nothing special
= The {product} tastes about the same as last year
= Taste is fine, I usually buy a different one
= Not sure about the taste yet, trying it again
= Tried the {product} {when}. Taste is alright
= My {person} likes the taste, I am undecided
= It tastes like any other {kind} to me
- The {product} has had a strange taste lately
- Sorry but the taste is {bad}
- The aftertaste is {bad}, would not buy the {product} again
- What happened to the {product}? It used to taste better
- Way too sweet, the taste is gone
- Opened the {product} {when} and the taste was {bad}
- My {person} spat it out. The taste is {bad}

[recipe]
+ The new recipe is {good}
+ Whoever made the new recipe for the {product}, thank you
+ I was scared of the new recipe but it is {good}
+ New recipe, same love, the {product} is {good}
+ My {person} asked for the recipe of your breakfast bowl, it was {good}
+ Made your pancake recipe {when}, came out {good}
= Is this the new recipe or the old one?
= The new recipe came to our {shop} {when}
= When does the new recipe reach {place}?
= I read that the recipe of the {product} changed
= Same recipe as the one from spring, right?
- Please bring the old recipe back
- The new recipe is {bad}
- Why change the recipe of the {product} when nothing was wrong with it
- New recipe, less flavour. I am out
- Not a fan of the new recipe, my {person} neither

[barista]
+ The barista one foams {good}
+ Finally a barista oat that does not split in coffee
+ My local barista switched to {brand} and the flat white is {good}
+ Barista carton plus a slow coffee, my morning is {good}
+ As a barista in {place} I can say this one steams {good}
= Is the barista one the same as the blue carton?
= Used the barista carton {when}, foam is fine
= Which barista one do you use in the video?
= Our barista has both, I take either
- The barista one splits in my coffee
- Barista foam is {bad} since the last batch
- Paid extra for barista and it is {bad}

[scent]
+ The scent of the {product} is {good}
+ Love the scent, soft and not too strong
+ My {person} asked what scent I am wearing. It is the {product}
+ That scent takes me straight to a wet forest
= The scent is fine, a bit like pine
= Does the {product} come without scent?
= Scent is gone after an hour, which is okay for me
= Can you describe the scent of the {product}?
- The scent is far too strong, I got a headache
- New scent is {bad}, bring the old one back
- The scent of the {product} is {bad}

[feel]
+ My {part} feels {good} since I use the {product}
+ {count} weeks of the {product} and my {part} feels {good}
+ The {product} is so gentle, my {part} loves it
+ Never had anything that made my {part} feel this soft
+ I have used the {product} {often} and would not go back
+ My {person} noticed my {part}, it looks {good}
+ A little goes a long way, the {product} is {good}
= Using the {product} for a week, no difference so far
= My {part} feels the same as before
= How long until I notice something with the {product}?
= I put the {product} on {when}, will report back
= It is fine, my {part} is not difficult
- My {part} feels {bad} after the {product}
- The {product} made my {part} dry and itchy
- Used the {product} {often}, my {part} is worse now
- Sticky and heavy, the {product} is {bad}
- Expected more, my {part} feels {bad}

[sensitive]
+ Finally something for sensitive skin that does not burn
+ Sensitive skin here and the {product} is {good}
+ My {person} has sensitive skin and uses it {often}, no redness
+ For sensitive skin this is {good}
= Is the {product} okay for sensitive skin?
= I have sensitive skin, should I test it first?
= Bought it for sensitive skin, opened it {when}
- Not made for sensitive skin, mine is red
- Says sensitive skin on the label and still burns
- Sensitive skin and this {product} do not go together

[price]
+ For this price the {product} is {good}
+ Fair price, I expected to pay more
+ Good price at the {shop} {when}, took {count}
+ Worth the price, lasts for weeks
= What is the price in {place}?
= The price is the same in every {shop}
= Is the price per piece or per pack?
= Saw it {when}, price is about average
= Price went up a little, like everything
- The price is a joke
- Same price, smaller pack
- {count} price rises in one year, I am done
- Love the {product} but not at this price
- The price of the {product} at my {shop} is {bad}
- Who pays this price?

[packaging]
+ The packaging is {good}, fits in every bag
+ Love the new packaging of the {product}
+ Packaging so pretty that my {person} keeps it
+ Easy to open and close, the packaging is {good}
= Did the packaging change?
= New packaging, same content as far as I can see
= Which packaging is the right one for travel?
= The packaging says best before June, is it still okay?
- The packaging leaks all over my bag
- So much packaging for one {product}
- The packaging is impossible to open
- Packaging arrived broken and the rest is {bad}
- Half empty packaging, who signs this off?

[delivery]
+ Delivery was quick and the note inside made my day
+ Ordered {when}, delivery came the next day
+ Delivery to {place} in two days, {good}
+ Great delivery and well packed
= Delivery takes how long to {place}?
= My delivery is on its way, says the tracking
= Delivery came {when}, not opened it yet
= Do you offer delivery to {place}?
- {count} weeks and still no delivery
- The delivery came with half of it missing
- Delivery is {bad}, nobody answers my mails
- Delivery said today, {count} days in a row
- Box crushed on delivery again

[stock]
+ Was sold out for weeks and now it is back, so happy
+ Sold out {when}, got the last one, worth it
+ No wonder it is always sold out, the {product} is {good}
= Is the {product} sold out everywhere?
= Sold out at our {shop}, when is it back?
= The {shop} says sold out until next week
= Is it sold out online as well?
- Sold out again. Every single time
- The {product} has been sold out for {count} weeks in {place}
- Why advertise it when it is sold out
- Sold out at the {shop}, sold out online, great

[service]
+ Customer service answered in ten minutes and sent a new one
+ Thanks to your customer service, problem solved
+ Really kind customer service, my {person} was impressed
= How do I reach customer service at the weekend?
= I wrote to customer service {when}
= Is there a phone number for customer service?
- Customer service never answers
- {count} mails to customer service, no reply
- Your customer service sent the same copied text again
- Customer service is {bad}, order {order} is still open

[ingredients]
+ Short list of ingredients, that is what I like
+ Love that the ingredients are only things I know
+ No added sugar and still {good}
= Are the ingredients vegan?
= How much sugar is in the {product}?
= Where do the ingredients come from?
= Reading the ingredients of the {product} right now
- Looked at the ingredients of the {product} and put it back
- More sugar than last year, read the ingredients
- Called natural, but the list of ingredients is {bad}

[recycling]
+ Recycling made easy, thank you for the clear label
+ Great that the recycling symbol is big enough to read
= Does the lid go into recycling?
= Which recycling bin is right for the {product}?
- Still no recycling in {place}, everything goes to waste
- The recycling label is wrong, nobody takes this

[podcast]
+ Heard about you in a podcast, now I am hooked
+ The podcast brought me here and the {product} is {good}
= Which podcast was that ad in?
= Came here from the podcast
- The podcast ad is so loud, I skip every time

[slow-mornings]
+ #slowmornings is the best idea you have had
+ Coffee, rain, barista oat and no phone. #slowmornings
+ Doing #slowmornings with my {person}, it is {good}
+ The slow mornings film made me want breakfast
+ My barista put the #slowmornings sign up in {place}, {good}
+ Week two of #slowmornings and I am a kinder human
+ Slow mornings with the {product}, {good}
= What are the rules of #slowmornings?
= Is #slowmornings only in {place}?
= Saw the slow mornings poster {when}
= #slowmornings day {count}, it is 6 am and I am awake
= Which barista cafe takes part in #slowmornings?
- #slowmornings is not for people with a job
- The slow mornings ad runs before every video
- Slow mornings cannot be bought in a carton

[wrapper]
+ Took me a second but the new wrapper opens fine
+ The new wrapper looks {good}, do not mind the noise
= Is the new wrapper recyclable? Nothing on the back says so
= New wrapper since when?
= Does the wrapper change mean a new recipe?
= Saw the new wrapper at the {shop} {when}
- The new wrapper rips in half and the bar ends up in my bag
- Why change the wrapper to something that will not open without scissors?
- Same price, smaller bar, worse wrapper. Not buying again
- Two hands and my teeth to open one wrapper
- The wrapper is {bad}, bring back the old one
- {count} bars and every wrapper tore the wrong way
- New wrapper sticks to the bar, my {person} ate half of it
- Whoever designed this wrapper never opened one {when}
- My {person} cannot open the new wrapper at all

[microplastics]
+ Good that you answered the microplastics report so quickly
+ I read your list on microplastics, thank you for being open
= Are there microplastics in the {product}?
= What do you say to the microplastics report on TV {when}?
= Which of your products contain microplastics?
- Microplastics in my {product}? I am shocked
- Saw the microplastics report {when}, throwing the {product} away
- Microplastics on my {part}, for years. Unbelievable
- Stop using microplastics, all of you
- The answer on microplastics is {bad}
- My {person} worked out how much microplastics we washed down the drain

[bare-weeks]
+ #bareweeks and my bathroom shelf is half empty, {good}
+ Only the {product} for #bareweeks, my {part} is happy
+ Joined #bareweeks with my {person}, {good}
= #bareweeks day {count}
= How do I take part in #bareweeks?
= Does #bareweeks mean only one product?
= Saw #bareweeks {when}, thinking about it
- #bareweeks just wants me to buy more
- Day {count} of #bareweeks and my {part} is {bad}
- So many #bareweeks ads

[bubble-or-brew]
+ #bubbleorbrew team bubble all the way
+ Did #bubbleorbrew with my {person}, {good}
+ #bubbleorbrew made me try the {product}, it is {good}
= #bubbleorbrew which one are you?
= Team brew here #bubbleorbrew
= Is #bubbleorbrew open for people in {place}?
= My {person} does not get #bubbleorbrew
- #bubbleorbrew and both taste {bad}
- Tea with bubbles, who asked for this #bubbleorbrew
- Lost #bubbleorbrew, spat it on the floor
- Every second video is #bubbleorbrew, make it stop
- #bubbleorbrew proves it, this is not tea
- Paid for #bubbleorbrew comments, we can tell
${ENGLISH_SHARED}`
);
