type Field = HTMLInputElement | HTMLTextAreaElement;

const isTicked = (field: Field): field is HTMLInputElement =>
	field instanceof HTMLInputElement && ['checkbox', 'radio'].includes(field.type);

const isChanged = (field: Field) =>
	isTicked(field) ? field.checked !== field.defaultChecked : field.value !== field.defaultValue;

/** Tells whoever listens to the field, as a key of the reader would. */
const tell = (field: Field) => {
	field.dispatchEvent(new Event(isTicked(field) ? 'change' : 'input', { bubbles: true }));
};

/**
 * What the reader typed and ticked before scripts took the page over: that sets every field to what the link says, and
 * so would wipe it. Call it before, and what it returns after; fields whose element is gone by then are left alone.
 * @example const giveBack = earlyFields(document); // … the page becomes alive … giveBack();
 */
export function earlyFields(root: ParentNode): () => void {
	const fields = [...root.querySelectorAll<Field>('input:not([type="hidden"], [type="file"]), textarea')];
	const changed = fields
		.filter(isChanged)
		.map((field) => ({ field, value: field.value, isChecked: isTicked(field) && field.checked }));
	return () => {
		for (const { field, value, isChecked } of changed) {
			if (!field.isConnected) continue;
			if (isTicked(field)) field.checked = isChecked;
			else field.value = value;
			tell(field);
		}
	};
}
