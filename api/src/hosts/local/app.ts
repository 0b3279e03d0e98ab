import { randomUUID } from 'node:crypto';
import { BODY_LIMIT_BYTES } from '@immersion-tracker/contract';
import { Hono, type HonoRequest } from 'hono';
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

/** Milliseconds that the rest of a body too large is read for. */
const DISCARD_MS = 10_000;

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
    refuseForeignPages(context.req, corsOrigin);
    context.set('user', await authenticate(context.req.header('Authorization')));
    await next();
  });
  const limited = bodyLimit({
    maxSize: BODY_LIMIT_BYTES,
    onError: async ({ req }) => {
      await discard(req.raw.body);
      throw tooLarge();
    },
  });
  for (const { endpoint, route } of routes) {
    // Hono would answer HEAD by a GET whose body it drops.
    const known = createMiddleware<Environment>(async (context, next) => {
      if (context.req.method !== endpoint.method) throw notFound(context.req);
      await next();
    });
    app.on(endpoint.method, endpoint.path, known, signedIn, limited, async (context) => {
      const body = await readBody(context.req);
      const { user, requestId } = context.var;
      const deadline = deadlineIn(REQUEST_DEADLINE_MS);
      return send(await route({ user, body, deadline, requestId }));
    });
  }

  app.notFound((context) => {
    throw notFound(context.req);
  });

  app.onError((error, context) => send(errorAnswer(error, context.var.requestId, options)));

  return app;
}

function send({ status, headers, body }: HostAnswer): Response {
  return new Response(body, { status, headers: { ...headers } });
}

/** Reads on, for a while: many clients look for an answer only when they have sent everything. */
async function discard(body: ReadableStream<Uint8Array> | null): Promise<void> {
  if (body === null || body.locked) return;
  const reader = body.getReader();
  const timer = setTimeout(() => reader.cancel(), DISCARD_MS);
  while (!(await reader.read()).done);
  clearTimeout(timer);
}

function notFound({ method, path }: HonoRequest): PublicError {
  return new PublicError('not_found', `There is no ${method} ${path}.`);
}

/**
 * A browser that has learned the password sends it along with what any web page posts here, without
 * asking first where the page makes do with a form's content type.
 */
function refuseForeignPages(request: HonoRequest, corsOrigin: string): void {
  const origin = request.header('Origin');
  const foreign =
    origin !== undefined &&
    origin !== corsOrigin &&
    request.header('Sec-Fetch-Site') !== 'same-origin' &&
    URL.parse(origin)?.host !== request.header('Host');
  if (!foreign || request.method === 'GET') return;
  const message = `Unauthorized: pages of ${origin} may not change anything here; IMMERSION_TRACKER_CORS_ORIGIN names the one that may.`;
  throw new PublicError('unauthorized', message);
}

async function readBody(request: HonoRequest): Promise<string> {
  const encoding = request.header('Content-Encoding') ?? 'identity';
  if (encoding !== 'identity') {
    const message = `body: must not be compressed, but has Content-Encoding ${encoding}`;
    throw new PublicError('invalid_request', message);
  }
  const bytes = await request.arrayBuffer().catch((error: unknown) => {
    if (!request.raw.signal.aborted) throw error;
    throw new PublicError('invalid_request', 'body: ended before its end');
  });
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new PublicError('invalid_request', 'body: must be JSON in UTF-8, but is not UTF-8');
  }
}
