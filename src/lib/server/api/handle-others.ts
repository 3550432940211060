import { answerCall, answerNowhere, type ApiCall } from './answer-call';
import { openApiDocument } from './openapi';
import { accept } from './refusal';

/** The description of the API for programs. */
export function handleOpenApi(request: Request, call: ApiCall): Promise<Response> {
	return answerCall(request, call, { GET: () => Promise.resolve(accept(openApiDocument())) });
}

/** Every address below `/api` that is not there. */
export function handleUnknown(request: Request, call: ApiCall): Promise<Response> {
	const message = 'There is no such endpoint. GET /api/openapi.json lists those that there are.';
	return answerNowhere(request, call, message);
}
