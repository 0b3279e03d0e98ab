import type { Endpoint, ResponseOf } from '@immersion-tracker/contract';
import { checkAnswer, type Outcome } from './checks/answer.ts';
import type { Secrets } from './checks/secrets.ts';
import { ensure } from './checks/violation.ts';
import { ConnectionLost, type HttpAnswer, type HttpRequest, type Send } from './http.ts';
import type { Recorder } from './recorder.ts';

/** Calls the API as one user, and checks every answer. */
export interface Caller {
  readonly user: string;
  readonly recorder: Recorder;
  /** `request` is the body, or the query of a GET. */
  call<E extends Endpoint>(endpoint: E, request?: unknown): Promise<Outcome<ResponseOf<E>>>;
  /** Calls an endpoint that only reads, again and again until it is done. */
  read<E extends Endpoint>(endpoint: E, request?: unknown): Promise<ResponseOf<E>>;
  /** Sends anything. Undefined if the connection was lost. */
  send(
    request: Omit<HttpRequest, 'headers'> & Partial<HttpRequest>,
  ): Promise<HttpAnswer | undefined>;
}

/** More than any trouble lasts. */
const MOST_TRIES = 100;
const BETWEEN_TRIES_MS = 100;

export interface CallerOptions {
  readonly user: string;
  readonly authorization: string;
  readonly send: Send;
  readonly secrets: Secrets;
  readonly recorder: Recorder;
}

export function createCaller(options: CallerOptions): Caller {
  const { user, authorization, secrets, recorder } = options;

  async function send(request: Omit<HttpRequest, 'headers'> & Partial<HttpRequest>) {
    const name = `${request.method} ${request.target.replace(/\?.*/s, '')}`;
    try {
      const headers = { Authorization: authorization, ...request.headers };
      const answer = await options.send({ ...request, headers });
      recorder.answered(name, answer);
      recorder.note(`${user}: ${name} was answered with ${answer.status}`);
      secrets.check(`The answer to ${name}`, `${JSON.stringify(answer.headers)} ${answer.text}`);
      return answer;
    } catch (error) {
      if (!(error instanceof ConnectionLost)) throw error;
      recorder.note(`${user}: ${name} lost its connection`);
      return undefined;
    }
  }

  async function call<E extends Endpoint>(endpoint: E, request?: unknown) {
    const isQuery = endpoint.method === 'GET';
    const query = isQuery ? queryOf(request) : '';
    const answer = await send({
      method: endpoint.method,
      target: `${endpoint.path}${query}`,
      ...(!isQuery && { body: JSON.stringify(request) }),
    });
    if (answer === undefined) return { is: 'doubtful', why: 'the connection was lost' } as const;
    return checkAnswer(endpoint, answer);
  }

  return {
    user,
    recorder,
    send,
    call,
    async read(endpoint, request) {
      for (let tries = 1; ; tries += 1) {
        const outcome = await call(endpoint, request);
        if (outcome.is === 'done') return outcome.body;
        const why = outcome.is === 'refused' ? outcome.error.message : outcome.why;
        const name = `${endpoint.method} ${endpoint.path}`;
        ensure(outcome.is === 'doubtful', () => `${name} of ${user} failed: ${why}`);
        ensure(tries < MOST_TRIES, () => `${name} of ${user} keeps failing: ${why}`);
        await new Promise((resolve) => setTimeout(resolve, BETWEEN_TRIES_MS));
      }
    },
  };
}

/** The query with its question mark, or an empty text. */
function queryOf(request: unknown): string {
  const fields = Object.entries(Object(request)).map(([name, value]) => [name, `${value}`]);
  const query = `${new URLSearchParams(Object.fromEntries(fields))}`;
  return query === '' ? '' : `?${query}`;
}
