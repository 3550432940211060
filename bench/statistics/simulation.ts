import type { Table } from '../table';
import { campaignCoverage, dailyLooks, memoryCoverage, unitFalseAlarms } from './campaigns';
import { differenceIntervals, netIntervals, shareIntervals } from './count-intervals';
import { labelAudits } from './label-audits';
import { FULL_RUNS, keeps, type Finding } from './finding';
import { flaggedByChance, placeboFalseAlarms, preTrendWarnings, quietMarkers } from './searching';
import { wordsByChance } from './words';

const percent = (rate: number) => `${(100 * rate).toFixed(1)} %`;

function barText({ bar, nominal }: Finding): string {
	if (bar === null) return 'shown only';
	if (nominal > 0.5 && bar.to < 1) return `${percent(bar.from)} to ${percent(bar.to)}`;
	return nominal > 0.5 ? `at least ${percent(bar.from)}` : `at most ${percent(bar.to)}`;
}

function tableOf(title: string, findings: readonly Finding[], isFull: boolean): Table {
	return {
		title,
		heads: ['what', 'where', 'nominal', 'measured', 'bar', 'holds', 'runs'],
		rows: findings.map((finding) => [
			finding.what,
			finding.where,
			percent(finding.nominal),
			percent(finding.measured),
			barText(finding),
			finding.bar === null ? '—' : keeps(finding, isFull) ? 'yes' : 'NO',
			finding.runs === null ? '—' : String(finding.runs)
		])
	};
}

export type Simulation = { tables: Table[]; failures: Finding[] };

/**
 * What the statistics promise, held against what they do: coverage of the 95 % intervals, false alarms where nothing
 * happens. Seeded, so that the same number of runs gives the same figures on every machine.
 * @param runs simulated campaigns for each figure; from `FULL_RUNS` on the bars are held as they stand
 */
export function simulate(runs: number, progress: (line: string) => void): Simulation {
	const tables: Table[] = [];
	const failures: Finding[] = [];
	const isFull = runs >= FULL_RUNS;
	const measure = (title: string, find: () => Finding[]) => {
		progress(title);
		const findings = find();
		tables.push(tableOf(title, findings, isFull));
		failures.push(...findings.filter((finding) => !keeps(finding, isFull)));
	};
	measure('Intervals of counts, by full enumeration', () => [
		...netIntervals(),
		...shareIntervals(),
		...differenceIntervals()
	]);
	measure('The unit: false alarms without an effect', () => unitFalseAlarms(runs));
	measure('Campaigns: coverage of a true effect of ten points', () => [
		...campaignCoverage(runs),
		...memoryCoverage(runs)
	]);
	measure('Daily looks: false alarms over four weeks', () => dailyLooks(Math.ceil(runs / 2)));
	measure('Label audits: coverage of true net sentiment', () => labelAudits(Math.ceil(runs / 4)));
	measure('Searching: false alarms where nothing happens', () => [
		placeboFalseAlarms(Math.ceil(runs / 4)),
		preTrendWarnings(runs),
		quietMarkers(Math.ceil(runs / 32)),
		flaggedByChance(runs),
		...wordsByChance(Math.ceil(runs / 8))
	]);
	return { tables, failures };
}
