import { randomUUID } from 'node:crypto';
import { CommunityError } from '$lib/errors/community-error';
import type { BatchResult } from '../new-interaction';
import type { ImportBatch, ImportBeginning, ImportSink } from './sink';
import type { ImportMessage } from './wire';

type Session = {
	sink: ImportSink;
	/** The number of the batch that is being filled. */
	batch: number;
	parts: ImportBatch[];
	/** What the batch before came to, for a command that did not hear the answer. */
	last: Promise<BatchResult> | null;
};

type Answers = {
	hello: object;
	begin: { session: string };
	part: object;
	apply: BatchResult;
	finish: object;
};

/** Imports that may run at once; beginning one more forgets the oldest, whose command then has to start again. */
const MOST_SESSIONS = 4;

function outOfOrder(message: string): CommunityError {
	return new CommunityError('query_invalid', { message });
}

/** The server's end of an import that comes over loopback. What a batch consists of waits here until it is whole. */
export class ImportReceiver {
	#sessions = new Map<string, Session>();
	#openSink: () => Promise<ImportSink>;

	constructor(openSink: () => Promise<ImportSink>) {
		this.#openSink = openSink;
	}

	/** @throws CommunityError query_invalid for a message out of order, and whatever the store throws */
	async receive(message: ImportMessage): Promise<Answers[ImportMessage['order']]> {
		if (message.order === 'hello') return {};
		if (message.order === 'begin') return this.#begin(message);
		const session = this.#sessions.get(message.session);
		if (!session)
			throw outOfOrder('This import is not known here: the server was started again. Run it again.');
		if (message.order === 'part') return this.#part(session, message);
		if (message.order === 'apply') return this.#apply(session, message);
		await session.sink.finish();
		this.#sessions.delete(message.session);
		return {};
	}

	async #begin({ source, file, mapping }: ImportBeginning): Promise<{ session: string }> {
		const sink = await this.#openSink();
		await sink.begin({ source, file, mapping });
		const [oldest] = this.#sessions.keys();
		if (oldest !== undefined && this.#sessions.size >= MOST_SESSIONS) this.#sessions.delete(oldest);
		const name = randomUUID();
		this.#sessions.set(name, { sink, batch: 0, parts: [], last: null });
		return { session: name };
	}

	#part(session: Session, message: ImportMessage & { order: 'part' }): object {
		const isRepeated = message.batch === session.batch && message.part === session.parts.length - 1;
		if (isRepeated) return {};
		if (message.batch !== session.batch || message.part !== session.parts.length) {
			throw outOfOrder(`Part ${message.part} of batch ${message.batch} is out of order.`);
		}
		session.parts.push({ interactions: message.interactions, setAside: message.setAside, line: 0 });
		return {};
	}

	#apply(session: Session, message: ImportMessage & { order: 'apply' }): Promise<BatchResult> {
		const isRepeated = message.batch === session.batch - 1 && session.parts.length === 0;
		if (isRepeated && session.last) return session.last;
		if (message.batch !== session.batch || message.parts !== session.parts.length) {
			throw outOfOrder(`Batch ${message.batch} is not whole.`);
		}
		const { parts } = session;
		session.parts = [];
		session.batch++;
		session.last = session.sink.apply({
			interactions: parts.flatMap((part) => part.interactions),
			setAside: parts.flatMap((part) => part.setAside),
			line: message.line
		});
		return session.last;
	}
}
