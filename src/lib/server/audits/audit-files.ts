import { join } from 'node:path';
import { CommunityError } from '$lib/errors/community-error';
import { nodeDisk, type Disk } from '../records/disk';
import { replaceFile } from '../records/replace-file';
import { auditSchema, summaryOf, type Audit, type AuditSummary } from './audit';

const FOLDER = 'audits';
const FILE = /^([0-9a-z]{6,32})\.json$/;
const DRAFT = /^[0-9a-z]{6,32}\.json\.[0-9a-f]{12}$/;
const AUDIT_ID = /^[0-9a-z]{6,32}$/;

/** How many audits are kept at once: each is a file of some hundred kilobytes. */
export const MOST_AUDITS = 100;
const MOST_BYTES = 8 * 1024 * 1024;

/** What the folder holds; `unread` are files that are damaged or of a newer Undertone, which nothing touches. */
export type KeptAudits = { audits: AuditSummary[]; unread: string[] };

/**
 * The audits of a data folder, one file each, so that a damaged one takes no other away and a rating writes no more
 * than its own audit. They are written as the records are: whole, and durable before anybody is told so.
 */
export type AuditFiles = {
	/** Every audit that can be read, the newest first. */
	list: () => Promise<KeptAudits>;
	/** One audit, or null where there is none of that id that can be read. */
	find: (id: string) => Promise<Audit | null>;
	/** Keep a new audit; false where there are as many as can be kept. */
	add: (audit: Audit) => Promise<boolean>;
	/**
	 * Change one audit, one change at a time: what `edit` returns is on disk when this resolves, and null leaves the
	 * audit as it is. Resolves with the audit as it is then, or null where there is none.
	 */
	change: (id: string, edit: (audit: Audit) => Audit | null) => Promise<Audit | null>;
	/** True when there was one. */
	remove: (id: string) => Promise<boolean>;
};

type Reading = { audit: Audit } | { unread: true } | null;

function parse(bytes: Uint8Array): Reading {
	if (bytes.length > MOST_BYTES) return { unread: true };
	try {
		const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
		const reading = auditSchema.safeParse(JSON.parse(text));
		return reading.success ? { audit: reading.data } : { unread: true };
	} catch {
		return { unread: true };
	}
}

/** The bytes of an audit, indented, so that a person can read them. */
const bytesOf = (audit: Audit) => new TextEncoder().encode(`${JSON.stringify(audit, null, '\t')}\n`);

/** Open the audits of a data folder. One process writes a data folder at a time. */
export function openAuditFiles(dataDirectory: string, disk: Disk = nodeDisk): AuditFiles {
	const directory = join(dataDirectory, FOLDER);
	const known = new Map<string, { stamp: string; reading: Reading }>();
	let queue: Promise<unknown> = Promise.resolve();
	const pathOf = (id: string) => join(directory, `${id}.json`);

	/** Read a file unless it is the one that was read before. */
	async function load(id: string): Promise<Reading> {
		const path = pathOf(id);
		const stamp = await disk.stamp(path);
		if (stamp === null) return null;
		const before = known.get(id);
		if (before?.stamp === stamp) return before.reading;
		const bytes = await disk.read(path);
		const reading = bytes === null ? null : parse(bytes);
		known.set(id, { stamp, reading });
		return reading;
	}

	async function ids(): Promise<string[]> {
		const names = await disk.list(directory);
		for (const draft of names.filter((name) => DRAFT.test(name))) await disk.remove(join(directory, draft));
		return names.flatMap((name) => FILE.exec(name)?.[1] ?? []);
	}

	async function write(audit: Audit): Promise<void> {
		const path = pathOf(audit.id);
		await replaceFile(disk, { directory, path, bytes: bytesOf(audit), draftOf: path });
	}

	/** One thing at a time, in the order of asking; a failure ends nobody else's turn. */
	function inTurn<T>(act: () => Promise<T>): Promise<T> {
		const turn = queue.then(act).catch((cause: unknown) => {
			if (cause instanceof CommunityError) throw cause;
			throw new CommunityError('store_unavailable', { message: 'the audits failed', cause });
		});
		queue = turn.catch(() => undefined);
		return turn;
	}

	async function find(id: string): Promise<Audit | null> {
		const reading = AUDIT_ID.test(id) ? await load(id) : null;
		return reading !== null && 'audit' in reading && reading.audit.id === id ? reading.audit : null;
	}

	async function list(): Promise<KeptAudits> {
		const kept: KeptAudits = { audits: [], unread: [] };
		for (const id of await ids()) {
			const audit = await find(id);
			if (audit === null) kept.unread.push(`${FOLDER}/${id}.json`);
			else kept.audits.push(summaryOf(audit));
		}
		kept.audits.sort((one, other) => other.createdAt - one.createdAt || (one.id < other.id ? -1 : 1));
		return kept;
	}

	return {
		list: () => inTurn(list),
		find: (id) => inTurn(() => find(id)),
		add: (audit) =>
			inTurn(async () => {
				if ((await ids()).length >= MOST_AUDITS) return false;
				await write(auditSchema.parse(audit));
				return true;
			}),
		change: (id, edit) =>
			inTurn(async () => {
				const before = await find(id);
				const after = before && edit(before);
				if (after !== null) await write(after);
				return after ?? before;
			}),
		remove: (id) =>
			inTurn(async () => {
				if ((await find(id)) === null) return false;
				await disk.remove(pathOf(id));
				await disk.syncFolder(directory);
				known.delete(id);
				return true;
			})
	};
}
