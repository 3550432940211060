import { readFile, writeFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { CAMPAIGN_COLUMNS, NEEDED_COLUMNS } from '$lib/campaigns/campaign-columns';
import { campaignWords } from '$lib/wording/campaign-words';
import { UsageError } from '../store/import/command-line';
import { FileError } from '../store/import/source-row';
import { writeBrands } from './brand-names';
import { openCampaignHost, type HostSurroundings } from './campaign-host';
import type { CampaignReport } from './take-campaigns';
import type { CampaignList } from './wire';
import { writeCampaigns } from './write-campaigns';

export const USAGE = `npm run campaigns -- import FILE     take a CSV of campaigns
npm run campaigns -- export [FILE]   write them as CSV, to the screen without a FILE
npm run campaigns -- list            show them, one a line

Columns of the file: ${CAMPAIGN_COLUMNS.join(',')}
Only ${NEEDED_COLUMNS.join(' and ')} are needed; the columns stand in any order.
Several brands are joined by |, days are local calendar days such as 2026-11-02, both included.
A line whose name is there already changes that campaign.
`;

/** Everything that the command takes from the process around it. */
export type CommandSurroundings = HostSurroundings & {
	/** What relative file names are relative to. */
	workingDirectory: string;
	print: (text: string) => void;
};

export const SUCCESS = 0;
export const FAILURE = 1;
export const MISUSE = 2;

const byStart = ({ campaigns }: CampaignList) =>
	[...campaigns].sort((one, other) => one.start.localeCompare(other.start) || one.id.localeCompare(other.id));

/** What became of a file, as lines. */
export function describeReport(report: CampaignReport): string {
	const { file } = campaignWords;
	const { added, changed, unchanged, refused, unknownColumns } = report;
	return [
		file.counts(String(added), String(changed), String(unchanged)),
		...(unknownColumns.length > 0 ? [file.unknownColumns(unknownColumns.join(', '))] : []),
		...(refused.length > 0 ? [file.refused(String(refused.length))] : []),
		...refused.map(({ line, reason }) => `  ${file.line(String(line), reason)}`)
	].join('\n');
}

async function readBytes(path: string): Promise<Uint8Array> {
	return readFile(path).catch((cause: unknown) => {
		throw new FileError(`${path} cannot be read: ${cause instanceof Error ? cause.message : String(cause)}.`);
	});
}

async function importFile(name: string, around: CommandSurroundings): Promise<void> {
	const bytes = await readBytes(resolve(around.workingDirectory, name));
	const host = await openCampaignHost(around);
	const report = await host.take(bytes).catch((cause: unknown) => {
		if (cause instanceof FileError) throw new FileError(`${basename(name)}: ${cause.message}`);
		throw cause;
	});
	around.print(describeReport(report));
}

async function exportFile(name: string | undefined, around: CommandSurroundings): Promise<void> {
	const list = await (await openCampaignHost(around)).list();
	const text = writeCampaigns(byStart(list), list.brands);
	if (name === undefined) around.print(text.trimEnd());
	else await writeFile(resolve(around.workingDirectory, name), text);
}

async function printList(around: CommandSurroundings): Promise<void> {
	const list = await (await openCampaignHost(around)).list();
	for (const { name, start, end, brandIds, kind } of byStart(list)) {
		const brands = brandIds.length === 0 ? campaignWords.allBrands : writeBrands(brandIds, list.brands);
		around.print(`${start} ${end}  ${name}  (${campaignWords.kinds[kind]}, ${brands})`);
	}
	if (list.campaigns.length === 0) around.print(campaignWords.noneHere);
}

async function run(args: readonly string[], around: CommandSurroundings): Promise<void> {
	const [order = '', file, ...more] = args;
	if (more.length > 0 || (order === 'list' && file !== undefined)) {
		throw new UsageError('One file at a time. Quote names with spaces.');
	}
	if (order === 'list') return printList(around);
	if (order === 'export') return exportFile(file, around);
	if (order !== 'import') throw new UsageError('Say import, export or list.');
	if (file === undefined) throw new UsageError('Name the file to import.');
	return importFile(file, around);
}

/**
 * The whole campaigns command. Answers its exit code: 0 when the file was read, also where lines were refused; 1 when
 * it could not be; 2 when the command line cannot be understood.
 */
export async function runCampaigns(args: readonly string[], around: CommandSurroundings): Promise<number> {
	if (args.includes('--help')) {
		around.print(USAGE);
		return SUCCESS;
	}
	try {
		await run(args, around);
		return SUCCESS;
	} catch (cause) {
		around.complain(cause instanceof Error ? cause.message : String(cause));
		if (!(cause instanceof UsageError)) return FAILURE;
		around.complain(`\n${USAGE}`);
		return MISUSE;
	}
}
