import { describe, expect, it } from 'vitest';
import { TimeOptionError, timeReader } from './time-pattern';

/** What a reader makes of a text: an ISO instant, or the problem. */
function reading(pattern: string | null, zone: string | null, text: string): string {
	const result = timeReader(pattern, zone)(text);
	return 'at' in result ? new Date(result.at).toISOString() : result.problem;
}

describe('timestamps without a pattern', () => {
	it.each([
		['ISO with an offset', '2024-08-15T00:00:00-04:00', '2024-08-15T04:00:00.000Z'],
		['ISO in UTC', '2024-08-15T10:11:12Z', '2024-08-15T10:11:12.000Z'],
		['ISO with a short offset', '2024-08-15T10:11:12+02', '2024-08-15T08:11:12.000Z'],
		['ISO with microseconds', '2024-08-15T10:11:12.345678Z', '2024-08-15T10:11:12.345Z'],
		['ISO to the minute', '2024-08-15T10:11+05:30', '2024-08-15T04:41:00.000Z'],
		['a space and an offset', '2015-02-24 11:35:52 -0800', '2015-02-24T19:35:52.000Z'],
		['a space and UTC', '2015-02-24 11:35:52 UTC', '2015-02-24T11:35:52.000Z'],
		['RFC 2822', 'Mon, 01 Dec 2014 19:30:03 +0000', '2014-12-01T19:30:03.000Z'],
		['RFC 2822 without weekday and seconds', '1 Dec 2014 19:30 -0330', '2014-12-01T23:00:00.000Z'],
		['RFC 2822 with a named zone', 'Mon, 01 Dec 2014 19:30:03 EST', '2014-12-02T00:30:03.000Z'],
		['RFC 2822 with a comment', 'Mon, 1 Dec 2014 19:30:03 +0000 (UTC)', '2014-12-01T19:30:03.000Z'],
		['Twitter', 'Mon Dec 01 19:30:03 +0000 2014', '2014-12-01T19:30:03.000Z'],
		['Twitter with an offset', 'Mon Dec 01 19:30:03 -0500 2014', '2014-12-02T00:30:03.000Z'],
		['the last millisecond of 2099', '2099-12-31T23:59:59.999Z', '2099-12-31T23:59:59.999Z']
	])('are read as %s', (_name, text, expected) => {
		expect(reading(null, null, text)).toBe(expected);
	});

	it.each([
		['2 weeks ago', 'is relative to an unknown day'],
		['Reviewed yesterday', 'is relative to an unknown day'],
		['3d', 'is relative to an unknown day'],
		['an hour', 'is relative to an unknown day'],
		['Monday', 'is relative to an unknown day'],
		['just now', 'is relative to an unknown day'],
		['03/04/2021', 'is ambiguous, day or month may come first; give --time-format'],
		['3.4.21 10:00', 'is ambiguous, day or month may come first; give --time-format'],
		['2015-02-26 21:42:53', 'has no time zone; give --time-zone'],
		['2015-02-26T21:42:53', 'has no time zone; give --time-zone'],
		['2015-02-26', 'has no time zone; give --time-zone'],
		['2021-02-30T00:00:00Z', 'is not a date of the calendar'],
		['2021-13-01T00:00:00Z', 'is not a date of the calendar'],
		['2021-01-01T24:00:00Z', 'is not a date of the calendar'],
		['Mon Foo 01 19:30:03 +0000 2014', 'is not a date of the calendar'],
		['Tue, 01 Dec 2014 19:30:03 +0000', 'names a weekday that its date is not'],
		['Mon, 01 Dec 2014 19:30:03 XYZ', 'has an unknown time zone'],
		['2021-01-01T10:00:00+25:00', 'has an unknown time zone'],
		['1969-12-31T23:59:59Z', 'is not between 1970 and 2100'],
		['2100-01-01T00:00:00Z', 'is not between 1970 and 2100'],
		['0000-00-00 00:00:00', 'is not a date of the calendar'],
		['1417462203', 'is not in a known format; give --time-format'],
		['April 27, 2021', 'is not in a known format; give --time-format'],
		['n/a', 'is not in a known format; give --time-format']
	])('are set aside and not guessed: %s', (text, problem) => {
		expect(reading(null, null, text)).toBe(problem);
	});
});

describe('a time zone', () => {
	it.each([
		['UTC', '2015-02-26 21:42:53', '2015-02-26T21:42:53.000Z'],
		['Asia/Kolkata', '2015-02-26 21:42:53', '2015-02-26T16:12:53.000Z'],
		['America/New_York', '2024-03-10 01:59:59', '2024-03-10T06:59:59.000Z'],
		['America/New_York', '2024-03-10 03:00:00', '2024-03-10T07:00:00.000Z'],
		['Pacific/Chatham', '2024-06-01', '2024-05-31T11:15:00.000Z'],
		['America/Sao_Paulo', '2018-11-04', '2018-11-04T03:00:00.000Z'],
		['America/New_York', '2015-02-24 11:35:52 +0000', '2015-02-24T11:35:52.000Z']
	])('%s places %s', (zone, text, expected) => {
		expect(reading(null, zone, text)).toBe(expected);
	});

	it('sets aside a time that its clocks skip', () => {
		expect(reading(null, 'America/New_York', '2024-03-10 02:30:00')).toBe(
			'does not exist in the time zone, its clocks were put forward'
		);
	});

	it('sets aside a time that its clocks show twice', () => {
		expect(reading(null, 'America/New_York', '2024-11-03 01:30:00')).toBe(
			'is ambiguous, the clocks of the time zone show it twice'
		);
	});

	it('is refused when it does not exist, by the name of its flag', () => {
		expect(() => timeReader(null, 'Mars/Olympus')).toThrow(/--time-zone "Mars\/Olympus"/);
	});
});

describe('a pattern', () => {
	it.each([
		["'Reviewed 'MMMM d, yyyy", 'UTC', 'Reviewed April 27, 2021', '2021-04-27T00:00:00.000Z'],
		["'Reviewed 'MMMM d, yyyy", 'Asia/Dhaka', 'Reviewed April 27, 2021', '2021-04-26T18:00:00.000Z'],
		['dd/MM/yyyy HH:mm', 'Europe/Berlin', '03/04/2021 10:00', '2021-04-03T08:00:00.000Z'],
		['MM/dd/yyyy hh:mm a', 'America/New_York', '05/04/2021 03:04 PM', '2021-05-04T19:04:00.000Z'],
		['dd.MM.yy', 'UTC', '04.05.21', '2021-05-04T00:00:00.000Z'],
		['yyyy-MM-dd HH:mm:ss XXX', null, '2021-01-01 10:00:00 +05:30', '2021-01-01T04:30:00.000Z'],
		['t', null, '1417462203', '2014-12-01T19:30:03.000Z'],
		['T', null, '1417462203000', '2014-12-01T19:30:03.000Z']
	])('%s in %s reads %s', (pattern, zone, text, expected) => {
		expect(reading(pattern, zone, text)).toBe(expected);
	});

	it('does not stop timestamps that leave nothing open', () => {
		expect(reading('dd/MM/yyyy', 'UTC', '2021-05-04T10:00:00+02:00')).toBe('2021-05-04T08:00:00.000Z');
	});

	it.each([
		["'Reviewed 'MMMM d, yyyy", 'Reviewed 2 weeks ago', 'is relative to an unknown day'],
		['dd/MM/yyyy', '31/02/2021', 'is ambiguous, day or month may come first; give --time-format'],
		['dd MMM yyyy', 'sometime in May', 'fits neither --time-format nor a known format'],
		['yyyyy-MM-dd', '12021-01-01', 'is not between 1970 and 2100']
	])('%s says what is wrong with %s', (pattern, text, problem) => {
		expect(reading(pattern, 'UTC', text)).toBe(problem);
	});

	it.each([
		['MMM d', /has no year/],
		['yyyy MMM', /has no day/],
		['yyyy d', /has no month/],
		['d.M.yyyy h:mm', /no AM or PM/],
		['YYYY-MM-DD', /write yyyy for the year and dd/],
		['yyyy-MM-dd n', /is not a pattern/],
		['yyyy-MM-dd z', /is not a pattern/]
	])('%s is refused before the first row', (pattern, message) => {
		expect(() => timeReader(pattern, 'UTC')).toThrow(TimeOptionError);
		expect(() => timeReader(pattern, 'UTC')).toThrow(message);
	});

	it('without an offset needs a zone', () => {
		expect(() => timeReader('dd/MM/yyyy', null)).toThrow(/--time-zone/);
	});
});
