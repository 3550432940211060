import adapter from '@sveltejs/adapter-node';
import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';
import { refusingOldNode } from './scripts/refuse-old-node.js';

/** @type {import('@sveltejs/kit').Config} */
export default {
	preprocess: vitePreprocess(),
	kit: {
		adapter: refusingOldNode(adapter({ precompress: true })),
		// SvelteKit's own check refuses every POST of curl's default type; hooks.server.ts checks each unsafe method instead.
		csrf: { trustedOrigins: ['*'] },
		csp: {
			mode: 'nonce',
			directives: {
				'default-src': ['none'],
				'script-src': ['self'],
				'style-src': ['self'],
				// ECharts positions and colours its SVG text by style attributes, on the server and in the browser.
				'style-src-attr': ['unsafe-inline'],
				'style-src-elem': ['self'],
				'img-src': ['self', 'data:', 'blob:'],
				'font-src': ['self'],
				'connect-src': ['self'],
				'manifest-src': ['self'],
				'form-action': ['self'],
				'base-uri': ['none'],
				'frame-ancestors': ['none'],
				'object-src': ['none']
			}
		}
	}
};
