import { beforeAfter } from '$lib/analytics/before-after';
import { differenceInDifferences } from '$lib/analytics/difference-in-differences';
import { falseDiscoveries } from '$lib/analytics/false-discovery';
import { normalBelow } from '$lib/analytics/normal';
import { placebo } from '$lib/analytics/placebo';
import { normalFrom, seeded } from '$lib/analytics/random';
import { BASELINE_DAYS, unusualDays, watchedScores, watchedVolume } from '$lib/analytics/unusual';
import { ratedTotal } from '$lib/analytics/score';
import { drawDays, drawShocks, splitAt, USUAL } from './draw-days';
import { FALSE_ALARMS, PEEKING, rateOf, type Finding } from './finding';

/** A year before a campaign of two weeks in which nothing happens: how often the placebo test calls it unusual. */
export function placeboFalseAlarms(runs: number): Finding {
	const random = seeded(4_000);
	const plan = { before: 28, after: 14, end: 365 };
	const measured = rateOf(runs, () => {
		const days = drawDays(random, USUAL, plan.end + plan.after);
		const at = (start: number) =>
			beforeAfter(splitAt(days.slice(start - plan.before, start + plan.after), plan.before))?.estimate ??
			null;
		return placebo(at(plan.end) ?? 0, plan, at).p <= 0.05;
	});
	return {
		what: 'placebo, p ≤ .05',
		where: 'a year, 324 windows',
		nominal: 0.05,
		measured,
		runs,
		bar: FALSE_ALARMS
	};
}

/** Brands that move alike before a start: how often the check of their slopes warns (p < .10). */
export function preTrendWarnings(runs: number): Finding {
	const random = seeded(4_100);
	const measured = rateOf(runs, () => {
		const common = drawShocks(random, 42, 0.03, 0);
		const draw = (net: number) => splitAt(drawDays(random, { ...USUAL, net }, 42, common), 28);
		return differenceInDifferences(draw(0.2), draw(0.1))!.preTrend!.passed === false;
	});
	return {
		what: 'pre-trend, p < .10',
		where: 'baseline of 28 days',
		nominal: 0.1,
		measured,
		runs,
		bar: { from: 0, to: 0.12 }
	};
}

/** Eight brands over four weeks in which nothing happens: the share of brand-weeks with a marker. */
export function quietMarkers(views: number): Finding {
	const [brands, weeks] = [8, 4];
	const marked = new Set<string>();
	for (let view = 0; view < views; view += 1) {
		const random = seeded(5_000 + view);
		const series = Array.from({ length: brands }, (_, brand) => {
			const days = drawDays(random, { ...USUAL, messages: 60, volumeShock: 0.15 }, BASELINE_DAYS + 7 * weeks);
			const common = { key: String(brand), from: BASELINE_DAYS, until: days.length };
			const scored = days.map((counts) => ({ weekday: counts.weekday, counts }));
			const volumes = days.map((counts) => watchedVolume(ratedTotal(counts), counts.weekday));
			return [
				{ ...common, kind: 'score' as const, days: watchedScores(scored, 'net') },
				{ ...common, kind: 'volume' as const, days: volumes }
			];
		}).flat();
		for (const { key, index } of unusualDays(series)) {
			marked.add(`${view} ${key} ${Math.floor((index - BASELINE_DAYS) / 7)}`);
		}
	}
	const runs = views * brands * weeks;
	const where = 'score and volume, 8 brands, 4 weeks';
	return {
		what: 'brand-weeks with a marker',
		where,
		nominal: 0.05,
		measured: marked.size / runs,
		runs,
		bar: PEEKING
	};
}

/** Twenty words of which five differ: the mean share of chance among those that are flagged. */
export function flaggedByChance(runs: number): Finding {
	const random = seeded(6_000);
	const [words, real, shift] = [20, 5, 3];
	let sum = 0;
	for (let run = 0; run < runs; run += 1) {
		const p = Array.from({ length: words }, (_, word) => {
			const z = normalFrom(random) + (word < real ? shift : 0);
			return 2 * normalBelow(-Math.abs(z));
		});
		const flagged = falseDiscoveries(p, 0.05).flatMap((stands, word) => (stands ? [word] : []));
		if (flagged.length > 0) sum += flagged.filter((word) => word >= real).length / flagged.length;
	}
	const where = 'words: 15 of 20 alike';
	return { what: 'false discoveries', where, nominal: 0.05, measured: sum / runs, runs, bar: FALSE_ALARMS };
}
