const PRINTED = '[secret]';

/** A value that never prints: string conversion, JSON and inspection all give `[secret]`. */
export class Secret {
	readonly #value: string;

	constructor(value: string) {
		this.#value = value;
	}

	/** The value itself, for the one place that has to send or compare it. */
	reveal(): string {
		return this.#value;
	}

	toString(): string {
		return PRINTED;
	}

	toJSON(): string {
		return PRINTED;
	}

	[Symbol.for('nodejs.util.inspect.custom')](): string {
		return PRINTED;
	}
}
