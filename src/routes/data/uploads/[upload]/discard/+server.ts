import { answerJson, fileUploads, uploadId } from '../../uploads';
import type { RequestHandler } from './$types';

/** Remove a file that was sent; rows that are in the store stay there. */
export const POST: RequestHandler = ({ params }) => {
	const uploads = fileUploads();
	const id = uploadId(params.upload);
	return answerJson(async () => {
		await uploads.discard(id);
		return {};
	});
};
