import { describe, expect, it } from 'vitest';
import { MappingError, resolveMapping, type MappingOptions } from './mapping';

const nothing: MappingOptions = {
	source: 's',
	maps: {},
	sets: {},
	labels: [],
	timeFormat: null,
	timeZone: null
};
const COLUMNS = ['brand', 'type', 'text', 'created_at', 'mood', ''];

const resolve = (options: Partial<MappingOptions>, columns: readonly string[] = COLUMNS) =>
	resolveMapping({ ...nothing, ...options }, columns);

describe('a mapping', () => {
	it('takes columns that bear a field’s name without being asked', () => {
		expect(resolve({}).columns).toMatchObject({
			brand: 0,
			type: 1,
			text: 2,
			created_at: 3,
			sentiment: -1,
			id: -1
		});
	});

	it('takes another column where --map says so', () => {
		expect(resolve({ maps: { sentiment: 'mood', text: 'type' } }).columns).toMatchObject({
			sentiment: 4,
			text: 1
		});
	});

	it('leaves a field out where --map names no column', () => {
		const columns = [...COLUMNS, 'permalink'];
		expect(resolve({}, columns).columns.permalink).toBe(6);
		expect(resolve({ maps: { permalink: '' } }, columns).columns.permalink).toBe(-1);
	});

	it('lets --set win over a column that only bears the name', () => {
		const mapping = resolve({ sets: { brand: 'Acme' } });
		expect(mapping.columns.brand).toBe(-1);
		expect(mapping.constants.brand).toBe('Acme');
	});

	it('knows the sentiments in any case, and the labels that were given', () => {
		const { labels } = resolve({ labels: [{ from: ' 5 of 5 ', to: 'positive' }] });
		expect([labels.get('neutral'), labels.get('5 of 5'), labels.get('4 of 5')]).toEqual([
			'neutral',
			'positive',
			undefined
		]);
	});

	it.each([
		[
			'a missing column',
			{ maps: { text: 'body' } },
			/--map text=body.*"brand", "type", "text", "created_at", "mood"/
		],
		[
			'--map and --set of one field',
			{ maps: { text: 'mood' }, sets: { text: 'x' } },
			/text is given by --map and by --set/
		],
		[
			'a type that is no name',
			{ sets: { type: 'nice comment' } },
			/--set type=nice comment.*INSTAGRAM_COMMENT/
		],
		[
			'an unknown platform',
			{ sets: { platform: 'myspace' } },
			/--set platform=myspace.*facebook, instagram, tiktok/
		],
		['an unknown sentiment', { sets: { sentiment: 'meh' } }, /--set sentiment=meh/],
		['no brand', { maps: { brand: '' } }, /Nothing gives brand\. Add --map brand=COLUMN or --set brand=NAME/],
		['no text', { maps: { text: '' } }, /Nothing gives text/],
		['no time', { maps: { created_at: '' } }, /Nothing gives created_at or updated_at/],
		['neither type nor platform', { maps: { type: '' } }, /Nothing gives type or platform/]
	] as [string, Partial<MappingOptions>, RegExp][])(
		'stops at %s and says what to do',
		(_name, options, message) => {
			expect(() => resolve(options)).toThrow(MappingError);
			expect(() => resolve(options)).toThrow(message);
		}
	);

	it('names the fields at fault, so that a form can show the message beside them', () => {
		const fieldsOf = (options: Partial<MappingOptions>) => {
			try {
				resolve(options);
			} catch (cause) {
				return (cause as MappingError).fields;
			}
			return null;
		};
		expect(fieldsOf({ maps: { text: 'body' } })).toEqual(['text']);
		expect(fieldsOf({ maps: { created_at: '' } })).toEqual(['created_at', 'updated_at']);
		expect(fieldsOf({ sets: { platform: 'myspace' } })).toEqual(['platform']);
		expect(fieldsOf({})).toBeNull();
	});

	it('says that cells are separated by commas when the header has only other separators', () => {
		expect(() => resolve({}, ['brand;type;text'])).toThrow(/separated by commas/);
	});

	it('permits a file without text where the user says so', () => {
		expect(resolve({ maps: {}, sets: { text: '' } }, ['brand', 'type', 'created_at']).columns.text).toBe(-1);
	});
});
