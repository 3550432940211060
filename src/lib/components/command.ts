/** One entry of the command palette. `words` are found by the search without being shown. */
export type Command = {
	id: string;
	label: string;
	/** The key that does the same. */
	key?: string;
	words?: string;
	/** Where it leads; without an address, it is something to do here. */
	href?: string;
};

/** Ids that begin so are of commands about what is typed itself: they fit anything, after all others. */
export const ABOUT_TYPED = 'typed:';
const LEAST = 0.01;

export type CommandGroup = { name: string; commands: Command[] };

const plain = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/**
 * How well a command fits what was typed, from 0 (not at all) to 1: every word must begin a word of the command.
 * @example commandFit('Only Fennick', 'fen') // 0.5
 */
export function commandFit(text: string, typed: string, id = ''): number {
	if (id.startsWith(ABOUT_TYPED)) return LEAST;
	const words = plain(text).split(/[^\p{L}\p{N}]+/u);
	const asked = plain(typed)
		.split(/[^\p{L}\p{N}]+/u)
		.filter((word) => word !== '');
	if (asked.length === 0) return 1;
	if (!asked.every((part) => words.some((word) => word.startsWith(part)))) return 0;
	return plain(text).startsWith(plain(typed).trim()) ? 1 : 0.5;
}
