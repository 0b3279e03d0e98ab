import { randomUUID } from 'node:crypto';
import type { HttpBindings } from '@hono/node-server';
import { BODY_LIMIT_BYTES, isLoopback } from '@immersion-tracker/contract';
import { type Context, Hono, type HonoRequest } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { createMiddleware } from 'hono/factory';
import { type Authenticate, unauthorized } from '../../../auth/authenticate.ts';
import type { Caller } from '../../../auth/pace.ts';
import { rejectCrossOrigin } from '../../../http/cross-origin.ts';
import { errorAnswer, type HostAnswer, type RouteOptions, tooLarge } from '../../../http/route.ts';
import { deadlineBefore, raceAbort } from '../../../kernel/deadline.ts';
import { PublicError } from '../../../kernel/errors.ts';
import { inTurn } from '../../../kernel/turns.ts';
import { apiHeaders, hstsHeaders } from '../../../settings.ts';
import type { BoundRoute } from '../../routes.ts';
import { systemErrorCode } from '../system-error-code.ts';
import { createDocs } from './docs/docs.ts';
import { createLargeBodyLimit } from './requests/large-bodies.ts';
import { rejectAmbiguous } from './requests/reject-ambiguous.ts';
import type { RejectForeignHost } from './requests/reject-foreign-host.ts';
import { decode, discard, receiveBody } from './requests/request-body.ts';

/** For how many milliseconds to keep reading a body that is too large. */
const DISCARD_MS = 10_000;

type AppEnv = {
  /** Absent if a test calls the app without a server. */
  Bindings: Partial<HttpBindings>;
  Variables: { requestId: string; user: string };
};

export interface AppOptions extends RouteOptions {
  readonly requestDeadlineMs: number;
  readonly rejectForeignHost: RejectForeignHost;
  /** Aborts when the tracker stops. Its reason is the answer to requests that have not begun. */
  readonly stopping: AbortSignal;
  /** How many milliseconds requests that have begun get after `stopping`, before their deadline ends. */
  readonly graceMs: number;
}

/** The API, its description and the dashboard, for any server that supports the Fetch API. */
export function createApp(
  routes: readonly BoundRoute[],
  authenticate: Authenticate<Caller>,
  dashboard: Hono,
  options: AppOptions,
): Hono<AppEnv> {
  const { log, corsOrigin, requestDeadlineMs, stopping, graceMs, rejectForeignHost } = options;
  const overdue = after(stopping, graceMs);
  const app = new Hono<AppEnv>();
  const paths = new Set<string>(routes.map(({ endpoint }) => endpoint.path));

  app.use(async (context, next) => {
    const requestId = randomUUID();
    context.set('requestId', requestId);
    const start = performance.now();
    await next();
    const { protocol, hostname } = new URL(context.req.url);
    // HSTS would apply to all ports of a name, and other programs use this machine's own names too.
    if (protocol === 'https:' && !isLoopback(hostname)) {
      for (const [name, value] of Object.entries(hstsHeaders)) context.header(name, value);
    }
    const { method, path } = context.req;
    const milliseconds = Math.round(performance.now() - start);
    const { status } = context.res;
    // Pages, their files and health checks are logged only if they fail.
    if (status < 400 && !paths.has(path)) return;
    log('info', 'request', { request_id: requestId, method, path, status, milliseconds });
  });

  app.use(async ({ req, env }, next) => {
    stopping.throwIfAborted();
    // Without a server, as in tests, `env` is undefined.
    const { incoming, outgoing } = { ...env };
    if (incoming && outgoing) rejectAmbiguous(incoming, outgoing);
    // The path may be a URL with another host.
    for (const host of [req.header('Host'), new URL(req.url).host]) {
      if (host !== undefined) rejectForeignHost(host);
    }
    await next();
  });

  app.get('/healthz', (context) => context.text('ok', 200, apiHeaders(corsOrigin)));

  app.options('*', (context) => context.body(null, 204, apiHeaders(corsOrigin)));

  const signedIn = createMiddleware<AppEnv>(async (context, next) => {
    const { method } = context.req;
    const header = (name: string) => context.req.header(name);
    rejectCrossOrigin({ method, header }, corsOrigin);
    const { user, isReadOnly } = await authenticate(header('Authorization'), {
      ...senderOf(context),
      // Combined only if asked for, since most callers do not wait.
      get signal() {
        return AbortSignal.any([stopping, context.req.raw.signal]);
      },
    });
    if (isReadOnly && method !== 'GET') throw unauthorized();
    context.set('user', user);
    await next();
  });
  const limited = bodyLimit({
    maxSize: BODY_LIMIT_BYTES,
    onError: async ({ req }) => {
      await discard(req.raw.body, DISCARD_MS);
      throw tooLarge();
    },
  });
  const limitLargeBodies = createLargeBodyLimit();
  for (const { endpoint, route } of routes) {
    // Hono would answer HEAD with a GET, and drop its body.
    const known = createMiddleware<AppEnv>(async (context, next) => {
      if (context.req.method !== endpoint.method) throw notFound(context.req);
      await next();
    });
    const answer = async (context: Context<AppEnv>) => {
      const query = Object.fromEntries(new URL(context.req.url).searchParams);
      let bytes = new ArrayBuffer();
      const receive = async () => {
        bytes = await receiveBody(context.req);
      };
      await raceAbort(stopping, limited(context, receive));
      const { user, requestId } = context.var;
      using deadline = deadlineBefore(overdue, requestDeadlineMs);
      const waiting = AbortSignal.any([stopping, deadline.signal, context.req.raw.signal]);
      return await inTurn(user, waiting, async () =>
        send(await route({ user, query, body: decode(bytes), deadline, requestId })),
      );
    };
    app.on(endpoint.method, endpoint.path, known, signedIn, (context) => {
      const { req } = context;
      const tooLate = AbortSignal.timeout(requestDeadlineMs);
      const waiting = AbortSignal.any([stopping, tooLate, req.raw.signal]);
      return limitLargeBodies(context.var.user, req, waiting, () => answer(context));
    });
  }

  app.route('/', createDocs());
  app.route('/', dashboard);

  // If this threw, the first middleware would not get to see the response.
  app.notFound((context) =>
    send(errorAnswer(notFound(context.req), context.var.requestId, options)),
  );

  app.onError((error, context) => {
    // Routes handle their own errors, so a reset connection means that the caller has left.
    const left = systemErrorCode(error) === 'ECONNRESET';
    const answered = left ? new PublicError('invalid_request', 'body: was cut off') : error;
    return send(errorAnswer(answered, context.var.requestId, options));
  });

  return app;
}

/** The address and connection behind a request, which limit its sign-ins. */
function senderOf({ env, req }: Context<AppEnv>): Omit<Caller, 'signal'> {
  const socket = env?.incoming?.socket;
  return { address: socket?.remoteAddress ?? 'unknown', connection: socket ?? req };
}

/** Aborts that many milliseconds after `signal`. */
function after(signal: AbortSignal, milliseconds: number): AbortSignal {
  const controller = new AbortController();
  const abort = () => controller.abort(signal.reason);
  signal.addEventListener('abort', () => setTimeout(abort, milliseconds).unref(), { once: true });
  return controller.signal;
}

function send({ status, headers, body }: HostAnswer): Response {
  return new Response(body, { status, headers: { ...headers } });
}

function notFound({ method, path }: HonoRequest): PublicError {
  return new PublicError('not_found', `The tracker does not have a route ${method} ${path}.`);
}
