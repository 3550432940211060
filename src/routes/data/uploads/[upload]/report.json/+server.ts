import { error } from '@sveltejs/kit';
import { fileUploads, uploadId } from '../../uploads';
import type { RequestHandler } from './$types';

/** The whole report of an import, as the command writes it. */
export const GET: RequestHandler = async ({ params }) => {
	const report = await fileUploads()
		.report(uploadId(params.upload))
		.catch(() => null);
	if (report === null) error(404, 'Not Found');
	const name = `${report.name.replace(/[^\w.-]+/g, '-')}.report.json`;
	return new Response(report.text, {
		headers: {
			'content-type': 'application/json; charset=utf-8',
			'content-disposition': `attachment; filename="${name}"`,
			'cache-control': 'private, no-store'
		}
	});
};
