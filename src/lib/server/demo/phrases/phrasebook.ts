import type { Sentiment } from '$lib/community/vocabulary';

export const LANGUAGES = ['en', 'de', 'fr', 'es', 'pt', 'ja', 'ar'] as const;
export type Language = (typeof LANGUAGES)[number];

/** A phrase taken apart: plain text and the names of slots in turn, starting with text. */
export type Phrase = { parts: readonly string[]; isQuestion: boolean };
export type Section = Record<Sentiment, readonly Phrase[]>;

/** What people say in one language: by section (a topic, or a role such as `tail`), and words for the slots. */
export type Phrasebook = {
	language: Language;
	slots: ReadonlyMap<string, readonly string[]>;
	sections: ReadonlyMap<string, Section>;
};

const MARKS: Record<string, Sentiment> = { '+': 'positive', '=': 'neutral', '-': 'negative' };

function parsePhrase(text: string): Phrase {
	return { parts: text.split(/[{}]/), isQuestion: /[?？؟]/.test(text) };
}

/**
 * Read a phrasebook. One line is one of: `[section]`; `+`, `=` or `-` and a phrase of that sentiment, with slots
 * in braces; or, above the first section, `slot: word | word`. Empty lines mean nothing.
 * @throws Error naming the language and the line that is none of these
 */
export function readPhrasebook(language: Language, text: string): Phrasebook {
	const slots = new Map<string, readonly string[]>();
	const sections = new Map<string, Record<Sentiment, Phrase[]>>();
	let section: Record<Sentiment, Phrase[]> | null = null;
	for (const line of text.split('\n').map((raw) => raw.trim())) {
		if (line === '') continue;
		const name = /^\[([\w-]+)\]$/.exec(line)?.[1];
		const phrase = /^([+=-]) (.+)$/.exec(line);
		const slot = /^([\w-]+): (.+)$/.exec(line);
		if (name !== undefined) {
			section = sections.get(name) ?? { negative: [], neutral: [], positive: [] };
			sections.set(name, section);
		} else if (phrase && section) {
			section[MARKS[phrase[1] as string] as Sentiment].push(parsePhrase(phrase[2] as string));
		} else if (slot && !section) {
			slots.set(slot[1] as string, (slot[2] as string).split(' | '));
		} else {
			throw new Error(`The phrasebook "${language}" has a line that is no phrase: ${line}`);
		}
	}
	return { language, slots, sections };
}
