/** What the views say about the thread around a message. Names, dates and numbers arrive as finished strings. */

const plural = (count: string, one: string, many: string) =>
	count === '1' ? `1 ${one}` : `${count} ${many}`;

export const threadWords = {
	title: 'Thread',
	eyebrow: 'One thread among the messages to',
	conversation: 'The whole conversation, oldest first',
	comments: 'The comment with its replies, oldest first',
	alone: 'The message alone',
	stale: (time: string) => `As it was at ${time}. What came since could not be fetched.`,
	loading: 'What stands around the message of this link',
	open: 'Thread',
	openOf: 'Thread of this message',
	close: 'Hide the thread',
	back: 'All messages',
	came: 'The message you came from',
	missing: 'There is no thread to show, because the message of this link is not among these messages.',
	noThread: (platform: string) =>
		`This host has no thread for this message on ${platform}, only the message.`,
	noThreadAlone: 'This host has no thread for this message, only the message.',
	count: (count: string) => plural(count, 'message', 'messages'),
	countComments: (count: string) => plural(count, 'comment in this thread', 'comments in this thread'),
	between: (names: string) => `between ${names}`,
	names: (names: readonly string[]) =>
		names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`,
	moreNames: (count: string) => plural(count, 'other', 'others'),
	unnamed: 'customer not named',
	group: 'a group',
	older: (count: string) => `Only the newest ${plural(count, 'message is', 'messages are')} shown.`,
	post: 'The post',
	published: (time: string) => `Posted ${time}`,
	postUnknown: 'This host does not tell which post the comment belongs to.',
	captionUnknown: 'This host does not tell what the post says.',
	noCaption: 'A post without words.',
	commentsOnPost: (count: string) => plural(count, 'comment', 'comments'),
	othersTitle: (count: string) =>
		`${plural(count, 'other comment or reply', 'other comments and replies')} under this post`,
	noOthers: 'No other comments under this post.',
	othersFailed: 'The other comments under this post could not be loaded.',
	more: 'The post has more comments than are shown here.',
	sides: { brand: 'reply of the brand', customer: 'customer', unknown: 'writer not told' },
	reply: 'reply',
	subtypes: { story_reply: 'reply to a story', story_mention: 'mention in a story' },
	noText: 'No text, such as a picture or a sticker.'
} as const;
