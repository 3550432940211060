import { z } from 'zod';
import { CommunityError } from '$lib/errors/community-error';
import { LARGEST_PART } from '$lib/server/data/upload-record';
import { answerJson, fileUploads, uploadId } from '../../uploads';
import type { RequestHandler } from './$types';

const offsetSchema = z.coerce.number().int().min(0);

/** Take a part of a file; the header `upload-offset` says where it begins. */
export const PUT: RequestHandler = ({ request, params }) => {
	const uploads = fileUploads();
	const id = uploadId(params.upload);
	return answerJson(async () => {
		const offset = offsetSchema.safeParse(request.headers.get('upload-offset') ?? undefined);
		const length = Number(request.headers.get('content-length') ?? Infinity);
		if (!offset.success || !(length <= LARGEST_PART)) {
			throw new CommunityError('query_invalid', {
				message: `A part says in upload-offset where it begins, and has at most ${LARGEST_PART} bytes.`,
				details: { field: 'part' }
			});
		}
		const bytes = new Uint8Array(await request.arrayBuffer());
		return { received: await uploads.append(id, offset.data, bytes) };
	});
};
