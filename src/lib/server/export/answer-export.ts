import { ERROR_TABLE } from '$lib/errors/community-error';
import { describeError, toCommunityError, type PanelError } from '$lib/errors/describe-error';
import type { Report } from '$lib/errors/settle';
import type { CommunityClient } from '$lib/community/client';
import type { Frame } from '$lib/server/panels/open-view';
import type { View } from '$lib/server/panels/view';
import { exportWords } from '$lib/wording/export-words';
import { exportDistribution } from './distribution-export';
import { exportBody } from './export-body';
import {
	EXPORT_NAMES,
	type ExportContent,
	type ExportName,
	type MakeExport,
	type PanelExportName
} from './export-content';
import { exportKeywords } from './keyword-export';
import { exportKeywordMovers } from './mover-export';
import { exportMessages } from './message-export';
import { exportMeta, type ExportMeta } from './metadata';
import { exportSentimentTrend } from './sentiment-export';
import { exportSalesforceCases, exportZendeskTickets } from './ticket-export';
import { exportVolumeTrend } from './volume-export';

const FORMATS = ['csv', 'json', 'ndjson'] as const;
export type Format = (typeof FORMATS)[number];

const USUAL_FORMATS: readonly Format[] = ['csv', 'json'];
const OTHER_FORMATS: Partial<Record<ExportName, readonly Format[]>> = {
	messages: FORMATS,
	'tickets-zendesk': ['csv'],
	'tickets-salesforce': ['csv']
};
const formatsOf = (name: ExportName) => OTHER_FORMATS[name] ?? USUAL_FORMATS;

/** A file that can be exported. */
export type ExportFile = { name: ExportName; format: Format };

const MAKERS: Record<PanelExportName, MakeExport> = {
	distribution: exportDistribution,
	'sentiment-trend': exportSentimentTrend,
	'volume-trend': exportVolumeTrend,
	keywords: exportKeywords,
	'keyword-movers': exportKeywordMovers,
	messages: exportMessages,
	'tickets-zendesk': exportZendeskTickets,
	'tickets-salesforce': exportSalesforceCases
};

export const MEDIA_TYPES: Record<Format, string> = {
	csv: 'text/csv; charset=utf-8; header=present',
	json: 'application/json; charset=utf-8',
	ndjson: 'application/x-ndjson; charset=utf-8'
};

export const PRIVATE = { 'cache-control': 'private, no-store' };

/** The file that a name asks for, or null where there is none. @example readFileName('keywords.csv') */
export function readFileName(file: string): ExportFile | null {
	const dot = file.lastIndexOf('.');
	const name = EXPORT_NAMES.find((known) => known === file.slice(0, dot));
	if (dot <= 0 || name === undefined) return null;
	const format = formatsOf(name).find((known) => known === file.slice(dot + 1));
	return format === undefined ? null : { name, format };
}

/** 404, with the names that there are. */
export function unknownFile(): Response {
	const names = EXPORT_NAMES.flatMap((name) => formatsOf(name).map((format) => `${name}.${format}`));
	return sentence(404, exportWords.unknownFile(names.join(', ')));
}

/** One sentence as the whole answer. */
export function sentence(status: number, text: string): Response {
	const headers = { 'content-type': 'text/plain; charset=utf-8', ...PRIVATE };
	return new Response(`${text}\n`, { status, headers });
}

/** Why there is no file, with the status of the error. */
export function refusal(format: Format, error: PanelError): Response {
	const { status } = ERROR_TABLE[error.code];
	const text = exportWords.failed(error.sentence, error.reference);
	const answer =
		format === 'csv'
			? sentence(status, text)
			: Response.json({ error: { code: error.code, message: text } }, { status, headers: PRIVATE });
	if (error.retryAfter !== null) answer.headers.set('retry-after', String(Math.ceil(error.retryAfter)));
	return answer;
}

/** Texts as the body of an answer, made while they are read. */
export function streamOf(texts: AsyncGenerator<string>): ReadableStream<Uint8Array> {
	const encoder = new TextEncoder();
	return new ReadableStream({
		async pull(controller) {
			const { done, value } = await texts.next();
			if (done) controller.close();
			else controller.enqueue(encoder.encode(value));
		},
		async cancel() {
			await texts.return(undefined);
		}
	});
}

/** The name of a file without its ending; one that does not hold everything says so. */
function fileName({ export: name, from, to }: ExportMeta, { newest }: ExportContent): string {
	const cut = newest ? `-newest-${newest}` : '';
	return `undertone-${name}-${from}-to-${to}${cut}`;
}

type Asked = { client: CommunityClient; view: View; frame: Frame; origin: string; report: Report };

/**
 * Answer one export: the panel's own question, all brands of it. The status is 200 when any brand answered, and a
 * line of metadata names those that did not; when none did it is the status of the error, with its sentence.
 */
export async function answerExport(
	{ name, format }: { name: PanelExportName; format: Format },
	{ client, view, frame, origin, report }: Asked
): Promise<Response> {
	if (frame.brandsError !== null) return refusal(format, frame.brandsError);
	try {
		const content = await MAKERS[name](client, view);
		const meta = exportMeta({ name, view, frame, origin, content });
		return new Response(streamOf(exportBody(format, meta, content)), {
			headers: {
				'content-type': MEDIA_TYPES[format],
				'content-disposition': `attachment; filename="${fileName(meta, content)}.${format}"`,
				...PRIVATE
			}
		});
	} catch (thrown) {
		const error = toCommunityError(thrown);
		return refusal(format, describeError(error, report(error)));
	}
}
