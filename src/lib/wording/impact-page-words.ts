/**
 * What the panels, lists, filters and checks of the impact page say; its sentences and its card are in
 * `impact-words.ts`. Names, dates and numbers arrive as finished strings.
 */
export const impactPageWords = {
	windows: { before: 'Before', during: 'During', after: 'After' },
	days: (count: string, isOne: boolean) => `${count} ${isOne ? 'day' : 'days'}`,

	charts: {
		brands: (count: string) => `${count} brands together`,
		controls: 'Comparison brands together',
		measured: 'measured',
		expected: 'expected',
		difference: (points: string) => `${points} points`,
		unfinished: 'not over, not counted',
		gap: (days: string) => `${days} not looked at`,
		total: 'All platforms',
		mood: 'mood on the platform',
		mix: 'share of the platform',
		own: (name: string, points: string) => `${name} ${points}`,
		rank: (rank: string, of: string) => `rank ${rank} of ${of}`,
		window: (day: string) => `from ${day} on`,
		columns: {
			points: 'points',
			apart: 'from its mean before',
			n: 'n',
			window: 'Window',
			expected: 'Expected, mean of the window',
			dayAlone: 'Comparison brands that day, plus the usual gap',
			platform: 'Platform',
			mood: 'Mood',
			share: 'Share',
			sum: 'Together',
			dates: 'Dates',
			difference: 'Difference'
		},
		bin: (low: string, high: string) => `${low} to ${high} points`,
		ours: 'the campaign itself',
		foot: {
			day: (n: string) => `one day, ${n} rated messages on average`,
			few: 'days with fewer than ten rated messages are not drawn',
			step: 'mean of the window',
			expectedBeside: 'expected without the campaign, from the comparison brands’ mean of the window',
			expectedPlain: 'the level before',
			open: 'today is not over and not counted',
			gap: 'days not looked at',
			controls: (names: string, n: string) => `${names}, n ${n}`,
			usual: 'where 95 % of its days before lay',
			trends: (target: string, own: string, controls: string) =>
				`trend before: ${target} ${own}, comparison ${controls} points a day`
		}
	},

	bar: {
		title: 'What is asked',
		open: 'Change the question',
		campaign: 'Campaign',
		noCampaign: 'None',
		ownDays: 'Days of its own',
		all: 'All campaigns',
		plan: 'Plan a campaign',
		brand: 'Brand',
		brands: 'Brands',
		during: 'During',
		before: 'Before',
		controls: 'Comparison brands',
		noControls: 'None',
		of: (chosen: string, all: string) => `${chosen} of ${all}`,
		show: 'Show',
		campaignDays: (days: string) => `The campaign has ${days}.`,
		otherDays: 'Other days, without a campaign',
		from: 'From',
		to: 'To',
		showDays: 'Show these days',
		beforeUsual: (days: string) => `As usual: ${days} before the start`,
		beforeDays: (days: string) => `${days} before the start`,
		beforeList: 'How long before the start',
		ownBefore: 'Days of your own',
		beforeFrom: 'Before from',
		beforeTo: 'Before to',
		campaignBrands: 'The campaign’s own',
		campaignControls: 'The campaign’s own',
		without: 'Without comparison brands',
		controlsAbout: 'Brands that the campaign did not touch. They show what would have happened anyway.',
		controlsNone: 'There is no other brand to compare with.',
		reasons: {
			'control-news': 'has news of its own in these days',
			'other-industry': 'another industry',
			unnamed: 'not named by the campaign'
		},
		line: (days: string, span: string) => `${days}, against ${span}`,
		zone: (zone: string) => `days of ${zone}`
	},

	list: {
		title: 'Campaign impact',
		lead: 'Which campaign?',
		about: 'Each opens with what changed, how sure one can be, and against what.',
		states: { planned: 'planned', running: 'running', finished: 'finished' },
		columns: { name: 'Campaign', brands: 'Brands', days: 'Days', state: 'State', badge: 'Hypothesis' },
		everyBrand: 'All brands',
		badges: {
			'before-start': 'Written before launch',
			'after-start': 'Written after the start',
			'changed-after-start': 'Changed after the start',
			unwritten: 'No hypothesis written'
		},
		emptyTitle: 'No campaigns yet',
		empty: 'Say what you plan, when, and for which brands. Written before the start, it counts for more.',
		add: 'Add a campaign',
		unknownTitle: 'There is no such campaign.',
		unknown: 'The campaign of this link is not here; it may have been deleted. These are there:',
		failed: 'The campaigns',
		brandsGone: 'None of the campaign’s brands can be seen here.',
		tooLong: 'These days are more than three years, which is too long for a campaign. Choose fewer days.',
		manage: 'Edit campaigns',
		days: 'Or look at days without a campaign'
	},

	panels: {
		days: {
			title: 'Day by day',
			caption: (who: string) => `${who}, net sentiment of each day in points`,
			summary: (who: string, levels: string) => `${who}, net sentiment day by day. ${levels}`,
			level: (window: string, value: string) => `${window} ${value}`,
			levelBeside: (window: string, value: string, expected: string) =>
				`${window} ${value}, expected ${expected}`,
			none: 'No day has ten rated messages, so no day is drawn.'
		},
		windows: {
			title: 'Before, during, after',
			caption: (who: string) => `${who}, net sentiment in points`,
			columns: { window: 'Window', split: 'Split', net: 'Net, interval', n: 'n rated' },
			toCome: 'to come',
			nothing: 'nothing rated',
			tooFew: 'too few to say',
			read: (n: string, window: string) => `Read the ${n} messages ${window}`,
			of: (days: string, all: string, isOne: boolean) => `${days} of ${all} ${isOne ? 'day' : 'days'}`
		},
		checks: 'Checks',
		comparison: {
			title: 'Against the comparison brands',
			caption: 'Points from each line’s own mean before, mean of three days',
			summary: (who: string, names: string) => `${who} beside ${names}, each from its own mean before`,
			none: 'No comparison brands. With some, one sees what would have happened anyway.',
			choose: 'Compare with all others',
			takeOwn: 'Take the campaign’s own'
		},
		placebo: {
			title: 'The same window on earlier dates',
			caption: (count: string) => `Each dot is one of ${count} windows without the campaign`,
			captionNone: 'What chance alone does, seen on days without the campaign',
			summary: (count: string, rank: string) => `${count} earlier windows and the campaign, ${rank}`,
			far: 'Difference in points. A dot as far out as ours would be a warning; there is none.',
			reached: (count: string, isOne: boolean) =>
				isOne
					? 'Difference in points. One earlier window is as far out as ours.'
					: `Difference in points. ${count} earlier windows are as far out as ours.`,
			plain: (observed: string, card: string) =>
				`Every date is compared by plain means, which gives ${observed} for the campaign; the ${card} of the card also takes out weekdays and a common trend.`,
			noDay: 'No day of the campaign is over yet.',
			noNumber: 'There is no number for these days that earlier ones could stand beside.',
			tooLong: (own: string, history: string) =>
				`A window of ${own} does not fit into the ${history} that are looked at before the baseline.`,
			noneRated: 'Nothing was rated on the earlier days, so no window can be compared.'
		},
		mix: {
			title: 'Mood or mix',
			caption: 'How much is people feeling better or worse, and how much is another mix of platforms. Points',
			summary: (rate: string, mix: string) => `Mood ${rate}, mix ${mix}, by platform`,
			sums: (total: string) => `The parts add up to ${total}, the difference between before and during.`,
			sumsBeside: (total: string) =>
				`The parts add up to ${total}, before the comparison brands are taken off.`,
			moved: (platform: string, before: string, after: string) =>
				`${platform} went from ${before} % to ${after} % of rated messages.`,
			simpson: (way: string) =>
				`Every platform with enough messages went ${way}, and the total went the other way: only the mix changed.`,
			up: 'up',
			down: 'down',
			none: 'Before and during need rated messages for this.',
			noNumber: 'There is too little data for a difference, so there is none to take apart.'
		},
		methods: {
			title: 'Three ways of asking',
			caption: 'The same days, three methods. Points',
			columns: {
				method: 'Method',
				difference: 'Difference',
				interval: '95 %, and if you look every day',
				verdict: 'How sure'
			},
			names: {
				'before-after': 'Before and during',
				'difference-in-differences': 'Beside comparison brands',
				'interrupted-series': 'Step in a trend'
			},
			abouts: {
				'before-after': 'mean during less mean before',
				'difference-in-differences': 'the brand’s change less theirs',
				'interrupted-series': 'trend and weekday taken off'
			},
			onCard: 'on the card',
			missing: 'too few days for this one',
			noControls: 'needs comparison brands',
			agree: 'All three point the same way.',
			agreeTwo: 'Both point the same way.',
			unsure: 'None of them is sure of a change.',
			partly: 'They point the same way, but not all of them are sure.',
			disagree: 'They do not point the same way: say so when you quote the number.'
		},
		plan: {
			title: 'What could be seen',
			caption: 'How soon a change of net sentiment would be known, four times in five',
			columns: { effect: 'Change of', known: 'You will know by' },
			points: (points: string) => `${points} points`,
			less: (points: string) => `less than ${points} points`,
			day: (day: string, days: string) => `${day}, after ${days}`,
			never: (days: string) => `not within its ${days}`,
			smallest: (points: string, days: string) =>
				`Over all ${days} a change of ${points} points or more would most likely show.`,
			longer: 'Plan more days to see smaller changes.',
			tooShort: 'Nothing: an answer needs at least seven full days on each side, and the campaign has fewer.',
			tooFew: 'Too few rated messages before the start to say what could be seen.'
		},
		computed: {
			title: 'How this was computed',
			caption: 'The link carries all of it',
			rows: {
				method: 'Method',
				score: 'Score',
				equation: 'Equation',
				flip: 'Would flip if',
				version: 'Version',
				asOf: 'As of',
				data: 'Data'
			},
			methods: {
				'before-after': 'Mean of the days during less mean of the days before, weights n; Welch’s t on days.',
				'difference-in-differences':
					'Difference in differences on daily means, weights n, with weekday and trend; errors clustered by day.',
				'interrupted-series':
					'A step in a regression over the days, weights n, with trend and weekday; the larger of the plain and the Newey-West error.'
			},
			score: '(positive − negative) ÷ all rated',
			beside: (target: [string, string], controls: [string, string], sum: string) =>
				`(${target[0]} − ${target[1]}) − (${controls[0]} − ${controls[1]}) = ${sum}`,
			plain: (after: string, before: string, sum: string) => `${after} − ${before} = ${sum}`,
			adjusted: (estimate: string) => `; with weekday and trend ${estimate}`,
			flip: (percent: string) => `${percent} % of labels were wrong, all in one direction`,
			flipNever: 'It includes 0 as it stands.',
			checkLabels: 'Check the labels',
			formula: (version: string) => `formula ${version}`,
			asOf: (time: string, zone: string) => `${time}, ${zone}`,
			hash: (hash: string) => `sha256 ${hash}`,
			csv: 'CSV with raw counts',
			json: 'JSON',
			evidence: 'Copy evidence link',
			copied: 'Evidence link copied',
			notCopied: 'The link could not be copied. Open it and copy the address.',
			noNumber: 'There is no number to claim yet.'
		}
	},

	links: {
		liveAbout: 'Asks what the campaign says of itself, whenever it is opened.',
		pinnedAbout: 'Always these brands and these days, whatever becomes of the campaign.',
		noCampaign: 'None, these days alone'
	},

	claim: {
		title: 'This link makes a claim',
		holds: (claim: string, time: string) =>
			`It says ${claim}, counted ${time}. Today’s numbers still say so.`,
		broken: (claim: string, time: string, today: string) =>
			`It says ${claim}, counted ${time}. Today’s numbers say ${today}.`,
		number: (points: string, low: string, high: string) => `${points} points (${low} to ${high})`,
		none: 'nothing that can be sure',
		how: 'How it was computed'
	},

	checks: {
		alike: 'Comparison brands moved alike before',
		apart: 'Comparison brands moved differently before',
		slopes: (points: string) => `Slopes differ by ${points} points a day`,
		chance: (percent: string) => `as much by chance: ${percent} %`,
		chanceUnder: (percent: string) => `as much by chance: under ${percent} %`,
		unchecked: 'Whether they moved alike before is not known',
		uncheckedAbout: 'Too few days before the start to check it',
		noControls: 'No comparison brands',
		noControlsAbout: 'So nobody can tell what would have happened anyway',
		nothingLarger: 'Earlier dates give nothing this large',
		asLarge: 'Earlier dates give differences as large',
		ranked: (rank: string, of: string) => `Rank ${rank} of ${of} windows`,
		noPlacebo: 'Earlier dates could not be tried',
		noPlaceboAbout: 'Too few days of them',
		noNumberAbout: 'There is no number to stand beside them',
		notOnlyMix: 'Not only a change of platforms',
		simpson: 'Platforms and total went opposite ways',
		mixShift: 'Mostly another mix of platforms',
		parts: (rate: string, mix: string) => `${rate} mood, ${mix} mix`,
		noReversal: 'no reversal',
		reversal: 'reversal',
		sameCounted: 'The same is counted before and during',
		sameCountedAbout: 'Share of unrated messages and mix of types',
		otherCounted: 'What is counted changed with the start',
		noNews: 'No other campaign in the days before and during',
		noNewsAbout: 'of what is written down here',
		newsDuring: (names: string) => `In the days during: ${names}`,
		newsBefore: (names: string) => `In the days before: ${names}`,
		controlNews: (names: string) => `News of ${names} in the same days`,
		newsAbout: 'See the campaigns and annotations',
		leftOut: (names: string) => `${names} left out of the comparison`,
		leftOutNews: 'News of its own in these days',
		leftOutIndustry: 'Another industry',
		leftOutUnnamed: 'The campaign does not name it for comparison',
		missing: 'Some brands could not be loaded',
		missingAbout: 'They are in no number here',
		silent: (names: string) => `${names} without a rated message`,
		silentAbout: 'Neither before the start nor since',
		approximate: 'Days are those of UTC',
		approximateAbout: 'Beyond 100 days the host counts UTC days',
		states: { ok: 'passed', warn: 'warning', note: 'note' }
	}
} as const;
