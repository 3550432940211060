import { scanWords } from './keywords';
import type { NewInteraction } from './new-interaction';
import { detectLanguage } from './stop-words';
import type { Term, Terms } from './terms';

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

let textNumber = 0;

function addWords(batch: PreparedBatch, terms: Terms, text: string): void {
	const { words, folded } = scanWords(text);
	batch.folded.push(folded);
	textNumber += 1;
	const met = words.map((word) => terms.intern(word));
	const language = detectLanguage(met.map((term) => term.languages));
	for (const term of met) {
		if (term.lastText === textNumber) continue;
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
