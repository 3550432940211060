import { createReadStream } from 'node:fs';
import { importFile } from '$lib/server/store/import/import-file';
import { storeSink } from '$lib/server/store/import/store-sink';
import { openStore } from '$lib/server/store/store';

/**
 * An import that prints how many rows are acknowledged, a line per batch, so that a test can end it at a known
 * moment. Batches are small, so that there are many moments: `node acknowledging-import.js FILE DIRECTORY`.
 */
const [file = '', directory = ''] = process.argv.slice(2);
const store = await openStore({ directory });
const sink = storeSink(store, () => 0);
let acknowledged = 0;

await importFile(
	{ chunks: createReadStream(file, { highWaterMark: 262_144 }), name: 'crash.csv', format: 'csv' },
	{
		mapping: { source: 'crash', maps: {}, sets: {}, labels: [], timeFormat: null, timeZone: null },
		sink: {
			...sink,
			async apply(batch) {
				const result = await sink.apply(batch);
				acknowledged += result.new;
				process.stdout.write(`${acknowledged}\n`);
				return result;
			}
		},
		batchRows: 1_000,
		onProgress: () => {},
		isStopped: () => false
	}
);
await store.close();
