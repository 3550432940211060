import { announcedFileSchema } from '$lib/server/data/upload-record';
import { answerJson, bodyOf, fileUploads } from './uploads';
import type { RequestHandler } from './$types';

/** Begin to send a file, or go on with the same one. */
export const POST: RequestHandler = ({ request }) => {
	const uploads = fileUploads();
	return answerJson(async () => ({
		upload: await uploads.begin(announcedFileSchema.parse(await bodyOf(request)))
	}));
};
