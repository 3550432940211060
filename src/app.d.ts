declare global {
	namespace App {
		interface Error {
			message: string;
			/** Find the cause in the server's log by this. */
			reference?: string;
		}
		interface Locals {
			/** When this request began, in milliseconds since 1970: every number of one page shares it. */
			now: number;
		}
		interface PageState {
			/** The messages in the panel beside the page: the address of their list, and what has to be said about it. */
			drill?: { href: string; note: string | null };
			/** The address whose filters a key has just cleared. */
			cleared?: string;
		}
	}
}

export {};
