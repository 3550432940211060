import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { INTERACTION_TYPES, PLATFORMS, platformOfType, TYPES_BY_GROUP } from '$lib/community/vocabulary';
import type { NewInteraction } from '$lib/server/store/new-interaction';
import { DEMO_BRANDS } from './brands';
import { addDays, dayOf, daysBetween, endOfDay, startOfDay } from './days';
import { demoDay } from './demo-day';
import { makePlan } from './make-plan';
import { demoPosts } from './posts';

const TODAY = '2026-11-22';
const plan = makePlan({
	seed: 'test',
	firstDay: addDays(TODAY, -730),
	lastDay: TODAY,
	interactions: 250_000
});
const days = daysBetween(plan.firstDay, plan.lastDay);
const all = days.flatMap((day) => demoDay(plan, day));
const customers = all.filter((row) => !row.fromBrand);
const byKey = new Map(all.map((row) => [row.key, row]));
const isDirect = (row: NewInteraction) => (TYPES_BY_GROUP.dms as readonly string[]).includes(row.type);
const share = (rows: readonly NewInteraction[], is: (row: NewInteraction) => boolean) =>
	rows.filter(is).length / rows.length;

describe('a day of the demo', () => {
	it('is the same whenever and in whatever order it is asked for', () => {
		const later = ['2026-11-20', '2025-02-28', '2026-11-20'].map((day) => demoDay(plan, day));
		expect(later[2]).toEqual(later[0]);
		expect(later[1]).toEqual(all.filter((row) => dayOf(row.createdAt) === '2025-02-28'));
	});

	it('is another one under another seed', () => {
		const other = makePlan({ ...plan, seed: 'other' });
		const texts = (rows: readonly NewInteraction[]) => rows.map((row) => row.text);
		expect(texts(demoDay(other, TODAY))).not.toEqual(texts(demoDay(plan, TODAY)));
	});

	it('only grows with the instant until which it is asked for, and never changes a row', () => {
		const whole = demoDay(plan, TODAY);
		const instant = fc.integer({ min: startOfDay(TODAY) - 1, max: endOfDay(TODAY) });
		fc.assert(
			fc.property(instant, instant, (one, other) => {
				const [earlier, later] = [Math.min(one, other), Math.max(one, other)];
				const before = demoDay(plan, TODAY, earlier);
				const after = demoDay(plan, TODAY, later);
				expect(after.filter((row) => row.updatedAt <= earlier)).toEqual(before);
				expect(whole.filter((row) => row.updatedAt <= later)).toEqual(after);
			}),
			{ numRuns: 25 }
		);
		expect(demoDay(plan, TODAY, startOfDay(TODAY) - 1)).toEqual([]);
		expect(demoDay(plan, TODAY, endOfDay(TODAY))).toEqual(whole);
	});

	it('never shows a reply without what it answers, whatever the hour', () => {
		for (let hour = 1; hour <= 24; hour++) {
			const rows = demoDay(plan, TODAY, startOfDay(TODAY) + hour * 3_600_000);
			const keys = new Set(rows.map((row) => row.key));
			for (const row of rows) if (row.parentKey !== null) expect(keys).toContain(row.parentKey);
		}
	});

	it('goes on after the last planned day', () => {
		const rows = demoDay(plan, addDays(TODAY, 40));
		expect(rows.length).toBeGreaterThan(200);
		expect(new Set(rows.map((row) => dayOf(row.updatedAt)))).toEqual(new Set([addDays(TODAY, 40)]));
	});
});

describe('two years of the demo', () => {
	it('hold about as many interactions as were asked for, with and without what the brands wrote', () => {
		expect(Math.abs(customers.length / 250_000 - 1)).toBeLessThan(0.05);
		expect(Math.abs(all.length / 250_000 - 1)).toBeLessThan(0.1);
	});

	it.each([1_000, 60_000])('scale to %i interactions', (interactions) => {
		const small = makePlan({ ...plan, interactions });
		const count = days.reduce(
			(sum, day) => sum + demoDay(small, day).filter((row) => !row.fromBrand).length,
			0
		);
		expect(Math.abs(count / interactions - 1)).toBeLessThan(0.1);
	});

	it('hold all interaction types, all platforms and all brands', () => {
		expect(new Set(customers.map((row) => row.type))).toEqual(new Set(INTERACTION_TYPES));
		expect(new Set(customers.map((row) => platformOfType(row.type)))).toEqual(
			new Set([...PLATFORMS, 'other'])
		);
		expect(new Set(customers.map((row) => row.brand))).toEqual(new Set(DEMO_BRANDS.map(({ name }) => name)));
	});

	it('give every interaction its own key, its day and the source demo', () => {
		expect(byKey.size).toBe(all.length);
		const wrong = all.filter((row) => {
			const day = row.key.split('\u241f')[1];
			const isOfDay = dayOf(row.createdAt) === day && dayOf(row.updatedAt) === day;
			return row.source !== 'demo' || !isOfDay || row.updatedAt < row.createdAt;
		});
		expect(wrong).toEqual([]);
	});

	it('rate about 84 % of the interactions, and of the direct messages little more than half', () => {
		const isRated = (row: NewInteraction) => row.sentiment !== null;
		expect(share(customers, isRated)).toBeGreaterThan(0.825);
		expect(share(customers, isRated)).toBeLessThan(0.855);
		expect(share(customers.filter(isDirect), isRated)).toBeCloseTo(0.56, 1);
	});

	it('are written in seven languages, with emoji, hashtags and mentions, in thousands of different texts', () => {
		expect(share(customers, (row) => /\p{Script=Arabic}/u.test(row.text))).toBeGreaterThan(0.02);
		expect(
			share(customers, (row) => /\p{Script=Hiragana}|\p{Script=Katakana}/u.test(row.text))
		).toBeGreaterThan(0.02);
		for (const word of ['Geschmack', 'goût', 'sabor', 'preço', 'taste']) {
			expect(customers.some((row) => row.text.includes(word))).toBe(true);
		}
		expect(share(customers, (row) => /\p{Extended_Pictographic}/u.test(row.text))).toBeGreaterThan(0.15);
		expect(share(customers, (row) => /#\w/.test(row.text))).toBeGreaterThan(0.04);
		expect(share(customers, (row) => /@\w/.test(row.text))).toBeGreaterThan(0.1);
		expect(new Set(customers.map((row) => row.text)).size).toBeGreaterThan(20_000);
	});

	it('follow the hours of the day and the days of the week', () => {
		const hours = new Array<number>(24).fill(0);
		for (const row of customers) {
			const hour = new Date(row.createdAt).getUTCHours();
			hours[hour] = (hours[hour] ?? 0) + 1;
		}
		expect((hours[19] ?? 0) / (hours[3] ?? 1)).toBeGreaterThan(3);
		const food = customers.filter((row) => row.brand === 'Saltgrove');
		const on = (weekday: number) =>
			food.filter((row) => new Date(row.createdAt).getUTCDay() === weekday).length;
		expect(on(5) / on(1)).toBeGreaterThan(1.03);
	});

	it('leave one small brand with a handful of messages on one platform', () => {
		const recent = customers.filter((row) => row.createdAt >= startOfDay(addDays(TODAY, -27)));
		const few = recent.filter((row) => row.brand === 'Mintarrow' && row.type === 'YOUTUBE_COMMENT');
		expect(few.length).toBeLessThan(15);
		const ever = customers.filter((row) => row.brand === 'Mintarrow' && row.type === 'YOUTUBE_COMMENT');
		expect(ever.length).toBeGreaterThan(20);
	});

	it('close old interactions more often than new ones', () => {
		const isClosed = (row: NewInteraction) => row.isClosed;
		const old = customers.filter((row) => row.createdAt < startOfDay(addDays(TODAY, -90)));
		const recent = customers.filter((row) => row.createdAt >= startOfDay(addDays(TODAY, -7)));
		expect(share(old, isClosed)).toBeGreaterThan(share(recent, isClosed) + 0.2);
	});

	it('tag about half of the interactions, and spam rarely and without a label', () => {
		expect(share(customers, (row) => row.tags.length > 0)).toBeGreaterThan(0.35);
		const spam = customers.filter((row) => row.isSpam);
		expect(spam.length).toBeGreaterThan(100);
		expect(spam.length / customers.length).toBeLessThan(0.02);
		expect(spam.every((row) => row.sentiment === null)).toBe(true);
	});
});

describe('threads', () => {
	it('answer a message of the same brand and type that was there before', () => {
		const replies = all.filter((row) => row.parentKey !== null);
		expect(replies.length).toBeGreaterThan(10_000);
		const placeOf = (row: NewInteraction) => [row.brand, row.type, row.mediaId, row.conversationId].join(' ');
		const wrong = replies.filter((row) => {
			const parent = byKey.get(row.parentKey as string);
			return !parent || placeOf(parent) !== placeOf(row) || row.createdAt <= parent.updatedAt;
		});
		expect(wrong).toEqual([]);
	});

	it('are conversations of one customer and one brand, of one type, inside a day, for direct messages only', () => {
		const conversations = Map.groupBy(
			all.filter((row) => row.conversationId !== null),
			(row) => row.conversationId
		);
		expect([...conversations.values()].some((rows) => rows.length > 4)).toBe(true);
		const mixed = [...conversations.values()].filter((rows) => {
			const places = new Set(rows.map((row) => `${row.brand} ${row.type} ${dayOf(row.createdAt)}`));
			const people = new Set(rows.filter((row) => !row.fromBrand).map((row) => row.author));
			return places.size !== 1 || people.size !== 1;
		});
		expect(mixed).toEqual([]);
		expect(all.filter((row) => (row.conversationId !== null) !== isDirect(row))).toEqual([]);
	});

	it('begin with a story now and then, on Instagram and nowhere else, with the first message of a customer', () => {
		const stories = all.filter((row) => row.subtype !== undefined);
		const firsts = all.filter((row) => row.type === 'INSTAGRAM_CONVERSATION' && row.parentKey === null);
		expect(stories.every((row) => firsts.includes(row))).toBe(true);
		const shareOf = (subtype: string) => share(firsts, (row) => row.subtype === subtype);
		expect(shareOf('story_reply')).toBeCloseTo(0.22, 1);
		expect(shareOf('story_mention')).toBeCloseTo(0.08, 1);
	});

	it('have no replies on YouTube, whose replies are not delivered', () => {
		expect(all.some((row) => row.type === 'YOUTUBE_COMMENT' && row.parentKey !== null)).toBe(false);
	});

	it('hold the answers of the brands, signed, without a label and outside every count', () => {
		const own = all.filter((row) => row.fromBrand);
		expect(own.length).toBeGreaterThan(5_000);
		const isProper = (row: NewInteraction) =>
			row.author === row.brand && row.sentiment === null && row.tags.length === 0 && row.parentKey !== null;
		expect(own.filter((row) => !isProper(row))).toEqual([]);
	});

	it('stand under posts that the brand published before, with a permalink that leads nowhere', () => {
		const posts = new Map(
			DEMO_BRANDS.flatMap(({ name }) => demoPosts(name, addDays(plan.firstDay, -90), TODAY)).map((post) => [
				post.id,
				post
			])
		);
		const wrong = all.filter((row) => {
			if (row.mediaId === null) return row.permalink !== null;
			const post = posts.get(row.mediaId);
			const isThere = post?.brand === row.brand && post.platform === platformOfType(row.type);
			return (
				!isThere || post.day > dayOf(row.createdAt) || !row.permalink?.startsWith('https://example.com/')
			);
		});
		expect(wrong).toEqual([]);
		expect(new Set([...posts.values()].map((post) => post.caption)).size).toBeGreaterThan(20);
	});
});
