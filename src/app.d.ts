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
	}
}

export {};
