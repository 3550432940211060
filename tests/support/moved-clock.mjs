/**
 * Loaded before the server under test, so that its day does not depend on the day of the test: the date is that of
 * TEST_DATE and stands still where there is one, and each SIGUSR2 lets two minutes pass, at once.
 */
const TWO_MINUTES = 120_000;
const stoodAt = Date.parse(process.env.TEST_DATE ?? '');
const RealDate = Date;
const realElapsed = performance.now.bind(performance);
let passed = 0;

process.on('SIGUSR2', () => (passed += TWO_MINUTES));

const now = () => (Number.isNaN(stoodAt) ? RealDate.now() : stoodAt) + passed;
performance.now = () => realElapsed() + passed;

globalThis.Date = new Proxy(RealDate, {
	construct: (target, args, newTarget) =>
		Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget),
	apply: () => new RealDate(now()).toString(),
	get: (target, key) => (key === 'now' ? now : Reflect.get(target, key))
});
