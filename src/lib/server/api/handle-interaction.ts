import { interactionChangeSchema, type InteractionChange } from '$lib/community/interaction-change';
import { toInteractionWire } from '$lib/community/wire';
import { editInteractions } from '$lib/server/store/edit-interactions';
import { selectInteraction } from '$lib/server/store/queries/community-interactions';
import { answerCall, type ApiCall } from './answer-call';
import { commentNumber } from './handle-comments';
import { pathId } from './path-id';
import { accept, refuse, refuseFields, type Outcome } from './refusal';
import { readBody } from './write-call';

const NO_INTERACTION = refuse({
	status: 404,
	message: 'There is no such interaction. GET /api/community_interactions lists those that there are.'
});

/** What each field allows by itself, and what still cannot be meant. */
function refuseChange({ is_closed, add_tag_ids: add, remove_tag_ids: remove }: InteractionChange) {
	if (is_closed === undefined && add === undefined && remove === undefined) {
		return refuseFields('json', { body: ['Name at least one of is_closed, add_tag_ids, remove_tag_ids.'] });
	}
	const both = add?.find((id) => remove?.includes(id));
	if (both === undefined) return null;
	return refuseFields('json', { remove_tag_ids: [`The tag ${both} is also in add_tag_ids. Name it once.`] });
}

async function changeInteraction(request: Request, call: ApiCall): Promise<Outcome<unknown>> {
	const body = await readBody(request, interactionChangeSchema);
	if (!body.ok) return body;
	const refused = refuseChange(body.value);
	if (refused) return refused;
	const id = commentNumber(pathId(new URL(request.url), 'community_interactions') ?? '');
	if (id === null) return NO_INTERACTION;
	const store = await call.store();
	const { is_closed: isClosed, add_tag_ids: addTagIds, remove_tag_ids: removeTagIds } = body.value;
	await editInteractions(store, { id }, { isClosed, addTagIds, removeTagIds });
	const changed = await selectInteraction(store, id);
	return changed === null ? NO_INTERACTION : accept({ data: toInteractionWire(changed) });
}

/** The address at which one interaction is closed, opened again, tagged and untagged. */
export function handleInteraction(request: Request, call: ApiCall): Promise<Response> {
	return answerCall(request, call, { PATCH: () => changeInteraction(request, call) });
}
