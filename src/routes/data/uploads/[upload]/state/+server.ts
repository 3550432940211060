import { answerJson, fileUploads, uploadId } from '../../uploads';
import type { RequestHandler } from './$types';

/** How far an upload and its import have come. */
export const GET: RequestHandler = async ({ params, locals }) => {
	const uploads = fileUploads();
	const id = uploadId(params.upload);
	const response = await answerJson(async () => ({ upload: await uploads.find(id), now: locals.now }));
	response.headers.set('cache-control', 'no-store');
	return response;
};
