import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { endpoints } from '@immersion-tracker/contract';
import { promise } from '../checks/violation.ts';
import type { Random } from '../random.ts';
import type { World } from '../world.ts';
import type { Actor } from './actor.ts';

const LONGEST_MS = { short: 100, long: 20_000 };
/** Connections that are kept open at a time. */
const MOST_OPEN = 40;

/** The bytes of a request, and how many answers they may get at most. */
interface OddRequest {
  readonly what: string;
  readonly bytes: string;
  readonly answers: number;
}

/** Requests that are slow, unfinished or ambiguous, straight to the socket. */
export function oddRequests(world: World, isShort: boolean): Actor {
  const { recorder, secrets, household } = world;
  const { authorization } = household.stranger;
  const caller = world.caller(household.stranger);
  const open = new Set<Promise<void>>();
  let failure: unknown;

  async function send({ what, bytes, answers }: OddRequest, waitMs: number): Promise<void> {
    recorder.count('odd requests');
    recorder.note(`odd requests: ${what}`);
    const { hostname, port } = new URL(await world.url());
    const socket = connect(Number(port), hostname);
    let received = '';
    socket.setEncoding('utf8').on('data', (text: string) => {
      received += text;
    });
    const closed = new Promise((resolve) => socket.once('close', resolve));
    // The tracker may cut the connection, or be restarted.
    socket.on('error', () => {});
    socket.write(bytes);
    const patience = new AbortController();
    await Promise.race([closed, sleep(waitMs, 0, { signal: patience.signal }).catch(() => {})]);
    patience.abort();
    socket.destroy();
    secrets.check(`The answer to ${what}`, received);
    const statuses = [...received.matchAll(/^HTTP\/1\.1 (\d+)/gm)].map(([, code]) => Number(code));
    const failed = statuses.filter((status) => status >= 500);
    promise(failed.length === 0, () => `${what} was answered: ${received.slice(0, 1000)}`);
    const final = statuses.filter((status) => status >= 200);
    promise(final.length <= answers, () => `${what} got ${final.length} answers: ${received}`);
  }

  return {
    name: 'odd requests',
    few: 6,
    pauseMs: 500,
    async step(random) {
      const wait = random.int(0, isShort ? LONGEST_MS.short : LONGEST_MS.long);
      const sent = send(random.pick(oddOnes(authorization, random)), wait)
        .catch((error: unknown) => {
          failure ??= error;
        })
        .finally(() => open.delete(sent));
      open.add(sent);
      if (isShort || open.size > MOST_OPEN) await Promise.race(open);
      if (failure !== undefined) throw failure;
      await caller.read(endpoints.getShows);
    },
    async finish() {
      await Promise.all(open);
      if (failure !== undefined) throw failure;
    },
  };
}

function oddOnes(authorization: string, random: Random): OddRequest[] {
  const signed = `Host: x\r\nAuthorization: ${authorization}\r\n`;
  const get = `GET /shows HTTP/1.1\r\n${signed}\r\n`;
  const post = (headers: string) => `POST /lookup HTTP/1.1\r\n${signed}${headers}\r\n\r\n`;
  const body = '{"ids":[]}';
  const length = `Content-Length: ${body.length}`;
  const once = (what: string, bytes: string) => ({ what, bytes, answers: 1 });
  const chunked = 'Transfer-Encoding: chunked';
  return [
    once('half a head', get.slice(0, random.int(1, get.length - 1))),
    once('half a body', `${post(length)}${body.slice(0, random.int(0, body.length - 1))}`),
    once('half a large body', `${post('Content-Length: 6000000')}{"ids":["${'a'.repeat(9000)}`),
    once('a body that is too large', `${post('Content-Length: 7000000')}{"ids`),
    once('half a chunk', `${post(chunked)}ff\r\n{"ids`),
    once('a chunk without a length', `${post(chunked)}zz\r\n${body}\r\n0\r\n\r\n`),
    once('a length and chunks', `${post(`${length}\r\n${chunked}`)}0\r\n\r\n${get}`),
    once('two lengths', `${post(`${length}\r\nContent-Length: 0`)}${body}${get}`),
    once('a negative length', `${post('Content-Length: -1')}${body}`),
    once('a strange encoding', `${post('Transfer-Encoding: xchunked')}0\r\n\r\n${get}`),
    once('chunks, disguised', `${post('Transfer-Encoding : chunked')}0\r\n\r\n${get}`),
    once('a folded header', get.replace('Host: x', 'Host: x\r\n folded')),
    once('two hosts', get.replace('Host: x', 'Host: x\r\nHost: y')),
    once('two credentials', get.replace('Host: x', 'Host: x\r\nAuthorization: Basic ZmFrZTpmYWtl')),
    once('a large head', get.replace('Host: x', `Host: x\r\nX-Large: ${'a'.repeat(20_000)}`)),
    once('many headers', get.replace('Host: x', `Host: x${'\r\nX-Many: 1'.repeat(3000)}`)),
    once('a whole address', get.replace('/shows', 'http://example.com/shows')),
    once('another protocol', get.replace('HTTP/1.1', 'HTTP/3.0')),
    once('a tunnel', get.replace('GET /shows', 'CONNECT example.com:80')),
    once(
      'an upgrade',
      get.replace('Host: x', 'Host: x\r\nConnection: Upgrade\r\nUpgrade: websocket'),
    ),
    once('an expectation', `${post(`${length}\r\nExpect: 200-ok`)}${body}`),
    once(
      'noise',
      Array.from({ length: 200 }, () => String.fromCharCode(random.int(0, 255))).join(''),
    ),
    { what: 'two requests at once', bytes: get + get, answers: 2 },
    { what: 'fifty requests at once', bytes: get.repeat(50), answers: 50 },
  ];
}
