import { tagBodySchema } from '$lib/community/tags-query';
import { toNewTagWire } from '$lib/community/thread-wire';
import { makeTag } from '$lib/server/store/make-tag';
import { answerCall, type ApiCall } from './answer-call';
import { listTags } from './handle-lists';
import { created, refuseFields, type Outcome } from './refusal';
import { requireVisibleBrands } from './visible-brands';
import { nameProblem, readBody } from './write-call';

async function createTag(request: Request, call: ApiCall): Promise<Outcome<unknown>> {
	const body = await readBody(request, tagBodySchema);
	if (!body.ok) return body;
	const { brand_id: brandId, color } = body.value;
	const name = body.value.name.trim();
	const problem = nameProblem(name);
	if (problem !== null) return refuseFields('json', { name: [problem] });
	const store = await call.store();
	const visible = await requireVisibleBrands(store, [brandId]);
	if (!visible.ok) return visible;
	const tag = await makeTag(store, { brandId, name, color, createdAt: call.now });
	return created(toNewTagWire(tag, call.now));
}

/** The tags of some brands, and the address at which a new one is made. */
export function handleTags(request: Request, call: ApiCall): Promise<Response> {
	return answerCall(request, call, {
		GET: () => listTags(request, call),
		POST: () => createTag(request, call)
	});
}
