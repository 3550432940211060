/** The addresses of a panel's numbers as files; `more` are those that only this panel has, with their names. */
export type PanelExports = { csv: string; json: string; more?: readonly { href: string; name: string }[] };
