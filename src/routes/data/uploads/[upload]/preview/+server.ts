import { z } from 'zod';
import { mappingFormSchema } from '$lib/server/data/mapping-form';
import { answerJson, bodyOf, fileUploads, uploadId } from '../../uploads';
import type { RequestHandler } from './$types';

const askedSchema = z.strictObject({ form: mappingFormSchema.nullable() });

/** What a mapping makes of the first rows; without one, what the names of the columns propose. */
export const POST: RequestHandler = ({ request, params }) => {
	const uploads = fileUploads();
	const id = uploadId(params.upload);
	return answerJson(async () => {
		const { form } = askedSchema.parse(await bodyOf(request));
		return uploads.preview(id, form);
	});
};
