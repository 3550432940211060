import type { Answer, Interaction, SentimentCounts } from '$lib/community/answers';
import type { CommunityClient } from '$lib/community/client';
import { pool, ratedTotal } from '$lib/analytics/score';
import { netInterval, shareInterval } from '$lib/analytics/score-interval';
import { localDayAt } from '$lib/calendar/time-zone';
import { SENTIMENTS, type Sentiment } from '$lib/community/vocabulary';
import { encodeFilters } from '$lib/filters/encode-filters';
import type { FilterDefaults, Filters } from '$lib/filters/filters';
import { statisticsQuery } from '../panels/ask';
import { messagesQuery } from '../panels/messages-question';
import { sentimentUnits } from '../panels/units';
import type { View } from '../panels/view';
import { newRecordId } from '../records/record-id';
import { AUDIT_VERSION, LONGEST_TEXT, type Audit, type DrawnMessage } from './audit';
import { drawSample, type DrawnRow, type ListedBrand, type Sample, type SampleProblem } from './draw-sample';

/** What was reported of all the messages of a view, and what its days say about it. */
export type Reported = { counts: SentimentCounts; days: SentimentCounts[]; asOf: number };

const NOTHING: SentimentCounts = { negative: 0, neutral: 0, positive: 0 };

/** The view of an audit: whatever the link says of sentiment, all three are drawn, or no error could be found. */
export function auditedView(view: View): View {
	return { ...view, filters: { ...view.filters, sentiments: [] } };
}

/** Nothing that comes in while the messages are drawn shall move their places. */
const untilNow = (view: View) => new Date(Math.min(view.plan.range.end, view.now)).toISOString();

/** Ask what is reported of the messages of an audited view. Rejects with a CommunityError. */
export async function askReported(client: CommunityClient, view: View): Promise<Reported> {
	const ids = view.brands.map(({ id }) => id);
	const query = ids.length === 0 ? null : statisticsQuery(view.filters, view.plan.range, ids);
	if (query === null) return { counts: NOTHING, days: [], asOf: view.now };
	const { scale, bucketMinutes } = view.plan;
	const series = { ...query, scale, ...(bucketMinutes === null ? {} : { bucket_minutes: bucketMinutes }) };
	const [distribution, sentiment] = await Promise.all([
		client.sentimentDistribution(query),
		client.sentimentSeries(series).catch(() => null)
	]);
	return {
		counts: pool(distribution.value.platforms),
		days: sentiment ? sentimentUnits(view, [sentiment.value], sentiment.asOf).complete : [],
		asOf: distribution.asOf
	};
}

/** The lists that messages are drawn from: the rated ones alone where the host can list those. */
function listsOf(client: CommunityClient, view: View): ListedBrand[] {
	const rated: View = { ...view, filters: { ...view.filters, sentiments: [...SENTIMENTS] } };
	const empty: Answer<{ rows: Interaction[]; total: number; hasNext: boolean }> = {
		value: { rows: [], total: 0, hasNext: false },
		asOf: view.now,
		stale: false
	};
	return view.brands.map(({ id }) => {
		const query = messagesQuery(rated, id, 'newest');
		const fetch: ListedBrand['fetch'] = (offset, limit) =>
			query === null
				? Promise.resolve(empty)
				: client.interactions({ ...query, source_updated_before: untilNow(view), offset, limit });
		return { brandId: id, fetch };
	});
}

/** Rated, and with every tag of the filters: a host that cannot filter its list by them lists others, too. */
function accepts({ tags }: Filters): (row: Interaction) => boolean {
	return (row) => row.sentiment !== null && tags.every((id) => row.tags.some((tag) => tag.id === id));
}

/** The beginning of a text, never half a character. */
function cut(text: string): { text: string; isCut: boolean } {
	if (text.length <= LONGEST_TEXT) return { text: text.toWellFormed(), isCut: false };
	return {
		text: text
			.slice(0, LONGEST_TEXT - 1)
			.replace(/[\ud800-\udbff]$/, '')
			.toWellFormed(),
		isCut: true
	};
}

function keptMessage({ brandId, row }: DrawnRow, timeZone: string): DrawnMessage {
	const time = row.sourceUpdatedAt ?? row.sourceCreatedAt;
	return {
		id: String(row.id),
		brandId,
		type: row.type,
		time,
		day: time === null ? null : localDayAt(time, timeZone),
		...cut(row.text),
		label: row.sentiment!,
		rating: null
	};
}

function reportedOf({ counts, days, asOf }: Reported): Audit['reported'] {
	const n = ratedTotal(counts);
	const bare = ({ estimate, low, high }: { estimate: number; low: number; high: number }) => ({
		estimate,
		low,
		high
	});
	const share = (name: Sentiment) =>
		bare(
			shareInterval(
				counts[name],
				n,
				days.map((day) => ({ x: day[name], n: ratedTotal(day) }))
			)!
		);
	return {
		counts,
		negative: share('negative'),
		neutral: share('neutral'),
		positive: share('positive'),
		net: bare(netInterval(counts, days)!),
		asOf
	};
}

/** The filters of an audit: its days are dates and its brands are named, since its messages are those and no others. */
function pinned(view: View, days: { from: string; to: string }): Filters {
	return {
		...view.filters,
		brands: view.brands.map(({ id }) => id),
		range: { kind: 'absolute', ...days },
		page: 1,
		message: null,
		sort: null,
		saved: null,
		evidence: null,
		waitForAll: false
	};
}

type Asked = { size: number; seed: number; days: { from: string; to: string }; defaults: FilterDefaults };

function keptAudit(view: View, asked: Asked, reported: Reported, sample: Sample): Audit {
	const { timeZone } = view.filters;
	return {
		version: AUDIT_VERSION,
		id: newRecordId(),
		createdAt: view.now,
		finishedAt: null,
		query: encodeFilters(pinned(view, asked.days), { defaults: asked.defaults }).toString(),
		brands: view.brands.map(({ id, name }) => ({ id, name })),
		...asked.days,
		timeZone,
		size: asked.size,
		seed: asked.seed,
		reported: reportedOf(reported),
		listed: sample.listed,
		passedOver: sample.passedOver,
		messages: sample.rows.map((row) => keptMessage(row, timeZone))
	};
}

export type NewAudit = { ok: true; audit: Audit } | { ok: false; problem: SampleProblem };

/**
 * Draw the messages of a new audit, with what is reported of all of them at the same time. Rejects with a
 * CommunityError.
 * @param asked `days` are the calendar days of the view, both inclusive
 */
export async function drawAudit(client: CommunityClient, asIs: View, asked: Asked): Promise<NewAudit> {
	const view = auditedView(asIs);
	const reported = await askReported(client, view);
	if (ratedTotal(reported.counts) === 0) return { ok: false, problem: 'nothing-rated' };
	const { size, seed } = asked;
	const drawn = await drawSample(listsOf(client, view), { size, seed, accepts: accepts(view.filters) });
	return drawn.ok ? { ok: true, audit: keptAudit(view, asked, reported, drawn.sample) } : drawn;
}
