import LRU from 'zrender/lib/core/LRU.js';

/** Any other text: no label begins with NUL, since control characters are taken out of labels. */
const plain = <K extends string | number>(key: K) =>
	typeof key === 'string' && key in Object.prototype ? `\0${key}` : key;

let isKept = false;

/**
 * ECharts keeps the widths of texts in an object by the texts themselves. A brand or a keyword called `__proto__` would
 * find the prototype of all objects there and be written onto it, which breaks everything else in the process, and one
 * called `constructor` would have no width. So the keys that every object has are kept under another name.
 */
export function keepKeysPlain(): void {
	if (isKept) return;
	isKept = true;
	const { get, put } = LRU.prototype;
	LRU.prototype.get = function (this: LRU<unknown>, key) {
		return get.call(this, plain(key));
	};
	LRU.prototype.put = function (this: LRU<unknown>, key, value) {
		return put.call(this, plain(key), value);
	};
}
