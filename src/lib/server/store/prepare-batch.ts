import { findAsciiWords } from './ascii-words';
import { plainForm, scanWords } from './keywords';
import type { NewInteraction } from './new-interaction';
import { detectLanguage } from './stop-words';
import type { Term } from './term-table';
import type { Terms } from './terms';

/** Texts between two looks at the event loop, so that a server goes on answering while it imports. */
const SLICE = 500;

/** Interactions with their words. The words of all rows stand in one row; `ends[i]` is where those of row i end. */
export type PreparedBatch = {
	interactions: readonly NewInteraction[];
	folded: string[];
	terms: Term[];
	listed: boolean[];
	ends: number[];
};

/** Let everything else that waits in the process have its turn. */
function breathe(): Promise<void> {
	return new Promise((resolve) => setImmediate(resolve));
}

/** Used again for each text, so that a text leaves nothing to collect but its own folded form. */
const scratch = { bounds: [] as number[], words: [] as Term[], languages: [] as number[] };

let textNumber = 0;

/** The words in a row with one space before and after each; words that are one space apart already are one piece. */
function foldedOf(text: string, bounds: readonly number[], count: number): string {
	let folded = '';
	let pieceStart = bounds[0] ?? 0;
	for (let word = 0; word < count; word++) {
		const end = bounds[2 * word + 1] ?? 0;
		const isLast = word === count - 1;
		if (!isLast && bounds[2 * word + 2] === end + 1 && text.charCodeAt(end) === 32) continue;
		folded += ` ${text.slice(pieceStart, end)}`;
		pieceStart = bounds[2 * word + 2] ?? 0;
	}
	return `${folded} `;
}

/** Put the words of a text into the scratch, by the short way where it does. Answers their number and folded form. */
function readWords(terms: Terms, text: string): { count: number; folded: string } {
	const plain = plainForm(text);
	if (plain === null) {
		const { words, folded } = scanWords(text);
		words.forEach((word, index) => (scratch.words[index] = terms.intern(word)));
		return { count: words.length, folded };
	}
	const count = findAsciiWords(plain, scratch.bounds);
	for (let word = 0; word < count; word++) {
		scratch.words[word] = terms.intern(plain, scratch.bounds[2 * word], scratch.bounds[2 * word + 1]);
	}
	return { count, folded: foldedOf(plain, scratch.bounds, count) };
}

function addWords(batch: PreparedBatch, terms: Terms, text: string): void {
	const { count, folded } = readWords(terms, text);
	const { words, languages } = scratch;
	for (let word = 0; word < count; word++) languages[word] = words[word]?.languages ?? 0;
	const language = detectLanguage(languages, count);
	textNumber = (textNumber + 1) | 0;
	batch.folded.push(folded);
	for (let word = 0; word < count; word++) {
		const term = words[word];
		if (!term || term.lastText === textNumber) continue;
		term.lastText = textNumber;
		batch.terms.push(term);
		batch.listed.push(term.isListable && (term.languages & language) === 0);
	}
}

/**
 * Split the texts into words, by the same rules as `keywordsOf`. What the brand itself wrote is in no statistic and
 * needs none.
 */
export async function prepareBatch(
	interactions: readonly NewInteraction[],
	terms: Terms
): Promise<PreparedBatch> {
	const batch: PreparedBatch = { interactions, folded: [], terms: [], listed: [], ends: [] };
	for (const interaction of interactions) {
		if (batch.ends.length % SLICE === SLICE - 1) await breathe();
		if (interaction.fromBrand) batch.folded.push('');
		else addWords(batch, terms, interaction.text);
		batch.ends.push(batch.terms.length);
	}
	return batch;
}
