import { CommunityError } from '$lib/errors/community-error';

/**
 * An id as one segment of an address. Ids are other people's text: what an address would read as a step (`..`) or
 * cannot write at all (half a character) names nothing that a host could have.
 * @throws CommunityError `query_invalid` that names the field
 * @example pathSegment('conversation_id', 'dm/1') // 'dm%2F1'
 */
export function pathSegment(field: string, id: string | number): string {
	const text = String(id);
	if (text === '' || /^\.{1,2}$/.test(text) || text.length > 512 || !text.isWellFormed()) {
		const message = `${field}: no id that an address can name`;
		throw new CommunityError('query_invalid', { message, details: { field } });
	}
	return encodeURIComponent(text);
}
