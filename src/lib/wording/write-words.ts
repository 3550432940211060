/** What the views say about replying, closing and tagging. Names, dates and numbers arrive as finished strings. */

const plural = (count: string, one: string, many: string) =>
	count === '1' ? `1 ${one}` : `${count} ${many}`;

export const writeWords = {
	off: {
		title: 'Replies are off here.',
		upstream:
			'Replying, closing and tagging would write to the live host, so they are off until somebody turns them on: set UNDERTONE_REPLIES=on and start Undertone again.',
		embedded:
			'Replying, closing and tagging were turned off: set UNDERTONE_REPLIES=on, or leave it unset, and start Undertone again.'
	},
	reply: {
		title: 'Reply',
		text: 'Your reply',
		as: (brand: string) => `Sent in the name of ${brand}`,
		send: 'Reply',
		sendAndClose: 'Reply and close',
		repeat: 'Send the same words again',
		length: (length: string, most: string, unit: string) => `${length} of ${most} ${unit}`,
		tooLong: 'too long',
		units: { bytes: 'bytes', characters: 'characters', weighted: 'characters as X counts them' },
		rules: 'What the platform allows',
		youtube: 'YouTube takes replies to comments, none to replies, and shows no emoji in them.',
		tiktok: 'TikTok turns mentions in replies into plain text.',
		noGroups: 'Conversations with several people cannot be answered from here.',
		window: (platform: string) => `${platform} takes replies for 7 days after the customer’s last message.`,
		windowUnknown: (platform: string) =>
			`${platform} takes replies for 7 days after the customer’s last message. This host does not tell when that was.`,
		cannot: 'This host does not say how to answer this message. Answer in the app of the platform.',
		problemsTitle: 'Nothing was sent.'
	},
	problems: {
		form: 'The form is not one of this page. Open the thread again and send it from there.',
		old: 'The form is older than 30 days. Send it again from this page.',
		full: 'The outbox is full. Settle the replies that wait for somebody, then send it again.',
		outbox: 'The reply could not be kept on this disk, so it was not sent. Try again.',
		repeated: (time: string) => `The same words were sent to this thread at ${time}.`,
		notThere: 'The host has no such conversation or comment any more. Open the messages again.',
		unchecked: (sentence: string) => `The thread could not be checked first: ${sentence} Try again.`,
		gone: 'Somebody else has settled this reply already.',
		said: 'The host said:',
		lost: 'The answer got lost on the way. Open this page again to see what came of it.',
		rowsFailed: 'What was sent from here could not be read, so nothing can be sent now.'
	},
	states: {
		queued: 'Kept, not sent yet',
		sending: 'Being sent',
		sent: 'Sent',
		failed: 'Not sent',
		unknown: 'Nobody knows whether it arrived'
	},
	explained: {
		queued: 'Undertone ended before it was sent. Send it, or give it up.',
		sending: 'The host has not answered yet.',
		unknown:
			'The host did not say what came of it. Look at the thread on the platform: is the reply there? Nothing is sent again by itself.',
		refused: 'The host refused it.',
		not_sent: 'It never reached the host.',
		found: 'Somebody looked at the thread, and it is there.',
		notFound: 'Somebody looked at the thread, and it is not there.',
		givenUp: 'Somebody gave it up before it was sent.'
	},
	closings: {
		done: 'The thread was closed.',
		failed: 'The reply is there, but the thread could not be closed.',
		wanted: 'The thread is not closed yet.'
	},
	settle: {
		isThere: 'It is there',
		again: 'It is not there: send again',
		sendNow: 'Send now',
		discard: 'Give it up',
		retry: 'Send again'
	},
	change: {
		close: 'Close',
		open: 'Reopen',
		closeConversation: 'Close the conversation',
		openConversation: 'Reopen the conversation',
		closeMessage: 'Close the message',
		openMessage: 'Reopen the message',
		closeOf: (author: string) => `Close the message of ${author}`,
		openOf: (author: string) => `Reopen the message of ${author}`,
		tags: 'Tags',
		tagsOf: (author: string) => `Tags of the message of ${author}`,
		tag: 'Add a tag',
		add: 'Add',
		remove: (name: string) => `Take off ${name}`,
		make: (name: string) => `Make the tag ${name}`,
		noTag: (name: string) => `There is no tag ${name} yet.`,
		tagEmpty: 'Write the name of a tag.',
		tagLong: (most: string) => `A tag has at most ${most} characters.`,
		failed: 'Nothing was changed.',
		undo: 'Undo',
		dismiss: 'Close this note',
		did: {
			closed: 'Closed.',
			opened: 'Reopened.',
			closedOf: (author: string) => `The message of ${author} is closed.`,
			openedOf: (author: string) => `The message of ${author} is open again.`,
			tagged: 'Tag added.',
			untagged: 'Tag taken off.'
		}
	},
	waiting: (count: string) => `${plural(count, 'reply waits', 'replies wait')} for somebody`,
	list: {
		view: 'Replies',
		title: 'Replies sent from here',
		caption: 'Those that wait for somebody first, then the newest',
		back: 'All messages',
		none: 'No replies yet',
		noneText: 'Open the thread of a message and answer it: its reply is listed here.',
		thread: 'Thread',
		threadOf: 'Thread of this reply',
		brandGone: (id: string) => `Brand ${id}`,
		failed: 'The replies could not be read.',
		damaged: (aside: string) =>
			`outbox.json was damaged. It was kept as ${aside}, and what could be read goes on.`
	}
} as const;
