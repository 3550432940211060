import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import { importLaw } from './scripts/import-law.js';
import svelteConfig from './svelte.config.js';

const clock = {
	selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
	message: 'Only routes and hooks read the clock; take `now` as an argument.'
};
const newDate = {
	selector: "NewExpression[callee.name='Date'][arguments.length=0]",
	message: 'Only routes and hooks read the clock; take `now` as an argument.'
};
const environment = {
	selector: "MemberExpression[object.name='process'][property.name='env']",
	message: 'Only lib/server/settings.ts reads the environment.'
};
const markup = {
	selector: 'AssignmentExpression[left.property.name=/^(inner|outer)HTML$/]',
	message: 'Build DOM nodes with textContent: keywords are other people’s text.'
};
const parameters = {
	name: 'URLSearchParams',
	message: 'Only lib/filters and lib/community read or write URL parameters.'
};

export default ts.config(
	{ ignores: ['build/', '.svelte-kit/', 'node_modules/', 'data/', 'test-results/', 'playwright-report/'] },
	js.configs.recommended,
	...ts.configs.recommended,
	...svelte.configs.recommended,
	{
		languageOptions: { globals: { ...globals.browser, ...globals.node } },
		plugins: { undertone: { rules: { 'import-law': importLaw } } },
		rules: {
			'no-undef': 'off',
			'no-console': 'error',
			// Other people's text holds control characters, so we have to name them.
			'no-control-regex': 'off',
			eqeqeq: ['error', 'always'],
			'undertone/import-law': 'error',
			'@typescript-eslint/consistent-type-imports': 'error',
			'@typescript-eslint/no-explicit-any': 'error',
			'@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
			'no-restricted-syntax': ['error', markup],
			'svelte/no-navigation-without-resolve': 'off'
		}
	},
	{
		files: ['**/*.svelte', '**/*.svelte.ts'],
		languageOptions: { parserOptions: { parser: ts.parser, extraFileExtensions: ['.svelte'], svelteConfig } },
		rules: { 'svelte/no-at-html-tags': 'error' }
	},
	{
		files: ['src/lib/**/*.ts', 'src/lib/**/*.svelte'],
		ignores: ['**/*.spec.ts', 'src/lib/server/settings.ts'],
		rules: { 'no-restricted-syntax': ['error', markup, clock, newDate, environment] }
	},
	{
		files: ['src/**/*.ts', 'src/**/*.svelte'],
		ignores: ['**/*.spec.ts', 'src/lib/filters/**', 'src/lib/community/**'],
		rules: { 'no-restricted-globals': ['error', parameters] }
	},
	{
		files: ['scripts/**', 'bench/**', 'tests/support/**', '*.js', '*.ts'],
		rules: { 'no-console': 'off' }
	}
);
