import { describe, expect, it } from 'vitest';
import { pageMessage, pageReason } from './data-words';

describe('a message of the import', () => {
	it.each([
		[
			'--map text=body names a column that the file does not have. Its columns are "a".',
			'text is to come from “body”, a column that the file does not have. Its columns are "a".'
		],
		[
			'text is given by --map and by --set. Leave one of them out.',
			'text has a column and one value for all rows. Choose one of the two.'
		],
		[
			'--set platform=myspace is not a platform. Use facebook, other, or --set type=COMMUNITY_INTERACTION.',
			'platform “myspace” is not a platform. Use facebook, other, or give a type instead.'
		],
		[
			'Nothing gives brand. Add --map brand=COLUMN or --set brand=NAME. The file\'s columns are "a".',
			'Nothing gives brand. Choose its column, or one value for all rows. The file\'s columns are "a".'
		],
		[
			'Nothing gives text. Add --map text=COLUMN, or --set text= for a file without text. The file\'s columns are "a".',
			'Nothing gives text. Choose its column, or an empty value for all rows. The file\'s columns are "a".'
		],
		[
			'Nothing gives created_at or updated_at. Add --map created_at=COLUMN. The file\'s columns are "a".',
			'Nothing says yet when a row was written. Choose the column of Created or of Updated. The file\'s columns are "a".'
		],
		[
			'--time-format "dd/MM" has no year (yyyy), and the import does not guess one.',
			'The time format "dd/MM" has no year (yyyy), and the import does not guess one.'
		],
		[
			'--time-format "y" has no time zone in it. Give --time-zone, such as UTC or Europe/Berlin.',
			'The time format "y" has no time zone in it. Choose a time zone, such as UTC or Europe/Berlin.'
		],
		[
			'--time-zone "Mars" is not a time zone; use a name such as UTC or Europe/Berlin.',
			'The time zone "Mars" is not a time zone; use a name such as UTC or Europe/Berlin.'
		]
	])('%j names no flag on a page', (message, expected) => {
		expect(pageMessage(message)).toBe(expected);
	});
});

describe('a reason', () => {
	it.each([
		['created_at has no time zone; give --time-zone', 'The time has no time zone; choose a time zone'],
		[
			'updated_at fits neither --time-format nor a known format',
			'The time of the update fits neither the time format nor a known one'
		],
		[
			'sentiment "6 stars" has no meaning; give --label',
			'The label "6 stars" has no meaning; say what it means'
		],
		['brand is empty', 'The brand is empty'],
		['the row has 4 cells, the header has 10', 'The row has 4 cells, the header has 10'],
		[
			'permalink is not a web address; leave the column out with --map permalink=',
			'The link is not a web address; leave the link out'
		]
	])('%j is a sentence on a page', (reason, expected) => {
		expect(pageReason(reason)).toBe(expected);
	});

	it('keeps what other people wrote in it, also where that looks like a flag or a pattern', () => {
		expect(pageReason('platform "$1 --map" is not known; give --set type=COMMUNITY_INTERACTION')).toBe(
			'The platform "$1 --map" is not known; give these rows another platform'
		);
	});
});
