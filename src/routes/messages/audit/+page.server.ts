import { fail, redirect } from '@sveltejs/kit';
import { plannedHalfWidth } from '$lib/analytics/label-audit';
import { netSentiment, ratedTotal } from '$lib/analytics/score';
import { describeError, toCommunityError } from '$lib/errors/describe-error';
import { settle } from '$lib/errors/settle';
import { LEAST_SIZE, MOST_SEED, MOST_SIZE, USUAL_SIZE } from '$lib/server/audits/audit';
import { audits } from '$lib/server/audits/current-audits';
import { askReported, auditedView, drawAudit } from '$lib/server/audits/new-audit';
import { allInTime } from '$lib/server/panels/in-time';
import { settleRecords } from '$lib/server/records/settle-records';
import { report } from '$lib/server/report';
import type { auditWords } from '$lib/wording/audit-words';
import { openLink, openPage } from '../../frame/open-page';
import { readAsked } from './read-asked';
import type { Actions, PageServerLoad } from './$types';

const PATIENCE = 400;
const ALL_PATIENCE = 20_000;

/** The sizes whose width is told beside the one that is asked for. */
const SIZES = [50, 100, 200, 400];

/** How many there are, what is reported of them, and how sure which number of ratings will make. */
async function askPlan(...[client, view]: Parameters<typeof askReported>) {
	const { counts, asOf } = await askReported(client, auditedView(view));
	const rated = ratedTotal(counts);
	const widths = SIZES.filter((size) => size <= Math.max(rated, SIZES[0]!)).map((size) => ({
		size,
		half: plannedHalfWidth(counts, size)
	}));
	return { value: { rated, net: netSentiment(counts), widths }, asOf, stale: false };
}

export const load: PageServerLoad = async (event) => {
	const { client, view, frame } = await openPage(event);
	const params = event.url.searchParams;
	const asked = readAsked(params.get('n'), params.get('seed'));
	const kept = await settleRecords(audits().list(), report);
	const plan = settle(askPlan(client, view), report);
	return {
		...frame,
		asked: {
			size: asked.size ?? USUAL_SIZE,
			seed: asked.seed ?? (kept.ok ? (kept.value.audits.length % MOST_SEED) + 1 : 1)
		},
		bounds: { least: LEAST_SIZE, most: MOST_SIZE, mostSeed: MOST_SEED },
		kept: kept.ok ? kept.value : null,
		isDeleted: params.get('did') === 'deleted',
		panels: await allInTime({ plan }, frame.filters.waitForAll ? ALL_PATIENCE : PATIENCE)
	};
};

type Problem = keyof typeof auditWords.start.problems;

export const actions: Actions = {
	draw: async (event) => {
		const form = await event.request.formData();
		const typedOf = (name: string) => {
			const value = form.get(name);
			return typeof value === 'string' ? value : '';
		};
		const typed = { size: typedOf('n'), seed: typedOf('seed') };
		const refuse = (status: number, problem: Problem, sentence: string | null = null) =>
			fail(status, { typed, problem, sentence });
		const { size, seed } = readAsked(typed.size, typed.seed);
		if (size === null) return refuse(422, 'size');
		if (seed === null) return refuse(422, 'seed');
		const { client, view, frame } = await openLink(event);
		const { from, to } = frame.scope;
		let drawn;
		try {
			const asked = { size, seed, days: { from, to }, defaults: frame.defaults };
			drawn = await drawAudit(client, view, asked);
		} catch (thrown) {
			const problem = toCommunityError(thrown);
			return refuse(503, 'failed', describeError(problem, report(problem)).sentence);
		}
		if (!drawn.ok) return refuse(422, drawn.problem);
		const added = await settleRecords(audits().add(drawn.audit), report);
		if (!added.ok) return refuse(503, 'failed');
		if (!added.value) return refuse(422, 'too-many');
		redirect(303, `/messages/audit/${drawn.audit.id}`);
	}
};
