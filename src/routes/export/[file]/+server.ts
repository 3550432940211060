import { answerExport, readFileName, unknownFile } from '$lib/server/export/answer-export';
import { report } from '$lib/server/report';
import { openLink } from '../../frame/open-page';
import type { RequestHandler } from './$types';

/** The data of a panel as a file, by the query of the page that shows it. */
export const GET: RequestHandler = async (event) => {
	const file = readFileName(event.params.file);
	if (file === null) return unknownFile();
	const page = await openLink(event);
	return answerExport(file, { ...page, origin: event.url.origin, report });
};
