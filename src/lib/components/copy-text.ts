/**
 * Put the text of a field on the clipboard. Browsers give the clipboard to pages on https and on this machine only,
 * and may refuse it; then the field is selected, so that the reader can copy it by hand.
 * @returns false when the reader has to copy it
 */
export async function copyField(field: HTMLInputElement): Promise<boolean> {
	try {
		await navigator.clipboard.writeText(field.value);
		return true;
	} catch {
		field.focus();
		field.select();
		return false;
	}
}
