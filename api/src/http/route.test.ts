import { setImmediate as nextRound } from 'node:timers/promises';
import { BODY_LIMIT_BYTES, endpoints, errorBody } from '@immersion-tracker/contract';
import { beforeEach, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { type RecordingLog, recordingLog, wholeDeadline } from '../kernel/testing/fakes.ts';
import { bindRoute, type Call, type HostRequest, type Route } from './route.ts';

const { syncEpisodes, syncMovies, syncYoutube, updateShow, getShows, getWatched } = endpoints;
let recording: RecordingLog;
let calls: Call<typeof syncEpisodes>[];
let route: Route;

beforeEach(() => {
  recording = recordingLog();
  calls = [];
  const handler = async (call: Call<typeof syncEpisodes>) => {
    calls.push(call);
    return { episodes_added: call.request.episodes.length };
  };
  route = bindRoute(syncEpisodes, handler, options());
});

function options() {
  return { corsOrigin: 'https://tracker.example', log: recording.log };
}

function request(body: string): HostRequest {
  return { user: 'mia', query: {}, body, deadline: wholeDeadline(), requestId: 'request-1' };
}

/** The error response to a body. Checks that it did not reach the handler. */
async function refusalOf(body: string, by: Route = route) {
  const answer = await by(request(body));
  expect(calls).toEqual([]);
  return { status: answer.status, ...errorBody.parse(JSON.parse(answer.body)) };
}

describe('a good body', () => {
  test('is passed on with user and deadline, and answered in JSON', async () => {
    const body = '{"episodes":[{"folder_name":" Ō#1 ","file_name":"推"}]}';
    const sent = request(body);

    const answer = await route(sent);

    expect(answer).toEqual({
      status: 200,
      headers: {
        'Content-Type': 'application/json; charset=utf-8',
        'Access-Control-Allow-Origin': 'https://tracker.example',
        'Access-Control-Allow-Methods': 'GET,POST,PUT,OPTIONS',
        'Access-Control-Allow-Headers': 'Authorization,Content-Type',
        'Cache-Control': 'no-store',
        'X-Content-Type-Options': 'nosniff',
      },
      body: '{"episodes_added":1}',
    });
    expect(calls).toEqual([
      {
        user: 'mia',
        request: { episodes: [{ folder_name: ' Ō#1 ', file_name: '推' }] },
        deadline: sent.deadline,
      },
    ]);
  });

  test('is passed on without unknown fields', async () => {
    const episode = { folder_name: 'a', file_name: 'b', watched_at: 1 };
    const sent = { episodes: [{ ...episode, size: 1 }], client: 'x' };

    const answer = await route(request(JSON.stringify(sent)));

    expect(answer.status).toBe(200);
    expect(calls.map(({ request }) => request)).toEqual([{ episodes: [episode] }]);
  });

  test('can have an empty list', async () => {
    const answer = await route(request('{"episodes":[]}'));

    expect(answer.status).toBe(200);
    expect(answer.body).toBe('{"episodes_added":0}');
  });

  test('can contain surrogate pairs, literal or escaped', async () => {
    const body = String.raw`{"episodes":[{"folder_name":"\ud83d\ude00","file_name":"😀"}]}`;

    await route(request(body));

    expect(calls.map((call) => call.request.episodes)).toEqual([
      [{ folder_name: '😀', file_name: '😀' }],
    ]);
  });
});

describe('a GET', () => {
  test('ignores its body', async () => {
    const requests: unknown[] = [];
    const shows = bindRoute(
      getShows,
      async (call) => {
        requests.push(call.request);
        return { shows: [] };
      },
      options(),
    );

    const answers = [await shows(request('')), await shows(request('{'))];

    expect(answers.map(({ status, body }) => [status, body])).toEqual([
      [200, '{"shows":[]}'],
      [200, '{"shows":[]}'],
    ]);
    expect(requests).toEqual([undefined, undefined]);
  });
});

describe('a query', () => {
  /** What the handler gets, or the 400. */
  async function resultOf(query: HostRequest['query']) {
    let passed: unknown;
    const watched = bindRoute(
      getWatched,
      async (call) => {
        passed = call.request;
        return { watched: [], next: null };
      },
      options(),
    );
    const { status, body } = await watched({ ...request('{'), query });
    return status === 200 ? passed : { status, ...errorBody.parse(JSON.parse(body)) };
  }

  test.each([
    [{}, {}],
    [
      { limit: '200', query: 'a & b=ü', group_id: '7' },
      { limit: 200, query: 'a & b=ü', group_id: '7' },
    ],
    [
      { day: '2026-11-20', guessed: 'true' },
      { day: '2026-11-20', guessed: 'true' },
    ],
    [{ limit: '7', page: '2' }, { limit: 7 }],
  ])('%j is parsed to %j', async (query, parsed) => {
    expect(await resultOf(query)).toEqual(parsed);
  });

  test.each([
    [{ limit: '0' }, 'limit: must be from 1 to 200'],
    [{ limit: '201' }, 'limit: must be from 1 to 200'],
    [{ limit: '1.5' }, 'limit: must be a whole number'],
    [{ limit: '-1' }, 'limit: must be a whole number'],
    [{ limit: '1e2' }, 'limit: must be a whole number'],
    [{ limit: '' }, 'limit: must be a whole number'],
    [{ day: '2026-02-30' }, 'day: must be a date such as 2026-11-20'],
    [{ kind: 'show' }, 'kind: must be one of episode, movie, youtube_video, spotify_episode'],
    [{ guessed: 'yes' }, 'guessed: must be true or false'],
  ])('%j is a 400 that names the path', async (query, message) => {
    expect(await resultOf(query)).toEqual({ status: 400, code: 'invalid_request', message });
  });
});

describe('a map in a body', () => {
  /** The answer to a body with these times, which must not reach the handler. */
  function refusalOfTimes(watched_at: string) {
    const sync = bindRoute(syncYoutube, () => Promise.reject(new Error('called')), options());
    return refusalOf(`{"video_ids":["a"],"watched_at":${watched_at}}`, sync);
  }

  test.each([
    ['{"a":-1}', 'watched_at.a: must not be negative'],
    ['{"a":1,"b-c":"1"}', 'watched_at["b-c"]: must be whole epoch seconds'],
    ['{"a":1730000000000}', 'watched_at.a: must be epoch seconds, not milliseconds'],
    ['{"a":null}', 'watched_at.a: must be whole epoch seconds'],
  ])('%s is a 400 that names the element', async (times, message) => {
    expect(await refusalOfTimes(times)).toEqual({ status: 400, code: 'invalid_request', message });
  });

  test.each(['null', '7', '"a"', '[1]', '["a"]'])('cannot be %s', async (times) => {
    expect((await refusalOfTimes(times)).message).toMatch(/^watched_at: /);
  });
});

test.each([
  ['list', '[1,2,-3,4,-5]', 'elements[2]'],
  ['map', '{"a":1,"b":2,"c":-3,"d":4,"e":-5}', 'elements.c'],
])('a %s is checked only up to its first bad element', async (_, elements, path) => {
  let checked = 0;
  const element = z.number().refine(
    (number) => {
      checked += 1;
      return number > 0;
    },
    { error: 'must be above 0' },
  );
  const add = bindRoute(
    {
      ...{ method: 'POST', path: '/add', summary: 'Add.', response: z.object({}), errors: [] },
      request: z.object({
        elements: elements.startsWith('[') ? z.array(element) : z.record(z.string(), element),
      }),
    },
    () => Promise.reject(new Error('called')),
    options(),
  );

  const { message } = await refusalOf(`{"elements":${elements}}`, add);

  expect(message).toBe(`${path}: must be above 0`);
  expect(checked).toBe(3);
});

describe('a body that is not JSON', () => {
  test.each([
    ['', 'body: must be JSON, but is empty'],
    ['{', 'body: must be JSON in UTF-8, but cannot be parsed'],
    ['episodes=1', 'body: must be JSON in UTF-8, but cannot be parsed'],
    ['\u{feff}{"episodes":[]}', 'body: must be JSON in UTF-8, but cannot be parsed'],
  ])('(%j) is a 400', async (body, message) => {
    const refusal = await refusalOf(body);

    expect(refusal).toEqual({ status: 400, code: 'invalid_request', message });
    expect(recording.entries).toEqual([]);
  });
});

describe('a body of another shape is a 400 that names the path', () => {
  const good = { folder_name: 'a', file_name: 'b' };
  const empty = { folder_name: 'a', file_name: '' };

  test.each([
    ['null', 'body', /./],
    ['[]', 'body', /./],
    ['{}', 'episodes', /./],
    ['{"episodes":{}}', 'episodes', /./],
    [JSON.stringify({ episodes: [good, null] }), 'episodes[1]', /./],
    [
      JSON.stringify({ episodes: [good, good, good, empty] }),
      'episodes[3].file_name',
      /not be empty/,
    ],
    [JSON.stringify({ episodes: [{ file_name: 'b' }] }), 'episodes[0].folder_name', /./],
    [JSON.stringify({ episodes: [{ ...good, file_name: 7 }] }), 'episodes[0].file_name', /./],
    [
      String.raw`{"episodes":[{"folder_name":"\ud83d","file_name":"b"}]}`,
      'episodes[0].folder_name',
      /well-formed Unicode/,
    ],
    [
      String.raw`{"episodes":[{"folder_name":"a","file_name":"b\ude00"}]}`,
      'episodes[0].file_name',
      /well-formed Unicode/,
    ],
  ])('%s', async (body, path, reason) => {
    const refusal = await refusalOf(body);

    const [where, why] = refusal.message.split(': ');
    expect(refusal).toMatchObject({ status: 400, code: 'invalid_request' });
    expect(where).toBe(path);
    expect(why).toMatch(reason);
  });

  test.each([
    ['{"folder_name":"","tvdb_id":1}', 'folder_name: must not be empty'],
    ['{"folder_name":"a","tvdb_id":0}', 'tvdb_id: must be above 0'],
    ['{"folder_name":"a","tvdb_id":1.5}', 'tvdb_id: must be a whole number'],
    ['{"folder_name":"a","tvdb_id":"1"}', 'tvdb_id: must be a whole number'],
  ])('%s for a show', async (body, message) => {
    const update = bindRoute(updateShow, () => Promise.reject(new Error('called')), options());

    const refusal = await refusalOf(body, update);

    expect(refusal).toEqual({ status: 400, code: 'invalid_request', message });
  });

  test('of the first problem', async () => {
    const sync = bindRoute(syncMovies, () => Promise.reject(new Error('called')), options());
    const movies = [
      { file_name: 'a', tvdb_id: 1 },
      { file_name: '', tvdb_id: -1 },
    ];

    const refusal = await refusalOf(JSON.stringify({ movies }), sync);

    expect(refusal.message).toBe('movies[1].file_name: must not be empty');
  });
});

test('a body that nests too deeply is refused without being parsed', async () => {
  const refusal = await refusalOf('['.repeat(1000));

  expect(refusal).toMatchObject({ status: 400, code: 'invalid_request' });
  expect(refusal.message).toContain('more than 70 levels deep');
});

test('a long list is checked bit by bit, with turns for others in between', async () => {
  const episodes = Array.from({ length: 5000 }, () => ({ folder_name: 'a', file_name: 'b' }));
  let ended = false;
  let rounds = 0;

  const answering = route(request(JSON.stringify({ episodes }))).finally(() => {
    ended = true;
  });
  while (!ended) {
    await nextRound();
    rounds += 1;
  }

  expect((await answering).status).toBe(200);
  expect(rounds).toBeGreaterThanOrEqual(5);
});

describe('a body at the limit', () => {
  /** A valid body of this many bytes. */
  function bodyOf(bytes: number): string {
    const frame = '{"episodes":[],"padding":""}';
    return frame.replace('""', `"${'x'.repeat(bytes - frame.length)}"`);
  }

  test('is accepted', async () => {
    const answer = await route(request(bodyOf(BODY_LIMIT_BYTES)));

    expect(answer.status).toBe(200);
  });

  test('plus one byte is a 413', async () => {
    const refusal = await refusalOf(bodyOf(BODY_LIMIT_BYTES + 1));

    expect(refusal).toEqual({
      status: 413,
      code: 'too_large',
      message: 'The body is larger than 6291456 bytes; split it into several requests.',
    });
  });

  test('is measured in bytes, not in characters', async () => {
    const refusal = await refusalOf(bodyOf(BODY_LIMIT_BYTES).replace('xx', 'éé'));

    expect(refusal.status).toBe(413);
  });
});
