import { expect } from 'vitest';
import { HERON, TEA } from './fixture';

/** Sends one call to the host under test; `path` begins below its base address, such as `/self`. */
export type Caller = (path: string, init?: RequestInit) => Promise<Response>;

export type Json = Record<string, unknown>;

type Run = (ask: Caller) => Promise<void>;

/** One case of the contract: its title is the sentence that it proves. */
export type ContractCase = { title: string; run: Run; isForUpstream: boolean };

/** A case that holds whichever way the host is reached. */
export function contractCase(title: string, run: Run): ContractCase {
	return { title, run, isForUpstream: true };
}

/**
 * A case of the embedded host alone: it sends what the client of an upstream never does (other methods, other
 * addresses, bodies that are no JSON), or reads headers that concern nobody behind an upstream.
 */
export function embeddedCase(title: string, run: Run): ContractCase {
	return { title, run, isForUpstream: false };
}

async function readJson(response: Response): Promise<Json> {
	expect(response.headers.get('content-type')).toMatch(/^application\/json/);
	return (await response.json()) as Json;
}

export function post(ask: Caller, path: string, body: unknown): Promise<Response> {
	return ask(path, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: typeof body === 'string' || body instanceof Uint8Array ? (body as BodyInit) : JSON.stringify(body)
	});
}

/** The answer of a call that has to succeed. */
export async function answerOf(response: Response): Promise<Json> {
	const body = await readJson(response);
	expect({ status: response.status, body: response.status === 200 ? '' : body }).toEqual({
		status: 200,
		body: ''
	});
	return body;
}

export async function postFor(ask: Caller, path: string, body: unknown): Promise<unknown> {
	return (await answerOf(await post(ask, path, body))).data;
}

/** The envelope of a call that has to be refused with this status. */
export async function refusalOf(response: Response, status: number): Promise<Json> {
	const body = await readJson(response);
	expect(response.status).toBe(status);
	expect(body.code).toBe(status);
	expect(body.status).toEqual(expect.any(String));
	expect(body.message).toEqual(expect.any(String));
	return body;
}

/** The refused fields of a 422, by name. */
export async function wrongFields(
	response: Response,
	place: 'json' | 'query'
): Promise<Record<string, string[]>> {
	const { errors } = await refusalOf(response, 422);
	expect(Object.keys(errors as Json)).toEqual([place]);
	return (errors as Record<string, Record<string, string[]>>)[place]!;
}

export type SelfAnswer = {
	accessible_brands: number[];
	brands: Record<string, { id: number; name: string; organization: unknown; organization_id: unknown }>;
	organization: unknown;
	organization_id: unknown;
};

export async function askSelf(ask: Caller): Promise<SelfAnswer> {
	return (await answerOf(await ask('/self'))) as SelfAnswer;
}

/** The ids that this host gave to the two brands of the fixture. */
export async function brandIds(ask: Caller): Promise<{ tea: number; heron: number }> {
	const { brands } = await askSelf(ask);
	const idOf = (name: string) => Object.values(brands).find((brand) => brand.name === name)?.id;
	const [tea, heron] = [idOf(TEA), idOf(HERON)];
	if (tea === undefined || heron === undefined) throw new Error('The host does not hold the fixture.');
	return { tea, heron };
}

export type Row = {
	id: number | string;
	type: string;
	text: string;
	permalink: string;
	tags: { id: number; name: string }[];
	[key: string]: unknown;
};
export type RowPage = {
	data: Row[];
	paging: { count: number; previous: string | null; next: string | null };
};

export async function askRows(ask: Caller, query: string): Promise<RowPage> {
	return (await answerOf(await ask(`/community_interactions?${query}`))) as RowPage;
}

/** The keys of the fixture that a page of rows shows, in its order. */
export function keysOf({ data }: RowPage): string[] {
	return data.map(({ permalink }) => permalink.split('/').at(-1) ?? '');
}

/** The id that a brand's tag got, read off the rows that carry it. */
export async function tagId(ask: Caller, brand: number, name: string): Promise<number> {
	const { data } = await askRows(ask, `brand_id=${brand}&limit=100`);
	const tag = data.flatMap(({ tags }) => tags).find((candidate) => candidate.name === name);
	if (tag === undefined) throw new Error(`No row of brand ${brand} carries the tag ${name}.`);
	return tag.id;
}
