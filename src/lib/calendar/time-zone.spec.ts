import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from './local-day';
import { canonicalTimeZone, dayStart, isTimeZone, keepsUtc, localDayAt, offsetAt } from './time-zone';

const ALL_ZONES = Intl.supportedValuesOf('timeZone');
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** What the platform's own calendar says, by another road than the code takes. */
function dayByIntl(instant: number, timeZone: string): string {
	const format = new Intl.DateTimeFormat('en-CA', {
		timeZone,
		year: 'numeric',
		month: '2-digit',
		day: '2-digit'
	});
	return format.format(instant);
}

const anyDay = fc
	.integer({ min: 366, max: Date.UTC(2037, 11, 30) / DAY })
	.map((number) => addDays('1970-01-01', number));

describe('isTimeZone', () => {
	it.each([
		['Europe/Berlin', true],
		['UTC', true],
		['Etc/GMT+5', true],
		['America/Argentina/Buenos_Aires', true],
		['asia/kolkata', true],
		['+01:00', false],
		['Europe/Atlantis', false],
		['', false],
		['Europe/Berlin\u0000', false],
		['../etc/passwd', false]
	])('of %j is %j', (text, expected) => {
		expect(isTimeZone(text)).toBe(expected);
	});
});

describe('canonicalTimeZone', () => {
	it.each([
		['asia/KOLKATA', 'Asia/Kolkata'],
		['Asia/Kolkata', 'Asia/Kolkata'],
		['Asia/Calcutta', 'Asia/Calcutta'],
		['europe/kyiv', 'Europe/Kyiv'],
		['asia/ho_chi_minh', 'Asia/Ho_Chi_Minh'],
		['america/port-au-prince', 'America/Port-au-Prince'],
		['utc', 'UTC'],
		['Etc/UTC', 'UTC'],
		['etc/gmt+5', 'Etc/GMT+5'],
		['zulu', 'UTC'],
		['PRC', 'Asia/Shanghai'],
		['Mars/Olympus', null]
	])('of %s is %s', (text, expected) => {
		expect(canonicalTimeZone(text)).toBe(expected);
	});

	it('has one spelling for each zone, which is its own, keeps the clocks, and is the same in any case', () => {
		for (const timeZone of ALL_ZONES) {
			const name = canonicalTimeZone(timeZone.toUpperCase()) ?? '';
			expect([name, canonicalTimeZone(name)]).toEqual([canonicalTimeZone(timeZone.toLowerCase()), name]);
			expect(offsetAt(0, name)).toBe(offsetAt(0, timeZone));
		}
	});
});

describe('offsetAt', () => {
	it.each([
		['UTC', Date.UTC(2026, 0, 1), 0],
		['Asia/Kolkata', Date.UTC(2026, 0, 1), 5.5 * HOUR],
		['Asia/Kathmandu', Date.UTC(2026, 0, 1), 5.75 * HOUR],
		['Pacific/Chatham', Date.UTC(2026, 0, 1), 13.75 * HOUR],
		['America/St_Johns', Date.UTC(2026, 6, 1), -2.5 * HOUR],
		['Australia/Lord_Howe', Date.UTC(2026, 6, 1), 10.5 * HOUR],
		['Africa/Monrovia', Date.UTC(1970, 5, 1), -(44 * 60 + 30) * 1000]
	])('of %s at %i is %i', (timeZone, instant, expected) => {
		expect(offsetAt(instant, timeZone)).toBe(expected);
	});

	it('names a zone that is not known', () => {
		expect(() => offsetAt(0, 'Europe/Atlantis')).toThrow('Europe/Atlantis is not a known time zone.');
	});
});

describe('dayStart', () => {
	it.each([
		['America/New_York', '2026-03-08', '2026-03-08T05:00:00.000Z', 23],
		['America/New_York', '2026-11-01', '2026-11-01T04:00:00.000Z', 25],
		['Europe/London', '2026-03-29', '2026-03-29T00:00:00.000Z', 23],
		['Europe/London', '2026-10-25', '2026-10-24T23:00:00.000Z', 25],
		['Australia/Lord_Howe', '2026-04-05', '2026-04-04T13:00:00.000Z', 24.5],
		['Australia/Lord_Howe', '2026-10-04', '2026-10-03T13:30:00.000Z', 23.5],
		['Antarctica/Troll', '2026-03-29', '2026-03-29T00:00:00.000Z', 22],
		['America/Sao_Paulo', '2018-11-04', '2018-11-04T03:00:00.000Z', 23],
		['America/Sao_Paulo', '2018-02-17', '2018-02-17T02:00:00.000Z', 25],
		['Africa/Cairo', '2026-04-24', '2026-04-23T22:00:00.000Z', 23],
		['Africa/Cairo', '2026-10-29', '2026-10-28T21:00:00.000Z', 25],
		['Asia/Beirut', '2026-03-29', '2026-03-28T22:00:00.000Z', 23],
		['America/Havana', '2026-11-01', '2026-11-01T04:00:00.000Z', 25],
		['America/St_Johns', '2007-11-04', '2007-11-04T02:30:00.000Z', 25],
		['Pacific/Apia', '2011-12-30', '2011-12-30T10:00:00.000Z', 0],
		['Pacific/Apia', '2011-12-31', '2011-12-30T10:00:00.000Z', 24],
		['Pacific/Kiritimati', '2026-01-01', '2025-12-31T10:00:00.000Z', 24],
		['Etc/GMT+12', '2026-01-01', '2026-01-01T12:00:00.000Z', 24]
	])('in %s, %s begins at %s and lasts %d hours', (timeZone, day, start, hours) => {
		expect(new Date(dayStart(day, timeZone)).toISOString()).toBe(start);
		expect((dayStart(addDays(day, 1), timeZone) - dayStart(day, timeZone)) / HOUR).toBe(hours);
	});

	it('is the first instant of the day in every zone', () => {
		fc.assert(
			fc.property(fc.constantFrom(...ALL_ZONES), anyDay, (timeZone, day) => {
				const start = dayStart(day, timeZone);
				expect(dayByIntl(start, timeZone) >= day).toBe(true);
				expect(dayByIntl(start - 1000, timeZone) < day).toBe(true);
				expect(localDayAt(start, timeZone)).toBe(dayByIntl(start, timeZone));
			}),
			{ numRuns: 3000 }
		);
	});

	it('is what a search by the quarter hour finds, around every change of the clocks of 2026', () => {
		const QUARTER = HOUR / 4;
		for (const timeZone of ALL_ZONES) {
			let before = dayStart('2026-01-01', timeZone);
			for (let day = '2026-01-02'; day < '2027-01-01'; day = addDays(day, 1)) {
				const start = dayStart(day, timeZone);
				const isUsual = start - before === DAY && offsetAt(before, timeZone) === offsetAt(start, timeZone);
				before = start;
				if (isUsual) continue;
				let found = start - 3 * HOUR;
				while (dayByIntl(found, timeZone) < day) found += QUARTER;
				expect([timeZone, day, start]).toEqual([timeZone, day, found]);
			}
		}
	});
});

describe('keepsUtc', () => {
	it('is true for London in winter, and for Abidjan all year', () => {
		expect(keepsUtc(Date.UTC(2026, 10, 1), Date.UTC(2026, 11, 1), 'Europe/London')).toBe(true);
		expect(keepsUtc(Date.UTC(2026, 0, 1), Date.UTC(2027, 0, 1), 'Africa/Abidjan')).toBe(true);
	});

	it('is false for London over its summer, and where only the end lies in it', () => {
		expect(keepsUtc(Date.UTC(2026, 0, 1), Date.UTC(2027, 0, 1), 'Europe/London')).toBe(false);
		expect(keepsUtc(Date.UTC(2026, 2, 27), Date.UTC(2026, 2, 30), 'Europe/London')).toBe(false);
		expect(keepsUtc(Date.UTC(2026, 0, 1), Date.UTC(2026, 1, 1), 'Asia/Kolkata')).toBe(false);
	});
});
