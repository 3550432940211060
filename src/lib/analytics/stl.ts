import { loess, loessAt } from './loess';
import { median } from './robust';

/** Spans are odd numbers of values (for the season: of periods). */
export type StlSettings = {
	/** Values in a period, such as 7 days. */
	period: number;
	/** How many periods the season is smoothed over: the more, the less it may change. */
	seasonSpan?: number;
	trendSpan?: number;
	lowPassSpan?: number;
	/** 1 lets the season of a place change along a line, 0 about a mean. */
	seasonDegree?: 0 | 1;
	/** Let strange values (weights near 0) have no say. */
	robust?: boolean;
};

/** A series as the sum of a season, a trend and a residual; `weights` say how far each value was trusted, 0 to 1. */
export type Decomposition = { season: number[]; trend: number[]; residual: number[]; weights: number[] };

const SEASON_SPAN = 7;
/** As Cleveland and others advise: with weights for strange values fewer inner rounds, and outer ones until it stands. */
const ROUNDS = { plain: { inner: 5, outer: 0 }, robust: { inner: 2, outer: 15 } };

type Spans = { period: number; season: number; trend: number; lowPass: number; degree: 0 | 1 };

/** The smallest odd whole number that is at least this. */
const oddFrom = (least: number) => 2 * Math.ceil((least - 1) / 2) + 1;

/**
 * Seasonal-trend decomposition by loess.
 * Source: Cleveland, Cleveland, McRae and Terpenning, Journal of Official Statistics 6 (1990) 3–73; the spans that are
 * not given are the ones that they advise.
 * @param values evenly spaced, without gaps, at least two periods of them
 * @throws RangeError when the series is shorter than two periods, or a span is no odd number of at least 3
 * @example decompose(volumes, { period: 7, robust: true }).residual // what neither weekday nor trend explains
 */
export function decompose(values: readonly number[], settings: StlSettings): Decomposition {
	const spans = spansOf(settings);
	if (values.length < 2 * spans.period) {
		throw new RangeError(`A season of ${spans.period} values takes at least two of them in the series.`);
	}
	const { inner, outer } = settings.robust ? ROUNDS.robust : ROUNDS.plain;
	let trend = values.map(() => 0);
	let season = trend;
	let weights: number[] | undefined;
	for (let round = 0; round <= outer; round += 1) {
		if (round > 0) weights = trustOf(values.map((value, index) => value - season[index]! - trend[index]!));
		for (let step = 0; step < inner; step += 1)
			({ season, trend } = innerStep(values, trend, spans, weights));
	}
	return {
		season,
		trend,
		residual: values.map((value, index) => value - season[index]! - trend[index]!),
		weights: weights ?? values.map(() => 1)
	};
}

function spansOf({
	period,
	seasonSpan = SEASON_SPAN,
	trendSpan,
	lowPassSpan,
	seasonDegree = 1
}: StlSettings): Spans {
	const trend = trendSpan ?? oddFrom((1.5 * period) / (1 - 1.5 / seasonSpan));
	const lowPass = lowPassSpan ?? oddFrom(period + 1);
	for (const span of [seasonSpan, trend, lowPass]) {
		if (span < 3 || span % 2 !== 1)
			throw new RangeError(`A span is an odd number of at least 3, not ${span}.`);
	}
	if (!Number.isInteger(period) || period < 2) {
		throw new RangeError(`A period is a whole number of at least 2, not ${period}.`);
	}
	return { period, season: seasonSpan, trend, lowPass, degree: seasonDegree };
}

/**
 * One round: the season from the values without the trend, less what is slow in it; then the trend from the values
 * without the season.
 */
function innerStep(
	values: readonly number[],
	trend: readonly number[],
	spans: Spans,
	trust: readonly number[] | undefined
): { season: number[]; trend: number[] } {
	const { period } = spans;
	const wide = smoothedSeason(
		values.map((value, index) => value - trend[index]!),
		spans,
		trust
	);
	const slow = loess(lowPassed(wide, period), { span: spans.lowPass, degree: 1 });
	const season = values.map((_, index) => wide[index + period]! - slow[index]!);
	const rest = values.map((value, index) => value - season[index]!);
	return { season, trend: loess(rest, { span: spans.trend, degree: 1, trust }) };
}

/** Each place of the period smoothed over the periods, with one period more on either end. */
function smoothedSeason(
	values: readonly number[],
	{ period, season: span, degree }: Spans,
	trust: readonly number[] | undefined
): number[] {
	const wide = Array.from({ length: values.length + 2 * period }, () => 0);
	for (let place = 0; place < period; place += 1) {
		const own = values.filter((_, index) => index % period === place);
		const settings = { span, degree, trust: trust?.filter((_, index) => index % period === place) };
		const smooth = loess(own, settings);
		const last = own.length - 1;
		const before = loessAt(own, -1, 0, Math.min(span, own.length) - 1, settings) ?? smooth[0]!;
		const after = loessAt(own, own.length, Math.max(0, own.length - span), last, settings) ?? smooth[last]!;
		[before, ...smooth, after].forEach((value, k) => (wide[place + k * period] = value));
	}
	return wide;
}

function movingMean(values: readonly number[], length: number): number[] {
	let sum = values.slice(0, length).reduce((total, value) => total + value, 0);
	const means = [sum / length];
	for (let end = length; end < values.length; end += 1) {
		sum += values[end]! - values[end - length]!;
		means.push(sum / length);
	}
	return means;
}

/** Two means over a period and one over three: a period lost on either end. */
const lowPassed = (values: readonly number[], period: number) =>
	movingMean(movingMean(movingMean(values, period), period), 3);

/** Bisquare weights: nothing beyond six median deviations. */
function trustOf(residuals: readonly number[]): number[] {
	const reach = 6 * median(residuals.map(Math.abs));
	return residuals.map((residual) => {
		const distance = Math.abs(residual);
		if (distance <= 0.001 * reach) return 1;
		return distance <= 0.999 * reach ? (1 - (distance / reach) ** 2) ** 2 : 0;
	});
}
