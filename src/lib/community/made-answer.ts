/** The header of a call within the process: whoever sends it takes a `MadeAnswer` in place of a text. */
export const TAKES_MADE = 'x-undertone-takes-made';

/**
 * An answer whose value its host made in this process as the client reads it, so that neither of them writes or reads
 * a text. The embedded host gives long series like this; that reading their text would give the same value is a law of
 * its own, which `round-trip.spec.ts` holds. Its body is no JSON: whoever reads it without asking for it is refused.
 */
export class MadeAnswer extends Response {
	readonly value: unknown;

	constructor(value: unknown, init: ResponseInit) {
		super('This answer was handed over within its process.', init);
		this.value = value;
	}
}
