import type { Reach, UnusualDaysPanel } from '$lib/server/panels/unusual-days';
import { unusualWords as words } from '$lib/wording/unusual-words';

const KINDS = ['score', 'volume'] as const;

const isJudged = (reach: Reach) => reach === 'all' || reach === 'some';
const isShort = (reach: Reach) => reach === 'some' || reach === 'none';

/**
 * What is said where no day stands out: of what that is so, and what could not be judged, with the reason. Nothing is
 * claimed of a score or a volume that was not.
 * @param counted what a volume counts, such as 'negative messages'
 * @param isOneSided only some sentiments are counted, so that there are no scores
 */
export function quietSentences(
	judged: UnusualDaysPanel['judged'],
	{ counted, isOneSided }: { counted: string; isOneSided: boolean }
): string {
	if (judged === null) return words.notJudged;
	const said = KINDS.filter((kind) => isJudged(judged[kind])).map((kind) => ({
		kind,
		isAll: judged[kind] === 'all'
	}));
	const sentences = [
		said.length > 0 ? words.none(said) : words.nothingJudged,
		...(isOneSided ? [words.noScores] : []),
		...(isShort(judged.score) ? [words.fewScores] : []),
		...(isShort(judged.volume) ? [words.fewVolumes(counted)] : []),
		...(judged.volume === 'left-out' ? [words.noVolumes] : [])
	];
	return sentences.join(' ');
}
