import type { KeptCampaign } from '$lib/campaigns/campaign';
import { checkDraft, draftOf, EMPTY_DRAFT, fieldOf, type CheckedDraft } from '$lib/campaigns/campaign-draft';
import type { WritingTime } from '$lib/campaigns/registration';
import { campaignWords } from '$lib/wording/campaign-words';
import { keepDraft } from '../records/campaigns';
import { COLLECTIONS } from '../records/collections';
import { foldName } from '../records/record-id';
import type { Records } from '../records/records';
import type { CampaignFile, CampaignLine, RefusedLine } from './read-campaigns';

/** What became of a file. */
export type CampaignReport = {
	added: number;
	changed: number;
	unchanged: number;
	refused: RefusedLine[];
	unknownColumns: string[];
};

type Taken = { kept: KeptCampaign[]; report: CampaignReport; firstLines: Map<string, number> };

const COLUMN_OF: Partial<Record<keyof CheckedDraft, string>> = {
	brandIds: 'brands',
	comparisonIds: 'comparison'
};

/** Why a line is refused, or what it means on top of what is kept under its name. */
function readLine({ draft }: CampaignLine, before: KeptCampaign | null): { checked: CheckedDraft } | string {
	const reading = checkDraft({ ...(before === null ? EMPTY_DRAFT : draftOf(before)), ...draft });
	if (reading.ok) return { checked: reading.checked };
	return reading.problems
		.map((problem) => {
			const field = fieldOf(problem);
			return campaignWords.file.field(COLUMN_OF[field] ?? field, campaignWords.problems[problem]);
		})
		.join(' ');
}

const isSame = (before: KeptCampaign, checked: CheckedDraft) =>
	JSON.stringify(draftOf(before)) === JSON.stringify(draftOf({ ...before, ...checked }));

/** Take one line: refuse it, add it, put it in the place of the one of its name, or find that it is there already. */
function takeLine(taken: Taken, line: CampaignLine, time: WritingTime): void {
	const { kept, report, firstLines } = taken;
	const refuse = (reason: string) => void report.refused.push({ line: line.line, reason });
	const name = foldName(line.draft.name.replace(/[\s\p{Cc}]+/gu, ' ').trim());
	const first = firstLines.get(name);
	if (first !== undefined) {
		return refuse(campaignWords.file.twice(line.draft.name.trim(), String(first)));
	}
	const at = kept.findIndex((campaign) => foldName(campaign.name) === name);
	const before = kept[at] ?? null;
	const reading = readLine(line, before);
	if (typeof reading === 'string') return refuse(reading);
	if (before === null && kept.length >= COLLECTIONS.campaigns.most) {
		return refuse(campaignWords.problems['too-many']);
	}
	firstLines.set(name, line.line);
	if (before !== null && isSame(before, reading.checked)) {
		report.unchanged += 1;
		return;
	}
	const campaign = keepDraft(before, reading.checked, time);
	report[before === null ? 'added' : 'changed'] += 1;
	if (before === null) kept.push(campaign);
	else kept[at] = campaign;
}

/**
 * Take the lines of a file in one change of the records, each under its name. What a file has no column for stays as
 * it is, and a file that is taken twice changes nothing the second time.
 */
export function takeCampaigns(
	records: Records,
	file: CampaignFile,
	time: WritingTime
): Promise<CampaignReport> {
	return records.change((contents) => {
		const report: CampaignReport = {
			...{ added: 0, changed: 0, unchanged: 0 },
			refused: [...file.refused],
			unknownColumns: file.unknownColumns
		};
		const taken: Taken = { kept: [...contents.campaigns], report, firstLines: new Map() };
		for (const line of file.lines) takeLine(taken, line, time);
		report.refused.sort((one, other) => one.line - other.line);
		const isChanged = report.added + report.changed > 0;
		return { contents: isChanged ? { ...contents, campaigns: taken.kept } : null, result: report };
	});
}
