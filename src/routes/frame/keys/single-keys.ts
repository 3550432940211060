const SWITCH = 'undertone.single-keys';

/** Whether keys work by themselves, without Ctrl or another one. A browser may keep no memory for pages; then they do. */
export function areSingleKeysOn(): boolean {
	try {
		return localStorage.getItem(SWITCH) !== 'off';
	} catch {
		return true;
	}
}

/** Remember what the reader chose, where the browser lets us; else it holds until the page is left. */
export function rememberSingleKeys(isOn: boolean): void {
	try {
		if (isOn) localStorage.removeItem(SWITCH);
		else localStorage.setItem(SWITCH, 'off');
	} catch {
		return;
	}
}
