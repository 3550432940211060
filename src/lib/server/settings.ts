import { z } from 'zod';
import { Secret } from './secret';

const LIVE_API = 'https://community.dashsocial.com';
const LIVE_SELF = 'https://auth.dashsocial.com/api/self';

const booleanSchema = z
	.enum(['on', 'off', '1', '0', 'true', 'false'])
	.transform((word) => word === 'on' || word === '1' || word === 'true');

const timeZoneSchema = z.string().refine((zone) => {
	try {
		new Intl.DateTimeFormat('en', { timeZone: zone });
		return true;
	} catch {
		return false;
	}
});

const localeSchema = z.string().refine((locale) => {
	try {
		return Intl.NumberFormat.supportedLocalesOf([locale]).length === 1;
	} catch {
		return false;
	}
});

const wholeNumber = (least: number, most: number) =>
	z
		.string()
		.regex(/^\d{1,9}$/)
		.transform(Number)
		.refine((value) => value >= least && value <= most);

const httpAddress = z.url({ protocol: /^https?$/ });

type Variable<T> = { schema: z.ZodType<T, string>; takes: string; about: string };

const variable = <T>(schema: z.ZodType<T, string>, takes: string, about: string): Variable<T> => ({
	schema,
	takes,
	about
});

/** Every environment variable of Undertone: what it takes, and what it is for. docs/operations.md lists them. */
const VARIABLES = {
	PORT: variable(wholeNumber(1, 65_535), 'a port from 1 to 65535', 'Where the server listens.'),
	HOST: variable(
		z.string().regex(/^[\w.:-]+$/),
		'an address or host name such as 127.0.0.1',
		'Which address the server binds.'
	),
	UNDERTONE_DATA_DIR: variable(z.string().min(1), 'a folder', 'Where the store lives.'),
	UNDERTONE_STORE_SECONDS: variable(
		wholeNumber(1, 60),
		'a whole number from 1 to 60',
		'How long a question may wait for the store, and then run, before its panel says that it failed.'
	),
	COMMUNITY_API_URL: variable(
		httpAddress,
		'an https address such as https://community.dashsocial.com',
		'The upstream Community API.'
	),
	COMMUNITY_API_TOKEN: variable(
		z.string().regex(/^[\x21-\x7e]+$/),
		'a token without spaces',
		'The bearer token for the upstream Community API.'
	),
	COMMUNITY_AUTH_URL: variable(
		httpAddress,
		'the full https address of self, such as https://auth.dashsocial.com/api/self',
		'Which address tells the brands that the token can see.'
	),
	COMMUNITY_API_TIMEOUT: variable(
		wholeNumber(1, 120),
		'a whole number of seconds from 1 to 120',
		'How long a question to the upstream may take, its retry included.'
	),
	UNDERTONE_API_TOKEN: variable(
		z.string().regex(/^[\x21-\x7e]+$/),
		'a token without spaces',
		'When set, the embedded API demands it of every call over a socket.'
	),
	UNDERTONE_REPLIES: variable(
		booleanSchema,
		'on or off (also 1, 0, true, false)',
		'Whether people may reply to messages, close and tag them. On over the embedded store, off on the live host.'
	),
	UNDERTONE_TIME_ZONE: variable(
		timeZoneSchema,
		'an IANA time zone such as Europe/Berlin',
		'The zone of a view whose link names none.'
	),
	UNDERTONE_LOCALE: variable(
		localeSchema,
		'a language tag such as en-GB or de-DE',
		'Whose way of writing numbers and dates and of beginning weeks the pages follow.'
	),
	UNDERTONE_DEMO: variable(
		booleanSchema,
		'on or off (also 1, 0, true, false)',
		'Whether the embedded store is seeded with demo data.'
	),
	UNDERTONE_DEMO_INTERACTIONS: variable(
		wholeNumber(1_000, 20_000_000),
		'a whole number from 1000 to 20000000',
		'About how many demo interactions the first seed makes.'
	),
	UNDERTONE_ALLOW_HTTP_UPSTREAM: variable(
		booleanSchema,
		'on or off (also 1, 0, true, false)',
		'Development only: permits an upstream over http and on loopback or private addresses.'
	)
} as const;

type VariableName = keyof typeof VARIABLES;
export type Environment = Readonly<Record<string, string | undefined>>;

export type UpstreamSettings = {
	url: string;
	authUrl: string;
	token: Secret | null;
	allowHttp: boolean;
	/** Milliseconds that a question may take; the usual limits where nobody set it. */
	callTimeout?: number | undefined;
};

export type Settings = {
	port: number;
	host: string;
	dataDirectory: string;
	/** How long a question may wait for the embedded store, and then run. */
	storeSeconds: number;
	/** Whether people may reply to messages, close and tag them. */
	replies: boolean;
	timeZone: string;
	/** A language tag: whose numbers and dates the pages write. */
	locale: string;
	/** Null when the embedded host answers. */
	upstream: UpstreamSettings | null;
	/** What the embedded API demands of calls over a socket, or null when it is open. */
	apiToken: Secret | null;
	demo: boolean;
	demoInteractions: number;
};

/** A variable whose value cannot be used; the message is the one line that stops the start. */
export class SettingsError extends Error {
	constructor(name: string, got: string, takes: string) {
		super(`${name} is ${JSON.stringify(got)}; it takes ${takes}.`);
		this.name = 'SettingsError';
	}
}

function read<K extends VariableName>(
	environment: Environment,
	name: K
): z.output<(typeof VARIABLES)[K]['schema']> | undefined {
	const raw = environment[name];
	if (raw === undefined || raw === '') return undefined;
	const result = VARIABLES[name].schema.safeParse(raw);
	if (!result.success) {
		const shown = name.endsWith('_TOKEN') ? '[secret]' : raw;
		throw new SettingsError(name, shown, VARIABLES[name].takes);
	}
	return result.data as z.output<(typeof VARIABLES)[K]['schema']>;
}

function readUpstream(environment: Environment): UpstreamSettings | null {
	const url = read(environment, 'COMMUNITY_API_URL');
	const token = read(environment, 'COMMUNITY_API_TOKEN');
	const authUrl = read(environment, 'COMMUNITY_AUTH_URL');
	const allowHttp = read(environment, 'UNDERTONE_ALLOW_HTTP_UPSTREAM') ?? false;
	const seconds = read(environment, 'COMMUNITY_API_TIMEOUT');
	if (url === undefined && token === undefined) return null;
	const base = (url ?? LIVE_API).replace(/\/+$/, '');
	const isLive = base === LIVE_API;
	if (isLive && token === undefined) {
		throw new SettingsError(
			'COMMUNITY_API_TOKEN',
			'',
			'the token of your Dash Social account, for the live API'
		);
	}
	for (const [name, address] of [
		['COMMUNITY_API_URL', url],
		['COMMUNITY_AUTH_URL', authUrl]
	] as const) {
		if (address?.startsWith('http:') && !allowHttp)
			throw new SettingsError(name, address, VARIABLES[name].takes);
	}
	return {
		url: base,
		authUrl: authUrl ?? (isLive ? LIVE_SELF : `${base}/self`),
		token: token === undefined ? null : new Secret(token),
		allowHttp,
		callTimeout: seconds === undefined ? undefined : seconds * 1000
	};
}

/**
 * Read the settings from an environment. Unset and empty variables take their defaults.
 * @throws SettingsError naming the variable, what it got and what it takes
 */
export function readSettings(environment: Environment): Settings {
	const apiToken = read(environment, 'UNDERTONE_API_TOKEN');
	const upstream = readUpstream(environment);
	return {
		port: read(environment, 'PORT') ?? 3000,
		host: read(environment, 'HOST') ?? '127.0.0.1',
		dataDirectory: read(environment, 'UNDERTONE_DATA_DIR') ?? './data',
		storeSeconds: read(environment, 'UNDERTONE_STORE_SECONDS') ?? 3,
		// What goes to the live host is read by customers: there somebody has to want it.
		replies: read(environment, 'UNDERTONE_REPLIES') ?? upstream === null,
		timeZone: read(environment, 'UNDERTONE_TIME_ZONE') ?? 'UTC',
		locale: read(environment, 'UNDERTONE_LOCALE') ?? 'en-GB',
		upstream,
		apiToken: apiToken === undefined ? null : new Secret(apiToken),
		demo: read(environment, 'UNDERTONE_DEMO') ?? true,
		demoInteractions: read(environment, 'UNDERTONE_DEMO_INTERACTIONS') ?? 250_000
	};
}

let current: Settings | null = null;

/** The settings of this process, read once. @throws SettingsError */
export function settings(): Settings {
	current ??= readSettings(process.env);
	return current;
}
