import { settings } from '../settings';
import { openRecords, type Records } from './records';

let current: Records | null = null;

/** The records of this process, in the data folder of the settings. Opened on first use. */
export function records(): Records {
	current ??= openRecords(settings().dataDirectory);
	return current;
}
