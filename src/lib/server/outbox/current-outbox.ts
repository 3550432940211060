import { settings } from '../settings';
import { openOutbox, type Outbox } from './outbox';

let current: Outbox | null = null;

/** The outbox of this process, in the data folder of the settings. Opened on first use. */
export function outbox(): Outbox {
	current ??= openOutbox(settings().dataDirectory);
	return current;
}
