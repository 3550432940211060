import type { BatchResult } from '../new-interaction';

export type SetAsideCount = { reason: string; count: number; lines: number[] };

/** What an import did; `read` is the sum of the others. */
export type ImportReport = {
	read: number;
	new: number;
	updated: number;
	duplicate: number;
	set_aside: SetAsideCount[];
};

/** What a dry run found: without the store, nobody knows which of the usable rows are new. */
export type DryRunReport = Omit<ImportReport, 'new' | 'updated' | 'duplicate'> & { usable: number };

/** A report must not grow with the file: the store keeps every row with its own reason. */
const LINES_PER_REASON = 10_000;
const REASONS = 200;
const OTHER = 'other reasons';

/** Adds up what an import does while it runs. */
export class Tally {
	#read = 0;
	#usable = 0;
	#done: BatchResult = { new: 0, updated: 0, duplicate: 0 };
	#reasons = new Map<string, SetAsideCount>();
	#newest: number | null = null;

	/** When the newest usable row was updated, in milliseconds since 1970; null before there is one. */
	get newest(): number | null {
		return this.#newest;
	}

	get read(): number {
		return this.#read;
	}

	get setAside(): number {
		return this.#read - this.#usable;
	}

	addUsable(updatedAt: number): void {
		this.#read++;
		this.#usable++;
		this.#newest = Math.max(this.#newest ?? updatedAt, updatedAt);
	}

	addSetAside(reason: string, line: number): void {
		this.#read++;
		const name = this.#reasons.has(reason) || this.#reasons.size < REASONS ? reason : OTHER;
		const entry = this.#reasons.get(name) ?? { reason: name, count: 0, lines: [] };
		entry.count++;
		if (entry.lines.length < LINES_PER_REASON) entry.lines.push(line);
		this.#reasons.set(name, entry);
	}

	addBatch(result: BatchResult): void {
		this.#done.new += result.new;
		this.#done.updated += result.updated;
		this.#done.duplicate += result.duplicate;
	}

	/** The report, the most frequent reason first. */
	report(): ImportReport {
		return { read: this.#read, ...this.#done, set_aside: this.#setAside() };
	}

	dryRunReport(): DryRunReport {
		return { read: this.#read, usable: this.#usable, set_aside: this.#setAside() };
	}

	#setAside(): SetAsideCount[] {
		return [...this.#reasons.values()].sort((one, other) => other.count - one.count);
	}
}

const SHOWN_LINES = 10;

const grouped = (count: number) => count.toLocaleString('en');

function reasonLine({ reason, count, lines }: SetAsideCount): string {
	const more = count > SHOWN_LINES ? ` and ${grouped(count - SHOWN_LINES)} more` : '';
	return `  ${grouped(count).padStart(9)}  ${reason} (line ${lines.slice(0, SHOWN_LINES).join(', ')}${more})`;
}

/** A report as people read it, with the line numbers of the first rows of each reason. */
export function describeReport(report: ImportReport | DryRunReport): string {
	const setAside = report.set_aside.reduce((sum, { count }) => sum + count, 0);
	const counts: [string, number][] =
		'usable' in report
			? [['usable', report.usable]]
			: [
					['new', report.new],
					['updated', report.updated],
					['duplicate', report.duplicate]
				];
	const all: [string, number][] = [['read', report.read], ...counts, ['set aside', setAside]];
	const summary = all.map(([name, count]) => `${name.padEnd(10)} ${grouped(count).padStart(11)}`);
	return [...summary, ...report.set_aside.map(reasonLine)].join('\n');
}
