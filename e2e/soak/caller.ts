import { setTimeout as sleep } from 'node:timers/promises';
import { type Endpoint, queryText, type ResponseOf } from '@immersion-tracker/contract';
import { checkAnswer, type Outcome } from './checks/answer.ts';
import type { Secrets } from './checks/secrets.ts';
import { ensure } from './checks/violation.ts';
import { ConnectionLost, type HttpAnswer, type HttpRequest, type Send } from './http.ts';
import type { Recorder } from './recorder.ts';

/** Calls the API as one user. */
export interface Caller {
  readonly user: string;
  readonly recorder: Recorder;
  /** `request` is the body, or the query of a GET. */
  call<E extends Endpoint>(endpoint: E, request?: unknown): Promise<Outcome<ResponseOf<E>>>;
  /** Calls an endpoint that only reads, and tries again while the tracker has an excuse. */
  read<E extends Endpoint>(endpoint: E, request?: unknown): Promise<ResponseOf<E>>;
  /** Sends anything. Returns what `check` makes of the answer; undefined if the connection was lost. */
  send<T>(request: HttpRequest, check: Check<T>): Promise<T | undefined>;
}

/** `name` says which request was answered. */
export type Check<T> = (answer: HttpAnswer, name: string) => T;

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

  async function send<T>(request: HttpRequest, check: Check<T>): Promise<T | undefined> {
    const name = `${request.method} ${request.target.replace(/\?.*/s, '')} of ${user}`;
    const headers = { Authorization: authorization, ...request.headers };
    const answer = await options.send({ ...request, headers }).catch((error: unknown) => {
      if (!(error instanceof ConnectionLost)) throw error;
    });
    recorder.note(`${name}: ${answer?.status ?? 'connection lost'}`);
    if (answer === undefined) return undefined;
    recorder.answered(name, answer);
    secrets.check(`The answer to ${name}`, `${JSON.stringify(answer.headers)} ${answer.text}`);
    return check(answer, name);
  }

  async function call<E extends Endpoint>(endpoint: E, request?: unknown) {
    const { method, path } = endpoint;
    const sent =
      method === 'GET'
        ? { method, target: `${path}${queryText(request)}` }
        : { method, target: path, body: JSON.stringify(request) };
    const outcome = await send(sent, (answer, name) => checkAnswer(endpoint, answer, name));
    return outcome ?? ({ is: 'doubtful', why: 'the connection was lost' } as const);
  }

  return {
    user,
    recorder,
    send,
    call,
    async read(endpoint, request) {
      const name = `${endpoint.method} ${endpoint.path} of ${user}`;
      let why = '';
      for (let tries = 0; tries < MOST_TRIES; tries += 1) {
        const outcome = await call(endpoint, request);
        if (outcome.is === 'done') return outcome.body;
        ensure(outcome.is === 'doubtful', () => `${name} should be answered: ${outcome.why}`);
        why = outcome.why;
        await sleep(BETWEEN_TRIES_MS);
      }
      ensure(false, () => `${name} should succeed within ${MOST_TRIES} tries: ${why}`);
    },
  };
}
