import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Locator, Page } from '@playwright/test';
import {
	answerJson,
	startFakeUpstream,
	type FakeUpstream,
	type ReceivedCall,
	type Reply
} from '../support/fake-upstream';
import { askingOf } from '../support/slow-host';
import { startUndertone, type Undertone } from '../support/undertone';
import { expect, test as base } from './fixtures';

/** What the host can be at when the server dies, or nothing: then the server dies at one of its own writes. */
type HostMoment = 'asked' | 'read' | 'held' | 'half' | 'closing';

/**
 * One kill. `write` is the write of the outbox before which it falls: 1 keeps the reply, 2 says that it is on its way,
 * 3 says what came of it. `state` is what the row has to say after it, and `taken` how often the host has the reply.
 */
type Kill = { at: string; host?: HostMoment; write?: number; state: State | null; taken: 0 | 1 };
type State = 'queued' | 'unknown' | 'sent';

const KILLS: readonly Kill[] = [
	{ at: 'while the host is asked for the conversation', host: 'asked', state: null, taken: 0 },
	{ at: 'before the reply is kept', write: 1, state: null, taken: 0 },
	{ at: 'after it is kept and before it is on its way', write: 2, state: 'queued', taken: 0 },
	{ at: 'while the host reads it', host: 'read', state: 'unknown', taken: 0 },
	{ at: 'while the host, which took it, holds its answer', host: 'held', state: 'unknown', taken: 1 },
	{ at: 'in the middle of the answer', host: 'half', state: 'unknown', taken: 1 },
	{ at: 'after the answer and before that is noted', write: 3, state: 'unknown', taken: 1 },
	{ at: 'after it is noted and while the thread is closed', host: 'closing', state: 'sent', taken: 1 }
];

const SAYS: Record<State, string> = {
	queued: 'Kept, not sent yet',
	unknown: 'Nobody knows whether it arrived',
	sent: 'Sent'
};

/** A live host that counts the replies it takes; what comes twice is there twice. `atMoment` is called once. */
class CountingHost {
	readonly taken = new Map<string, number>();
	atMoment: { at: HostMoment; act: () => void } | null = null;

	#reaches(at: HostMoment): boolean {
		if (this.atMoment?.at !== at) return false;
		const { act } = this.atMoment;
		this.atMoment = null;
		act();
		return true;
	}

	#takeReply(conversation: string, text: string): Reply | null {
		if (this.#reaches('read')) return null;
		this.taken.set(conversation, (this.taken.get(conversation) ?? 0) + 1);
		if (this.#reaches('held')) return null;
		const answer = answerJson({ data: { id: 7, text, created_at: new Date().toISOString() } }, 201);
		if (this.atMoment?.at !== 'half') return answer;
		return (response) => {
			response.writeHead(201, { 'content-type': 'application/json', 'content-length': '1000' });
			response.write('{"data": {', () => this.#reaches('half'));
		};
	}

	/** The answer to a call, or null where it never answers. */
	replyTo({ method, path, body }: ReceivedCall): Reply | null {
		const conversation = /^\/conversations\/([^/?]+)/.exec(path)?.[1];
		if (path.startsWith('/self')) {
			const brand = { id: 1, name: 'Ovelle', organization: null, organization_id: 1 };
			return answerJson({ accessible_brands: [1], brands: { ovelle: brand } });
		}
		if (conversation === undefined) return answerJson({ data: [] });
		if (method === 'POST') return this.#takeReply(conversation, (JSON.parse(body) as { text: string }).text);
		if (method === 'PATCH' ? this.#reaches('closing') : this.#reaches('asked')) return null;
		return answerJson({ data: conversationOf(conversation) });
	}
}

const conversationOf = (id: string) => ({
	id,
	brand_id: 1,
	type: 'INSTAGRAM_CONVERSATION',
	is_group: false,
	last_received_at: new Date(Date.now() - 60_000).toISOString(),
	follower_participant: { user_handle: 'mira' },
	messages: []
});

const test = base.extend<{ host: CountingHost; upstream: FakeUpstream; directory: string }>({
	// Each server has an address of its own.
	baseURL: undefined,
	// eslint-disable-next-line no-empty-pattern
	host: async ({}, use) => use(new CountingHost()),
	upstream: async ({ host }, use) => {
		const upstream = await startFakeUpstream();
		upstream.script((response, call) => host.replyTo(call)?.(response, call));
		await use(upstream);
		await upstream.close();
	},
	// eslint-disable-next-line no-empty-pattern
	directory: async ({}, use) => {
		const directory = await mkdtemp(join(tmpdir(), 'undertone-killed-'));
		await use(directory);
		await rm(directory, { recursive: true, force: true });
	}
});

test.use({ javaScriptEnabled: false });

/** A server that dies before a write of its outbox, or, without one, only where it is killed. */
function environmentOf(upstream: FakeUpstream, directory: string, write?: number): Record<string, string> {
	const preload = pathToFileURL(resolve(import.meta.dirname, '../support/killed-at-rename.mjs')).href;
	const dies = { NODE_OPTIONS: `--import=${preload}`, TEST_KILL_AT: String(write) };
	return {
		...askingOf(upstream),
		UNDERTONE_REPLIES: 'on',
		UNDERTONE_DATA_DIR: directory,
		...(write === undefined ? {} : dies)
	};
}

/** The form of a reply as the thread has it; sent again, it is the same form. */
function formOf(index: number) {
	const fields = {
		...{
			id: `${Date.now().toString(36)}-${String(index).repeat(16)}`,
			brand: '1',
			interaction: '5',
			time: ''
		},
		...{ conversation: `c${index}`, text: `Reply ${index}`, from: 'replies', then: 'close' }
	};
	const send = async ({ url }: Undertone) => {
		const body = new URLSearchParams(fields);
		const headers = { origin: url, accept: 'text/html' };
		const answer = await fetch(`${url}/messages?/reply`, {
			method: 'POST',
			body,
			headers,
			redirect: 'manual'
		});
		return answer.status;
	};
	return { ...fields, send };
}

async function rowOf(page: Page, { url }: Undertone, id: string): Promise<Locator> {
	await page.goto(`${url}/messages/replies`);
	return page.locator(`#reply-${id}`);
}

/** What a person who looks at the platform does about a row that waits for somebody. */
async function settle(row: Locator, { state, taken }: Kill): Promise<void> {
	const says = taken === 1 ? 'It is there' : 'It is not there: send again';
	await row.getByRole('button', { name: state === 'queued' ? 'Send now' : says }).click();
}

test('a server that dies while it sends: no reply reaches anybody twice, none is lost, and its row says what is true', async ({
	page,
	host,
	upstream,
	directory
}) => {
	let app = await startUndertone(environmentOf(upstream, directory));
	const restart = async (write?: number) => {
		await app.kill();
		app = await startUndertone(environmentOf(upstream, directory, write));
	};
	try {
		for (const [index, kill] of KILLS.entries()) {
			await test.step(kill.at, async () => {
				const form = formOf(index);
				const arrived = () => host.taken.get(form.conversation) ?? 0;
				if (kill.write !== undefined) await restart(kill.write);
				const dying = app;
				if (kill.host) host.atMoment = { at: kill.host, act: () => void dying.kill() };
				await expect(form.send(app), 'nobody hears what came of it').rejects.toThrow();
				await restart();
				expect(host.atMoment, 'the host was at that moment').toBeNull();
				expect(arrived()).toBe(kill.taken);

				const row = await rowOf(page, app, form.id);
				if (kill.state === null) await expect(row).toHaveCount(0);
				else await expect(row).toContainText(SAYS[kill.state]);
				// The browser that got no answer sends its form again: only what was never kept is new.
				expect(await form.send(app)).toBe(303);
				expect(arrived()).toBe(kill.state === null ? 1 : kill.taken);
				await page.reload();
				if (kill.state !== null) await expect(row).toContainText(SAYS[kill.state]);
				if (kill.state !== null && kill.state !== 'sent') await settle(row, kill);
				await expect.poll(arrived, 'it is there once').toBe(1);
			});
		}
		await restart();
		await page.goto(`${app.url}/messages/replies`);
		for (const index of KILLS.keys()) await expect(page.getByText(`Reply ${index}`).first()).toBeVisible();
		await expect(page.locator('li.sent')).toHaveCount(KILLS.length);
		await expect(page.locator('li.queued, li.sending, li.unknown')).toHaveCount(0);
		// The one that never arrived, whose words went on in another row.
		await expect(page.locator('li.failed')).toHaveCount(1);
		expect([...host.taken.values()]).toEqual(KILLS.map(() => 1));
	} finally {
		await app.kill();
	}
});
