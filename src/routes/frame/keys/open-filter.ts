/** Where each key of the map puts the focus in the filter bar. */
export const FIELDS = {
	custom: 'input[name="from"]',
	brands: 'input[name="brand"]',
	search: 'input[name="q"]'
} as const;

/**
 * Open the filter menu that holds a field, and put the focus there. On narrow pages the filters stand folded, so they
 * are unfolded first.
 * @returns false on a page without this filter
 */
export function openFilter(name: keyof typeof FIELDS): boolean {
	const field = document.querySelector<HTMLInputElement>(`details ${FIELDS[name]}`);
	const menu = field?.closest('details');
	if (!field || !menu) return false;
	const fold = menu.closest('form')?.querySelector<HTMLInputElement>('.toggle > input[type="checkbox"]');
	if (fold) fold.checked = true;
	menu.open = true;
	field.focus();
	return true;
}

/** Whether something lies over the page that Escape closes. */
export function isSomethingOpen(): boolean {
	return document.querySelector('[role="dialog"], [role="menu"], details[name][open], .tooltip') !== null;
}

export function closeMenus() {
	for (const menu of document.querySelectorAll<HTMLDetailsElement>('details[name][open]')) menu.open = false;
}
