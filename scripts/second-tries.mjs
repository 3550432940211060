/**
 * A reporter for Vitest, which has none that tells it: the cases that passed only when they were tried again, and what
 * stopped each the first time, so that a rare counterexample is not lost. Written as JSON to the file that
 * `UNDERTONE_SECOND_TRIES` names.
 */
import { writeFileSync } from 'node:fs';

export default class SecondTries {
	/** @param {readonly import('vitest/node').TestModule[]} modules */
	onTestRunEnd(modules) {
		const file = process.env.UNDERTONE_SECOND_TRIES;
		if (file !== undefined) writeFileSync(file, JSON.stringify(modules.flatMap(secondTries)));
	}
}

/** @param {import('vitest/node').TestModule} module */
function secondTries(module) {
	return [...module.children.allTests()]
		.filter((test) => test.diagnostic()?.flaky)
		.map((test) => ({
			name: `${module.relativeModuleId} › ${test.fullName}`,
			reason: test.result().errors?.[0]?.message ?? ''
		}));
}
