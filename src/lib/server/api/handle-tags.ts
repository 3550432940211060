import { answerCall, type ApiCall } from './answer-call';
import { listTags } from './handle-lists';

/** The tags of some brands. */
export function handleTags(request: Request, call: ApiCall): Promise<Response> {
	return answerCall(request, call, { GET: () => listTags(request, call) });
}
