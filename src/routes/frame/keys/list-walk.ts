import type { Attachment } from 'svelte/attachments';

/** J and K ask whichever list stands there to go on or back by one row. */
const WALK = 'undertone:walk';

/** Letters of the other alphabets are found by their place, as in the keyboard map. */
const STEPS: Readonly<Record<string, 1 | -1>> = { j: 1, k: -1 };

type Press = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey'>;

/**
 * The step that a pressed key asks for; null for any other key.
 * @example walkStep({ key: 'j', code: 'KeyJ', ctrlKey: false, metaKey: false, altKey: false }) // 1
 */
export function walkStep({ key, code, ctrlKey, metaKey, altKey }: Press): 1 | -1 | null {
	if (ctrlKey || metaKey || altKey) return null;
	const isForeign = /^\p{L}$/u.test(key) && !/^[a-z]$/i.test(key);
	return STEPS[(isForeign ? code.replace(/^Key/, '') : key).toLowerCase()] ?? null;
}

/** Ask for a step. @returns whether a list took it */
export function askToWalk(step: 1 | -1): boolean {
	return !document.dispatchEvent(new CustomEvent(WALK, { detail: step, cancelable: true }));
}

/** Whether a list lies open to keys: nothing lies over it. */
function isOpen(list: HTMLElement): boolean {
	const over = document.querySelector('[role="menu"], [role="listbox"]');
	const dialogs = [...document.querySelectorAll('[role="dialog"]')];
	return over === null && dialogs.every((dialog) => dialog.contains(list));
}

/** Lets a list be walked by J and K. `walk` says whether there was anywhere to go. */
export function walksByLetters(walk: (step: 1 | -1) => boolean): Attachment<HTMLElement> {
	return (list) => {
		const follow = (event: Event) => {
			if (event.defaultPrevented || !isOpen(list)) return;
			if (walk((event as CustomEvent<1 | -1>).detail)) event.preventDefault();
		};
		document.addEventListener(WALK, follow);
		return () => document.removeEventListener(WALK, follow);
	};
}
