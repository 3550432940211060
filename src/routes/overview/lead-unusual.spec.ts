import { describe, expect, it } from 'vitest';
import type { UnusualDay } from '$lib/server/panels/unusual-days';
import { unusualSentence } from './lead-unusual';

const jump = (now: number, usual: number) => ({ now, usual, jump: now - usual, parts: [] });
const day = (name: string, index: number, more: Partial<UnusualDay>): UnusualDay => ({
	key: name,
	name,
	slot: 1,
	brand: 1,
	platform: null,
	index,
	day: `2026-11-${String(index + 1).padStart(2, '0')}`,
	title: '',
	n: 140,
	score: null,
	volume: null,
	p: 0.001,
	...more
});
const fall = (name: string, index: number, now: number, decimals: 0 | 1 = 0) =>
	day(name, index, { score: { ...jump(now, 0.1), decimals } });

describe('the unusual days in the sentence at the top', () => {
	it('are one day, or the days in a row on which a brand went the same way', () => {
		expect(unusualSentence([fall('Quillby', 20, -0.25)], true)).toBe('Quillby fell to −25 on 21 Nov.');
		const two = [fall('Quillby', 21, -0.25), fall('Quillby', 20, -0.21)];
		expect(unusualSentence(two, true)).toBe('Quillby fell as low as −25 on 21 Nov and 22 Nov.');
		const three = [...two, fall('Quillby', 22, -0.3)];
		expect(unusualSentence(three, true)).toBe('Quillby fell as low as −30 from 21 Nov to 23 Nov.');
	});

	it('are not joined over a gap, over a turn, or with those of another brand', () => {
		const first = fall('Quillby', 20, -0.25);
		const others = [fall('Quillby', 22, -0.3), fall('Quillby', 21, 0.6), fall('Ovelle', 19, -0.4)];
		expect(unusualSentence([first, ...others], true)).toBe('Quillby fell to −25 on 21 Nov.');
	});

	it('rise as well as fall, and are percentages where the score is one', () => {
		expect(unusualSentence([fall('Ovelle', 4, 0.62)], true)).toBe('Ovelle rose to +62 on 5 Nov.');
		expect(unusualSentence([fall('Ovelle', 4, 0.62)], false)).toBe('Ovelle rose to 62 % on 5 Nov.');
	});

	it('have the decimals of the day that went furthest, as its tooltip has them', () => {
		const two = [fall('Quillby', 21, -0.254, 1), fall('Quillby', 20, -0.21)];
		expect(unusualSentence(two, true)).toBe('Quillby fell as low as −25.4 on 21 Nov and 22 Nov.');
		expect(unusualSentence([fall('Ovelle', 4, 0.624, 1)], false)).toBe('Ovelle rose to 62.4 % on 5 Nov.');
	});

	it('are of the volume only where no score stands out', () => {
		const busy = day('Fennick', 1, { volume: jump(177, 97.6) });
		expect(unusualSentence([busy], true)).toBe('Fennick had 177 interactions on 2 Nov, usually 98.');
		expect(unusualSentence([busy, fall('Quillby', 20, -0.25)], true)).toContain('Quillby');
		expect(unusualSentence([busy], true, 'negative messages')).toBe(
			'Fennick had 177 negative messages on 2 Nov, usually 98.'
		);
		expect(unusualSentence([], true)).toBeNull();
	});
});
