import { dirname, join, relative, sep } from 'node:path';

/**
 * Which room may import what: rooms of `src/lib` by their folder, packages by their name. Types may come from every
 * pure room. The reason is what a newcomer reads when the law stops them.
 */
const PURE = [
	'community',
	'filters',
	'calendar',
	'analytics',
	'errors',
	'format',
	'wording',
	'campaigns',
	'replies'
];

const LAW = {
	community: {
		rooms: ['filters', 'errors'],
		packages: ['zod'],
		why: 'the language of the API must run anywhere'
	},
	filters: {
		rooms: ['calendar', 'community'],
		packages: ['zod'],
		why: 'a link is decoded from values alone'
	},
	calendar: {
		rooms: [],
		typesFrom: PURE,
		packages: ['date-fns', '@date-fns/tz'],
		why: 'time is an argument, so nothing else is needed'
	},
	campaigns: {
		rooms: ['calendar'],
		typesFrom: PURE,
		packages: ['zod'],
		why: 'what a campaign is does not depend on where it is kept'
	},
	replies: {
		rooms: ['community'],
		typesFrom: PURE,
		packages: [],
		why: 'what a platform allows does not depend on who asks'
	},
	format: {
		rooms: [],
		typesFrom: PURE,
		packages: ['date-fns', '@date-fns/tz'],
		why: 'numbers and dates in, words out'
	},
	analytics: { rooms: [], typesFrom: PURE, packages: [], why: 'statistics are pure mathematics' },
	errors: { rooms: [], typesFrom: PURE, packages: [], why: 'every room uses it, so it may use none' },
	wording: { rooms: [], typesFrom: PURE, packages: [], why: 'the catalogue of sentences depends on nothing' },
	components: {
		rooms: ['format', 'errors', 'wording'],
		typesFrom: [...PURE, 'charts'],
		packages: ['svelte', 'bits-ui', '@internationalized/date', '@lucide/svelte'],
		why: 'app-wide parts have no data of their own'
	},
	charts: {
		rooms: ['format', 'wording'],
		typesFrom: PURE,
		packages: ['svelte', 'echarts', 'zrender', '@lucide/svelte'],
		why: 'charts draw values that others have computed'
	},
	server: {
		rooms: [...PURE, 'charts', 'server'],
		packages: [
			'zod',
			'date-fns',
			'csv-parse',
			'entities',
			'stopword',
			'@duckdb/node-api',
			'undici',
			'@sveltejs/kit'
		],
		why: 'the server may use every pure room, but no component and no route'
	}
};

/** Packages that exactly one file or folder may touch, so that replacing them is one edit. */
const KEEPERS = {
	echarts: 'lib/charts/echarts.ts',
	zrender: 'lib/charts/plain-keys.ts',
	'@duckdb/node-api': 'lib/server/store/duckdb.ts',
	undici: 'lib/server/upstream/',
	'bits-ui': 'lib/components/',
	// The days that its calendar speaks in: both would be replaced together.
	'@internationalized/date': 'lib/components/'
};

const packageOf = (source) =>
	source
		.split('/')
		.slice(0, source.startsWith('@') ? 2 : 1)
		.join('/');
const isSpec = (file) => /\.spec\.ts$/.test(file);

/** The path of a file below `src`, with forward slashes, or null outside of it. */
function belowSource(filename) {
	const parts = filename.split(sep);
	const at = parts.lastIndexOf('src');
	return at === -1 ? null : parts.slice(at + 1).join('/');
}

function targetOf(source, filename) {
	if (source.startsWith('$lib/')) return `lib/${source.slice('$lib/'.length)}`;
	if (!source.startsWith('.')) return null;
	const root = filename.slice(0, filename.lastIndexOf(`${sep}src${sep}`) + 5);
	return relative(root, join(dirname(filename), source))
		.split(sep)
		.join('/');
}

const roomOf = (path) => (path.startsWith('lib/') ? path.split('/')[1] : null);

/** Why this import breaks the law, or null when it keeps it. Cases in order: keepers, `$app`, routes, packages, rooms. */
function offence({ source, filename, typeOnly }) {
	const from = belowSource(filename);
	if (from === null) return null;
	const name = packageOf(source);
	const keeper = KEEPERS[name];
	if (keeper && !typeOnly && !from.startsWith(keeper)) {
		return `Only ${keeper} may import ${name}, so that replacing it is one edit.`;
	}
	const room = roomOf(from);
	if (source.startsWith('$app/') || source.startsWith('$env/')) {
		const allowed = !room || from === 'lib/server/host.ts';
		return allowed
			? null
			: 'Only routes, hooks and lib/server/host.ts may import $app or $env: lib runs in plain Node.';
	}
	const law = LAW[room ?? ''];
	if (!law) return null;
	const target = targetOf(source, filename);
	if (target === null) {
		if (source.startsWith('node:'))
			return room === 'server' ? null : `${room} imports nothing of Node: ${law.why}.`;
		if (source.startsWith('svelte') && room !== 'server') return null;
		const known = law.packages.includes(name) || (typeOnly && name in KEEPERS);
		return known ? null : `${room} may not import the package ${name}: ${law.why}.`;
	}
	if (!target.startsWith('lib/')) return 'Nothing in lib imports a route: arrows point from routes to lib.';
	const other = roomOf(target);
	if (other === room || law.rooms.includes(other)) return null;
	if (typeOnly && (law.typesFrom ?? []).includes(other)) return null;
	return `${room} may not import ${other}${typeOnly ? '' : ' (at run time)'}: ${law.why}.`;
}

/** ESLint rule: the import law of docs/architecture.md. Tests beside their source may import any room. */
export const importLaw = {
	meta: { type: 'problem', schema: [], messages: { broken: '{{ reason }}' } },
	create(context) {
		const { filename } = context;
		const check = (node) => {
			if (!node.source || isSpec(filename)) return;
			const typeOnly = node.importKind === 'type' || node.exportKind === 'type';
			const reason = offence({ source: String(node.source.value), filename, typeOnly });
			if (reason) context.report({ node, messageId: 'broken', data: { reason } });
		};
		return {
			ImportDeclaration: check,
			ExportNamedDeclaration: check,
			ExportAllDeclaration: check,
			ImportExpression: check
		};
	}
};
