import type { Attachment } from 'svelte/attachments';
import type { ChartSize } from './chart-data';
import type * as Charts from './echarts';
import type { ChartInstance, ChartOption } from './echarts';

export type ChartLife = {
	/** The builder of the option, read again whenever its data change. */
	build: () => (size: ChartSize) => ChartOption;
	/** True when no drawing of the server stands in the page, so there is nothing to wait behind. */
	isUrgent: (node: HTMLElement) => boolean;
	/** True when a drawing stood in the page and its numbers have changed: paper shows charts that nobody has scrolled to. */
	isOutdated: () => boolean;
	/** Called after each redraw. */
	onDrawn: (size: ChartSize) => void;
};

type Engine = typeof Charts;

const LONGEST_IDLE_WAIT = 4000;
const WITHOUT_IDLE_CALLBACK = 1200;

/**
 * The life of a chart in an element: fetches ECharts when the chart can be seen and the browser is idle or the
 * reader touches it, draws at the exact size of the element, follows its size and its data, and cleans up.
 * Nothing else belongs here. The element says its layout by the custom property `--layout: narrow | wide`.
 */
export function chart({ build, isUrgent, isOutdated, onDrawn }: ChartLife): Attachment<HTMLElement> {
	return (node) => {
		let engine = $state.raw<Engine | null>(null);
		let size = $state.raw<ChartSize | null>(null);
		let instance: ChartInstance | null = null;

		const observer = new ResizeObserver(() => (size = sizeOf(node) ?? size));
		observer.observe(node);

		$effect(() => {
			const need = { isUrgent: isUrgent(node), isOutdated: isOutdated() };
			return whenWanted(node, need, async () => (engine ??= await fetchEngine()));
		});

		$effect(() => {
			if (!engine || !size) return;
			const option = build()(size);
			instance ??= engine.mountChart(node, size);
			instance.resize({ width: size.width, height: size.height });
			instance.setOption(option, { notMerge: true });
			keepScalable(node, size);
			onDrawn(size);
		});

		return () => {
			observer.disconnect();
			instance?.dispose();
		};
	};
}

/** Without the engine the server's drawing simply stays, so a failed download is no error of the page. */
async function fetchEngine(): Promise<Engine | null> {
	try {
		return await import('./echarts');
	} catch {
		return null;
	}
}

/** The box of the drawing in its own units, so that paper of another width shows all of it. */
function keepScalable(node: HTMLElement, { width, height }: ChartSize): void {
	node.querySelector('svg')?.setAttribute('viewBox', `0 0 ${width} ${height}`);
}

/** A hidden element has no width; its chart keeps the last one. */
function sizeOf(node: HTMLElement): ChartSize | null {
	const { clientWidth: width, clientHeight: height } = node;
	if (width === 0 || height === 0) return null;
	return { width, height, narrow: getComputedStyle(node).getPropertyValue('--layout').trim() === 'narrow' };
}

/**
 * Calls back once: when the node is near the screen, and then on touch, when the browser is idle, or at once. An
 * outdated one waits for an idle browser only.
 */
function whenWanted(
	node: HTMLElement,
	{ isUrgent, isOutdated }: { isUrgent: boolean; isOutdated: boolean },
	callback: () => void
): () => void {
	const figure = node.closest('figure') ?? node;
	const touches = ['pointerenter', 'pointerdown', 'focusin'] as const;
	let cancelIdle = () => {};

	const stop = () => {
		visible.disconnect();
		cancelIdle();
		for (const touch of touches) figure.removeEventListener(touch, now);
	};
	const now = () => {
		stop();
		callback();
	};
	const visible = new IntersectionObserver(
		(entries) => {
			if (!entries.some((entry) => entry.isIntersecting)) return;
			visible.disconnect();
			if (isUrgent) now();
			else cancelIdle = onIdle(now);
		},
		{ rootMargin: '200px' }
	);
	visible.observe(node);
	if (isOutdated) cancelIdle = onIdle(now);
	for (const touch of touches) figure.addEventListener(touch, now);
	return stop;
}

/** Safari has no idle callback; there a pause stands in for it. */
function onIdle(callback: () => void): () => void {
	if (typeof requestIdleCallback !== 'function') {
		const timer = setTimeout(callback, WITHOUT_IDLE_CALLBACK);
		return () => clearTimeout(timer);
	}
	const handle = requestIdleCallback(callback, { timeout: LONGEST_IDLE_WAIT });
	return () => cancelIdleCallback(handle);
}
