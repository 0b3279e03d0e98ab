import { connect } from 'node:net';
import { type ErrorCode, endpoints } from '@immersion-tracker/contract';
import { ensure } from '../checks/violation.ts';
import { endsWithin } from '../ends-within.ts';
import type { Random } from '../random.ts';
import type { World } from '../world.ts';
import type { Actor } from './actor.ts';

/** How long to wait for the end of a connection: longer than the tracker waits for a request. */
const LONGEST_MS = { short: 100, long: 90_000 };
/** Connections that are kept open at a time. */
const MOST_OPEN = 100;

/** Why a request for what is stored may fail: the tracker stops, or the database is locked. */
const EXCUSES: readonly string[] = ['overloaded', 'store_unavailable'] satisfies ErrorCode[];

interface OddRequest {
  readonly what: string;
  readonly bytes: string;
  /** How many answers it may get at most; 1 by default. */
  readonly answers?: number;
  /** Whether it must not be served, since somebody else could read it otherwise. */
  readonly isRefused?: boolean;
}

/** Requests that are slow, unfinished or ambiguous, straight to the socket. */
export function oddRequests(world: World): Actor {
  const { tracker, isShort, fail, recorder, secrets, household } = world;
  const { authorization } = household.stranger;
  const caller = world.caller(household.stranger);
  const open = new Set<Promise<void>>();

  async function send(odd: OddRequest, waitMs: number): Promise<void> {
    const { what, bytes, answers = 1, isRefused = false } = odd;
    recorder.count('odd requests');
    recorder.note(`odd requests: ${what}, for at most ${waitMs} ms`);
    const { hostname, port } = new URL(await tracker.url());
    const socket = connect(Number(port), hostname);
    let received = '';
    socket.setEncoding('utf8').on('data', (text: string) => {
      received += text;
    });
    // The tracker may cut the connection, or be restarted.
    socket.on('error', () => {});
    const closed = new Promise((resolve) => socket.once('close', resolve));
    socket.write(bytes);
    const isClosed = await endsWithin(waitMs, closed);
    socket.destroy();

    secrets.check(`The answer to ${what}`, received);
    const expect = (kept: boolean, expected: string, shown = received) =>
      ensure(kept, () => `${what} should ${expected}, but was answered: ${shown.slice(0, 1000)}`);
    // Several answers follow each other without a new line.
    const answered = received.split(/(?=HTTP\/1\.1 [2-5]\d\d )/).filter(isAnswer);
    const failure = answered.find(isFailure);
    expect(failure === undefined, 'not make the tracker fail', failure);
    expect(answered.length <= answers, `get at most ${answers} answers`);
    const isServed = answered.some((text) => /^HTTP\/1\.1 [23]/.test(text));
    expect(!isRefused || !isServed, 'be refused');
    const isOver = isShort || waitMs < LONGEST_MS.long || isClosed;
    expect(isOver, `lose its connection within ${waitMs} ms`);
  }

  return {
    name: 'odd requests',
    shortSteps: 6,
    pauseMs: 500,
    async step(random) {
      const { short, long } = LONGEST_MS;
      const wait = isShort ? random.int(0, short) : random.pick([random.int(0, 5000), long]);
      const sent = send(random.pick(oddOnes(authorization, random)), wait)
        .catch(fail)
        .finally(() => open.delete(sent));
      open.add(sent);
      if (isShort || open.size > MOST_OPEN) await Promise.race(open);
      await caller.read(endpoints.getShows);
    },
    async finish() {
      await Promise.all(open);
    },
  };
}

const isAnswer = (text: string): boolean => /^HTTP\/1\.1 [2-5]/.test(text);

/** Whether an answer, which may be cut off, is an error of the tracker without an excuse. */
function isFailure(answer: string): boolean {
  if (!/^HTTP\/1\.1 5/.test(answer)) return false;
  const [, code] = /"code":"(\w+)"/.exec(answer) ?? [];
  return !answer.startsWith('HTTP/1.1 503') || (code !== undefined && !EXCUSES.includes(code));
}

function oddOnes(authorization: string, random: Random): OddRequest[] {
  const host = 'Host: 127.0.0.1';
  const signed = `${host}\r\nAuthorization: ${authorization}\r\n`;
  const get = `GET /shows HTTP/1.1\r\n${signed}\r\n`;
  const post = (headers: string) => `POST /lookup HTTP/1.1\r\n${signed}${headers}\r\n\r\n`;
  const withHost = (lines: string) => get.replace(host, lines);
  const body = '{"ids":[]}';
  const length = `Content-Length: ${body.length}`;
  const chunked = 'Transfer-Encoding: chunked';
  const odd = (what: string, bytes: string) => ({ what, bytes });
  const refused = (what: string, bytes: string) => ({ what, bytes, isRefused: true });
  const noise = Array.from({ length: 200 }, () => String.fromCharCode(random.int(0, 255)));
  return [
    odd('half a head', get.slice(0, random.int(1, get.length - 1))),
    odd('half a body', `${post(length)}${body.slice(0, random.int(0, body.length - 1))}`),
    odd('half a large body', `${post('Content-Length: 6000000')}{"ids":["${'a'.repeat(9000)}`),
    odd('half a chunk', `${post(chunked)}ff\r\n{"ids`),
    odd('a large head', withHost(`${host}\r\nX-Large: ${'a'.repeat(20_000)}`)),
    odd('many headers', withHost(`${host}${'\r\nX-Many: 1'.repeat(3000)}`)),
    odd('a tunnel', get.replace('GET /shows', 'CONNECT example.com:80')),
    odd('an upgrade', withHost(`${host}\r\nConnection: Upgrade\r\nUpgrade: websocket`)),
    odd('an expectation', `${post(`${length}\r\nExpect: 200-ok`)}${body}`),
    { what: 'two requests at once', bytes: get + get, answers: 2 },
    { what: 'fifty requests at once', bytes: get.repeat(50), answers: 50 },
    refused('a body that is too large', `${post('Content-Length: 7000000')}{"ids`),
    refused('a chunk without a length', `${post(chunked)}zz\r\n${body}\r\n0\r\n\r\n`),
    refused('a length and chunks', `${post(`${length}\r\n${chunked}`)}0\r\n\r\n${get}`),
    refused('two lengths', `${post(`${length}\r\nContent-Length: 0`)}${body}${get}`),
    refused('a negative length', `${post('Content-Length: -1')}${body}`),
    refused('a strange encoding', `${post('Transfer-Encoding: xchunked')}0\r\n\r\n${get}`),
    refused('chunks, disguised', `${post('Transfer-Encoding : chunked')}0\r\n\r\n${get}`),
    refused('two hosts', withHost(`${host}\r\n${host}`)),
    refused('two credentials', withHost(`${host}\r\nAuthorization: Basic ZmFrZTpmYWtl`)),
    refused("another page's host", withHost('Host: evil.example')),
    refused('another protocol', get.replace('HTTP/1.1', 'HTTP/3.0')),
    refused('noise', noise.join('')),
  ];
}
