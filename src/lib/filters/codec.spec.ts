import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PLATFORMS, SCALES, SENTIMENTS } from '$lib/community/vocabulary';
import { CANONICAL, TYPE_NAMES } from './canonical-lists';
import { decodeFilters } from './decode-filters';
import { encodeFilters } from './encode-filters';
import {
	CHARTS,
	defaultFilters,
	FILTER_KEYS,
	MOODS,
	MOVER_ORDERS,
	RANGE_NAMES,
	SCORES,
	SPLITS,
	WEEK_STARTS,
	type DaySpan,
	type Filters
} from './filters';
import { formFields, href } from './href';

const options = { defaults: { timeZone: 'Europe/Berlin' } };
const decode = (query: string) => decodeFilters(new URLSearchParams(query), options);
const encode = (filters: Filters) => encodeFilters(filters, options).toString();

const zones = [
	'UTC',
	'Europe/Berlin',
	'America/New_York',
	'Asia/Kolkata',
	'Etc/GMT+5',
	'America/Port-au-Prince'
];

const anyDay = fc
	.integer({ min: 0, max: Date.UTC(2100, 11, 31) / 86_400_000 })
	.map((days) => new Date(days * 86_400_000).toISOString().slice(0, 10));
const anySpan: fc.Arbitrary<DaySpan> = fc
	.tuple(anyDay, anyDay)
	.map(([one, other]) => (one <= other ? { from: one, to: other } : { from: other, to: one }));
const anyId = fc.oneof(
	fc.integer({ min: 1, max: 500 }),
	fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER })
);
const anyIds = fc.uniqueArray(anyId, { maxLength: 30 }).map(CANONICAL.brands);
const hostileText = fc.oneof(
	fc.string({ unit: 'binary', minLength: 1, maxLength: 12 }).filter((text) => text.isWellFormed()),
	fc.constantFrom(
		'0',
		'false',
		'null',
		'__proto__',
		'a&b=c',
		'100 %',
		'+1',
		'%2C',
		'žluťoučký 🦊',
		'"><script>',
		'#'
	)
);
const anyWords = fc.uniqueArray(hostileText, { maxLength: 6 }).map(CANONICAL.hidden);
const anyKeyword = fc
	.string({ unit: 'grapheme', minLength: 1, maxLength: 8 })
	.filter((text) => !/[,\s\p{Cc}]/u.test(text));
const anyName = fc.stringMatching(/^[\w.:|-]{1,40}$/);
const orNull = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });
const anyMatch = fc.constantFrom('weekday' as const, 'date' as const);
const some = <T extends string>(names: readonly T[]) =>
	fc.subarray([...names]).map((chosen) => names.filter((name) => chosen.includes(name)));

/** Every filters object in canonical form: what some link decodes to. */
const anyFilters: fc.Arbitrary<Filters> = fc.record({
	brands: anyIds,
	range: fc.oneof(
		fc.record({ kind: fc.constant('relative' as const), name: fc.constantFrom(...RANGE_NAMES) }),
		anySpan.map((span) => ({ kind: 'absolute' as const, ...span }))
	),
	timeZone: fc.constantFrom(...zones),
	weekStart: fc.constantFrom(...WEEK_STARTS),
	scale: orNull(fc.constantFrom(...SCALES)),
	types: some(TYPE_NAMES),
	platforms: some(PLATFORMS),
	sentiments: some(SENTIMENTS),
	query: fc.uniqueArray(anyKeyword, { maxLength: 5 }).map((words) => words.join(',')),
	tags: anyIds,
	closed: orNull(fc.boolean()),
	split: orNull(fc.constantFrom(...SPLITS)),
	comparison: fc.oneof(
		fc.constant({ kind: 'none' as const }),
		fc.record({ kind: fc.constantFrom('previous' as const, 'year' as const), match: anyMatch }),
		fc.record({ kind: fc.constant('custom' as const), span: anySpan, match: anyMatch })
	),
	score: fc.constantFrom(...SCORES),
	stack: fc.constantFrom('share' as const, 'count' as const),
	completeOnly: fc.boolean(),
	hidden: anyWords,
	campaign: fc.record({
		id: orNull(anyName),
		baseline: orNull(anySpan),
		controls: fc.oneof(anyIds, fc.constant('none' as const))
	}),
	evidence: orNull(anyName),
	chart: fc.constantFrom(...CHARTS),
	omitted: anyWords,
	sort: orNull(fc.constantFrom('-mentions', 'net', '-SOURCE_UPDATED_AT')),
	find: orNull(hostileText),
	word: orNull(hostileText),
	movers: orNull(fc.constantFrom(...MOODS)),
	moversSort: orNull(fc.constantFrom(...MOVER_ORDERS)),
	page: fc.integer({ min: 1, max: 100_000 }),
	message: orNull(anyName),
	saved: orNull(anyName),
	waitForAll: fc.boolean()
});

const anyValue = fc.oneof(
	fc.string({ unit: 'binary', maxLength: 20 }),
	fc.constantFrom(
		'',
		'0',
		'1',
		'-1',
		'1e3',
		'NaN',
		'Infinity',
		'28d',
		'DAY',
		'week',
		'true',
		'FALSE',
		'null'
	),
	fc.constantFrom(
		'2026-02-30',
		'2026-02-28',
		'1969-12-31',
		'2101-01-01',
		'2026-1-1',
		'custom',
		'comments',
		'%',
		','
	),
	fc.constantFrom(
		' a , b ',
		'utc',
		'asia/kolkata',
		'+01:00',
		'9'.repeat(400),
		'x'.repeat(700),
		'\u0000',
		'\u202e'
	),
	anyDay,
	anyId.map(String)
);

/** Links as people, forms, mail programs and attackers make them. */
const anyQuery = fc.oneof(
	fc.string({ unit: 'binary', maxLength: 60 }),
	fc
		.array(fc.tuple(fc.oneof(fc.constantFrom(...FILTER_KEYS), fc.string({ maxLength: 5 })), anyValue), {
			maxLength: 25
		})
		.map((pairs) => new URLSearchParams(pairs.map(([key, value]) => [key, value])).toString())
);

describe('the laws of a link', () => {
	it('decoding what was encoded gives the same filters, and ignores nothing', () => {
		fc.assert(
			fc.property(anyFilters, (filters) => {
				expect(decode(encode(filters))).toEqual({ filters, ignored: [] });
			}),
			{ numRuns: 1000 }
		);
	});

	it('any query string decodes, and encoding what it means is a fixed point without ignored values', () => {
		fc.assert(
			fc.property(anyQuery, (query) => {
				const canonical = encode(decode(query).filters);
				const again = decode(canonical);
				expect(again.ignored).toEqual([]);
				expect(encode(again.filters)).toBe(canonical);
			}),
			{ numRuns: 3000 }
		);
	});

	it('the order of keys and of values in lists changes nothing', () => {
		fc.assert(
			fc.property(anyFilters, fc.infiniteStream(fc.nat(9)), (filters, ranks) => {
				const pairs = [...encodeFilters(filters, options)].map((pair) => ({
					pair,
					rank: ranks.next().value
				}));
				const shuffled = pairs.sort((one, other) => one.rank - other.rank).map(({ pair }) => pair);
				expect(decodeFilters(new URLSearchParams(shuffled), options)).toEqual({ filters, ignored: [] });
			})
		);
	});

	it('saying everything twice changes nothing', () => {
		fc.assert(
			fc.property(anyFilters, (filters) => {
				expect(decode(`${encode(filters)}&${encode(filters)}`)).toEqual({ filters, ignored: [] });
			})
		);
	});

	it('foreign keys change nothing, and are not even looked at', () => {
		const foreign = fc
			.string({ maxLength: 12 })
			.filter((key) => !(FILTER_KEYS as readonly string[]).includes(key))
			.map((key) => [key, 'x'] as [string, string]);
		fc.assert(
			fc.property(anyFilters, fc.array(foreign), (filters, added) => {
				const asked = new Set<string>();
				const params = new URLSearchParams([
					...added,
					...encodeFilters(filters, options),
					['utm_source', 'mail']
				]);
				const watched = new Proxy(params, {
					get(target, property) {
						if (property !== 'get' && property !== 'getAll') throw new Error(`${String(property)} was read`);
						return (key: string) => {
							asked.add(key);
							return target[property](key);
						};
					}
				});
				expect(decodeFilters(watched, options)).toEqual({ filters, ignored: [] });
				expect([...asked].filter((key) => !(FILTER_KEYS as readonly string[]).includes(key))).toEqual([]);
			})
		);
	});

	it('a link survives being pasted into and read back from an address', () => {
		fc.assert(
			fc.property(anyFilters, (filters) => {
				const url = new URL(href('/keywords', filters, {}, options), 'https://undertone.example');
				expect(decodeFilters(url.searchParams, options).filters).toEqual(filters);
			})
		);
	});

	it('a link changed in one field means the same filters with that field changed', () => {
		fc.assert(
			fc.property(
				anyFilters,
				anyFilters,
				fc.constantFrom(...(Object.keys(defaultFilters(options.defaults)) as (keyof Filters)[])),
				(filters, other, field) => {
					const change = { [field]: other[field], page: other.page };
					const query = href('/', filters, change, options).split('?')[1] ?? '';
					// A claim is about the question as it stood.
					const keeps = ['page', 'message', 'waitForAll', 'evidence'].includes(field);
					const evidence = keeps ? filters.evidence : null;
					expect(decode(query).filters).toEqual({ ...filters, evidence, ...change });
				}
			)
		);
	});

	it('a form that passes everything on as hidden fields means the same filters, whatever the settings', () => {
		fc.assert(
			fc.property(
				anyFilters,
				fc.record({ timeZone: fc.constantFrom(...zones), weekStart: fc.constantFrom(...WEEK_STARTS) }),
				(filters, defaults) => {
					const fields = new URLSearchParams(formFields(filters, []).map(({ key, value }) => [key, value]));
					expect(decodeFilters(fields, { defaults })).toEqual({ filters, ignored: [] });
				}
			)
		);
	});

	it('empty values, which forms send, are as if they were not there', () => {
		fc.assert(
			fc.property(fc.subarray([...FILTER_KEYS]), (keys) => {
				expect(decode(keys.map((key) => `${key}=`).join('&'))).toEqual({
					filters: defaultFilters(options.defaults),
					ignored: []
				});
			})
		);
	});
});

describe('the canonical link', () => {
	it('of the defaults is empty', () => {
		expect(encode(defaultFilters(options.defaults))).toBe('');
	});

	it('has a fixed order of keys, sorted lists without repeats, lower-case scales and relative ranges', () => {
		const filters: Filters = {
			...defaultFilters(options.defaults),
			platforms: ['youtube', 'facebook'],
			brands: [144, 12, 144, 9],
			range: { kind: 'relative', name: 'last-week' },
			types: ['TIKTOK_COMMENT', 'ads'],
			scale: 'WEEK',
			omitted: ['zeta', 'Alpha', 'zeta']
		};
		expect(encode(filters)).toBe(
			'brand=9&brand=12&brand=144&range=last-week&scale=week&type=ads&type=TIKTOK_COMMENT&platform=facebook&platform=youtube&omit=Alpha&omit=zeta'
		);
	});

	it('keeps zero and false, and leaves the empty text out', () => {
		const filters = {
			...defaultFilters(options.defaults),
			closed: false,
			query: '0',
			hidden: ['0', 'false'],
			find: '0'
		};
		expect(encode(filters)).toBe('q=0&closed=false&hide=0&hide=false&find=0');
		expect(decode(encode(filters)).filters).toEqual(filters);
		expect(encode({ ...filters, query: '', hidden: [''], find: '' })).toBe('closed=false');
	});

	it('says of the keywords that moved which are wanted and in which order, beside the page of the list', () => {
		const filters: Filters = {
			...defaultFilters(options.defaults),
			comparison: { kind: 'previous', match: 'weekday' },
			movers: 'negative',
			moversSort: 'net'
		};
		expect(encode(filters)).toBe('compare=previous&movers=negative&movers_sort=net');
		expect(decode('movers_sort=NET&movers=Negative&compare=previous')).toEqual({ filters, ignored: [] });
		expect(href('/keywords', { ...filters, page: 3 }, { movers: null, page: 3 }, options)).toBe(
			'/keywords?compare=previous&movers_sort=net&page=3'
		);
	});

	it('names the zone only where it is not the default', () => {
		const filters = defaultFilters({ timeZone: 'Asia/Kolkata' });
		expect(encodeFilters(filters, { defaults: { timeZone: 'Asia/Kolkata' } }).toString()).toBe('');
		expect(encode(filters)).toBe('tz=Asia%2FKolkata');
	});

	it('names the first day of the week only where it is not that of the settings', () => {
		const sunday = { defaults: { timeZone: 'UTC', weekStart: 'sunday' as const } };
		const monday = { defaults: { timeZone: 'UTC' } };
		const filters = defaultFilters(sunday.defaults);
		expect(filters.weekStart).toBe('sunday');
		expect(encodeFilters(filters, sunday).toString()).toBe('');
		expect(encodeFilters(filters, monday).toString()).toBe('week=sunday');
		expect(encodeFilters({ ...filters, weekStart: 'monday' }, sunday).toString()).toBe('week=monday');
		expect(decodeFilters(new URLSearchParams('week=monday'), sunday).filters.weekStart).toBe('monday');
	});

	it('stays under 2,000 characters for 20 brands with the longest ids and every other key set', () => {
		const span = { from: '2026-10-26', to: '2026-11-22' };
		const filters: Filters = {
			brands: Array.from({ length: 20 }, (_, index) => Number.MAX_SAFE_INTEGER - index),
			range: { kind: 'absolute', ...span },
			timeZone: 'America/Argentina/Buenos_Aires',
			weekStart: 'saturday',
			scale: 'QUARTER',
			types: [...TYPE_NAMES],
			platforms: [...PLATFORMS],
			sentiments: [...SENTIMENTS],
			query: 'love,price,broken zip,slow delivery',
			tags: [1, 2, 3],
			closed: false,
			split: 'platform',
			comparison: { kind: 'custom', span, match: 'date' },
			score: 'positive-of-rated',
			stack: 'count',
			completeOnly: true,
			hidden: ['brand-12', 'brand-144'],
			campaign: {
				id: 'slow-mornings',
				baseline: span,
				controls: [9_007_199_254_740_000, 9_007_199_254_740_001]
			},
			evidence: 'x'.repeat(80),
			chart: 'stacked',
			omitted: ['giveaway', 'shipping'],
			sort: '-mentions',
			find: 'refund',
			word: 'price',
			movers: 'negative',
			moversSort: '-net',
			page: 12,
			message: 'instagram:17900000000000000',
			saved: 'autumn',
			waitForAll: true
		};
		const link = href('https://undertone.example.com/messages', filters, { page: 12 }, options);
		expect(link.length).toBeLessThan(2000);
		expect(decode(link.split('?')[1] ?? '')).toEqual({
			filters: { ...filters, brands: [...filters.brands].reverse() },
			ignored: []
		});
	});
});

describe('values that cannot be used', () => {
	const table: [query: string, key: string, value: string, reason: string][] = [
		['range=fortnight', 'range', 'fortnight', 'use one of today, yesterday,'],
		['from=2026-02-30&to=2026-03-02', 'from', '2026-02-30', 'there is no such day'],
		['from=2026-02-03&to=02.03.2026', 'to', '02.03.2026', 'use a day such as 2026-11-02'],
		['from=1969-12-31&to=2026-03-02', 'from', '1969-12-31', 'use a day in the years 1970 to 2100'],
		['from=2026-03-02&to=2101-01-01', 'to', '2101-01-01', 'use a day in the years 1970 to 2100'],
		['from=2026-03-02', 'from', '2026-03-02', 'add to as well'],
		['to=2026-03-02&from=', 'to', '2026-03-02', 'add from as well'],
		[
			'from=2026-03-02&to=2026-03-01',
			'from',
			'2026-03-02',
			'it is later than to=2026-03-01; swap the two days'
		],
		['tz=Mars/Olympus', 'tz', 'Mars/Olympus', 'use a time zone'],
		['tz=%2B01:00', 'tz', '+01:00', 'use a time zone'],
		['week=friday', 'week', 'friday', 'use one of monday, sunday, saturday'],
		['scale=year', 'scale', 'year', 'use one of hour, day,'],
		['brand=0', 'brand', '0', 'use a number, such as 3'],
		['brand=1.5', 'brand', '1.5', 'use a number, such as 3'],
		['brand=0x10', 'brand', '0x10', 'use a number, such as 3'],
		['brand=9007199254740993', 'brand', '9007199254740993', 'use a number, such as 3'],
		['brand=9007199254740992', 'brand', '9007199254740992', 'use a number, such as 3'],
		['tag=-4', 'tag', '-4', 'use a number, such as 3'],
		['type=PIGEON_POST', 'type', 'PIGEON_POST', 'use one of comments, ads, dms, FACEBOOK_COMMENT'],
		['platform=x', 'platform', 'x', 'use one of facebook'],
		['sentiment=mixed', 'sentiment', 'mixed', 'use one of negative'],
		['closed=maybe', 'closed', 'maybe', 'use true or false'],
		['complete=yes', 'complete', 'yes', 'use true or false'],
		['split=tag', 'split', 'tag', 'use one of none, brand, platform'],
		['compare=last', 'compare', 'last', 'use one of none, previous, year, custom'],
		['compare=custom', 'compare', 'custom', 'add compare_from and compare_to as well'],
		['compare=custom&compare_from=2026-01-01', 'compare_from', '2026-01-01', 'add compare_to as well'],
		['match=hour', 'match', 'hour', 'use one of weekday, date'],
		['score=nps', 'score', 'nps', 'use one of net, net-rated'],
		['stack=both', 'stack', 'both', 'use one of share, count'],
		['baseline_from=2026-01-09', 'baseline_from', '2026-01-09', 'add baseline_to as well'],
		['control=all', 'control', 'all', 'use the number of a brand, such as 3, or none'],
		['evidence=a b', 'evidence', 'a b', 'use at most 400 characters'],
		['campaign=a b', 'campaign', 'a b', 'use at most 200 characters'],
		['chart=pie', 'chart', 'pie', 'use one of line, stacked, share, multiples'],
		['sort=drop table', 'sort', 'drop table', 'use the name of a column'],
		['movers=angry', 'movers', 'angry', 'use one of negative, positive'],
		['movers_sort=mentions', 'movers_sort', 'mentions', 'use one of difference, net, -net'],
		['page=0', 'page', '0', 'use the number of a page'],
		['page=100001', 'page', '100001', 'use the number of a page'],
		['wait=some', 'wait', 'some', 'use all'],
		['v=2', 'v', '2', 'only version 1 of links is known here'],
		['scale=day&scale=week', 'scale', 'week', 'only one can be used, and it is day']
	];

	it.each(table)('%s falls back by itself and says why', (query, key, value, reason) => {
		const { filters, ignored } = decode(`${query}&sentiment=positive`);
		expect(ignored).toEqual([{ key, value, reason: expect.stringContaining(reason) as string }]);
		const kept = query === 'scale=day&scale=week' ? { scale: 'DAY' } : {};
		expect(filters).toEqual({ ...defaultFilters(options.defaults), sentiments: ['positive'], ...kept });
	});

	it('leave the usable values of the same list in place', () => {
		const { filters, ignored } = decode('brand=7&brand=x&brand=&brand=07&brand=3');
		expect(filters.brands).toEqual([3, 7]);
		expect(ignored.map(({ key, value }) => [key, value])).toEqual([['brand', 'x']]);
	});

	it('are clipped to 80 characters without splitting one', () => {
		const { ignored } = decode(`range=${'🦊'.repeat(300)}`);
		expect(ignored.map(({ value }) => value)).toEqual([`${'🦊'.repeat(79)}…`]);
	});

	it('include keywords and words that are too long', () => {
		expect(decode(`q=${'x'.repeat(501)}`).ignored).toHaveLength(1);
		expect(decode(`q=${'x'.repeat(500)}`).ignored).toHaveLength(0);
		expect(decode(`word=${'x'.repeat(201)}&find=${'x'.repeat(200)}`).ignored.map(({ key }) => key)).toEqual([
			'word'
		]);
	});

	it('include what is more than a list takes, and the first ones stay', () => {
		const many = Array.from({ length: 203 }, (_, index) => `brand=${index + 1}`).join('&');
		const { filters, ignored } = decode(many);
		expect(filters.brands).toEqual(Array.from({ length: 200 }, (_, index) => index + 1));
		expect(ignored.map(({ value }) => value)).toEqual(['201', '202', '203']);
		expect(ignored[0]?.reason).toBe('a link takes at most 200 of them');
	});
});

describe('comparison brands', () => {
	it('are the campaign’s own when the link is silent, and nobody when it says none', () => {
		expect(decode('campaign=a').filters.campaign.controls).toEqual([]);
		expect(decode('campaign=a&control=None').filters.campaign.controls).toBe('none');
		expect(encode(decode('control=none').filters)).toBe('control=none');
	});

	it('win over none, which is listed as ignored', () => {
		const { filters, ignored } = decode('control=none&control=7&control=3');
		expect(filters.campaign.controls).toEqual([3, 7]);
		expect(ignored).toEqual([
			{ key: 'control', value: 'none', reason: 'brands are named as well, and they are used' }
		]);
	});
});

describe('what a form may send', () => {
	it('takes from and to over a range that stands beside them', () => {
		const { filters, ignored } = decode('range=7d&from=2026-01-01&to=2026-01-31');
		expect(filters.range).toEqual({ kind: 'absolute', from: '2026-01-01', to: '2026-01-31' });
		expect(ignored).toEqual([]);
	});

	it('keeps the range where the days beside it cannot be used', () => {
		const { filters, ignored } = decode('range=7d&from=2026-01-32&to=2026-01-31');
		expect(filters.range).toEqual({ kind: 'relative', name: '7d' });
		expect(ignored.map(({ key }) => key)).toEqual(['from']);
	});

	it('leaves hidden comparison fields alone while the comparison does not need them', () => {
		expect(decode('compare=none&match=date&compare_from=2026-01-01&compare_to=nonsense')).toEqual({
			filters: defaultFilters(options.defaults),
			ignored: []
		});
		expect(decode('compare=year&compare_from=2026-01-01').filters.comparison).toEqual({
			kind: 'year',
			match: 'weekday'
		});
	});

	it('reads names in any case, since people type them', () => {
		const { filters, ignored } = decode(
			'scale=Day&type=instagram_comment&type=ADS&week=Sunday&tz=utc&closed=TRUE'
		);
		expect(ignored).toEqual([]);
		expect(filters).toMatchObject({
			scale: 'DAY',
			types: ['ads', 'INSTAGRAM_COMMENT'],
			weekStart: 'sunday',
			timeZone: 'UTC',
			closed: true
		});
	});

	it('keeps the name of a zone that ICU would rename', () => {
		expect(decode('tz=Asia/Kolkata').filters.timeZone).toBe('Asia/Kolkata');
		expect(decode('tz=Europe/Kyiv').filters.timeZone).toBe('Europe/Kyiv');
	});

	it('tidies the keywords and keeps their order', () => {
		expect(decode('q= zip ,,price  drop,\tzip,&v=1').filters.query).toBe('zip,price drop');
		expect(decode('q=, ,').filters.query).toBe('');
	});
});
