import type { PlatformCounts } from '$lib/community/answers';
import { PLATFORMS } from '$lib/community/vocabulary';

/** All five platforms at zero, and `other` behind them: filled by the platform's number. */
export function emptyPlatforms(): PlatformCounts[] {
	return [...PLATFORMS, 'other'].map((platform) => ({ platform, negative: 0, neutral: 0, positive: 0 }));
}

/** Without `other` where nothing was counted for it. */
export function shownPlatforms(platforms: PlatformCounts[]): PlatformCounts[] {
	return platforms.filter(
		(counts) => counts.platform !== 'other' || counts.negative + counts.neutral + counts.positive !== 0
	);
}

/** Add the counts of one platform, by its number. */
export function addCounts(
	platforms: PlatformCounts[],
	code: number,
	counts: { negative: number; neutral: number; positive: number }
): void {
	const target = platforms[Math.min(code, PLATFORMS.length)];
	if (!target) return;
	target.negative += counts.negative;
	target.neutral += counts.neutral;
	target.positive += counts.positive;
}
