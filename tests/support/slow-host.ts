import type { ServerResponse } from 'node:http';
import { answerJson, startFakeUpstream, type ReceivedCall } from './fake-upstream';

/** A Community API that knows a few brands, and takes its time for every answer. */
export type SlowHost = {
	origin: string;
	calls: readonly ReceivedCall[];
	/** The most calls that it had to answer at one time. */
	mostAtOnce: () => number;
	/** Refuse everything, as a host does that is down. */
	fail: (isFailing: boolean) => void;
	/** Keep back what matches until it is let go. */
	hold: (matches: (call: ReceivedCall) => boolean) => void;
	letGo: () => void;
	close: () => Promise<void>;
};

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

type Body = {
	brand_ids: number[];
	source_updated_after: string;
	source_updated_before: string;
	scale?: 'HOUR' | 'DAY';
};

/** What a brand has on a day: always the same. */
function sentimentsOf(brand: number, day: number) {
	const wave = Math.round(10 * Math.sin(day / DAY + brand));
	const counts = { positive: 60 + brand + wave, neutral: 50, negative: 40 - wave };
	return { ...counts, total: counts.positive + counts.neutral + counts.negative };
}

function bucketsOf({ source_updated_after, source_updated_before, scale = 'DAY' }: Body): number[] {
	const step = scale === 'HOUR' ? HOUR : DAY;
	const [start, end] = [Date.parse(source_updated_after), Date.parse(source_updated_before)];
	const buckets: number[] = [];
	for (let at = start - (start % step); at < end; at += step) buckets.push(at);
	return buckets;
}

const keyOf = (at: number, scale: Body['scale']) =>
	scale === 'HOUR' ? new Date(at).toISOString() : new Date(at).toISOString().slice(0, 10);

function pooled(body: Body, days: readonly number[]) {
	const sum = { positive: 0, neutral: 0, negative: 0, total: 0 };
	for (const brand of body.brand_ids) {
		for (const day of days) {
			const counts = sentimentsOf(brand, day);
			for (const key of Object.keys(sum) as (keyof typeof sum)[]) sum[key] += counts[key];
		}
	}
	return sum;
}

/** The answers of the four statistics, by the last part of their address. */
const STATISTICS: Record<string, (body: Body) => unknown> = {
	sentiment_distribution_stats: (body) => ({ tiktok: pooled(body, bucketsOf({ ...body, scale: 'DAY' })) }),
	sentiment_time_series: (body) =>
		Object.fromEntries(bucketsOf(body).map((at) => [keyOf(at, body.scale), { tiktok: pooled(body, [at]) }])),
	volume_time_series: (body) =>
		Object.fromEntries(
			bucketsOf(body).map((at) => {
				const { total } = pooled(body, [at]);
				return [keyOf(at, body.scale), { TIKTOK_COMMENT: total + 20, total: total + 20 }];
			})
		),
	top_keywords: (body) => [{ keyword: 'taste', ...pooled(body, bucketsOf({ ...body, scale: 'DAY' })) }]
};

function selfOf(brands: readonly string[]) {
	const entries = brands.map((name, index) => [
		`brand-${index + 1}`,
		{ id: index + 1, name, organization: null, organization_id: 1 }
	]);
	return { accessible_brands: brands.map((_, index) => index + 1), brands: Object.fromEntries(entries) };
}

/** Start such a host on a loopback port. @param delay milliseconds for every answer */
export async function startSlowHost(brands: readonly string[], delay: number): Promise<SlowHost> {
	const host = await startFakeUpstream();
	let isFailing = false;
	let atOnce = 0;
	let most = 0;
	let isHeld: (call: ReceivedCall) => boolean = () => false;
	let waiting: (() => void)[] = [];

	const answer = (response: ServerResponse, call: ReceivedCall) => {
		atOnce -= 1;
		const endpoint = call.path.split('?')[0]?.split('/').at(-1) ?? '';
		const statistics = STATISTICS[endpoint];
		if (isFailing) return answerJson({ code: 'down' }, 503)(response, call);
		if (endpoint === 'self') return answerJson(selfOf(brands))(response, call);
		if (statistics) return answerJson({ data: statistics(JSON.parse(call.body) as Body) })(response, call);
		return answerJson({ code: 'not_found' }, 404)(response, call);
	};
	host.script((response, call) => {
		atOnce += 1;
		most = Math.max(most, atOnce);
		const reply = () => answer(response, call);
		setTimeout(() => (isHeld(call) ? waiting.push(reply) : reply()), delay);
	});

	const letGo = () => {
		isHeld = () => false;
		const replies = waiting;
		waiting = [];
		for (const reply of replies) reply();
	};
	return {
		origin: host.origin,
		calls: host.calls,
		mostAtOnce: () => most,
		fail: (failing) => (isFailing = failing),
		hold: (matches) => (isHeld = matches),
		letGo,
		close: () => {
			letGo();
			return host.close();
		}
	};
}
