import type { Comparison } from '$lib/filters/filters';
import { RANGE_NAMES } from '$lib/filters/filters';
import { ABOUT_TYPED, type Command, type CommandGroup } from '$lib/components/command';
import type { Scale } from '$lib/community/vocabulary';
import { NO_LIST } from '$lib/filters/list-filters';
import { LONGEST_WORD } from '$lib/filters/read-value';
import { auditWords } from '$lib/wording/audit-words';
import { comparisonWords } from '$lib/wording/comparison-words';
import { keyWords } from '$lib/wording/key-words';
import { linkWords } from '$lib/wording/link-words';
import { wording } from '$lib/wording/wording';
import { THEMES } from './appearance';
import { keyAddress, linkFrom } from './key-address';
import { keyNameOf, type KeyId } from './key-map';
import type { KeyPlace } from './key-place';

export type NamedView = { name: string; link: string };

type Around = {
	views: readonly NamedView[];
	saved: readonly NamedView[];
	isHighContrast: boolean;
};

const words = keyWords.palette;

const OTHER_VIEW = { ...NO_LIST, waitForAll: false };
const RANGE_KEYS: Partial<Record<string, KeyId>> = {
	today: 'today',
	'7d': 'week',
	'28d': 'fourWeeks',
	'30d': 'thirty',
	mtd: 'month',
	ytd: 'year'
};
const SCALES: (Scale | null)[] = [null, 'HOUR', 'DAY', 'WEEK', 'MONTH', 'QUARTER'];
const COMPARISONS = ['none', 'previous', 'year'] as const;

const comparison = (kind: (typeof COMPARISONS)[number]): Comparison =>
	kind === 'none' ? { kind } : { kind, match: 'weekday' };

/** What changes the question of the view; pages without filters have the dates alone. */
function questionGroups(place: KeyPlace): CommandGroup[] {
	const dates = RANGE_NAMES.map((name): Command => {
		const key = RANGE_KEYS[name];
		return {
			id: `range-${name}`,
			label: wording.filters.ranges[name],
			words: name,
			key: key && keyNameOf(key),
			href: linkFrom(place, { range: { kind: 'relative', name } })
		};
	});
	if (place.scope === null) return [{ name: words.groups.dates, commands: dates }];
	const brands = place.brands.map(({ id, name }): Command => {
		return { id: `brand-${id}`, label: words.only(name), href: linkFrom(place, { brands: [id] }) };
	});
	const ofBrands: CommandGroup = {
		name: words.groups.brands,
		commands: [
			...(brands.length > 1 ? brands : []),
			{ id: 'brands-all', label: words.allBrands, href: linkFrom(place, { brands: [] }) }
		]
	};
	// The days of a campaign are its own: no range, no scale and no comparison would change what is seen.
	if (place.daysOf !== 'range') return [ofBrands];
	return [
		ofBrands,
		{ name: words.groups.dates, commands: dates },
		{
			name: words.groups.scale,
			commands: SCALES.map((scale) => ({
				id: `scale-${scale ?? 'auto'}`,
				label: wording.filters.scales[scale ?? 'AUTO'],
				href: linkFrom(place, { scale })
			}))
		},
		{
			name: words.groups.compare,
			commands: COMPARISONS.map((kind) => ({
				id: `compare-${kind}`,
				label: comparisonWords.choice.kinds[kind],
				key: kind === 'previous' ? keyNameOf('compare') : undefined,
				href: linkFrom(place, { comparison: comparison(kind) })
			}))
		}
	];
}

function actionsOf(place: KeyPlace): Command[] {
	const cleared = keyAddress('clear', place);
	return [
		{ id: 'copy', label: words.copyLink, words: linkWords.copy.open },
		...(cleared ? [{ id: 'clear', label: words.clear, href: cleared }] : []),
		{
			id: 'audit',
			label: auditWords.view,
			words: auditWords.open,
			href: linkFrom({ ...place, path: '/messages/audit' }, OTHER_VIEW)
		},
		{ id: 'help', label: words.help, key: keyNameOf('help') }
	];
}

/**
 * What can be asked about the words that are typed: how often they occur, and in which messages. The palette's list
 * moves its own elements, so these two are there from the start and only change what they say; without words, or with
 * more than a link takes, they lead to where words can be typed.
 */
export function typedCommands(place: KeyPlace, typed: string): CommandGroup {
	const text = typed.trim().length > LONGEST_WORD ? '' : typed.trim();
	const view = (path: string) => ({ ...place, path });
	return {
		name: words.groups.typed,
		commands: [
			{
				id: `${ABOUT_TYPED}word`,
				label: text === '' ? words.exactCountOfAny : words.exactCount(text),
				href: linkFrom(view('/keywords'), { ...OTHER_VIEW, word: text || null })
			},
			{
				id: `${ABOUT_TYPED}messages`,
				label: text === '' ? words.messagesWithAny : words.messagesWith(text),
				href: linkFrom(view('/messages'), { ...OTHER_VIEW, ...(text !== '' && { query: text }) })
			}
		]
	};
}

/** Everything that the command palette offers on a page, in groups. */
export function paletteCommands(place: KeyPlace, { views, saved, isHighContrast }: Around): CommandGroup[] {
	const look = keyWords.theme;
	return [
		{
			name: words.groups.views,
			commands: views.map(({ name, link }) => ({ id: `view-${name}`, label: name, href: link }))
		},
		{ name: words.groups.actions, commands: actionsOf(place) },
		...questionGroups(place),
		{
			name: words.groups.saved,
			commands: saved.map(({ name, link }) => ({ id: `saved-${link}`, label: name, href: link }))
		},
		{
			name: words.groups.theme,
			commands: [
				...THEMES.map((theme) => ({ id: `theme-${theme}`, label: look.themes[theme], words: look.title })),
				{
					id: 'contrast',
					label: isHighContrast ? look.contrastOff : look.contrastOn,
					words: look.title
				}
			]
		}
	].filter(({ commands }) => commands.length > 0);
}
