import { randomUUID } from 'node:crypto';
import type { Handle, HandleServerError, ServerInit } from '@sveltejs/kit';
import { building } from '$app/environment';
import { LOCALE, writeNumbersOf } from '$lib/format/numbers';
import { compressed } from '$lib/server/compress';
import { closeEmbeddedStore } from '$lib/server/embedded';
import { closeHost, meetHost } from '$lib/server/host';
import { log } from '$lib/server/log';
import { settings, SettingsError } from '$lib/server/settings';
import { startHost } from '$lib/server/start';

const SECURITY_HEADERS = {
	'x-content-type-options': 'nosniff',
	'referrer-policy': 'strict-origin-when-cross-origin',
	'cross-origin-opener-policy': 'same-origin',
	'cross-origin-resource-policy': 'same-origin',
	'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()'
};

/** What a page can be told about how it looks: each in a cookie and an attribute of its own. */
const LOOKS = { theme: ['light', 'dark'], contrast: ['more', 'usual'] };

/** Settings are checked and the store is open and seeded before the server listens. */
export const init: ServerInit = async () => {
	if (building) return;
	try {
		writeNumbersOf(settings().locale);
		await startHost(settings(), () => Date.now());
		meetHost(Date.now());
	} catch (cause) {
		const line = cause instanceof Error ? cause.message : String(cause);
		process.stderr.write(`${line}\n`);
		if (!(cause instanceof SettingsError)) log.error('start failed', cause);
		process.exit(1);
	}
	process.once('sveltekit:shutdown', () => void Promise.allSettled([closeEmbeddedStore(), closeHost()]));
};

function plain(status: number, text: string): Response {
	return new Response(text, {
		status,
		headers: { 'content-type': 'text/plain; charset=utf-8', ...SECURITY_HEADERS }
	});
}

/** The theme and the contrast that the reader chose travel in cookies, so that the first paint already has them. */
function lookAttributes(cookie: (name: string) => string | undefined): string {
	return Object.entries(LOOKS)
		.map(([name, values]) => ({ name, value: values.find((value) => value === cookie(name)) }))
		.flatMap(({ name, value }) => (value === undefined ? [] : [`data-${name}="${value}"`]))
		.join(' ');
}

const SAFE_METHODS = ['GET', 'HEAD', 'OPTIONS'];

/**
 * Whether a page of another site made the browser send this. Programs send neither header; browsers send at least
 * one of them, and no page can forge them.
 */
function isFromElsewhere(request: Request, origin: string): boolean {
	if (SAFE_METHODS.includes(request.method)) return false;
	const site = request.headers.get('sec-fetch-site');
	if (site !== null) return site !== 'same-origin' && site !== 'none';
	const from = request.headers.get('origin');
	return from !== null && from !== origin;
}

/** Never throws: an exception here could end the process. */
export const handle: Handle = async ({ event, resolve }) => {
	event.locals.now = Date.now();
	try {
		if (isFromElsewhere(event.request, event.url.origin)) {
			return plain(403, 'Requests from other sites are not taken here.\n');
		}
		const attributes = lookAttributes((name) => event.cookies.get(name));
		const response = await resolve(event, {
			transformPageChunk: ({ html }) =>
				html.replace('%undertone.look%', attributes).replace('%undertone.locale%', LOCALE),
			preload: ({ type, path }) =>
				type === 'js' || type === 'css' || (type === 'font' && path.includes('latin-wght'))
		});
		for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.headers.set(name, value);
		if (response.headers.get('content-type')?.startsWith('text/html')) {
			response.headers.set('cache-control', 'private, no-store');
		}
		return event.isSubRequest ? response : compressed(event.request, response);
	} catch (cause) {
		const reference = randomUUID();
		log.error(`request failed ${reference}`, cause);
		return plain(500, `Something went wrong here. Reference: ${reference}\n`);
	}
};

export const handleError: HandleServerError = ({ error, status, message }) => {
	if (status === 404) return { message };
	const reference = randomUUID();
	log.error(`unexpected error ${reference}`, error);
	return { message: 'Something went wrong here.', reference };
};
