import type { InteractionType, Platform } from '$lib/community/vocabulary';
import type { Language } from './phrases/phrasebook';

/** The two industries of the demo. A brand's industry is its `organization` wherever the API names one. */
export const INDUSTRIES = ['Food and drink', 'Personal care'] as const;
export type Industry = (typeof INDUSTRIES)[number];

/** A platform of the demo; `other` holds the interactions that belong to no network. */
export type DemoPlatform = Platform | 'other';

export type DemoBrand = {
	name: string;
	slug: string;
	industry: Industry;
	/** Interactions a day in proportion to the other brands; see `dailyRate` for what becomes of it. */
	weight: number;
	/** Net sentiment on an average platform without any effect, from -1 to 1. */
	net: number;
	/** Share of neutral labels on an average platform. */
	neutral: number;
	/** Share of the brand's interactions by platform; the sum is 1. */
	platforms: Record<DemoPlatform, number>;
	/** What the platform adds to the brand's net sentiment, where it differs from `PLATFORM_NET`. */
	platformNet?: Partial<Record<DemoPlatform, number>>;
	languages: Record<Language, number>;
	/** Topic weights that differ from the industry's. */
	topics?: Record<string, number>;
	/** Product names by language, in the nominative and with their article where the language has one. */
	products: Record<Language, readonly string[]>;
	kind: string;
	/** What a care product is put on. */
	part: string;
	captions: readonly string[];
};

/** What each platform adds to net sentiment, in shares: X complains, TikTok enjoys. */
export const PLATFORM_NET: Record<DemoPlatform, number> = {
	facebook: -0.07,
	instagram: 0.06,
	tiktok: 0.09,
	twitter: -0.16,
	youtube: 0.02,
	other: 0
};

/** What each platform adds to the share of neutral labels. */
export const PLATFORM_NEUTRAL: Record<DemoPlatform, number> = {
	facebook: 0.03,
	instagram: -0.02,
	tiktok: -0.05,
	twitter: 0.045,
	youtube: 0.06,
	other: 0
};

/** How a platform's interactions divide into types. */
export const TYPE_SHARES: readonly { type: InteractionType; platform: DemoPlatform; share: number }[] = [
	{ type: 'FACEBOOK_COMMENT', platform: 'facebook', share: 0.52 },
	{ type: 'FACEBOOK_ADS_COMMENT', platform: 'facebook', share: 0.3 },
	{ type: 'FACEBOOK_CONVERSATION', platform: 'facebook', share: 0.18 },
	{ type: 'INSTAGRAM_COMMENT', platform: 'instagram', share: 0.56 },
	{ type: 'INSTAGRAM_ADS_COMMENT', platform: 'instagram', share: 0.23 },
	{ type: 'INSTAGRAM_CONVERSATION', platform: 'instagram', share: 0.21 },
	{ type: 'TIKTOK_COMMENT', platform: 'tiktok', share: 1 },
	{ type: 'TWITTER_RETWEET', platform: 'twitter', share: 0.85 },
	{ type: 'TWITTER_CONVERSATION', platform: 'twitter', share: 0.15 },
	{ type: 'YOUTUBE_COMMENT', platform: 'youtube', share: 1 },
	{ type: 'COMMUNITY_INTERACTION', platform: 'other', share: 1 }
];

/** The probability that an interaction of a group carries a sentiment label; together about 84 %. */
export const RATED_SHARE = { comments: 0.89, ads: 0.87, dms: 0.56 } as const;

const EVEN = { facebook: 0.2, instagram: 0.36, tiktok: 0.235, twitter: 0.12, youtube: 0.07, other: 0.015 };
const WORLD = { en: 0.62, de: 0.1, fr: 0.08, es: 0.09, pt: 0.05, ja: 0.03, ar: 0.03 };

/** The eight fictional brands. Every name is invented. The order decides the ids in a fresh store. */
export const DEMO_BRANDS: readonly DemoBrand[] = [
	{
		name: 'Tarn & Moss',
		slug: 'tarn-moss',
		industry: 'Personal care',
		weight: 56,
		net: 0.4,
		neutral: 0.36,
		platforms: EVEN,
		languages: { en: 0.56, de: 0.12, fr: 0.1, es: 0.08, pt: 0.04, ja: 0.06, ar: 0.04 },
		topics: { sensitive: 12 },
		products: {
			en: ['night cream', 'moss cleanser', 'face serum', 'day cream', 'face oil'],
			de: ['die Nachtcreme', 'das Serum', 'die Tagescreme', 'das Gesichtsöl'],
			fr: ['le sérum', 'le baume', 'le gel nettoyant'],
			es: ['el sérum', 'el bálsamo', 'el aceite facial'],
			pt: ['o sérum', 'o creme de noite', 'o óleo facial'],
			ja: ['ナイトクリーム', '美容液', 'クレンジング'],
			ar: ['السيروم', 'الكريم الليلي', 'الغسول']
		},
		kind: 'skin care',
		part: 'skin',
		captions: [
			'Rain on the window, cream on the shelf.',
			'Three steps. No more.',
			'What moss taught us about patience.',
			'Ask us anything about dry skin.',
			'Refill day. Bring your jar.'
		]
	},
	{
		name: 'Ovelle',
		slug: 'ovelle',
		industry: 'Food and drink',
		weight: 60,
		net: 0.26,
		neutral: 0.33,
		platforms: { facebook: 0.22, instagram: 0.46, tiktok: 0.12, twitter: 0.11, youtube: 0.075, other: 0.015 },
		platformNet: { tiktok: -0.62 },
		languages: { en: 0.5, de: 0.08, fr: 0.2, es: 0.07, pt: 0.04, ja: 0.08, ar: 0.03 },
		products: {
			en: ['white peach', 'ginger lemon one', 'sparkling tea', 'jasmine can'],
			de: ['der Sprudeltee', 'die Sorte Pfirsich', 'die Sorte Ingwer'],
			fr: ['le thé pétillant', 'le thé à la pêche', 'le gingembre citron'],
			es: ['el té con gas', 'el de melocotón', 'el de jengibre'],
			pt: ['o chá com gás', 'o de pêssego', 'o de gengibre'],
			ja: ['白桃ティー', 'ジンジャーレモン', '炭酸ティー'],
			ar: ['الشاي الفوار', 'شاي الخوخ', 'شاي الزنجبيل']
		},
		kind: 'sparkling tea',
		part: 'mouth',
		captions: [
			'Peach season has started.',
			'Tea, but it dances.',
			'Which can are you opening first?',
			'Brewed slow, bubbled fast.',
			'The picnic list, part one.'
		]
	},
	{
		name: 'Fennick',
		slug: 'fennick',
		industry: 'Food and drink',
		weight: 80,
		net: 0.205,
		neutral: 0.375,
		platforms: EVEN,
		languages: WORLD,
		topics: { barista: 12, recipe: 8 },
		products: {
			en: ['oat drink', 'barista oat', 'vanilla oat', 'no sugar one'],
			de: ['der Haferdrink', 'der Vanille Hafer', 'die Sorte ohne Zucker'],
			fr: ["le lait d'avoine", 'le vanille avoine', 'le sans sucre'],
			es: ['el batido de avena', 'el de vainilla', 'el sin azúcar'],
			pt: ['o leite de aveia', 'o de baunilha', 'o sem açúcar'],
			ja: ['オーツミルク', 'バニラオーツ', '無糖タイプ'],
			ar: ['حليب الشوفان', 'شوفان الفانيليا']
		},
		kind: 'oat drink',
		part: 'mouth',
		captions: [
			'Breakfast has no deadline.',
			'Foam first, questions later.',
			'From the field to your flat white.',
			'Porridge, but on holiday.',
			'Which carton lives in your fridge door?'
		]
	},
	{
		name: 'Quillby',
		slug: 'quillby',
		industry: 'Food and drink',
		weight: 50,
		net: 0.085,
		neutral: 0.43,
		platforms: EVEN,
		languages: WORLD,
		products: {
			en: ['date bar', 'peanut bar', 'cocoa bar', 'snack bar'],
			de: ['der Dattelriegel', 'der Erdnussriegel', 'der Kakaoriegel'],
			fr: ['le snack aux dattes', 'le snack au cacao', 'le snack'],
			es: ['el snack de dátil', 'el snack de cacao', 'el snack'],
			pt: ['o snack de tâmara', 'o snack de cacau', 'o snack'],
			ja: ['デーツバー', 'ピーナッツバー', 'ココアバー'],
			ar: ['لوح التمر', 'لوح الفول السوداني', 'لوح الكاكاو']
		},
		kind: 'snack bar',
		part: 'mouth',
		captions: [
			'The three o’clock bar.',
			'Dates, nuts, done.',
			'In every coat pocket since spring.',
			'Tell us where you ate yours.',
			'Small bar, long train ride.'
		]
	},
	{
		name: 'Saltgrove',
		slug: 'saltgrove',
		industry: 'Food and drink',
		weight: 38,
		net: -0.035,
		neutral: 0.4,
		platforms: EVEN,
		languages: WORLD,
		products: {
			en: ['sea salt bag', 'vinegar bag', 'sharing bag', 'lunch box bag'],
			de: ['die Sorte Meersalz', 'die Sorte Essig', 'die große Tüte'],
			fr: ['le goût sel de mer', 'le goût vinaigre', 'le grand sachet'],
			es: ['el paquete grande', 'el sabor vinagre', 'el sabor sal marina'],
			pt: ['o pacote grande', 'o sabor vinagre', 'o sabor sal marinho'],
			ja: ['シーソルト味', 'ビネガー味', '大袋'],
			ar: ['شيبس الملح', 'شيبس الخل', 'الكيس الكبير']
		},
		kind: 'crisps',
		part: 'mouth',
		captions: [
			'Salt from the shore, crunch from the hill.',
			'Sharing is optional.',
			'Vinegar day is back.',
			'The loudest bag in the cinema.',
			'Rank our bags, be honest.'
		]
	},
	{
		name: 'Thistleroe',
		slug: 'thistleroe',
		industry: 'Personal care',
		weight: 31,
		net: 0.28,
		neutral: 0.38,
		platforms: EVEN,
		languages: WORLD,
		products: {
			en: ['shampoo', 'conditioner', 'hair mask', 'curl cream'],
			de: ['das Shampoo', 'die Spülung', 'die Haarkur'],
			fr: ['le shampoing', 'le masque', "l'après-shampoing"],
			es: ['el champú', 'el acondicionador', 'el aceite capilar'],
			pt: ['o xampu', 'o condicionador', 'o creme para cachos'],
			ja: ['シャンプー', 'コンディショナー', 'ヘアマスク'],
			ar: ['الشامبو', 'البلسم', 'قناع الشعر']
		},
		kind: 'hair care',
		part: 'hair',
		captions: [
			'Curls on a windy day.',
			'Wash less, rinse longer.',
			'The thistle field behind the lab.',
			'Show us your second-day hair.'
		]
	},
	{
		name: 'Brackenlow',
		slug: 'brackenlow',
		industry: 'Personal care',
		weight: 22,
		net: 0.15,
		neutral: 0.4,
		platforms: EVEN,
		languages: WORLD,
		products: {
			en: ['deodorant', 'cedar stick', 'roll-on', 'unscented stick'],
			de: ['das Deo', 'der Deostick', 'der Deoroller'],
			fr: ['le déodorant', 'le stick', 'le roll-on'],
			es: ['el desodorante', 'el stick', 'el roll-on'],
			pt: ['o desodorante', 'o bastão', 'o roll-on'],
			ja: ['デオドラント', 'スティック', 'ロールオン'],
			ar: ['مزيل العرق', 'الرول']
		},
		kind: 'deodorant',
		part: 'skin',
		captions: [
			'Uphill, still fine.',
			'Cedar, bracken, nothing loud.',
			'Two years without aluminium.',
			'Which stick goes hiking with you?'
		]
	},
	{
		name: 'Mintarrow',
		slug: 'mintarrow',
		industry: 'Personal care',
		weight: 6,
		net: 0.2,
		neutral: 0.42,
		platforms: { facebook: 0.3, instagram: 0.43, tiktok: 0.14, twitter: 0.09, youtube: 0.018, other: 0.022 },
		languages: WORLD,
		products: {
			en: ['toothpaste', 'mint paste', 'kids paste', 'evening paste'],
			de: ['die Zahnpasta', 'die Kinderzahnpasta'],
			fr: ['le dentifrice', 'le dentifrice du soir'],
			es: ['el dentífrico', 'el dentífrico infantil'],
			pt: ['o creme dental', 'o creme dental infantil'],
			ja: ['歯みがき粉', 'こども用歯みがき'],
			ar: ['معجون الأسنان', 'معجون الأطفال']
		},
		kind: 'toothpaste',
		part: 'mouth',
		captions: ['Two minutes, one song.', 'Mint from one valley.', 'The tube you can squeeze to the end.']
	}
];

/** The brand of that name. @throws Error when the demo has no such brand */
export function demoBrand(name: string): DemoBrand {
	const brand = DEMO_BRANDS.find((candidate) => candidate.name === name);
	if (!brand) throw new Error(`The demo has no brand "${name}".`);
	return brand;
}
