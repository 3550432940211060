import {
	platformOfType,
	type InteractionType,
	type MessageSubtype,
	type Sentiment
} from '$lib/community/vocabulary';
import type { NewInteraction } from '$lib/server/store/new-interaction';
import type { DemoBrand } from './brands';
import { dayNumber, endOfDay, startOfDay } from './days';
import { LANGUAGES, type Language } from './phrases/phrasebook';
import { phasesOn, type DemoPlan, type Effect } from './plan';
import { inventHandle, pickRegular, type Author } from './people';
import { cumulative, pickIndex, type Random } from './random';
import { labelShares } from './rates';
import { pickTopic, TOPIC_TAGS } from './topics';
import { escapedText, writeComment, writePhrase, type Occasion, type Written } from './write-text';

const SEPARATOR = '\u241f';
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** How busy the hours of a day are where people live, from midnight on. */
const LOCAL_HOURS = [
	2.2, 1.2, 0.7, 0.5, 0.5, 0.9, 2, 3.6, 4.6, 4.7, 4.6, 4.9, 5.9, 5.6, 4.8, 4.6, 4.9, 5.6, 6.5, 7.4, 8, 7.8,
	6.2, 3.8
];
/** Hours from UTC where most speakers of a language are, for the rhythm of the day only. */
const HOURS_FROM_UTC: Record<Language, number> = { en: 0, de: 1, fr: 1, es: 0, pt: -3, ja: 9, ar: 3 };

const HOUR_SUMS = Object.fromEntries(
	LANGUAGES.map((language) => [
		language,
		cumulative(
			LOCAL_HOURS.map((_, hour) => LOCAL_HOURS[(hour + HOURS_FROM_UTC[language] + 24) % 24] as number)
		)
	])
) as Record<Language, number[]>;

/** What one brand's day is drawn with: its chance, what is planted on it, and the rows so far. */
export type Drawing = {
	brand: DemoBrand;
	day: string;
	random: Random;
	rows: NewInteraction[];
	effects: readonly Effect[];
	languageSums: readonly number[];
	seed: string;
	closedShare: number;
	start: number;
	end: number;
};

/** What is known of an interaction before it becomes a row. */
export type Draft = {
	type: InteractionType;
	author: Author;
	written: Written;
	topic: string | null;
	sentiment: Sentiment | null;
	createdAt: number;
	conversationId?: string;
	mediaId?: string | null;
	permalink?: string | null;
	parentKey?: string | null;
	fromBrand?: boolean;
	isSpam?: boolean;
	subtype?: MessageSubtype | undefined;
};

/** Begin a brand's day; `rows` is shared by the brands of the day, so that keys count through. */
export function beginDrawing(
	plan: DemoPlan,
	brand: DemoBrand,
	day: string,
	random: Random,
	rows: NewInteraction[]
): Drawing {
	const ageAtSeed = Math.max(0, dayNumber(plan.lastDay) - dayNumber(day));
	return {
		brand,
		day,
		random,
		rows,
		effects: phasesOn(plan, brand.name, day).map((phase) => phase.effect),
		languageSums: cumulative(LANGUAGES.map((language) => brand.languages[language])),
		seed: plan.seed,
		// An old row must not change while time goes on, so that its age counts from the plan's last day.
		closedShare: 0.55 + 0.37 * Math.min(1, ageAtSeed / 60),
		start: startOfDay(day),
		end: endOfDay(day)
	};
}

export function drawLanguage(drawing: Drawing): Language {
	return LANGUAGES[pickIndex(drawing.random, drawing.languageSums)] as Language;
}

export function drawSentiment(random: Random, net: number, neutral: number): Sentiment {
	const shares = labelShares(net, neutral);
	const point = random();
	if (point < shares.negative) return 'negative';
	return point < shares.negative + shares.neutral ? 'neutral' : 'positive';
}

/** An instant of the day by the rhythm of a language's hours, a minute or more before the day's end. */
export function drawInstant(drawing: Drawing, language: Language): number {
	const hour = pickIndex(drawing.random, HOUR_SUMS[language]);
	return Math.min(drawing.start + Math.floor((hour + drawing.random()) * HOUR), drawing.end - MINUTE);
}

/** A waiting time with this mean, in milliseconds (exponential). */
export function drawDelay(random: Random, mean: number): number {
	return Math.floor(-Math.log(1 - random()) * mean) + 1_000;
}

/** Somebody who writes: often one of the regulars; Facebook hides many names. */
export function drawAuthor(drawing: Drawing, type: InteractionType): Author {
	const { random, seed, brand } = drawing;
	if (platformOfType(type) === 'facebook' && random() < 0.4) return { name: null, isRegular: false };
	if (random() < 0.15) return pickRegular(random, seed, brand);
	return { name: inventHandle(random), isRegular: false };
}

/** What somebody who feels like that talks about: what is planted comes first. */
export function drawTopic(drawing: Drawing, sentiment: Sentiment, isPrivate: boolean): string {
	for (const effect of drawing.effects) {
		if (drawing.random() < effect.topicShare[sentiment]) return effect.topic;
	}
	return pickTopic(drawing.random, drawing.brand, sentiment, isPrivate);
}

/** A public comment on a topic, or a private message, which has fewer manners. */
export function write(drawing: Drawing, occasion: Omit<Occasion, 'brand'>, isPrivate: boolean): Written {
	const full = { ...occasion, brand: drawing.brand };
	if (!isPrivate) return writeComment(drawing.random, full);
	const greeting = writePhrase(drawing.random, { ...full, section: 'greeting', sentiment: 'neutral' });
	const body = writePhrase(drawing.random, full);
	return { text: `${greeting.text} ${body.text}`, isQuestion: body.isQuestion };
}

function drawTags(drawing: Drawing, draft: Draft): string[] {
	const { random } = drawing;
	const tags: string[] = [];
	const ofTopic = draft.topic === null ? undefined : TOPIC_TAGS[draft.topic];
	if (ofTopic !== undefined && random() < 0.5) tags.push(ofTopic);
	if (draft.written.isQuestion && random() < 0.4) tags.push('Question');
	if (draft.author.isRegular) tags.push('Loyal customer');
	return tags;
}

const ESCAPING_TYPES: readonly InteractionType[] = ['YOUTUBE_COMMENT', 'TWITTER_RETWEET'];

/** Make the row and keep it. Its key is the day and the number of the row in the day. */
export function keep(drawing: Drawing, draft: Draft): NewInteraction {
	const { random } = drawing;
	const isEdited = random() < 0.04;
	const updatedAt = draft.createdAt + drawDelay(random, isEdited ? 40 * MINUTE : 4_000);
	const fromBrand = draft.fromBrand ?? false;
	const isSpam = draft.isSpam ?? false;
	const isClosed = fromBrand || isSpam || random() < drawing.closedShare;
	const { text, isQuestion } = draft.written;
	const row: NewInteraction = {
		key: `demo${SEPARATOR}${drawing.day}${SEPARATOR}${drawing.rows.length}`,
		source: 'demo',
		brand: drawing.brand.name,
		type: draft.type,
		text,
		rawText: ESCAPING_TYPES.includes(draft.type) ? escapedText(text) : null,
		sentiment: draft.sentiment,
		createdAt: draft.createdAt,
		updatedAt: Math.min(updatedAt, drawing.end - 1),
		isClosed,
		isQuestion: isQuestion && !fromBrand,
		isRead: isClosed || random() < 0.7,
		isSpam,
		tags: fromBrand || isSpam ? [] : drawTags(drawing, draft),
		author: draft.author.name,
		conversationId: draft.conversationId ?? null,
		mediaId: draft.mediaId ?? null,
		parentKey: draft.parentKey ?? null,
		fromBrand,
		permalink: draft.permalink ? `${draft.permalink}#c${drawing.rows.length}` : null,
		...(draft.subtype && { subtype: draft.subtype })
	};
	drawing.rows.push(row);
	return row;
}

/** How the brand answers, in the words of its language; it signs as itself. */
export function keepBrandReply(
	drawing: Drawing,
	parent: NewInteraction,
	about: { language: Language; sentiment: Sentiment; meanDelay: number; permalink?: string | null }
): NewInteraction | null {
	const createdAt = parent.updatedAt + drawDelay(drawing.random, about.meanDelay);
	if (createdAt >= drawing.end - MINUTE) return null;
	const { language, sentiment } = about;
	return keep(drawing, {
		type: parent.type as InteractionType,
		author: { name: drawing.brand.name, isRegular: false },
		written: writePhrase(drawing.random, {
			brand: drawing.brand,
			language,
			sentiment,
			section: 'brand-reply'
		}),
		topic: null,
		sentiment: null,
		createdAt,
		conversationId: parent.conversationId ?? undefined,
		mediaId: parent.mediaId,
		permalink: about.permalink ?? null,
		parentKey: parent.key,
		fromBrand: true
	});
}
