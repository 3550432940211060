import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { retryAfterSeconds, secondsUntilReset } from './retry-hint';

const NOW = Date.UTC(2026, 4, 4, 12);
const after = (seconds: number) => String(NOW / 1000 + seconds);
const date = (seconds: number) => new Date(NOW + seconds * 1000).toUTCString();

describe('retryAfterSeconds', () => {
	it.each<[string, Record<string, string>, number | null]>([
		['seconds', { 'retry-after': '7' }, 7],
		['zero seconds', { 'retry-after': '0' }, 1],
		['a day', { 'retry-after': '86400' }, 60],
		['a date, by our clock', { 'retry-after': date(20) }, 20],
		[
			'a date, by the clock of a host that is an hour behind',
			{ 'retry-after': date(-3580), date: date(-3600) },
			20
		],
		['a date of last year', { 'retry-after': date(-31_536_000) }, 1],
		['a reset', { 'x-ratelimit-reset': after(33) }, 33],
		[
			'a reset, by the clock of a host that is ahead',
			{ 'x-ratelimit-reset': after(633), date: date(600) },
			33
		],
		['a reset in milliseconds', { 'x-ratelimit-reset': String(NOW + 5000) }, 60],
		['a reset as a number of seconds', { 'x-ratelimit-reset': '15' }, 15],
		['a word, but a good reset', { 'retry-after': 'soon', 'x-ratelimit-reset': after(4) }, 4],
		['a negative number', { 'retry-after': '-5' }, null],
		['nothing', {}, null],
		['a reset that is a word', { 'x-ratelimit-reset': 'tomorrow' }, null]
	])('reads %s', (_what, headers, seconds) => {
		expect(retryAfterSeconds(new Headers(headers), NOW)).toBe(seconds);
	});

	it('never asks anybody to wait for less than a second or more than a minute, whatever the headers say', () => {
		const printable = fc.string({
			unit: fc.integer({ min: 33, max: 126 }).map((code) => String.fromCharCode(code))
		});
		const value = fc.oneof(printable, fc.integer().map(String), fc.double().map(String));
		fc.assert(
			fc.property(value, value, value, (hint, reset, hostDate) => {
				const headers = new Headers({ 'retry-after': hint, 'x-ratelimit-reset': reset, date: hostDate });
				for (const seconds of [retryAfterSeconds(headers, NOW), secondsUntilReset(headers, NOW)]) {
					expect(seconds === null || (Number.isInteger(seconds) && seconds >= 1 && seconds <= 60)).toBe(true);
				}
			})
		);
	});
});
