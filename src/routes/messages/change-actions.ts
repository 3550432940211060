import { redirect, type RequestEvent } from '@sveltejs/kit';
import type { BrandTag } from '$lib/community/answers';
import type { CommunityClient } from '$lib/community/client';
import { LONGEST_TAG_NAME } from '$lib/community/tags-query';
import { toCommunityError } from '$lib/errors/describe-error';
import { isolateText } from '$lib/format/isolate-text';
import { communityClient } from '$lib/server/host';
import { report } from '$lib/server/report';
import { writeWords } from '$lib/wording/write-words';
import { refuse, refuseByHost, refuseOff, whyOff } from './refusal';
import { backTo } from './reply-actions';
import { readFields, readWish, type Fields, type Wish } from './write-fields';

const words = writeWords.change;

/** What a new tag looks like until somebody who manages tags gives it a colour of its own. */
const NEW_TAG_COLOUR = '#6B6F73';

const fold = (name: string) => name.normalize('NFKC').toLowerCase();

async function findTag(client: CommunityClient, brandId: number, name: string): Promise<BrandTag | null> {
	const { value: tags } = await client.tags([brandId]);
	const same = tags.filter((tag) => fold(tag.name) === fold(name));
	return same.find((tag) => tag.name === name) ?? same[0] ?? null;
}

async function closeOrOpen(client: CommunityClient, field: Fields, isClosed: boolean): Promise<void> {
	const conversation = field('conversation');
	if (conversation === '') {
		await client.changeInteraction({ id: field('interaction'), is_closed: isClosed });
		return;
	}
	await client.changeConversation({
		conversation_id: conversation,
		brand_id: Number(field('brand')),
		is_closed: isClosed
	});
}

/** Put a tag on, and make it first where that is wanted; the name of a tag that is not there comes back. */
async function putOn(client: CommunityClient, field: Fields, { name, makes }: Wish & { kind: 'tag' }) {
	const brandId = Number(field('brand'));
	const found = await findTag(client, brandId, name);
	if (found === null && !makes) return { isMissing: true };
	const tag = found ?? (await client.createTag({ brand_id: brandId, name, color: NEW_TAG_COLOUR }));
	await client.changeInteraction({ id: field('interaction'), add_tag_ids: [tag.id] });
	return { isMissing: false };
}

async function obey(client: CommunityClient, field: Fields, wish: Wish): Promise<{ isMissing: boolean }> {
	if (wish.kind === 'tag') return putOn(client, field, wish);
	if (wish.kind === 'untag') {
		await client.changeInteraction({ id: field('interaction'), remove_tag_ids: [wish.tagId] });
	} else await closeOrOpen(client, field, wish.kind === 'close');
	return { isMissing: false };
}

/** Close a message or open it again, put a tag on it or take one off. What fails leaves the page and says why. */
export async function change(event: RequestEvent) {
	const field = await readFields(event.request);
	const interaction = field('interaction');
	const place = field('place');
	// One message can stand on the page twice, in the list and in its thread.
	const of = place === '' ? interaction : `${place} ${interaction}`;
	const about = { act: 'change' as const, of, typed: field('tag') };
	const off = whyOff();
	if (off !== null) return refuseOff(about, off);
	const wish = readWish(field);
	if (interaction === '' || !/^\d{1,16}$/.test(field('brand'))) {
		return refuse(422, about, { field: 'form', says: writeWords.problems.form });
	}
	if (wish.kind === 'tag' && wish.name === '') {
		return refuse(422, about, { field: 'tag', says: words.tagEmpty });
	}
	if (wish.kind === 'tag' && wish.name.length > LONGEST_TAG_NAME) {
		return refuse(422, about, { field: 'tag', says: words.tagLong(String(LONGEST_TAG_NAME)) });
	}
	try {
		const { isMissing } = await obey(communityClient(event), field, wish);
		if (isMissing && wish.kind === 'tag') {
			const says = words.noTag(isolateText(wish.name, LONGEST_TAG_NAME));
			return refuse(409, { ...about, offers: 'make' }, { field: 'tag', says });
		}
	} catch (thrown) {
		const error = toCommunityError(thrown);
		report(error);
		return refuseByHost(error, about);
	}
	redirect(303, backTo(event, field, place || `message-${encodeURIComponent(interaction)}`));
}
