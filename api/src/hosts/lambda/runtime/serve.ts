import type { Endpoint } from '@immersion-tracker/contract';
import * as z from 'zod';
import { rejectCrossOrigin } from '../../../http/cross-origin.ts';
import { bindRoute, errorAnswer, type Handler, type HostAnswer } from '../../../http/route.ts';
import { deadlineIn } from '../../../kernel/deadline.ts';
import { hstsHeaders } from '../../../settings.ts';
import { header } from './header.ts';
import type { Service } from './service.ts';

/** The parts of API Gateway's proxy event that are used here. */
const proxyEvent = z.object({
  httpMethod: z.string(),
  resource: z.string(),
  headers: z.record(z.string(), z.string()).nullable(),
  queryStringParameters: z.record(z.string(), z.string()).nullable(),
  body: z.string().nullable(),
  isBase64Encoded: z.boolean(),
  requestContext: z.object({
    requestId: z.string(),
    authorizer: z.object({ principalId: z.string().transform(decodeURIComponent) }),
  }),
});

/** Serves one endpoint as a function behind API Gateway's proxy integration and the authorizer. */
export function serve<E extends Endpoint>(
  { config, log }: Service,
  endpoint: E,
  handler: Handler<E>,
) {
  const options = { corsOrigin: config.corsOrigin, log };
  const route = bindRoute(endpoint, handler, options);

  async function answerTo(event: z.output<typeof proxyEvent>): Promise<HostAnswer> {
    const { httpMethod: method, headers, body, isBase64Encoded, requestContext } = event;
    const query = event.queryStringParameters ?? {};
    const { requestId, authorizer } = requestContext;
    try {
      rejectCrossOrigin({ method, header: (name) => header(headers, name) }, config.corsOrigin);
    } catch (error) {
      return errorAnswer(error, requestId, options);
    }
    return route({
      user: authorizer.principalId,
      query,
      body: Buffer.from(body ?? '', isBase64Encoded ? 'base64' : 'utf8').toString(),
      deadline: deadlineIn(config.requestDeadlineMs),
      requestId,
    });
  }

  return async (sent: unknown) => {
    const start = performance.now();
    const event = proxyEvent.parse(sent);
    const { status, headers, body } = await answerTo(event);
    log('info', 'request', {
      request_id: event.requestContext.requestId,
      method: event.httpMethod,
      path: event.resource,
      status,
      milliseconds: Math.round(performance.now() - start),
    });
    return { statusCode: status, headers: { ...headers, ...hstsHeaders }, body };
  };
}
