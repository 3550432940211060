import { parse, stringify } from 'devalue';
import { expect, test } from 'vitest';
import { transport } from '../../hooks';
import { Drawing } from './drawing';

test('the text of a drawing is not sent inside the page’s data, and stays where the server has put it', () => {
	const sent = stringify(
		{ drawing: new Drawing('<svg>large</svg>') },
		{ Drawing: transport.Drawing!.encode }
	);
	expect(sent).not.toContain('svg');
	const { drawing } = parse(sent, { Drawing: transport.Drawing!.decode }) as { drawing: Drawing };
	expect(drawing).toBeInstanceOf(Drawing);
	// Empty text would make Svelte remove the server's nodes while it hydrates.
	expect(drawing.svg).toBe(' ');
});

test('other values are sent as they are', () => {
	expect(transport.Drawing!.encode({ svg: '<svg/>' })).toBe(false);
});
