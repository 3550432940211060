import type { Removal } from '$lib/filters/removals';
import { isolateText } from '$lib/format/isolate-text';
import { platformName, typeName } from '$lib/format/names';
import type { Frame } from '$lib/server/panels/open-view';
import { nothingWords as words } from '$lib/wording/nothing-words';
import { wording } from '$lib/wording/wording';

const LONGEST = 40;

type Part = Pick<Frame, 'filters' | 'tags'>;

const typeInWords = (type: Frame['filters']['types'][number]) => {
	const groups: Partial<Record<string, string>> = wording.filters.typeGroups;
	return groups[type] ?? typeName(type);
};

/** What a filter is about; null where taking it away is rather to show something else. */
function nameOf(kind: Removal['kind'], { filters, tags }: Part): string | null {
	const { names } = words;
	const text = (value: string) => isolateText(value, LONGEST);
	const tag = (id: number) => text(tags.find((known) => known.id === id)?.name ?? String(id));
	if (kind === 'query') return names.query(filters.query.split(',').map((word) => text(word.trim())));
	if (kind === 'tags') return names.tags(filters.tags.map(tag));
	if (kind === 'sentiments') {
		return names.anyOf(filters.sentiments.map((sentiment) => wording.filters.sentiments[sentiment]));
	}
	if (kind === 'types') return names.anyOf(filters.types.map(typeInWords));
	if (kind === 'platforms') return names.anyOf(filters.platforms.map(platformName));
	return kind === 'closed' ? names.closed[filters.closed ? 'closed' : 'open'] : null;
}

const OTHERS: Partial<Record<Removal['kind'], string>> = {
	brands: words.allBrands,
	completeOnly: words.unfinished,
	range: words.range
};

/**
 * What the way out by taking a filter away is called.
 * @example removalName('platforms', { filters: { ...filters, platforms: ['tiktok'] }, tags }) // 'Remove TikTok'
 */
export function removalName(kind: Removal['kind'], part: Part): string {
	const name = nameOf(kind, part);
	return name === null ? (OTHERS[kind] ?? words.clear) : words.remove(name);
}
