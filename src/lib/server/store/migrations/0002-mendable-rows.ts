/**
 * What is needed to take up again a row that was set aside: how its file was read, as JSON (null where that is not
 * known), and how often the same row came before in the file.
 */
export const mendableRows: readonly string[] = [
	`ALTER TABLE imports ADD COLUMN mapping VARCHAR`,
	`ALTER TABLE set_aside ADD COLUMN occurrence INTEGER DEFAULT 0`
];
