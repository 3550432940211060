import { error, json } from '@sveltejs/kit';
import { localDayAt } from '$lib/calendar/time-zone';
import { readCampaigns } from '$lib/server/campaigns/read-campaigns';
import { takeCampaigns } from '$lib/server/campaigns/take-campaigns';
import { communityClient } from '$lib/server/host';
import { log } from '$lib/server/log';
import { records } from '$lib/server/records/current-records';
import { settings } from '$lib/server/settings';
import { isAnnouncedSecret, isLoopback, SECRET_HEADER } from '$lib/server/store/import/announce';
import { FileError } from '$lib/server/store/import/source-row';
import type { RequestEvent, RequestHandler } from './$types';

/** For everybody but the command of this machine, which can read the secret in the data folder, nothing is here. */
function refuseOthers({ request, getClientAddress }: RequestEvent): void {
	if (!isLoopback(getClientAddress()) || !isAnnouncedSecret(request.headers.get(SECRET_HEADER))) {
		error(404, 'Not Found');
	}
}

async function brandsOf(event: RequestEvent) {
	const { value } = await communityClient(event).self();
	return value.brands.map(({ id, name }) => ({ id, name }));
}

async function answer(work: () => Promise<object>): Promise<Response> {
	try {
		return json(await work());
	} catch (cause) {
		if (cause instanceof FileError) return json({ message: cause.message }, { status: 422 });
		log.error('campaigns over loopback failed', cause);
		const message = 'Brands or records could not be had; the log of the server says why.';
		return json({ message }, { status: 503 });
	}
}

/** Every campaign that is kept, with the names of the brands. */
export const GET: RequestHandler = (event) => {
	refuseOthers(event);
	return answer(async () => ({
		campaigns: (await records().read()).campaigns,
		brands: await brandsOf(event)
	}));
};

/** Take a CSV of campaigns. */
export const POST: RequestHandler = (event) => {
	refuseOthers(event);
	return answer(async () => {
		const { now } = event.locals;
		const bytes = new Uint8Array(await event.request.arrayBuffer());
		const file = readCampaigns(bytes, await brandsOf(event));
		return takeCampaigns(records(), file, { now, today: localDayAt(now, settings().timeZone) });
	});
};
