import { describe, expect, it } from 'vitest';
import { detachedChart } from './echarts';

const NAMES = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'ordinary'];

function drawn(): string {
	const chart = detachedChart({ width: 600, height: 300 });
	chart.setOption({
		animation: false,
		xAxis: { type: 'category', data: NAMES, name: '__proto__', axisLabel: { interval: 0 } },
		yAxis: { type: 'value', name: 'constructor' },
		series: NAMES.map((name, index) => ({
			type: 'line' as const,
			name: `series ${index}`,
			itemStyle: { color: 'currentColor' },
			lineStyle: { color: 'currentColor' },
			data: [1, 2, 3, 4, 5],
			endLabel: { show: true, formatter: name },
			label: { show: true, formatter: name, width: 40, overflow: 'truncate' as const }
		}))
	});
	const svg = chart.renderToSVGString();
	chart.dispose();
	return svg;
}

describe('a chart of names that every object has', () => {
	it('leaves the prototype of all objects as it was, and every label in its place', () => {
		const before = Object.getOwnPropertyNames(Object.prototype);
		drawn();
		const svg = drawn();
		const inherited: string[] = [];
		for (const key in {}) inherited.push(key);
		expect(inherited).toEqual([]);
		expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(before);
		expect(svg).not.toContain('NaN');
		for (const name of NAMES) expect(svg).toContain(`>${name}</text>`);
	});
});
