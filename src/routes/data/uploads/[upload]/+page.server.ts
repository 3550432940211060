import { error } from '@sveltejs/kit';
import { INTERACTION_TYPES, PLATFORMS } from '$lib/community/vocabulary';
import { isCommunityError } from '$lib/errors/community-error';
import { FIELDS } from '$lib/server/store/import/mapping';
import { openDataPage } from '../../data-page';
import { fileUploads, uploadId } from '../uploads';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const frame = openDataPage(event);
	const upload = await fileUploads()
		.find(uploadId(event.params.upload))
		.catch((cause: unknown) => {
			if (isCommunityError(cause) && cause.code === 'not_found') error(404, cause.message);
			throw cause;
		});
	const vocabulary = { fields: FIELDS, types: INTERACTION_TYPES, platforms: [...PLATFORMS, 'other'] };
	return { ...frame, upload, vocabulary };
};
