/** What the start page says about saved filters of messages. Names, times and numbers arrive as finished strings. */
export const savedFilterWords = {
	title: 'Message filters',
	counting: 'Counting',
	failed: (sentence: string) => `Not counted: ${sentence}`,
	wait: (seconds: string) => `Not counted: the host asks us to wait ${seconds} s.`,
	waitUnknown: 'Not counted: the host asks us to wait.',
	unread: 'The saved filters could not be read.',
	messages: (count: string) => (count === '1' ? 'message' : 'messages'),
	notCounted: 'not counted',
	noBrand: 'brands not visible here',
	all: (count: string) => `All ${count} saved views`,
	none: 'No message filter is saved.',
	how: 'Filter the messages',
	howTo: 'such as negative and open ones about delivery, save the view, and its count stands here.'
} as const;
