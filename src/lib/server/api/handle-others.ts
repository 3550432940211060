import { answerCall, type ApiCall } from './answer-call';
import { openApiDocument } from './openapi';
import { accept, refuse } from './refusal';

/** The description of the API for programs. */
export function handleOpenApi(request: Request, call: ApiCall): Promise<Response> {
	return answerCall(request, call, 'GET', () => Promise.resolve(accept(openApiDocument())));
}

/** Every address below `/api` that is not there. */
export function handleUnknown(request: Request, call: ApiCall): Promise<Response> {
	const refusal = refuse({
		status: 404,
		message: 'There is no such endpoint. GET /api/openapi.json lists those that there are.'
	});
	return answerCall(request, call, 'ANY', () => Promise.resolve(refusal));
}
