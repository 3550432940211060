/** Attachment: a click elsewhere and Escape close the open menu; Escape gives the focus back to its button. */
export function closeMenus(bar: HTMLElement): () => void {
	const openMenu = () => bar.querySelector<HTMLDetailsElement>('details[open]');

	const onClick = (event: MouseEvent) => {
		const menu = openMenu();
		// What was clicked may be gone by now, such as a day of a month that a calendar has left.
		if (menu && !event.composedPath().includes(menu)) menu.open = false;
		else if (menu && (event.target as Element).closest('a[href]')) menu.open = false;
	};
	const onKey = (event: KeyboardEvent) => {
		const menu = openMenu();
		if (event.key !== 'Escape' || !menu) return;
		menu.open = false;
		menu.querySelector('summary')?.focus();
	};
	const onSubmit = () => {
		const menu = openMenu();
		if (menu) menu.open = false;
	};

	document.addEventListener('click', onClick);
	document.addEventListener('keydown', onKey);
	document.addEventListener('submit', onSubmit);
	return () => {
		document.removeEventListener('click', onClick);
		document.removeEventListener('keydown', onKey);
		document.removeEventListener('submit', onSubmit);
	};
}
