/**
 * Loaded in front of a program, this reports on file descriptor 3 what the program has used when it ends: its peak
 * memory in KiB and its processor time in microseconds, over all its threads.
 */
import { readFileSync, writeSync } from 'node:fs';

/** What getrusage says includes the memory of the parent at the moment of the fork; Linux knows better in /proc. */
function peakKibibytes(): number {
	try {
		const [, peak] = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8')) ?? [];
		if (peak !== undefined) return Number(peak);
	} catch {
		// There is no /proc outside of Linux.
	}
	return process.resourceUsage().maxRSS;
}

process.on('exit', () => {
	const { user, system } = process.cpuUsage();
	writeSync(3, JSON.stringify({ peak: peakKibibytes(), processor: user + system }));
});
