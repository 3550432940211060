/** What stopped a call on our own side. The codes are read by the client, beside those of Node and undici. */
export type TransportCode =
	| 'ADDRESS_REFUSED'
	| 'CALL_TIMEOUT'
	| 'ERR_ENCODING_UNKNOWN'
	| 'ORIGIN_REFUSED'
	| 'UND_ERR_RES_EXCEEDED_MAX_SIZE';

/** An error of the transport; a call that ran out of time is a `TimeoutError` by name. */
export class TransportError extends Error {
	readonly code: TransportCode;

	constructor(code: TransportCode, message: string) {
		super(message);
		this.name = code === 'CALL_TIMEOUT' ? 'TimeoutError' : 'TransportError';
		this.code = code;
	}
}
