import { randomUUID } from 'node:crypto';
import { BODY_LIMIT_BYTES } from '@immersion-tracker/contract';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { createMiddleware } from 'hono/factory';
import type { Authenticate } from '../../auth/authenticate.ts';
import { deadlineIn } from '../../kernel/deadline.ts';
import { PublicError } from '../../kernel/errors.ts';
import {
  corsHeaders,
  errorAnswer,
  type HostAnswer,
  type RouteOptions,
  tooLarge,
} from '../../kernel/route.ts';
import { REQUEST_DEADLINE_MS } from '../../settings.ts';
import type { BoundRoute } from '../routes.ts';

type Environment = { Variables: { requestId: string; user: string } };

/** The API as a Hono application, for any server that speaks the Fetch API. */
export function createApp(
  routes: readonly BoundRoute[],
  authenticate: Authenticate,
  options: RouteOptions,
): Hono<Environment> {
  const { log, corsOrigin } = options;
  const app = new Hono<Environment>();

  app.use(async (context, next) => {
    const requestId = randomUUID();
    context.set('requestId', requestId);
    const start = performance.now();
    await next();
    const { method, path } = context.req;
    const milliseconds = Math.round(performance.now() - start);
    const { status } = context.res;
    log('info', 'request', { request_id: requestId, method, path, status, milliseconds });
  });

  app.get('/healthz', (context) => context.text('ok'));

  app.options('*', (context) => context.body(null, 204, corsHeaders(corsOrigin)));

  const signedIn = createMiddleware<Environment>(async (context, next) => {
    context.set('user', await authenticate(context.req.header('Authorization')));
    await next();
  });
  const limited = bodyLimit({
    maxSize: BODY_LIMIT_BYTES,
    onError: () => {
      throw tooLarge();
    },
  });
  for (const { endpoint, route } of routes) {
    app.on(endpoint.method, endpoint.path, signedIn, limited, async (context) => {
      const body = decodeBody(await context.req.arrayBuffer());
      const { user, requestId } = context.var;
      const deadline = deadlineIn(REQUEST_DEADLINE_MS);
      return send(await route({ user, body, deadline, requestId }));
    });
  }

  app.notFound((context) => {
    const { method, path } = context.req;
    throw new PublicError('not_found', `There is no ${method} ${path}.`);
  });

  app.onError((error, context) => send(errorAnswer(error, context.var.requestId, options)));

  return app;
}

function send({ status, headers, body }: HostAnswer): Response {
  return new Response(body, { status, headers: { ...headers } });
}

function decodeBody(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new PublicError('invalid_request', 'body: must be JSON in UTF-8, but is not UTF-8');
  }
}
