import { answerJson, fileUploads, uploadId } from '../../uploads';
import type { RequestHandler } from './$types';

/** Stop the import after the batch under way. */
export const POST: RequestHandler = ({ params }) => {
	const uploads = fileUploads();
	const id = uploadId(params.upload);
	return answerJson(async () => ({ upload: await uploads.stop(id) }));
};
