import { randomBytes } from 'node:crypto';

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

/** Ten characters that nobody mistakes for each other: 50 random bits. */
export function newRecordId(): string {
	return [...randomBytes(10)].map((byte) => ALPHABET[byte % ALPHABET.length]).join('');
}

/** Letters of either case are the same name to people. */
export const foldName = (name: string) => name.normalize('NFKC').toLowerCase();
