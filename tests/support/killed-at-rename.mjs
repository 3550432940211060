import fs from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';

/**
 * Loaded before the server under test: it dies just before the TEST_KILL_AT-th time that a draft takes the place of
 * `outbox.json`, as if somebody had killed it there. What was written before that is on the disk, nothing after it is.
 */
const at = Number(process.env.TEST_KILL_AT);
const rename = fs.rename;
let taken = 0;

fs.rename = async (from, to) => {
	if (String(to).endsWith('outbox.json') && (taken += 1) === at) {
		process.kill(process.pid, 'SIGKILL');
		await new Promise(() => undefined);
	}
	return rename(from, to);
};
syncBuiltinESMExports();
