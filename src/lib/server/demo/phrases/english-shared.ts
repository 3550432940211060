/** The English sections that are no topic of a product: small talk, threads, the brands' own answers. */
export const ENGLISH_SHARED = `
[general]
+ Love you {brand}
+ The {product} is {good}
+ My {person} and I buy the {product} {often}
+ {brand} never lets me down
+ Okay this is {good}
+ Best {kind} out there
+ More of this please
+ Bought {count} of the {product} {when}, no regrets
+ Obsessed with the {product}
+ This made my day
+ You deserve more followers
= Where can I get the {product} in {place}?
= Is that filmed in {place}?
= Bought the {product} {when}
= First time I see {brand}
= My {person} works at the {shop} that sells this
= Part two when?
= Which song is this?
= Following for the answer
= Just seen this on my feed
= Any news on the {product}?
- Not impressed, the {product} is {bad}
- I used to love {brand}, now it is {bad}
- Please stop with these ads
- Never again {brand}
- The {product} is {bad} and I bought {count}
- Overhyped, my {person} agrees
- I expected more from {brand}
- This feels lazy
- Unfollowing, the {product} is {bad}

[tail]
+ Thank you!
+ Will buy again
+ Already told my {person}
+ Please never change it
+ Worth it
+ Ten out of ten
+ Keep it up
= Just saying
= Curious what others think
= Asking for my {person}
= Anyone else in {place}?
= Let me know
- Never again
- Do better
- I want my money back
- Very disappointed
- Sort it out please
- Such a shame

[greeting]
= Hi {brand}!
= Hello!
= Hey team!
= Good morning.
= Hi there!

[follow-up]
+ Thank you, that was quick
+ Perfect, that worked
+ You are the best, have a nice day
+ It arrived, all {good} now
+ Great, my {person} will be happy
= My order number is {order}
= It was bought {when} at the {shop}
= I have sent a photo
= The address is the same as before
= Okay, I will wait
= The code on the back is {order}
- Still waiting for an answer
- That does not help me at all
- I have explained it {count} times now
- I would like a refund for order {order}
- So nobody feels responsible?

[reply]
+ Same here, it is {good}
+ Agree with you, love it
+ Exactly this
+ You have to try it, really
= Which one do you mean?
= I think it is the {product}
= It depends on the {shop}
= Have you asked at the {shop}?
- Same problem here
- I had the same, {bad}
- Do not buy it, mine was {bad}
- Sadly true

[tagging]
= {friend}
= {friend} {friend}
= {friend} look
= {friend} this is you
= 👀
= First
= ?
= Hm
= {friend} weekend?

[spam]
= Check my page for free gift cards 🎁🎁
= I earned 900 a week from home, ask me how
= Follow back for follow, fast
= Promote it on our page, message us

[brand-reply]
+ Thank you, that is lovely to read!
+ You made our morning. Thank you!
+ So glad that you like the {product}!
+ We will pass it on to the team, thank you
= Good question! You will find it at most shops from next week.
= Yes, the {product} is part of it. Ask us anything!
= It should be back soon. We will write here when it is.
= Thanks for asking, the full list is on our website.
- Sorry to hear that. Send us the code on the back and we will replace it.
- That should not happen. Could you write us a message with your order number?
- We are sorry. The team is looking into the {product} right now.
- Thank you for telling us, we will make it right.
`;
