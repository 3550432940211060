import { answerJson, startFakeUpstream, type ReceivedCall, type Reply } from './fake-upstream';

/** A Community API that knows a few brands, and takes its time for every answer. */
export type SlowHost = {
	origin: string;
	calls: readonly ReceivedCall[];
	/** The most calls that it had to answer at one time. */
	mostAtOnce: () => number;
	/** Keep back what matches until it is let go, also calls that are still to come. */
	hold: (matches: (call: ReceivedCall) => boolean) => void;
	/** Let go what matches, or all of it. */
	letGo: (matches?: (call: ReceivedCall) => boolean) => void;
	/** Leave out of every series what begins at these instants. */
	beSilentAt: (...instants: number[]) => void;
	/** Answer what matches in another way; null answers as usual again. */
	answerBy: (other: ((call: ReceivedCall) => Reply | null) | null) => void;
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

/** The last part of the address that a call asks, such as `top_keywords`. */
export const endpointOf = ({ path }: ReceivedCall) => path.split('?')[0]?.split('/').at(-1) ?? '';

/** The brands that a call asks for. */
export const brandsOf = ({ body }: ReceivedCall): number[] =>
	body === '' ? [] : ((JSON.parse(body) as Partial<Body>).brand_ids ?? []);

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
	let atOnce = 0;
	let most = 0;
	let isHeld: (call: ReceivedCall) => boolean = () => false;
	let waiting: { call: ReceivedCall; reply: () => void }[] = [];
	let silent: readonly number[] = [];
	let other: ((call: ReceivedCall) => Reply | null) | null = null;

	const isSilent = (key: string) => silent.includes(Date.parse(key));
	const leaveOut = (data: unknown) =>
		Array.isArray(data)
			? data
			: Object.fromEntries(Object.entries(data as object).filter(([key]) => !isSilent(key)));

	function usualReply(call: ReceivedCall): Reply {
		const endpoint = endpointOf(call);
		const statistics = STATISTICS[endpoint];
		if (endpoint === 'self') return answerJson(selfOf(brands));
		if (endpoint === 'tags') return answerJson({ data: [] });
		if (statistics) return answerJson({ data: leaveOut(statistics(JSON.parse(call.body) as Body)) });
		return answerJson({ code: 'not_found' }, 404);
	}

	host.script((response, call) => {
		atOnce += 1;
		most = Math.max(most, atOnce);
		const reply = () => {
			atOnce -= 1;
			(other?.(call) ?? usualReply(call))(response, call);
		};
		setTimeout(() => (isHeld(call) ? waiting.push({ call, reply }) : reply()), delay);
	});

	function letGo(matches: (call: ReceivedCall) => boolean = () => true): void {
		const before = isHeld;
		isHeld = (call) => before(call) && !matches(call);
		const free = waiting.filter(({ call }) => matches(call));
		waiting = waiting.filter(({ call }) => !matches(call));
		for (const { reply } of free) reply();
	}
	return {
		origin: host.origin,
		calls: host.calls,
		mostAtOnce: () => most,
		hold: (matches) => (isHeld = matches),
		letGo,
		beSilentAt: (...instants) => (silent = instants),
		answerBy: (reply) => (other = reply),
		close: () => {
			letGo();
			return host.close();
		}
	};
}

/** The environment that makes a server ask such a host, and wait for it as long as a test needs. */
export const askingOf = (host: Pick<SlowHost, 'origin'>): Record<string, string> => ({
	COMMUNITY_API_URL: host.origin,
	COMMUNITY_AUTH_URL: `${host.origin}/self`,
	COMMUNITY_API_TOKEN: 'x',
	COMMUNITY_API_TIMEOUT: '60',
	UNDERTONE_ALLOW_HTTP_UPSTREAM: 'on'
});
