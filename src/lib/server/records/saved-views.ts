import { COLLECTIONS, LONGEST_NAME, LONGEST_QUESTION, PAGE_PATH, type SavedView } from './collections';
import { foldName, newRecordId } from './record-id';
import type { Edit, Records } from './records';

/** Why a view was not saved or renamed; the page has a sentence for each. */
export type ViewProblem =
	'name-empty' | 'name-too-long' | 'name-taken' | 'path-unknown' | 'question-too-long' | 'too-many' | 'gone';

export type ViewResult = { ok: true; view: SavedView } | { ok: false; problem: ViewProblem };

const refuse = (problem: ViewProblem): Edit<ViewResult> => ({
	contents: null,
	result: { ok: false, problem }
});

/** A name on one line, as it is kept: no control characters, no space around it. */
const tidy = (name: string) =>
	name
		.toWellFormed()
		.normalize('NFC')
		.replace(/[\s\p{Cc}]+/gu, ' ')
		.trim();

function nameProblem(name: string, others: readonly SavedView[]): ViewProblem | null {
	if (name === '') return 'name-empty';
	if (name.length > LONGEST_NAME) return 'name-too-long';
	return others.some((view) => foldName(view.name) === foldName(name)) ? 'name-taken' : null;
}

const collator = new Intl.Collator('en', { numeric: true });

/** Every saved view, by name. */
export async function listViews(records: Records): Promise<SavedView[]> {
	const { views } = await records.read();
	return [...views].sort((one, other) => collator.compare(one.name, other.name));
}

/** One saved view, or null where there is none of that id. */
export async function findView(records: Records, id: string): Promise<SavedView | null> {
	const { views } = await records.read();
	return views.find((view) => view.id === id) ?? null;
}

/**
 * Save a question under a name that no other view has.
 * @param view `query` is the canonical link of the question, without `?`
 */
export function saveView(
	records: Records,
	view: { name: string; path: string; query: string },
	now: number
): Promise<ViewResult> {
	const name = tidy(view.name);
	const { path, query } = view;
	return records.change((contents) => {
		const problem = nameProblem(name, contents.views);
		if (problem !== null) return refuse(problem);
		if (!PAGE_PATH.test(path)) return refuse('path-unknown');
		if (query.length > LONGEST_QUESTION) return refuse('question-too-long');
		if (contents.views.length >= COLLECTIONS.views.most) return refuse('too-many');
		const saved: SavedView = { id: newRecordId(), name, path, query, createdAt: now, changedAt: now };
		return {
			contents: { ...contents, views: [...contents.views, saved] },
			result: { ok: true, view: saved }
		};
	});
}

/** Give a saved view another name. Its id stays, so links to it stay. */
export function renameView(records: Records, id: string, newName: string, now: number): Promise<ViewResult> {
	const name = tidy(newName);
	return records.change((contents) => {
		const view = contents.views.find((candidate) => candidate.id === id);
		if (view === undefined) return refuse('gone');
		const others = contents.views.filter((candidate) => candidate !== view);
		const problem = nameProblem(name, others);
		if (problem !== null) return refuse(problem);
		const renamed: SavedView = { ...view, name, changedAt: now };
		const views = contents.views.map((candidate) => (candidate === view ? renamed : candidate));
		return { contents: { ...contents, views }, result: { ok: true, view: renamed } };
	});
}

/** Delete a saved view; true when there was one. Links to it then open the defaults, with a notice. */
export function deleteView(records: Records, id: string): Promise<boolean> {
	return records.change((contents) => {
		const views = contents.views.filter((view) => view.id !== id);
		if (views.length === contents.views.length) return { contents: null, result: false };
		return { contents: { ...contents, views }, result: true };
	});
}
