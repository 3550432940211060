export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

const YEAR_IN_SECONDS = 31_536_000;

/** The server reads these cookies, so that the first paint of the next page is right already. */
function remember(name: 'theme' | 'contrast', value: string | null) {
	const life = value === null ? 'max-age=0' : `max-age=${YEAR_IN_SECONDS}`;
	document.cookie = `${name}=${value ?? ''}; path=/; ${life}; samesite=lax`;
}

export function currentTheme(): Theme {
	const { theme } = document.documentElement.dataset;
	return theme === 'light' || theme === 'dark' ? theme : 'system';
}

/** Switch to a theme and remember it; the system's needs no memory. */
export function setTheme(theme: Theme) {
	if (theme === 'system') delete document.documentElement.dataset.theme;
	else document.documentElement.dataset.theme = theme;
	remember('theme', theme === 'system' ? null : theme);
}

const systemWantsContrast = () => matchMedia('(prefers-contrast: more)').matches;

export function isHighContrast(): boolean {
	const { contrast } = document.documentElement.dataset;
	return contrast === 'more' || (contrast !== 'usual' && systemWantsContrast());
}

/** Switch high contrast on or off; what the system wants anyway needs no memory. */
export function setHighContrast(isOn: boolean) {
	const isSystems = isOn === systemWantsContrast();
	const value = isOn ? 'more' : 'usual';
	if (isSystems) delete document.documentElement.dataset.contrast;
	else document.documentElement.dataset.contrast = value;
	remember('contrast', isSystems ? null : value);
}
