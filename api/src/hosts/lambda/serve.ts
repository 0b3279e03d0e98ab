import type { Endpoint } from '@immersion-tracker/contract';
import * as z from 'zod';
import { deadlineIn } from '../../kernel/deadline.ts';
import { bindRoute, type Handler, type HostAnswer } from '../../kernel/route.ts';
import { REQUEST_DEADLINE_MS } from '../../settings.ts';
import type { Service } from './service.ts';

/** What a route needs of API Gateway's proxy event. */
const proxyEvent = z.object({
  httpMethod: z.string(),
  resource: z.string(),
  body: z.string().nullable(),
  isBase64Encoded: z.boolean(),
  requestContext: z.object({
    requestId: z.string(),
    authorizer: z.object({ principalId: z.string() }),
  }),
});

/** What API Gateway takes as the answer of a proxy integration. */
export interface ProxyResult {
  readonly statusCode: number;
  readonly headers: HostAnswer['headers'];
  readonly body: string;
}

/** One endpoint as a function behind API Gateway's proxy integration and the authorizer. */
export function serve<E extends Endpoint>(
  { config, log }: Service,
  endpoint: E,
  handler: Handler<E>,
): (event: unknown) => Promise<ProxyResult> {
  const route = bindRoute(endpoint, handler, { corsOrigin: config.corsOrigin, log });
  return async (event) => {
    const start = performance.now();
    const { httpMethod, resource, body, isBase64Encoded, requestContext } = proxyEvent.parse(event);
    const { requestId, authorizer } = requestContext;
    const {
      status,
      headers,
      body: answer,
    } = await route({
      user: authorizer.principalId,
      body: Buffer.from(body ?? '', isBase64Encoded ? 'base64' : 'utf8').toString(),
      deadline: deadlineIn(REQUEST_DEADLINE_MS),
      requestId,
    });
    const milliseconds = Math.round(performance.now() - start);
    const about = { request_id: requestId, method: httpMethod, path: resource };
    log('info', 'request', { ...about, status, milliseconds });
    return { statusCode: status, headers, body: answer };
  };
}
