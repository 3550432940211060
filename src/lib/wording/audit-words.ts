/** What the app says about label audits. Names, dates and numbers arrive as finished strings. */

const messages = (count: string) => (count === '1' ? '1 message' : `${count} messages`);
const SENTIMENTS = { negative: 'negative', neutral: 'neutral', positive: 'positive' } as const;
type SentimentName = keyof typeof SENTIMENTS;

export const auditWords = {
	view: 'Label audit',
	heading: (who: string, days: string) => `How right are the labels of ${who}, ${days}?`,
	about:
		'Sentiment labels are made by a machine. Rate some messages yourself, drawn at random and without seeing their labels, and see what the labels get wrong and what net sentiment is without their errors.',
	open: 'Audit these labels',
	openOf: 'Check the labels: rate a random sample',
	all: 'All label audits',
	start: {
		title: 'Draw messages',
		caption: 'At random from the rated messages of these filters',
		reported: (count: string, net: string) =>
			`${count} rated messages. Reported net sentiment is ${net} points.`,
		size: 'Messages to rate',
		sizeHint: (least: string, most: string) => `${least} to ${most}`,
		seed: 'Seed',
		seedHint: 'The same seed draws the same messages again.',
		submit: 'Draw the messages',
		widthTitle: 'How sure that will make you',
		width: (count: string, half: string) => `${count} ratings: about ±${half} points`,
		widthNote:
			'The 95 % interval of corrected net sentiment if four labels in five are right. With better labels it is narrower.',
		allSentiments: 'The sentiment filter is left out: an error can only be found where all three are drawn.',
		nothing: 'No message of these filters is rated, so there is nothing to draw.',
		rule: 'Every rated message of these filters is equally likely to be drawn, and none is drawn twice.',
		problems: {
			size: (least: string, most: string) => `Choose a whole number from ${least} to ${most}.`,
			seed: (most: string) => `Choose a whole number from 1 to ${most}.`,
			'no-total': 'This host does not say how many messages it has, so none can be drawn at random.',
			'nothing-rated': 'No message of these filters is rated, so there is nothing to draw.',
			'too-many': 'There are as many audits as can be kept. Delete one first.',
			failed: 'The audit could not be kept. Nothing was drawn; try again.'
		}
	},
	list: {
		title: 'Audits',
		caption: 'The newest first',
		none: 'None yet.',
		progress: (rated: string, drawn: string) => `${rated} of ${drawn} rated`,
		finished: (rated: string) => `${messages(rated)} rated`,
		goOn: 'Go on rating',
		result: 'Result',
		drawn: (day: string) => `drawn ${day}`,
		unread: (file: string) => `${file} could not be read. It was left as it is.`,
		deleted: 'The audit is deleted.',
		failed: 'The audits could not be read.'
	},
	title: (brands: string, days: string) => `${brands}, ${days}`,
	brands: (count: string) => `${count} brands`,
	rate: {
		heading: 'What does this message feel like?',
		about: 'About the brand, as you read it. The label is hidden until you finish.',
		progress: (place: string, of: string, rated: string) => `Message ${place} of ${of}, ${rated} rated`,
		of: (brand: string) => `to ${brand}`,
		answers: { ...SENTIMENTS, unsure: "can't say" },
		keys: { negative: '1', neutral: '2', positive: '3', unsure: '4' },
		keyOf: (key: string) => `key ${key}`,
		keysNote: 'Keys 1, 2, 3 and 4 rate, the left arrow goes back.',
		back: 'Back',
		chosen: 'your rating',
		noText: 'No text, such as a picture or a sticker.',
		cut: 'The message goes on; its beginning is shown.',
		later: 'Everything is kept as you rate. This page’s link brings you back.',
		allDone: 'All messages are rated.',
		finishTitle: 'Finish',
		finish: 'Finish and show the result',
		finishEarly: (rated: string, open: string) => `Finish now with ${rated} rated and ${open} left out`,
		finishWarning: 'The labels are shown then, so ratings cannot be changed any more.',
		tooFew: (told: string, least: string) =>
			`There is a result from ${least} ratings of a sentiment on. These are ${told}, so that finishing now shows none.`,
		tooFewForGood: 'Change an answer of “can’t say”, or draw a larger sample.',
		failed: 'That could not be kept. Try again.',
		unknown: 'That is no rating. Choose one of the four.'
	},
	result: {
		heading: 'Label audit',
		sentence: {
			tooFew: (rated: string, least: string) =>
				`${rated} ratings are too few to say anything. From ${least} on there is a result.`,
			labelMissing: (label: SentimentName) =>
				`No message labelled ${label} is among those you rated, so sentiment cannot be corrected. Rate more messages.`,
			agrees: (accuracy: string, net: string, low: string, high: string) =>
				`${accuracy} % of the labels agree with you. Without their errors net sentiment is ${net} points, between ${low} and ${high}: no sign that the labels move it.`,
			unsure: (accuracy: string, low: string, high: string) =>
				`Too few ratings to tell whether the labels move net sentiment: without their errors it is anywhere between ${low} and ${high}. ${accuracy} % of the labels agree with you. Rate more messages.`,
			better: (accuracy: string, by: string, net: string, low: string, high: string) =>
				`The labels make sentiment look better than it is, by about ${by} points. Without their errors it is ${net}, between ${low} and ${high}. ${accuracy} % of the labels agree with you.`,
			worse: (accuracy: string, by: string, net: string, low: string, high: string) =>
				`The labels make sentiment look worse than it is, by about ${by} points. Without their errors it is ${net}, between ${low} and ${high}. ${accuracy} % of the labels agree with you.`
		},
		line: (size: string, who: string) => `${messages(size)} drawn, rated on ${who}`,
		numbers: {
			title: 'Reported and corrected',
			caption: 'Shares and net sentiment, with 95 % intervals',
			rows: { ...SENTIMENTS, net: 'net sentiment' },
			reported: 'reported',
			corrected: 'corrected',
			points: 'points',
			interval: (low: string, high: string) => `${low} to ${high}`,
			none: 'Nothing is said here of so few ratings.',
			noneMissing: 'No correction: see above.'
		},
		matrix: {
			title: 'Where labels and you agree',
			caption: 'Rows are your ratings, columns the labels',
			yours: 'You say',
			label: 'Label',
			all: 'all',
			share: (share: string, low: string, high: string) => `${share}\u00a0% (${low}\u00a0to\u00a0${high})`,
			accuracy: (share: string, low: string, high: string) =>
				`Agreement: ${share} %, 95 % interval ${low} to ${high}.`,
			tooFew: 'Too few ratings for rates.',
			unsure: (count: string) =>
				`${messages(count)} left out because you could not say. The result is about messages that a person can tell.`,
			unrated: (count: string) => `${messages(count)} not rated, and so left out.`
		},
		disagreements: {
			title: 'Where you disagree',
			caption: (count: string) => `${messages(count)} with another label than your rating`,
			none: 'You agree with every label.',
			yours: 'You say',
			label: 'Label',
			open: 'Open the message'
		},
		computed: {
			title: 'How this was computed',
			caption: 'So that another person can check it',
			rows: {
				drawn: 'Drawn',
				reported: 'Reported',
				corrected: 'Corrected',
				interval: 'Interval',
				turned: 'Other way',
				asOf: 'As of'
			},
			drawn: (drawn: string, listed: string, seed: string) =>
				`${messages(drawn)} of ${listed} listed, in the random order of seed ${seed}. Every rated message was equally likely.`,
			passedOver: (count: string) => ` ${count} drawn places held no rated message and were passed over.`,
			short: (size: string) => ` ${size} were asked for.`,
			reported: (negative: string, neutral: string, positive: string) =>
				`${negative} negative, ${neutral} neutral, ${positive} positive when the messages were drawn.`,
			corrected:
				'For each label, how often you gave which rating, weighted by how many messages carry the label (Tenenbein 1972).',
			interval: (seed: string) =>
				`The middle 95 % of 2,000 draws of both samples with seed ${seed}, with one message in three parts added to each label.`,
			turned: {
				net: (net: string, low: string, high: string) =>
					`Turning the error rates of each true class round gives ${net} points, ${low} to ${high} (Rogan and Gladen 1978, three classes).`,
				missing: (name: SentimentName) => `This way gives no answer: you rated no message ${name}.`,
				alike: 'This way gives no answer: two classes are labelled alike.',
				outside:
					'This way gives no answer: the errors that you found could not have led to the reported shares. With more ratings it may.'
			},
			csv: 'CSV',
			json: 'JSON',
			messages: 'Open all these messages'
		},
		remove: {
			open: 'Delete this audit',
			question: 'Its ratings and its result are gone then. Nobody can bring them back.',
			sure: 'Delete it',
			failed: 'It could not be deleted. Try again.'
		}
	},
	gone: 'There is no such audit here. It may have been deleted.',
	unread: 'The audits cannot be read just now.',
	notFinished: 'This audit is not finished, so its labels are still hidden.',
	export: {
		title: 'Label audit',
		lines: {
			brands: (names: string) => `Brands: ${names}`,
			days: (from: string, to: string, zone: string) => `Days: ${from} to ${to}, ${zone}`,
			messages: (link: string) => `Messages: ${link}`,
			link: (link: string) => `Link: ${link}`,
			drawn: (drawn: string, listed: string, seed: string) =>
				`Drawn: ${drawn} of ${listed} listed, seed ${seed}`,
			reported: (negative: string, neutral: string, positive: string, asOf: string) =>
				`Reported: negative=${negative} neutral=${neutral} positive=${positive} as of ${asOf}`,
			accuracy: (share: string, low: string, high: string) => `Agreement: ${share} (${low} to ${high})`,
			corrected: (name: string, value: string, low: string, high: string) =>
				`Corrected ${name}: ${value} (${low} to ${high})`,
			none: 'Corrected: none',
			formula:
				'Formula: share of a class = sum over labels of reported share of the label × share of that rating among the rated messages with the label; net = positive - negative',
			unsure: 'Rows rated unsure, and rows without a rating, count in none of these.',
			guarded: 'An apostrophe stands before texts that a spreadsheet would take for a formula.'
		}
	}
} as const;
